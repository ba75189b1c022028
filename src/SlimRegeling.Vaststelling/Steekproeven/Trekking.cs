using System.Security.Cryptography;
using System.Text;

namespace SlimRegeling.Vaststelling.Steekproeven;

/// <summary>The draw itself. Nothing random comes from us: from the list and the seed follows who is drawn, for anyone who has both.</summary>
public static class Trekking
{
    /// <summary>Of each stratum as many as it says: those whose SHA-256 (hex) over seed, a colon and case number comes first.</summary>
    /// <returns>Stratum after stratum, in the order in which they were drawn.</returns>
    public static IReadOnlyList<string> Trek(IReadOnlyList<Lid> populatie, IReadOnlyList<Stratum> strata, string zaad)
    {
        var bij = populatie.ToLookup(lid => lid.Stratum, lid => lid.Zaaknummer, StringComparer.Ordinal);
        return
        [
            .. strata.SelectMany(stratum =>
                bij[stratum.Code].OrderBy(zaak => Lot(zaad, zaak), StringComparer.Ordinal).Take(stratum.Omvang)
            ),
        ];
    }

    /// <summary>SHA-256 (hex) over the sorted lines of case number, a semicolon and stratum: anyone can make it with sort and sha256sum.</summary>
    public static string Lijsthash(IEnumerable<Lid> populatie) =>
        Hex(string.Concat(populatie.Select(lid => $"{lid.Zaaknummer};{lid.Stratum}\n").Order(StringComparer.Ordinal)));

    private static string Lot(string zaad, string zaaknummer) => Hex($"{zaad}:{zaaknummer}");

    private static string Hex(string tekst) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tekst)));
}
