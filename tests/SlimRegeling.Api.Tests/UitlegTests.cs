using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Regels;

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

    public static TheoryData<string, string> VersiesEnTypen =>
        [
            .. from versie in Regelboek.Laad()
            from type in versie.Aanvragertypen
            where type != Aanvragertype.Samenwerkingsverband
            select (versie.Id, type),
        ];

    [Theory]
    [MemberData(nameof(VersiesEnTypen))]
    public async Task Each_version_explains_each_applicant_type_by_every_rule_that_it_has_for_it(string regelversie, string type)
    {
        var versie = Regelboek.Versie(regelversie);
        var tijdvak = await _loop.Tijdvak(type: type, regelversie: regelversie);
        var formulier =
            type == Aanvragertype.MkbOnderneming
                ? Zaakloop.Formulier
                : Zaakloop
                    .Formulier.Replace("\"werkzamePersonen\":12.0", "\"werkzamePersonen\":300.0", StringComparison.Ordinal)
                    .Replace("4321", "5610", StringComparison.Ordinal);
        var (wie, _) = huis.Ondernemer();
        var zaak = await _loop.Concept(tijdvak, wie);
        await Zaakloop.Gelukt(huis.Put(wie, $"/v1/aanvragen/{zaak}/concept", formulier));
        var gevraagd = (await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening"))).Veld("gevraagd");

        var uitleg = await Uitleg(wie, zaak);

        Assert.Equal(
            (regelversie, (await Zaakloop.Gelukt(huis.Haal(null, $"/v1/regelversies/{regelversie}"))).Veld("hash")),
            (uitleg.GetProperty("regelversie").GetString(), uitleg.GetProperty("regelhash").GetString())
        );
        // The adviser asks 150.00 an hour: 40 hours count at the maximum rate of the version.
        var kosten = (16_000.00m - (40m * (135.00m - versie[Parameters.UurtariefAdviseur]))) * 1.15m;
        var percentage = type == Aanvragertype.MkbOnderneming ? versie[Parameters.PercentageKlein] : 60m;
        var subsidie = (kosten * percentage / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(subsidie, uitleg.GetProperty("subsidie").GetString());
        Assert.Equal(gevraagd, uitleg.GetProperty("subsidie").GetString());
        var toetsen = uitleg.GetProperty("toetsen").EnumerateArray().ToList();
        Assert.Equal(
            versie.Eisen.Values.Where(e => e.Aanvragertypen.Contains(type)).Select(e => e.Code).Concat(versie.Gronden.Keys).Order(),
            toetsen.Select(t => t.GetProperty("code").GetString()!).Order()
        );
        Assert.DoesNotContain(toetsen, t => t.GetProperty("uitkomst").GetString() == "nietVoldaan");
        Assert.All(
            toetsen.Concat(uitleg.GetProperty("berekening").EnumerateArray()),
            regel =>
            {
                Assert.False(string.IsNullOrWhiteSpace(regel.GetProperty("artikel").GetString()));
                var tekst = regel.TryGetProperty("uitleg", out var zin) ? zin : regel.GetProperty("omschrijving");
                Assert.False(string.IsNullOrWhiteSpace(tekst.GetString()));
            }
        );
    }

    private Instant Nu => huis.Klok.GetCurrentInstant();

    private async Task<JsonElement> Uitleg(string wie, string zaak, Instant? op = null) =>
        (await Zaakloop.Gelukt(huis.Haal(wie, Pad(zaak, op)))).Inhoud;

    private static (bool Beoordeeld, string Status) Beeld(JsonElement uitleg) =>
        (uitleg.GetProperty("beoordeeld").GetBoolean(), uitleg.GetProperty("status").GetString()!);

    private static string Pad(string zaak, Instant? op = null) =>
        $"/v1/aanvragen/{zaak}/uitleg{(op is { } moment ? $"?op={InstantPattern.ExtendedIso.Format(moment)}" : "")}";
}
