using SlimRegeling.Web.Wachtkamer;

namespace SlimRegeling.Web.Tests;

/// <summary>Who waits, who goes in, and in which order.</summary>
public sealed class WachtrijTests
{
    private readonly Proeftijd _tijd = new();
    private readonly Wachtkamerinstellingen _instellingen = new() { Gelijktijdig = 2, PerSeconde = 2 };

    private static readonly Guid[] Nummers = [.. Enumerable.Range(1, 200).Select(i => new Guid(i, 0, 0, new byte[8]))];

    [Fact]
    public void While_it_is_calm_nobody_waits()
    {
        var rij = Rij();
        Assert.All(Nummers, n => Assert.True(rij.Kom(n, _tijd.Nu, false)!.Binnen));
        Assert.Equal(0, rij.Stand.Wachtenden);
    }

    [Fact]
    public void Above_the_limit_people_wait_and_go_in_in_order_of_coming_not_of_asking()
    {
        var rij = Rij();
        var bezig = Vol(rij);
        var komsten = Kom(rij, 10);
        Assert.Equal(10, rij.Stand.Wachtenden);
        foreach (var einde in bezig)
        {
            einde.Dispose();
        }
        _tijd.Vooruit(1);
        // Two a second: the last asks first, and still the first two go in.
        var binnen = Enumerable.Range(0, 10).Reverse().Where(i => rij.Kom(Nummers[i], komsten[i], true)!.Binnen).ToList();
        Assert.Equal([1, 0], binnen);
        // Who comes now stands behind all of them, though there is room.
        Assert.Equal(8, rij.Kom(Nummers[50], _tijd.Nu, false)!.Ervoor);
    }

    [Fact]
    public void While_all_places_are_taken_nobody_goes_in_and_no_time_is_promised()
    {
        var rij = Rij();
        Vol(rij);
        var komsten = Kom(rij, 3);
        _tijd.Vooruit(5);
        var plaats = rij.Kom(Nummers[0], komsten[0], true)!;
        Assert.False(plaats.Binnen);
        Assert.Null(plaats.Wacht);
    }

    [Fact]
    public void The_estimate_follows_from_how_many_came_in()
    {
        var rij = Rij();
        var bezig = Vol(rij);
        var komsten = Kom(rij, 200);
        foreach (var einde in bezig)
        {
            einde.Dispose();
        }
        // The pace that was set, until something is measured.
        Assert.Equal(TimeSpan.FromSeconds(100), rij.Kom(Nummers[199], komsten[199], true)!.Wacht);
        var binnen = new HashSet<int>();
        for (var seconde = 0; seconde < 30; seconde++)
        {
            _tijd.Vooruit(1);
            // Only every other second someone comes and asks: fewer go in than could.
            for (var i = 0; i < 200 && seconde % 2 == 0; i++)
            {
                if (!binnen.Contains(i) && binnen.Count < seconde + 1 && rij.Kom(Nummers[i], komsten[i], true) is { Binnen: true })
                {
                    binnen.Add(i);
                }
            }
        }
        var laatste = rij.Kom(Nummers[199], komsten[199], true)!;
        var perSeconde = binnen.Count / 29.0;
        Assert.InRange(laatste.Wacht!.Value.TotalSeconds, laatste.Ervoor / perSeconde * 0.9, laatste.Ervoor / perSeconde * 1.1);
    }

    [Fact]
    public void A_ticket_lets_one_person_in_and_a_lost_answer_is_given_again()
    {
        var rij = Rij();
        var bezig = Vol(rij);
        var komsten = Kom(rij, 5);
        foreach (var einde in bezig)
        {
            einde.Dispose();
        }
        _tijd.Vooruit(1);
        Assert.True(rij.Kom(Nummers[0], komsten[0], true)!.Binnen);
        Assert.True(rij.Kom(Nummers[0], komsten[0], true)!.Binnen);
        Assert.True(rij.Kom(Nummers[0], komsten[0], true)!.Binnen);
        // Who lends it out finds it used up.
        Assert.Null(rij.Kom(Nummers[0], komsten[0], true));
        _tijd.Vooruit(11);
        Assert.Null(rij.Kom(Nummers[0], komsten[0], true));
    }

