using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Host;

namespace SlimRegeling.Api.Tests;

/// <summary>What a change of the rules does to cases, and that each decision comes out again as it was taken.</summary>
public sealed class RegelstandTests(Apihuis huis)
{
    private const string Versie = "/v1/regelversies/slim-2025";
    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task A_changed_rule_holds_for_what_is_decided_from_then_on_and_nothing_else()
    {
        var (eerste, _) = huis.Ondernemer();
        var (tweede, _) = huis.Ondernemer();
        var tijdvak = await _loop.Tijdvak(regelversie: "slim-2025");
        var voor = await _loop.Ingediend(tijdvak, eerste);
        var toen = huis.Klok.GetCurrentInstant();
        huis.Klok.Vooruit(Duration.FromHours(1));
        Assert.Equal("11040.00", await Vooraf(tijdvak));
        var percentage = await Wijzig("50");
        Assert.Equal("9200.00", await Vooraf(tijdvak));
        var na = await _loop.Ingediend(tijdvak, tweede);

        Assert.Equal("11040.00", await Gevraagd(voor));
        Assert.Equal("9200.00", await Gevraagd(na));
        var (uitlegToen, uitlegNu) = (await Uitleg(voor, toen), await Uitleg(voor, huis.Klok.GetCurrentInstant()));
        Assert.Equal(("11040.00", "9200.00"), (Tekst(uitlegToen, "subsidie"), Tekst(uitlegNu, "subsidie")));
        Assert.NotEqual(Tekst(uitlegToen, "regelhash"), Tekst(uitlegNu, "regelhash"));

        await _loop.Gereserveerd(tijdvak, voor);
        await _loop.Beoordeeld(voor);
        await Wijzig(percentage);
        var beoordeling = await Uitleg(voor, huis.Klok.GetCurrentInstant());
        Assert.Equal(
            ("9200.00", Tekst(uitlegNu, "regelhash"), true),
            (Tekst(beoordeling, "subsidie"), Tekst(beoordeling, "regelhash"), beoordeling.GetProperty("beoordeeld").GetBoolean())
        );

        await _loop.Verleend(voor);
        foreach (
            var (context, besluiten) in new[]
            {
                ("tijdvakken", "'tijdvak-vastgesteld'"),
                ("aanvragen", "'aanvraag-ingediend', 'aanvraag-beoordeeld'"),
                ("verlening", "'subsidie-verleend', 'voorschot-toegekend'"),
                ("relaties", "'steun-geregistreerd'"),
            }
        )
        {
            Assert.Equal(
                0,
                await huis.Tel(
                    $"select count(*) from {context}.mt_events where type in ({besluiten}) and length(data ->> 'regelhash') is distinct from 64"
                )
            );
        }

        await using var uit = new StringWriter();
        var code = await Narekenen.Voer(
            [$"--ConnectionStrings:SlimRegeling={huis.Verbinding}"],
            uit,
            TestContext.Current.CancellationToken
        );
        Assert.True(code == 0, uit.ToString());
    }

    /// <summary>The value before; every context knows it afterwards.</summary>
    private async Task<string> Wijzig(string waarde)
    {
        var gemaakt = await Zaakloop.Gelukt(
            huis.Post(
                Mensen.Regelbeheerder,
                $"{Versie}/voorstellen",
                $$"""{"sectie":"parameters","code":"percentage-klein","waarde":"{{waarde}}","bron":"Stcrt. 2026, 12345"}"""
            )
        );
        var voorstel = $"{Versie}/voorstellen/{gemaakt.Inhoud.GetProperty("voorstel").GetInt32()}";
        await Zaakloop.Gelukt(
            huis.Post(Mensen.TweedeRegelbeheerder, $"{voorstel}/ondertekening", $$"""{"hash":"{{gemaakt.Veld("hash")}}"}""")
        );
        await huis.Stil();
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        return Tekst((await Zaakloop.Gelukt(huis.Haal(Mensen.Regelbeheerder, voorstel))).Inhoud, "was");
    }

    /// <summary>What anyone is told beforehand of the plan of the cases.</summary>
    private async Task<string> Vooraf(string tijdvak) =>
        (await Zaakloop.Gelukt(huis.Post(null, "/v1/proefberekeningen", ProefberekeningTests.Verzoek(tijdvak)))).Veld("subsidiebedrag");

    private async Task<string> Gevraagd(string zaak) =>
        Tekst((await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}"))).Inhoud, "gevraagd");

    private async Task<JsonElement> Uitleg(string zaak, Instant op) =>
        (
            await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/uitleg?op={InstantPattern.ExtendedIso.Format(op)}"))
        ).Inhoud;

    private static string Tekst(JsonElement element, string naam) => element.GetProperty(naam).GetString()!;
}
