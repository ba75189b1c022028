using NodaTime;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Plannen;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

public class InterventieTests
{
    private static readonly IReadOnlyList<Interventie> Alle = Interventieboek.Ingebouwd;
    private static readonly LocalDate Vanaf = new(2024, 1, 1);

    [Fact]
    public void Van_elke_dimensie_zijn_er_interventies_in_elke_fase_voor_elke_grootte()
    {
        Assert.All(Alle, i => Assert.Empty(i.Controleer()));
        foreach (var dimensie in Dimensies.Kern)
        {
            foreach (var grootte in Keuzelijsten.Groottes)
            {
                Assert.NotEmpty(Advies.Handvatten(Alle, dimensie, "weten", grootte.Code, null));
            }
        }
    }

    /// <summary>Of the catalogue nobody can read anything any more when two of one name make it stop.</summary>
    [Fact]
    public void Wat_twee_keer_is_beschreven_staat_er_een_keer_zoals_in_zijn_eigen_stroom()
    {
        var (oud, nieuw) = (Alle[0] with { Bron = "oud" }, Alle[0] with { Bron = "nieuw" });
        Interventiestand[] standen =
        [
            new() { Id = Interventiestand.Stroom(oud.Id), Interventie = nieuw },
            new() { Id = oud.Id, Interventie = oud },
            new() { Id = "interventie-leeg" },
        ];

        var samen = Interventieboek.Samen(standen);

        Assert.Equal(Alle.Count, samen.Count);
        Assert.Equal("nieuw", samen.Single(i => i.Id == oud.Id).Bron);
        Assert.Equal("nieuw", Interventieboek.Samen([.. standen.AsEnumerable().Reverse()]).Single(i => i.Id == oud.Id).Bron);
    }

    [Fact]
    public void Handvatten_volgen_wat_tegenhoudt_en_voor_wie_het_bedrijf_iets_wil_doen()
    {
        Assert.Equal("vaste-leertijd", Advies.Handvatten(Alle, "D2", "willen", "10-49", "Q", [], ["tijd"])[0]);
        Assert.Equal("leren-van-fouten", Advies.Handvatten(Alle, "D2", "willen", "10-49", "Q", [], ["slechte-ervaring"])[0]);
        // Of those for the phase, the one for its people comes first.
        Assert.Equal("taakroulatie", Advies.Handvatten(Alle, "D1", "kunnen", "10-49", "Q", ["praktisch"])[0]);
        Assert.DoesNotContain("taakroulatie", Advies.Handvatten(Alle, "D1", "kunnen", "10-49", "Q", ["50-plus"]));
        foreach (var groep in Keuzelijsten.Doelgroepen)
        {
            Assert.All(Dimensies.Kern, d => Assert.NotEmpty(Advies.Handvatten(Alle, d, "weten", "2-9", null, [groep.Code])));
        }
    }

    [Fact]
    public void Zoeken_gaat_op_dimensie_doelgroep_route_en_woorden()
    {
        Assert.All(
            Advies.Zoek(Alle, new(Dimensie: "D5", Route: "slim-c")),
            i => Assert.True(i.Dimensies.Contains("D5") && i.Routes.Contains("slim-c"))
        );
        Assert.Equal(["leerambassadeurs"], Advies.Zoek(Alle, new(Woorden: "leerambassadeurs")).Select(i => i.Id));
        Assert.Equal(["leerambassadeurs"], Advies.Zoek(Alle, new(Woorden: "LEARNING ambassadors")).Select(i => i.Id));
        Assert.Empty(Advies.Zoek(Alle, new(Woorden: "leerambassadeurs bestaat-niet")));
        // A list that is empty leaves nobody out.
        Assert.Contains(Advies.Zoek(Alle, new(Sector: "Q")), i => i.Sectoren.Count == 0);
        Assert.DoesNotContain(Advies.Zoek(Alle, new(Sector: "Q")), i => i.Id == "oefenplek");
    }

    [Fact]
    public void Wat_niet_meer_actief_is_wordt_niet_aangeraden_en_wel_gevonden_door_wie_ernaar_vraagt()
    {
        Interventie[] interventies = [.. Alle.Select(i => i.Id == "intervisie" ? i with { Actief = false } : i)];

        Assert.DoesNotContain(Advies.Zoek(interventies, new()), i => i.Id == "intervisie");
        Assert.Contains(Advies.Zoek(interventies, new(OokNietActief: true)), i => i.Id == "intervisie");
    }

    [Fact]
    public void De_regelbeheerder_beschrijft_een_interventie_en_een_keuze_die_er_niet_is_wordt_genoemd()
    {
        var intervisie = Alle.Single(i => i.Id == "intervisie");

        Assert.IsType<InterventieBeschreven>(Assert.Single(InterventiesTonen.Beslis("intervisie", intervisie, Eind).Gebeurtenissen));
        Assert.Equal(
            ["interventie.dimensies", "interventie.bewijs"],
            InterventiesTonen
                .Beslis("intervisie", intervisie with { Dimensies = ["D10"], Bewijs = "sterk" }, Eind)
                .Weigering!.Fouten.Select(f => f.Veld)
        );
        Assert.Equal("interventie.id", Assert.Single(InterventiesTonen.Beslis("anders", intervisie, Eind).Weigering!.Fouten).Veld);
    }

