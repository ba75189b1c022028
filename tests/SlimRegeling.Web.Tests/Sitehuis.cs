using System.Text.Json;
using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Tijdvakken;
using SlimRegeling.Web.Tests;
using SlimRegeling.Zaken;

[assembly: AssemblyFixture(typeof(Sitehuis))]

namespace SlimRegeling.Web.Tests;

/// <summary>The site in a real host, with windows that open, are open and are closed, and one case that was awarded.</summary>
public sealed class Sitehuis : IAsyncLifetime
{
    public const string Ondernemer = "Olivia Ondernemer";
    public const string Buurman = "Bram Buurman";
    public const string Beoordelaar = "Bas Beoordelaar";
    public const string Functionaris = "Fatima Functionaris";

    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("site");
    private PostgresServer _postgres = null!;
    private WebApplication _app = null!;

    public Uri Adres => new(_app.Urls.First());

    public const string Uitspraak = "ECLI:NL:RBDHA:2026:1";

    public string Zaak { get; } = Zaaknummer.Trek();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _postgres = await PostgresServer.Start();
        var verbinding = await _postgres.NieuweDatabase(nameof(Sitehuis));
        var bouwer = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        bouwer.WebHost.UseUrls("http://127.0.0.1:0");
        bouwer.Logging.SetMinimumLevel(LogLevel.Warning);
        Context[] contexten = [Context.Van<VertellerContext>(), Context.Van<TijdvakkenContext>(), Context.Van<ZakenContext>()];
        bouwer.AddVloer(
            new Vloerinstellingen
            {
                Alle = contexten,
                Hier = contexten.Select(c => c.Naam).ToHashSet(),
                Verbinding = _ => verbinding,
                Takenverbinding = verbinding,
            }
        );
        bouwer.Services.AddIdentiteit(bouwer.Configuration);
        bouwer.Services.AddVoorbeeldprovider(
            bouwer.Configuration,
            bouwer.Environment,
            _map.FullName,
            [
                new("ondernemer", Ondernemer, [Rol.Aanvrager], "11111111", "Bakkerij"),
                new("buurman", Buurman, [Rol.Aanvrager], "22222222", "Slagerij"),
                new("beoordelaar", Beoordelaar, [Rol.Beoordelaar]),
                new("functionaris", Functionaris, [Rol.FunctionarisGegevensbescherming]),
                new("regelbeheerder", "Rianne Regelbeheerder", [Rol.Regelbeheerder]),
                new("regelbeheerder-2", "Ruud Regelbeheerder", [Rol.Regelbeheerder]),
            ]
        );
        bouwer.AddSite(verbinding);
        _app = bouwer.Build();
        _app.MapSite();
        _app.UseVloer();
        _app.MapGet("/kapot", string () => throw new InvalidOperationException("broken on purpose")).Openbaar().AlsPagina();
        await _app.StartAsync();
        await Vul();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _postgres.DisposeAsync();
        _map.Delete(recursive: true);
    }

    private async Task Vul()
    {
        var nu = _app.Services.GetRequiredService<IClock>().GetCurrentInstant();
        await Tijdvak("t-gesloten", nu - Duration.FromDays(60), nu - Duration.FromDays(30));
        await Tijdvak("t-open", nu - Duration.FromDays(3), nu + Duration.FromDays(20));
        await Tijdvak("t-komt", nu + Duration.FromDays(90), nu + Duration.FromDays(120));
        await Tijdvak("t-wijzigt", nu + Duration.FromDays(90), nu + Duration.FromDays(120));
        await Besluit(
            "/v1/tijdvakken/t-wijzigt/wijzigingen",
            new
            {
                bron = "Staatscourant 2026, 1234",
                sluit = Daghuis.Wandklok(nu + Duration.FromDays(130)),
                plafond = "250000.00",
            }
        );
        await Geloot("t-geloot", nu - Duration.FromDays(60), nu - Duration.FromDays(30));
        await Zeg(
            "ondernemer",
            new AanvraagIngediendBericht(Zaak, "t-gesloten", "11111111", "slim-2026", 11_040.00m, nu - Duration.FromDays(40))
        );
        await Zeg(
            "beoordelaar",
            new AanvraagVolledigBericht(Zaak, "t-gesloten", false, nu - Duration.FromDays(39), nu - Duration.FromDays(39))
        );
        var dag = nu.InUtc().Date;
        await Zeg(
            "beoordelaar",
            new SubsidieVerleendBericht(
                Zaak,
                "t-gesloten",
                "11111111",
                "slim-2026",
                $"{Zaak}-V1",
                dag,
                18_400.00m,
                11_040.00m,
                5_520.00m,
                dag.PlusDays(1),
                dag.PlusYears(1),
                "ambtshalve",
                ["A", "C"],
                ["beoordelaar", "mila"],
                nu
            )
        );
        await _app.Services.GetRequiredService<Stilte>().Wacht(Ct);
        using var kijker = await Voorbeeldbeller.Als("beoordelaar", Adres);
        using var gezien = await kijker.GetAsync($"/v1/zaken/{Zaak}", Ct);
        Assert.True(gezien.IsSuccessStatusCode);
    }

    /// <summary>A window that was drawn, and drawn anew by order of a court: three applications, room for one.</summary>
    private async Task Geloot(string id, Instant opent, Instant sluit)
    {
        await Tijdvak(id, opent, sluit);
        for (var i = 0; i < 3; i++)
        {
            var op = opent + Duration.FromHours(i + 1);
            await Zeg("ondernemer", new AanvraagIngediendBericht(Zaaknummer.Trek(), id, $"3333333{i}", "slim-2026", 60_000m, op));
        }
        await Zeg("ondernemer", new OntvangenTotBericht(id, sluit + Duration.FromMinutes(1), 3, sluit + Duration.FromMinutes(1)));
        await _app.Services.GetRequiredService<Stilte>().Wacht(Ct);
        await Post("regelbeheerder", $"/v1/tijdvakken/{id}/lijst", new { });
        await TweePersonen($"/v1/tijdvakken/{id}/loting", new { zaad = "eerste zaad", bron = "proces-verbaal van de notaris" });
        await TweePersonen(
            $"/v1/tijdvakken/{id}/herloting",
            new
            {
                zaad = "tweede zaad",
                bron = "proces-verbaal van een andere notaris",
                uitspraak = Uitspraak,
            }
        );
        await _app.Services.GetRequiredService<Stilte>().Wacht(Ct);
    }

    private async Task TweePersonen(string pad, object inhoud)
    {
        await Post("regelbeheerder", pad, inhoud);
        await Post("regelbeheerder-2", $"{pad}/bevestiging", inhoud);
    }

    private Task Tijdvak(string id, Instant opent, Instant sluit) =>
        Besluit(
            "/v1/tijdvakken",
            new
            {
                id,
                aanvragertype = "mkb-onderneming",
                opent = Daghuis.Wandklok(opent),
                sluit = Daghuis.Wandklok(sluit),
                plafond = "100000.00",
                volgorde = "loting",
                regelversie = "slim-2026",
                bron = "Staatscourant 2025, 999",
            }
        );

    private async Task Besluit(string voorstel, object besluit)
    {
        var (pad, inhoud) = Tijdvakbesluit.Ondertekening(await Post("regelbeheerder", voorstel, besluit));
        await Post("regelbeheerder-2", $"/v1/{pad}", inhoud);
    }

    private Task<JsonElement> Zeg(string persoon, object bericht) =>
        Post(
            persoon,
            $"/v1/verhalen/{Guid.NewGuid():N}",
            new
            {
                soort = bericht.GetType().Name,
                inhoud = JsonSerializer.Serialize(bericht, bericht.GetType(), Platform.Stromen.Json.Opties),
            }
        );

    private Task<JsonElement> Post(string persoon, string pad, object lichaam) =>
        Voorbeeldbeller.Gelukt(Adres, persoon, HttpMethod.Post, pad, lichaam);
}
