using System.Globalization;
using System.Text.RegularExpressions;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>
/// Why the recipient is not heard. That the decision can be put right in objection is no reason here (4:12, second paragraph, under c, Awb).
/// </summary>
public static class Hoorreden
{
    /// <summary>It rests on nothing but what the recipient told (4:8, first paragraph, under b, Awb).</summary>
    public const string EigenGegevens = "eigen-gegevens";

    /// <summary>It cannot wait (4:11, under a, Awb).</summary>
    public const string Spoed = "spoed";

    /// <summary>They were heard before, and nothing is new (4:11, under b, Awb).</summary>
    public const string AlGehoord = "al-gehoord";

    /// <summary>What is aimed at is only reached when they do not know it beforehand (4:11, under c, Awb).</summary>
    public const string Doel = "doel";

    public static readonly IReadOnlyList<string> Alle = [EigenGegevens, Spoed, AlGehoord, Doel];
}

/// <summary>How what the recipient thinks of it came.</summary>
public static class Zienswijzewijze
{
    public const string Online = "online";

    /// <summary>By post, telephone or mouth: an employee typed it in.</summary>
    public const string Ingevoerd = "ingevoerd";
}

/// <summary>
/// The number of a proposal to withdraw, and of the decision that comes of it, is that of its case with <c>-I1</c>, <c>-I2</c>, …. One that was sent back
/// leaves a gap.
/// </summary>
public static partial class Intrekkingsnummer
{
    public static string Van(string zaaknummer, int volgnummer) =>
        string.Create(CultureInfo.InvariantCulture, $"{zaaknummer}-I{volgnummer}");

    public static bool Is(string nummer) => Vorm().IsMatch(nummer);

    [GeneratedRegex(@"^.{15}-I[0-9]+\z", RegexOptions.Singleline)]
    private static partial Regex Vorm();
}
