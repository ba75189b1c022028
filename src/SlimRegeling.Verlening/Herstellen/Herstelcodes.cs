using System.Globalization;
using System.Text.RegularExpressions;

namespace SlimRegeling.Verlening.Herstellen;

/// <summary>What of a decision is mended.</summary>
public static class Herstelsoort
{
    /// <summary>Words, such as a name or a date: what was decided stays.</summary>
    public const string Tekst = "tekst";

    /// <summary>What was decided: the application is assessed again, and what comes of that is decided.</summary>
    public const string Inhoud = "inhoud";

    public static readonly IReadOnlyList<string> Alle = [Tekst, Inhoud];
}

/// <summary>
/// The number of a proposal to mend a mistake, and of the decision that comes of it, is that of its case with <c>-H1</c>, <c>-H2</c>, …. One that was
/// sent back leaves a gap: what was set apart for it is never counted for another.
/// </summary>
public static partial class Herstelnummer
{
    public static string Van(string zaaknummer, int volgnummer) =>
        string.Create(CultureInfo.InvariantCulture, $"{zaaknummer}-H{volgnummer}");

    public static bool Is(string nummer) => Vorm().IsMatch(nummer);

    [GeneratedRegex(@"^.{15}-H[0-9]+\z", RegexOptions.Singleline)]
    private static partial Regex Vorm();
}
