using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

namespace SlimRegeling.Host;

/// <summary>Starts API and site.</summary>
internal static class Starten
{
    public static async Task Voer(string[] args)
    {
        await EersteStart.SpeelZoNodig(args, Console.Out, CancellationToken.None);
        await using var huis = await Huis.Bouw(args, null, CancellationToken.None);
        await huis.App.StartAsync();
        var adressen = huis.App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Console.WriteLine($"SlimRegeling draait op {string.Join(", ", adressen)}");
        if (huis.App.Services.GetService<Voorbeeldpersonen>() is not null)
        {
            Console.WriteLine("U kunt zich aanmelden als:");
            foreach (var persoon in Voorbeeldaccounts.Alle)
            {
                var rollen = string.Join(", ", persoon.Rollen.Select(rol => rol.Claimwaarde()));
                Console.WriteLine($"  {persoon.Id, -34} {persoon.Naam, -24} {rollen} {persoon.Onderneming}".TrimEnd());
            }
        }
        await huis.App.WaitForShutdownAsync();
    }
}
