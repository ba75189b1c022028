using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>
/// Makes of what identifies people something by which only this program can tell that two are the same: HMAC-SHA256 under a key that stands in no
/// database. Setting <c>SlimRegeling:Schuilnaamgeheim</c>; without it the key is made of the secret of the service, and changes with it.
/// </summary>
public sealed class Schuilnaam
{
    public const string Instelling = "SlimRegeling:Schuilnaamgeheim";

    private const string Doel = "schuilnaam";

    private readonly byte[]? _sleutel;

    public Schuilnaam(IConfiguration configuratie, Dienstgeheim dienst)
        : this(configuratie[Instelling] is { Length: > 0 } geheim ? Afgeleid(geheim) : dienst.Sleutel(Doel)) { }

    private Schuilnaam(byte[]? sleutel) => _sleutel = sleutel;

    public static Schuilnaam Met(string geheim) => new(Afgeleid(geheim));

    /// <param name="soort">Of what: the same text of another kind is not the same.</param>
    /// <returns>Lower-case hexadecimal.</returns>
    public string Van(string soort, string tekst) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(
                _sleutel ?? throw new InvalidOperationException($"There is no key to hide people under: set {Instelling}."),
                Encoding.UTF8.GetBytes($"{soort}\n{tekst}")
            )
        );

    private static byte[] Afgeleid(string geheim) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(geheim), 32, info: Encoding.UTF8.GetBytes(Doel));
}
