using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>
/// The language of what is printed. A report is fixed in Dutch and stays so; what it names by a code has its English here, and what someone typed is
/// printed as it was.
/// </summary>
public sealed class Druktaal
{
    public static readonly Druktaal Nederlands = new("nl");
    private static readonly Druktaal Engels = new("en");

    private static readonly Dictionary<string, string> Beelden = new()
    {
        ["aandacht"] = "needs attention",
        ["kan sterker"] = "can be stronger",
        ["op orde"] = "in order",
        ["sterk"] = "strong",
        ["beeld"] = "picture",
        ["voorlopig beeld"] = "provisional picture",
        ["richtinggevend"] = "indicative",
        [Rapport.TeWeinig] = "too few answers to show",
        [Rapport.NietGemeten] = "not measured",
        [Rapport.Onbetrouwbaar] = "the questions hang together too little to show",
    };

    private Druktaal(string code) => Code = code;

    /// <summary>nl or en.</summary>
    public string Code { get; }

    public static Weigering Onbekend => Weigering.Invoer(new Fout("taal", "Kies nl of en."));

    public string this[Tweetalig tekst] => this[tekst.Nl, tekst.En];

    public string this[string nl, string en] => this == Engels ? en : nl;

    /// <param name="code">Dutch without one; null when it is another language.</param>
    public static Druktaal? Van(string? code) =>
        code switch
        {
            null or "nl" => Nederlands,
            "en" => Engels,
            _ => null,
        };

    /// <summary>A band, or how far the response goes, that a report has in words.</summary>
    public string Beeld(string beeld) => this[beeld, Beelden.GetValueOrDefault(beeld, beeld)];

    /// <param name="instrument">Whose part it may be.</param>
    public string Naam(Dimensiescore score, Instrument? instrument)
    {
        var bekend =
            Dimensies.Alle.FirstOrDefault(d => d.Code == score.Code)?.Naam
            ?? instrument?.Onderdelen.FirstOrDefault(o => o.Code == score.Code)?.Naam;
        return this[score.Naam, bekend?.En ?? score.Naam];
    }

    public string Naam(Splitsing splitsing) => this[splitsing.Naam, (Vraag(splitsing)?.Vraag ?? Keuzelijsten.Teamvraag).En];

    /// <summary>A team is called what the firm called it.</summary>
    public string Naam(Splitsing splitsing, Groepscore groep) =>
        this[
            groep.Naam,
            groep.Code.Length == 0
                ? "not filled in"
                : Vraag(splitsing)?.Keuzes.FirstOrDefault(k => k.Code == groep.Code)?.Naam.En ?? groep.Naam
        ];

    private static Keuzevraag? Vraag(Splitsing splitsing) => Keuzelijsten.Kenmerken.FirstOrDefault(k => k.Code == splitsing.Kenmerk);
}
