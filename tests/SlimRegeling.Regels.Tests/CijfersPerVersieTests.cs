using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SlimRegeling.Regels.Tests;

/// <summary>Every figure of the scheme in each version. A dash: the law of that version has no such rule.</summary>
public class CijfersPerVersieTests
{
    private static readonly string[] Versies =
    [
        "slim-2020",
        "slim-2021",
        "slim-2022",
        "slim-2023",
        "slim-2023-09",
        "slim-2024",
        "slim-2025",
        "slim-2026",
    ];

    [Theory]
    [InlineData("percentage-klein", "80 80 80 80 80 80 60 60")]
    [InlineData("percentage-middelgroot", "60 60 60 60 60 60 60 60")]
    [InlineData("percentage-samenwerkingsverband", "60 60 60 60 60 60 60 60")]
    [InlineData("percentage-grootbedrijf", "60 60 60 60 60 60 - -")]
    [InlineData("maximum-mkb-onderneming", "24999 24999 24999 24999 24999 24999 24999 24999")]
    [InlineData("maximum-landbouwbedrijf", "20000 20000 20000 20000 20000 20000 20000 20000")]
    [InlineData("maximum-samenwerkingsverband", "500000 500000 500000 500000 500000 500000 500000 500000")]
    [InlineData("grens-per-partij", "200000 200000 200000 200000 200000 200000 200000 200000")]
    [InlineData("maximum-landbouw-in-samenwerkingsverband", "20000 20000 20000 20000 20000 20000 20000 20000")]
    [InlineData("maximum-visserij-in-samenwerkingsverband", "30000 30000 30000 30000 30000 30000 30000 30000")]
    [InlineData("maximum-wegvervoer-in-samenwerkingsverband", "100000 100000 100000 100000 100000 100000 100000 100000")]
    [InlineData("maximum-grootbedrijf", "200000 200000 200000 200000 200000 200000 - -")]
    [InlineData("afronding-verlening", "centen centen centen centen centen centen centen centen")]
    [InlineData("bedrag-loopbaantraject", "- - - - - 700 700 700")]
    [InlineData("bedrag-praktijkleerplaats", "2700 2700 2700 2700 2700 2700 - -")]
    [InlineData("bedrag-controleverklaring", "- - - - - - 3000 3000")]
    [InlineData("controleverklaring-vanaf", "- - - - - - 125000 125000")]
    [InlineData("minimum-subsidiabele-kosten", "5000 5000 5000 5000 5000 5000 5000 5000")]
    [InlineData("minimum-kosten-samenwerkingsverband", "- 210000 210000 210000 210000 210000 210000 210000")]
    [InlineData("maximum-aandeel-partij", "- 80 80 80 80 80 80 80")]
    [InlineData("minimum-mkb-in-samenwerkingsverband", "2 2 2 2 2 2 2 2")]
    [InlineData("maximum-uurtarief-adviseur", "125 125 125 125 125 135 135 135")]
    [InlineData("uurtarief-boven-maximum", "marktconform marktconform marktconform marktconform marktconform nooit nooit nooit")]
    [InlineData("opslag-brutoloon", "32 32 32 32 32 32 32 32")]
    [InlineData("werkbare-uren", "1720 1720 1720 1720 1720 1720 1720 1720")]
    [InlineData("toeslag-overige-kosten", "15 15 15 15 15 15 15 15")]
    [InlineData("offertes-vereist-boven", "50000 50000 50000 50000 50000 50000 50000 50000")]
    [InlineData("voorschot-mkb-onderneming", "- - - 0 50 50 50 50")]
    [InlineData("voorschot-samenwerkingsverband", "0 0 0 0 0 0 25 25")]
    [InlineData("voorschot-na-voortgang", "- - - - - - 50 50")]
    [InlineData("voorschot-grootbedrijf", "0 0 0 0 0 0 - -")]
    [InlineData("nihil-onder-realisatie", "60 60 60 60 - - - -")]
    [InlineData("nihil-vervalt-op", "2023-07-10 2023-07-10 2023-07-10 2023-07-10 - - - -")]
    [InlineData("onderzoek-onder-realisatie", "- - - - - - 60 60")]
    [InlineData("ambtshalve-vaststelling-onder", "- - - - - - 25000 25000")]
    [InlineData("klein-minder-dan-personen", "50 50 50 50 50 50 50 50")]
    [InlineData("klein-ten-hoogste-omzet-of-balans", "10000000 10000000 10000000 10000000 10000000 10000000 10000000 10000000")]
    [InlineData("mkb-minder-dan-personen", "250 250 250 250 250 250 250 250")]
    [InlineData("mkb-ten-hoogste-omzet", "50000000 50000000 50000000 50000000 50000000 50000000 50000000 50000000")]
    [InlineData("mkb-ten-hoogste-balans", "43000000 43000000 43000000 43000000 43000000 43000000 43000000 43000000")]
    [InlineData("verbonden-boven", "50 50 50 50 50 50 50 50")]
    [InlineData("partner-vanaf", "25 25 25 25 25 25 25 25")]
    [InlineData("sbi-afdeling-landbouw", "01 01 01 01 01 01 01 01")]
    [InlineData("sbi-afdeling-visserij", "03 03 03 03 03 03 03 03")]
    [InlineData("sbi-wegvervoer", "4941 4941 4941 4941 4941 4941 4941 4941")]
    public void Een_parameter_heeft_in_elke_versie_zijn_waarde(string code, string waarden) =>
        Assert.Equal(
            waarden.Split(' '),
            Versies.Select(id => Regelboek.Versie(id).Parameters.TryGetValue(code, out var p) ? Getalloos(p) : "-")
        );

