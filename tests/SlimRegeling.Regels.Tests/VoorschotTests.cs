namespace SlimRegeling.Regels.Tests;

public class VoorschotTests
{
    [Theory]
    [InlineData("slim-2020", Aanvragertype.MkbOnderneming, "0.00")]
    [InlineData("slim-2022", Aanvragertype.MkbOnderneming, "0.00")]
    [InlineData("slim-2023", Aanvragertype.MkbOnderneming, "0.00")]
    [InlineData("slim-2023-09", Aanvragertype.MkbOnderneming, "5000.01")]
    [InlineData("slim-2024", Aanvragertype.MkbOnderneming, "5000.01")]
    [InlineData("slim-2026", Aanvragertype.MkbOnderneming, "5000.01")]
    [InlineData("slim-2024", Aanvragertype.Samenwerkingsverband, "0.00")]
    [InlineData("slim-2025", Aanvragertype.Samenwerkingsverband, "2500.00")]
    [InlineData("slim-2026", Aanvragertype.Samenwerkingsverband, "2500.00")]
    [InlineData("slim-2024", Aanvragertype.Grootbedrijf, "0.00")]
    [InlineData("slim-2025", Aanvragertype.Grootbedrijf, "0.00")]
    public void Bij_de_verlening_is_het_een_deel_van_de_subsidie_in_centen_half_omhoog(string versie, string type, string voorschot) =>
        Assert.Equal(Getal.Lees(voorschot), Voorschot.BijVerlening(Regelboek.Versie(versie), type, 10_000.01m));

    [Fact]
    public void Elke_soort_aanvrager_heeft_een_eigen_percentage()
    {
        var versie = Regelboek
            .Versie("slim-2024")
            .Met([
                new("parameters", "voorschot-mkb-onderneming", "10", "UVB", null),
                new("parameters", "voorschot-samenwerkingsverband", "20", "UVB", null),
                new("parameters", "voorschot-grootbedrijf", "30", "UVB", null),
            ]);

        Assert.Equal(10.00m, Voorschot.BijVerlening(versie, Aanvragertype.MkbOnderneming, 100.00m));
        Assert.Equal(20.00m, Voorschot.BijVerlening(versie, Aanvragertype.Samenwerkingsverband, 100.00m));
        Assert.Equal(30.00m, Voorschot.BijVerlening(versie, Aanvragertype.Grootbedrijf, 100.00m));
    }

    [Theory]
    [InlineData("slim-2024", 24, "0.00")]
    [InlineData("slim-2025", 12, "0.00")]
    [InlineData("slim-2025", 13, "5000.01")]
    [InlineData("slim-2026", 24, "5000.01")]
    public void Na_het_voortgangsverslag_komt_er_alleen_bij_een_looptijd_van_meer_dan_twaalf_maanden_iets_bij(
        string versie,
        int maanden,
        string voorschot
    ) => Assert.Equal(Getal.Lees(voorschot), Voorschot.NaVoortgang(Regelboek.Versie(versie), 10_000.01m, maanden));

    [Fact]
    public void Beide_voorschotten_samen_blijven_onder_de_subsidie()
    {
        var versie = Regelboek.Versie("slim-2026");

        Assert.Equal(
            375_000.00m,
            Voorschot.BijVerlening(versie, Aanvragertype.Samenwerkingsverband, 500_000.00m) + Voorschot.NaVoortgang(versie, 500_000.00m, 24)
        );
    }
}
