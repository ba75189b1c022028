using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

/// <summary>An objection against a settlement, and one against an award that was settled meanwhile (6:19 Awb): what is settled anew.</summary>
public sealed class VaststellingTests
{
    private const string Eerste = Zaak + "-S1";

    [Fact]
    public void Een_gegrond_bezwaar_tegen_een_vaststelling_laat_opnieuw_vaststellen()
    {
        var zaak = TegenVaststelling();
        Assert.Equal("nam-bestreden-besluit", zaak.StelVoor("gegrond", "2027-08-12T10:00:00", wie: "c").Weigering?.Code);
        Assert.Null(zaak.StelVoor("ongegrond", "2027-08-12T10:00:00").Weigering);
        zaak.Met(zaak.StelVoor("gegrond", "2027-08-12T10:00:00"));
        var voorstel = zaak.Bezwaar!.Voorstel!;
        Assert.Equal(
            (Bezwaargevolg.Vaststellen, 0m, (string?)null, Eerste),
            (voorstel.Gevolg, voorstel.Nodig, voorstel.Herbeoordeling, voorstel.Vaststelling)
        );

        var voor = Beeld(zaak.Verlening);
        zaak.Getekend("2027-08-13T10:00:00");

        // The award and its settlement hold until there is another.
        Assert.Equal(voor, Beeld(zaak.Verlening));
        var gezegd = zaak.Gezegd.ToList();
        var beslist = Assert.Single(gezegd.OfType<BezwaarBeslistBericht>());
        Assert.Equal(("vaststellen", Eerste, (decimal?)null), (beslist.Gevolg, beslist.Vaststelling, beslist.Bedrag));
        Assert.Empty(gezegd.OfType<BezwaarbudgetGevraagdBericht>());
        Assert.Empty(gezegd.OfType<VerleningGewijzigdBericht>());
    }

    [Fact]
    public void Wie_gelijk_kreeg_houdt_dat_na_herstel_van_een_fout()
    {
        var zaak = TegenVaststelling();
        zaak.Met(zaak.StelVoor("gegrond", "2027-08-12T10:00:00")).Getekend("2027-08-13T10:00:00");
        var eerste = zaak.Bezwaar!.Beslissing!.Besluit;

        Assert.Equal("niet-slechter", zaak.StelVoor("ongegrond", "2027-08-14T10:00:00", herstelt: eerste).Weigering?.Code);
        zaak.Met(zaak.StelVoor("gegrond", "2027-08-14T10:00:00", herstelt: eerste)).Getekend("2027-08-15T10:00:00");
        Assert.Equal([Eerste, Eerste], zaak.Gezegd.OfType<BezwaarBeslistBericht>().Select(b => b.Vaststelling));
    }

    [Fact]
    public void Wat_na_het_voorstel_opnieuw_is_vastgesteld_wordt_niet_getekend()
    {
        var zaak = TegenVaststelling();
        zaak.Met(zaak.StelVoor("gegrond", "2027-08-12T10:00:00"));
        var getekend = zaak.Teken("2027-08-13T10:00:00").Gebeurtenissen.OfType<BezwaarBeslist>().Single();
        zaak.MetZaak(Hoor(zaak.Verlening, Opnieuw(10500.00m)));

        Assert.Equal("al-vastgesteld", zaak.Teken("2027-08-14T10:00:00").Weigering?.Code);
        Assert.Equal("al-vastgesteld", BeslissingOndertekenen.Gevolg(zaak.Verlening, getekend, Bezwaarzaak.Versie).Weigering?.Code);
    }

    [Fact]
    public void Wat_opnieuw_is_vastgesteld_komt_in_de_plaats_van_het_eerste_in_welke_volgorde_ook()
    {
        object[] berichten = [Vastgesteld(10000.00m), Opnieuw(10500.00m)];

        foreach (var volgorde in Volgordes<object>([.. berichten, .. berichten]))
        {
            var verlening = volgorde.Aggregate(Ondertekend(), (stand, bericht) => Volg(stand, Hoor(stand, bericht))!);

            Assert.Equal((Zaak + "-S2", 10500.00m), (verlening.Vaststelling!.Besluit, verlening.Vaststelling.Vastgesteld));
            var bestreden = Bestreden.Van(verlening).Single(b => b.Soort == Besluitsoort.Vaststelling);
            Assert.Equal(Zaak + "-S2", bestreden.Besluit);
            Assert.Equal(["e", "f", "g"], bestreden.Ondertekenaars);
        }
    }

