using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Platform.Tests.Identiteit;

public sealed partial class PaginaAanmeldingTests : IAsyncLifetime
{
    private readonly Proefmap _map = new();
    private readonly CookieContainer _koekjes = new();
    private Proefhost _host = null!;
    private HttpClient _browser = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await Proefhost.Start(_map.Pad, eindpunten: RoepApiAan);
        _browser = new HttpClient(new HttpClientHandler { CookieContainer = _koekjes }) { BaseAddress = _host.Adres };
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _host.DisposeAsync();
        _map.Dispose();
    }

    [Fact]
    public async Task Wie_een_pagina_vraagt_kiest_een_voorbeeldpersoon_en_komt_op_die_pagina_terug()
    {
        using var antwoord = await MeldAan("/pagina?x=1", "bram");
        Assert.Equal("/pagina?x=1", antwoord.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Equal(
            new Ik("bram", "Gemachtigde", "12345678", null, "87654321", "urn:etoegang:core:assurance-class:loa3"),
            await antwoord.Content.ReadFromJsonAsync<Ik>(Ct)
        );
        var sessie = Sessie();
        Assert.NotEmpty(sessie);
        Assert.All(sessie, koekje => Assert.True(koekje.HttpOnly));
    }

    [Fact]
    public async Task De_pagina_van_de_provider_noemt_ieder_met_rol_en_onderneming()
    {
        var html = await _browser.GetStringAsync("/pagina", Ct);
        Assert.Contains("<html lang=\"nl\">", html, StringComparison.Ordinal);
        Assert.Contains("Anna de Vries</button>", html, StringComparison.Ordinal);
        Assert.Contains(
            ">aanvrager voor Bakkerij De Vries (KVK 12345678), alleen voor vestiging 000012345678<",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains("via intermediair (KVK 87654321)", html, StringComparison.Ordinal);
        Assert.Contains("Carla &lt;Jansen&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task De_pagina_van_de_provider_is_in_de_taal_die_op_de_site_is_gekozen()
    {
        _koekjes.Add(_host.Adres, new Cookie("slim-taal", "en"));
        var html = await _browser.GetStringAsync("/pagina", Ct);
        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.Contains("<h1 class=\"utrecht-heading-1\">Sign in as an example person</h1>", html, StringComparison.Ordinal);
        Assert.Contains("lang=\"nl\">aanvrager voor", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/taal/nl?terug=%2Fvoorbeeldprovider%2Faanmelden%3F", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Een_pagina_roept_de_api_aan_met_het_token_van_de_kijker()
    {
        using var aangemeld = await MeldAan("/via-api", "anna");
        Assert.Equal("anna", (await aangemeld.Content.ReadFromJsonAsync<Ik>(Ct))!.Onderwerp);
    }

    [Fact]
    public async Task De_api_neemt_het_koekje_niet_aan()
    {
        using var aangemeld = await MeldAan("/pagina", "anna");
        using var antwoord = await _browser.GetAsync("/ik", Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, antwoord.StatusCode);
    }

    [Fact]
    public async Task Een_pagina_voor_een_andere_rol_is_403()
    {
        using var antwoord = await MeldAan("/pagina", "carla");
        Assert.Equal(HttpStatusCode.Forbidden, antwoord.StatusCode);
    }

    [Fact]
    public async Task Na_afmelden_is_het_koekje_weg()
    {
        using var aangemeld = await MeldAan("/pagina", "anna");
        var teken = await _browser.GetStringAsync("/formulier", Ct);
        using var formulier = new FormUrlEncodedContent([new("__RequestVerificationToken", teken)]);
        using var afgemeld = await _browser.PostAsync("/afmelden", formulier, Ct);
        Assert.Equal("voorpagina", await afgemeld.Content.ReadAsStringAsync(Ct));
        Assert.Empty(Sessie());
        var html = await _browser.GetStringAsync("/pagina", Ct);
        Assert.Contains("Aanmelden als voorbeeldpersoon", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Een_formulier_van_een_andere_site_meldt_niemand_af()
    {
        using var aangemeld = await MeldAan("/pagina", "anna");
        using var geweigerd = await _browser.PostAsync("/afmelden", null, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, geweigerd.StatusCode);
        Assert.NotEmpty(Sessie());
        using var nog = await _browser.GetAsync("/pagina", Ct);
        Assert.Equal("anna", (await nog.Content.ReadFromJsonAsync<Ik>(Ct))!.Onderwerp);
    }

    [Theory]
    [InlineData("https://elders.example/")]
    [InlineData("//elders.example/")]
    [InlineData("/\\elders.example/")]
    [InlineData("/\t/elders.example/")]
    public async Task Aanmelden_stuurt_niemand_naar_een_andere_site(string terug)
    {
        using var antwoord = await MeldAan("/aanmelden?terug=" + Uri.EscapeDataString(terug), "anna");
        Assert.Equal(_host.Adres, antwoord.RequestMessage!.RequestUri);
    }

    [Fact]
    public async Task Een_antwoord_van_de_provider_dat_niet_bij_een_vraag_hoort_meldt_niemand_aan()
    {
        using var antwoord = await _browser.GetAsync("/aanmelden/terug?code=gestolen&state=geraden", Ct);
        Assert.Equal("/?aanmelden=mislukt", antwoord.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Empty(Sessie());
    }

    [Theory]
    [InlineData("https://elders.example/aanmelden/terug")]
    [InlineData("http://127.0.0.1:9/anders")]
    public async Task De_provider_stuurt_een_code_alleen_naar_onze_eigen_paginas(string terugkeer)
    {
        var vraag =
            "/voorbeeldprovider/aanmelden?client_id=slimregeling-web&response_type=code&scope=openid&code_challenge_method=S256"
            + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&persoon=anna&redirect_uri="
            + Uri.EscapeDataString(terugkeer);
        using var antwoord = await _browser.GetAsync(vraag, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, antwoord.StatusCode);
    }

    private async Task<HttpResponseMessage> MeldAan(string pad, string persoon)
    {
        using var keuze = await _browser.GetAsync(pad, Ct);
        Assert.Equal("no-store", keuze.Headers.CacheControl?.ToString());
        var html = await keuze.Content.ReadAsStringAsync(Ct);
        var velden = Verborgen().Matches(html).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        velden["persoon"] = persoon;
        return await _browser.PostAsync(keuze.RequestMessage!.RequestUri, new FormUrlEncodedContent(velden), Ct);
    }

    private List<Cookie> Sessie() =>
        [.. _koekjes.GetAllCookies().Where(koekje => koekje.Name.StartsWith("slimregeling", StringComparison.Ordinal) && !koekje.Expired)];

    private static void RoepApiAan(WebApplication app) =>
        app.MapGet(
                "/via-api",
                async (HttpContext http, IHttpContextAccessor verzoek, CancellationToken ct) =>
                {
                    using var api = new HttpClient(new Persoonstoken(verzoek) { InnerHandler = new HttpClientHandler() });
                    return await api.GetFromJsonAsync<Ik>(new Uri($"http://{http.Request.Host}/ik"), ct);
                }
            )
            .Voor(Rol.Aanvrager)
            .AlsPagina();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex Verborgen();
}
