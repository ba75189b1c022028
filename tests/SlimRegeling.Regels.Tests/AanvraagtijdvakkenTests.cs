using NodaTime;

namespace SlimRegeling.Regels.Tests;

public class AanvraagtijdvakkenTests
{
    [Theory]
    [InlineData("2020-03-mkb", "15000000")]
    [InlineData("2021-09-mkb", "15300000")]
    [InlineData("2023-06-swv", "20500000")]
    [InlineData("2023-09-mkb", "14570000")]
    [InlineData("2024-09-mkb", "16100000")]
    [InlineData("2025-03-mkb", "12500000")]
    [InlineData("2025-09-mkb", "17500000")]
    [InlineData("2026-08-mkb", "14000000")]
    public void Het_plafond_is_dat_na_alle_wijzigingen(string id, string plafond) =>
        Assert.Equal(Getal.Lees(plafond), Aanvraagtijdvakken.Zoek(id)!.Plafond);

    [Fact]
    public void Een_uitgesteld_tijdvak_opent_en_sluit_op_de_nieuwe_dag()
    {
        Assert.Equal(
            new Aanvraagtijdvak(
                "2026-06-swv",
                Aanvragertype.Samenwerkingsverband,
                new(2026, 6, 22, 9, 0),
                new(2026, 7, 20, 17, 0),
                20_000_000.00m,
                "loting",
                "slim-2026",
                Status.Bevestigd
            ),
            Aanvraagtijdvakken.Zoek("2026-06-swv")
        );
        Assert.Equal(new LocalDateTime(2026, 8, 19, 9, 0), Aanvraagtijdvakken.Zoek("2026-08-mkb")!.Opent);
    }

    [Fact]
    public void Er_zijn_26_tijdvakken_elk_met_een_versie_die_er_dan_is_en_dat_type_kent()
    {
        Assert.Equal(26, Aanvraagtijdvakken.Alle.Count);
        Assert.Equal(["loting", "binnenkomst"], Aanvraagtijdvakken.Alle.Select(t => t.Volgorde).Distinct());
        Assert.All(
            Aanvraagtijdvakken.Alle,
            tijdvak =>
            {
                var versie = Regelboek.Versie(tijdvak.Regelversie);
                Assert.Contains(tijdvak.Aanvragertype, versie.Aanvragertypen);
                Assert.True(versie.Vanaf <= tijdvak.Opent.Date, tijdvak.Id);
                Assert.True(tijdvak.Opent < tijdvak.Sluit, tijdvak.Id);
                Assert.StartsWith(
                    tijdvak.Id[..4],
                    tijdvak.Opent.Date.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    StringComparison.Ordinal
                );
            }
        );
        Assert.Equal(Regelboek.Laad().Select(v => v.Id), Aanvraagtijdvakken.Alle.Select(t => t.Regelversie).Distinct());
        Assert.Equal("slim-2020", Aanvraagtijdvakken.Zoek("2021-03-mkb")!.Regelversie);
    }

    [Fact]
    public void Een_onbekend_tijdvak_is_er_niet() => Assert.Null(Aanvraagtijdvakken.Zoek("1999-01-mkb"));
}
