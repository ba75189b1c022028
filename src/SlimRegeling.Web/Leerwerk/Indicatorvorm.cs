using System.Globalization;
using System.Text.Json.Nodes;
using SlimRegeling.Web.Bezwaren;

namespace SlimRegeling.Web.Leerwerk;

/// <summary>
/// The form with which a scheme manager writes an indicator: each series has its fields, and values and targets are one on a line. There is always
/// room for one series more; one of which every field is empty is left out.
/// </summary>
public static class Indicatorvorm
{
    public const string Naam = "indicator";
    private const string Reeksen = "reeksen";
    private const string Doelen = "doelen";

    // No form has so many: a number that someone made up makes no page of it.
    private const int MeesteReeksen = 100;

    private static readonly IReadOnlyList<(string Code, string Naam)> Eenheden =
    [
        ("procent", "Procent"),
        ("euro", "Euro"),
        ("miljoen-euro", "Miljoen euro"),
        ("uur", "Uur"),
        ("aantal", "Aantal"),
        ("cijfer", "Cijfer van 1 tot 10"),
    ];

    /// <summary>How many series there are in a form of which these fields are filled in.</summary>
    public static int Aantal(IEnumerable<string> velden) =>
        velden
            .Select(veld => veld.Split('.'))
            .Where(deel => deel is [Reeksen, _, ..])
            .Select(deel =>
                int.TryParse(deel[1], NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < MeesteReeksen ? i + 1 : 0
            )
            .DefaultIfEmpty()
            .Max();

    /// <param name="nu">As it stands; null when it is new.</param>
    /// <param name="reeksen">How many series there is room for at least.</param>
    public static Stapvorm Van(string id, Indicator? nu, int reeksen = 0) =>
        new(
            Naam,
            nu is null ? "Een nieuwe indicator beschrijven" : "Deze indicator wijzigen",
            "Bewaar de indicator",
            $"indicatoren/{Uri.EscapeDataString(id)}",
            [
                new("naam.nl", "Naam", Veldvorm.Regel, Nu: nu?.Naam.Nl),
                new("naam.en", "Naam in het Engels", Veldvorm.Regel, Nu: nu?.Naam.En),
                new("definitie.nl", "Wat wordt er gemeten?", Nu: nu?.Definitie.Nl),
                new("definitie.en", "Hetzelfde in het Engels", Nu: nu?.Definitie.En),
                new("populatie.nl", "Over wie gaat het?", Veldvorm.Regel, Nu: nu?.Populatie.Nl),
                new("populatie.en", "Over wie, in het Engels", Veldvorm.Regel, Nu: nu?.Populatie.En),
                new("groep", "Onderwerp", Veldvorm.Keuze, Keuzes: Leerwoorden.Indicatorgroepen, Nu: nu?.Groep),
                new("eenheid", "Eenheid", Veldvorm.Keuze, Keuzes: Eenheden, Nu: nu?.Eenheid),
                new("status", "Status", Veldvorm.Keuze, Keuzes: Leerwoorden.Indicatorstatussen, Nu: nu?.Status),
                .. Enumerable
                    .Range(0, Math.Max((nu?.Reeksen.Count ?? 0) + 1, reeksen))
                    .SelectMany(i => Reeksvelden(i, nu?.Reeksen.ElementAtOrDefault(i))),
                new(
                    Doelen,
                    "Doelen",
                    Hulp: "Elk op een regel: jaar; waarde; concept of vastgesteld; code van de meting; bron. Is er nog geen meting, laat de code dan leeg: "
                        + "2030; 60; concept; ; het programma.",
                    MagLeeg: true,
                    Nu: string.Join('\n', (nu?.Doelen ?? []).Select(Indicatorregels.Van))
                ),
            ]
        )
        {
            Uitleg = "Een meting haalt u weg door al haar velden leeg te maken.",
        };

    /// <summary>What the API takes of what the form gave.</summary>
    /// <param name="fouten">Where is added what cannot be read.</param>
    public static JsonObject Naar(JsonObject gelezen, JsonArray fouten)
    {
        var reeksen = new JsonArray();
        foreach (var (nummer, inhoud) in gelezen[Reeksen]?.AsObject().ToList() ?? [])
        {
            // What is empty is not there at all; one with anything in it is never dropped.
            if (inhoud?["code"] is null)
            {
                if (inhoud is JsonObject { Count: > 0 })
                {
                    fouten.Add(
                        new JsonObject
                        {
                            ["veld"] = $"{Reeksen}.{nummer}.code",
                            ["uitleg"] = "Geef deze meting een code, of maak al haar velden leeg.",
                        }
                    );
                }
                continue;
            }
            var reeks = new JsonObject
            {
                ["code"] = Tekst(inhoud["code"]),
                ["naam"] = Tweetalig(inhoud["naam"]),
                ["bron"] = Tekst(inhoud["bron"]),
                ["meetwijze"] = Tweetalig(inhoud["meetwijze"]),
                ["vergelijkbaarMet"] = new JsonArray([
                    .. Tekst(inhoud["vergelijkbaarMet"]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => JsonValue.Create(c)),
                ]),
                ["punten"] = Indicatorregels.Punten(Tekst(inhoud["punten"]), $"{Reeksen}.{nummer}.punten", fouten),
            };
            if (inhoud["waarom"] is { } waarom)
            {
                reeks["waarom"] = Tweetalig(waarom);
            }
            reeksen.Add(reeks);
        }
        var indicator = gelezen.DeepClone().AsObject();
        indicator[Reeksen] = reeksen;
        indicator[Doelen] = Indicatorregels.Doelen(Tekst(gelezen[Doelen]), Doelen, fouten);
        return indicator;
    }

    private static IEnumerable<Stapveld> Reeksvelden(int i, Reeks? nu)
    {
        var (naam, wat) = ($"{Reeksen}.{i}", nu is null ? "Nieuwe meting" : $"Meting {i + 1}");
        yield return new($"{naam}.code", $"{wat}: code", Veldvorm.Regel, "Kleine letters en streepjes.", MagLeeg: true, Nu: nu?.Code);
        yield return new($"{naam}.naam.nl", $"{wat}: naam", Veldvorm.Regel, MagLeeg: true, Nu: nu?.Naam.Nl);
        yield return new($"{naam}.naam.en", $"{wat}: naam in het Engels", Veldvorm.Regel, MagLeeg: true, Nu: nu?.Naam.En);
        yield return new($"{naam}.bron", $"{wat}: bron", Veldvorm.Regel, MagLeeg: true, Nu: nu?.Bron);
        yield return new($"{naam}.meetwijze.nl", $"{wat}: hoe is er gemeten?", MagLeeg: true, Nu: nu?.Meetwijze.Nl);
        yield return new($"{naam}.meetwijze.en", $"{wat}: hoe, in het Engels", MagLeeg: true, Nu: nu?.Meetwijze.En);
        yield return new(
            $"{naam}.vergelijkbaarMet",
            $"{wat}: te vergelijken met",
            Veldvorm.Regel,
            "Codes van andere metingen, met een spatie ertussen. Beide moeten elkaar noemen.",
            MagLeeg: true,
            Nu: string.Join(' ', nu?.VergelijkbaarMet ?? [])
        );
        yield return new($"{naam}.waarom.nl", $"{wat}: waarom niet te vergelijken", MagLeeg: true, Nu: nu?.Waarom?.Nl);
        yield return new($"{naam}.waarom.en", $"{wat}: waarom niet, in het Engels", MagLeeg: true, Nu: nu?.Waarom?.En);
        yield return new(
            $"{naam}.punten",
            $"{wat}: waarden",
            Hulp: "Elk op een regel: jaar; waarde; status; ja als er anders is gemeten; opmerking. De laatste twee mogen leeg. "
                + "Status: bevestigd, tweedehands, benadering of onbevestigd.",
            MagLeeg: true,
            Nu: string.Join('\n', (nu?.Punten ?? []).Select(Indicatorregels.Van))
        );
    }

    // The API tells what is empty, and not what is not there.
    private static JsonObject Tweetalig(JsonNode? veld) => new() { ["nl"] = Tekst(veld?["nl"]), ["en"] = Tekst(veld?["en"]) };

    private static string Tekst(JsonNode? veld) => (string?)veld ?? "";
}
