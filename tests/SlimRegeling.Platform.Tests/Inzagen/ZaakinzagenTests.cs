using NodaTime;
using SlimRegeling.Platform.Inzagen;

namespace SlimRegeling.Platform.Tests.Inzagen;

/// <summary>What several contexts tell of who looked at a case, by whole days.</summary>
public sealed class ZaakinzagenTests
{
    private static readonly LocalDate Vandaag = new(2026, 4, 10);

    [Fact]
    public void The_newest_day_comes_first_and_of_a_day_who_looked_last()
    {
        var lijst = ZaakinzagenTonen.Van([Regel(1, "bea", 9), Regel(0, "bea", 9), Regel(0, "mila", 15)], 14, ["betalingen"]);

        Assert.Equal([(0, "mila"), (0, "bea"), (1, "bea")], Beeld(lijst));
        Assert.Null(lijst.Eerder);
        Assert.Equal(["betalingen"], lijst.Elders);
    }

    [Fact]
    public void A_page_has_whole_days_and_says_on_which_one_to_go_on()
    {
        ZaakinzagenTonen.Regel[] regels =
        [
            Regel(0, "bea", 9),
            Regel(3, "bea", 9),
            Regel(3, "mila", 10, "verlening"),
            Regel(7, "bea", 9),
            Regel(9, "bea", 9),
        ];

        var eerste = ZaakinzagenTonen.Van(regels, 2, []);
        Assert.Equal([(0, "bea"), (3, "mila"), (3, "bea")], Beeld(eerste));
        Assert.Equal(Vandaag.PlusDays(-7), eerste.Eerder);

        var tweede = ZaakinzagenTonen.Van([.. regels.Where(r => r.Dag <= eerste.Eerder)], 2, []);
        Assert.Equal([(7, "bea"), (9, "bea")], Beeld(tweede));
        Assert.Null(tweede.Eerder);
    }

    [Fact]
    public void Of_a_case_at_which_nobody_looked_there_is_nothing() => Assert.Empty(ZaakinzagenTonen.Van([], 14, []).Regels);

    private static ZaakinzagenTonen.Regel Regel(int dagenGeleden, string wie, int uur, string context = "aanvragen")
    {
        var dag = Vandaag.PlusDays(-dagenGeleden);
        var op = dag.At(new LocalTime(uur, 0)).InUtc().ToInstant();
        return new(context, dag, wie, ["beoordelaar"], ["aanvraag"], 1, op, op);
    }

    private static IEnumerable<(int DagenGeleden, string Wie)> Beeld(ZaakinzagenTonen.Lijst lijst) =>
        lijst.Regels.Select(r => (Period.DaysBetween(r.Dag, Vandaag), r.Wie));
}
