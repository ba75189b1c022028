using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Host;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Architectuur.Tests;

/// <summary>What the API promises to the outside.</summary>
public sealed class EindpuntenTests
{
    [Fact]
    public void Every_endpoint_names_who_may_call_it()
    {
        var app = Huis.Ongestart();
        var eindpunten = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.NotEmpty(eindpunten);
        Assert.Empty(
            eindpunten
                .Where(e => e.Metadata.GetMetadata<Toegang>() is not { } t || (!t.Openbaar && t.Rollen.Count == 0))
                .Select(e => e.RoutePattern.RawText)
        );
    }

    [Fact]
    public void What_an_enterprise_may_call_is_limited_to_its_own_cases()
    {
        var app = Huis.Ongestart();
        var eindpunten = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        Assert.Empty(
            eindpunten
                .Where(e => e.RoutePattern.RawText!.StartsWith("/v1", StringComparison.Ordinal))
                .Where(e => e.Metadata.GetMetadata<Toegang>() is { } t && t.Rollen.Any(Rollen.VanOnderneming.Contains) && !t.EigenZaak)
                .Select(e => e.RoutePattern.RawText)
        );
    }

    [Fact]
    public async Task The_committed_api_documents_are_what_the_program_serves()
    {
        var documenten = OpenapiSchrijven.Documenten().ToList();
        foreach (var (naam, document) in documenten)
        {
            var pad = Bron.Pad("openapi", $"{naam}.json");
            Assert.True(File.Exists(pad), $"openapi/{naam}.json is missing: run the command 'openapi' of the host.");
            Assert.Equal(await File.ReadAllTextAsync(pad, TestContext.Current.CancellationToken), document);
        }
        Assert.Equal(
            documenten.Select(d => $"{d.Naam}.json").Order(),
            Directory.EnumerateFiles(Bron.Pad("openapi"), "*.json").Select(Path.GetFileName).Order()
        );
    }
}
