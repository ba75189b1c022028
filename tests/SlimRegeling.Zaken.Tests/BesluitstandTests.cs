using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken.Tests;

/// <summary>Which decisions a case waits for, by when, what was told of that, and from when a penalty runs: also for who waits, but for its amount.</summary>
public sealed class BesluitstandTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    private static readonly Instant Nu = SystemClock.Instance.GetCurrentInstant();

    private readonly LocalDate _ontvangen = Werkvenster.Vandaag.PlusDays(-25);
    private readonly LocalDate _later = Werkvenster.Vandaag.PlusDays(20);

    [Fact]
    public async Task An_application_that_is_late_says_what_was_told_and_from_when_a_penalty_runs_until_it_is_decided()
    {
        var venster = await Venster(91 + 40);
        var zaak = await venster.Zaak();
        var artikel = Werkvenster.Regels.Termijn(Termijncode.BeslistermijnMkb).Artikel;
        Assert.Equal(
            $$"""[{"onderwerp":"aanvraag","wacht":true,"uiterlijk":"{{Dag(venster.Beslissen)}}","artikel":"{{artikel}}"}]""",
            (await Beeld(Zakenhuis.Anna, zaak)).GetProperty("besluiten").GetRawText()
        );

        await Hoor(
            new VertragingMedegedeeldBericht(zaak.Nummer, zaak.Kvk, "slim-2026", venster.Beslissen, _later, Nu, 4),
            new IngebrekestellingBericht(zaak.Nummer, _ontvangen, true, Nu, 5)
        );

        var dwangsom = Dwangsom.Van(Werkvenster.Regels, _ontvangen, Werkvenster.Vandaag);
        foreach (var wie in (string[])[Zakenhuis.Anna, Zakenhuis.Bea])
        {
            var stand = Assert.Single((await Beeld(wie, zaak)).GetProperty("besluiten").EnumerateArray());
            Assert.Equal((Dag(venster.Beslissen), Dag(_later)), (Tekst(stand, "uiterlijk"), Tekst(stand, "verwacht")));
            Staat(dwangsom, stand);
        }
        // How much it is nobody decided yet.
        Assert.False((await Beeld(Zakenhuis.Anna, zaak)).TryGetProperty("ingebreke", out _));

        await Hoor(zaak.Verleend with { Op = Nu });
        var daarna = await Besluit(zaak, "aanvraag");
        Assert.False(daarna.GetProperty("wacht").GetBoolean());
        Assert.Null(Tekst(daarna, "uiterlijk"));
        Assert.Null(Tekst(daarna, "verwacht"));
        Staat(Dwangsom.Van(Werkvenster.Regels, _ontvangen, Werkvenster.Vandaag.PlusDays(-1)), daarna);

        await Hoor(new IngebrekestellingBericht(zaak.Nummer, _ontvangen, false, Nu, 6));
        Assert.Empty(await Besluiten(zaak, "aanvraag"));
    }

    [Fact]
    public async Task A_settlement_is_waited_for_from_the_request_on()
    {
        var zaak = await Verleend();
        Assert.False((await Beeld(Zakenhuis.Anna, zaak)).TryGetProperty("besluiten", out _));

        await Hoor(new DeclaratieIngediendBericht(zaak.Nummer, 6, 9_683.20m, Later(3)));
        var termijn = Werkvenster.Regels.Termijn(Termijncode.VaststellingOpVerzoek);
        var gevraagd = await Besluit(zaak, "vaststelling");
        Assert.Equal(
            (Dag(Termijnen.Einde(Werkvenster.Regels, Termijncode.VaststellingOpVerzoek, Werkvenster.Vandaag)), termijn.Artikel),
            (Tekst(gevraagd, "uiterlijk"), Tekst(gevraagd, "artikel"))
        );
        Assert.Null(Tekst(gevraagd, "verwacht"));

        await Hoor(
            new VaststellingVertraagdBericht(zaak.Nummer, zaak.Kvk, "slim-2026", Werkvenster.Vandaag, _later, Later(4), 9),
            new VaststellingIngebrekestellingBericht(zaak.Nummer, _ontvangen, true, Later(5), 10)
        );
        var laat = await Besluit(zaak, "vaststelling");
        Assert.Equal((true, Dag(_later)), (laat.GetProperty("wacht").GetBoolean(), Tekst(laat, "verwacht")));
        Staat(Dwangsom.Van(Werkvenster.Regels, _ontvangen, Werkvenster.Vandaag), laat);

        await Hoor(zaak.Vastgesteld with { Op = Later(7) });
        var vastgesteld = await Besluit(zaak, "vaststelling");
        Assert.Equal((false, null), (vastgesteld.GetProperty("wacht").GetBoolean(), Tekst(vastgesteld, "verwacht")));
    }

    [Fact]
    public async Task Each_change_has_its_own_until_it_is_decided_or_taken_back()
    {
        var (zaak, eerst) = (await Verleend(), Werkvenster.Vandaag.PlusDays(5));
        await Hoor(
            Gevraagd(zaak, 1, eerst),
            Gevraagd(zaak, 2, eerst),
            new WijzigingVertraagdBericht(zaak.Nummer, $"{zaak.Nummer}-W1", zaak.Kvk, "slim-2026", eerst, _later, Later(3)),
            new WijzigingIngebrekestellingBericht(zaak.Nummer, $"{zaak.Nummer}-W2", _ontvangen, true, Later(3), 9)
        );

        var standen = (await Besluiten(zaak, "wijziging")).ToList();

        Assert.Equal(
            ((string?, string?, string?, string?)[])
                [
                    ($"{zaak.Nummer}-W1", Dag(_later), "4:14, derde lid, Awb", Dag(_later)),
                    ($"{zaak.Nummer}-W2", Dag(eerst), Werkvenster.Regels.Termijn(Termijncode.BeslistermijnWijziging).Artikel, null),
                ],
            standen.Select(s => (Tekst(s, "wijziging"), Tekst(s, "uiterlijk"), Tekst(s, "artikel"), Tekst(s, "verwacht")))
        );
        Assert.Null(Tekst(standen[0], "dwangsomVanaf"));
        Staat(Dwangsom.Van(Werkvenster.Regels, _ontvangen, Werkvenster.Vandaag), standen[1]);

        await Hoor(
            new WijzigingIngetrokkenBericht(zaak.Nummer, $"{zaak.Nummer}-W1", Later(6)),
            new WijzigingIngetrokkenBericht(zaak.Nummer, $"{zaak.Nummer}-W2", Later(6))
        );
        // Of the second the penalty stays, as it was before the request was taken back.
        var over = Assert.Single(await Besluiten(zaak, "wijziging"));
        Assert.Equal(($"{zaak.Nummer}-W2", false), (Tekst(over, "wijziging"), over.GetProperty("wacht").GetBoolean()));
    }

    private static void Staat(Dwangsom dwangsom, JsonElement stand) =>
        Assert.Equal(
            (Dag(dwangsom.Vanaf), Dag(dwangsom.Laatste), dwangsom.Dagen),
            (Tekst(stand, "dwangsomVanaf"), Tekst(stand, "dwangsomTot"), stand.GetProperty("dwangsomdagen").GetInt32())
        );

    private async Task<Voorbeeldzaak> Verleend()
    {
        var venster = await Venster(200);
        var zaak = await venster.Zaak();
        await Hoor(
            zaak.Verleend with
            {
                Op = Nu,
                PeriodeTot = Werkvenster.Vandaag.PlusYears(1),
                Verantwoording = Verantwoordingswijze.Aanvraag,
            }
        );
        return zaak;
    }

    private async Task<Werkvenster> Venster(int gesloten)
    {
        var venster = new Werkvenster(huis, gesloten);
        await huis.Hoor(Guid.CreateVersion7(), venster.Bericht);
        return venster;
    }

    private async Task Hoor(params object[] berichten)
    {
        foreach (var bericht in berichten)
        {
            await huis.Hoor(Guid.CreateVersion7(), bericht);
        }
    }

    private async Task<JsonElement> Beeld(string wie, Voorbeeldzaak zaak) => (await huis.Haal(wie, $"/v1/zaken/{zaak.Nummer}")).Inhoud;

    private async Task<JsonElement> Besluit(Voorbeeldzaak zaak, string onderwerp) => Assert.Single(await Besluiten(zaak, onderwerp));

    private async Task<IEnumerable<JsonElement>> Besluiten(Voorbeeldzaak zaak, string onderwerp) =>
        (await Beeld(Zakenhuis.Anna, zaak)).TryGetProperty("besluiten", out var besluiten)
            ? besluiten.EnumerateArray().Where(b => Tekst(b, "onderwerp") == onderwerp)
            : [];

    private static WijzigingGevraagdBericht Gevraagd(Voorbeeldzaak zaak, int nummer, LocalDate uiterlijk) =>
        new(zaak.Nummer, $"{zaak.Nummer}-W{nummer}", zaak.Kvk, "plan", uiterlijk, Later(nummer));

    private static Instant Later(int seconden) => Nu + Duration.FromSeconds(seconden);

    private static string Dag(LocalDate dag) => LocalDatePattern.Iso.Format(dag);

    private static string? Tekst(JsonElement van, string veld) =>
        van.TryGetProperty(veld, out var waarde) && waarde.ValueKind == JsonValueKind.String ? waarde.GetString() : null;
}
