using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Invoer;
using SlimRegeling.Web.Pages.Medewerkers;

namespace SlimRegeling.Web.Bezwaren;

/// <summary>How a field is filled in, and what the API gets of it.</summary>
public enum Veldvorm
{
    Regel,
    Tekst,

    /// <summary>A day as people write it; the API gets <c>2026-08-04</c>.</summary>
    Dag,

    /// <summary>A day, to which a field <c>tijd</c> gives the time.</summary>
    Moment,
    Keuze,
    JaNee,

    /// <summary>Any number of boxes.</summary>
    Vinkjes,

    /// <summary>Euros as people write them; the API gets <c>1250.50</c>.</summary>
    Bedrag,
}

/// <param name="Naam">As the API calls it; what lies in another has a dot: <c>partijen.12345678</c>.</param>
/// <param name="Keuzes">What it gets, and what one reads.</param>
/// <param name="MagLeeg">It is left out when nothing is filled in.</param>
/// <param name="Nu">What stands there until something else is filled in.</param>
public sealed record Stapveld(
    string Naam,
    string Titel,
    Veldvorm Vorm = Veldvorm.Tekst,
    string? Hulp = null,
    IReadOnlyList<(string Waarde, string Titel)>? Keuzes = null,
    bool MagLeeg = false,
    string? Nu = null
);

/// <summary>One of them on a page that has several forms.</summary>
/// <param name="Vorm">Which form.</param>
/// <param name="Laatste">What came of the form that was sent; null when none was.</param>
public sealed record Stapveldbeeld(string Vorm, Stapveld Veld, Beheervorm? Laatste)
{
    public string Id => $"{Vorm}-{Veld.Naam}";

    public string Tijdid => $"{Vorm}-{Stapvorm.Tijdveld}";

    public string? Waarde => Laatste?.Naam == Vorm ? Laatste.Waarde(Vorm, Veld.Naam) : Veld.Nu;

    public string? Tijd => Laatste?.Waarde(Vorm, Stapvorm.Tijdveld);

    public string? Fout => Laatste?.Fout(Vorm, Veld.Naam);

    public string? Tijdfout => Laatste?.Fout(Vorm, Stapvorm.Tijdveld);

    public IReadOnlyList<(string Waarde, string Titel)> Keuzes =>
        Veld.Vorm == Veldvorm.JaNee ? [("ja", "Ja"), ("nee", "Nee")] : Veld.Keuzes ?? [];

    /// <summary>What is read out with the field.</summary>
    public string? Beschreven =>
        (Veld.Hulp, Fout) switch
        {
            (null, null) => null,
            (null, _) => $"{Id}-fout",
            (_, null) => $"{Id}-uitleg",
            _ => $"{Id}-uitleg {Id}-fout",
        };

    public bool Gekozen(string waarde) => Veld.Vorm == Veldvorm.Vinkjes ? Waarde?.Split(',').Contains(waarde) == true : Waarde == waarde;
}

/// <summary>A form for one step in an objection, for an employee.</summary>
/// <param name="Naam">Begins the ids of its fields.</param>
/// <param name="Pad">Where it goes, below <c>/v1</c>.</param>
public sealed record Stapvorm(string Naam, string Titel, string Knop, string Pad, IReadOnlyList<Stapveld> Velden)
{
    public const string Tijdveld = "tijd";

    /// <summary>The hidden field that tells with which template the letter was read.</summary>
    public const string Briefveld = "brief";

    // What is chosen or a day is quickly done again.
    private static readonly string[] Schrijfvelden =
    [
        "argument",
        "motivering",
        "afwijkingVanAdvies",
        "tekst",
        "reden",
        "toelichting",
        "naamreden",
        "naam",
        "belang",
        "adres",
        "fout",
        "juist",
        "anderen",
        "instemming",
        "plaats",
        "hardheid",
        "waaromNietHoren",
        "reactie",
        "vraag",
        "bron",
        "zonderSteekproef",
    ];

    private const string Onvolledig =
        "Uw formulier kwam niet heel aan: wat u bekeek, staat er niet bij. Er is niets gedaan. Kijk wat hier nu staat en doe het opnieuw.";

    private static readonly LocalTimePattern Uurminuut = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    public string? Uitleg { get; init; }

    /// <summary>It cannot be undone.</summary>
    public bool Gevaar { get; init; }

    /// <summary>A button that shows what would come of it and does nothing, with the handler of the page that shows it; null for none.</summary>
    public (string Knop, string Handler)? Vooraf { get; init; }

    /// <summary>Whether it signs what a letter was read of.</summary>
    public bool MetBrief { get; init; }

    /// <summary>
    /// What goes along and is not filled in, such as the hash of what is signed. It stands in the form: what comes back is what was looked at, also when
    /// something else lies there by then.
    /// </summary>
    public IReadOnlyDictionary<string, string> Vast { get; init; } = new Dictionary<string, string>();

    /// <summary>What was typed and did not arrive, with every box that was ticked.</summary>
    public static Beheervorm Terug(string naam, Getypt getypt) =>
        new(naam, getypt.Gekomen.ToDictionary(v => v.Key, v => v.Value.ToString()), null, getypt.Reden);

    /// <summary>What was written in a form that is on the page no more.</summary>
    public static IReadOnlyList<string> Geschreven(IEnumerable<KeyValuePair<string, StringValues>> gekomen) =>
        [
            .. gekomen
                .Where(v => Schrijfvelden.Contains(v.Key.Split('.')[^1]))
                .Select(v => v.Value.ToString().Trim())
                .Where(tekst => tekst.Length > 0),
        ];

