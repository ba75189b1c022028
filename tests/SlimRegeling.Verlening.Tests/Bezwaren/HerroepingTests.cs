using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Intrekkingen;
using static SlimRegeling.Verlening.Tests.Intrekkingszaak;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

/// <summary>
/// Of 11,040.00 the minister left 4,000.00. An objection against that gives back all of it, or some (7:11, second paragraph, Awb); one against the award
/// gives nothing back, and can still be well-founded.
/// </summary>
public sealed class HerroepingTests
{
    private const string Bo3 = "bo-3";
    private const string Mo3 = "mo-3";

    [Fact]
    public void Een_gegrond_bezwaar_geeft_alles_terug_zodra_het_geld_apart_is_gezet()
    {
        var zaak = Tegen(Nummer);
        zaak.Met(StelVoor(zaak));
        var voorstel = zaak.Bezwaar!.Voorstel!;
        Assert.Equal((Bezwaargevolg.Herroepen, 7_040.00m, Tijdvak), (voorstel.Gevolg, voorstel.Nodig, voorstel.Tijdvak));
        Assert.Equal(7_040.00m, Assert.Single(zaak.Gezegd.OfType<BezwaarbudgetGevraagdBericht>()).Bedrag);
        Assert.Equal("budget-nog-niet", Teken(zaak).Weigering?.Code);

        MetBudget(zaak, 7_040.00m).Getekend(Teken(zaak));

        Assert.Equal((11_040.00m, 5_520.00m), (zaak.Verlening.Verleend!.Bedrag, zaak.Verlening.Verleend.Voorschot));
        Assert.False(zaak.Verlening.IsIngetrokken);
        Assert.Null(Intrekkingspoort.Verhogen(zaak.Verlening));
        var gewijzigd = Assert.Single(zaak.Gezegd.OfType<VerleningGewijzigdBericht>());
        Assert.Equal(
            (11_040.00m, 4_000.00m, Nummer, (decimal?)null, Dag("2026-06-22")),
            (gewijzigd.Bedrag, gewijzigd.Was, gewijzigd.Intrekking, gewijzigd.Blijft, gewijzigd.VerleendOp)
        );
        var beslist = Assert.Single(zaak.Gezegd.OfType<BezwaarBeslistBericht>());
        Assert.Equal(("herroepen", 11_040.00m, 4_000.00m), (beslist.Gevolg, beslist.Bedrag, beslist.Was));
    }

    [Fact]
    public void Een_deels_gegronde_intrekking_laat_een_bedrag_daartussen_en_blijft_een_intrekking()
    {
        var zaak = Tegen(Nummer);
        foreach (var bedrag in (decimal[])[4_000.00m, 11_040.00m, 8_000.001m])
        {
            Assert.Equal("blijft", StelVoor(zaak, bedrag).Weigering?.Fouten.Single().Veld);
        }
        Assert.Equal("blijft", StelVoor(zaak, 8_000.00m, "ongegrond").Weigering?.Fouten.Single().Veld);

        zaak.Met(StelVoor(zaak, 8_000.00m));
        MetBudget(zaak, 4_000.00m).Getekend(Teken(zaak));

        Assert.Equal((8_000.00m, 5_520.00m), (zaak.Verlening.Verleend!.Bedrag, zaak.Verlening.Verleend.Voorschot));
        Assert.True(zaak.Verlening.IsIngetrokken);
        Assert.Equal(8_000.00m, Assert.Single(zaak.Gezegd.OfType<VerleningGewijzigdBericht>()).Blijft);

        // A decision in the place of this one gives no less, and all of it can still be given back.
        var besluit = zaak.Bezwaar!.Beslissing!.Besluit;
        Assert.Equal("blijft", StelVoor(zaak, 7_000.00m, herstelt: besluit).Weigering?.Fouten.Single().Veld);
        zaak.Met(StelVoor(zaak, herstelt: besluit));
        MetBudget(zaak, 3_040.00m, 2).Getekend(Teken(zaak));
        Assert.Equal(11_040.00m, zaak.Verlening.Verleend.Bedrag);
    }

    [Fact]
    public void Elke_partij_krijgt_niet_minder_dan_nu_en_niet_meer_dan_ervoor()
    {
        var zaak = Tegen(Nummer);
        var delen = new Dictionary<string, decimal> { [Kvk] = 8_000.00m };
        Assert.Equal("partijen", StelVoor(zaak, 8_000.00m, partijen: delen).Weigering?.Fouten.Single().Veld);
        Assert.Equal("partijen", StelVoor(zaak, partijen: delen).Weigering?.Fouten.Single().Veld);
    }

