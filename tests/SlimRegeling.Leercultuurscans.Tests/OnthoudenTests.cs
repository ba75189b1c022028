using SlimRegeling.Leercultuurscans.Gegevens;

namespace SlimRegeling.Leercultuurscans.Tests;

public class OnthoudenTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wat_iedereen_kan_vragen_wordt_een_keer_gemaakt_zolang_het_hetzelfde_is()
    {
        var onthouden = new Onthouden<int>();
        var gemaakt = 0;

        Assert.Equal(1, await onthouden.Geef(("2026-11", 40L), Maak, Ct));
        Assert.Equal(1, await onthouden.Geef(("2026-11", 40L), Maak, Ct));
        Assert.Equal(2, await onthouden.Geef(("2026-11", 41L), Maak, Ct));

        Task<int> Maak() => Task.FromResult(++gemaakt);
    }

    [Fact]
    public async Task Wie_tegelijk_vraagt_wacht_op_wie_het_eerst_vroeg()
    {
        var onthouden = new Onthouden<int>();
        var (gemaakt, klaar) = (0, new TaskCompletionSource());

        var wachtenden = Enumerable.Range(0, 20).Select(_ => onthouden.Geef("alles", Maak, Ct)).ToList();
        klaar.SetResult();

        Assert.All(await Task.WhenAll(wachtenden), uitkomst => Assert.Equal(1, uitkomst));

        async Task<int> Maak()
        {
            var dit = Interlocked.Increment(ref gemaakt);
            await klaar.Task;
            return dit;
        }
    }

    [Fact]
    public async Task Wat_mislukte_wordt_opnieuw_geprobeerd()
    {
        var onthouden = new Onthouden<int>();

        await Assert.ThrowsAsync<TimeoutException>(() => onthouden.Geef(1, () => throw new TimeoutException(), Ct));

        Assert.Equal(7, await onthouden.Geef(1, () => Task.FromResult(7), Ct));
    }
}
