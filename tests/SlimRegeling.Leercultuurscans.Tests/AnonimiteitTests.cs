using System.Reflection;
using System.Text.RegularExpressions;
using NodaTime;
using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

public partial class AnonimiteitTests
{
    [Fact]
    public void Een_antwoord_staat_zonder_tijd_volgorde_code_of_mens_in_de_tabel()
    {
        Assert.Equal(["id", "scan", "antwoorden"], Kolommen("antwoord"));
        Assert.Equal(["id", "scan", "inhoud"], Kolommen("antwoordwacht"));
        Assert.Equal(["plaats", "scan", "inhoud"], Kolommen("antwoordconcept"));
        Assert.Equal(["scan", "hash", "gebruikt", "eigen"], Kolommen("uitnodiging"));
        // What stays once the scan is closed.
        Assert.Equal(["scan", "onderdeel", "mensen", "sommen", "producten"], Kolommen("antwoordsom", Antwoordsommen.Ddl));
        Assert.DoesNotContain("serial", Antwoordopslag.Ddl, StringComparison.Ordinal);
        Assert.DoesNotContain("identity", Antwoordopslag.Ddl, StringComparison.Ordinal);
        Assert.DoesNotContain("timestamp", Antwoordopslag.Ddl, StringComparison.Ordinal);
    }

