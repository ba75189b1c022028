using System.Buffers.Binary;
using System.Security.Cryptography;
using NodaTime;
using SlimRegeling.Leercultuurscans.Antwoorden;

namespace SlimRegeling.Leercultuurscans.QuickScans;

/// <summary>
/// A form that was given out can be counted once, within two days. It says nothing of who got it: it is a random number with the day until which it
/// is good, and a seal by which nobody else makes one.
/// </summary>
public sealed class Formulier(Antwoordsleutel sleutel)
{
    private const int Nummerlengte = 16;
    private const int Kop = Nummerlengte + sizeof(int);
    private const int Dagen = 2;

    /// <summary>Days since 1970.</summary>
    public static int Dag(Instant moment) => (int)(moment - Instant.FromUnixTimeTicks(0)).TotalDays;

    /// <param name="dag">Of today, see <see cref="Dag"/>.</param>
    public string Geef(int dag)
    {
        var bytes = new byte[Kop];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, Nummerlengte));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(Nummerlengte), dag + Dagen);
        return Convert.ToHexStringLower([.. bytes, .. sleutel.Zegel(bytes)]);
    }

    /// <summary>By what a used form is known, and until which day that must be remembered; null when it is none of ours or too old.</summary>
    public (string Kenmerk, int TotEnMet)? Lees(string formulier, int dag)
    {
        if (formulier.Length != 2 * (Kop + Antwoordsleutel.Zegellengte) || !formulier.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }
        var bytes = Convert.FromHexString(formulier);
        var totEnMet = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(Nummerlengte));
        return CryptographicOperations.FixedTimeEquals(sleutel.Zegel(bytes[..Kop]), bytes.AsSpan(Kop)) && dag <= totEnMet
            ? (Convert.ToHexStringLower(SHA256.HashData(bytes)), totEnMet)
            : null;
    }
}