    /// <summary>What the API gets; a refusal in its place when something is missing or cannot be read.</summary>
    public (JsonObject Verzoek, JsonAntwoord? Onleesbaar) Lees(IFormCollection formulier)
    {
        var verzoek = new JsonObject();
        foreach (var naam in Vast.Keys)
        {
            if (formulier[naam].ToString() is not { Length: > 0 } gezien)
            {
                return (verzoek, new JsonAntwoord(422, new JsonObject { ["detail"] = Onvolledig }, null));
            }
            verzoek[naam] = gezien;
        }
        if (MetBrief && formulier[Briefveld].ToString() is { Length: > 0 } brief)
        {
            verzoek[Briefveld] = brief;
        }
        var fouten = new JsonArray();
        foreach (var veld in Velden)
        {
            var waarde = formulier[veld.Naam].ToString().Trim();
            if (veld.Vorm != Veldvorm.Vinkjes && waarde.Length == 0)
            {
                if (!veld.MagLeeg)
                {
                    fouten.Add(Fout(veld.Naam, Leeg(veld.Vorm)));
                }
                continue;
            }
            switch (veld.Vorm)
            {
                case Veldvorm.Dag or Veldvorm.Moment:
                    if (Datumlezer.Lees(waarde) is not Gelezen<LocalDate>.Waarde(var dag))
                    {
                        fouten.Add(Fout(veld.Naam, "Schrijf de datum als dag, maand en jaar, zoals 1-3-2026."));
                    }
                    else if (veld.Vorm == Veldvorm.Dag)
                    {
                        verzoek[veld.Naam] = LocalDatePattern.Iso.Format(dag);
                    }
                    else if (Tijd(formulier[Tijdveld].ToString().Trim()) is { } tijd)
                    {
                        verzoek[veld.Naam] = LocalDateTimePattern.GeneralIso.Format(dag + tijd);
                    }
                    else
                    {
                        fouten.Add(Fout(Tijdveld, "Schrijf de tijd als uur en minuten, zoals 9.30."));
                    }
                    break;
                case Veldvorm.JaNee:
                    Zet(verzoek, veld.Naam, waarde == "ja");
                    break;
                case Veldvorm.Vinkjes:
                    verzoek[veld.Naam] = new JsonArray([.. formulier[veld.Naam].OfType<string>().Select(w => JsonValue.Create(w))]);
                    break;
                case Veldvorm.Bedrag:
                    switch (Bedraglezer.Lees(waarde))
                    {
                        case Gelezen<decimal>.Waarde(var bedrag):
                            Zet(verzoek, veld.Naam, bedrag.ToString("0.00", CultureInfo.InvariantCulture));
                            break;
                        case Gelezen<decimal>.Vraag vraag:
                            fouten.Add(Fout(veld.Naam, vraag.Tekst));
                            break;
                        case Gelezen<decimal>.Fout onleesbaar:
                            fouten.Add(Fout(veld.Naam, onleesbaar.Uitleg));
                            break;
                    }
                    break;
                default:
                    Zet(verzoek, veld.Naam, waarde);
                    break;
            }
        }
        return (verzoek, fouten.Count == 0 ? null : new JsonAntwoord(422, new JsonObject { ["fouten"] = fouten }, null));

        static JsonObject Fout(string veld, string uitleg) => new() { ["veld"] = veld, ["uitleg"] = uitleg };
    }

    /// <summary>What the API says of a whole of which the fields stand here apart, stands at the first of these.</summary>
    public JsonAntwoord Bij(JsonAntwoord antwoord)
    {
        if (antwoord.Inhoud?["fouten"] is not JsonArray)
        {
            return antwoord;
        }
        var inhoud = antwoord.Inhoud.DeepClone();
        foreach (var fout in inhoud["fouten"]!.AsArray())
        {
            var naam = (string?)fout!["veld"] ?? "";
            if (
                Velden.All(v => v.Naam != naam)
                && Velden.FirstOrDefault(v => v.Naam.StartsWith($"{naam}.", StringComparison.Ordinal)) is { } eerste
            )
            {
                fout["veld"] = eerste.Naam;
            }
        }
        return antwoord with { Inhoud = inhoud };
    }

    private static void Zet(JsonObject verzoek, string naam, JsonNode waarde)
    {
        var delen = naam.Split('.');
        foreach (var deel in delen[..^1])
        {
            verzoek[deel] ??= new JsonObject();
            verzoek = verzoek[deel]!.AsObject();
        }
        verzoek[delen[^1]] = waarde;
    }

    // One refusal tells all that is missing: the API would tell of the rest only after that.
    private static string Leeg(Veldvorm vorm) =>
        vorm switch
        {
            Veldvorm.Dag or Veldvorm.Moment => "Vul een datum in, zoals 1-3-2026.",
            Veldvorm.Keuze or Veldvorm.JaNee => "Maak een keuze.",
            Veldvorm.Bedrag => "Vul een bedrag in, zoals 1.250,50.",
            _ => "Vul dit in.",
        };

    private static LocalTime? Tijd(string waarde)
    {
        var gelezen = Uurminuut.Parse(waarde.Replace('.', ':'));
        return gelezen.Success ? gelezen.Value : null;
    }
}
