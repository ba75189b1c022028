using NodaTime;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

/// <summary>Lodging an objection (6:4, 6:5 Awb) and whether it came in time (6:7 to 6:11 Awb), on both sides of each boundary.</summary>
public sealed class IndienenTests
{
    [Theory]
    // 6:7, 6:8: six weeks from the day after sending, 23 June 2026: up to and including Tuesday 4 August.
    [InlineData("2026-06-23", "2026-06-23", null, Tijdigheid.Voortijdig)]
    [InlineData("2026-06-23", "2026-06-24", null, Tijdigheid.OpTijd)]
    [InlineData("2026-06-23", "2026-08-04", null, Tijdigheid.OpTijd)]
    // Without a postmark nobody can tell when it was posted: up to and including the second working day a person judges.
    [InlineData("2026-06-23", "2026-08-05", null, Tijdigheid.TeBeoordelen)]
    [InlineData("2026-06-23", "2026-08-06", null, Tijdigheid.TeBeoordelen)]
    [InlineData("2026-06-23", "2026-08-07", null, Tijdigheid.TeLaat)]
    // The term ends on Friday 7 August.
    [InlineData("2026-06-26", "2026-08-11", null, Tijdigheid.TeBeoordelen)]
    [InlineData("2026-06-26", "2026-08-12", null, Tijdigheid.TeLaat)]
    // Algemene termijnenwet: the last day would be Saturday 8 August, so it is Monday.
    [InlineData("2026-06-27", "2026-08-10", null, Tijdigheid.OpTijd)]
    [InlineData("2026-06-27", "2026-08-11", null, Tijdigheid.TeBeoordelen)]
    [InlineData("2026-06-27", "2026-08-13", null, Tijdigheid.TeLaat)]
    // The last day would be Christmas, so it is Monday 28 December.
    [InlineData("2026-11-13", "2026-12-28", null, Tijdigheid.OpTijd)]
    [InlineData("2026-11-13", "2026-12-29", null, Tijdigheid.TeBeoordelen)]
    [InlineData("2026-11-13", "2026-12-31", null, Tijdigheid.TeLaat)]
    // 6:9, second paragraph: posted within the term and received within a week after it.
    [InlineData("2026-06-23", "2026-08-11", "2026-08-04", Tijdigheid.OpTijdGepost)]
    [InlineData("2026-06-23", "2026-08-12", "2026-08-04", Tijdigheid.TeLaat)]
    [InlineData("2026-06-23", "2026-08-06", "2026-08-05", Tijdigheid.TeLaat)]
    public void De_dagen_zeggen_of_het_op_tijd_is(string verzonden, string ontvangen, string? poststempel, Tijdigheid verwacht)
    {
        var zaak = Bezwaarzaak.Afgewezen(verzonden);
        zaak.Met(
            Invoer(
                zaak,
                Brief() with
                {
                    OntvangenOp = Dag(ontvangen),
                    Poststempel = poststempel is null ? null : Dag(poststempel),
                    Indiener = Indiener.Derde,
                }
            )
        );
        Assert.Equal(verwacht, Bezwaardagen.Tijdig(zaak.Bezwaar!, Bezwaarzaak.Versie));
    }

    [Theory]
    [InlineData(Ontvankelijkheid.OpTijd)]
    [InlineData(Ontvankelijkheid.TeLaat)]
    [InlineData(Ontvankelijkheid.Verschoonbaar)]
    public void Zonder_poststempel_kort_na_de_termijn_oordeelt_een_mens(string grond)
    {
        var zaak = Bezwaarzaak.Afgewezen();
        zaak.Met(Invoer(zaak, Brief() with { OntvangenOp = Dag("2026-08-06") }));
        var oordeel = zaak.Beoordeeld(grond, "2026-08-07T10:00:00").Bezwaar!.Oordeel!;
        Assert.Equal((grond, Tijdigheid.TeBeoordelen), (oordeel.Grond, oordeel.Berekend));
    }

    [Fact]
    public void Voor_de_verzending_is_er_nog_geen_termijn_en_met_de_brief_wel()
    {
        var zaak = Bezwaarzaak.Afgewezen(verzonden: null).Ingediend("2026-06-22T11:00:00");
        Assert.Null(zaak.Uiterlijk);
        Assert.Equal(Tijdigheid.Voortijdig, Bezwaardagen.Tijdig(zaak.Bezwaar!, Bezwaarzaak.Versie));

        var gestart = Assert.IsType<BezwaartermijnGestart>(
            Assert.Single(Hoor(zaak.Verlening, Voorbeelden.Brief("2026-06-23", "afwijzing")).Gebeurtenissen)
        );
        zaak.Met(Bezwaarpost.Bekend(zaak.Bezwaar!, gestart, Regelstanden.Ongewijzigd));
        Assert.Equal((Dag("2026-08-04"), Dag("2026-09-15")), (zaak.Bezwaar!.TermijnTot, zaak.Uiterlijk));
        Assert.Same(Beslissing.Geen, Bezwaarpost.Bekend(zaak.Bezwaar, gestart, Regelstanden.Ongewijzigd));
        // It was there before its term: that is no reason not to deal with it (6:10 Awb).
        Assert.Null(zaak.Beoordeel(Ontvankelijkheid.OpTijd).Weigering);
    }

