namespace SlimRegeling.Regels.Tests;

public class RegelverschilTests
{
    [Theory]
    [InlineData("slim-2021", "slim-2020")]
    [InlineData("slim-2022", "slim-2021")]
    [InlineData("slim-2023", "slim-2022")]
    [InlineData("slim-2023-09", "slim-2023")]
    [InlineData("slim-2024", "slim-2023-09")]
    [InlineData("slim-2025", "slim-2024")]
    [InlineData("slim-2026", "slim-2025")]
    public void Wat_een_bestand_vertelt_is_wat_er_verschilt(string id, string vorige)
    {
        var versie = Regelboek.Versie(id);

        Assert.Equal(vorige, versie.Vorige);
        Assert.NotEmpty(versie.Verschillen);
        Assert.Equal(
            versie.Verschillen.Select(v => (v.Regel, v.Wat, v.Toelichting)).Order(),
            Regelverschil
                .Tussen(Regelboek.Versie(vorige), versie)
                .Select(v => (v.Sectie == v.Code ? v.Code : $"{v.Sectie}/{v.Code}", v.Soort, v.Uitleg))
                .Order()
        );
    }

    [Fact]
    public void De_eerste_versie_heeft_geen_vorige_en_een_versie_verschilt_niet_van_zichzelf()
    {
        Assert.Null(Regelboek.Versie("slim-2020").Vorige);
        Assert.Empty(Regelboek.Versie("slim-2020").Verschillen);
        Assert.All(Regelboek.Laad(), versie => Assert.Empty(Regelverschil.Tussen(versie, versie)));
    }

    [Fact]
    public void Een_verschil_noemt_beide_waarden_het_artikel_en_een_zin()
    {
        var verschillen = Regelverschil.Tussen(Regelboek.Versie("slim-2024"), Regelboek.Versie("slim-2025"));

        Assert.Equal(
            new Verschil(
                "parameters",
                "percentage-klein",
                Verschilsoort.Gewijzigd,
                "80 procent",
                "60 procent",
                "2.20, tweede lid",
                "Ook een kleine onderneming krijgt 60%; dat was 80%."
            ),
            Assert.Single(verschillen, v => v.Code == "percentage-klein")
        );
        Assert.Equal(
            ("22 weken na de sluiting van het aanvraagtijdvak", "13 weken na de ontvangst van de aanvraag", "2.11, tweede lid"),
            Velden(Assert.Single(verschillen, v => v.Code == "beslistermijn-samenwerkingsverband"))
        );
        Assert.Equal(("60 procent", null, "23"), Velden(Assert.Single(verschillen, v => v.Code == "percentage-grootbedrijf")));
        Assert.Equal(
            ("mkb-onderneming, samenwerkingsverband, grootbedrijf", "mkb-onderneming, samenwerkingsverband", ""),
            Velden(Assert.Single(verschillen, v => v.Sectie == "aanvragertypen"))
        );
    }

    [Fact]
    public void Over_meer_versies_heen_vertelt_het_elke_stap_en_terug_alleen_de_waarden()
    {
        var (eerste, laatste) = (Regelboek.Versie("slim-2020"), Regelboek.Versie("slim-2026"));

        var heen = Assert.Single(Regelverschil.Tussen(eerste, laatste), v => v.Code == "voorschot-mkb-onderneming");
        var terug = Assert.Single(Regelverschil.Tussen(laatste, eerste), v => v.Code == "voorschot-mkb-onderneming");

        Assert.Equal((Verschilsoort.Nieuw, null, "50 procent"), (heen.Soort, heen.Van, heen.Naar));
        Assert.Equal(
            "De minister kan een mkb-onderneming een voorschot verlenen. Een mkb-onderneming krijgt een voorschot van 50%.",
            heen.Uitleg
        );
        Assert.Equal((Verschilsoort.Vervallen, "50 procent", null), (terug.Soort, terug.Van, terug.Naar));
        Assert.Equal("Vervallen: 50 procent.", terug.Uitleg);
        Assert.Equal(
            "Was 60 procent, wordt 80 procent.",
            Regelverschil.Tussen(laatste, eerste).Single(v => v.Code == "percentage-klein").Uitleg
        );
    }

    [Fact]
    public void Een_gewijzigde_versie_verschilt_van_haar_bestand()
    {
        var versie = Regelboek.Versie("slim-2026");
        var gewijzigd = versie.Met([new("parameters", "werkbare-uren", "1700", "Staatscourant 2026, 1", null)]);

        var verschil = Assert.Single(Regelverschil.Tussen(versie, gewijzigd));

        Assert.Equal(("1720 uren-per-jaar", "1700 uren-per-jaar"), (verschil.Van, verschil.Naar));
        Assert.Equal("Was 1720 uren-per-jaar, wordt 1700 uren-per-jaar.", verschil.Uitleg);
    }

    private static (string? Van, string? Naar, string Artikel) Velden(Verschil verschil) => (verschil.Van, verschil.Naar, verschil.Artikel);
}
