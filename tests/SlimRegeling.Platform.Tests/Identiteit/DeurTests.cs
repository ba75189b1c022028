using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Platform.Tests.Identiteit;

public sealed class DeurTests : IAsyncLifetime
{
    private readonly Proefmap _map = new();
    private Proefhost _host = null!;

    public async ValueTask InitializeAsync() => _host = await Proefhost.Start(_map.Pad);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _map.Dispose();
    }

    [Fact]
    public async Task Wie_de_rol_heeft_komt_binnen()
    {
        using var antwoord = await _host.Haal("/oordeel", await _host.Token("carla"));
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
    }

    [Fact]
    public async Task Zonder_token_is_het_antwoord_401_met_uitleg()
    {
        using var antwoord = await _host.Haal("/oordeel");
        await Probleem(antwoord, HttpStatusCode.Unauthorized, "niet-aangemeld");
        Assert.Equal("Bearer", antwoord.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Theory]
    [InlineData("geen.jwt.token")]
    [InlineData("onzin")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm5hIiwiYXVkIjoic2xpbXJlZ2VsaW5nIn0.")]
    public async Task Een_vals_token_is_401(string token)
    {
        using var antwoord = await _host.Haal("/oordeel", token);
        await Probleem(antwoord, HttpStatusCode.Unauthorized, "niet-aangemeld");
    }

    [Fact]
    public async Task Een_token_waaraan_geknoeid_is_is_401()
    {
        var delen = (await _host.Token("anna")).Split('.');
        var carla = (await _host.Token("carla")).Split('.');
        using var antwoord = await _host.Haal("/oordeel", $"{delen[0]}.{carla[1]}.{delen[2]}");
        await Probleem(antwoord, HttpStatusCode.Unauthorized, "niet-aangemeld");
    }

    [Fact]
    public async Task Een_verkeerde_rol_is_403_met_uitleg()
    {
        using var antwoord = await _host.Haal("/oordeel", await _host.Token("anna"));
        await Probleem(antwoord, HttpStatusCode.Forbidden, "niet-bevoegd");
    }

    [Fact]
    public async Task Wie_voor_een_vestiging_handelt_bindt_de_onderneming_niet_en_hoort_waarom()
    {
        await using var host = await Proefhost.Start(
            _map.Pad,
            eindpunten: app => app.MapGet("/bindt", () => "gedaan").Voor(Rol.Aanvrager, Rol.Gemachtigde).EigenZaak().BindtOnderneming()
        );
        using var vestiging = await host.Haal("/bindt", await host.Token("anna"));
        await Probleem(vestiging, HttpStatusCode.Forbidden, "alleen-voor-vestiging");
        using var geheel = await host.Haal("/bindt", await host.Token("bram"));
        Assert.Equal(HttpStatusCode.OK, geheel.StatusCode);
        // Who may not come here for another reason is told that one.
        using var rol = await host.Haal("/bindt", await host.Token("carla"));
        await Probleem(rol, HttpStatusCode.Forbidden, "niet-bevoegd");
        using var niemand = await host.Haal("/bindt");
        await Probleem(niemand, HttpStatusCode.Unauthorized, "niet-aangemeld");
    }

    [Theory]
    [InlineData("/vergeten")]
    [InlineData("/half")]
    public async Task Een_eindpunt_dat_niet_zegt_voor_wie_het_is_blijft_dicht(string pad)
    {
        using var onbekend = await _host.Haal(pad);
        await Probleem(onbekend, HttpStatusCode.Unauthorized, "niet-aangemeld");
        using var aangemeld = await _host.Haal(pad, await _host.Token("carla"));
        await Probleem(aangemeld, HttpStatusCode.Forbidden, "niet-bevoegd");
    }

    [Fact]
    public async Task Een_pad_dat_niet_bestaat_is_404()
    {
        using var antwoord = await _host.Haal("/bestaat-niet");
        Assert.Equal(HttpStatusCode.NotFound, antwoord.StatusCode);
    }

    [Fact]
    public async Task Openbaar_is_voor_iedereen_en_weet_wie_er_is()
    {
        using var onbekend = await _host.Haal("/open");
        Assert.Equal("niemand", await onbekend.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var bekend = await _host.Haal("/open", await _host.Token("carla"));
        Assert.Equal("carla", await bekend.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Een_id_token_is_geen_toegangstoken()
    {
        var antwoord = await _host.Tokenantwoord("carla");
        using var geweigerd = await _host.Haal("/oordeel", antwoord.GetProperty("id_token").GetString());
        await Probleem(geweigerd, HttpStatusCode.Unauthorized, "niet-aangemeld");
    }

    [Fact]
    public async Task Toegang_staat_in_de_metadata_in_welke_volgorde_het_ook_gezegd_is()
    {
        await using var host = await Proefhost.Start(
            _map.Pad,
            eindpunten: app =>
            {
                app.MapGet("/een", () => "").Voor(Rol.Aanvrager).EigenZaak();
                app.MapGet("/twee", () => "").EigenZaak().Voor(Rol.Aanvrager);
            }
        );
        var toegangen = host
            .Diensten.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(eindpunt => eindpunt.RoutePattern.RawText is "/een" or "/twee")
            .Select(eindpunt => eindpunt.Metadata.GetOrderedMetadata<Toegang>())
            .ToList();
        Assert.Equal(2, toegangen.Count);
        Assert.All(
            toegangen,
            toegang =>
            {
                var enige = Assert.Single(toegang);
                Assert.Equal([Rol.Aanvrager], enige.Rollen);
                Assert.True(enige.EigenZaak);
                Assert.False(enige.Openbaar);
            }
        );
    }

    [Fact]
    public async Task Een_aanmelddienst_die_niet_antwoordt_is_503_en_geen_401()
    {
        await using var los = await Proefhost.Start(null, new() { ["SlimRegeling:Aanmelding:Provider"] = "http://127.0.0.1:1" });
        using var antwoord = await los.Haal("/oordeel", await _host.Token("carla"));
        await Probleem(antwoord, HttpStatusCode.ServiceUnavailable, "aanmelddienst-onbereikbaar");
        Assert.NotNull(antwoord.Headers.RetryAfter);
    }

    private static async Task Probleem(HttpResponseMessage antwoord, HttpStatusCode status, string code)
    {
        Assert.Equal(status, antwoord.StatusCode);
        Assert.Equal("application/problem+json", antwoord.Content.Headers.ContentType?.MediaType);
        var probleem = await antwoord.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal((int)status, probleem.GetProperty("status").GetInt32());
        Assert.EndsWith(code, probleem.GetProperty("type").GetString());
        Assert.False(string.IsNullOrWhiteSpace(probleem.GetProperty("title").GetString()));
        Assert.False(string.IsNullOrWhiteSpace(probleem.GetProperty("detail").GetString()));
    }
}
