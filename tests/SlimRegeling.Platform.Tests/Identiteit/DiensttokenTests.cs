using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Platform.Tests.Identiteit;

public sealed class DiensttokenTests : IDisposable
{
    private readonly Proefmap _map = new();

    public void Dispose() => _map.Dispose();

    [Fact]
    public async Task Een_context_roept_de_api_van_een_andere_aan_als_dienst()
    {
        await using var host = await Proefhost.Start(_map.Pad);
        var aanmelding = host.Diensten.GetRequiredService<Dienstaanmelding>();
        using var client = new HttpClient(new Diensttoken(aanmelding) { InnerHandler = new HttpClientHandler() })
        {
            BaseAddress = host.Adres,
        };
        Assert.Equal("slimregeling-dienst", await client.GetStringAsync("/dienst", TestContext.Current.CancellationToken));
        using var verboden = await client.GetAsync("/oordeel", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, verboden.StatusCode);
    }

    [Fact]
    public async Task Een_mens_komt_niet_bij_wat_voor_diensten_is()
    {
        await using var host = await Proefhost.Start(_map.Pad);
        using var antwoord = await host.Haal("/dienst", await host.Token("carla"));
        Assert.Equal(HttpStatusCode.Forbidden, antwoord.StatusCode);
    }

    [Fact]
    public async Task Het_token_wordt_bewaard_tot_het_niet_meer_geldt()
    {
        await using var host = await Proefhost.Start(_map.Pad);
        var aanmelding = host.Diensten.GetRequiredService<Dienstaanmelding>();
        var ct = TestContext.Current.CancellationToken;
        var tegelijk = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => aanmelding.Token(ct).AsTask()));
        Assert.Single(tegelijk.Distinct());
        aanmelding.Vergeet("een ander token");
        Assert.Equal(tegelijk[0], await aanmelding.Token(ct));
        aanmelding.Vergeet(tegelijk[0]);
        Assert.NotEqual(tegelijk[0], await aanmelding.Token(ct));
    }

    [Fact]
    public async Task Een_proces_met_een_ingesteld_geheim_meldt_zich_aan_bij_de_provider_van_een_ander()
    {
        await using var provider = await Proefhost.Start(_map.Pad, new() { ["SlimRegeling:Aanmelding:DienstGeheim"] = "afgesproken" });
        await using var ander = await Proefhost.Start(
            null,
            new()
            {
                ["SlimRegeling:Aanmelding:Provider"] = provider.Adres.ToString(),
                ["SlimRegeling:Aanmelding:DienstGeheim"] = "afgesproken",
            }
        );
        var token = await ander.Diensten.GetRequiredService<Dienstaanmelding>().Token(TestContext.Current.CancellationToken);
        using var antwoord = await ander.Haal("/dienst", token);
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
    }
}
