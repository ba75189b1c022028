using SlimRegeling.Platform.Metingen;

namespace SlimRegeling.Platform.Tests.Metingen;

public sealed class MetingTests
{
    [Fact]
    public void Percentiles_are_at_most_a_tenth_above_the_true_ones()
    {
        var meting = new Meting();
        for (var ms = 1; ms <= 1000; ms++)
        {
            meting.Duurde(TimeSpan.FromMilliseconds(ms), 5);
        }
        var stand = meting.Stand("x", 5)!;
        Assert.Equal(1000, stand.Aantal);
        Assert.InRange(stand.P50Milliseconden, 500, 546);
        Assert.InRange(stand.P99Milliseconden, 990, 1080);
    }

    [Fact]
    public void What_is_more_than_ten_minutes_ago_no_longer_counts()
    {
        var meting = new Meting();
        meting.Duurde(TimeSpan.FromSeconds(1), 100);
        meting.Mislukte(100);
        meting.Duurde(TimeSpan.FromMilliseconds(1), 105);
        Assert.Equal((2, 1), ((int)meting.Stand("x", 109)!.Aantal, (int)meting.Stand("x", 109)!.Fouten));
        Assert.Equal((1, 0), ((int)meting.Stand("x", 110)!.Aantal, (int)meting.Stand("x", 110)!.Fouten));
        Assert.Null(meting.Stand("x", 115));
        meting.Duurde(TimeSpan.FromMilliseconds(1), 110);
        Assert.Equal(2, meting.Stand("x", 110)!.Aantal);
    }

    [Fact]
    public void Durations_without_end_or_beginning_are_counted_too()
    {
        var meting = new Meting();
        meting.Duurde(TimeSpan.Zero, 0);
        meting.Duurde(TimeSpan.FromDays(30), 0);
        Assert.Equal(2, meting.Stand("x", 0)!.Aantal);
        Assert.Equal(1, meting.Stand("x", 0)!.P50Milliseconden);
    }

    [Fact]
    public void Many_at_once_are_all_counted()
    {
        var meting = new Meting();
        Parallel.For(0, 10_000, i => meting.Duurde(TimeSpan.FromMilliseconds(i % 50), 7 + (i % 3)));
        Assert.Equal(10_000, meting.Stand("x", 9)!.Aantal);
    }
}
