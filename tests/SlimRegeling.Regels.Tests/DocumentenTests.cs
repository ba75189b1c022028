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

    [Theory]
    [InlineData("slim-2020", Aanvragertype.MkbOnderneming, false)]
    [InlineData("slim-2023", Aanvragertype.MkbOnderneming, false)]
    [InlineData("slim-2023-09", Aanvragertype.MkbOnderneming, true)]
    [InlineData("slim-2024", Aanvragertype.MkbOnderneming, true)]
    [InlineData("slim-2024", Aanvragertype.Samenwerkingsverband, false)]
    [InlineData("slim-2024", Aanvragertype.Grootbedrijf, false)]
    [InlineData("slim-2025", Aanvragertype.Samenwerkingsverband, true)]
    [InlineData("slim-2026", Aanvragertype.MkbOnderneming, true)]
    public void Het_bewijs_van_de_rekening_is_tot_2025_alleen_nodig_voor_wie_een_voorschot_krijgt(string id, string type, bool nodig)
    {
        var versie = Regelboek.Versie(id);

        Assert.Equal(nodig, Documenten.Vereist(versie, type, false).Any(d => d.Code == Documentcode.BewijsRekening));
        Assert.Equal(nodig, Voorschot.Kent(versie, type));
    }

    [Fact]
    public void Elk_vereist_document_noemt_zijn_artikel() =>
        Assert.All(
            Regelboek.Laad().SelectMany(v => v.Aanvragertypen.SelectMany(type => Documenten.Vereist(v, type, metIntermediair: true))),
            document => Assert.Matches("^[0-9]", document.Artikel)
        );

    private static IEnumerable<string> Vereist(string aanvragertype, bool metIntermediair) =>
        Documenten.Vereist(Slim2026, aanvragertype, metIntermediair).Select(d => d.Code);
}
