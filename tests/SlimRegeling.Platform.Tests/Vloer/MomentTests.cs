using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Platform.Tests.Vloer;

/// <summary>A day of a term is a day in Amsterdam, also when the clock changes: 23 hours in spring, 25 in autumn.</summary>
public class MomentTests
{
    [Theory]
    [InlineData("winter: the last second of a day", "2026-01-31T22:59:59Z", "2026-01-31")]
    [InlineData("winter: the first of the next", "2026-01-31T23:00:00Z", "2026-02-01")]
    [InlineData("summer: the last second of a day", "2026-06-30T21:59:59Z", "2026-06-30")]
    [InlineData("summer: the first of the next", "2026-06-30T22:00:00Z", "2026-07-01")]
    [InlineData("the day summer time starts, its first second", "2026-03-28T23:00:00Z", "2026-03-29")]
    [InlineData("the day summer time starts, its last second", "2026-03-29T21:59:59Z", "2026-03-29")]
    [InlineData("the day after it", "2026-03-29T22:00:00Z", "2026-03-30")]
    [InlineData("the day summer time ends, its first second", "2026-10-24T22:00:00Z", "2026-10-25")]
    [InlineData("the day summer time ends, its last second", "2026-10-25T22:59:59Z", "2026-10-25")]
    [InlineData("the day after it", "2026-10-25T23:00:00Z", "2026-10-26")]
    [InlineData("New Year's Eve", "2026-12-31T22:59:59Z", "2026-12-31")]
    [InlineData("New Year", "2026-12-31T23:00:00Z", "2027-01-01")]
    public void Een_moment_valt_op_de_dag_in_Amsterdam(string geval, string moment, string dag) =>
        Assert.True(
            LocalDatePattern.Iso.Parse(dag).Value == Moment.Dag(InstantPattern.ExtendedIso.Parse(moment).Value),
            $"{geval}: {Moment.Dag(InstantPattern.ExtendedIso.Parse(moment).Value)}"
        );

    [Theory]
    [InlineData("winter", "2026-02-02T17:00", "2026-02-02T16:00:00Z")]
    [InlineData("summer", "2026-06-02T17:00", "2026-06-02T15:00:00Z")]
    [InlineData("after the change in spring", "2026-03-29T09:00", "2026-03-29T07:00:00Z")]
    [InlineData("a time that is skipped becomes the time an hour later", "2026-03-29T02:30", "2026-03-29T01:30:00Z")]
    [InlineData("a time that comes twice is the first", "2026-10-25T02:30", "2026-10-25T00:30:00Z")]
    [InlineData("after the change in autumn", "2026-10-25T17:00", "2026-10-25T16:00:00Z")]
    public void Een_tijd_op_de_klok_in_Amsterdam_is_een_moment(string geval, string klok, string moment) =>
        Assert.True(
            InstantPattern.ExtendedIso.Parse(moment).Value
                == Moment.Op(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(klok).Value),
            geval
        );

    [Fact]
    public void Een_dag_als_kenmerk_is_de_dag_in_Amsterdam()
    {
        Assert.Equal("20260407", Moment.Dagkenmerk(Instant.FromUtc(2026, 4, 7, 21, 59)));
        Assert.Equal("20260408", Moment.Dagkenmerk(Instant.FromUtc(2026, 4, 7, 22, 0)));
    }

    [Theory]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-06-22", 24)]
    public void De_laatste_dag_van_een_termijn_duurt_zo_lang_als_de_klok_die_dag_loopt(string dag, int uren)
    {
        var laatste = LocalDatePattern.Iso.Parse(dag).Value;

        Assert.Equal(Duration.FromHours(uren), Moment.Op(laatste.PlusDays(1).AtMidnight()) - Moment.Op(laatste.AtMidnight()));
    }
}
