using System.Globalization;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Leerwerk;

/// <summary>What the API names by a code, in words of which the texts have the English.</summary>
public static class Leerwoorden
{
    public const string TeWeinig = "te weinig antwoorden om te tonen";
    public const string Streep = "–";

    /// <summary>What a score of what people agreed with is called.</summary>
    public static readonly IReadOnlyList<string> Banden = ["aandacht", "kan sterker", "op orde", "sterk"];

    public static readonly IReadOnlyList<(string Code, string Naam)> Doelgroepen =
    [
        ("praktisch", "Mensen die praktisch zijn opgeleid"),
        ("flex", "Mensen met een flexibel contract"),
        ("50-plus", "Mensen van 50 jaar of ouder"),
    ];

    public static readonly IReadOnlyList<(string Code, string Naam)> Inspanningen =
    [
        ("klein", "Kleine inspanning"),
        ("middel", "Gemiddelde inspanning"),
        ("groot", "Grote inspanning"),
    ];

    public static readonly IReadOnlyList<(string Code, string Naam)> Kosten =
    [
        ("geen", "Geen kosten"),
        ("laag", "Tot € 1.000"),
        ("middel", "Tot € 10.000"),
        ("hoog", "Meer dan € 10.000"),
    ];

    public static readonly IReadOnlyList<(string Code, string Naam)> Routes =
    [
        ("slim-a", "SLIM-subsidie, activiteit A"),
        ("slim-b", "SLIM-subsidie, activiteit B"),
        ("slim-c", "SLIM-subsidie, activiteit C"),
        ("oeno-fonds", "O&O-fonds van uw sector"),
        ("expeditie", "Expeditie-regeling"),
        ("ngf", "Nationaal Groeifonds"),
        ("bibliotheek", "Via de bibliotheek"),
        ("zelf", "Zelf te doen, zonder subsidie"),
    ];

    /// <summary>How sure it is that it works, the surest first.</summary>
    public static readonly IReadOnlyList<(string Code, string Naam)> Bewijzen =
    [
        ("onderzocht", "Onderzocht"),
        ("praktijkvoorbeeld", "Voorbeeld uit de praktijk"),
        ("mening", "Mening van kenners"),
    ];

    public static readonly IReadOnlyList<(string Code, string Naam)> Indicatorgroepen =
    [
        ("leergedrag", "Wat mensen leren"),
        ("urgentie", "Wat mensen belangrijk vinden"),
        ("stimulerend", "Wat leren stimuleert"),
        ("aanbod", "Wat werkgevers aanbieden"),
        ("opbrengst", "Wat leren oplevert"),
        ("programma", "Wat het programma bereikt"),
    ];

    public static readonly IReadOnlyList<(string Code, string Naam)> Puntstatussen =
    [
        ("bevestigd", "Bevestigd"),
        ("tweedehands", "Van een ander overgenomen"),
        ("benadering", "Bij benadering"),
        ("onbevestigd", "Niet bevestigd"),
    ];

    public static readonly IReadOnlyList<(string Code, string Naam)> Indicatorstatussen =
    [
        ("concept", "Concept"),
        ("vastgesteld", "Vastgesteld"),
    ];

    private static readonly NumberFormatInfo Nederlands = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>Of one of the lists; the code itself when it is not there.</summary>
    public static string Van(IReadOnlyList<(string Code, string Naam)> lijst, string code) =>
        lijst.Where(k => k.Code == code).Select(k => k.Naam).FirstOrDefault() ?? code;

    /// <summary>What it can be paid with, in the language of the page.</summary>
    public static string Betalen(Interventie interventie, Teksten t) => Betalen(interventie.Routes, t);

    /// <inheritdoc cref="Betalen(Interventie, Teksten)"/>
    public static string Betalen(IReadOnlyList<string> routes, Teksten t) => string.Join(", ", routes.Select(r => t[Van(Routes, r)]));

    /// <summary>With whom one is compared, as a template for sector and size.</summary>
    public static string Kring(Benchmarkbeeld beeld, Keuzeboek keuzes, Teksten t)
    {
        var sector = Naam(keuzes.Sectoren, beeld.Sector, t);
        var grootte = Naam(keuzes.Groottes, beeld.Grootte, t);
        return beeld.Kring switch
        {
            "sector-en-grootte" => t["bedrijven in de sector {0}, met {1}", sector, grootte],
            "sector" => t["bedrijven in de sector {0}", sector],
            "grootte" => t["bedrijven met {0}", grootte],
            _ => t["alle bedrijven"],
        };
    }

    public static string Naam(IReadOnlyList<Leerkeuze> keuzes, string? code, Teksten t) =>
        keuzes.FirstOrDefault(k => k.Code == code)?.Naam.In(t) ?? code ?? Streep;

    /// <summary>With an end, so that several can stand behind each other.</summary>
    public static string Zin(string tekst) => tekst.EndsWith('.') ? tekst : $"{tekst}.";

    /// <summary>One decimal at least, as people in the Netherlands write it; a dash when there is none.</summary>
    public static string Score(decimal? score) => score?.ToString("0.0#", Nederlands) ?? Streep;

    /// <summary>A value of an indicator with its unit.</summary>
    public static string Waarde(decimal waarde, string eenheid, Teksten t) =>
        eenheid switch
        {
            "procent" => $"{Weergave.Aantal(waarde)}%",
            "euro" => $"€\u00a0{Weergave.Aantal(waarde)}",
            "miljoen-euro" => t["€ {0} miljoen", Weergave.Aantal(waarde)],
            "uur" => t["{0} uur", Weergave.Aantal(waarde)],
            _ => Weergave.Aantal(waarde),
        };

    /// <summary><c>november 2026</c></summary>
    /// <param name="maand"><c>2026-11</c></param>
    public static string Maand(string maand, Teksten t)
    {
        var eerste = DateOnly.ParseExact($"{maand}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return t.Dag(eerste).Split(' ', 2)[1];
    }

    /// <summary>Why a dimension is a priority, as sentences in the language of the page.</summary>
    /// <param name="score">Of that dimension; null when the report shows none.</param>
    public static IEnumerable<string> Waarom(Prioriteit prioriteit, Dimensiescore? score, Teksten t)
    {
        foreach (var reden in prioriteit.Redenen ?? [])
        {
            yield return reden switch
            {
                "score" => score is null ? t["De score is laag."] : t["De score is {0}: {1}.", Score(score.Score), t[score.Beeld]],
                "mensen" => t["Ten minste de helft van uw mensen wil dit beter."],
                _ => t["U vindt dit belangrijk voor uw bedrijf."],
            };
        }
    }
}
