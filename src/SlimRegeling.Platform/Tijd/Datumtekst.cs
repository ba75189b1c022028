using System.Globalization;
using NodaTime;

namespace SlimRegeling.Platform.Tijd;

/// <summary>A date for people: 22 juni 2026.</summary>
public static class Datumtekst
{
    /// <summary>Written out, because the program runs without the system's culture data.</summary>
    public static readonly IReadOnlyList<string> Maanden =
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];

    public static string Van(LocalDate datum) =>
        string.Create(CultureInfo.InvariantCulture, $"{datum.Day} {Maanden[datum.Month - 1]} {datum.Year}");
}