    [Fact]
    public void Wat_al_is_herroepen_wordt_niet_nog_eens_herroepen()
    {
        var zaak = Tegen(Nummer);
        zaak.MetZaak(Herroep(zaak.Verlening, null));
        Assert.Equal("al-herroepen", StelVoor(zaak).Weigering?.Code);
        Assert.Null(StelVoor(zaak, uitkomst: "ongegrond").Weigering);
    }

    [Fact]
    public void Wat_na_het_voorstel_is_ingetrokken_wordt_niet_getekend()
    {
        var zaak = Tegen(Nummer);
        zaak.Met(StelVoor(zaak, 8_000.00m));
        MetBudget(zaak, 4_000.00m);
        var later = new Intrekkingszaak(zaak.Verlening).Voorgesteld(Deels with { Bedrag = 1_000.00m }).BriefVerzonden();
        later.Met(later.LegVoor());
        zaak.MetZaak(later.Teken());
        Assert.Equal("verlening-gewijzigd", Teken(zaak).Weigering?.Code);
    }

    [Fact]
    public void Wat_een_latere_intrekking_laat_blijft_en_daarna_telt_de_eerdere_niet_meer()
    {
        var zaak = Verleend().Gereed(Deels).Getekend();
        zaak.Voorgesteld(Deels with { Bedrag = 1_000.00m }).BriefVerzonden();
        zaak.Met(zaak.LegVoor()).Getekend();
        var verlening = Volg(zaak.Verlening, Herroep(zaak.Verlening, null))!;
        Assert.Equal((1_000.00m, true), (verlening.Verleend!.Bedrag, verlening.IsIngetrokken));

        verlening = Volg(verlening, Herroep(verlening, null, Zaak + "-I2"))!;
        Assert.Equal((11_040.00m, false), (verlening.Verleend!.Bedrag, verlening.IsIngetrokken));
    }

    [Theory]
    [InlineData(null, 9_000, Zaak + "-S1")]
    [InlineData(8_000, 8_000, Zaak + "-I1")]
    public void Wat_was_vastgesteld_is_weer_vastgesteld_zover_de_intrekking_is_herroepen(int? blijft, int vastgesteld, string besluit)
    {
        var zaak = NaVaststelling(9_000.00m)
            .Voorgesteld(
                Deels with
                {
                    Grond = "nieuwe-feiten",
                    NietHoren = Hoorreden.AlGehoord,
                    WaaromNietHoren = "U reageerde al.",
                },
                "2028-01-10T10:00:00"
            )
            .Getekend("2028-01-11T10:00:00");
        Assert.Equal((4_000.00m, Nummer), (zaak.Verlening.Vaststelling!.Vastgesteld, zaak.Verlening.Vaststelling.Besluit));

        var gewijzigd = Herroep(zaak.Verlening, blijft);
        var na = Volg(zaak.Verlening, gewijzigd)!;

        Assert.Equal(((decimal)vastgesteld, besluit), (na.Vaststelling!.Vastgesteld, na.Vaststelling.Besluit));
        Assert.Equal(besluit, gewijzigd.Vaststelling);
        Assert.False(Herroeping.Hervaststelt(zaak.Verlening, Nummer, blijft, gewijzigd.Wordt));
    }

    [Fact]
    public void Wat_op_minder_was_vastgesteld_wordt_opnieuw_vastgesteld_en_wat_kruiste_niet()
    {
        var zaak = Verleend().Gereed(Deels).Getekend().Verlening;
        var opMinder = Volg(zaak, Hoor(zaak, Vastgesteld(4_000.00m) with { Verleend = 4_000.00m, Intrekking = Nummer }))!;
        var gewijzigd = Herroep(opMinder, null);
        Assert.True(Herroeping.Hervaststelt(opMinder, Nummer, null, gewijzigd.Wordt));
        Assert.Null(gewijzigd.Vaststelling);

        var kruist = Volg(zaak, Hoor(zaak, Vastgesteld(11_040.00m)))!;
        Assert.Equal(4_000.00m, kruist.Vaststelling!.Vastgesteld);
        Assert.Equal(11_040.00m, Volg(kruist, Herroep(kruist, null))!.Vaststelling!.Vastgesteld);
    }

