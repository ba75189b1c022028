using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>The token of this process as a service (role <see cref="Rol.Dienst"/>), fetched at the provider and kept until just before it ends.</summary>
public sealed class Dienstaanmelding(
    IHttpClientFactory clients,
    IOptions<Aanmeldinstellingen> instellingen,
    Provideradres provider,
    Dienstgeheim geheim
) : IDisposable
{
    internal const string Client = "slimregeling-aanmelddienst";

    private readonly SemaphoreSlim _een = new(1);
    private Verkregen? _huidig;
    private Uri? _tokenadres;

    /// <exception cref="HttpRequestException">The provider does not answer or does not know this service.</exception>
    public async ValueTask<string> Token(CancellationToken ct)
    {
        if (_huidig is { } huidig && huidig.BruikbaarTot > Nu)
            return huidig.Token;
        await _een.WaitAsync(ct);
        try
        {
            if (_huidig is { } intussen && intussen.BruikbaarTot > Nu)
                return intussen.Token;
            _huidig = await Haal(ct);
            return _huidig.Token;
        }
        finally
        {
            _een.Release();
        }
    }

    /// <summary>The provider was given new keys, or the service another role: this token is no longer good.</summary>
    public void Vergeet(string token)
    {
        if (_huidig is { } huidig && huidig.Token == token)
            _huidig = null;
    }

    public void Dispose() => _een.Dispose();

    /// <summary>Tokens live by the real clock, also when example play moves the clock of the cases.</summary>
    private static DateTimeOffset Nu => TimeProvider.System.GetUtcNow();

    private async Task<Verkregen> Haal(CancellationToken ct)
    {
        var aanmelding = instellingen.Value;
        using var client = clients.CreateClient(Client);
        _tokenadres ??= await Tokenadres(client, ct);
        var velden = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = aanmelding.DienstClient,
            ["client_secret"] = geheim.Waarde,
        };
        if (Aanmeldinstellingen.Los(aanmelding.DienstScopes) is { Length: > 0 } scopes)
        {
            velden["scope"] = string.Join(' ', scopes);
        }
        using var formulier = new FormUrlEncodedContent(velden);
        var gevraagd = Nu;
        using var antwoord = await client.PostAsync(_tokenadres, formulier, ct);
        antwoord.EnsureSuccessStatusCode();
        var token =
            await antwoord.Content.ReadFromJsonAsync<Tokenantwoord>(ct)
            ?? throw new HttpRequestException("De aanmelddienst gaf een leeg antwoord op de vraag om een diensttoken.");
        return new Verkregen(token.AccessToken, gevraagd + TimeSpan.FromSeconds(token.ExpiresIn * 0.9));
    }

    private async Task<Uri> Tokenadres(HttpClient client, CancellationToken ct)
    {
        var adres = provider.Adres;
        var wegwijzer = new Uri(adres.ToString().TrimEnd('/') + "/.well-known/openid-configuration");
        var configuratie = await OpenIdConnectConfigurationRetriever.GetAsync(
            wegwijzer.ToString(),
            new HttpDocumentRetriever(client) { RequireHttps = !adres.IsLoopback },
            ct
        );
        return new Uri(configuratie.TokenEndpoint);
    }

    private sealed record Verkregen(string Token, DateTimeOffset BruikbaarTot);

    private sealed record Tokenantwoord(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_in")] double ExpiresIn
    );
}

/// <summary>Lets an HttpClient call the API of another context as a service.</summary>
public sealed class Diensttoken(Dienstaanmelding aanmelding) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await aanmelding.Token(cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var antwoord = await base.SendAsync(request, cancellationToken);
        if (antwoord.StatusCode == HttpStatusCode.Unauthorized)
            aanmelding.Vergeet(token);
        return antwoord;
    }
}

public static class Diensttokens
{
    /// <summary><c>AddHttpClient("relaties", …).MetDiensttoken()</c>.</summary>
    public static IHttpClientBuilder MetDiensttoken(this IHttpClientBuilder client) => client.AddHttpMessageHandler<Diensttoken>();

    /// <summary><c>AddHttpClient("api", …).MetPersoonstoken()</c>: the pages call as the person who looks.</summary>
    public static IHttpClientBuilder MetPersoonstoken(this IHttpClientBuilder client) => client.AddHttpMessageHandler<Persoonstoken>();
}
