using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using SlimRegeling.Platform;

namespace SlimRegeling.Leercultuurscans.Antwoorden;

/// <summary>
/// The key under which answers wait. It stands in no database, so that who has the tables, their log and every backup of them still cannot read
/// what came with which code. Setting <c>SlimRegeling:Leercultuurscans:Antwoordgeheim</c>, in each process the same; what waits under the one before is
/// read by <c>…:VorigAntwoordgeheim</c>. Outside production it is made, once, in the data folder.
/// </summary>
public sealed class Antwoordsleutel
{
    public const string Instelling = "SlimRegeling:Leercultuurscans:Antwoordgeheim";
    public const string VorigeInstelling = "SlimRegeling:Leercultuurscans:VorigAntwoordgeheim";

    public const int Zegellengte = 32;

    private const int Kortste = 32;
    private const int Sleutellengte = 32;
    private const int Noncelengte = 12;
    private const int Taglengte = 16;
    private const string Bestand = "antwoordgeheim";

    // The one that encrypts first.
    private readonly byte[][] _wortels;

    private Antwoordsleutel(params string[] geheimen) =>
        _wortels = [.. geheimen.Select(g => Afgeleid(Encoding.UTF8.GetBytes(g), "antwoorden"))];

    /// <param name="vorig">The secret before this one.</param>
    public static Antwoordsleutel Met(string geheim, string? vorig = null) => vorig is null ? new(geheim) : new(geheim, vorig);

    /// <exception cref="Opstartfout">In production mode there is no secret, or it is too short to be one.</exception>
    public static Antwoordsleutel Uit(IConfiguration configuratie, IHostEnvironment omgeving)
    {
        var vorig = configuratie[VorigeInstelling] is { Length: > 0 } gegeven ? gegeven : null;
        if (configuratie[Instelling] is { Length: > 0 } geheim)
        {
            return geheim.Length >= Kortste
                ? Met(geheim, vorig)
                : throw new Opstartfout($"{Instelling} is te kort. Geef ten minste {Kortste} tekens die niemand kan raden.");
        }
        if (Productie.Is(configuratie, omgeving))
        {
            throw new Opstartfout(
                $"Er is geen geheim waaronder antwoorden op een leercultuurscan wachten. Geef {Instelling} een waarde van ten minste {Kortste} tekens die niemand kan raden, in elk proces dezelfde, en bewaar haar niet bij de back-ups van de database."
            );
        }
        return Met(
            UitMap(Path.Combine(configuratie["SlimRegeling:Gegevensmap"] ?? IngebouwdePostgres.StandaardGegevensmap, "sleutels")),
            vorig
        );
    }

    /// <param name="scan">Each scan has a key of its own.</param>
    /// <returns>Nonce, ciphertext and tag.</returns>
    public byte[] Versleutel(string scan, byte[] inhoud) => Versleutel(Afgeleid(_wortels[0], $"wachtend {scan}"), inhoud);

    /// <exception cref="InvalidDataException">It does not wait under any key that this program has.</exception>
    public byte[] Ontsleutel(string scan, byte[] wachtend) =>
        Probeer(scan, wachtend) ?? throw new InvalidDataException($"An answer of {scan} waits under another key.");

    /// <returns>Null when it does not wait under any key that this program has.</returns>
    public byte[]? Probeer(string scan, byte[] wachtend) =>
        _wortels.Select(w => Open(Afgeleid(w, $"wachtend {scan}"), wachtend)).FirstOrDefault(o => o is not null);

    /// <summary>
    /// Where a half-filled list is kept, and how: both hang on the code as on the key. So it cannot be laid beside the hash of the code without the key, nor
    /// read with the key and without the code.
    /// </summary>
    /// <returns>The place of now, and then those under the keys before.</returns>
    public IReadOnlyList<byte[]> Plaatsen(string scan, string code) =>
        [.. _wortels.Select(w => HMACSHA256.HashData(Afgeleid(w, $"plaats {scan}"), Encoding.UTF8.GetBytes(Codes.Gewoon(code))))];

    /// <inheritdoc cref="Plaatsen"/>
    public byte[] VersleutelHalf(string scan, string code, byte[] inhoud) => Versleutel(VanCode(_wortels[0], scan, code), inhoud);

    /// <inheritdoc cref="Plaatsen"/>
    /// <returns>Null when it was kept under another key or code.</returns>
    public byte[]? OntsleutelHalf(string scan, string code, byte[] bewaard) =>
        _wortels.Select(w => Open(VanCode(w, scan, code), bewaard)).FirstOrDefault(o => o is not null);

    /// <summary>
    /// The code of one's own that a handed-out one is exchanged for. It hangs on what the caller made up as well, which the firm that has the same code does
    /// not know; so the same call again, of which the answer was lost, gives the same.
    /// </summary>
    public string EigenCode(string scan, string code, string beurt) =>
        Codes.Van(HMACSHA256.HashData(Afgeleid(_wortels[0], $"eigen {scan}"), Encoding.UTF8.GetBytes($"{Codes.Gewoon(code)} {beurt}")));

    /// <summary>By which this program knows again what it gave out.</summary>
    /// <returns><see cref="Zegellengte"/> bytes.</returns>
    public byte[] Zegel(byte[] inhoud) => HMACSHA256.HashData(Afgeleid(_wortels[0], "zegel"), inhoud);

    private static byte[] VanCode(byte[] wortel, string scan, string code) => Afgeleid(wortel, $"half {scan} {Codes.Gewoon(code)}");

    private static byte[] Afgeleid(byte[] wortel, string doel) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, wortel, Sleutellengte, info: Encoding.UTF8.GetBytes(doel));

    private static byte[] Versleutel(byte[] sleutel, byte[] inhoud)
    {
        using var aes = new AesGcm(sleutel, Taglengte);
        var uit = new byte[Noncelengte + inhoud.Length + Taglengte];
        RandomNumberGenerator.Fill(uit.AsSpan(0, Noncelengte));
        aes.Encrypt(uit.AsSpan(0, Noncelengte), inhoud, uit.AsSpan(Noncelengte, inhoud.Length), uit.AsSpan(Noncelengte + inhoud.Length));
        return uit;
    }

    private static byte[]? Open(byte[] sleutel, byte[] bewaard)
    {
        var lengte = bewaard.Length - Noncelengte - Taglengte;
        if (lengte < 0)
        {
            return null;
        }
        using var aes = new AesGcm(sleutel, Taglengte);
        var uit = new byte[lengte];
        try
        {
            aes.Decrypt(bewaard.AsSpan(0, Noncelengte), bewaard.AsSpan(Noncelengte, lengte), bewaard.AsSpan(Noncelengte + lengte), uit);
            return uit;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>Reads the secret in this folder; makes it, readable by its owner only, when it is not there.</summary>
    private static string UitMap(string map)
    {
        var pad = Path.Combine(map, Bestand);
        if (!File.Exists(pad))
        {
            Maak(map, pad);
        }
        return File.ReadAllText(pad).Trim();
    }

    private static void Maak(string map, string pad)
    {
        Directory.CreateDirectory(map);
        var opties = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            opties.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        // Written aside and moved, so that a process that starts at the same time never reads half a secret.
        var tijdelijk = $"{pad}.{Guid.NewGuid():N}";
        using (var bestand = new FileStream(tijdelijk, opties))
        {
            bestand.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Sleutellengte))));
        }
        try
        {
            File.Move(tijdelijk, pad, overwrite: false);
        }
        catch (IOException) when (File.Exists(pad))
        {
            // The other process was first: its secret is the secret.
            File.Delete(tijdelijk);
        }
    }
}
