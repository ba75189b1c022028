using System.Text.Json;
using System.Text.Json.Serialization;

namespace SlimRegeling.Duurproef;

/// <summary>How far the proof is, kept in its folder as <c>stand.json</c> so that it can be resumed.</summary>
internal sealed class Stand
{
    public const int PerRonde = 15;
    private const string Bestand = "stand.json";
    private static readonly JsonSerializerOptions Opties = new() { WriteIndented = true };

    [JsonIgnore]
    public string Map { get; set; } = "";

    public int Zaad { get; set; }

    /// <summary>Kills of the host in each way to run.</summary>
    public int Keer { get; set; }

    /// <summary>Applications in each round.</summary>
    public int Aanvragen { get; set; }

    public Dictionary<int, Voortgang> Wijzen { get; set; } = [];

    public static bool Bestaat(string map) => File.Exists(Path.Combine(map, Bestand));

    public static Stand Lees(string map)
    {
        var stand =
            JsonSerializer.Deserialize<Stand>(File.ReadAllText(Path.Combine(map, Bestand)), Opties)
            ?? throw new InvalidDataException($"{map} holds no state of the proof.");
        stand.Map = Path.GetFullPath(map);
        return stand;
    }

    public string MapVan(int wijze, int poging) => Path.Combine(Map, $"wijze-{wijze}-{poging}");

    public void Bewaar()
    {
        var pad = Path.Combine(Map, Bestand);
        File.WriteAllText($"{pad}.nieuw", JsonSerializer.Serialize(this, Opties));
        File.Move($"{pad}.nieuw", pad, overwrite: true);
    }
}

/// <summary>One way to run. The rounds follow each other on the same data.</summary>
internal sealed class Voortgang
{
    public List<Rondeuitkomst> Rondes { get; set; } = [];

    /// <summary>A round was begun and not counted.</summary>
    public bool Bezig { get; set; }

    /// <summary>Numbers the data folder of this way.</summary>
    public int Poging { get; set; } = 1;

    [JsonIgnore]
    public int Gedood => Rondes.Sum(r => r.Gedood);

    [JsonIgnore]
    public bool Mislukt => Rondes.Any(r => r.Fouten.Count > 0);

    /// <summary>
    /// A proof that was itself killed halfway a round took the broker with its messages along: that round is not counted and the way goes on
    /// with fresh data.
    /// </summary>
    public void Verwerp(int wijze)
    {
        if (!Bezig)
        {
            return;
        }
        Console.WriteLine($"wijze {wijze}: de vorige ronde is afgebroken; verder op nieuwe gegevens.");
        Poging++;
        Bezig = false;
    }
}

/// <param name="Poging">The data folder on which it ran.</param>
/// <param name="Gedood">Kills of the host.</param>
/// <param name="VanzelfGestopt">Times that a host ended by itself and was started again.</param>
/// <param name="Berichten">Messages that follow from all events in the stores, those of earlier rounds on these data among them.</param>
/// <param name="Effecten">Those messages, once for each context that hears them.</param>
internal sealed record Rondeuitkomst(
    int Poging,
    int Gedood,
    int PostgresGedood,
    int RabbitGestopt,
    int VanzelfGestopt,
    int Aanvragen,
    int Berichten,
    int Effecten,
    int Verloren,
    int Dubbel,
    double Seconden,
    IReadOnlyList<string> Fouten
);
