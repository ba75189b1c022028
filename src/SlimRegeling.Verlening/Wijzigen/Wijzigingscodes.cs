using System.Globalization;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>What is decided on a change that was asked.</summary>
public static class Wijzigingsuitkomst
{
    public const string Toegewezen = "toegewezen";
    public const string Afgewezen = "afgewezen";

    public static readonly IReadOnlyList<string> Alle = [Toegewezen, Afgewezen];
}

/// <summary>
/// The number of a change that was asked, and of the decision on it, is that of its case with <c>-W1</c>, <c>-W2</c>, …; that of the decision on the second
/// advance ends with <c>-T1</c>.
/// </summary>
public static class Wijzigingsnummer
{
    public static string Van(string zaaknummer, int volgnummer) =>
        string.Create(CultureInfo.InvariantCulture, $"{zaaknummer}-W{volgnummer}");

    public static string TweedeVoorschot(string zaaknummer) => $"{zaaknummer}-T1";
}