    [Fact]
    public void Wat_een_bedrijf_deed_staat_in_zijn_log()
    {
        var verzoek = new Loggen.Beginverzoek("intervisie", new(2026, 3, 1), Deelnemers: 8);

        var begonnen = Assert.IsType<InterventieBegonnen>(Assert.Single(Loggen.Beslis(verzoek, true, KvkNummer, Eind).Gebeurtenissen));
        var regel = new Logregel { Id = "log-1" }.Apply(begonnen);
        var afgerond = Assert.IsType<InterventieAfgerond>(
            Assert.Single(Loggen.BeslisAfronding(regel, new(new(2026, 3, 15), "ja", "Het werkte."), _ => Bewaard, Eind).Gebeurtenissen)
        );

        Assert.Equal(Bewaard, afgerond.Ervaring);
        Assert.Same(Beslissing.Geen, Loggen.BeslisAfronding(regel.Apply(afgerond), new(new(2026, 3, 15), "nee"), _ => Bewaard, Eind));
        Assert.Equal("interventie", Assert.Single(Loggen.Beslis(verzoek, false, KvkNummer, Eind).Weigering!.Fouten).Veld);
        Assert.Equal(
            "van",
            Assert.Single(Loggen.Beslis(verzoek with { Van = new(2026, 4, 1) }, true, KvkNummer, Eind).Weigering!.Fouten).Veld
        );
        Assert.Equal(
            ["tot", "hielp"],
            Loggen.BeslisAfronding(regel, new(new(2026, 2, 1), "misschien"), _ => Bewaard, Eind).Weigering!.Fouten.Select(f => f.Veld)
        );
    }

    [Fact]
    public void Wat_een_bedrijf_van_de_scan_vond_komt_na_het_rapport_en_is_ja_deels_of_nee()
    {
        var scan = Open().Apply(new ScanGesloten(Eind)) with { Rapport = Bewaard };

        Assert.Null(Terugkoppelen.Weeg(scan, new("deels", "Korter.")));
        Assert.Equal("geen-rapport", Terugkoppelen.Weeg(Open(), new("ja"))?.Code);
        Assert.Equal(["hielp", "tekst"], Terugkoppelen.Weeg(scan, new("soms", new string('a', 2_001)))!.Fouten.Select(f => f.Veld));
    }

    [Fact]
    public void Van_een_interventie_wordt_pas_verteld_of_zij_hielp_als_tien_bedrijven_haar_deden()
    {
        Assert.Empty(Loggen.Tellingen(Regels(9)));
        var telling = Assert.Single(Loggen.Tellingen([.. Regels(12), .. Regels(1)]));
        // The first firm did it twice and counts once.
        Assert.Equal(
            ("intervisie", 10, 10, 0, 0),
            (telling.Interventie, telling.Bedrijven, telling.Hielp, telling.HielpDeels, telling.HielpNiet)
        );
    }

    [Fact]
    public void Wie_als_voorbeeld_gevraagd_mag_worden_staat_in_een_lijst_en_wie_dat_niet_zei_niet()
    {
        Verwijzing ja = new(Guid.NewGuid(), "ja");

        var lijst = VoorbeeldenTonen.Lijst(
            [Met(ja, "1"), Met(Bewaard, "2"), Open() with { Leiding = ja }],
            [Regel("3", true), Regel("4", false)],
            leiding => Leiding(3) with { Voorbeeld = leiding == ja },
            Vanaf
        );

        Assert.Equal(["3 intervisie", "1 "], lijst.Select(v => $"{v.KvkNummer} {v.Interventie}"));
        // What was signed can be destroyed; then nobody said yes.
        Assert.Empty(VoorbeeldenTonen.Lijst([Met(ja, "1")], [], _ => null, Vanaf));
    }

    /// <summary>A firm can think otherwise later, and who said it long ago is not the same firm any more.</summary>
    [Fact]
    public void Wat_een_bedrijf_het_laatst_zei_telt_en_na_drie_jaar_niets_meer()
    {
        Verwijzing ja = new(Guid.NewGuid(), "ja");

        Assert.Empty(Lijst([Met(ja, "1"), Met(Bewaard, "1", later: 30)], [Regel("3", true), Regel("3", false, later: 30)]));
        Assert.Equal(
            ["3 intervisie", "1 "],
            Lijst([Met(Bewaard, "1"), Met(ja, "1", later: 30)], [Regel("3", false), Regel("3", true, later: 30)])
                .Select(v => $"{v.KvkNummer} {v.Interventie}")
        );
        Assert.Empty(VoorbeeldenTonen.Lijst([Met(ja, "1")], [Regel("3", true)], _ => Zegt(true), new(2026, 4, 2)));

        IReadOnlyList<VoorbeeldenTonen.MagGevraagd> Lijst(IEnumerable<Scan> scans, IEnumerable<Logregel> regels) =>
            VoorbeeldenTonen.Lijst(scans, regels, leiding => Zegt(leiding == ja), Vanaf);

        static Leidingverklaring Zegt(bool voorbeeld) => Leiding(3) with { Voorbeeld = voorbeeld };
    }