    [Fact]
    public void Een_bezwaar_tegen_de_verlening_is_na_een_intrekking_gegrond_zonder_geld_of_ongegrond()
    {
        var zaak = Tegen(Zaak + "-V1", "2026-07-01T10:00:00");
        Assert.Equal("herbeoordeling-ontbreekt", StelVoor(zaak).Weigering?.Code);
        Assert.Null(StelVoor(zaak, uitkomst: "ongegrond").Weigering);
        zaak.Herbeoordeeld(12_000.00m, "2026-10-06T10:00:00", wie: Bo3);
        Assert.Equal("past-niet-bij-herbeoordeling", StelVoor(zaak, uitkomst: "ongegrond").Weigering?.Code);

        zaak.Met(StelVoor(zaak));
        Assert.Equal((Bezwaargevolg.BlijftIngetrokken, 0m), (zaak.Bezwaar!.Voorstel!.Gevolg, zaak.Bezwaar.Voorstel.Nodig));
        var voor = Beeld(zaak.Verlening);
        zaak.Getekend(Teken(zaak));

        Assert.Equal(voor, Beeld(zaak.Verlening));
        Assert.Empty(zaak.Gezegd.OfType<VerleningGewijzigdBericht>());
        var beslist = Assert.Single(zaak.Gezegd.OfType<BezwaarBeslistBericht>());
        Assert.Equal(("blijft-ingetrokken", (decimal?)null), (beslist.Gevolg, beslist.Bedrag));
    }

    [Fact]
    public void Een_herroeping_wordt_nagerekend()
    {
        var zaak = Verleend().Gereed(Deels).Getekend();
        var (stand, gebeurd) = ((Verlening?)null, new List<Gebeurtenis>());
        foreach (var bericht in (object[])[Reservering, Verlenen])
        {
            Gebeurt(Hoor(stand, bericht));
        }
        Gebeurt(Onderteken(stand!));
        var verloop = new Verloop(Zaak, [.. gebeurd, .. zaak.Gebeurd, Herroep(zaak.Verlening, 8_000.00m)]);

        var nagerekend = Narekenen.Stroom(verloop, Regelstanden.Ongewijzigd).ToList();

        Assert.Contains(nagerekend, n => n.Besluit == "verlening-gewijzigd");
        Assert.All(nagerekend, n => Assert.Empty(n.Verschillen));

        void Gebeurt(Beslissing beslissing)
        {
            gebeurd.AddRange(beslissing.Gebeurtenissen);
            stand = Volg(stand, beslissing);
        }
    }

    /// <summary>With an objection that can be dealt with, of who does not want to be heard.</summary>
    private static Bezwaarzaak Tegen(string besluit, string op = "2026-10-01T10:00:00")
    {
        var ingetrokken = Verleend().Gereed(Deels).Getekend();
        ingetrokken.Hoor(Brief("2026-09-23", "intrekking", Nummer));
        var zaak = Bezwaarzaak.Van(ingetrokken.Verlening).Ingediend(op, wilHoren: false, besluit: besluit);
        zaak.Beoordeeld(op: "2026-10-05T10:00:00", wie: Bo3);
        return zaak.Met(zaak.ZieAf(Hoorgrond.WilNiet, "2026-10-05T10:00:00", Bo3));
    }

    private static Beslissing StelVoor(
        Bezwaarzaak zaak,
        decimal? blijft = null,
        string uitkomst = "gegrond",
        string? herstelt = null,
        IReadOnlyDictionary<string, decimal>? partijen = null
    ) =>
        BeslissingVoorstellen.Beslis(
            zaak.Bezwaar!,
            zaak.Verlening,
            new(uitkomst, "De motivering.", null, herstelt, blijft, partijen),
            motivering => new Verwijzing(Guid.Empty, motivering.Tekst),
            Bo3,
            Op("2026-10-07T10:00:00")
        );

    private static Bezwaarzaak MetBudget(Bezwaarzaak zaak, decimal bedrag, int dag = 1) =>
        zaak.Met(
            BijBezwaarbudgetGereserveerd.Beslis(
                zaak.Bezwaar!,
                new BezwaarbudgetGereserveerdBericht(Zaak, Tijdvak, Bezwaarzaak.Nummer, bedrag, Op($"2026-10-0{7 + dag}T11:00:00"), dag)
            )
        );

    private static Beslissing Teken(Bezwaarzaak zaak) => zaak.Teken("2026-10-12T10:00:00", Mo3);

    private static VerleningGewijzigd Herroep(Verlening verlening, decimal? blijft, string intrekking = Nummer) =>
        Herroeping.Beslis(
            verlening,
            new(intrekking, blijft, null),
            Bezwaarzaak.Nummer + "-1",
            [Bo3, Mo3],
            Bezwaarzaak.Versie,
            Op("2028-02-01T10:00:00")
        );
}
