using System.Text.Json;
using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Regels;
using static SlimRegeling.Zaken.Tests.Werklijst;

namespace SlimRegeling.Zaken.Tests;

/// <summary>An objection is work: a case of which one runs stands in the list by the last day to decide on it, until that is done.</summary>
public sealed class BezwaarwerkTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    private const string Bezwaarfase = "bezwaar";

    private static readonly Instant Nu = SystemClock.Instance.GetCurrentInstant();

    private readonly Werkvenster _venster = new(huis, 200);
    private readonly Werklijst _lijst = new(huis);

    [Fact]
    public async Task A_case_that_was_decided_on_is_work_while_an_objection_runs()
    {
        var zaak = await Afgewezen();
        Assert.Empty(await Zaken());
        var uiterlijk = Werkvenster.Vandaag.PlusDays(20);

        await Hoor(Ingediend(zaak, 1, uiterlijk));

        var regel = Assert.Single(await Zaken(Bezwaarfase));
        Assert.Equal(
            (zaak.Nummer, "afgewezen", Bezwaarfase, $"{zaak.Nummer}-BZ1"),
            (Tekst(regel, "zaaknummer"), Tekst(regel, "status"), Tekst(regel, "fase"), Tekst(regel, "bezwaar"))
        );
        var termijn = Werkvenster.Regels.Termijn(Termijncode.BeslissingOpBezwaar);
        var beeld = regel.GetProperty("termijn");
        Assert.Equal(
            (termijn.Titel, termijn.Artikel, Dag(uiterlijk), 20),
            (Tekst(beeld, "titel"), Tekst(beeld, "artikel"), Tekst(beeld, "uiterlijk"), beeld.GetProperty("dagen").GetInt32())
        );
        Assert.Equal(zaak.Nummer, Tekst(Assert.Single(await Zaken()), "zaaknummer"));
        Assert.Empty(await Zaken("uitvoeren"));

        await Hoor(Beslist(zaak, 1));
        Assert.Empty(await Zaken());
    }

    [Fact]
    public async Task What_is_late_stands_on_top_and_another_last_day_moves_it()
    {
        var (laat, later) = (await Afgewezen(), await Afgewezen());
        await Hoor(Ingediend(later, 1, Werkvenster.Vandaag.PlusDays(10)), Ingediend(laat, 1, Werkvenster.Vandaag.PlusDays(-2)));
        Assert.Equal([laat.Nummer, later.Nummer], (await Zaken()).Select(z => Tekst(z, "zaaknummer")));
        Assert.Equal(-2, (await Zaken())[0].GetProperty("termijn").GetProperty("dagen").GetInt32());

        await Hoor(Verdaagd(laat, 1, Werkvenster.Vandaag.PlusDays(40)));

        Assert.Equal([later.Nummer, laat.Nummer], (await Zaken()).Select(z => Tekst(z, "zaaknummer")));
        await Hoor(new BezwaarIngetrokkenBericht(later.Nummer, $"{later.Nummer}-BZ1", later.Kvk, later.Verlening, Later(5)));
        Assert.Equal([laat.Nummer], (await Zaken()).Select(z => Tekst(z, "zaaknummer")));
    }

    [Fact]
    public async Task Of_several_objections_the_one_to_decide_on_first_counts_and_one_without_a_day_comes_last()
    {
        var zaak = await Afgewezen();
        await Hoor(Ingediend(zaak, 1, null));
        var zonder = Assert.Single(await Zaken());
        Assert.Equal(($"{zaak.Nummer}-BZ1", false), (Tekst(zonder, "bezwaar"), zonder.TryGetProperty("termijn", out _)));

        await Hoor(Ingediend(zaak, 2, Werkvenster.Vandaag.PlusDays(30)), Ingediend(zaak, 3, Werkvenster.Vandaag.PlusDays(9)));
        Assert.Equal($"{zaak.Nummer}-BZ3", Tekst(Assert.Single(await Zaken()), "bezwaar"));

        await Hoor(Beslist(zaak, 3));
        Assert.Equal($"{zaak.Nummer}-BZ2", Tekst(Assert.Single(await Zaken()), "bezwaar"));
    }

    /// <summary>An objection suspends nothing (6:16 Awb): the case stays where it is, and the first of both terms counts.</summary>
    [Fact]
    public async Task A_case_that_goes_on_keeps_its_own_phase_and_shows_its_objection()
    {
        var zaak = await _venster.Zaak("iemand");
        await Hoor(zaak.Verleend with { Op = Nu });
        var eigen = Dag(Termijnen.Einde(Werkvenster.Regels, Termijncode.AmbtshalveVaststelling, zaak.Verleend.PeriodeTot));
        Assert.Equal(eigen, Uiterlijk(Assert.Single(await Zaken())));
        var eerder = Werkvenster.Vandaag.PlusDays(3);

        await Hoor(Ingediend(zaak, 1, eerder));

        foreach (var fase in (string?[])[null, "uitvoeren", Bezwaarfase])
        {
            var regel = Assert.Single(await Zaken(fase));
            Assert.Equal(
                ("uitvoeren", Dag(eerder), $"{zaak.Nummer}-BZ1", "iemand"),
                (Tekst(regel, "fase"), Uiterlijk(regel), Tekst(regel, "bezwaar"), Tekst(regel, "behandelaar"))
            );
        }
        await Hoor(Beslist(zaak, 1));
        var daarna = Assert.Single(await Zaken());
        Assert.Equal(eigen, Uiterlijk(daarna));
        Assert.Null(Tekst(daarna, "bezwaar"));
        Assert.Empty(await Zaken(Bezwaarfase));
    }

    /// <summary>Who assessed the application decides on no objection against that (10:3, third paragraph, Awb); a penalty for deciding late on it is over.</summary>
    [Fact]
    public async Task An_objection_is_nobodys_and_shows_nothing_of_what_was_decided()
    {
        var zaak = await Afgewezen("iemand");
        await Hoor(
            new IngebrekestellingBericht(zaak.Nummer, Werkvenster.Vandaag.PlusDays(-25), true, Nu, 3),
            Ingediend(zaak, 1, Werkvenster.Vandaag.PlusDays(9))
        );

        var regel = Assert.Single(await Zaken());

        Assert.Null(Tekst(regel, "behandelaar"));
        Assert.False(regel.TryGetProperty("ingebreke", out _));
        Assert.Single(await Gevonden($"tijdvak={_venster.Id}&wie=niemand"));
        Assert.Empty(await Gevonden($"tijdvak={_venster.Id}&wie=iemand"));
        Assert.Empty(await Gevonden($"tijdvak={_venster.Id}&termijn=in-gebreke"));
    }

    [Fact]
    public async Task It_is_worked_out_again_from_what_was_said()
    {
        await huis.Zeg(Zakenhuis.Ben, _venster.Bericht);
        var zaak = Voorbeeldzaak.Nieuw(tijdvak: _venster.Id);
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        await huis.Zeg(Zakenhuis.Bea, Afwijzing(zaak));
        await huis.Zeg(Zakenhuis.Anna, Ingediend(zaak, 1, Werkvenster.Vandaag.PlusDays(12)));
        await huis.Zeg(Zakenhuis.Bea, Verdaagd(zaak, 1, Werkvenster.Vandaag.PlusDays(54)));
        await huis.Stil();
        await huis.Bijgewerkt();
        var (voor, rijen) = (await huis.Lees(Werk(zaak)), await huis.Rijen());
        Assert.Single(voor);

        await huis.Voer($"delete from zaken.werk where zaaknummer = '{zaak.Nummer}'; truncate zaken.zaak, zaken.stap, zaken.tijdvak");
        await huis.Herbouw();
        await huis.Bijgewerkt();

        Assert.Equal(voor, await huis.Lees(Werk(zaak)));
        Assert.Superset(rijen.Where(r => r.Contains(zaak.Nummer, StringComparison.Ordinal)).ToHashSet(), (await huis.Rijen()).ToHashSet());
        Assert.Equal(Bezwaarfase, Tekst(Assert.Single(await Zaken()), "fase"));
    }

    /// <summary>What opened it again was signed before, and heard after; it tells the least moment after, which a database can tell apart.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_settlement_that_was_opened_again_the_least_moment_after_it_was_taken_is_work(bool heropendEerst)
    {
        var zaak = await _venster.Zaak("iemand");
        await Hoor(zaak.Verleend with { Op = Nu });
        var vastgesteld = zaak.Vastgesteld with { Op = Later(1) };
        var heropend = new VaststellingHeropendBericht(
            zaak.Nummer,
            zaak.Vaststelling,
            $"{zaak.Nummer}-H1",
            Later(1) + Duration.FromTicks(10),
            Herstel: true
        );
        object[] berichten = heropendEerst ? [heropend, vastgesteld] : [vastgesteld, heropend];

        await Hoor(berichten);

        Assert.Equal("heropend", Tekst(Assert.Single(await Zaken("vaststellen")), "status"));
        var stap = (await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{zaak.Nummer}")).Inhoud.GetProperty("stappen").EnumerateArray().Last();
        Assert.Equal(
            ("vaststelling-heropend-na-herstel", "Subsidie wordt opnieuw vastgesteld, omdat een fout is hersteld", "4:46, eerste lid, Awb"),
            (Tekst(stap, "stap"), Tekst(stap, "titel"), Tekst(stap, "artikel"))
        );
    }

    [Fact]
    public async Task Who_does_not_treat_or_sign_sees_none_of_it()
    {
        var zaak = await Afgewezen();
        await Hoor(Ingediend(zaak, 1, Werkvenster.Vandaag.PlusDays(9)));
        foreach (var ander in (string[])[Zakenhuis.Anna, Zakenhuis.Bram, Zakenhuis.Fenna, Zakenhuis.Ben])
        {
            Assert.Equal(403, (await huis.Haal(ander, $"/v1/werk?fase={Bezwaarfase}")).Status);
        }
        Assert.Equal(200, (await huis.Haal(Zakenhuis.Mila, $"/v1/werk?fase={Bezwaarfase}")).Status);
        // Nor does who declared an interest in the case.
        await huis.Zeg(Zakenhuis.Bea, new BelangGewijzigdBericht(zaak.Nummer, Zakenhuis.Bea, true, Nu, 1));
        await huis.Stil();
        Assert.Empty(await Zaken(Bezwaarfase));
    }

    private async Task<Voorbeeldzaak> Afgewezen(string? behandelaar = null)
    {
        var zaak = await _venster.Zaak(behandelaar);
        await Hoor(Afwijzing(zaak));
        return zaak;
    }

    private Task Hoor(params object[] berichten) => _lijst.Hoor(berichten);

    private AanvraagAfgewezenBericht Afwijzing(Voorbeeldzaak zaak) =>
        new(
            zaak.Nummer,
            _venster.Id,
            zaak.Kvk,
            "slim-2026",
            zaak.Verlening,
            Werkvenster.Vandaag,
            ["kosten-te-laag"],
            [Zakenhuis.Bea, "mila"],
            Nu
        );

    private static BezwaarIngediendBericht Ingediend(Voorbeeldzaak zaak, int nummer, LocalDate? uiterlijk) =>
        new(
            zaak.Nummer,
            $"{zaak.Nummer}-BZ{nummer}",
            zaak.Kvk,
            "slim-2026",
            zaak.Verlening,
            "afwijzing",
            nummer == 1 ? "aanvrager" : "derde",
            Werkvenster.Vandaag,
            [Zakenhuis.Bea, "mila"],
            [],
            Werkvenster.Vandaag.PlusDays(14),
            Later(nummer),
            uiterlijk
        );

    private static BezwaarBeslistermijnBericht Verdaagd(Voorbeeldzaak zaak, int nummer, LocalDate uiterlijk) =>
        new(zaak.Nummer, $"{zaak.Nummer}-BZ{nummer}", zaak.Kvk, "slim-2026", zaak.Verlening, "aanvrager", "verdaging", uiterlijk, Later(4));

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
            Later(6)
        );

    private static Instant Later(int seconden) => Nu + Duration.FromSeconds(seconden);

    private Task<IReadOnlyList<JsonElement>> Zaken(string? fase = null) =>
        Gevonden($"tijdvak={_venster.Id}{(fase is null ? "" : $"&fase={fase}")}");

    private Task<IReadOnlyList<JsonElement>> Gevonden(string vraag) => _lijst.Regels(vraag);

    private static string Werk(Voorbeeldzaak zaak) => $"select to_jsonb(w)::text from zaken.werk w where zaaknummer = '{zaak.Nummer}'";
}