    [Fact]
    public void De_vaststelling_van_wie_na_een_bezwaar_subsidie_kreeg_start_ook_een_bezwaartermijn()
    {
        var zaak = Bezwaarzaak.TeBeslissen(Bezwaarzaak.NietBehandeld()).Herbeoordeeld(9000).Voorgesteld("gegrond").Budget(9000).Getekend();

        var gestart = Hoor(zaak.Verlening, Brief("2027-08-03", "vaststelling", Eerste));

        Assert.IsType<BezwaartermijnGestart>(Assert.Single(gestart.Gebeurtenissen));
    }

    [Fact]
    public void Een_bezwaar_tegen_de_verlening_die_is_vastgesteld_verhoogt_haar_zonder_voorschot_en_laat_opnieuw_vaststellen()
    {
        var zaak = Bezwaarzaak.TeBeslissen(Bezwaarzaak.Verleend()).Herbeoordeeld(12000);
        zaak.MetZaak(Hoor(zaak.Verlening, Vastgesteld(11040.00m)));
        Assert.Equal("past-niet-bij-herbeoordeling", zaak.StelVoor("ongegrond").Weigering?.Code);
        var voorstel = zaak.Voorgesteld("gegrond").Bezwaar!.Voorstel!;
        Assert.Equal((Bezwaargevolg.Wijzigen, 960m, Eerste), (voorstel.Gevolg, voorstel.Nodig, voorstel.Vaststelling));
        Assert.Equal("budget-nog-niet", zaak.Teken().Weigering?.Code);

        zaak.Budget(960).Getekend();

        Assert.Equal((12000m, 5520m), (zaak.Verlening.Verleend!.Bedrag, zaak.Verlening.Verleend.Voorschot));
        var gezegd = zaak.Gezegd.ToList();
        var gewijzigd = Assert.Single(gezegd.OfType<VerleningGewijzigdBericht>());
        Assert.Equal((12000m, 11040m, 5520m), (gewijzigd.Bedrag, gewijzigd.Was, gewijzigd.Voorschot));
        Assert.Empty(gezegd.OfType<VoorschotToegekendBericht>());
        var beslist = Assert.Single(gezegd.OfType<BezwaarBeslistBericht>());
        Assert.Equal(("wijzigen", Eerste), (beslist.Gevolg, beslist.Vaststelling));
    }

    [Fact]
    public void Betere_woorden_na_de_vaststelling_laten_haar_zoals_zij_is()
    {
        var zaak = Bezwaarzaak.TeBeslissen(Bezwaarzaak.Verleend()).Herbeoordeeld(12000).Voorgesteld("gegrond").Budget(960).Getekend();
        zaak.MetZaak(Hoor(zaak.Verlening, Vastgesteld(12000.00m) with { Verleend = 12000.00m }));

        zaak.Met(zaak.StelVoor("gegrond", "2027-08-12T10:00:00", herstelt: Bezwaarzaak.Nummer + "-1")).Getekend("2027-08-13T10:00:00");

        Assert.Equal(Eerste, zaak.Bezwaar!.Beslissing!.Vaststelling);
        Assert.Null(zaak.Gezegd.OfType<BezwaarBeslistBericht>().Last().Vaststelling);
    }

    /// <summary>Settled on 10,000 and objected to, by who does not want to be heard.</summary>
    private static Bezwaarzaak TegenVaststelling()
    {
        var zaak = Bezwaarzaak.Van(Volg(Ondertekend(), Hoor(Ondertekend(), Vastgesteld(10000.00m)))!);
        zaak.Met(
            BezwaarIndienen.Beslis(
                zaak.Verlening,
                [],
                new(Eerste, "Eva", "Alles is uitgevoerd.", WilHoren: false),
                Bezwaarzaak.Aanvrager(),
                Bezwaarzaak.Bewaar,
                Regelstanden.Ongewijzigd,
                Op("2027-08-10T10:00:00")
            )
        );
        return zaak.Beoordeeld(op: "2027-08-11T10:00:00").Afgezien(Hoorgrond.WilNiet, "2027-08-11T10:00:00");
    }

    /// <summary>In the place of the first, by others.</summary>
    private static SubsidieVastgesteldBericht Opnieuw(decimal bedrag) =>
        Vastgesteld(bedrag) with
        {
            Besluit = Zaak + "-S2",
            Ondertekenaars = ["e", "f", "g"],
            Op = Op("2027-10-04T10:00:00"),
            Vervangt = Eerste,
            Bezwaarbesluit = Bezwaarzaak.Nummer + "-1",
            EerderVastgesteld = 10000.00m,
        };
}
