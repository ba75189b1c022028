using SlimRegeling.Regels;
using SlimRegeling.Vaststelling.Declaraties;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests.Declaraties;

/// <summary>What a draft comes to beside the award, and what it lacks.</summary>
public class DeclaratieNagaanTests
{
    [Fact]
    public void Een_volledig_concept_staat_per_activiteit_naast_de_verlening()
    {
        var beeld = DeclaratieNagaan.Van(Open(), Gemaakt, Regelboek.Versie("slim-2024"), Dag("2025-07-01"));

        Assert.Equal((9_683.20m, 6, 0, (string?)null), (beeld.Gedeclareerd, beeld.Regels, beeld.Aantal, beeld.WaaromNiet));
        Assert.Equal(
            [
                new DeclaratieNagaan.Activiteitbeeld("A", 1, 5_400.00m, 6_210.00m, 6_210.00m),
                new DeclaratieNagaan.Activiteitbeeld("C", 5, 4_283.20m, 4_925.68m, 5_290.00m),
            ],
            beeld.Activiteiten
        );
        Assert.Equal(["uren", "factuur"], beeld.Soorten);
        Assert.All(beeld.Verslagen, v => Assert.True(v.Gegeven));
    }

    [Fact]
    public void Van_een_leeg_concept_wordt_verteld_wat_ontbreekt_en_na_indienen_dat_het_dicht_is()
    {
        var leeg = DeclaratieNagaan.Van(Open(), Declaratie.Leeg, Regelboek.Versie("slim-2024"), Dag("2025-07-01"));
        Assert.Contains(leeg.Ontbreekt, f => f.Veld == "regels");
        Assert.Equal(leeg.Ontbreekt.Count, leeg.Aantal);

        var daarna = DeclaratieNagaan.Van(Ingediend(), Gemaakt, Regelboek.Versie("slim-2024"), Dag("2025-07-01"));
        Assert.Contains("al ingediend", daarna.WaaromNiet, StringComparison.Ordinal);
    }

    [Fact]
    public void Van_een_samenwerkingsverband_staan_de_kosten_ook_per_partij_en_wat_veel_verschilt_wordt_uitgelegd()
    {
        var beeld = DeclaratieNagaan.Van(Open(Verband), VanVerband, Regelboek.Versie("slim-2025"), Dag("2025-07-01"));

        Assert.Equal(
            [
                new DeclaratieNagaan.Partijbeeld("10000001", 1, 60_000.00m, 61_000.00m),
                new DeclaratieNagaan.Partijbeeld("10000002", 1, 45_000.00m, 40_000.00m),
                new DeclaratieNagaan.Partijbeeld(School, 1, 40_000.00m, 40_000.00m),
            ],
            beeld.Partijen
        );
        // 166,750.00 beside 230,000.00.
        Assert.True(Assert.Single(beeld.Activiteiten).Uitleggen);
    }

    [Theory]
    [InlineData("2025-08-31", false)]
    [InlineData("2025-09-01", true)]
    public void Van_een_verslag_dat_op_een_model_moet_staat_waar_dat_is(string dag, bool metAdres)
    {
        const string Adres = "https://voorbeeld.test/model-activiteitenverslag.docx";
        var versie = Regelboek
            .Versie("slim-2025")
            .Met([
                new(
                    "parameters",
                    "model-activiteitenverslag",
                    $"2014-01-01: de website van de uitvoerder; 2025-09-01: {Adres}",
                    "BELEID",
                    null
                ),
            ]);

        var modellen = DeclaratieNagaan.Van(Open(Verband), VanVerband, versie, Dag(dag)).Verslagen.ToDictionary(v => v.Code, v => v.Model);

        Assert.Equal(
            metAdres ? new Modelbeeld("2.24, vierde lid", Adres) : new("2.24, vierde lid", Waar: "de website van de uitvoerder"),
            modellen["activiteitenverslag"]
        );
        Assert.NotNull(modellen["financieel-verslag"]!.Waar);
        Assert.Null(modellen["evaluatieverslag"]);
    }
}
