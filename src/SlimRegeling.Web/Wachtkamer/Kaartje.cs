using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace SlimRegeling.Web.Wachtkamer;

public enum Kaartsoort : byte
{
    Wachtend,

    Binnen,
}

/// <summary>
/// What someone holds: when they came (first asked for a page while people waited), and whether they are in. It says nothing of who they are.
/// </summary>
/// <param name="Tot">Until when it is worth something.</param>
public sealed record Kaartje(Kaartsoort Soort, Guid Nummer, DateTimeOffset Komst, DateTimeOffset Tot)
{
    /// <summary>How long someone keeps the place of when they came.</summary>
    public static readonly TimeSpan Geldig = TimeSpan.FromHours(2);

    public static Kaartje Nieuw(DateTimeOffset nu) => new(Kaartsoort.Wachtend, Guid.NewGuid(), nu, nu + Geldig);
}

/// <summary>Tickets as text that nobody else can make or change.</summary>
public sealed class Kaartschrift(IDataProtectionProvider bescherming)
{
    private const int Lengte = 33;

    private readonly IDataProtector _zegel = bescherming.CreateProtector("SlimRegeling.Wachtkamer");

    public string Schrijf(Kaartje kaartje)
    {
        var bytes = new byte[Lengte];
        bytes[0] = (byte)kaartje.Soort;
        kaartje.Nummer.TryWriteBytes(bytes.AsSpan(1));
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(17), kaartje.Komst.UtcTicks);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(25), kaartje.Tot.UtcTicks);
        return WebEncoders.Base64UrlEncode(_zegel.Protect(bytes));
    }

    /// <returns>Null for what is no ticket of ours.</returns>
    public Kaartje? Lees(string? tekst)
    {
        if (string.IsNullOrEmpty(tekst))
        {
            return null;
        }
        try
        {
            var bytes = _zegel.Unprotect(WebEncoders.Base64UrlDecode(tekst));
            return new(
                (Kaartsoort)bytes[0],
                new Guid(bytes.AsSpan(1, 16)),
                new(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(17)), TimeSpan.Zero),
                new(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(25)), TimeSpan.Zero)
            );
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            // Made or changed by someone else, or sealed with a key that is gone: as if there were none.
            return null;
        }
    }
}
