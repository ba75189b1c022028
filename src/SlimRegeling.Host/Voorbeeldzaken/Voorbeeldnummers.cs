using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SlimRegeling.Platform;

namespace SlimRegeling.Host.Voorbeeldzaken;

/// <summary>
/// Case numbers that follow from the seed of a case file: the n-th is made of SHA-256 over seed, colon and n. Each file has a row of its
/// own, so that one more file changes no number of another.
/// </summary>
internal sealed class Voorbeeldnummers
{
    private readonly Dictionary<string, int> _getrokken = [];
    private string? _zaad;

    /// <summary>The numbers that are drawn from now on are those of this seed.</summary>
    public void TrekUit(string zaad) => _zaad = zaad;

    public Zaaknummer Trek()
    {
        var zaad = _zaad ?? throw new InvalidOperationException("No case file is being played.");
        var n = _getrokken[zaad] = _getrokken.GetValueOrDefault(zaad) + 1;
        return Zaaknummer.Maak(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{zaad}:{n}"))));
    }
}
