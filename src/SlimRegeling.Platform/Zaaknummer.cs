using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace SlimRegeling.Platform;

/// <summary>
/// The number of a case: <c>SLIM-</c>, nine characters of Crockford base32 and a check character from the same 32.
/// It is also the correlation of all messages of the case.
/// </summary>
public readonly record struct Zaaknummer : IParsable<Zaaknummer>
{
    private const string Alfabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static readonly SearchValues<char> Tekens = SearchValues.Create(Alfabet);
    private const string Voorvoegsel = "SLIM-";
    private const int Lengte = 9;
    private const int Heel = 15;

    private readonly string? _waarde;

    private Zaaknummer(string waarde) => _waarde = waarde;

    public static Zaaknummer Trek() => Maak(RandomNumberGenerator.GetBytes(Lengte));

    /// <summary>Takes the first nine bytes modulo 32; the check character follows from them.</summary>
    public static Zaaknummer Maak(ReadOnlySpan<byte> toeval)
    {
        Span<char> tekens = stackalloc char[Lengte + 1];
        for (var i = 0; i < Lengte; i++)
        {
            tekens[i] = Alfabet[toeval[i] % 32];
        }
        tekens[Lengte] = Controleteken(tekens[..Lengte]);
        return new Zaaknummer(string.Concat(Voorvoegsel, tekens));
    }

    public static Zaaknummer Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var zaaknummer) ? zaaknummer : throw new FormatException($"'{s}' is geen zaaknummer.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Zaaknummer result)
    {
        result = default;
        var tekens = s?.Trim().ToUpperInvariant();
        if (tekens?.Length != Voorvoegsel.Length + Lengte + 1 || !tekens.StartsWith(Voorvoegsel, StringComparison.Ordinal))
        {
            return false;
        }
        var kern = tekens.AsSpan(Voorvoegsel.Length, Lengte);
        if (kern.IndexOfAnyExcept(Tekens) >= 0 || tekens[^1] != Controleteken(kern))
        {
            return false;
        }
        result = new Zaaknummer(tekens);
        return true;
    }

    /// <summary>
    /// The case of a thing whose number begins with that of its case, as those of decisions, objections, payment orders, letters and e-mails do; null
    /// when it begins with none.
    /// </summary>
    public static Zaaknummer? Van(string? nummer)
    {
        var tekst = nummer?.Trim();
        return
            tekst?.Length >= Heel
            && (tekst.Length == Heel || !char.IsLetterOrDigit(tekst[Heel]))
            && TryParse(tekst[..Heel], null, out var zaaknummer)
            ? zaaknummer
            : null;
    }

    /// <summary>The cases of all of these, each once.</summary>
    public static IReadOnlyList<string> VanElk(IEnumerable<string?> nummers) =>
        [.. nummers.Select(n => Van(n)).OfType<Zaaknummer>().Select(z => z.ToString()).Distinct()];

    public override string ToString() => _waarde ?? throw new InvalidOperationException("An empty case number was used.");

    public static implicit operator string(Zaaknummer zaaknummer) => zaaknummer.ToString();

    // Luhn mod 32: finds every single mistyped character and nearly all neighbour swaps.
    private static char Controleteken(ReadOnlySpan<char> kern)
    {
        var som = 0;
        var factor = 2;
        for (var i = kern.Length - 1; i >= 0; i--)
        {
            var product = Alfabet.IndexOf(kern[i], StringComparison.Ordinal) * factor;
            som += (product / 32) + (product % 32);
            factor = factor == 2 ? 1 : 2;
        }
        return Alfabet[(32 - (som % 32)) % 32];
    }
}