    [Fact]
    public void Elke_parameter_heeft_een_regel_in_deze_tabellen()
    {
        var getoetst = typeof(CijfersPerVersieTests)
            .GetMethod(nameof(Een_parameter_heeft_in_elke_versie_zijn_waarde))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .Select(d => (string)((InlineDataAttribute)d).Data[0]!);
        var gedateerdOfLijst = Parameters.Alle.Where(s => s.Gedateerd || s is Lijstsleutel).Select(s => s.Code);

        Assert.Equal(Parameters.Alle.Select(s => s.Code).Order(), getoetst.Concat(gedateerdOfLijst).Order());
    }

    [Theory]
    [InlineData("beslistermijn", "22 22 22 22 22 22 13 13", "weken")]
    [InlineData("beslistermijn-samenwerkingsverband", "22 22 22 22 22 22 13 13", "weken")]
    [InlineData("beslistermijn-grootbedrijf", "22 22 22 22 22 22 - -", "weken")]
    [InlineData("beslistermijn-met-advies", "22 22 22 22 22 22 22 22", "weken")]
    [InlineData("initiatiefperiode", "12 12 12 12 12 12 12 12", "maanden")]
    [InlineData("initiatiefperiode-samenwerkingsverband", "24 24 24 24 24 24 24 24", "maanden")]
    [InlineData("verlenging-initiatiefperiode", "3 3 3 3 3 3 3 3", "maanden")]
    [InlineData("voortgangsverslag", "- - - - - - 8 8", "weken")]
    [InlineData("verzoek-om-vaststelling", "- - - - - - 22 22", "weken")]
    [InlineData("vaststelling-op-verzoek", "22 22 22 22 22 22 22 22", "weken")]
    [InlineData("ambtshalve-vaststelling", "- - - - - - 22 22", "weken")]
    [InlineData("bewijs-steekproef", "- - - - - - 4 4", "weken")]
    [InlineData("einddeclaratie", "22 22 22 22 22 22 - -", "weken")]
    [InlineData("bezwaar", "6 6 6 6 6 6 6 6", "weken")]
    [InlineData("beslissing-op-bezwaar", "6 6 6 6 6 6 6 6", "weken")]
    [InlineData("beslissing-op-bezwaar-met-commissie", "12 12 12 12 12 12 12 12", "weken")]
    [InlineData("verdaging-bezwaar", "6 6 6 6 6 6 6 6", "weken")]
    [InlineData("bezwaar-per-post", "1 1 1 1 1 1 1 1", "weken")]
    [InlineData("herstel-bezwaar", "14 14 14 14 14 14 14 14", "dagen")]
    [InlineData("reactie-horen", "14 14 14 14 14 14 14 14", "dagen")]
    [InlineData("uitnodiging-horen", "14 14 14 14 14 14 14 14", "dagen")]
    [InlineData("beroep", "6 6 6 6 6 6 6 6", "weken")]
    [InlineData("betaling", "6 6 6 6 6 6 6 6", "weken")]
    [InlineData("hersteltermijn", "14 14 14 14 14 14 14 14", "dagen")]
    [InlineData("mededeling-buiten-behandeling", "4 4 4 4 4 4 4 4", "weken")]
    [InlineData("ingebrekestelling", "2 2 2 2 2 2 2 2", "weken")]
    [InlineData("vaststelling-dwangsom", "2 2 2 2 2 2 2 2", "weken")]
    [InlineData("beslistermijn-wijziging", "8 8 8 8 8 8 8 8", "weken")]
    [InlineData("aanmaning", "2 2 2 2 2 2 2 2", "weken")]
    [InlineData("terugvordering", "60 60 60 60 60 60 60 60", "maanden")]
    [InlineData("verjaring", "60 60 60 60 60 60 60 60", "maanden")]
    public void Een_termijn_heeft_in_elke_versie_zijn_lengte(string code, string lengten, string eenheid) =>
        Assert.Equal(
            lengten.Split(' ').Select(l => l == "-" ? l : $"{l} {eenheid}"),
            Versies.Select(id => Regelboek.Versie(id).Termijnen.TryGetValue(code, out var t) ? $"{t.Lengte} {t.Eenheid}" : "-")
        );

