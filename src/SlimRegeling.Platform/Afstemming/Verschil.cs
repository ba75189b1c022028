using System.Text.RegularExpressions;
using NodaTime;

namespace SlimRegeling.Platform.Afstemming;

/// <summary>Something that does not add up.</summary>
/// <param name="Context">Whose tables it is about.</param>
/// <param name="Regel">What should hold, in words for people.</param>
/// <param name="Onderwerp">Of what it does not hold: a case, a window, a row.</param>
/// <param name="Verwacht">With its amounts.</param>
/// <param name="Gevonden">With its amounts.</param>
/// <param name="Zaaknummer">The case, where it is of one.</param>
public sealed partial record Verschil(
    string Context,
    string Regel,
    string Onderwerp,
    string Verwacht,
    string Gevonden,
    string? Zaaknummer = null
)
{
    /// <param name="plaatsen">Where a case is named, the most telling first.</param>
    internal static Verschil Van(
        string context,
        string regel,
        string onderwerp,
        string verwacht,
        string gevonden,
        params IEnumerable<string?> plaatsen
    ) =>
        new(
            context,
            regel,
            onderwerp,
            verwacht,
            gevonden,
            plaatsen
                .Prepend(onderwerp)
                .OfType<string>()
                .SelectMany(p => Nummer().Matches(p).Select(m => m.Value))
                .FirstOrDefault(n => Platform.Zaaknummer.TryParse(n, null, out _))
        );

    [GeneratedRegex("SLIM-[0-9A-Z]{10}")]
    private static partial Regex Nummer();
}

/// <summary>How one check came out.</summary>
/// <param name="Verschillen">All there are; of each check the first hundred are named.</param>
public sealed record Controletelling(string Context, string Regel, long Verschillen);

/// <summary>What was compared, and what does not add up.</summary>
/// <param name="Op">Of which moment it is, by the clock of the database.</param>
public sealed record Afstemuitslag(
    Instant Op,
    IReadOnlyList<Controletelling> Controles,
    IReadOnlyList<Verschil> Verschillen,
    Berichtenstand Berichten
)
{
    /// <summary>Whether everything adds up and every message has had, or will have, its effect.</summary>
    public bool Sluit => Verschillen.Count == 0;
}