    [Fact]
    public void Online_op_de_laatste_dag_vraagt_geen_reden_en_een_dag_later_wel()
    {
        Assert.Null(Dien(Bezwaarzaak.Afgewezen(), "2026-08-04T23:59:59").Weigering);
        Fout(Dien(Bezwaarzaak.Afgewezen(), "2026-08-05T00:00:00"), "redenTeLaat", "artikel 6:11 Awb");
        var zaak = Bezwaarzaak.Afgewezen().Ingediend("2026-08-05T00:00:00", redenTeLaat: "Ik lag in het ziekenhuis.");
        Assert.Equal(Tijdigheid.TeLaat, Bezwaardagen.Tijdig(zaak.Bezwaar!, Bezwaarzaak.Versie));
    }

    [Fact]
    public void Wie_niet_zegt_waarom_zegt_dat_het_later_komt()
    {
        var zonder = Dien(Bezwaarzaak.Afgewezen(), verzoek: new(Zaak + "-V1", "Eva"));
        Fout(zonder, "gronden", "artikel 6:5 Awb");
        var zaak = Bezwaarzaak.Afgewezen().Ingediend(gronden: null);
        Assert.Equal([Bezwaareis.Gronden], zaak.Bezwaar!.Ontbreekt);
        Fout(Dien(Bezwaarzaak.Afgewezen(), verzoek: new(Zaak + "-V1", " ", "Daarom")), "naam", "artikel 6:5 Awb");
    }

    [Fact]
    public void Bezwaar_is_tegen_een_besluit_dat_is_genomen_en_niet_tegen_een_beslissing_op_bezwaar()
    {
        Assert.Equal("nog-geen-besluit", Dien(Bezwaarzaak.Van(Voorgelegd())).Weigering?.Code);
        Fout(Dien(Bezwaarzaak.Afgewezen(), verzoek: new(Zaak + "-V2", "Eva", "Daarom")), "besluit", "artikel 6:5 Awb");

        var toegekend = Bezwaarzaak.TeBeslissen().Herbeoordeeld(11040).Voorgesteld("gegrond").Budget(11040).Getekend();
        Assert.DoesNotContain(Bestreden.Van(toegekend.Verlening), b => Bezwaarnummer.VanBesluit(b.Besluit) is not null);
    }

    [Fact]
    public void Elk_besluit_van_elke_context_kan_worden_bestreden()
    {
        Assert.Equal(["afwijzing"], Bestreden.Van(Bezwaarzaak.Afgewezen().Verlening).Select(b => b.Soort));
        Assert.Equal(["buiten-behandeling"], Bestreden.Van(Bezwaarzaak.NietBehandeld().Verlening).Select(b => b.Soort));
        var vastgesteld = Volg(Ondertekend(), Hoor(Ondertekend(), Vastgesteld(11040.00m)))!;
        Assert.Equal(["verlening", "vaststelling"], Bestreden.Van(vastgesteld).Select(b => b.Soort));
        Assert.Equal(["b", "c", "d"], Bestreden.Van(vastgesteld)[1].Ondertekenaars);
    }

    [Fact]
    public void Een_machtiging_moet_het_bestreden_besluit_omvatten()
    {
        var verantwoorden = Bezwaarzaak.Aanvrager(Machtigingsomvang.Verantwoorden);
        Assert.Equal("machtiging-omvat-dit-niet", Dien(Bezwaarzaak.Afgewezen(), wie: verantwoorden).Weigering?.Code);
        Assert.Null(Dien(Bezwaarzaak.Afgewezen(), wie: Bezwaarzaak.Aanvrager(Machtigingsomvang.Aanvragen)).Weigering);
        var vastgesteld = Bezwaarzaak.Van(Volg(Ondertekend(), Hoor(Ondertekend(), Vastgesteld(11040.00m)))!);
        Assert.Null(Dien(vastgesteld, wie: verantwoorden, verzoek: new(Zaak + "-S1", "Eva", "Daarom")).Weigering);
    }

    [Fact]
    public void Tegen_een_besluit_is_er_een_bezwaar_van_de_aanvrager()
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend();
        Assert.Equal("al-bezwaar-gemaakt", Dien(zaak, andere: zaak.Bezwaar).Weigering?.Code);
        Assert.Equal("al-bezwaar-gemaakt", Invoer(zaak, Brief(), zaak.Bezwaar).Weigering?.Code);
        // Someone else may object too.
        Assert.Null(Invoer(zaak, Brief() with { Indiener = Indiener.Derde }, zaak.Bezwaar).Weigering);

        var beslist = Bezwaarzaak.TeBeslissen().Voorgesteld("ongegrond").Getekend();
        Assert.Equal("al-beslist-op-bezwaar", Dien(beslist, andere: beslist.Bezwaar).Weigering?.Code);

