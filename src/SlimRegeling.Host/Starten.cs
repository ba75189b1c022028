using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SlimRegeling.Host;

/// <summary>Starts API and site.</summary>
internal static class Starten
{
    public static async Task Voer(string[] args)
    {
        await using var huis = await Huis.Bouw(args, null, CancellationToken.None);
        await huis.App.StartAsync();
        var adressen = huis.App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Console.WriteLine($"SlimRegeling draait op {string.Join(", ", adressen)}");
        await huis.App.WaitForShutdownAsync();
    }
}
