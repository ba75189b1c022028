using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

namespace SlimRegeling.Platform.Tests.Identiteit;

public sealed class VoorbeeldproviderTests : IDisposable
{
    private readonly Proefmap _map = new();

    public void Dispose() => _map.Dispose();

    [Fact]
    public async Task De_claims_van_een_voorbeeldpersoon_komen_aan_als_persoon()
    {
        await using var host = await Proefhost.Start(_map.Pad);
        const string loa3 = "urn:etoegang:core:assurance-class:loa3";
        Assert.Equal(new Ik("anna", "Aanvrager", "12345678", "000012345678", null, loa3), await host.Wie("anna"));
        Assert.Equal(new Ik("bram", "Gemachtigde", "12345678", null, "87654321", loa3), await host.Wie("bram"));
        Assert.Equal(new Ik("carla", "Beoordelaar Medeondertekenaar", null, null, null, null), await host.Wie("carla"));
    }

    [Fact]
    public async Task In_een_toegangstoken_staat_geen_naam()
    {
        await using var host = await Proefhost.Start(_map.Pad);
        var inhoud = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode((await host.Token("anna")).Split('.')[1]);
        Assert.DoesNotContain("Vries", inhoud, StringComparison.Ordinal);
        Assert.Contains("anna", inhoud, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Een_voorbeeldzaak_voegt_iemand_toe_terwijl_het_programma_draait()
    {
        await using var host = await Proefhost.Start(_map.Pad);
        host.Diensten.GetRequiredService<Voorbeeldpersonen>().Registreer(new Voorbeeldpersoon("dirk", "Dirk", [Rol.Partij], "11112222"));
        Assert.Equal("Partij", (await host.Wie("dirk")).Rollen);
    }

    [Fact]
    public async Task Een_token_geldt_na_een_herstart_op_een_andere_poort()
    {
        string token;
        await using (var eerste = await Proefhost.Start(_map.Pad))
            token = await eerste.Token("carla");
        await using var tweede = await Proefhost.Start(_map.Pad);
        using var antwoord = await tweede.Haal("/oordeel", token);
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
    }

    [Fact]
    public async Task Een_token_van_een_andere_sleutel_geldt_niet()
    {
        using var anders = new Proefmap();
        await using var vreemd = await Proefhost.Start(anders.Pad);
        await using var host = await Proefhost.Start(_map.Pad);
        using var antwoord = await host.Haal("/oordeel", await vreemd.Token("carla"));
        Assert.Equal(HttpStatusCode.Unauthorized, antwoord.StatusCode);
    }

    [Fact]
    public async Task Een_ander_proces_vertrouwt_de_provider_op_zijn_adres()
    {
        await using var provider = await Proefhost.Start(_map.Pad);
        await using var ander = await Proefhost.Start(null, new() { ["SlimRegeling:Aanmelding:Provider"] = provider.Adres.ToString() });
        using var antwoord = await ander.Haal("/oordeel", await provider.Token("carla"));
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
    }

    [Fact]
    public async Task Een_token_verloopt_na_de_ingestelde_tijd()
    {
        await using var host = await Proefhost.Start(_map.Pad, new() { ["SlimRegeling:Voorbeeldprovider:Geldigheid"] = "00:05:00" });
        Assert.InRange((await host.Tokenantwoord("carla")).GetProperty("expires_in").GetInt32(), 290, 300);
    }

    [Fact]
    public void De_sleutel_is_alleen_voor_de_eigenaar_en_blijft_dezelfde_ook_als_velen_tegelijk_beginnen()
    {
        var sleutels = new string[8];
        Parallel.For(0, sleutels.Length, i => sleutels[i] = Voorbeeldsleutel.UitMap(_map.Pad).Ondertekening.KeyId);
        Assert.Single(sleutels.Distinct());
        var bestand = Assert.Single(Directory.GetFiles(_map.Pad));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(bestand));
        Assert.Equal(sleutels[0], Voorbeeldsleutel.UitPem(File.ReadAllText(bestand)).Ondertekening.KeyId);
    }

    [Theory]
    [InlineData("urn:slimregeling:voorbeeldpersoon", "voorbeeld", "invalid_grant")]
    [InlineData("urn:slimregeling:voorbeeldpersoon", "slimregeling-web", "invalid_client")]
    [InlineData("client_credentials", "slimregeling-dienst", "invalid_client")]
    [InlineData("client_credentials", "voorbeeld", "invalid_client")]
    [InlineData("password", "voorbeeld", "unsupported_grant_type")]
    public async Task Wie_de_provider_niet_kent_krijgt_geen_token(string grant, string client, string fout)
    {
        await using var host = await Proefhost.Start(_map.Pad);
        using var antwoord = await host.Vraag(
            new()
            {
                ["grant_type"] = grant,
                ["client_id"] = client,
                ["client_secret"] = "geraden",
                ["persoon"] = "onbekend",
                ["username"] = "anna",
                ["password"] = "anna",
            }
        );
        Assert.False(antwoord.IsSuccessStatusCode);
        var inhoud = await antwoord.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(fout, inhoud.GetProperty("error").GetString());
    }

    [Fact]
    public void Een_voorbeeldpersoon_kan_geen_dienst_zijn() =>
        Assert.Throws<ArgumentException>(() => new Voorbeeldpersonen([new Voorbeeldpersoon("x", "X", [Rol.Dienst])]));

    [Theory]
    [InlineData("Production", "Host=db", true)]
    [InlineData("Production", null, false)]
    [InlineData("Development", "Host=db", false)]
    public void In_productie_weigert_het_programma_te_beginnen_met_de_voorbeeldprovider(string omgeving, string? verbinding, bool weigert)
    {
        var configuratie = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:SlimRegeling"] = verbinding })
            .Build();
        void Voeg() =>
            new ServiceCollection().AddVoorbeeldprovider(
                configuratie,
                new HostingEnvironment { EnvironmentName = omgeving },
                _map.Pad,
                [Proefhost.Anna]
            );
        if (!weigert)
        {
            Voeg();
            return;
        }
        var fout = Assert.Throws<Opstartfout>(Voeg);
        Assert.Contains("SlimRegeling:Aanmelding:Provider", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zonder_aanmelddienst_begint_het_programma_niet()
    {
        var fout = await Assert.ThrowsAsync<Opstartfout>(() => Proefhost.Start(null));
        Assert.Contains("SlimRegeling:Aanmelding:Provider", fout.Message, StringComparison.Ordinal);
    }
}
