using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SlimRegeling.Platform.Tests.Vloer;

/// <summary>Jobs by the clock.</summary>
public sealed class TakenTests(Proefhuis huis) : IClassFixture<Proefhuis>
{
    [Fact]
    public async Task A_lock_that_a_killed_process_left_keeps_neither_the_jobs_nor_the_program()
    {
        await Gepland(1);
        await huis.Vraag<object>("delete from hangfire.hash where key = 'recurring-job:bank-opruimen' returning 1");
        await huis.Vraag<object>(
            "insert into hangfire.lock (resource, acquired) values ('hangfire:lock:recurring-job:bank-opruimen', now() - interval '8 seconds') returning 1"
        );
        await using var opnieuw = huis.Bouw();
        await opnieuw.StartAsync(TestContext.Current.CancellationToken);
        await Gepland(1);
        Assert.False(opnieuw.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
    }

    private async Task Gepland(long aantal)
    {
        const string vraag = "select count(distinct key) from hangfire.hash where key = 'recurring-job:bank-opruimen'";
        for (var poging = 0; poging < 200 && await huis.Vraag<long>(vraag) < aantal; poging++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        Assert.Equal(aantal, await huis.Vraag<long>(vraag));
    }
}
