using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime.Text;

namespace SlimRegeling.Relaties.Register;

/// <summary>What enterprises were called when a file was made, by KVK number: kept beside the stream, so that the file can be made again.</summary>
public sealed record Opgavenamen(IReadOnlyDictionary<string, string> Namen);

/// <summary>
/// The file for the central register: the fields of article 6, first paragraph, of Regulation (EU) 2023/2831 and what identifies a line. The layout is our
/// own and not confirmed, as that of the register is not public; <c>docs/steunregister-bestand.md</c> tells it. The same lines give the same bytes.
/// </summary>
public static class Steunbestand
{
    /// <summary>The name of this layout; another layout gets another.</summary>
    public const string Indeling = "slim-steunregister-1";

    public const string Mediatype = "text/csv";

    /// <summary>Who grants by the SLIM-regeling.</summary>
    public const string Autoriteit = "Minister van Sociale Zaken en Werkgelegenheid";

    /// <summary>The form of the aid.</summary>
    public const string Instrument = "subsidie";

    private const string Slot = "einde";

    private static readonly string[] Koppen =
    [
        "kenmerk",
        "soort",
        "land",
        "kvk-nummer",
        "naam",
        "bedrag",
        "valuta",
        "verleend-op",
        "autoriteit",
        "instrument",
        "nace",
        "verordening",
    ];

    private static readonly SearchValues<char> Aanhalen = SearchValues.Create("\";,\t\r\n");

    /// <summary>What a spreadsheet would compute when a text begins with it.</summary>
    private static readonly SearchValues<char> Formule = SearchValues.Create("=+-@|%");

    /// <summary>UTF-8 with its mark, semicolons, CR LF; the last row tells how many lines there are, so that half a file shows.</summary>
    /// <param name="namen">By KVK number; a withdrawal or a change of which the name was destroyed has none.</param>
    public static byte[] Schrijf(string opgave, IReadOnlyList<Opgaveregel> regels, IReadOnlyDictionary<string, string> namen)
    {
        var csv = new StringBuilder();
        Rij(csv, [Indeling, opgave]);
        Rij(csv, Koppen);
        foreach (var regel in regels)
        {
            Rij(
                csv,
                [
                    regel.Sleutel.Kenmerk,
                    Soort(regel.Soort),
                    "NL",
                    regel.KvkNummer,
                    namen.GetValueOrDefault(regel.KvkNummer, ""),
                    regel.Bedrag.ToString("0.00", CultureInfo.InvariantCulture),
                    "EUR",
                    LocalDatePattern.Iso.Format(regel.VerleendOp),
                    Autoriteit,
                    Instrument,
                    regel.Nace,
                    regel.Verordening,
                ]
            );
        }
        Rij(csv, [Slot, regels.Count.ToString(CultureInfo.InvariantCulture)]);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Hash(byte[] bestand) => Convert.ToHexStringLower(SHA256.HashData(bestand));

    private static string Soort(Opgavesoort soort) =>
        soort switch
        {
            Opgavesoort.Nieuw => "nieuw",
            Opgavesoort.Wijziging => "wijziging",
            _ => "intrekking",
        };

    private static void Rij(StringBuilder csv, IEnumerable<string> cellen) => csv.AppendJoin(';', cellen.Select(Cel)).Append("\r\n");

    private static string Cel(string tekst)
    {
        var veilig = tekst.Length > 0 && Formule.Contains(tekst[0]) ? $"'{tekst}" : tekst;
        return veilig.AsSpan().ContainsAny(Aanhalen) ? $"\"{veilig.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : veilig;
    }
}
