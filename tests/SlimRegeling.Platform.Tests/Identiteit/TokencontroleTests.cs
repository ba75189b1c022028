using System.Net;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

namespace SlimRegeling.Platform.Tests.Identiteit;

public sealed class TokencontroleTests : IAsyncLifetime
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
    public async Task Een_token_dat_bewaard_is_geldt_nog_steeds_maar_tot_zijn_einde()
    {
        // Half a minute of difference between clocks is allowed; this token has two seconds of it left.
        var token = Token("slimregeling", tot: DateTime.UtcNow.AddSeconds(-28));
        Assert.Equal(HttpStatusCode.OK, await Status(token));
        Assert.Equal(HttpStatusCode.OK, await Status(token));
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(token));
    }

    [Fact]
    public async Task Een_token_voor_een_ander_is_401() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(Token("iets-anders", DateTime.UtcNow.AddHours(1))));

    [Fact]
    public async Task Verzoeken_met_hetzelfde_token_zien_ieder_dezelfde_persoon()
    {
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => _host.Wie(i % 2 == 0 ? "anna" : "bram")));
        Assert.Equal(25, antwoorden.Count(ik => ik is { Onderwerp: "anna", Intermediair: null }));
        Assert.Equal(25, antwoorden.Count(ik => ik is { Onderwerp: "bram", Intermediair: "87654321" }));
    }

    private async Task<HttpStatusCode> Status(string token)
    {
        using var antwoord = await _host.Haal("/oordeel", token);
        return antwoord.StatusCode;
    }

    private string Token(string doelgroep, DateTime tot) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = _host.Adres.ToString(),
                Audience = doelgroep,
                IssuedAt = tot.AddHours(-1),
                NotBefore = tot.AddHours(-1),
                Expires = tot,
                Claims = new Dictionary<string, object> { ["sub"] = "carla", ["role"] = "beoordelaar" },
                SigningCredentials = new SigningCredentials(Voorbeeldsleutel.UitMap(_map.Pad).Ondertekening, SecurityAlgorithms.RsaSha256),
            }
        );
}
