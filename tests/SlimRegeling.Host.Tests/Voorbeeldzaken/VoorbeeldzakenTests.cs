using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace SlimRegeling.Host.Tests.Voorbeeldzaken;

/// <summary>The command <c>voorbeeldzaken</c>, as a stranger types it.</summary>
public sealed partial class VoorbeeldzakenTests
{
    [Fact]
    public async Task De_eigen_voorbeeldzaken_kloppen_tot_de_laatste_euro()
    {
        var opdracht = await Opdracht.Voer(["voorbeeldzaken"]);

        Assert.True(opdracht.Code == 0, opdracht.Uit + opdracht.Fout);
        Assert.Equal("voorbeeldzaken: 6 zaken afgehandeld, 0 verschillen", opdracht.LaatsteRegel);
        var map = opdracht.Uit.Split('\n').Single(r => r.StartsWith("Brieven, ", StringComparison.Ordinal)).Split(' ')[^1];
        Assert.Equal(
            [
                "de-troffel: betaalbestand-1-voorschot.xml betaalbestand-2-vaststelling.xml brief-bewijsverzoek.pdf brief-vaststelling.pdf brief-verlening.pdf grootboek.csv scanrapport.pdf",
                "declaratie: brief-vaststelling.pdf brief-verlening.pdf",
                "geweigerd: brief-afwijzing.pdf",
                "groot-hotel: brief-aanvulling.pdf brief-vaststelling.pdf brief-verlening.pdf",
                "niet-behandeld: brief-aanvulling.pdf brief-buiten-behandeling.pdf",
                "samenwerkingsverband: brief-terugvordering.pdf brief-vaststelling.pdf brief-verlening.pdf brief-voorschot.pdf brief-wijzigingsbesluit.pdf grootboek.csv",
            ],
            Directory.EnumerateDirectories(map).Order(StringComparer.Ordinal).Select(Inhoud)
        );
        Assert.All(Brieven(map), b => Assert.True(b.Regels.Length > 0 && b.Mist is null, $"{b.Bestand} says no '{b.Mist}'."));
        Directory.Delete(map, recursive: true);
    }

    /// <summary>What each letter must say, on its day.</summary>
    private static IEnumerable<(string Bestand, string Regels, string? Mist)> Brieven(string map)
    {
        (string Bestand, string[] Zegt)[] verwacht =
        [
            (
                "groot-hotel/brief-aanvulling.pdf",
                ["12 juni 2024", "Wat ontbreekt", "De-minimisverklaring", "tot en met 26 juni 2024", "artikel 4:15 Awb"]
            ),
            ("groot-hotel/brief-verlening.pdf", ["9 september 2024", "66.709,20"]),
            (
                "niet-behandeld/brief-aanvulling.pdf",
                ["6 mei 2024", "Bewijs dat de bankrekening van de aanvrager is", "tot en met 21 mei 2024"]
            ),
            (
                "niet-behandeld/brief-buiten-behandeling.pdf",
                ["22 mei 2024", "artikel 4:5 Awb", "tot en met 21 mei 2024", "Wij hebben niets van u ontvangen", "tot en met 3 juli 2024"]
            ),
            ("declaratie/brief-verlening.pdf", ["24 juni 2024", "9.200,00", "4.600,00"]),
            (
                "declaratie/brief-vaststelling.pdf",
                [
                    "5 augustus 2025",
                    "8.227,74",
                    "3.627,74",
                    "Adviesbureau Het Kompas, factuur 2024-117",
                    "4.860,00",
                    "U liet niet zien dat u deze factuur hebt betaald.",
                ]
            ),
            ("groot-hotel/brief-vaststelling.pdf", ["22 oktober 2025", "66.709,20", "82.800,00"]),
            ("geweigerd/brief-afwijzing.pdf", ["9 december 2024", "artikel 10, onderdeel k"]),
            ("samenwerkingsverband/brief-verlening.pdf", ["3 juli 2025", "141.000,00", "35.250,00"]),
            ("samenwerkingsverband/brief-wijzigingsbesluit.pdf", ["12 maart 2026", "versie 2", "28.200,00", "49.350,00", "90003004"]),
            ("samenwerkingsverband/brief-voorschot.pdf", ["12 augustus 2026", "70.500,00", "105.750,00"]),
            ("samenwerkingsverband/brief-terugvordering.pdf", ["12 november 2026", "2.700,00", "24 december 2026"]),
            (
                "samenwerkingsverband/brief-vaststelling.pdf",
                [
                    "10 november 2026",
                    "7.8, vierde lid",
                    "166.750,00",
                    "100.050,00",
                    "103.050,00",
                    "105.750,00",
                    "U betaalt terug",
                    "2.700,00",
                    "artikel 4:57 Awb",
                ]
            ),
        ];
        foreach (var (bestand, zegt) in verwacht)
        {
            using var pdf = PdfDocument.Open(Path.Combine(map, bestand));
            // As it is read aloud: without the line ends of a page.
            var tekst = Spaties().Replace(string.Join(' ', pdf.GetPages().Select(p => ContentOrderTextExtractor.GetText(p))), " ");
            yield return (bestand, tekst, Array.Find(zegt, z => !tekst.Contains(z, StringComparison.Ordinal)));
        }
    }

