using System.Security.Cryptography;
using System.Text;

namespace SlimRegeling.Leercultuurscans.Antwoorden;

/// <summary>What a code is good for now.</summary>
public enum Codestand
{
    /// <summary>Nothing: it is unknown, used, exchanged, late or of another scan.</summary>
    Geen,

    /// <summary>As the firm handed it out: who has it can open the list, once, and gets one of their own.</summary>
    Uitgedeeld,

    /// <summary>Of one's own: the firm does not know it.</summary>
    Eigen,
}

/// <summary>
/// The right to answer once. A code is drawn, handed out and forgotten: only its SHA-256 is kept. It is no password that people chose, so it takes
/// no slow hash: nobody goes through 2^130 of them.
/// </summary>
public static class Codes
{
    /// <summary>Letters and digits that people do not take for each other.</summary>
    internal const string Tekens = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Of 32 characters each carries five bits: 130.</summary>
    private const int Lengte = 26;

    public static IReadOnlyList<string> Trek(int aantal) =>
        [.. Enumerable.Range(0, aantal).Select(_ => RandomNumberGenerator.GetString(Tekens, Lengte))];

    /// <summary>A code made of at least as many bytes of chance as it has characters.</summary>
    internal static string Van(byte[] toeval) => string.Concat(toeval.Take(Lengte).Select(b => Tekens[b % Tekens.Length]));

    /// <summary>As it is kept. Capitals, spaces and hyphens, with which people copy a code, make no other one of it.</summary>
    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Gewoon(code))));

    /// <summary>As it was drawn.</summary>
    internal static string Gewoon(string code) => string.Concat(code.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToLowerInvariant();
}
