using NodaTime;

namespace SlimRegeling.Regels.Tests;

/// <summary>Where the minister's models of reports are: in words until an address is known, from its own day on.</summary>
public class VerslagmodelTests
{
    private const string Adres = "https://voorbeeld.test/voortgangsverslag.docx";

    private static readonly LocalDate Dag = new(2026, 9, 1);

    [Theory]
    [InlineData(Termijncode.Voortgangsverslag, "2.18, eerste lid", "16, eerste lid")]
    [InlineData(Bewijscode.Activiteitenverslag, "2.24, vierde lid", "22, vierde lid")]
    [InlineData(Bewijscode.FinancieelVerslag, "2.24, vierde lid", "22, vierde lid")]
    public void Zolang_geen_adres_bekend_is_staat_er_in_woorden_waar_het_model_is(string verslag, string artikel, string oud)
    {
        foreach (var versie in Regelboek.Laad())
        {
            var model = Verslagmodel.Van(versie, verslag, Dag)!;

            Assert.Equal((false, versie.Nummering == Nummering.Oud ? oud : artikel), (model.IsAdres, model.Artikel));
            Assert.Contains("website van de uitvoerder", model.Vindplaats, StringComparison.Ordinal);
            Assert.Contains($"model-{verslag}", versie.Onbevestigd);
            // It weighs in no assessment.
            Assert.DoesNotContain($"model-{verslag}", versie.OnbevestigdVoor(Aanvragertype.Samenwerkingsverband));
        }
    }

    [Fact]
    public void Wat_geen_model_heeft_krijgt_er_geen() =>
        Assert.Null(Verslagmodel.Van(Regelboek.Versie("slim-2026"), "evaluatieverslag", Dag));

    [Fact]
    public void Een_adres_geldt_van_zijn_dag_af()
    {
        var versie = Met($"2014-01-01: de website; 2026-09-01: {Adres}");

        Assert.Equal((true, Adres), Op(Dag));
        Assert.Equal((false, "de website"), Op(Dag.PlusDays(-1)));

        (bool, string) Op(LocalDate dag)
        {
            var model = Verslagmodel.Van(versie, Termijncode.Voortgangsverslag, dag)!;
            return (model.IsAdres, model.Vindplaats);
        }
    }

    [Theory]
    [InlineData("http://voorbeeld.test/model.docx")]
    [InlineData("https://")]
    [InlineData("ftp://voorbeeld.test/model.docx")]
    [InlineData("zie https://voorbeeld.test/model.docx")]
    public void Wat_geen_goed_adres_is_en_geen_omschrijving_wordt_geweigerd(string waarde) =>
        Assert.Contains(
            "/parameters/model-voortgangsverslag/waarde: ",
            Assert.Throws<RegelbestandException>(() => Met($"2014-01-01: {waarde}")).Message,
            StringComparison.Ordinal
        );

    private static Regelversie Met(string waarden) =>
        Regelboek.Versie("slim-2026").Met([new("parameters", "model-voortgangsverslag", waarden, "BELEID", null)]);
}
