using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>The letters on an objection: what each article asks to be said, and which day it names.</summary>
public sealed partial class BezwaarbriefTests
{
    private const string Bezwaar = Nummer + "-BZ1";

    private static readonly Bezwaarmotivering Waarom = new("U had het plan wel meegestuurd.\n\nDaarom telt het mee.");

    private static readonly BezwaarIngediendBericht Ingediend = new(
        Nummer,
        Bezwaar,
        Kvk,
        "slim-2026",
        Nummer + "-V1",
        "afwijzing",
        "aanvrager",
        Dag,
        ["beoordelaar-1", "ondertekenaar-1"],
        [],
        new LocalDate(2026, 7, 6),
        Nu,
        new LocalDate(2026, 9, 14)
    );

    private static readonly BezwaarBeslistBericht Beslist = new(
        Nummer,
        Bezwaar,
        Kvk,
        "slim-2026",
        Nummer + "-V1",
        "afwijzing",
        "aanvrager",
        Bezwaar + "-1",
        Dag,
        "ongegrond",
        Guid.Empty,
        "hash",
        ["bo-2", "mo-2"],
        Nu
    );

    [Fact]
    public void De_ontvangst_noemt_de_dag_het_horen_en_de_laatste_dag()
    {
        Bevat(
            new() { Bezwaarontvangst = Ingediend },
            [
                "Ons kenmerk: SLIM-000000000A-BZ1",
                "op 22 juni 2026 uw bezwaar ontvangen tegen ons besluit SLIM-000000000A-V1 (artikel 6:14 Awb)",
                "tot en met 6 juli 2026 (artikelen 7:2 en 7:3 Awb)",
                "uiterlijk op 14 september 2026 (artikel 7:10 Awb)",
                "artikel 6:16 Awb",
            ]
        );
        Bevat(
            new() { Bezwaarontvangst = Ingediend with { BeslissenUiterlijk = null, Ontbreekt = ["gronden"] } },
            ["nog niet verzonden", "nog niet volledig"]
        );
    }

    [Fact]
    public void Het_herstelverzoek_noemt_wat_ontbreekt_en_de_dag_vanaf_de_verzending()
    {
        var bericht = new BezwaarHerstelGevraagdBericht(
            Nummer,
            Bezwaar,
            Kvk,
            "slim-2026",
            Nummer + "-V1",
            "aanvrager",
            ["gronden", "ondertekening"],
            Nu
        );
        var uiterlijk = Termijnen.Einde(Regelboek.Versie("slim-2026"), Termijncode.HerstelBezwaar, Dag);
        Bevat(
            new() { Bezwaarherstel = bericht },
            [
                "• waarom u het niet eens bent met het besluit;",
                "• uw ondertekening.",
                $"tot en met {Datumtekst.Van(uiterlijk)} (artikel 6:6 Awb)",
                "niet-ontvankelijk verklaren (artikel 6:6 Awb)",
            ]
        );
    }

    [Fact]
    public void De_uitnodiging_noemt_dag_uur_en_wijze()
    {
        var bericht = new BezwaarHoorzittingBericht(
            Nummer,
            Bezwaar,
            Kvk,
            "slim-2026",
            Nummer + "-V1",
            "aanvrager",
            Moment.Op(new LocalDateTime(2026, 8, 11, 10, 30)),
            "telefonisch",
            Nu
        );
        Bevat(new() { Hoorzitting = bericht }, ["op 11 augustus 2026 om 10:30 uur, per telefoon", "artikel 7:2 Awb", "artikel 7:4 Awb"]);
        var opKantoor = bericht with { Wijze = "op-kantoor", Plaats = "Plein 2, Den Haag" };
        Bevat(new() { Hoorzitting = opKantoor }, ["op ons kantoor: Plein 2, Den Haag."]);
        Bevat(new() { Hoorzitting = opKantoor with { Plaats = null } }, ["op ons kantoor: Uitvoering SLIM-regeling, Postbus 90801"]);
        Bevat(new() { Hoorzitting = bericht with { Wijze = "video" } }, ["per video: u krijgt daarvoor nog een uitnodiging."]);
        Assert.Equal($"{Bezwaar}-bezwaar-hoorzitting-20260811-1030", new Briefopdracht { Hoorzitting = bericht }.Brief);
    }

