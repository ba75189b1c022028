using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

/// <summary>
/// The one secret of the example provider. It outlives a restart and can be shared by processes (same folder or same
/// configured PEM), so tokens of one are good for all. What else must stay the same is derived from it.
/// </summary>
public sealed class Voorbeeldsleutel
{
    private const string Bestand = "voorbeeldprovider-sleutel.pem";

    private readonly byte[] _wortel;

    private Voorbeeldsleutel(string pem)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        _wortel = rsa.ExportPkcs8PrivateKey();
        Ondertekening = new RsaSecurityKey(rsa) { KeyId = Base64UrlEncoder.Encode(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo())) };
    }

    public RsaSecurityKey Ondertekening { get; }

    /// <summary>For the authorization codes, which only the provider itself reads.</summary>
    internal SymmetricSecurityKey Versleuteling => new(Afgeleid("versleuteling", 32));

    /// <summary>The secret of a client at the example provider, where configuration gives none.</summary>
    internal string Geheim(string client) => Base64UrlEncoder.Encode(Afgeleid($"geheim:{client}", 32));

    /// <param name="pem">An RSA private key in PEM.</param>
    public static Voorbeeldsleutel UitPem(string pem) => new(pem);

    /// <summary>Reads the key in this folder; makes it, readable by its owner only, when it is not there.</summary>
    public static Voorbeeldsleutel UitMap(string map)
    {
        var pad = Path.Combine(map, Bestand);
        if (!File.Exists(pad))
            Maak(map, pad);
        return new Voorbeeldsleutel(File.ReadAllText(pad));
    }

    private static void Maak(string map, string pad)
    {
        Directory.CreateDirectory(map);
        using var rsa = RSA.Create(2048);
        var opties = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            opties.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        // Written aside and moved, so that a process that starts at the same time never reads half a key.
        var tijdelijk = $"{pad}.{Guid.NewGuid():N}";
        using (var bestand = new FileStream(tijdelijk, opties))
            bestand.Write(Encoding.ASCII.GetBytes(rsa.ExportPkcs8PrivateKeyPem()));
        try
        {
            File.Move(tijdelijk, pad, overwrite: false);
        }
        catch (IOException) when (File.Exists(pad))
        {
            // The other process was first: its key is the key.
            File.Delete(tijdelijk);
        }
    }

    private byte[] Afgeleid(string doel, int lengte) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _wortel, lengte, info: Encoding.UTF8.GetBytes(doel));
}
