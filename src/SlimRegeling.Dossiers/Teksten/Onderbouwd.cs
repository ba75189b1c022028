using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>What letters of award and refusal can say of the why.</summary>
internal static class Onderbouwd
{
    public const string Berekend = "berekening";
    public const string BerekendUitleg = "wij kunnen laten zien hoe het bedrag is berekend";

    public static IReadOnlyList<(
        string Naam,
        string Uitleg,
        Func<Onderbouwing.Regel, Briefgeval, string> Waarde
    )> Berekeningsvelden { get; } =
    [
        ("omschrijving", "wat er is gerekend", (regel, _) => regel.Omschrijving),
        ("artikel", "het artikel van deze regel", (regel, _) => regel.Artikel),
        ("bedrag", "het bedrag van deze regel", (regel, _) => Getal.Euro(regel.Bedrag)),
    ];

    public static bool IsBerekend(Briefgeval geval) => geval.Onderbouwing?.Berekening.Count > 0;

    public static IEnumerable<Onderbouwing.Regel> Berekening(Briefgeval geval) => geval.Onderbouwing?.Berekening ?? [];

    /// <summary>What was found wanting beside the grounds themselves.</summary>
    public static IEnumerable<Onderbouwing.Toets> Eisen(Briefgeval geval) =>
        geval.Onderbouwing?.Toetsen.Where(t => t.IsNietVoldaan && !Grondcode.Alle.Contains(t.Code)) ?? [];

    /// <summary>What the assessor wrote at a ground; empty when nothing.</summary>
    public static string Argument(string grond, Briefgeval geval) =>
        geval.Onderbouwing?.Toetsen.FirstOrDefault(t => t.Code == grond)?.Argument?.Trim() ?? "";
}
