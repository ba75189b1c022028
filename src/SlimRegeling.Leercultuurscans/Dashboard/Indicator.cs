using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using NodaTime;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Dashboard;

/// <summary>
/// Something that is followed over the years, as data: what it is, of whom, by whom measured and how. What was measured in another way is another
/// series, and two series are laid beside each other only when both say that they can be.
/// </summary>
/// <param name="Groep">What it is about, of <see cref="Groepen"/>.</param>
/// <param name="Eenheid">Of all its values: <c>procent</c>, <c>euro</c>, <c>miljoen-euro</c>, <c>uur</c>, <c>aantal</c> or <c>cijfer</c>.</param>
/// <param name="Status">Of the indicator itself: <c>concept</c> or <c>vastgesteld</c>.</param>
public sealed partial record Indicator(
    string Id,
    Tweetalig Naam,
    Tweetalig Definitie,
    Tweetalig Populatie,
    string Groep,
    string Eenheid,
    string Status,
    IReadOnlyList<Reeks> Reeksen,
    IReadOnlyList<Doel> Doelen
)
{
    internal static readonly IReadOnlyList<string> Groepen = ["leergedrag", "urgentie", "stimulerend", "aanbod", "opbrengst", "programma"];
    internal static readonly IReadOnlyList<string> Eenheden = ["procent", "euro", "miljoen-euro", "uur", "aantal", "cijfer"];
    internal static readonly IReadOnlyList<string> Statussen = ["concept", "vastgesteld"];

    /// <summary>What is wrong with it as someone wrote it.</summary>
    public IReadOnlyList<Fout> Controleer()
    {
        var fouten = new List<Fout>();
        Eis(IsTekst(Naam), "naam", "Geef de naam in het Nederlands en in het Engels.");
        Eis(IsTekst(Definitie), "definitie", "Omschrijf in het Nederlands en in het Engels wat er wordt gemeten.");
        Eis(IsTekst(Populatie), "populatie", "Omschrijf in het Nederlands en in het Engels over wie het gaat.");
        Eis(Groepen.Contains(Groep), "groep", $"Kies uit {string.Join(", ", Groepen)}.");
        Eis(Eenheden.Contains(Eenheid), "eenheid", $"Kies uit {string.Join(", ", Eenheden)}.");
        Eis(Statussen.Contains(Status), "status", $"Kies uit {string.Join(", ", Statussen)}.");
        Eis(Reeksen.Count > 0, "reeksen", "Geef ten minste één reeks.");
        Eis(Reeksen.All(r => Code().IsMatch(r.Code)), "reeksen", "Gebruik in een code kleine letters, cijfers en streepjes.");
        Eis(Reeksen.Select(r => r.Code).Distinct().Count() == Reeksen.Count, "reeksen", "Geef elke reeks een eigen code.");
        Eis(
            !Reeksen.SelectMany(r => r.VergelijkbaarMet).Except(Reeksen.Select(r => r.Code)).Any(),
            "reeksen",
            "Een reeks is vergelijkbaar met een die er niet is. Noem een code van een van de reeksen."
        );
        Eis(Reeksen.All(r => IsTekst(r.Naam)), "reeksen", "Geef elke reeks een naam in het Nederlands en in het Engels.");
        Eis(Reeksen.All(r => IsTekst(r.Bron) && IsTekst(r.Meetwijze)), "reeksen", "Geef elke reeks een bron en een meetwijze.");
        Eis(
            Reeksen.All(r => r.Waarom is null || IsTekst(r.Waarom)),
            "reeksen",
            "Zeg in het Nederlands en in het Engels waarom een reeks niet te vergelijken is, of in geen van beide."
        );
        Eis(
            Reeksen.All(r => r.Punten.Select(p => p.Jaar).Distinct().Count() == r.Punten.Count),
            "reeksen",
            "In een reeks staat een jaar er één keer."
        );
        Eis(
            Reeksen.SelectMany(r => r.Punten).All(p => Punt.Statussen.Contains(p.Status) && p.Jaar is >= 1990 and <= 2100),
            "reeksen",
            $"Geef elk punt een jaar en een status: {string.Join(", ", Punt.Statussen)}."
        );
        Eis(
            Doelen.All(d => Statussen.Contains(d.Status) && IsTekst(d.Bron)),
            "doelen",
            "Geef elk doel een status (concept of vastgesteld) en een bron."
        );
        Eis(
            !Doelen.Select(d => d.Reeks).OfType<string>().Except(Reeksen.Select(r => r.Code)).Any(),
            "doelen",
            "Een doel noemt een reeks die er niet is. Noem een code van een van de reeksen, of laat haar weg."
        );
        return fouten;

        void Eis(bool goed, string veld, string uitleg)
        {
            if (!goed)
            {
                fouten.Add(new Fout(veld, uitleg));
            }
        }
    }

    private static bool IsTekst(Tweetalig tekst) => IsTekst(tekst.Nl) && IsTekst(tekst.En);

    private static bool IsTekst(string tekst) => !string.IsNullOrWhiteSpace(tekst);

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Code();
}

/// <summary>Values that were measured in one way.</summary>
/// <param name="Meetwijze">How: the question, the survey, the period it looks back on.</param>
/// <param name="VergelijkbaarMet">Codes of other series of the indicator beside which it may be laid.</param>
/// <param name="Waarom">Why it is not comparable with what looks the same, where people would think so.</param>
public sealed record Reeks(
    string Code,
    Tweetalig Naam,
    string Bron,
    Tweetalig Meetwijze,
    IReadOnlyList<string> VergelijkbaarMet,
    IReadOnlyList<Punt> Punten,
    Tweetalig? Waarom = null
);

/// <param name="Status"><c>bevestigd</c>, <c>tweedehands</c> (told by another than who measured it), <c>benadering</c> or <c>onbevestigd</c>.</param>
/// <param name="Breuk">It was measured otherwise than the point before it: no line goes from that to this.</param>
public sealed record Punt(
    int Jaar,
    [property: JsonConverter(typeof(AantalConverter))] decimal Waarde,
    string Status,
    bool Breuk = false,
    string? Opmerking = null
)
{
    internal static readonly IReadOnlyList<string> Statussen = ["bevestigd", "tweedehands", "benadering", "onbevestigd"];
}

/// <param name="Reeks">The series that it is measured by; absent when that is still to be settled.</param>
public sealed record Doel(
    int Jaar,
    [property: JsonConverter(typeof(AantalConverter))] decimal Waarde,
    string Status,
    string Bron,
    string? Reeks = null
);

/// <summary>The scheme manager wrote an indicator, or wrote it anew.</summary>
[Naam("indicator-beschreven")]
public sealed record IndicatorBeschreven(Indicator Indicator, Instant Op) : Gebeurtenis;

/// <summary>An indicator as it was written last.</summary>
public sealed record Indicatorstand
{
    /// <summary>Its stream. Every stream of the context has its id from one space, and an intervention may well be called the same.</summary>
    public static string Stroom(string indicator) => $"indicator-{indicator}";

    public string Id { get; init; } = "";
    public Indicator? Indicator { get; init; }

    public Indicatorstand Apply(IndicatorBeschreven e) => this with { Indicator = e.Indicator };
}