    private static string Inhoud(string map) =>
        $"{Path.GetFileName(map)}: {string.Join(' ', Directory.EnumerateFiles(map).Select(Path.GetFileName).Order(StringComparer.Ordinal))}";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaties();

    [Fact]
    public async Task Een_verkeerde_verwachting_faalt_met_wat_verwacht_en_gevonden()
    {
        using var map = new Zaakmap(zaak =>
        {
            Zaakmap.Tot(zaak, "indienen");
            Zaakmap.Stap(zaak, "indienen")["verwacht"]!["/gevraagd"] = "11040.01";
        });

        var opdracht = await Opdracht.Voer(["voorbeeldzaken", "--map", map.Pad]);

        Assert.Equal(1, opdracht.Code);
        Assert.Equal("voorbeeldzaken: 1 zaken afgehandeld, 1 verschillen", opdracht.LaatsteRegel);
        Assert.Contains("(indienen): /gevraagd: verwacht \"11040.01\", gevonden \"11040.00\"", opdracht.Uit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Een_weigering_die_niet_komt_faalt_en_de_zaak_stopt()
    {
        using var map = new Zaakmap(zaak =>
        {
            Zaakmap.Tot(zaak, "indienen");
            Zaakmap.Stap(zaak, "te-vroeg-indienen")["verwacht"]!["probleem"] = "tijdvak-gesloten";
        });

        var opdracht = await Opdracht.Voer(["voorbeeldzaken", "--map", map.Pad]);

        Assert.Equal(1, opdracht.Code);
        Assert.Contains(
            "(te-vroeg-indienen): het antwoord: verwacht 409 tijdvak-gesloten, gevonden 409 tijdvak-nog-niet-open",
            opdracht.Uit,
            StringComparison.Ordinal
        );
        Assert.Equal("voorbeeldzaken: 1 zaken afgehandeld, 1 verschillen", opdracht.LaatsteRegel);
    }

    [Fact]
    public async Task Een_onbekende_sleutel_wordt_geweigerd_voor_er_iets_speelt()
    {
        using var map = new Zaakmap(zaak => Zaakmap.Stap(zaak, "loting")["verwahct"] = new System.Text.Json.Nodes.JsonObject());

        var opdracht = await Opdracht.Voer(["voorbeeldzaken", "--map", map.Pad]);

        Assert.Equal(1, opdracht.Code);
        Assert.Empty(opdracht.Uit);
        Assert.Contains("/verwahct", opdracht.Fout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Op_een_opgegeven_database_wordt_nooit_gespeeld()
    {
        var opdracht = await Opdracht.Voer(["voorbeeldzaken"], ("ConnectionStrings__SlimRegeling", "Host=localhost"));

        Assert.Equal(1, opdracht.Code);
        Assert.Contains("alleen op een eigen, ingebouwde database", opdracht.Fout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Een_map_zonder_zaken_zegt_wat_te_doen()
    {
        var opdracht = await Opdracht.Voer(["voorbeeldzaken", "--map", "/bestaat/niet"]);

        Assert.Equal(1, opdracht.Code);
        Assert.Contains("Geef met --map een map", opdracht.Fout, StringComparison.Ordinal);
    }
}
