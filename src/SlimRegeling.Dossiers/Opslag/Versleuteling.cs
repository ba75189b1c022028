using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SlimRegeling.Dossiers.Opslag;

/// <summary>
/// A file in pieces of AES-GCM under the key of its case. First comes a head of twelve bytes (a mark and seven random ones); then each piece of
/// 256 KiB with its tag behind it. The nonce of a piece is the random part, its number and whether it is the last, so that no piece can be
/// changed, moved, left out or cut off unseen.
/// </summary>
internal static class Versleuteling
{
    public const int Sleutellengte = 32;
    public const int Koplengte = 12;
    public const int Deellengte = 256 * 1024;
    public const int Taglengte = 16;

    private static ReadOnlySpan<byte> Merk => "SLIM1"u8;

    public static byte[] Kop()
    {
        var kop = new byte[Koplengte];
        Merk.CopyTo(kop);
        RandomNumberGenerator.Fill(kop.AsSpan(Merk.Length));
        return kop;
    }

    /// <summary>The head and the pieces. The same head gives the same bytes; a piece holds until the next.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Versleutel(Stream inhoud, byte[] sleutel, byte[] kop)
    {
        yield return kop;
        using var aes = new AesGcm(sleutel, Taglengte);
        var klaar = new byte[Deellengte];
        var uit = new byte[Deellengte + Taglengte];
        var nonce = new byte[12];
        inhoud.Position = 0;
        for (var nummer = 0u; ; nummer++)
        {
            var lengte = inhoud.ReadAtLeast(klaar, klaar.Length, throwOnEndOfStream: false);
            var laatste = inhoud.Position == inhoud.Length;
            Nonce(nonce, kop, nummer, laatste);
            aes.Encrypt(nonce, klaar.AsSpan(0, lengte), uit.AsSpan(0, lengte), uit.AsSpan(lengte, Taglengte), kop);
            yield return uit.AsMemory(0, lengte + Taglengte);
            if (laatste)
            {
                yield break;
            }
        }
    }

    /// <exception cref="InvalidDataException">These are not the bytes that were stored, or not under this key.</exception>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Ontsleutel(IAsyncEnumerable<ReadOnlyMemory<byte>> delen, byte[] sleutel)
    {
        using var aes = new AesGcm(sleutel, Taglengte);
        var uit = new byte[Deellengte];
        var nonce = new byte[12];
        byte[]? kop = null;
        byte[]? vorig = null;
        var nummer = 0u;
        await foreach (var deel in delen)
        {
            if (kop is null)
            {
                kop = deel.Length == Koplengte && deel.Span.StartsWith(Merk) ? deel.ToArray() : throw Anders;
                continue;
            }
            if (vorig is not null)
            {
                yield return Open(vorig, laatste: false);
            }
            vorig = deel.ToArray();
        }
        yield return vorig is null ? throw Anders : Open(vorig, laatste: true);

        ReadOnlyMemory<byte> Open(byte[] deel, bool laatste)
        {
            var lengte = deel.Length - Taglengte;
            if (lengte is < 0 or > Deellengte)
            {
                throw Anders;
            }
            Nonce(nonce, kop!, nummer++, laatste);
            try
            {
                aes.Decrypt(nonce, deel.AsSpan(0, lengte), deel.AsSpan(lengte), uit.AsSpan(0, lengte), kop);
            }
            catch (AuthenticationTagMismatchException e)
            {
                throw new InvalidDataException("A stored file is not what was stored, or its key is another.", e);
            }
            return uit.AsMemory(0, lengte);
        }
    }

    private static InvalidDataException Anders => new("A stored file has not the form of one.");

    private static void Nonce(Span<byte> nonce, ReadOnlySpan<byte> kop, uint nummer, bool laatste)
    {
        kop[Merk.Length..].CopyTo(nonce);
        BinaryPrimitives.WriteUInt32BigEndian(nonce[7..], nummer);
        nonce[11] = laatste ? (byte)1 : (byte)0;
    }
}
