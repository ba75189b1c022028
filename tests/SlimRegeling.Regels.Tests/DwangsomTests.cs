using CsCheck;
using NodaTime;
using NodaTime.Text;
using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

/// <summary>The penalty for deciding late, from a written reminder on (4:17 Awb).</summary>
public class DwangsomTests
{
    [Theory]
    // Received on Monday 3 August 2026: two weeks end on Monday 17 August, so it runs from the 18th.
    [InlineData("2026-08-17", 0, "0.00", null)]
    [InlineData("2026-08-18", 1, "23.00", "2026-09-01")]
    [InlineData("2026-08-31", 14, "322.00", "2026-09-14")]
    [InlineData("2026-09-01", 15, "357.00", "2026-09-15")]
    [InlineData("2026-09-14", 28, "812.00", "2026-09-28")]
    [InlineData("2026-09-15", 29, "857.00", "2026-09-29")]
    [InlineData("2026-09-28", 42, "1442.00", "2026-10-12")]
    [InlineData("2027-01-31", 42, "1442.00", "2026-10-12")]
    public void De_dwangsom_loopt_twee_weken_na_de_ingebrekestelling_in_drie_delen_op(
        string totEnMet,
        int dagen,
        string bedrag,
        string? vaststellen
    )
    {
        var dwangsom = Dwangsom.Van(Slim2026, Dag("2026-08-03"), Dag(totEnMet));

        Assert.Equal((Dag("2026-08-18"), Dag("2026-09-28")), (dwangsom.Vanaf, dwangsom.Laatste));
        Assert.Equal((dagen, Getal.Lees(bedrag)), (dwangsom.Dagen, dwangsom.Bedrag));
        Assert.Equal(vaststellen is null ? (LocalDate?)null : Dag(vaststellen), dwangsom.VaststellenUiterlijk);
    }

    [Theory]
    [InlineData("2018-12-31", "20.00")]
    [InlineData("2019-01-01", "23.00")]
    public void De_bedragen_zijn_die_van_de_dag_waarop_de_ingebrekestelling_kwam(string ontvangen, string perDag)
    {
        var dwangsom = Dwangsom.Van(Slim2026, Dag(ontvangen), Dag(ontvangen).PlusYears(1));

        Assert.Equal(14 * Getal.Lees(perDag), Dwangsom.Van(Slim2026, Dag(ontvangen), dwangsom.Vanaf.PlusDays(13)).Bedrag);
    }

    [Fact]
    public void Twee_weken_die_op_een_feestdag_eindigen_duren_tot_de_volgende_werkdag()
    {
        // The two weeks after 11 December 2026 end on Christmas Day, a Friday; the next working day is Monday.
        Assert.Equal(Dag("2026-12-29"), Dwangsom.Van(Slim2026, Dag("2026-12-11"), Dag("2026-12-31")).Vanaf);
    }

    [Fact]
    public void Elke_dag_telt_een_keer_tegen_het_bedrag_van_zijn_deel_en_na_het_hoogste_aantal_geen_meer() =>
        Gen.Select(Gen.Int[0, 2_000], Gen.Int[-30, 120])
            .Sample(
                (na2020, verder) =>
                {
                    var ontvangen = new LocalDate(2020, 3, 1).PlusDays(na2020);
                    var dwangsom = Dwangsom.Van(Slim2026, ontvangen, ontvangen.PlusDays(verder));
                    decimal[] perDag = [.. Enumerable.Repeat(23m, 14), .. Enumerable.Repeat(35m, 14), .. Enumerable.Repeat(45m, 14)];

                    Assert.Equal(perDag.Take(dwangsom.Dagen).Sum(), dwangsom.Bedrag);
                    Assert.InRange(dwangsom.Dagen, 0, perDag.Length);
                    Assert.True(dwangsom.Vanaf > ontvangen.PlusWeeks(2));
                    Assert.Equal(
                        Math.Clamp(Period.DaysBetween(dwangsom.Vanaf, ontvangen.PlusDays(verder)) + 1, 0, perDag.Length),
                        dwangsom.Dagen
                    );
                    Assert.Equal(perDag.Length - 1, Period.DaysBetween(dwangsom.Vanaf, dwangsom.Laatste));
                }
            );

    private static LocalDate Dag(string tekst) => LocalDatePattern.Iso.Parse(tekst).Value;
}
