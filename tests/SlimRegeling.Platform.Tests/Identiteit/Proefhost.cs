using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

namespace SlimRegeling.Platform.Tests.Identiteit;

/// <summary>A real host on a loopback port with the identity of the floor and a few endpoints behind it.</summary>
internal sealed class Proefhost : IAsyncDisposable
{
    public static readonly Voorbeeldpersoon Anna = new(
        "anna",
        "Anna de Vries",
        [Rol.Aanvrager],
        "12345678",
        "Bakkerij De Vries",
        "000012345678"
    );
    public static readonly Voorbeeldpersoon Bram = new(
        "bram",
        "Bram Smit",
        [Rol.Gemachtigde],
        "12345678",
        "Bakkerij De Vries",
        null,
        "87654321"
    );
    public static readonly Voorbeeldpersoon Carla = new("carla", "Carla <Jansen>", [Rol.Beoordelaar, Rol.Medeondertekenaar]);

    private readonly WebApplication _app;

    private Proefhost(WebApplication app) => _app = app;

    public Uri Adres => new(_app.Urls.First());

    public IServiceProvider Diensten => _app.Services;

    /// <param name="instellingen">Configuration keys; <c>SlimRegeling:Aanmelding:Provider</c> makes it a host that trusts another.</param>
    public static async Task<Proefhost> Start(
        string? sleutelmap,
        Dictionary<string, string?>? instellingen = null,
        Action<WebApplication>? eindpunten = null
    )
    {
        var bouwer = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        bouwer.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        bouwer.Configuration.AddInMemoryCollection(instellingen ?? []);
        bouwer.Services.AddRoutingCore();
        bouwer.Logging.AddConsole().SetMinimumLevel(LogLevel.Warning);
        bouwer.Services.AddIdentiteit(bouwer.Configuration);
        bouwer.Services.AddPaginaAanmelding(bouwer.Configuration, bouwer.Environment);
        if (sleutelmap is not null)
            bouwer.Services.AddVoorbeeldprovider(bouwer.Configuration, bouwer.Environment, sleutelmap, [Anna, Bram, Carla]);

        var app = bouwer.Build();
        app.MapPaginaAanmelding();
        app.MapGet("/ik", (Persoon persoon) => Wie(persoon)).Voor(Enum.GetValues<Rol>());
        app.MapGet("/oordeel", () => "beoordeeld").Voor(Rol.Beoordelaar, Rol.Beheerder);
        app.MapGet("/dienst", (Persoon persoon) => persoon.Onderwerp).Voor(Rol.Dienst);
        app.MapGet("/open", (Persoon? persoon) => persoon?.Onderwerp ?? "niemand").Openbaar();
        app.MapGet("/vergeten", () => "niet bedoeld");
        app.MapGet("/half", () => "niet bedoeld").RequireAuthorization();
        app.MapGet("/pagina", (Persoon persoon) => Wie(persoon)).Voor(Rol.Aanvrager, Rol.Gemachtigde).AlsPagina();
        app.MapGet("/", () => "voorpagina").Openbaar().AlsPagina();
        app.MapGet("/formulier", (HttpContext http, IAntiforgery formulieren) => formulieren.GetAndStoreTokens(http).RequestToken)
            .Openbaar()
            .AlsPagina();
        eindpunten?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Proefhost(app);
    }

    public async Task<string> Token(string persoon) => (await Tokenantwoord(persoon)).GetProperty("access_token").GetString()!;

    public async Task<JsonElement> Tokenantwoord(string persoon)
    {
        using var antwoord = await Vraag(
            new()
            {
                ["grant_type"] = "urn:slimregeling:voorbeeldpersoon",
                ["client_id"] = "voorbeeld",
                ["persoon"] = persoon,
            }
        );
        antwoord.EnsureSuccessStatusCode();
        return await antwoord.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    public async Task<HttpResponseMessage> Vraag(Dictionary<string, string> velden)
    {
        using var client = new HttpClient { BaseAddress = Adres };
        return await client.PostAsync("/voorbeeldprovider/token", new FormUrlEncodedContent(velden), TestContext.Current.CancellationToken);
    }

    public async Task<HttpResponseMessage> Haal(string pad, string? token = null)
    {
        using var client = new HttpClient { BaseAddress = Adres };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.GetAsync(pad, TestContext.Current.CancellationToken);
    }

    public async Task<Ik> Wie(string persoon)
    {
        using var antwoord = await Haal("/ik", await Token(persoon));
        antwoord.EnsureSuccessStatusCode();
        return (await antwoord.Content.ReadFromJsonAsync<Ik>(TestContext.Current.CancellationToken))!;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Ik Wie(Persoon persoon) =>
        new(
            persoon.Onderwerp,
            string.Join(' ', persoon.Rollen.Order()),
            persoon.KvkNummer,
            persoon.Vestigingsnummer,
            persoon.Intermediair,
            persoon.Betrouwbaarheid
        );
}

internal sealed record Ik(
    string Onderwerp,
    string Rollen,
    string? KvkNummer,
    string? Vestigingsnummer,
    string? Intermediair,
    string? Betrouwbaarheid
);
