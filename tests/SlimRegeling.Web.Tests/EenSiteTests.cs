using System.Net;
using SlimRegeling.Platform;

namespace SlimRegeling.Web.Tests;

/// <summary>There is one row before the pages, because one process has them.</summary>
[Collection(nameof(Daghuis))]
public sealed class EenSiteTests(Daghuis huis)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_process_with_a_site_does_not_start_and_says_what_to_do()
    {
        await using var tweede = await huis.Bouw();

        var fout = await Assert.ThrowsAsync<Opstartfout>(() => tweede.App.StartAsync(Ct));

        Assert.Contains("Zet in dit proces SlimRegeling:Site op uit", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_site_or_without_a_waiting_room_it_does()
    {
        await using var kaal = await huis.Bouw("--SlimRegeling:Site", "uit");
        await kaal.App.StartAsync(Ct);
        using var client = new HttpClient { BaseAddress = new Uri(kaal.App.Urls.First()) };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/v1/tijdvakken", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/beheer/hangfire", Ct)).StatusCode);
        await kaal.App.StopAsync(Ct);

        await using var zonderRij = await huis.Bouw("--SlimRegeling:Wachtkamer:Stand", "uit");
        await zonderRij.App.StartAsync(Ct);
        await zonderRij.App.StopAsync(Ct);
    }

    [Fact]
    public async Task Something_else_than_on_or_off_is_named() =>
        Assert.Contains(
            "Kies aan of uit",
            (await Assert.ThrowsAsync<Opstartfout>(() => huis.Bouw("--SlimRegeling:Site", "misschien"))).Message,
            StringComparison.Ordinal
        );
}
