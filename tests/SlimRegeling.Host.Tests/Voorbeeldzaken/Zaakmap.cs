using System.Text.Json.Nodes;
using SlimRegeling.Host.Voorbeeldzaken;

namespace SlimRegeling.Host.Tests.Voorbeeldzaken;

/// <summary>A folder with a changed copy of the case file that comes with the program.</summary>
internal sealed class Zaakmap : IDisposable
{
    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("voorbeeldzaken-test-");

    public Zaakmap(Action<JsonObject> wijzig)
    {
        var zaak = JsonNode.Parse(File.ReadAllText(Path.Combine(Zaakbestand.EigenMap, "de-troffel.json")))!.AsObject();
        wijzig(zaak);
        File.WriteAllText(Path.Combine(Pad, "kopie.json"), zaak.ToJsonString());
    }

    public string Pad => _map.FullName;

    public static JsonObject Stap(JsonObject zaak, string naam) =>
        zaak["stappen"]!.AsArray().Select(s => s!.AsObject()).First(s => (string)s["stap"]! == naam);

    /// <summary>Only the beginning is played, up to and including this step.</summary>
    public static void Tot(JsonObject zaak, string naam)
    {
        var stappen = zaak["stappen"]!.AsArray();
        var laatste = stappen.Index().First(s => (string)s.Item!["stap"]! == naam).Index;
        while (stappen.Count > laatste + 1)
        {
            stappen.RemoveAt(laatste + 1);
        }
    }

    public void Dispose() => _map.Delete(recursive: true);
}
