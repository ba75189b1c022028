using System.Globalization;
using System.Text.Json.Nodes;
using SlimRegeling.Web.Leerwerk;

namespace SlimRegeling.Web.Scanwerk;

/// <summary>A question as a form asks it: each is a field of its own, and what is chosen is the number of an answer or that one does not know.</summary>
public static class Vraagveld
{
    /// <summary>What is chosen by who does not know, or to whom it does not apply.</summary>
    public const string WeetNiet = "n";

    /// <param name="vraag">Its place in the part, from 0.</param>
    public static string Naam(Vragendeel deel, int vraag) => string.Create(CultureInfo.InvariantCulture, $"{deel.Code}-{vraag + 1}");

    /// <summary>What can be chosen, by what stands in the form.</summary>
    public static IEnumerable<(string Waarde, Tweetalig Tekst)> Keuzes(Vragendeel deel) =>
        deel.Antwoorden.Select((tekst, i) => ((deel.Laagste + i).ToString(CultureInfo.InvariantCulture), tekst));

    /// <summary>Whether it can be chosen; who made up something else did not answer.</summary>
    public static bool IsKeuze(Vragendeel deel, string? gekozen) => gekozen == WeetNiet || Keuzes(deel).Any(k => k.Waarde == gekozen);

    /// <summary>Of an answer that the API has.</summary>
    public static string Van(int? antwoord) => antwoord?.ToString(CultureInfo.InvariantCulture) ?? WeetNiet;

    /// <summary>The answers to a part as the API takes them; null while one of its questions has none.</summary>
    /// <param name="gekozen">By name of the field.</param>
    public static JsonArray? Antwoorden(Vragendeel deel, Func<string, string?> gekozen)
    {
        var antwoorden = new JsonArray();
        for (var i = 0; i < deel.Vragen.Count; i++)
        {
            var keuze = gekozen(Naam(deel, i));
            if (!IsKeuze(deel, keuze))
            {
                return null;
            }
            JsonNode? antwoord = keuze == WeetNiet ? null : JsonValue.Create(int.Parse(keuze!, CultureInfo.InvariantCulture));
            antwoorden.Add(antwoord);
        }
        return antwoorden;
    }

    /// <summary>The questions of a part that have no answer.</summary>
    public static IEnumerable<string> Open(Vragendeel deel, Func<string, string?> gekozen) =>
        deel.Vragen.Select((_, i) => Naam(deel, i)).Where(veld => !IsKeuze(deel, gekozen(veld)));

    /// <summary>Where a mistake in the summary leads: the first answer of the question.</summary>
    public static string Eerste(Vragendeel deel, string veld) => string.Create(CultureInfo.InvariantCulture, $"{veld}-{deel.Laagste}");
}

/// <summary>A question with its answers on a page.</summary>
/// <param name="Gekozen">What stands in the form; null when nothing was chosen.</param>
/// <param name="Fout">It has no answer, and needs one.</param>
public sealed record Vraagbeeld(Vragendeel Deel, int Vraag, string? Gekozen, bool Fout)
{
    public string Veld => Vraagveld.Naam(Deel, Vraag);
}

/// <summary>A question about a person or a firm, of which one choice is made.</summary>
/// <param name="Verplicht">Else there is a choice not to say.</param>
public sealed record Keuzebeeld(
    string Veld,
    string Titel,
    IReadOnlyList<Leerkeuze> Keuzes,
    string? Gekozen,
    bool Verplicht = true,
    bool Fout = false
);
