using System.Security.Cryptography;
using System.Text;

namespace SlimRegeling.Leercultuurscans.Antwoorden;

/// <summary>
/// The right to answer once. A code is drawn, handed out and forgotten: only its SHA-256 is kept. It is no password that people chose, so it takes
/// no slow hash: nobody goes through 2^130 of them.
/// </summary>
public static class Codes
{
    /// <summary>Letters and digits that people do not take for each other.</summary>
    private const string Tekens = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Of 32 characters each carries five bits: 130.</summary>
    private const int Lengte = 26;

    public static IReadOnlyList<string> Trek(int aantal) =>
        [.. Enumerable.Range(0, aantal).Select(_ => RandomNumberGenerator.GetString(Tekens, Lengte))];

    /// <summary>As it is kept. Capitals, spaces and hyphens, with which people copy a code, make no other one of it.</summary>
    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Gewoon(code))));

    /// <summary>As it was drawn.</summary>
    internal static string Gewoon(string code) => string.Concat(code.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToLowerInvariant();
}
