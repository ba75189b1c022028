using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime.Text;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>What is signed of a decision on an objection.</summary>
internal static class Beslissingshash
{
    /// <summary>
    /// Lower-case hexadecimal SHA-256 over the number of the objection and every field of the proposal, one a line: who signs names it. Without a
    /// settlement there is no line for it, nor for what is left where no withdrawal is revoked in part, nor of who joins where nobody receives more.
    /// </summary>
    public static string Van(string bezwaar, BeslissingVoorgesteld voorstel)
    {
        string[] regels =
        [
            $"bezwaar {bezwaar}",
            $"uitkomst {voorstel.Uitkomst}",
            $"gevolg {voorstel.Gevolg}",
            $"herbeoordeling {voorstel.Herbeoordeling}",
            string.Create(CultureInfo.InvariantCulture, $"nodig {voorstel.Nodig:0.00}"),
            $"herstelt {voorstel.Herstelt}",
            $"motivering {voorstel.Motivering.Hash}",
            $"voorgesteld-door {voorstel.Door}",
            $"voorgesteld-op {InstantPattern.ExtendedIso.Format(voorstel.Op)}",
            .. voorstel.Vaststelling is { } vaststelling ? [$"vaststelling {vaststelling}"] : Array.Empty<string>(),
            .. voorstel.Blijft is { } blijft
                ? [string.Create(CultureInfo.InvariantCulture, $"blijft {blijft:0.00}")]
                : Array.Empty<string>(),
            .. (voorstel.Partijen ?? new Dictionary<string, decimal>())
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => string.Create(CultureInfo.InvariantCulture, $"partij {p.Key} {p.Value:0.00}")),
            .. Toetredingscontrole.Hashregels(voorstel.Toetreding),
            .. voorstel.Groei is { } groei ? [$"erbij {Toetredingscontrole.Bedragen(groei)}"] : Array.Empty<string>(),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', regels))));
    }
}