        var ingetrokken = Bezwaarzaak.Afgewezen().Ingediend();
        ingetrokken.Met(BezwaarIntrekken.Beslis(ingetrokken.Bezwaar!, false, () => null, Op("2026-07-02T10:00:00")));
        Assert.Null(Dien(ingetrokken, andere: ingetrokken.Bezwaar).Weigering);
    }

    [Fact]
    public void Een_brief_mist_wat_er_niet_in_staat()
    {
        var zaak = Bezwaarzaak.Afgewezen();
        Assert.Empty(Ontbreekt(Invoer(zaak, Brief())));
        Assert.Equal(Bezwaareis.Alle, Ontbreekt(Invoer(zaak, new(Zaak, Zaak + "-V1", Indiener.Aanvrager, Dag("2026-07-01"), false))));
        Assert.Equal([Bezwaareis.NaamAdres], Ontbreekt(Invoer(zaak, Brief() with { Adres = null })));
        Assert.Equal([Bezwaareis.Ondertekening], Ontbreekt(Invoer(zaak, Brief() with { Ondertekend = false })));
    }

    [Fact]
    public void Wie_een_brief_overtypt_kan_geen_dag_noemen_die_niet_kan()
    {
        var zaak = Bezwaarzaak.Afgewezen();
        Fout(Invoer(zaak, Brief() with { OntvangenOp = Dag("2026-08-21") }), "ontvangenOp", "artikel 6:9 Awb");
        Assert.Null(Invoer(zaak, Brief() with { OntvangenOp = Dag("2026-08-20") }).Weigering);
        Fout(Invoer(zaak, Brief() with { OntvangenOp = Dag("2026-06-21") }), "ontvangenOp", "artikel 6:10 Awb");
        Assert.Null(Invoer(zaak, Brief() with { OntvangenOp = Dag("2026-06-22") }).Weigering);
        Fout(Invoer(zaak, Brief() with { Poststempel = Dag("2026-07-02") }), "poststempel", "artikel 6:9 Awb");
        Fout(Invoer(zaak, Brief() with { Indiener = "iemand" }), "indiener", "artikel 1:2 Awb");
    }

    [Fact]
    public void Het_nummer_is_dat_van_de_zaak_met_een_volgnummer()
    {
        Assert.Equal(Zaak, Bezwaarnummer.Zaak(Bezwaarnummer.Van(Zaak, 12)));
        Assert.Equal(Zaak + "-BZ12", Bezwaarnummer.VanBesluit(Bezwaarnummer.Besluit(Zaak + "-BZ12", 3)));
        Assert.Null(Bezwaarnummer.VanBesluit(Zaak + "-V1"));
        Assert.Null(Bezwaarnummer.VanBesluit(Zaak + "-BZ1"));
    }

    private static BezwaarInvoeren.Verzoek Brief() =>
        new(
            Zaak,
            Zaak + "-V1",
            Indiener.Aanvrager,
            Dag("2026-07-01"),
            Ondertekend: true,
            Dagtekening: Dag("2026-06-30"),
            Naam: "Eva",
            Adres: "Dorpsstraat 1, 3511 AB Utrecht",
            Gronden: "Het plan is wel meetbaar."
        );

    private static Beslissing Invoer(Bezwaarzaak zaak, BezwaarInvoeren.Verzoek verzoek, Bezwaar? andere = null) =>
        BezwaarInvoeren.Beslis(
            zaak.Verlening,
            andere is null ? [] : [andere],
            verzoek,
            Bezwaarzaak.Bewaar,
            Regelstanden.Ongewijzigd,
            // No term has ended long before.
            verzoek.OntvangenOp > Dag("2026-08-21")
                ? Op("2027-01-04T10:00:00")
                : Op("2026-08-20T10:00:00")
        );

    private static Beslissing Dien(
        Bezwaarzaak zaak,
        string op = "2026-07-01T10:00:00",
        BezwaarIndienen.Verzoek? verzoek = null,
        Persoon? wie = null,
        Bezwaar? andere = null
    ) =>
        BezwaarIndienen.Beslis(
            zaak.Verlening,
            andere is null ? [] : [andere],
            verzoek ?? new(Zaak + "-V1", "Eva", "Het plan is wel meetbaar."),
            wie ?? Bezwaarzaak.Aanvrager(),
            Bezwaarzaak.Bewaar,
            Regelstanden.Ongewijzigd,
            Op(op)
        );

    private static IReadOnlyList<string> Ontbreekt(Beslissing beslissing) =>
        Assert.IsType<BezwaarIngediend>(Assert.Single(beslissing.Gebeurtenissen)).Ontbreekt;

    private static void Fout(Beslissing beslissing, string veld, string artikel)
    {
        var fout = Assert.Single(beslissing.Weigering?.Fouten ?? []);
        Assert.Equal((veld, artikel), (fout.Veld, fout.Artikel));
    }
}
