using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SlimRegeling.Host.Voorbeeldzaken;

/// <summary>A list of records as CSV for a Dutch spreadsheet: semicolons, decimal commas, nothing that could run as a formula.</summary>
internal static partial class Blad
{
    public static string Csv(JsonArray regels)
    {
        var records = regels.OfType<JsonObject>().ToList();
        string[] kolommen = [.. records.SelectMany(r => r.Select(v => v.Key)).Distinct()];
        var csv = new StringBuilder().AppendJoin(';', kolommen).Append("\r\n");
        foreach (var record in records)
        {
            csv.AppendJoin(';', kolommen.Select(kolom => Cel(record[kolom]?.ToString() ?? ""))).Append("\r\n");
        }
        return csv.ToString();
    }

    private static string Cel(string waarde)
    {
        if (Bedrag().IsMatch(waarde))
        {
            return waarde.Replace('.', ',');
        }
        var tekst = waarde.Length > 0 && "=+-@|%\t\r\n".Contains(waarde[0], StringComparison.Ordinal) ? $"'{waarde}" : waarde;
        return tekst.AsSpan().IndexOfAny(";\"\r\n") < 0 ? tekst : $"\"{tekst.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    [GeneratedRegex(@"^-?\d+\.\d{2}\z")]
    private static partial Regex Bedrag();
}