    [Theory]
    [InlineData("slim-2024", "sluiting-tijdvak")]
    [InlineData("slim-2025", "ontvangst")]
    [InlineData("slim-2026", "sluiting-tijdvak")]
    public void De_beslistermijn_van_een_samenwerkingsverband_begint_in_2025_bij_ontvangst(string versie, string begin) =>
        Assert.Equal(begin, Regelboek.Versie(versie).Termijn(Termijncode.Beslistermijn(Aanvragertype.Samenwerkingsverband)).Begin);

    [Theory]
    [InlineData("eisen", "grootbedrijf-omvang", "xxxxxx--")]
    [InlineData("eisen", "grootbedrijf-sector", "xxxxxx--")]
    [InlineData("eisen", "erkend-leerbedrijf", "xxxxxx--")]
    [InlineData("eisen", "aandeel-partij", "-xxxxxxx")]
    [InlineData("eisen", "eisen-loopbaanadviseur", "--xxxxxx")]
    [InlineData("eisen", "activiteit-c", "xxxxxxxx")]
    [InlineData("gronden", "lopend-project", "----xxxx")]
    [InlineData("gronden", "plafond-overschreden", "xxxxxxxx")]
    [InlineData("posten", "praktijkleerplaatsen", "xxxxxx--")]
    [InlineData("posten", "controleverklaring", "------xx")]
    public void Een_regel_bestaat_alleen_in_de_versies_waarvan_de_regeling_hem_kent(string sectie, string code, string waar) =>
        Assert.Equal(
            waar,
            string.Concat(Versies.Select(id => Regelboek.Versie(id).AlleRegels.Any(r => (r.Sectie, r.Code) == (sectie, code)) ? 'x' : '-'))
        );

    [Fact]
    public void Grootbedrijven_en_activiteit_D_zijn_er_tot_en_met_2024()
    {
        foreach (var versie in Regelboek.Laad())
        {
            var oud = versie.Vanaf < new LocalDate(2024, 12, 21);
            Assert.Equal(oud, versie.Aanvragertypen.Contains(Aanvragertype.Grootbedrijf));
            Assert.Equal(oud ? ["A", "B", "C", "D"] : ["A", "B", "C"], versie.Eis(Eiscode.Activiteitsoort).Activiteiten);
            Assert.Equal(oud ? "bij-voorschot" : "altijd", versie.Document(Documentcode.BewijsRekening).Wanneer);
            Assert.DoesNotContain(Aanvragertype.Grootbedrijf, versie.Document(Documentcode.MkbVerklaring).Aanvragertypen);
            Assert.Equal(oud ? Nummering.Oud : Nummering.Nieuw, versie.Nummering);
            Assert.Equal(oud ? "10, onderdeel b" : "2.12, onderdeel b", versie.Grond(Grondcode.OnvoldoendeMeetbaar).Artikel);
            Assert.Equal(oud ? "2.12, onderdeel b" : "10, onderdeel b", (oud ? ArtikelNieuw(versie) : ArtikelOud(versie)));
            Assert.Equal(oud ? "12, vierde lid" : "2.14, vierde lid", versie.Post(Postcode.Adviseur).Artikel);
        }

        static string? ArtikelNieuw(Regelversie versie) => versie.Grond(Grondcode.OnvoldoendeMeetbaar).ArtikelNieuw;
        static string? ArtikelOud(Regelversie versie) => versie.Grond(Grondcode.OnvoldoendeMeetbaar).ArtikelOud;
    }

