using System.Text.Json;
using Json.Schema;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using SlimRegeling.Platform;

namespace SlimRegeling.Host.Voorbeeldzaken;

/// <summary>A case file with its name, read and checked.</summary>
internal sealed record Zaakbestand(string Naam, Voorbeeldzaak Zaak)
{
    private const string Schemabestand = "voorbeeldzaak.schema.json";

    private static readonly Lazy<JsonSchema> Schema = new(() =>
        JsonSchema.FromText(File.ReadAllText(Path.Combine(EigenMap, Schemabestand)))
    );

    private static readonly JsonSerializerOptions Vorm = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>The case files that come with the program.</summary>
    public static string EigenMap => Path.Combine(AppContext.BaseDirectory, "voorbeeldzaken");

    /// <summary>All case files of a folder, in the order of their names.</summary>
    /// <exception cref="Opstartfout">There are none, or what is wrong in them, all at once.</exception>
    public static IReadOnlyList<Zaakbestand> LeesAlle(string map)
    {
        string[] paden = Directory.Exists(map)
            ?
            [
                .. Directory
                    .EnumerateFiles(map, "*.json")
                    .Where(p => !p.EndsWith(".schema.json", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ]
            : [];
        if (paden.Length == 0)
        {
            throw new Opstartfout($"In {map} staan geen voorbeeldzaken (*.json). Geef met --map een map waarin ze staan.");
        }
        var fouten = new List<string>();
        var bestanden = paden.Select(pad => Lees(pad, fouten)).OfType<Zaakbestand>().ToList();
        fouten.AddRange(DubbelePersonen(bestanden));
        return fouten.Count == 0
            ? bestanden
            : throw new Opstartfout($"Deze voorbeeldzaken kloppen niet met {Schemabestand}:\n- {string.Join("\n- ", fouten)}");
    }

    private static Zaakbestand? Lees(string pad, List<string> fouten)
    {
        var naam = Path.GetFileNameWithoutExtension(pad);
        try
        {
            using var tekst = JsonDocument.Parse(File.ReadAllText(pad), new() { AllowDuplicateProperties = false });
            var uitslag = Schema.Value.Evaluate(tekst.RootElement, new() { OutputFormat = OutputFormat.List });
            if (!uitslag.IsValid)
            {
                fouten.AddRange(Schemafouten(uitslag).Select(fout => $"{naam}: {fout}"));
                return null;
            }
            var zaak = tekst.RootElement.Deserialize<Voorbeeldzaak>(Vorm)!;
            fouten.AddRange(Fouten(zaak).Select(fout => $"{naam}: {fout}"));
            return new Zaakbestand(naam, zaak);
        }
        catch (JsonException e)
        {
            fouten.Add($"{naam}: dit is geen leesbare JSON: {e.Message}");
            return null;
        }
    }

    private static IEnumerable<string> Schemafouten(EvaluationResults uitslag) =>
        (uitslag.Details ?? [])
            .Where(d => !d.IsValid && d.Errors is not null)
            .SelectMany(d => d.Errors!.Values.Select(fout => $"{d.InstanceLocation}: {fout}"))
            .DefaultIfEmpty("het bestand heeft niet de juiste vorm")
            .Distinct();

    // What a schema cannot say.
    private static IEnumerable<string> Fouten(Voorbeeldzaak zaak)
    {
        var bekend = zaak.Personen.Select(p => p.Id).ToHashSet();
        if (!bekend.Contains(zaak.Overzicht.Wie))
        {
            yield return $"/overzicht/wie: '{zaak.Overzicht.Wie}' staat niet bij de personen.";
        }
        LocalDateTime? vorige = null;
        for (var i = 0; i < zaak.Stappen.Count; i++)
        {
            var stap = zaak.Stappen[i];
            if (stap.Wie is { } wie && !wie.Contains('{', StringComparison.Ordinal) && !bekend.Contains(wie))
            {
                yield return $"/stappen/{i}/wie: '{wie}' staat niet bij de personen.";
            }
            if ((stap.Moment ?? vorige) is not { } moment)
            {
                yield return $"/stappen/{i}/moment: de eerste stap heeft een moment nodig.";
                continue;
            }
            if (moment < vorige)
            {
                yield return $"/stappen/{i}/moment: deze stap ligt voor de stap ervoor.";
            }
            vorige = moment;
        }
    }

    private static IEnumerable<string> DubbelePersonen(IEnumerable<Zaakbestand> bestanden) =>
        bestanden
            .SelectMany(b => b.Zaak.Personen.Select(p => (b.Naam, Persoon: p)))
            .GroupBy(x => x.Persoon.Id)
            .Where(g => g.Select(x => JsonSerializer.Serialize(x.Persoon, Vorm)).Distinct().Count() > 1)
            .Select(g => $"'{g.Key}' is niet overal dezelfde persoon: {string.Join(", ", g.Select(x => x.Naam))}.");
}
