using System.Text.Json;
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

    [Fact]
    public async Task Who_keeps_watch_sees_each_job_and_has_one_run_again()
    {
        await Gepland(1);
        var taak = await Taak("bank-opruimen");
        Assert.Equal(("bank", "elke dag om 3.30 uur", true), (taak.Tekst("context"), taak.Tekst("rooster"), taak.Gepland));
        Assert.NotEqual("", taak.Tekst("omschrijving"));
        Assert.NotEqual("", taak.Tekst("volgende"));

        Assert.Equal(200, (await huis.Post("ben", "/v1/beheer/taken/bank-opruimen/uitvoering", "{}")).Status);
        for (var poging = 0; poging < 600 && (taak = await Taak("bank-opruimen")).Tekst("uitkomst") != "gelukt"; poging++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Equal("gelukt", taak.Tekst("uitkomst"));
        Assert.NotEqual("", taak.Tekst("laatst"));
    }

    [Fact]
    public async Task A_job_that_failed_says_so_with_what_went_wrong()
    {
        await Gepland(1, "teller-opruimen");
        await huis.Vraag<object>("alter table teller.inbox rename to inbox_weg; select 1");
        try
        {
            Assert.Equal(200, (await huis.Post("ben", "/v1/beheer/taken/teller-opruimen/uitvoering", "{}")).Status);
            for (var poging = 0; poging < 300 && (await Taak("teller-opruimen")).Tekst("fout") == ""; poging++)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
            var taak = await Taak("teller-opruimen");
            Assert.Equal("herhaalt", taak.Tekst("uitkomst"));
            Assert.Contains("teller.inbox", taak.Tekst("fout"), StringComparison.Ordinal);
        }
        finally
        {
            await huis.Vraag<object>("alter table teller.inbox_weg rename to inbox; select 1");
        }
    }

    [Fact]
    public async Task A_job_that_is_not_there_and_who_may_not()
    {
        Assert.Equal(404, (await huis.Post("ben", "/v1/beheer/taken/bestaat-niet/uitvoering", "{}")).Status);
        Assert.Equal(403, (await huis.Post("rianne", "/v1/beheer/taken/bank-opruimen/uitvoering", "{}")).Status);
        Assert.Equal(403, (await huis.Haal("bea", "/v1/beheer/taken")).Status);
    }

    private async Task<Taakregel> Taak(string naam)
    {
        var taken = (await huis.Haal("ben", "/v1/beheer/taken")).Inhoud.GetProperty("taken").EnumerateArray();
        return new(taken.Single(t => t.GetProperty("naam").GetString() == naam));
    }

    private sealed record Taakregel(JsonElement Inhoud)
    {
        public bool Gepland => Inhoud.GetProperty("gepland").GetBoolean();

        public string Tekst(string veld) => Inhoud.TryGetProperty(veld, out var waarde) ? waarde.GetString()! : "";
    }

    private async Task Gepland(long aantal, string taak = "bank-opruimen")
    {
        var vraag = $"select count(distinct key) from hangfire.hash where key = 'recurring-job:{taak}'";
        for (var poging = 0; poging < 200 && await huis.Vraag<long>(vraag) < aantal; poging++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        Assert.Equal(aantal, await huis.Vraag<long>(vraag));
    }
}