    private static Scan Met(Verwijzing leiding, string kvk, int later = 0) =>
        Open() with
        {
            KvkNummer = kvk,
            Leiding = leiding,
            Vastgesteld = new(
                null,
                kvk,
                "kernvragen-1",
                new(2026, 3, 2),
                new LocalDate(2026, 3, 20).PlusDays(later),
                8,
                "beeld",
                Bewaard,
                Eind + Duration.FromDays(later)
            ),
        };

    private static Logregel Regel(string kvk, bool voorbeeld, int later = 0) =>
        new Logregel { Id = kvk }.Apply(
            new InterventieBegonnen(
                kvk,
                "intervisie",
                new LocalDate(2026, 4, 1).PlusDays(later),
                null,
                null,
                voorbeeld,
                Eind + Duration.FromDays(later)
            )
        );

    [Fact]
    public void Het_plan_begint_uit_het_rapport_en_staat_pas_vast_als_het_af_is()
    {
        var rapport = Rapportmaker.Maak(
            new(Lijst, Scanopzet.Zonder, 12, Bladen(8, 2), null, new(2026, 3, 2), new(2026, 3, 20), "10-49", "F", Alle)
        )!;
        var scan = Open().Apply(new ScanGesloten(Eind)) with { Rapport = Bewaard };

        var begin = Ontwikkelplan.Begin(rapport, Alle);
        IReadOnlyList<string> eerst = [.. rapport.Prioriteiten.Select(p => p.Dimensie)];

        Assert.Equal(rapport.Prioriteiten.Select(p => p.Dimensie), begin.Regels.Select(r => r.Dimensie));
        Assert.All(begin.Regels, r => Assert.NotNull(r.Interventie));
        Assert.Empty(begin.Controleer(af: false));
        Assert.Contains("visie", Plannenmaken.Beslis(scan, begin, eerst, _ => Bewaard, Eind).Weigering!.Fouten.Select(f => f.Veld));
        Assert.Equal("geen-plan", Plannenmaken.Beslis(scan, null, eerst, _ => Bewaard, Eind).Weigering?.Code);
        Assert.Equal("geen-rapport", Plannenmaken.Beslis(Open(), begin, [], _ => Bewaard, Eind).Weigering?.Code);

        var af = begin with
        {
            Visie = "Wij willen blijven.",
            Middelen = "Tijd.",
            Volgen = "Over een jaar weer een scan.",
            Regels = [.. begin.Regels.Select(r => r with { Voor = "allen", Wie = "de baas", Wanneer = "mei", Meten = "gesprek" })],
        };
        var vast = Assert.IsType<OntwikkelplanVastgesteld>(
            Assert.Single(Plannenmaken.Beslis(scan, af, eerst, _ => Bewaard, Eind).Gebeurtenissen)
        );
        Assert.Same(Beslissing.Geen, Plannenmaken.Beslis(scan.Apply(vast), af, eerst, _ => Bewaard, Eind));

        // A plan that follows from nothing that the scan showed is no result of it; where it shows no priority, it cannot.
        var los = af with
        {
            Regels = [.. af.Regels.Select(r => r with { Dimensie = "D9" })],
        };
        Assert.Equal("regels[0].dimensie", Assert.Single(Plannenmaken.Beslis(scan, los, eerst, _ => Bewaard, Eind).Weigering!.Fouten).Veld);
        Assert.Single(Plannenmaken.Beslis(scan, los, [], _ => Bewaard, Eind).Gebeurtenissen);
    }

    [Fact]
    public void Wat_gedrukt_wordt_noemt_de_hash_en_van_een_verborgen_groep_geen_getal()
    {
        var bladen = Enumerable
            .Range(0, 13)
            .Select(i => Blad(3) with { Kenmerken = new Dictionary<string, string> { ["team"] = i < 9 ? "T01" : "T02" } })
            .ToList();
        var rapport = Gerapporteerd(14, bladen, null, new Scanopzet([new("T01", "een"), new("T02", "twee")], []))!;

        var druk = new Rapportdruk(Druktaal.Nederlands, Kernvragen).VoorWerkgever("scan-1", KvkNummer, "rapporthash", rapport, Alle);

        Assert.Contains(druk.Blokken, b => b.Alinea?.Contains("rapporthash", StringComparison.Ordinal) == true);
        Assert.Empty(Assert.Single(rapport.Splitsingen!).Groepen);
        Assert.DoesNotContain(druk.Blokken, b => b.Koppen?.Contains("Groep") == true);
    }

    private static IReadOnlyList<Logregel> Regels(int aantal) =>
        [
            .. Enumerable
                .Range(0, aantal)
                .Select(i =>
                    new Logregel { Id = $"log-{i}" }
                        .Apply(new InterventieBegonnen($"{i}", "intervisie", new LocalDate(2026, 3, 1), null, null, false, Eind))
                        .Apply(new InterventieAfgerond(new LocalDate(2026, 3, 15), "ja", null, Eind))
                ),
        ];
}
