using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Platform;

namespace SlimRegeling.Host;

/// <summary>The commands of the program.</summary>
internal static class Opdrachtregel
{
    private const string Gebruik = """
        SlimRegeling

          (zonder opdracht)               start de API en de site
          voorbeeldzaken [--map MAP]      speelt de voorbeeldzaken en controleert elk bedrag, elke datum en elke status
          narekenen                       rekent elk vastgelegd besluit na en meldt elk verschil; verandert niets
          herbouw                         maakt alle leesmodellen opnieuw uit de gebeurtenissen en meldt elk verschil; verstuurt niets
          instrumenten [--map MAP]        leest de vragenlijsten, met --map ook die van een map, en noemt per regel wat er niet klopt
          openapi [--map MAP]             schrijft de API-documenten (standaard naar openapi van de broncode)
          rechten [--map MAP]             schrijft rechten.md: wie wat mag aanroepen (standaard naar docs van de broncode)

        """;

    public static async Task<int> Voer(string[] args)
    {
        try
        {
            switch (args)
            {
                case ["openapi", .. var rest]:
                    await OpenapiSchrijven.Voer(Map(rest) ?? Broncode.Map("openapi"));
                    return 0;
                case ["rechten", .. var rest]:
                    await RechtenSchrijven.Voer(Map(rest) ?? Broncode.Map("docs"));
                    return 0;
                case ["instrumenten", .. var rest] when rest is [] or ["--map", _]:
                    return InstrumentenControleren.Voer(Map(rest), Console.Out);
                case ["voorbeeldzaken"]:
                    return await VoorbeeldzakenSpelen.Voer(null, Console.Out, CancellationToken.None);
                case ["voorbeeldzaken", "--map", var map]:
                    return await VoorbeeldzakenSpelen.Voer(map, Console.Out, CancellationToken.None);
                case ["narekenen", .. var rest] when rest.All(a => a.StartsWith('-')):
                    return await Narekenen.Voer(rest, Console.Out, CancellationToken.None);
                case ["herbouw", .. var rest] when rest.All(a => a.StartsWith('-')):
                    return await Herbouwen.Voer(rest, Console.Out, CancellationToken.None);
                case [] or [['-', ..], ..]:
                    await Starten.Voer(args);
                    return 0;
                default:
                    Console.Error.WriteLine(Gebruik);
                    return 2;
            }
        }
        catch (Exception e) when (Startfout(e) is { } fout)
        {
            Console.Error.WriteLine(fout.Message);
            return 1;
        }
    }

    private static string? Map(string[] rest) => rest is ["--map", var map] ? map : null;

    private static Opstartfout? Startfout(Exception e) => e as Opstartfout ?? (e.InnerException is { } binnen ? Startfout(binnen) : null);
}