    [Fact]
    public void Who_goes_away_holds_nobody_up_and_finds_the_old_place_again()
    {
        var rij = Rij();
        var bezig = Vol(rij);
        var komsten = Kom(rij, 5);
        _tijd.Vooruit(60);
        Assert.Equal(0, rij.Stand.Wachtenden);
        Assert.Equal(0, rij.Kom(Nummers[4], komsten[4], true)!.Ervoor);
        Assert.Equal(0, rij.Kom(Nummers[1], komsten[1], true)!.Ervoor);
        Assert.Equal(1, rij.Kom(Nummers[4], komsten[4], true)!.Ervoor);
        Assert.NotEmpty(bezig);
    }

    [Fact]
    public void A_process_that_begins_again_keeps_the_order_and_lets_nobody_pass_meanwhile()
    {
        var eerste = Rij();
        Vol(eerste);
        var komsten = Kom(eerste, 5);
        _tijd.Vooruit(2);

        var tweede = Rij();
        _tijd.Vooruit(1);
        // It is calm in the new process, but people waited before: the first that comes back tells so.
        Assert.False(tweede.Kom(Nummers[3], komsten[3], true)!.Binnen);
        var later = _tijd.Nu;
        Assert.False(tweede.Kom(Nummers[50], later, false)!.Binnen);
        _tijd.Vooruit(10);
        foreach (var i in (int[])[4, 2, 0, 1, 3])
        {
            Assert.False(tweede.Kom(Nummers[i], komsten[i], true)!.Binnen);
        }
        Assert.Equal(5, tweede.Kom(Nummers[50], later, true)!.Ervoor);
        _tijd.Vooruit(10);
        Assert.All(Enumerable.Range(0, 5), i => Assert.True(tweede.Kom(Nummers[i], komsten[i], true)!.Binnen));
    }

    [Fact]
    public void Switched_on_everyone_goes_in_by_the_pace()
    {
        _instellingen.Stand = Wachtkamerstand.Aan;
        var rij = Rij();
        var komst = _tijd.Nu;
        Assert.False(rij.Kom(Nummers[0], komst, false)!.Binnen);
        _tijd.Vooruit(1);
        Assert.True(rij.Kom(Nummers[0], komst, true)!.Binnen);
        Assert.True(rij.Kom(Nummers[1], _tijd.Nu, false)!.Binnen);
        Assert.False(rij.Kom(Nummers[2], _tijd.Nu, false)!.Binnen);
    }

    [Fact]
    public void Who_is_in_reads_as_a_person_does_while_others_wait()
    {
        var rij = Rij();
        Assert.All(Enumerable.Range(0, 100), _ => Assert.True(rij.MagVerder(Nummers[0])));
        Vol(rij);
        Kom(rij, 1);
        Assert.Equal(30, Enumerable.Range(0, 100).Count(_ => rij.MagVerder(Nummers[1])));
    }

    [Fact]
    public void At_once_no_more_go_in_than_the_pace_allows()
    {
        var rij = Rij();
        var bezig = Vol(rij);
        var komsten = Kom(rij, 100);
        foreach (var einde in bezig)
        {
            einde.Dispose();
        }
        _tijd.Vooruit(3);
        var binnen = 0;
        Parallel.For(
            0,
            100,
            i =>
            {
                if (rij.Kom(Nummers[i], komsten[i], true)!.Binnen)
                {
                    Interlocked.Increment(ref binnen);
                }
            }
        );
        Assert.InRange(binnen, 1, 6);
    }

    private Wachtrij Rij() => new(_instellingen, _tijd);

    private static List<IDisposable> Vol(Wachtrij rij) => [rij.Begin(), rij.Begin()];

    /// <summary>So many come one after the other while it is full; gives their moments of coming.</summary>
    private List<DateTimeOffset> Kom(Wachtrij rij, int aantal)
    {
        var komsten = new List<DateTimeOffset>();
        for (var i = 0; i < aantal; i++)
        {
            komsten.Add(_tijd.Nu + TimeSpan.FromTicks(i));
            Assert.False(rij.Kom(Nummers[i], komsten[i], false)!.Binnen);
        }
        return komsten;
    }

    private sealed class Proeftijd : TimeProvider
    {
        public DateTimeOffset Nu { get; private set; } = new(2026, 4, 7, 7, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Nu;

        public void Vooruit(double seconden) => Nu += TimeSpan.FromSeconds(seconden);
    }
}
