using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>
/// Makes of what identifies people something by which only this program can tell that two are the same: HMAC-SHA256 under a key that stands in no
/// database. Setting <c>SlimRegeling:Schuilnaamgeheim</c>; without it the key is made of the secret of the service, and changes with it. Without either
/// it is one that everybody can know, which production mode does not take.
/// </summary>
public sealed class Schuilnaam
{
    public const string Instelling = "SlimRegeling:Schuilnaamgeheim";

    private const string Doel = "schuilnaam";

    private readonly byte[] _sleutel;

    private Schuilnaam(byte[] sleutel, bool isVoorbeeld = false) => (_sleutel, IsVoorbeeld) = (sleutel, isVoorbeeld);

    /// <summary>Whether everybody can know the key: nothing is configured to make one of.</summary>
    public bool IsVoorbeeld { get; }

    public static Schuilnaam Met(string geheim) => new(Afgeleid(geheim));

    /// <exception cref="Opstartfout">In production mode nothing is configured to make a key of.</exception>
    public static Schuilnaam Uit(IConfiguration configuratie, IHostEnvironment omgeving, Dienstgeheim dienst) =>
        configuratie[Instelling] is { Length: > 0 } geheim ? Met(geheim)
        : dienst.Sleutel(Doel) is { } sleutel ? new Schuilnaam(sleutel)
        : Productie.Is(configuratie, omgeving)
            ? throw new Opstartfout(
                $"Er is geen geheim waaronder mensen en leveranciers worden vergeleken. Geef {Instelling} een waarde die niemand kan raden, in elk proces dezelfde."
            )
        : new Schuilnaam(Afgeleid(Doel), isVoorbeeld: true);

    /// <param name="soort">Of what: the same text of another kind is not the same.</param>
    /// <returns>Lower-case hexadecimal.</returns>
    public string Van(string soort, string tekst) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_sleutel, Encoding.UTF8.GetBytes($"{soort}\n{tekst}")));

    private static byte[] Afgeleid(string geheim) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(geheim), 32, info: Encoding.UTF8.GetBytes(Doel));
}
