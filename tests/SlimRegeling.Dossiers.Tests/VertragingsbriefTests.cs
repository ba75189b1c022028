using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Regels;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>The letter that tells that the decision on an application comes later (4:14 Awb).</summary>
public sealed class VertragingsbriefTests
{
    private static readonly Briefopdracht Opdracht = Briefsoorten.Zoek("vertraging")!.Voorbeeld;

    [Theory]
    [InlineData("vertraging")]
    [InlineData("vaststelling-vertraging")]
    public void Zij_noemt_de_dag_van_de_wet_de_verwachte_dag_en_wat_de_aanvrager_kan_doen(string soort)
    {
        var opdracht = Briefsoorten.Zoek(soort)!.Voorbeeld;
        var inhoud = Briefsoorten.Van(opdracht).Ingebouwd.Vul(new(opdracht, Regelboek.Versie("slim-2026"), Dag));
        var brief = string.Join('\n', inhoud.Blokken.OfType<Alinea>().Select(a => a.Tekst));

        Assert.All(
            (string[])
                [
                    "2 juli 2026",
                    "30 juli 2026",
                    "artikel 4:14, eerste lid, Awb",
                    "wettelijk maximum (artikel 4:17 Awb)",
                    "artikel 6:12 Awb",
                ],
            stuk => Assert.Contains(stuk, brief, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("bezwaar", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Over_een_wijziging_noemt_zij_het_verzoek_en_de_nieuwe_laatste_dag()
    {
        var opdracht = Briefsoorten.Zoek("wijziging-vertraging")!.Voorbeeld;
        var inhoud = Briefsoorten.Van(opdracht).Ingebouwd.Vul(new(opdracht, Regelboek.Versie("slim-2026"), Dag));
        var brief = string.Join('\n', inhoud.Blokken.OfType<Alinea>().Select(a => a.Tekst));

        Assert.All(
            (string[])
                [
                    "2 juli 2026",
                    "30 juli 2026",
                    $"{opdracht.Zaaknummer}-W1",
                    "artikel 4:14, derde lid, Awb",
                    "artikel 4:17 Awb",
                    "artikel 6:12 Awb",
                ],
            stuk => Assert.Contains(stuk, brief, StringComparison.Ordinal)
        );
        Assert.Equal($"{opdracht.Zaaknummer}-W1-wijziging-vertraging", opdracht.Brief);
        Assert.Equal($"{opdracht.Zaaknummer}-W1", opdracht.Kenmerk);
    }

    [Fact]
    public void Elke_latere_dag_heeft_haar_eigen_brief()
    {
        Assert.Equal($"{Opdracht.Zaaknummer}-vertraging-20260730", Opdracht.Brief);
        Assert.Null(Opdracht.Besluit);
    }
}
