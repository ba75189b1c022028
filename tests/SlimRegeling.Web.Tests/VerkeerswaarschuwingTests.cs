using SlimRegeling.Web.Api.Beheer;
using SlimRegeling.Web.Beheer;

namespace SlimRegeling.Web.Tests;

/// <summary>When who keeps watch is warned that messages wait.</summary>
public sealed class VerkeerswaarschuwingTests
{
    private static readonly DateTimeOffset Toen = new(2026, 4, 7, 15, 3, 22, TimeSpan.Zero);

    [Fact]
    public void Where_messages_are_taken_or_none_wait_nothing_is_said()
    {
        Assert.Empty(Van(Context(wachtrij: 12, perMinuut: 300)));
        Assert.Empty(Van(Context(wachtrij: 0, perMinuut: 0)));
        // The broker does not answer: not seen is not nobody.
        Assert.Empty(Van(Context(wachtrij: null, perMinuut: 5, afnemers: null)));
    }

    [Fact]
    public void Nobody_takes_them()
    {
        Assert.StartsWith(
            "Niemand neemt de berichten voor verlening aan: er wachten 1.200 berichten.",
            Assert.Single(Van(Context(wachtrij: 1200, perMinuut: 0, afnemers: 0))),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Niemand neemt de berichten voor verlening aan. Start",
            Assert.Single(Van(Context(wachtrij: 0, perMinuut: 0, afnemers: 0))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void They_wait_and_nothing_is_handled() =>
        Assert.StartsWith(
            "Voor verlening wacht 1 bericht, en in de laatste minuut is daar niets verwerkt (het laatst op 7 april 2026 om 17.03.22 uur).",
            Assert.Single(Van(Context(wachtrij: null, perMinuut: 0, inVerwerking: 1))),
            StringComparison.Ordinal
        );

    [Fact]
    public void Of_a_context_that_does_not_answer_the_broker_tells_it()
    {
        var zwijgt = new Hostbeeld(new Uri("http://127.0.0.1:1"), ["betalingen"], null, null, null);
        var spreekt = Host(Context(wachtrij: 0, perMinuut: 1));
        spreekt.Berichten!.Wachtrijen =
        [
            new Brokerstand
            {
                Context = "betalingen",
                Wachtrij = 3,
                Afnemers = 0,
            },
        ];
        Assert.StartsWith(
            "Niemand neemt de berichten voor betalingen aan: er wachten 3 berichten.",
            Assert.Single(Verkeerswaarschuwing.Van([zwijgt, spreekt])),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Who_measures_in_one_of_several_processes_is_told_so()
    {
        Assert.Null(Meetbereik.Buiten([Host(Context(wachtrij: 0, perMinuut: 1))]));
        Assert.StartsWith(
            "Meer dan één proces draait dit: verlening (3).",
            Meetbereik.Buiten([Host(Context(wachtrij: 0, perMinuut: 1, afnemers: 3))]),
            StringComparison.Ordinal
        );
    }

    private static IReadOnlyList<string> Van(Verkeersstand context) => Verkeerswaarschuwing.Van([Host(context)]);

    private static Hostbeeld Host(Verkeersstand context) =>
        new(new Uri("http://127.0.0.1:2"), ["verlening"], new BerichtenBeeld { Contexten = [context], Wachtrijen = [] }, null, null);

    private static Verkeersstand Context(long? wachtrij, long perMinuut, long? afnemers = 1, int inVerwerking = 0) =>
        new()
        {
            Context = "verlening",
            Wachtrij = wachtrij,
            VerwerktPerMinuut = perMinuut,
            Afnemers = afnemers,
            InVerwerking = inVerwerking,
            LaatstVerwerkt = Toen,
        };
}
