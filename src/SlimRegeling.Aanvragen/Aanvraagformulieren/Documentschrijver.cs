using System.Text.Json.Nodes;
using SlimRegeling.Aanvragen.Aanvulling;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Aanvraagformulieren;

/// <summary>Writes what a form tells of a document that is asked: how it comes, and which parts of the form say the same.</summary>
internal static class Documentschrijver
{
    /// <summary>What no part of the form says: it comes as a file.</summary>
    private static readonly string[] Bestanden =
    [
        Documentcode.BewijsRekening,
        Documentcode.Machtiging,
        Documentcode.Samenwerkingsovereenkomst,
    ];

    public static bool AlsBestand(string document) => Bestanden.Contains(document);

    public static JsonNode Schrijf(Document document, Groepveld formulier) =>
        Schemaschrijver.Met(
            new JsonObject { ["code"] = document.Code },
            ("title", document.Titel),
            ("x-artikel", Veldcontrole.Artikel(document.Artikel)),
            ("wanneer", document.Wanneer),
            ("wijze", AlsBestand(document.Code) ? "bestand" : "formulier"),
            (
                "velden",
                new JsonArray([
                    .. Formulierverschil
                        .Bij(document.Code, formulier.Velden.Any(v => v.Naam == "partijen"))
                        .Where(pad => formulier.Velden.Any(v => v.Naam == pad.Split('[')[0]))
                        .Select(pad => JsonValue.Create(pad)),
                ])
            )
        );
}