    [Theory]
    [InlineData("de-minimis-plafond-algemeen", "2023-12-31", "200000")]
    [InlineData("de-minimis-plafond-algemeen", "2024-01-01", "300000")]
    [InlineData("de-minimis-plafond-landbouw", "2024-12-15", "20000")]
    [InlineData("de-minimis-plafond-landbouw", "2024-12-16", "50000")]
    [InlineData("de-minimis-plafond-visserij", "2020-05-08", "30000")]
    [InlineData("de-minimis-plafond-visserij", "2026-05-08", "30000")]
    [InlineData("de-minimis-plafond-wegvervoer", "2023-12-31", "100000")]
    [InlineData("de-minimis-plafond-wegvervoer", "2024-01-01", "300000")]
    [InlineData("steunregister-werkdagen", "2026-05-08", "20")]
    [InlineData("steunregister-waarschuwing", "2026-05-08", "5")]
    [InlineData("begroting-verplichtingen", "2026-12-31", "0")]
    [InlineData("begroting-kas", "2026-12-31", "0")]
    [InlineData("bezwaar-zonder-stempel", "2026-05-08", "2")]
    [InlineData("steekproef-percentage", "2026-05-08", "10")]
    [InlineData("steekproef-percentage-risico", "2026-05-08", "25")]
    [InlineData("steekproef-minimum", "2026-05-08", "5")]
    [InlineData("steekproef-midden-vanaf", "2026-05-08", "10000")]
    [InlineData("steekproef-hoog-vanaf", "2026-05-08", "20000")]
    [InlineData("steekproef-risico-vanaf", "2026-05-08", "2")]
    [InlineData("steekproef-eerste-subsidie", "2026-05-08", "1")]
    [InlineData("steekproef-eerdere-bevinding", "2026-05-08", "2")]
    [InlineData("steekproef-geen-scan", "2026-05-08", "1")]
    [InlineData("steekproef-gemeld", "2026-05-08", "2")]
    [InlineData("uren-per-week", "2026-05-08", "60")]
    [InlineData("dwangsom-eerste-deel", "2018-12-31", "20")]
    [InlineData("dwangsom-eerste-deel", "2026-05-08", "23")]
    [InlineData("dwangsom-tweede-deel", "2018-12-31", "30")]
    [InlineData("dwangsom-tweede-deel", "2026-05-08", "35")]
    [InlineData("dwangsom-derde-deel", "2018-12-31", "40")]
    [InlineData("dwangsom-derde-deel", "2026-05-08", "45")]
    [InlineData("dwangsom-dagen-per-deel", "2026-05-08", "14")]
    [InlineData("dwangsom-meeste-dagen", "2026-05-08", "42")]
    [InlineData("wettelijke-rente", "2022-12-31", "2")]
    [InlineData("wettelijke-rente", "2023-01-01", "4")]
    [InlineData("wettelijke-rente", "2023-07-01", "6")]
    [InlineData("wettelijke-rente", "2024-06-30", "7")]
    [InlineData("wettelijke-rente", "2025-12-31", "6")]
    [InlineData("rente-drempel", "2026-05-08", "20")]
    [InlineData("rente-drempel-bestuursorgaan", "2026-05-08", "10")]
    [InlineData("aanmaning-vergoeding-laag", "2023-12-31", "7")]
    [InlineData("aanmaning-vergoeding-laag", "2026-05-08", "8")]
    [InlineData("aanmaning-vergoeding-hoog", "2023-12-31", "15")]
    [InlineData("aanmaning-vergoeding-hoog", "2026-05-08", "19")]
    [InlineData("aanmaning-grens", "2014-12-31", "454")]
    [InlineData("aanmaning-grens", "2026-05-08", "500")]
    [InlineData("aanmaning-wacht", "2026-05-08", "5")]
    [InlineData("retourkosten-hoogstens", "2026-05-08", "50")]
    public void De_minimis_dwangsom_en_steekproef_volgen_de_dag_en_niet_de_versie(string code, string dag, string plafond)
    {
        var sleutel = Assert.IsType<Getalsleutel>(Parameters.Alle.Single(s => s.Code == code));

        Assert.All(Regelboek.Laad(), versie => Assert.Equal(Getal.Lees(plafond), versie.Op(sleutel, Dag(dag))));
    }

