using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>What letters of award and refusal can say of the why, also on objection or by a decision that mends a mistake (3:46, 3:47 Awb).</summary>
internal static class Onderbouwd
{
    private const string Berekening = "berekening";

    /// <summary>The rows of the computation, when there is one to show.</summary>
    public static Briefvelden MetBerekening(this Briefvelden velden) =>
        velden
            .Als(Berekening, "wij kunnen laten zien hoe het bedrag is berekend", g => g.Onderbouwing?.Berekening.Count > 0)
            .Lijst<Onderbouwing.Regel>(
                Berekening,
                "de regels van de berekening",
                g => g.Onderbouwing?.Berekening ?? [],
                ("omschrijving", "wat er is gerekend", (regel, _) => regel.Omschrijving),
                ("artikel", "het artikel van deze regel", (regel, _) => regel.Artikel),
                ("bedrag", "het bedrag van deze regel", (regel, _) => Getal.Euro(regel.Bedrag))
            );

    /// <summary>The requirements that are not met.</summary>
    public static Briefvelden MetEisen(this Briefvelden velden, Func<Briefgeval, IEnumerable<Onderbouwing.Toets>> eisen) =>
        velden.Lijst<Onderbouwing.Toets>(
            "eis",
            "de eisen waaraan de aanvraag niet voldoet",
            eisen,
            ("uitleg", "de uitleg van de regels, met artikel", (toets, _) => toets.Uitleg)
        );

    /// <summary>What was found wanting beside the grounds themselves.</summary>
    public static IEnumerable<Onderbouwing.Toets> Eisen(Briefgeval geval) =>
        geval.Onderbouwing?.Toetsen.Where(t => t.IsNietVoldaan && !Grondcode.Alle.Contains(t.Code)) ?? [];

    /// <summary>The grounds on which the assessment refuses.</summary>
    public static IEnumerable<string> Gronden(Briefgeval geval) =>
        geval.Onderbouwing?.Toetsen.Where(t => t.IsNietVoldaan && Grondcode.Alle.Contains(t.Code)).Select(t => t.Code) ?? [];

    /// <summary>What the assessor wrote at a ground, else what the rules say of it; empty when nothing.</summary>
    public static string Argument(string grond, Briefgeval geval)
    {
        var toets = geval.Onderbouwing?.Toetsen.FirstOrDefault(t => t.Code == grond);
        return toets?.Argument?.Trim() is { Length: > 0 } geschreven ? geschreven
            : toets is { IsNietVoldaan: true } ? toets.Uitleg
            : "";
    }
}
