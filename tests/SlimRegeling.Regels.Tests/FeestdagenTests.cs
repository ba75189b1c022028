using NodaTime;
using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

public class FeestdagenTests
{
    [Theory]
    [InlineData(2000, 4, 23)]
    [InlineData(2019, 4, 21)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2038, 4, 25)]
    [InlineData(2049, 4, 18)]
    [InlineData(2076, 4, 19)]
    [InlineData(2285, 3, 22)]
    public void Pasen_valt_op(int jaar, int maand, int dag) => Assert.Equal(new LocalDate(jaar, maand, dag), Feestdagen.Pasen(jaar));

    [Fact]
    public void Pasen_is_altijd_een_zondag_tussen_22_maart_en_25_april() =>
        Assert.All(
            Enumerable.Range(1900, 400).Select(Feestdagen.Pasen),
            pasen =>
            {
                Assert.Equal(IsoDayOfWeek.Sunday, pasen.DayOfWeek);
                Assert.InRange(pasen, new LocalDate(pasen.Year, 3, 22), new LocalDate(pasen.Year, 4, 25));
            }
        );

    [Fact]
    public void Dit_zijn_de_feestdagen_van_2026() =>
        Assert.Equal(
            ["01-01", "04-03", "04-06", "04-27", "05-05", "05-14", "05-15", "05-25", "12-25", "12-26"],
            Enumerable
                .Range(0, 365)
                .Select(n => new LocalDate(2026, 1, 1).PlusDays(n))
                .Where(d => Feestdagen.IsFeestdag(Slim2026, d))
                .Select(d => d.ToString("MM-dd", null))
        );

    [Theory]
    // On a Sunday King's Day is celebrated the day before; on a Saturday it stays.
    [InlineData(2025, 26, true)]
    [InlineData(2025, 27, false)]
    [InlineData(2024, 27, true)]
    [InlineData(2024, 26, false)]
    public void Koningsdag_wordt_gevierd_op_27_april_of_als_dat_zondag_is_op_26_april(int jaar, int dag, bool feestdag) =>
        Assert.Equal(feestdag, Feestdagen.IsFeestdag(Slim2026, new LocalDate(jaar, 4, dag)));

    [Fact]
    public void Eerste_paasdag_is_een_zondag_en_zelf_geen_feestdag_van_de_wet() =>
        Assert.False(Feestdagen.IsFeestdag(Slim2026, Feestdagen.Pasen(2026)));
}
