using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

public class DocumentenTests
{
    private static readonly string[] MkbZelf =
    [
        "aanvraagformulier",
        "activiteitenplan",
        "begroting",
        "bewijs-bankrekening",
        "de-minimisverklaring",
        "mkb-verklaring",
    ];

    [Fact]
    public void Een_mkb_onderneming_levert_zes_documenten_en_een_intermediair_ook_de_machtiging()
    {
        Assert.Equal(MkbZelf, Vereist(Aanvragertype.MkbOnderneming, metIntermediair: false));
        Assert.Equal([.. MkbZelf, "machtiging"], Vereist(Aanvragertype.MkbOnderneming, metIntermediair: true));
    }

    [Fact]
    public void Een_samenwerkingsverband_levert_ook_de_overeenkomst_en_de_verdeling() =>
        Assert.Equal(
            [.. MkbZelf, "samenwerkingsovereenkomst", "begroting-per-partij"],
            Vereist(Aanvragertype.Samenwerkingsverband, metIntermediair: false)
        );

    [Fact]
    public void Wat_ontbreekt_wordt_genoemd_met_zijn_artikel()
    {
        var ontbreekt = Documenten.Ontbrekend(Slim2026, Aanvragertype.MkbOnderneming, false, MkbZelf.Where(d => d != "mkb-verklaring"));

        var document = Assert.Single(ontbreekt);
        Assert.Equal(("mkb-verklaring", "2.8, tweede lid"), (document.Code, document.Artikel));
        Assert.Empty(Documenten.Ontbrekend(Slim2026, Aanvragertype.MkbOnderneming, false, MkbZelf));
    }

    private static IEnumerable<string> Vereist(string aanvragertype, bool metIntermediair) =>
        Documenten.Vereist(Slim2026, aanvragertype, metIntermediair).Select(d => d.Code);
}
