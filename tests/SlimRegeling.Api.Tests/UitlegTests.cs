using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace SlimRegeling.Api.Tests;

/// <summary>The case explained as it stood at a moment, and to whom.</summary>
public sealed class UitlegTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task A_case_is_explained_as_of_any_moment_and_an_assessment_only_from_the_decision_on()
    {
        var (wie, _) = huis.Ondernemer();
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Concept(tijdvak, wie);
        (await huis.Haal(wie, Pad(zaak))).IsProbleem(404, "niet-gevonden").Noemt(zaak);
        huis.Klok.Vooruit(Duration.FromMinutes(1));
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening"));
        await huis.Stil();
        var ingediend = Nu;
        huis.Klok.Vooruit(Duration.FromMinutes(1));
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        var beoordeeld = Nu;

        Assert.Equal((false, "beoordeeld"), Beeld(await Uitleg(wie, zaak)));
        Assert.Equal((true, "beoordeeld"), Beeld(await Uitleg(Mensen.Beoordelaar, zaak)));
        Assert.Equal((false, "ingediend"), Beeld(await Uitleg(Mensen.Beoordelaar, zaak, ingediend)));

        huis.Klok.Vooruit(Duration.FromHours(1));
        await _loop.Verleend(zaak);

        var nu = await Uitleg(wie, zaak);
        Assert.Equal((true, "verleend"), Beeld(nu));
        Assert.Equal("11040.00", nu.GetProperty("subsidie").GetString());
        Assert.Equal("5520.00", nu.GetProperty("voorschot").GetString());
        Assert.Equal(64, nu.GetProperty("regelhash").GetString()!.Length);
        // The same words as on the case, and what was not to be seen then stays unseen.
        var getoond = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/aanvragen/{zaak}"))).Inhoud;
        Assert.Equal(getoond.GetProperty("toetsen").GetRawText(), nu.GetProperty("toetsen").GetRawText());
        Assert.Equal(getoond.GetProperty("berekening").GetRawText(), nu.GetProperty("berekening").GetRawText());
        var toen = await Uitleg(wie, zaak, beoordeeld);
        Assert.Equal((false, "beoordeeld"), Beeld(toen));
        Assert.DoesNotContain("gezien", toen.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(toen.GetProperty("toetsen").EnumerateArray(), t => t.GetProperty("uitkomst").GetString() == "nietBeoordeeld");

        (await huis.Haal(wie, Pad(zaak, ingediend - Duration.FromTicks(1)))).IsProbleem(404, "niet-gevonden").Noemt("nog niet ingediend");
        (await huis.Haal(Mensen.Bram, Pad(zaak))).IsProbleem(404, "niet-gevonden");
        (await huis.Haal(Mensen.Beoordelaar, Pad(zaak, Nu + Duration.FromSeconds(1)))).IsProbleem(422, "onjuiste-invoer").NoemtVeld("op");
    }

    [Theory]
    [InlineData("gisteren")]
    [InlineData("2026-04-10")]
    [InlineData("2026-04-10T12:00:00")]
    [InlineData("2026-13-10T12:00:00Z")]
    [InlineData("")]
    public async Task A_moment_that_is_none_is_told(string op)
    {
        var zaak = await _loop.Ingediend(await _loop.Tijdvak(), huis.Ondernemer().Wie);
        (await huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/uitleg?op={op}")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("op");
    }

    private Instant Nu => huis.Klok.GetCurrentInstant();

    private async Task<JsonElement> Uitleg(string wie, string zaak, Instant? op = null) =>
        (await Zaakloop.Gelukt(huis.Haal(wie, Pad(zaak, op)))).Inhoud;

    private static (bool Beoordeeld, string Status) Beeld(JsonElement uitleg) =>
        (uitleg.GetProperty("beoordeeld").GetBoolean(), uitleg.GetProperty("status").GetString()!);

    private static string Pad(string zaak, Instant? op = null) =>
        $"/v1/aanvragen/{zaak}/uitleg{(op is { } moment ? $"?op={InstantPattern.ExtendedIso.Format(moment)}" : "")}";
}
