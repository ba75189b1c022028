using System.Diagnostics;
using System.Globalization;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Prestaties;

/// <summary>From the start of the process to the first answer, on a folder of data that is there already.</summary>
internal static class Starttijd
{
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(60);

    /// <returns>Seconds of each start; the first one, which made the data, is left out.</returns>
    public static async Task<IReadOnlyList<double>> Meet(string map, int rondes)
    {
        var tijden = new List<double>();
        for (var i = 0; i <= rondes; i++)
        {
            tijden.Add(await Eenmaal(map));
        }
        return tijden[1..];
    }

    private static async Task<double> Eenmaal(string map)
    {
        var adres = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Poort.Vrij()}/");
        var omgeving = new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = adres,
            ["SlimRegeling__Voorbeeldzaken"] = "false",
            ["SlimRegeling__Gegevensmap"] = map,
            ["Logging__LogLevel__Default"] = "Warning",
        };
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var sinds = Stopwatch.StartNew();
        await using var host = Hostproces.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "SlimRegeling.Host.dll")], omgeving);
        while (!await Antwoordt(client, adres))
        {
            if (sinds.Elapsed > Geduld || !host.Loopt)
            {
                throw new InvalidOperationException($"De host antwoordt niet.\n{host.Uitvoer}");
            }
            await Task.Delay(10);
        }
        var duur = sinds.Elapsed.TotalSeconds;
        await host.Stop(Geduld);
        return duur;
    }

    private static async Task<bool> Antwoordt(HttpClient client, string adres)
    {
        try
        {
            using var antwoord = await client.GetAsync(new Uri($"{adres}v1/tijdvakken"));
            return antwoord.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
