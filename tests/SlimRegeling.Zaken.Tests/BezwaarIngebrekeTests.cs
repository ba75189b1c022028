using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken.Tests;

/// <summary>A reminder that the decision on an objection is late stands in the list of work, with the penalty as it stands today.</summary>
public sealed class BezwaarIngebrekeTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    private static readonly Instant Nu = SystemClock.Instance.GetCurrentInstant();
    private static readonly LocalDate Ontvangen = Werkvenster.Vandaag.PlusDays(-25);

    private readonly Werkvenster _venster = new(huis, 300);

    [Fact]
    public async Task The_penalty_runs_from_the_reminder_until_it_is_void_or_the_objection_is_decided()
    {
        var (zaak, ander) = (await Afgewezen(), await Afgewezen());
        // Of the application itself a reminder came once; that was decided.
        await Hoor(new IngebrekestellingBericht(zaak.Nummer, Ontvangen.PlusDays(-90), true, Nu, 3));
        await Hoor(Ingediend(zaak, 1), Ingediend(ander, 1));
        Assert.Empty(await InGebreke());

        await Hoor(Herinnerd(zaak, 1, geldt: true, versie: 3), Herinnerd(ander, 1, geldt: true, versie: 3));

        var verwacht = Dwangsom.Van(Werkvenster.Regels, Ontvangen, Werkvenster.Vandaag);
        Assert.True(verwacht.Dagen > 0);
        var lijst = await InGebreke();
        Assert.Equal(
            ((string[])[zaak.Nummer, ander.Nummer]).Order(StringComparer.Ordinal),
            lijst.Select(r => Tekst(r, "zaaknummer")).Order(StringComparer.Ordinal)
        );
        var ingebreke = lijst.Single(r => Tekst(r, "zaaknummer") == zaak.Nummer).GetProperty("ingebreke");
        Assert.Equal(
            ($"{zaak.Nummer}-BZ1", Dag(Ontvangen), verwacht.Dagen, verwacht.Bedrag.ToString("0.00", CultureInfo.InvariantCulture)),
            (
                Tekst(ingebreke, "bezwaar"),
                Tekst(ingebreke, "ontvangenOp"),
                ingebreke.GetProperty("dagen").GetInt32(),
                Tekst(ingebreke, "bedrag")
            )
        );

        await Hoor(Herinnerd(zaak, 1, geldt: false, versie: 4), Beslist(ander, 1));
        Assert.Empty(await InGebreke());
    }

    /// <summary>The day on which it came is no last day to decide: the term of the row stays.</summary>
    [Fact]
    public async Task The_page_of_the_case_shows_it_to_employees_and_the_last_day_stays()
    {
        var zaak = await Afgewezen();
        await Hoor(Ingediend(zaak, 1), Herinnerd(zaak, 1, geldt: true, versie: 3));

        var bezwaar = Bezwaar(await Beeld(Zakenhuis.Bea, zaak));
        Assert.Equal(Dag(Werkvenster.Vandaag.PlusDays(-30)), Tekst(bezwaar, "beslissenUiterlijk"));
        Assert.Equal(Dag(Ontvangen), Tekst(bezwaar.GetProperty("ingebreke"), "ontvangenOp"));
        var eigen = await Beeld(Zakenhuis.Anna, zaak);
        Assert.False(Bezwaar(eigen).TryGetProperty("ingebreke", out _));
        var stap = eigen.GetProperty("stappen").EnumerateArray().Single(s => Tekst(s, "stap") == "bezwaar-ingebrekestelling-ontvangen");
        Assert.Equal(
            ("Ingebrekestelling over een bezwaar ontvangen", "4:17, derde lid, Awb"),
            (Tekst(stap, "titel"), Tekst(stap, "artikel"))
        );
        Assert.StartsWith($"Bezwaar {zaak.Nummer}-BZ1: de brief die wij ontvingen op ", Tekst(stap, "uitleg"), StringComparison.Ordinal);
    }

    /// <summary>What was declared void holds nothing, whichever of both is heard first; a later one does.</summary>
    [Fact]
    public async Task The_latest_by_version_counts_in_whatever_order_it_was_heard()
    {
        var zaak = await Afgewezen();
        await Hoor(Ingediend(zaak, 1), Herinnerd(zaak, 1, geldt: false, versie: 4), Herinnerd(zaak, 1, geldt: true, versie: 3));
        Assert.Empty(await InGebreke());
        await Hoor(Herinnerd(zaak, 1, geldt: true, versie: 5));
        Assert.Single(await InGebreke());
    }

    /// <summary>Of two that run the one that was reminded of first, also when the other must be decided on first.</summary>
    [Fact]
    public async Task Of_several_objections_the_one_in_default_is_named()
    {
        var zaak = await Afgewezen();
        await Hoor(Ingediend(zaak, 1), Ingediend(zaak, 2, later: 10), Herinnerd(zaak, 2, geldt: true, versie: 3));
        var regel = Assert.Single(await InGebreke());
        Assert.Equal(
            ($"{zaak.Nummer}-BZ1", $"{zaak.Nummer}-BZ2"),
            (Tekst(regel, "bezwaar"), Tekst(regel.GetProperty("ingebreke"), "bezwaar"))
        );
    }

    private async Task<Voorbeeldzaak> Afgewezen()
    {
        var zaak = await _venster.Zaak();
        await Hoor(
            new AanvraagAfgewezenBericht(
                zaak.Nummer,
                _venster.Id,
                zaak.Kvk,
                "slim-2026",
                zaak.Verlening,
                Werkvenster.Vandaag,
                ["kosten-te-laag"],
                [Zakenhuis.Bea, "mila"],
                Nu
            )
        );
        return zaak;
    }

    private async Task Hoor(params object[] berichten)
    {
        foreach (var bericht in berichten)
        {
            await huis.Hoor(Guid.CreateVersion7(), bericht);
        }
        await huis.Bijgewerkt();
    }

    /// <param name="later">So many days after thirty days ago it was to be decided on.</param>
    private static BezwaarIngediendBericht Ingediend(Voorbeeldzaak zaak, int nummer, int later = 0) =>
        new(
            zaak.Nummer,
            $"{zaak.Nummer}-BZ{nummer}",
            zaak.Kvk,
            "slim-2026",
            zaak.Verlening,
            "afwijzing",
            nummer == 1 ? "aanvrager" : "derde",
            Werkvenster.Vandaag.PlusDays(-80),
            [Zakenhuis.Bea, "mila"],
            [],
            Werkvenster.Vandaag.PlusDays(-66),
            Nu + Duration.FromSeconds(nummer),
            Werkvenster.Vandaag.PlusDays(later - 30)
        );

    private static BezwaarIngebrekestellingBericht Herinnerd(Voorbeeldzaak zaak, int nummer, bool geldt, long versie) =>
        new(zaak.Nummer, $"{zaak.Nummer}-BZ{nummer}", Ontvangen, geldt, Nu + Duration.FromSeconds(5), versie);

    private static BezwaarBeslistBericht Beslist(Voorbeeldzaak zaak, int nummer) =>
        new(
            zaak.Nummer,
            $"{zaak.Nummer}-BZ{nummer}",
            zaak.Kvk,
            "slim-2026",
            zaak.Verlening,
            "afwijzing",
            "aanvrager",
            $"{zaak.Nummer}-BZ{nummer}-1",
            Werkvenster.Vandaag,
            "ongegrond",
            Guid.Empty,
            "hash",
            ["bo", "mo"],
            Nu + Duration.FromSeconds(6)
        );

    private async Task<IReadOnlyList<JsonElement>> InGebreke() =>
        [
            .. (await huis.Haal(Zakenhuis.Bea, $"/v1/werk?tijdvak={_venster.Id}&termijn=in-gebreke"))
                .Inhoud.GetProperty("zaken")
                .EnumerateArray(),
        ];

    private async Task<JsonElement> Beeld(string wie, Voorbeeldzaak zaak) => (await huis.Haal(wie, $"/v1/zaken/{zaak.Nummer}")).Inhoud;

    private static JsonElement Bezwaar(JsonElement beeld) => Assert.Single(beeld.GetProperty("bezwaren").EnumerateArray());

    private static string Dag(LocalDate dag) => LocalDatePattern.Iso.Format(dag);

    private static string? Tekst(JsonElement regel, string veld) =>
        regel.TryGetProperty(veld, out var waarde) && waarde.ValueKind == JsonValueKind.String ? waarde.GetString() : null;
}
