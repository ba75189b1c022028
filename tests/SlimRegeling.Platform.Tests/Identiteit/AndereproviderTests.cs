using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Platform.Tests.Identiteit;

/// <summary>What <c>docs/aanmelddienst.md</c> asks of a provider, with one that is not ours.</summary>
public sealed class AndereproviderTests : IAsyncLifetime
{
    private const string Sectie = "SlimRegeling:Aanmelding";

    private static readonly Ik Verwacht = new("p-1", "Aanvrager", "12345678", "000012345678", null, "hoog");

    private Andereprovider _provider = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _provider = await Andereprovider.Start();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task Wie_zich_daar_aanmeldt_is_op_de_paginas_en_bij_de_api_dezelfde()
    {
        await using var host = await Start();
        using var browser = Browser(host);
        using var pagina = await browser.GetAsync("/pagina", Ct);
        Assert.Equal(HttpStatusCode.OK, pagina.StatusCode);
        Assert.Equal(Verwacht, await pagina.Content.ReadFromJsonAsync<Ik>(Ct));

        using var api = await host.Haal("/ik", await browser.GetStringAsync("/token", Ct));
        Assert.Equal(Verwacht, await api.Content.ReadFromJsonAsync<Ik>(Ct));
    }

    [Fact]
    public async Task Een_dienst_haalt_daar_zijn_token_met_de_scope_die_wordt_geeist()
    {
        await using var host = await Start();
        var token = await host.Diensten.GetRequiredService<Dienstaanmelding>().Token(Ct);
        using var antwoord = await host.Haal("/dienst", token);
        Assert.Equal(Andereprovider.Dienstclient, await antwoord.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Zonder_die_scope_komt_niemand_binnen()
    {
        await using var host = await Start(("Scopes", "openid"), ("DienstScopes", ""));
        using var browser = Browser(host);
        using var geweigerd = await browser.GetAsync("/pagina", Ct);
        Assert.Equal(HttpStatusCode.BadRequest, geweigerd.StatusCode);
        Assert.Equal(_provider.Adres.Authority, geweigerd.RequestMessage!.RequestUri!.Authority);
        var aanmelding = host.Diensten.GetRequiredService<Dienstaanmelding>();
        await Assert.ThrowsAsync<HttpRequestException>(() => aanmelding.Token(Ct).AsTask());
    }

    [Fact]
    public async Task Een_token_voor_een_andere_doelgroep_geldt_niet()
    {
        await using var host = await Start();
        await using var strenger = await Start(("Doelgroep", "slimregeling"));
        var token = await host.Diensten.GetRequiredService<Dienstaanmelding>().Token(Ct);
        using var antwoord = await strenger.Haal("/dienst", token);
        Assert.Equal(HttpStatusCode.Unauthorized, antwoord.StatusCode);
    }

    private Task<Proefhost> Start(params (string Naam, string Waarde)[] anders)
    {
        var instellingen = new Dictionary<string, string?>
        {
            [$"{Sectie}:Provider"] = _provider.Adres.ToString(),
            [$"{Sectie}:Doelgroep"] = Andereprovider.Doelgroep,
            [$"{Sectie}:PaginaClient"] = Andereprovider.Paginaclient,
            [$"{Sectie}:PaginaGeheim"] = Andereprovider.Geheim,
            [$"{Sectie}:Scopes"] = $"openid {Andereprovider.Scope}",
            [$"{Sectie}:DienstClient"] = Andereprovider.Dienstclient,
            [$"{Sectie}:DienstGeheim"] = Andereprovider.Geheim,
            [$"{Sectie}:DienstScopes"] = Andereprovider.Scope,
            [$"{Sectie}:Claims:HandelendPersoon"] = "persoon_id",
            [$"{Sectie}:Claims:Rol"] = "groepen",
            [$"{Sectie}:Claims:KvkNummer"] = "kvk",
            [$"{Sectie}:Claims:Vestigingsnummer"] = "vestiging",
            [$"{Sectie}:Claims:Betrouwbaarheid"] = "niveau",
        };
        foreach (var (naam, waarde) in anders)
            instellingen[$"{Sectie}:{naam}"] = waarde;
        return Proefhost.Start(null, instellingen, Tokenpagina);
    }

    private static void Tokenpagina(WebApplication app) =>
        app.MapGet("/token", (HttpContext http, CancellationToken _) => http.GetTokenAsync("access_token")).Voor(Rol.Aanvrager).AlsPagina();

    private static HttpClient Browser(Proefhost host) =>
        new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = host.Adres };
}
