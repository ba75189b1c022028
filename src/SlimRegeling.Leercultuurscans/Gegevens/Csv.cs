using System.Text;
using SlimRegeling.Platform.Api;

namespace SlimRegeling.Leercultuurscans.Gegevens;

/// <summary>
/// A table as a file (RFC 4180): semicolons, a byte-order mark, so that a spreadsheet of a Dutch reader opens it as it is. Text that a spreadsheet would take
/// for a formula gets an apostrophe before it; numbers are written as they are shown.
/// </summary>
internal static class Csv
{
    public const string Mediatype = "text/csv";

    public static Bestand Maak(string naam, IReadOnlyList<string> koppen, IEnumerable<IReadOnlyList<string>> rijen)
    {
        var tekst = new StringBuilder("\uFEFF");
        foreach (var rij in rijen.Prepend(koppen))
        {
            tekst.AppendJoin(';', rij.Select(Veld)).Append("\r\n");
        }
        return new Bestand(Encoding.UTF8.GetBytes(tekst.ToString()), Mediatype, naam);
    }

    private static string Veld(string tekst)
    {
        var veilig =
            tekst.Length > 0 && "=+-@\t\r\n|%".Contains(tekst[0], StringComparison.Ordinal) && !IsGetal(tekst) ? $"'{tekst}" : tekst;
        return veilig.AsSpan().IndexOfAny(";\"\r\n") < 0 ? veilig : $"\"{veilig.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsGetal(string tekst) => tekst.All(c => char.IsAsciiDigit(c) || c is '-' or ',' or '.');
}
