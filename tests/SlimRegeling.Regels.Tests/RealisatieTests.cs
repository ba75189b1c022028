using NodaTime;
using NodaTime.Text;

namespace SlimRegeling.Regels.Tests;

public class RealisatieTests
{
    private const string Mkb = Aanvragertype.MkbOnderneming;
    private const string Swv = Aanvragertype.Samenwerkingsverband;
    private const string Groot = Aanvragertype.Grootbedrijf;

    public static TheoryData<string> Versies => [.. Regelboek.Laad().Select(v => v.Id)];

    [Theory]
    // The nil rule, to the cent and to the day.
    [InlineData("slim-2020", Mkb, "59999.99", "2023-07-09", Realisatiegevolg.Nihil)]
    [InlineData("slim-2020", Mkb, "60000.00", "2023-07-09", Realisatiegevolg.Lager)]
    [InlineData("slim-2020", Mkb, "59999.99", "2023-07-10", Realisatiegevolg.Lager)]
    [InlineData("slim-2021", Swv, "0.00", "2023-07-09", Realisatiegevolg.Nihil)]
    [InlineData("slim-2022", Groot, "59999.99", "2022-12-31", Realisatiegevolg.Nihil)]
    [InlineData("slim-2023", Mkb, "59999.99", "2023-07-09", Realisatiegevolg.Nihil)]
    [InlineData("slim-2023", Swv, "59999.99", "2025-07-10", Realisatiegevolg.Lager)]
    [InlineData("slim-2023-09", Mkb, "0.00", "2023-07-09", Realisatiegevolg.Lager)]
    [InlineData("slim-2024", Swv, "59999.99", "2026-01-01", Realisatiegevolg.Lager)]
    // Since 2025 the minister examines it, for a partnership alone.
    [InlineData("slim-2025", Swv, "59999.99", "2027-10-01", Realisatiegevolg.Onderzoek)]
    [InlineData("slim-2025", Swv, "60000.00", "2027-10-01", Realisatiegevolg.Lager)]
    [InlineData("slim-2025", Mkb, "59999.99", "2027-10-01", Realisatiegevolg.Lager)]
    [InlineData("slim-2026", Swv, "0.00", "2028-10-01", Realisatiegevolg.Onderzoek)]
    [InlineData("slim-2026", Mkb, "0.00", "2028-10-01", Realisatiegevolg.Lager)]
    public void Onder_60_procent_volgt_uit_versie_soort_aanvrager_en_dag(
        string versie,
        string type,
        string gerealiseerd,
        string dag,
        Realisatiegevolg gevolg
    )
    {
        var oordeel = Oordeel(versie, type, gerealiseerd, dag);

        Assert.Equal(gevolg, oordeel.Gevolg);
        Assert.Equal(gevolg is Realisatiegevolg.Nihil or Realisatiegevolg.Onderzoek ? 60m : null, oordeel.Grens);
    }

    [Theory]
    [InlineData("slim-2020", Mkb, "0.00", "2023-01-01", "24, vierde lid")]
    [InlineData("slim-2020", Mkb, "0.00", "2024-01-01", "4:46, tweede lid, Awb")]
    [InlineData("slim-2025", Swv, "0.00", "2027-10-01", "2.24, zesde lid")]
    [InlineData("slim-2026", Mkb, "99999.99", "2027-10-01", "4:46, tweede lid, Awb")]
    [InlineData("slim-2026", Mkb, "100000.00", "2027-10-01", "4:46, eerste lid, Awb")]
    public void Elk_gevolg_noemt_zijn_artikel(string versie, string type, string gerealiseerd, string dag, string artikel) =>
        Assert.Equal(artikel, Oordeel(versie, type, gerealiseerd, dag).Artikel);

    [Theory]
    [MemberData(nameof(Versies))]
    public void Wie_alles_heeft_gedaan_merkt_niets(string versie)
    {
        Assert.Equal(Realisatiegevolg.Geen, Oordeel(versie, Mkb, "100000.00", "2023-01-01").Gevolg);
        Assert.Equal(Realisatiegevolg.Geen, Oordeel(versie, Swv, "120000.00", "2023-01-01").Gevolg);
        Assert.Equal(Realisatiegevolg.Lager, Oordeel(versie, Mkb, "99999.99", "2023-01-01").Gevolg);
    }

    [Fact]
    public void Zonder_verleende_kosten_is_er_niets_om_onder_te_blijven() =>
        Assert.Equal(
            Realisatiegevolg.Geen,
            Realisatie.Gevolg(Regelboek.Versie("slim-2020"), Mkb, 0m, 0m, new LocalDate(2023, 1, 1)).Gevolg
        );

    [Fact]
    public void De_grens_komt_uit_de_versie()
    {
        var versie = Regelboek.Versie("slim-2020").Met([new("parameters", "nihil-onder-realisatie", "50", "UVB", null)]);

        Assert.Equal(Realisatiegevolg.Lager, Realisatie.Gevolg(versie, Mkb, 100_000.00m, 50_000.00m, new LocalDate(2023, 1, 1)).Gevolg);
        Assert.Equal(
            new Realisatieoordeel(Realisatiegevolg.Nihil, "24, vierde lid", 50m),
            Realisatie.Gevolg(versie, Mkb, 100_000.00m, 49_999.99m, new LocalDate(2023, 1, 1))
        );
    }

    private static Realisatieoordeel Oordeel(string versie, string type, string gerealiseerd, string dag) =>
        Realisatie.Gevolg(Regelboek.Versie(versie), type, 100_000.00m, Getal.Lees(gerealiseerd), LocalDatePattern.Iso.Parse(dag).Value);
}