    [Fact]
    public void De_periode_van_de_minimis_is_tot_2024_drie_belastingjaren_en_dan_36_maanden()
    {
        var versie = Regelboek.Versie("slim-2026");

        Assert.Equal(DeMinimisperiode.DrieBelastingjaren, versie.Op(Parameters.DeMinimisPeriode, Dag("2023-12-31")));
        Assert.Equal(DeMinimisperiode.ZesendertigMaanden, versie.Op(Parameters.DeMinimisPeriode, Dag("2024-01-01")));
        Assert.Throws<ArgumentOutOfRangeException>(() => versie.Op(Parameters.DeMinimisPeriode, Dag("2013-12-31")));
        Assert.Throws<ArgumentOutOfRangeException>(() => versie.Op(Parameters.DeMinimisAlgemeen, Dag("2013-12-31")));
    }

    [Fact]
    public void Het_geld_na_bezwaar_komt_van_de_wachtlijst_tot_twee_mensen_anders_beslissen()
    {
        Assert.All(Regelboek.Laad(), versie => Assert.False(Bezwaargeld.UitReserve(versie, Dag("2026-07-01"))));

        var reserve = Regelboek
            .Versie("slim-2026")
            .Met([new("parameters", "bezwaar-budget", "2014-01-01: wachtlijst; 2026-07-01: reserve", "BELEID", null)]);
        Assert.False(Bezwaargeld.UitReserve(reserve, Dag("2026-06-30")));
        Assert.True(Bezwaargeld.UitReserve(reserve, Dag("2026-07-01")));
    }

    [Theory]
    [InlineData("landbouw", 61, "0113", "0112")]
    [InlineData("horeca", 22, "56101", "5622")]
    [InlineData("recreatie", 7, "93291", "931")]
    public void De_sectoren_van_een_grootbedrijf_staan_als_lijst_in_elke_versie_tot_en_met_2024(
        string sector,
        int aantal,
        string wel,
        string niet
    )
    {
        var sleutel = Assert.IsType<Lijstsleutel>(Parameters.Alle.Single(s => s.Code == $"sbi-grootbedrijf-{sector}"));

        foreach (var versie in Regelboek.Laad())
        {
            var lijst = versie.Lijst(sleutel);
            Assert.Equal(versie.Aanvragertypen.Contains(Aanvragertype.Grootbedrijf) ? aantal : 0, lijst.Count);
            Assert.Equal(lijst.Count > 0, lijst.Contains(wel));
            Assert.DoesNotContain(niet, lijst);
        }
    }

    [Fact]
    public void Wat_een_versie_niet_heeft_is_niet_te_lezen_maar_wel_te_zoeken()
    {
        var versie = Regelboek.Versie("slim-2020");

        Assert.Null(versie.Zoek(Parameters.BedragLoopbaantraject));
        Assert.Equal(24_999.00m, versie.Zoek(Parameters.MaximumMkb));
        Assert.Equal(new LocalDate(2023, 7, 10), versie.Zoek(Parameters.NihilVervaltOp));
        Assert.Null(Regelboek.Versie("slim-2024").Zoek(Parameters.NihilVervaltOp));
        Assert.Contains(
            "slim-2020",
            Assert.Throws<KeyNotFoundException>(() => versie[Parameters.BedragLoopbaantraject]).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "hangt af van een dag",
            Assert.Throws<KeyNotFoundException>(() => versie[Parameters.DeMinimisAlgemeen]).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "hangt af van een dag",
            Assert.Throws<KeyNotFoundException>(() => versie[Parameters.DeMinimisPeriode]).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<KeyNotFoundException>(() => versie.Grond(Grondcode.LopendProject));
    }

    private static string Getalloos(Parameter parameter) =>
        parameter.Eenheid is "sbi-code" or "datum" or "keuze"
            ? parameter.Waarde
            : Getal.Lees(parameter.Waarde).ToString("0.##", CultureInfo.InvariantCulture);

    private static LocalDate Dag(string dag) => LocalDatePattern.Iso.Parse(dag).Value;
}
