using System.Reflection;
using System.Text.RegularExpressions;
using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

public partial class AnonimiteitTests
{
    [Fact]
    public void Een_antwoord_staat_zonder_tijd_volgorde_code_of_mens_in_de_tabel()
    {
        Assert.Equal(["id", "scan", "antwoorden"], Kolommen("antwoord"));
        Assert.Equal(["scan", "antwoorden"], Kolommen("antwoordbuffer"));
        Assert.Equal(["scan", "hash", "gebruikt"], Kolommen("uitnodiging"));
        Assert.DoesNotContain("serial", Antwoordopslag.Ddl, StringComparison.Ordinal);
        Assert.DoesNotContain("identity", Antwoordopslag.Ddl, StringComparison.Ordinal);
    }

    [Fact]
    public void Geen_gebeurtenis_en_geen_bericht_draagt_antwoorden_scores_of_aantallen_antwoorden()
    {
        var namen = typeof(Scan)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Gebeurtenis)))
            .Append(typeof(ScanAfgerondBericht))
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(p => p.Name)
            .Where(n => n != "EqualityContract")
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "Beeld",
                "Bron",
                "Gevraagd",
                "Instrument",
                "KvkNummer",
                "Op",
                "Rapport",
                "Rapporthash",
                "Scan",
                "Tot",
                "Van",
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
        Assert.NotNull(Starten.Beslis(new Starten.Verzoek(Zaak, 5), KvkNummer, Start).Weigering);
        var gestart = Assert.IsType<ScanGestart>(
            Assert.Single(Starten.Beslis(new Starten.Verzoek(Zaak, 6), KvkNummer, Start).Gebeurtenissen)
        );
        Assert.Equal((Zaak, KvkNummer, 6), (gestart.Zaaknummer, gestart.KvkNummer, gestart.Gevraagd));
    }

    [Fact]
    public void Een_onbekend_zaaknummer_geen_onderneming_of_te_veel_mensen_is_een_weigering()
    {
        Assert.Equal(422, Starten.Beslis(new Starten.Verzoek("SLIM-71ZCH67ZP4", 6), KvkNummer, Start).Weigering?.Status);
        Assert.Equal(422, Starten.Beslis(new Starten.Verzoek(Zaak, 1_001), KvkNummer, Start).Weigering?.Status);
        Assert.Equal(403, Starten.Beslis(new Starten.Verzoek(Zaak, 6), null, Start).Weigering?.Status);
    }

    [Fact]
    public void Sluiten_met_vier_antwoorden_kan_niet_en_zegt_niet_hoeveel_er_zijn()
    {
        var weigering = Sluiten.Beslis(Open(), Bladen(4, 3), _ => throw new InvalidOperationException(), Eind).Weigering!;

        Assert.Equal("te-weinig-antwoorden", weigering.Code);
        Assert.DoesNotContain("4", weigering.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void Sluiten_geeft_een_rapport_en_een_tweede_keer_niets()
    {
        var gebeurd = Sluiten.Beslis(Open(), Bladen(5, 3), _ => Bewaard, Eind).Gebeurtenissen;

        Assert.IsType<ScanGesloten>(gebeurd[0]);
        var vastgesteld = Assert.IsType<RapportVastgesteld>(gebeurd[1]);
        Assert.Equal("beeld", vastgesteld.Beeld);
        Assert.Equal((new NodaTime.LocalDate(2026, 3, 2), new NodaTime.LocalDate(2026, 3, 20)), (vastgesteld.Van, vastgesteld.Tot));
        Assert.Same(Beslissing.Geen, Sluiten.Beslis(Open().Apply(new ScanGesloten(Eind)), [], _ => Bewaard, Eind));
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
                Kernvragen.Naam,
                Kernvragen.Bron
            ),
            Assert.Single(Uitgaand.Berichten("scan-1", vastgesteld))
        );
        Assert.Empty(Uitgaand.Berichten("scan-1", gebeurd[0]));
    }

    [Fact]
    public void Een_code_wordt_alleen_als_hash_herkend_ook_met_hoofdletters()
    {
        Assert.Equal(Antwoordopslag.Hash("abc"), Antwoordopslag.Hash(" ABC "));
        Assert.Equal(64, Antwoordopslag.Hash("abc").Length);
    }

    private static IEnumerable<string> Kolommen(string tabel)
    {
        var inhoud = Regex.Match(Antwoordopslag.Ddl, $@"\.{tabel} \((.*?)\n\);?", RegexOptions.Singleline).Groups[1].Value;
        return Kolom().Matches(inhoud).Select(m => m.Groups[1].Value);
    }

    [GeneratedRegex(@"^  (\w+) (?:text|uuid|boolean|int|timestamptz)", RegexOptions.Multiline)]
    private static partial Regex Kolom();
}