    [Theory]
    [InlineData("commissie", "12 weken vanaf het einde van de bezwaartermijn (artikel 7:10, eerste lid, Awb)")]
    [InlineData("verdaging", "artikel 7:10, derde lid, Awb")]
    [InlineData("uitstel", "artikel 7:10, vierde lid, Awb")]
    public void Wie_later_beslist_zegt_waarom_en_wanneer(string reden, string waarom)
    {
        var bericht = new BezwaarBeslistermijnBericht(
            Nummer,
            Bezwaar,
            Kvk,
            "slim-2026",
            Nummer + "-V1",
            "aanvrager",
            reden,
            new LocalDate(2026, 10, 26),
            Nu
        );
        Bevat(new() { Beslistermijn = bericht }, [waarom, "uiterlijk op 26 oktober 2026"]);
    }

    [Fact]
    public void De_beslissing_noemt_uitkomst_motivering_en_beroep_en_geen_bezwaar()
    {
        var brief = Bevat(
            new() { Bezwaarbeslissing = Beslist with { NietGehoord = "wil-niet-gehoord", Herstelt = Bezwaar + "-0" } },
            [
                "Ons kenmerk: SLIM-000000000A-BZ1-1",
                "beslist op 22 juni 2026 (artikel 7:11 Awb)",
                "Uw bezwaar is ongegrond. Het besluit blijft zoals het is.",
                "komt in de plaats van onze beslissing SLIM-000000000A-BZ1-0",
                "U had het plan wel meegestuurd.",
                "Daarom telt het mee.",
                "artikel 7:3 Awb",
                "Stel dan beroep in bij de rechtbank",
                "tot en met 3 augustus 2026",
                "8:1",
            ]
        );
        Assert.DoesNotContain("Maak dan bezwaar", brief, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wil-niet-gehoord", "U liet weten dat u niet wilde", "De indiener liet weten niet te willen worden gehoord")]
    [InlineData("geen-reactie", "U liet niet binnen de termijn weten", "De indiener liet niet binnen de termijn weten")]
    [InlineData("volledig-tegemoet", "Wij geven u helemaal gelijk", "Wij geven de indiener helemaal gelijk")]
    public void Over_het_bezwaar_van_een_ander_leest_de_aanvrager_niet_dat_hij_het_was(string grond, string zelf, string ander)
    {
        var eigen = Bevat(new() { Bezwaarbeslissing = Beslist with { NietGehoord = grond } }, [zelf, "Wij hebben u niet gehoord"]);
        var vanAnder = Bevat(
            new() { Bezwaarbeslissing = Beslist with { NietGehoord = grond, Indiener = "derde" } },
            [ander, "Wij hebben de indiener niet gehoord"]
        );

        Assert.DoesNotContain(ander, eigen, StringComparison.Ordinal);
        Assert.DoesNotContain(zelf, vanAnder, StringComparison.Ordinal);
    }

    [Fact]
    public void Het_advies_gaat_mee_met_een_beslissing_die_ervan_afwijkt()
    {
        Briefopdracht opdracht = new() { Bezwaarbeslissing = Beslist };
        Briefgeval geval = new(
            opdracht,
            Regelboek.Versie("slim-2026"),
            Dag,
            Motivering: Waarom with
            {
                AfwijkingVanAdvies = "De commissie kende het plan niet.",
            },
            Advies: "Verklaar het gegrond.\n\nGehoord op 1 juni."
        );

        var alineas = Briefsoorten.Van(opdracht).Ingebouwd.Vul(geval).Blokken.OfType<Alinea>().Select(a => a.Tekst).ToList();

        var waar = alineas.IndexOf("De adviescommissie schreef ons dit advies:");
        Assert.Equal(["Verklaar het gegrond.", "Gehoord op 1 juni."], alineas.Skip(waar + 1).Take(2));
        // Who follows the advice says so in the reasons.
        var gevolgd = Briefsoorten.Van(opdracht).Ingebouwd.Vul(geval with { Motivering = Waarom }).Blokken;
        Assert.DoesNotContain(new Alinea("Verklaar het gegrond."), gevolgd);
    }

    [Fact]
    public void Wie_alsnog_subsidie_krijgt_leest_alles_wat_in_een_verlening_staat() =>
        Bevat(
            new() { Bezwaarbeslissing = Toegekend("verlenen", 0.00m) },
            [
                "U krijgt alsnog subsidie",
                "€ 18.400,00",
                "€ 11.040,00",
                "€ 5.520,00",
                "2.13, eerste en derde lid",
                "2.18, tweede lid, onderdeel a",
            ]
        );

    [Fact]
    public void Een_hogere_verlening_noemt_wat_het_was_en_wordt() =>
        Bevat(
            new() { Bezwaarbeslissing = Toegekend("wijzigen", 8000.00m) },
            [
                "Wij wijzigen de subsidie",
                "€ 8.000,00",
                "€ 11.040,00",
                "Het voorschot is in totaal € 5.520,00",
                "uiterlijk op 3 augustus 2026",
            ]
        );

    [Fact]
    public void Wie_gelijk_krijgt_over_een_vaststelling_leest_dat_er_een_andere_komt()
    {
        Bevat(
            new()
            {
                Bezwaarbeslissing = Beslist with
                {
                    Bestreden = Nummer + "-S1",
                    Soort = "vaststelling",
                    Uitkomst = "gegrond",
                    Gevolg = "vaststellen",
                    Vaststelling = Nummer + "-S1",
                },
            },
            [
                "bezwaar tegen ons besluit SLIM-000000000A-S1",
                "Uw bezwaar is gegrond. Wij stellen uw subsidie opnieuw vast.",
                "Het komt in de plaats van besluit SLIM-000000000A-S1.",
            ]
        );
        Bevat(
            new() { Bezwaarbeslissing = Toegekend("wijzigen", 8000.00m) with { Vaststelling = Nummer + "-S1" } },
            ["Wij wijzigen de subsidie die u kreeg. Daarna stellen wij haar opnieuw vast.", "€ 8.000,00", "€ 11.040,00"]
        );
    }

    [Fact]
    public void Elke_beslissing_heeft_haar_eigen_brief_en_het_herstelverzoek_het_nummer_van_het_bezwaar()
    {
        var opnieuw = new Briefopdracht { Vaststelling = Vastgesteld with { Besluit = Nummer + "-S2", Vervangt = Nummer + "-S1" } };
        Assert.Equal(($"{Nummer}-S2-vaststelling", "S2-vaststelling"), (opnieuw.Brief, opnieuw.Emailkenmerk));
        Assert.Equal($"{Nummer}-vaststelling", new Briefopdracht { Vaststelling = Vastgesteld }.Brief);
        Assert.Equal($"{Bezwaar}-1-beslissing-op-bezwaar", new Briefopdracht { Bezwaarbeslissing = Beslist }.Brief);
        Assert.Equal($"{Bezwaar}-bezwaar-ontvangst", new Briefopdracht { Bezwaarontvangst = Ingediend }.Brief);
        Assert.Equal("BZ1-bezwaar-ontvangst", new Briefopdracht { Bezwaarontvangst = Ingediend }.Emailkenmerk);
        Assert.Equal("afwijzing", new Briefopdracht { Afwijzing = Afgewezen }.Emailkenmerk);
    }

    private static BezwaarBeslistBericht Toegekend(string gevolg, decimal was) =>
        Beslist with
        {
            Uitkomst = "gegrond",
            Gevolg = gevolg,
            Tijdvak = "2026-04-mkb",
            SubsidiabeleKosten = 18400.00m,
            Bedrag = 11040.00m,
            Was = was,
            Voorschot = 5520.00m,
            PeriodeVan = new LocalDate(2026, 6, 23),
            PeriodeTot = new LocalDate(2027, 6, 22),
            Verantwoording = "ambtshalve",
            Activiteiten = ["A", "C"],
        };

    private static string Bevat(Briefopdracht opdracht, IEnumerable<string> zinnen)
    {
        Briefgeval geval = new(opdracht, Regelboek.Versie("slim-2026"), Dag, Motivering: Waarom);
        var tekst = Brieflezing.Lees(geval);
        Assert.All(zinnen, zin => Assert.Contains(zin, tekst, StringComparison.Ordinal));
        return tekst;
    }
}
