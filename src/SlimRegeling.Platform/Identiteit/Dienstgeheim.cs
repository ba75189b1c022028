using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>
/// The secret by which the provider knows this program as a service: all its processes have the same, and nobody else but the provider. With a
/// key made of it they prove to each other what they say.
/// </summary>
public sealed class Dienstgeheim(IOptions<Aanmeldinstellingen> instellingen, Voorbeeldsleutel? voorbeeld = null)
{
    /// <summary>Empty when none is configured.</summary>
    internal string Waarde => instellingen.Value.DienstGeheim ?? voorbeeld?.Geheim(instellingen.Value.DienstClient) ?? "";

    /// <param name="doel">Keys for two purposes tell nothing of each other, nor of the secret.</param>
    /// <returns>32 bytes; null when there is no secret.</returns>
    internal byte[]? Sleutel(string doel) =>
        Waarde is { Length: > 0 } geheim
            ? HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(geheim), 32, info: Encoding.UTF8.GetBytes(doel))
            : null;
}
