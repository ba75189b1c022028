using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace SlimRegeling.Host;

/// <summary>Writes the API document of each context and of the floor, without a database, bus or jobs.</summary>
internal static class OpenapiSchrijven
{
    public static async Task Voer(string map)
    {
        Directory.CreateDirectory(map);
        foreach (var (naam, document) in Documenten())
        {
            await File.WriteAllTextAsync(Path.Combine(map, $"{naam}.json"), document);
            Console.WriteLine(Path.Combine(map, $"{naam}.json"));
        }
    }

    /// <summary>The documents by name of the context, as they are served.</summary>
    public static IEnumerable<(string Naam, string Document)> Documenten()
    {
        // The program is built but never started: nothing connects.
        var app = Huis.Ongestart();
        var documenten = app.Services.GetRequiredService<ISwaggerProvider>();
        foreach (var naam in Contexten.Alle().Select(c => c.Naam).Append(Platform.Beheer.Eindpunten.Document))
        {
            using var tekst = new StringWriter { NewLine = "\n" };
            documenten.GetSwagger(naam).SerializeAsV3(new OpenApiJsonWriter(tekst));
            yield return (naam, tekst.ToString().ReplaceLineEndings("\n") + "\n");
        }
    }
}
