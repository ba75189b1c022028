using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Bezwaren;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

/// <summary>Who objects can remind us in writing that the decision is late, and from two weeks later on a penalty runs (4:17, with 7:14 Awb).</summary>
public sealed class IngebrekestellingTests
{
    private const string Nu = "2026-12-31T10:00:00";

    /// <summary>Six weeks after the term to object (7:10).</summary>
    private static readonly LocalDate Uiterlijk = Dag("2026-09-15");

    private static readonly LocalDate Ontvangen = Dag("2026-09-17");

    [Fact]
    public void Een_brief_op_de_laatste_dag_komt_te_vroeg_en_een_dag_later_niet()
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend();
        Assert.Equal(Uiterlijk, zaak.Uiterlijk);
        var weigering = Herinner(zaak, Uiterlijk).Weigering!;
        Assert.Equal(("te-vroeg", "artikel 4:17, derde lid, Awb"), (weigering.Code, weigering.Artikel));
        Assert.Contains("15 september 2026", weigering.Uitleg, StringComparison.Ordinal);

        zaak.Met(Herinner(zaak, Uiterlijk.PlusDays(1), wie: Ondertekenaar));
        Assert.Equal((Uiterlijk.PlusDays(1), Ondertekenaar), (zaak.Bezwaar!.Ingebreke!.OntvangenOp, zaak.Bezwaar.Ingebreke.Door));
    }

    [Fact]
    public void Zolang_de_termijn_niet_loopt_of_is_verdaagd_komt_een_brief_te_vroeg()
    {
        var onverzonden = Bezwaarzaak
            .Afgewezen(verzonden: null)
            .Overgetypt(new(Zaak, Zaak + "-V1", Indiener.Aanvrager, Dag("2026-06-22"), true));
        Assert.Equal("te-vroeg", Herinner(onverzonden, Ontvangen).Weigering?.Code);

        var verdaagd = Bezwaarzaak.Afgewezen().Ingediend();
        verdaagd.Met(Verdagen.Verdaag(verdaagd.Bezwaar!, Bezwaarzaak.Bo, Bezwaarzaak.Versie, Op("2026-09-14T10:00:00")));
        Assert.Equal("te-vroeg", Herinner(verdaagd, Ontvangen).Weigering?.Code);
    }

    [Fact]
    public void Een_dag_die_nog_komt_is_onjuist_en_wie_belang_meldde_noteert_niets()
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend();
        Assert.Equal("ontvangenOp", Assert.Single(Herinner(zaak, Dag("2027-01-01")).Weigering!.Fouten).Veld);
        zaak.Met(new BelangGemeld(Bezwaarzaak.Bo, Bezwaarzaak.Verwijs(), Op("2026-09-01T10:00:00")));
        Assert.Equal("eigen-belang", Herinner(zaak, Ontvangen).Weigering?.Code);
    }

    [Fact]
    public void Dezelfde_brief_twee_keer_is_een_keer_en_wie_zich_vergiste_laat_haar_vervallen()
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend();
        Assert.Equal("niet-in-gebreke", Verval(zaak, "Verkeerd.").Weigering?.Code);
        zaak.Met(Herinner(zaak, Ontvangen));
        Assert.Same(Beslissing.Geen, Herinner(zaak, Ontvangen));
        Assert.Equal("al-in-gebreke", Herinner(zaak, Ontvangen.PlusDays(1)).Weigering?.Code);

        Assert.Equal("onjuiste-invoer", Verval(zaak, "  ").Weigering?.Code);
        Assert.Equal("onjuiste-invoer", Verval(zaak, new string('x', 1_001)).Weigering?.Code);
        var vervallen = Assert.IsType<IngebrekestellingVervallen>(Assert.Single(Verval(zaak, " Verkeerd bezwaar. ").Gebeurtenissen));
        Assert.Equal((Ontvangen, "Verkeerd bezwaar."), (vervallen.OntvangenOp, vervallen.Reden.Hash));
        zaak.Met(vervallen);
        Assert.Null(Dwangsom(zaak, "2026-12-31"));
        zaak.Met(Herinner(zaak, Ontvangen.PlusDays(1)));
    }

    [Fact]
    public void Na_een_beslissing_of_een_intrekking_heeft_een_brief_geen_gevolg()
    {
        var beslist = Bezwaarzaak.TeBeslissen().Voorgesteld("ongegrond").Getekend("2026-09-21T10:00:00");
        Assert.Equal("al-besloten", Herinner(beslist, Dag("2026-09-21")).Weigering?.Code);
        // It lay unopened: the decision came after it.
        beslist.Met(Herinner(beslist, Dag("2026-09-20")));

        var ingetrokken = Bezwaarzaak.Afgewezen().Ingediend();
        ingetrokken.Met(BezwaarIntrekken.Beslis(ingetrokken.Bezwaar!, true, () => null, Op("2026-09-18T10:00:00")));
        Assert.Equal("bezwaar-ingetrokken", Herinner(ingetrokken, Ontvangen).Weigering?.Code);
    }

    /// <summary>What an objector who is not the applicant is owed, is counted the same.</summary>
    [Theory]
    [InlineData(Indiener.Aanvrager)]
    [InlineData(Indiener.Derde)]
    public void De_dwangsom_loopt_twee_weken_na_de_brief_tot_er_is_beslist(string indiener)
    {
        var zaak = Bezwaarzaak
            .Afgewezen()
            .Overgetypt(
                new(
                    Zaak,
                    Zaak + "-V1",
                    indiener,
                    Dag("2026-07-01"),
                    Ondertekend: true,
                    Dagtekening: Dag("2026-06-30"),
                    Naam: "Eva",
                    Adres: "Dorpsstraat 1, 3511 AB Utrecht",
                    Gronden: "Het plan is wel meetbaar.",
                    WilHoren: false
                )
            );
        zaak.Met(Herinner(zaak, Ontvangen));
        // Two weeks after 17 September; the penalty runs from 2 October.
        Assert.Equal((0, 0m, (LocalDate?)null), Deel(Dwangsom(zaak, "2026-10-01")!));
        Assert.Equal((1, 23m, (LocalDate?)Dag("2026-10-16")), Deel(Dwangsom(zaak, "2026-10-02")!));
        Assert.Equal(14 * 23m + 35m, Dwangsom(zaak, "2026-10-16")!.Bedrag);
        Assert.Equal((42, 14 * (23m + 35m + 45m)), (Dwangsom(zaak, "2026-12-31")!.Dagen, Dwangsom(zaak, "2026-12-31")!.Bedrag));

        zaak.Beoordeeld(op: "2026-10-05T10:00:00");
        // The applicant has an interest in it too, when somebody else objects.
        zaak.Met(zaak.ZieAf(Hoorgrond.WilNiet, "2026-10-05T10:00:00", anderen: "Ook zij zien ervan af."));
        zaak.Met(zaak.StelVoor("ongegrond", "2026-10-05T11:00:00")).Getekend("2026-10-06T10:00:00");
        // The day of the decision itself does not count.
        var besloten = Dwangsom(zaak, "2026-12-31")!;
        Assert.Equal((4, 4 * 23m, (string?)null), (besloten.Dagen, besloten.Bedrag, besloten.NietVerschuldigd));
    }

    [Fact]
    public void Wie_intrekt_krijgt_over_daarna_niets()
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend();
        zaak.Met(Herinner(zaak, Ontvangen));
        zaak.Met(BezwaarIntrekken.Beslis(zaak.Bezwaar!, true, () => null, Op("2026-10-05T10:00:00")));
        Assert.Equal(3, Dwangsom(zaak, "2026-12-31")!.Dagen);
    }

    [Theory]
    [InlineData(Ontvankelijkheid.OpTijd, Hoorgrond.KennelijkOngegrond, "ongegrond", Hoorgrond.KennelijkOngegrond)]
    [InlineData(
        Ontvankelijkheid.GeenBelanghebbende,
        Hoorgrond.KennelijkNietOntvankelijk,
        "niet-ontvankelijk",
        Ontvankelijkheid.GeenBelanghebbende
    )]
    [InlineData(Ontvankelijkheid.OpTijd, Hoorgrond.WilNiet, "ongegrond", null)]
    public void Bij_een_kennelijk_ongegrond_bezwaar_of_geen_belang_is_zij_niet_verschuldigd(
        string grond,
        string horen,
        string uitkomst,
        string? nietVerschuldigd
    )
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend(wilHoren: false);
        zaak.Met(Herinner(zaak, Ontvangen));
        zaak.Beoordeeld(grond, "2026-10-05T10:00:00").Afgezien(horen, "2026-10-05T10:00:00");
        // As long as it was not decided people judge.
        Assert.Null(Dwangsom(zaak, "2026-10-05")!.NietVerschuldigd);
        zaak.Met(zaak.StelVoor(uitkomst, "2026-10-05T11:00:00")).Getekend("2026-10-06T10:00:00");
        Assert.Equal(nietVerschuldigd, Dwangsom(zaak, "2026-12-31")!.NietVerschuldigd);
    }

    private static (int, decimal, LocalDate?) Deel(Bezwaardwangsom dwangsom) =>
        (dwangsom.Dagen, dwangsom.Bedrag, dwangsom.VaststellenUiterlijk);

    private static Bezwaardwangsom? Dwangsom(Bezwaarzaak zaak, string vandaag) =>
        Bezwaardwangsom.Van(zaak.Bezwaar!, Bezwaarzaak.Versie, Dag(vandaag));

    private static Beslissing Herinner(Bezwaarzaak zaak, LocalDate ontvangenOp, string wie = Bezwaarzaak.Bo) =>
        BezwaarInGebrekeStellen.Beslis(zaak.Bezwaar!, ontvangenOp, wie, Bezwaarzaak.Versie, Op(Nu));

    private static Beslissing Verval(Bezwaarzaak zaak, string reden) =>
        BezwaarInGebrekeStellen.BeslisVerval(zaak.Bezwaar!, reden, Bezwaarzaak.Verwijs, Bezwaarzaak.Bo, Op(Nu));
}
