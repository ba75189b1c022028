using UglyToad.PdfPig.Tokens;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>What another context has printed is an accessible PDF like a letter, and the same words give the same bytes.</summary>
public sealed class DrukkenTests
{
    private static readonly Drukken.Drukwerk Werk = new(
        "scan-1",
        new(2026, 3, 20),
        ["De onderneming met KVK-nummer 69599084"],
        "Rapport leercultuurscan",
        [
            new(Alinea: "Dit zeggen uw mensen."),
            new(Kop: "Inzicht"),
            new(
                Koppen: ["Onderwerp", "Score"],
                Rijen:
                [
                    ["Werk waar je van leert", "3,5"],
                ]
            ),
            new(Punten: ["Vaste leertijd", "Intervisie"]),
        ]
    );

    [Fact]
    public void Alles_wat_er_staat_is_te_lezen()
    {
        using var gelezen = new GelezenBrief(Brieven.Pdfbrief.Maak(Drukken.Inhoud(Werk)));

        var tekst = string.Join('\n', gelezen.Regels(1));
        foreach (
            var deel in (string[])
                ["Rapport leercultuurscan", "Dit zeggen uw mensen.", "Inzicht", "Werk waar je van leert", "3,5", "Intervisie"]
        )
        {
            Assert.Contains(deel, tekst, StringComparison.Ordinal);
        }
        Assert.Contains("scan-1", gelezen.Titel, StringComparison.Ordinal);
    }

    [Fact]
    public void Wat_in_het_Engels_is_zegt_dat_ook_aan_een_schermlezer()
    {
        using var gelezen = new GelezenBrief(Brieven.Pdfbrief.Maak(Drukken.Inhoud(Werk with { Taal = "en" })));

        var regels = string.Join('\n', gelezen.Regels(1));
        foreach (var deel in (string[])["Date: 20 March 2026", "Our reference: scan-1", "page 1 of 1"])
        {
            Assert.Contains(deel, regels, StringComparison.Ordinal);
        }
        Assert.Equal("en-GB", Assert.IsType<StringToken>(gelezen.Los(gelezen.Catalogus, "Lang")).Data);
        Assert.Contains("en-GB", gelezen.Metadata.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("nl-NL", gelezen.Metadata.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Dezelfde_woorden_geven_dezelfde_bytes() =>
        Assert.Equal(Brieven.Pdfbrief.Maak(Drukken.Inhoud(Werk)), Brieven.Pdfbrief.Maak(Drukken.Inhoud(Werk)));
}
