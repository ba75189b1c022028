using System.Globalization;

namespace SlimRegeling.Duurproef;

/// <summary>
/// The endurance proof: cases go through the host as processes that are killed at random moments; afterwards everything is counted.
/// Exit code 0 when nothing was lost or doubled.
/// </summary>
internal static class Opdracht
{
    private const string Gebruik = """
        tests/duurproef [--wijze 1,2,3] [--keer 15] [--aanvragen 200] [--zaad N] [--map MAP]
        tests/duurproef --hervat MAP
        tests/duurproef --stormloop [--aanvragen 10000] [--bellers 200] [--keer 1] [--seconden N] [--map MAP]

          --wijze      1 één proces, berichten in het geheugen, ingebouwde PostgreSQL; 2 één proces, RabbitMQ, eigen verbinding;
                       3 drie processen, RabbitMQ, eigen verbinding
          --keer       hoe vaak de host per wijze wordt gedood
          --aanvragen  aanvragen per ronde van ten hoogste 15 keer doden
          --map        waar gegevens, logs en stand.json komen; standaard een nieuwe map onder de tijdelijke map
          --hervat     gaat verder met de gegevens en de stand in MAP
          --stormloop  de drukte voor de sluiting, op wijze 3: aanvragen met een bijlage door zoveel bellers tegelijk, verdeeld over zoveel
                       seconden (10.000 in 540 seconden, of naar verhouding), terwijl een proces zo vaak wordt gedood

        """;

    public static async Task<int> Voer(string[] args)
    {
        if (args is ["--stormloop", .. var rest])
        {
            if (Stormvraag.Lees(rest) is { } vraag)
            {
                return await Stormloop.Voer(vraag) ? 0 : 1;
            }
            await Console.Error.WriteAsync(Gebruik);
            return 2;
        }
        if (Lees(args) is not { } stand)
        {
            await Console.Error.WriteAsync(Gebruik);
            return 2;
        }
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            Console.WriteLine("Na deze ronde stopt de proef; hervat met --hervat.");
            stop.Cancel();
        };
        Hostgroep.RuimWezenOp(stand.Map);
        Console.WriteLine($"zaad {stand.Zaad}, map {stand.Map}");
        foreach (var (wijze, voortgang) in stand.Wijzen)
        {
            await Wijze(stand, wijze, voortgang, stop.Token);
        }
        return Tabel.Druk(stand) ? 0 : 1;
    }

    private static async Task Wijze(Stand stand, int wijze, Voortgang voortgang, CancellationToken stop)
    {
        if (voortgang.Gedood >= stand.Keer || voortgang.Mislukt || stop.IsCancellationRequested)
        {
            return;
        }
        voortgang.Verwerp(wijze);
        stand.Bewaar();
        await using var opstelling = await Opstelling.Start(wijze, stand.MapVan(wijze, voortgang.Poging), stand.Zaad);
        while (voortgang.Gedood < stand.Keer && !voortgang.Mislukt && !stop.IsCancellationRequested)
        {
            voortgang.Bezig = true;
            stand.Bewaar();
            var ronde = new Ronde(stand, wijze, voortgang, opstelling);
            var uitkomst = await ronde.Voer(Math.Min(Stand.PerRonde, stand.Keer - voortgang.Gedood));
            voortgang.Rondes.Add(uitkomst);
            voortgang.Bezig = false;
            stand.Bewaar();
            Tabel.Meld(wijze, voortgang.Rondes.Count, uitkomst);
        }
    }

    private static Stand? Lees(string[] args)
    {
        if (args.Length % 2 != 0)
        {
            return null;
        }
        var opties = args.Chunk(2).ToDictionary(p => p[0], p => p[1]);
        if (opties.Remove("--hervat", out var hervat))
        {
            return opties.Count == 0 && Stand.Bestaat(hervat) ? Stand.Lees(hervat) : null;
        }
        var map = Map(opties);
        var wijzen = opties.Remove("--wijze", out var tekst) ? tekst.Split(',').Select(Getal).ToArray() : [1, 2, 3];
        var stand = new Stand
        {
            Map = map,
            Keer = opties.Remove("--keer", out var keer) ? Getal(keer) : Stand.PerRonde,
            Aanvragen = opties.Remove("--aanvragen", out var aanvragen) ? Getal(aanvragen) : 200,
            Zaad = opties.Remove("--zaad", out var zaad) ? Getal(zaad) : Random.Shared.Next(1, 1_000_000),
            Wijzen = wijzen.ToDictionary(w => w, _ => new Voortgang()),
        };
        return opties.Count == 0 && wijzen.All(w => w is >= 1 and <= 3) ? stand : null;
    }

    /// <summary>The folder that is asked for, or a new one.</summary>
    internal static string Map(Dictionary<string, string> opties)
    {
        // Not a private folder: as root the database runs under an account of its own, which must get there.
        var map = opties.Remove("--map", out var gekozen)
            ? gekozen
            : Path.Combine(Path.GetTempPath(), $"slimregeling-duurproef-{Guid.NewGuid():n}");
        return Directory.CreateDirectory(map).FullName;
    }

    internal static int Getal(string tekst) =>
        int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var getal) ? getal : 0;
}