    /// <summary>How many answered is told of a scan that is closed, as evidence; of one that is open no event or message says so.</summary>
    [Fact]
    public void Geen_gebeurtenis_en_geen_bericht_draagt_antwoorden_of_scores()
    {
        var namen = typeof(Scan)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Gebeurtenis)) && t.Namespace == typeof(Scan).Namespace)
            .Append(typeof(ScanAfgerondBericht))
            .Append(typeof(Scanbewijs))
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(p => p.Name)
            .Where(n => n != "EqualityContract")
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "Aantal",
                "Beantwoord",
                "Beeld",
                "Bewijs",
                "Bron",
                "Campagne",
                "Dimensies",
                "Gevraagd",
                "Grootte",
                "Instrument",
                "Instrumenthash",
                "Instrumentversie",
                "Kernvragen",
                "KvkNummer",
                "Leiding",
                "Onderbouwing",
                "Ondernemingsraad",
                "OnderzoekBedrijven",
                "OnderzoekJaar",
                "OnderzoekPersonen",
                "Op",
                "Opzet",
                "Plan",
                "RaadOp",
                "Rapport",
                "RapportOp",
                "Rapporthash",
                "Scan",
                "Sector",
                "Tot",
                "Validatie",
                "Van",
                "Verklaring",
                "Vragenlijst",
                "Zaaknummer",
            ],
            namen
        );
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 5)]
    [InlineData(9, 5)]
    [InlineData(10, 10)]
    public void Zolang_de_scan_open_is_hoort_de_onderneming_alleen_stappen_van_vijf(int aantal, int getoond) =>
        Assert.Equal(getoond, Drempels.Afgerond(aantal));

    [Fact]
    public void Onder_zes_mensen_start_er_geen_scan()
    {
        Assert.NotNull(Start(new(5, Zaak)).Weigering);
        var gestart = Gestart(new(6, Zaak));
        Assert.Equal((Zaak, KvkNummer, 6), (gestart.Zaaknummer, gestart.KvkNummer, gestart.Gevraagd));
        Assert.Equal((Kernvragen.Id, null, Kernvragen.Hash), (gestart.Instrument, gestart.Kernvragen, gestart.Instrumenthash));
    }

    [Fact]
    public void Een_onbekend_zaaknummer_geen_onderneming_of_te_veel_mensen_is_een_weigering()
    {
        Assert.Equal(422, Start(new(6, "SLIM-71ZCH67ZP4")).Weigering?.Status);
        Assert.Equal(422, Start(new(5_001, Zaak)).Weigering?.Status);
        Assert.Equal(403, Starten.Beslis(new(6, Zaak), null, Boek, _ => Bewaard, Voorbeelden.Start).Weigering?.Status);
    }

    [Fact]
    public void Een_scan_kan_zonder_zaak_en_met_een_ander_instrument()
    {
        var gestart = Gestart(new(30, null, "bouwstenen-1", 40, "F"));

        Assert.Null(gestart.Zaaknummer);
        Assert.Equal(
            ("bouwstenen-1", "kernvragen-1", "10-49", "F"),
            (gestart.Instrument, gestart.Kernvragen, gestart.Grootte, gestart.Sector)
        );
        Assert.Equal(["instrument"], Fouten(new(30, null, "bestaat-niet-1")));
    }

    /// <summary>What no report could show is not asked.</summary>
    [Fact]
    public void Onder_tien_mensen_vraagt_niemand_naar_een_team_en_onder_twintig_niet_naar_leeftijd()
    {
        Starten.Teamverzoek[] teams = [new("Winkel"), new("Werkplaats", 4)];

        Assert.Equal(["teams"], Fouten(new(9, Teams: teams)));
        Assert.Empty(Fouten(new(10, Teams: teams)));
        Assert.Equal(["kenmerken"], Fouten(new(19, Kenmerken: ["leeftijd"])));
        Assert.Empty(Fouten(new(20, Kenmerken: ["leeftijd", "contract", "opleiding", "fase"])));
        Assert.Equal(["kenmerken"], Fouten(new(20, Kenmerken: ["geloof"])));
        Assert.Equal(["teams"], Fouten(new(20, Teams: [new("Winkel"), new(" winkel")])));
        Assert.Equal(["teams"], Fouten(new(20, Teams: [new("Winkel")])));
    }

    [Fact]
    public void Namen_van_teams_staan_naast_de_gebeurtenis()
    {
        Scanopzet? bewaard = null;

        var gestart = Assert.IsType<ScanGestart>(
            Assert.Single(
                Starten
                    .Beslis(
                        new(20, Teams: [new("Winkel van Jan", 12), new("Werkplaats")]),
                        KvkNummer,
                        Boek,
                        opzet =>
                        {
                            bewaard = opzet;
                            return Bewaard;
                        },
                        Voorbeelden.Start
                    )
                    .Gebeurtenissen
            )
        );

        Assert.Equal(Bewaard, gestart.Opzet);
        Assert.Equal([new Team("T01", "Winkel van Jan", 12), new Team("T02", "Werkplaats")], bewaard!.Teams);
        Assert.DoesNotContain("Jan", gestart.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sluiten_met_vier_antwoorden_kan_niet_en_zegt_niet_hoeveel_er_zijn()
    {
        var weigering = Sluit(Open(), Bladen(4, 3)).Weigering!;

        Assert.Equal("te-weinig-antwoorden", weigering.Code);
        Assert.DoesNotContain("4", weigering.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void Sluiten_geeft_een_rapport_en_een_tweede_keer_niets()
    {
        var gebeurd = Sluit(Open(), Bladen(5, 3), Leiding(4)).Gebeurtenissen;

        Assert.IsType<ScanGesloten>(gebeurd[0]);
        var vastgesteld = Assert.IsType<RapportVastgesteld>(gebeurd[1]);
        Assert.Equal("beeld", vastgesteld.Beeld);
        Assert.Equal((new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 20)), (vastgesteld.Van, vastgesteld.Tot));
        Assert.Same(Beslissing.Geen, Sluit(Open().Apply(new ScanGesloten(Eind)), []));
        Assert.Equal(
            new ScanAfgerondBericht(
                Zaak,
                KvkNummer,
                "scan-1",
                Kernvragen.Id,
                vastgesteld.Van,
                vastgesteld.Tot,
                8,
                "beeld",
                "rapporthash",
                Eind,
                Kernvragen.Naam.Nl,
                Kernvragen.Bron,
                1,
                Kernvragen.Onderbouwing,
                "niet-gevalideerd",
                Kernvragen.Hash,
                5,
                true,
                vastgesteld.Tot,
                "D1 D2 D3 D4 D5 D6"
            ),
            Assert.Single(Uitgaand.Berichten("scan-1", vastgesteld))
        );
        Assert.Empty(Uitgaand.Berichten("scan-1", gebeurd[0]));
    }

    [Fact]
    public void Zonder_zaak_hoort_niemand_iets_tot_de_scan_wordt_gekoppeld()
    {
        var vastgesteld = Assert.IsType<RapportVastgesteld>(Sluit(Open(zaak: null), Bladen(5, 3)).Gebeurtenissen[1]);
        Assert.Empty(Uitgaand.Berichten("scan-1", vastgesteld));

        var gesloten = Open(zaak: null).Apply(vastgesteld);
        var gekoppeld = Assert.IsType<ScanGekoppeld>(Assert.Single(Koppelen.Beslis(gesloten, Zaak, Eind).Gebeurtenissen));

        var bericht = Assert.IsType<ScanAfgerondBericht>(Assert.Single(Uitgaand.Berichten("scan-1", gekoppeld)));
        Assert.Equal((Zaak, 5, "rapporthash"), (bericht.Zaaknummer, bericht.Beantwoord, bericht.Rapporthash));
        Assert.Same(Beslissing.Geen, Koppelen.Beslis(gesloten.Apply(gekoppeld), Zaak, Eind));
        Assert.Equal("geen-rapport", Koppelen.Beslis(Open(), Zaak, Eind).Weigering?.Code);
        Assert.Equal(422, Koppelen.Beslis(gesloten, "SLIM-1", Eind).Weigering?.Status);
    }

    /// <summary>What was fixed before more was told is said again as it was said then.</summary>
    [Fact]
    public void Een_rapport_van_voor_deze_versie_zegt_wat_het_toen_zei()
    {
        var eerder = new RapportVastgesteld(Zaak, KvkNummer, Kernvragen.Id, new(2026, 3, 2), new(2026, 3, 20), 8, "beeld", Bewaard, Eind);

        var bericht = Assert.IsType<ScanAfgerondBericht>(Assert.Single(Uitgaand.Berichten("scan-1", eerder)));

        Assert.Equal(
            ("Kernvragen leercultuur, versie 1", "Eigen vragen van deze uitvoering; vrij te gebruiken"),
            (bericht.Vragenlijst, bericht.Bron)
        );
        Assert.Null(bericht.Beantwoord);
    }

    [Fact]
    public void Afbreken_kan_zolang_de_scan_open_is()
    {
        Assert.IsType<ScanAfgebroken>(Assert.Single(Sluiten.BeslisAfbreking(Open(), Eind).Gebeurtenissen));
        Assert.Same(Beslissing.Geen, Sluiten.BeslisAfbreking(Open().Apply(new ScanAfgebroken(Eind)), Eind));
        Assert.Equal("scan-gesloten", Sluiten.BeslisAfbreking(Open().Apply(new ScanGesloten(Eind)), Eind).Weigering?.Code);
    }

    [Fact]
    public void Reservecodes_zijn_er_een_op_de_tien()
    {
        Assert.IsType<CodesBijgemaakt>(Assert.Single(CodesBijmaken.Beslis(Open(40), 4, Eind).Gebeurtenissen));
        Assert.Equal(422, CodesBijmaken.Beslis(Open(40), 5, Eind).Weigering?.Status);
        Assert.Equal(422, CodesBijmaken.Beslis(Open(40).Apply(new CodesBijgemaakt(4, Eind)), 1, Eind).Weigering?.Status);
        Assert.IsType<CodesBijgemaakt>(Assert.Single(CodesBijmaken.Beslis(Open(), 1, Eind).Gebeurtenissen));
        Assert.Equal("scan-gesloten", CodesBijmaken.Beslis(Open().Apply(new ScanGesloten(Eind)), 1, Eind).Weigering?.Code);
    }

    [Fact]
    public void De_leiding_ondertekent_op_dezelfde_vragen_tot_de_scan_dicht_is()
    {
        var verzoek = new Verklaren.Verzoek(Blad(3).Antwoorden, ["D6", "D1"], "willen", ["tijd"], ["vernieuwen"], Akkoord: true);

        Assert.IsType<LeidingVerklaard>(Assert.Single(Verklaar(Open(), verzoek).Gebeurtenissen));
        Assert.Equal("akkoord", Assert.Single(Verklaar(Open(), verzoek with { Akkoord = false }).Weigering!.Fouten).Veld);
        Assert.Equal("volgorde", Assert.Single(Verklaar(Open(), verzoek with { Volgorde = ["D1", "D1"] }).Weigering!.Fouten).Veld);
        Assert.Equal("fase", Assert.Single(Verklaar(Open(), verzoek with { Fase = "doen" }).Weigering!.Fouten).Veld);
        var richting = new Dictionary<string, string> { ["plan"] = "misschien" };
        Assert.Equal("richting.plan", Assert.Single(Verklaar(Open(), verzoek with { Richting = richting }).Weigering!.Fouten).Veld);
        Assert.Equal("doelgroepen", Assert.Single(Verklaar(Open(), verzoek with { Doelgroepen = ["jong"] }).Weigering!.Fouten).Veld);
        Assert.Equal("scan-gesloten", Verklaar(Open().Apply(new ScanGesloten(Eind)), verzoek).Weigering?.Code);
    }

    private static Beslissing Verklaar(Scan scan, Verklaren.Verzoek verzoek) => Verklaren.Beslis(scan, verzoek, Boek, _ => Bewaard, Eind);

    private static Beslissing Start(Starten.Verzoek verzoek) => Starten.Beslis(verzoek, KvkNummer, Boek, _ => Bewaard, Voorbeelden.Start);

    private static ScanGestart Gestart(Starten.Verzoek verzoek) => Assert.IsType<ScanGestart>(Assert.Single(Start(verzoek).Gebeurtenissen));

    private static IEnumerable<string> Fouten(Starten.Verzoek verzoek) => (Start(verzoek).Weigering?.Fouten ?? []).Select(f => f.Veld);

    private static Beslissing Sluit(Scan scan, IReadOnlyList<Antwoordblad> bladen, Leidingverklaring? leiding = null) =>
        Sluiten.Beslis(scan, new(Lijst, Scanopzet.Zonder, leiding, bladen), _ => Bewaard, Eind);

    private static IEnumerable<string> Kolommen(string tabel, string? ddl = null)
    {
        var inhoud = Regex.Match(ddl ?? Antwoordopslag.Ddl, $@"\.{tabel} \((.*?)\n\);?", RegexOptions.Singleline).Groups[1].Value;
        return Kolom().Matches(inhoud).Select(m => m.Groups[1].Value);
    }

    [GeneratedRegex(@"^  (\w+) (?:text|uuid|boolean|int|bigint|bytea|timestamptz)", RegexOptions.Multiline)]
    private static partial Regex Kolom();
}
