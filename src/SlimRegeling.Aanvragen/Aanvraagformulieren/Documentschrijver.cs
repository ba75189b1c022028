using System.Text.Json.Nodes;
using SlimRegeling.Aanvragen.Aanvulling;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Aanvraagformulieren;

/// <summary>Writes what a form tells of a document that is asked: how it comes, and which parts of the form say the same.</summary>
internal static class Documentschrijver
{
    /// <summary>What no part of the form says: it comes as a file.</summary>
    private static readonly string[] AlsBestand =
    [
        Documentcode.BewijsRekening,
        Documentcode.Machtiging,
        Documentcode.Samenwerkingsovereenkomst,
    ];

    public static JsonNode Schrijf(Document document, Groepveld formulier) =>
        Schemaschrijver.Met(
            new JsonObject { ["code"] = document.Code },
            ("title", document.Titel),
            ("x-artikel", Veldcontrole.Artikel(document.Artikel)),
            ("wanneer", document.Wanneer),
            ("wijze", AlsBestand.Contains(document.Code) ? "bestand" : "formulier"),
            (
                "velden",
                new JsonArray([
                    .. Formulierverschil
                        .Bij(document.Code)
                        .Intersect(formulier.Velden.Select(v => v.Naam))
                        .Select(v => JsonValue.Create(v)),
                ])
            )
        );
}
