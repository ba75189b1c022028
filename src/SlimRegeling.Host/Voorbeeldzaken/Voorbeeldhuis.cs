using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NodaTime;
using SlimRegeling.Aanvragen;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

namespace SlimRegeling.Host.Voorbeeldzaken;

/// <summary>
/// The whole program in this process with a clock that can be set, on a loopback port and an embedded database of its own. Nobody else gets
/// that clock: not in production mode and not on a database that was given.
/// </summary>
internal static class Voorbeeldhuis
{
    /// <summary>Plays the case files on the data in this folder.</summary>
    /// <exception cref="Opstartfout">The program is in production mode, or a database is given.</exception>
    public static async Task Speel(IReadOnlyList<Zaakbestand> bestanden, string gegevensmap, Verslag verslag, CancellationToken ct)
    {
        var klok = new Voorbeeldklok();
        var nummers = new Voorbeeldnummers();
        await using var huis = await Huis.Bouw([], builder => RichtIn(builder, gegevensmap, klok, nummers), ct);
        if (!huis.EigenDatabase)
        {
            throw AlleenEigenDatabase;
        }
        await huis.App.StartAsync(ct);
        var personen = huis.App.Services.GetRequiredService<Voorbeeldpersonen>();
        foreach (var persoon in bestanden.SelectMany(b => b.Zaak.Personen))
        {
            personen.Registreer(persoon.Voorbeeldpersoon());
        }
        using var loket = new Loket(Adres(huis.App));
        await new Spel(loket, klok, nummers, huis.App.Services.GetRequiredService<Stilte>(), verslag).Speel(bestanden, ct);
        await Gestrand.Meld(huis.App.Services.GetRequiredService<Contextregister>(), verslag, ct);
        await huis.App.StopAsync(ct);
    }

    private static void RichtIn(WebApplicationBuilder builder, string gegevensmap, Voorbeeldklok klok, Voorbeeldnummers nummers)
    {
        var configuratie = builder.Configuration;
        if (Productie.Is(configuratie, builder.Environment) || DatabaseGegeven(configuratie))
        {
            throw AlleenEigenDatabase;
        }
        configuratie["urls"] = "http://127.0.0.1:0";
        configuratie["SlimRegeling:Gegevensmap"] = gegevensmap;
        // All contexts here, in memory, and people who need no secret, whatever else is configured for this program.
        configuratie["SlimRegeling:Contexten"] = null;
        configuratie["SlimRegeling:RabbitMq"] = null;
        configuratie["SlimRegeling:Aanmelding:Provider"] = null;
        foreach (var adres in configuratie.GetSection("SlimRegeling:Adressen").GetChildren())
        {
            configuratie[adres.Path] = null;
        }
        configuratie["Logging:LogLevel:Default"] = "Warning";
        builder.Services.AddSingleton<IClock>(klok);
        builder.Services.AddSingleton<Zaaknummerbron>(nummers.Trek);
    }

    public static bool DatabaseGegeven(IConfiguration configuratie) =>
        configuratie.GetSection("ConnectionStrings").GetChildren().Any(verbinding => !string.IsNullOrWhiteSpace(verbinding.Value));

    private static Uri Adres(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private static Opstartfout AlleenEigenDatabase =>
        new(
            "Voorbeeldzaken verzetten de klok en spelen daarom alleen op een eigen, ingebouwde database. "
                + "Haal ConnectionStrings uit de configuratie om ze te spelen."
        );
}
