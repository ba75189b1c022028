using NodaTime;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Scans;

/// <summary>A team as the firm calls it; in answers and events stands its code.</summary>
/// <param name="Gevraagd">How many of it are asked; absent when the firm does not say.</param>
public sealed record Team(string Code, string Naam, int? Gevraagd = null);

/// <summary>What a firm set up. It has names that the firm chose, so it is kept beside the events.</summary>
/// <param name="Kenmerken">Codes of <see cref="Keuzelijsten.VanMensen"/> that people are asked for.</param>
/// <param name="Contact">Whom people can ask about the scan, as the firm wrote it.</param>
/// <param name="Ondernemingsraad"><c>ingestemd</c>, <c>geinformeerd</c>, <c>geen</c> (there is none) or <c>nog-niet</c>.</param>
/// <param name="RaadOp">The day on which the council was told or consented.</param>
public sealed record Scanopzet(
    IReadOnlyList<Team> Teams,
    IReadOnlyList<string> Kenmerken,
    string? Contact = null,
    string? Ondernemingsraad = null,
    LocalDate? RaadOp = null
)
{
    internal static readonly IReadOnlyList<string> Raadstanden = ["ingestemd", "geinformeerd", "geen", "nog-niet"];

    /// <summary>The day, of what came about on one: who has no council, or did not ask it yet, keeps none.</summary>
    internal static LocalDate? Raaddag(string? stand, LocalDate? dag) => stand is "ingestemd" or "geinformeerd" ? dag : null;

    internal static readonly Fout RaadInToekomst = new("raadOp", "Kies een dag die niet in de toekomst ligt.");

    /// <summary>Nothing is asked of people but the questions.</summary>
    public static readonly Scanopzet Zonder = new([], []);

    /// <summary>What the firm says of its works council now, and of which day.</summary>
    /// <param name="later">What it said after the start.</param>
    public (string? Stand, LocalDate? Dag) Raad(RaadVermeld? later) =>
        later is null ? (Ondernemingsraad, RaadOp) : (later.Ondernemingsraad, later.RaadOp);

    /// <summary>By attribute that people are asked for the codes of its choices.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Mogelijk()
    {
        var mogelijk = Keuzelijsten
            .VanMensen.Where(k => Kenmerken.Contains(k.Code))
            .ToDictionary(k => k.Code, k => k.Keuzes.Codes(), StringComparer.Ordinal);
        if (Teams.Count > 0)
        {
            mogelijk.Add(Keuzelijsten.Team, [.. Teams.Select(t => t.Code)]);
        }
        return mogelijk;
    }

    /// <summary>The questions about people, as they are asked, the team first.</summary>
    public IReadOnlyList<Keuzevraag> Vragen() =>
        [
            .. Teams.Count == 0
                ? (Keuzevraag[])[]
                :
                [
                    new(
                        Keuzelijsten.Team,
                        Keuzelijsten.Teamvraag,
                        [.. Teams.Select(t => new Keuze(t.Code, new Tweetalig(t.Naam, t.Naam)))]
                    ),
                ],
            .. Keuzelijsten.VanMensen.Where(k => Kenmerken.Contains(k.Code)),
        ];
}
