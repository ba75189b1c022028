using System.Globalization;
using NodaTime;

namespace SlimRegeling.Zaken;

/// <summary>Dates as people write them; the program runs without the culture tables of the machine.</summary>
internal static class Datum
{
    private static readonly string[] Maanden =
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

    public static string Voluit(LocalDate dag) =>
        string.Create(CultureInfo.InvariantCulture, $"{dag.Day} {Maanden[dag.Month - 1]} {dag.Year}");
}
