using System.Security.Cryptography;
using System.Text;

namespace SlimRegeling.Dossiers.Sjablonen;

/// <summary>A template as people write it.</summary>
/// <param name="Onderwerp">Of the letter; one line.</param>
/// <param name="Tekst">Lines that end with a line feed; see <see cref="Sjabloonlezer"/> for what they may hold.</param>
public sealed record Sjabloontekst(string Onderwerp, string Tekst)
{
    private const string Begin = "onderwerp: ";

    /// <summary>Lower-case hexadecimal SHA-256.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Begin}{Onderwerp}\n\n{Tekst}")));

    /// <summary>The same however a browser or an editor ends lines.</summary>
    public static Sjabloontekst Van(string onderwerp, string tekst) => new(onderwerp.Trim(), tekst.ReplaceLineEndings("\n").Trim() + "\n");

    /// <summary>The one that the program brings for this kind of letter.</summary>
    internal static Sjabloontekst Ingebouwd(string soort)
    {
        using var stroom = typeof(Sjabloontekst).Assembly.GetManifestResourceStream($"Sjablonen/{soort}.txt")!;
        using var lezer = new StreamReader(stroom, Encoding.UTF8);
        var eerste = lezer.ReadLine()!;
        return eerste.StartsWith(Begin, StringComparison.Ordinal)
            ? Van(eerste[Begin.Length..], lezer.ReadToEnd())
            : throw new InvalidDataException($"The template {soort} does not begin with '{Begin}'.");
    }
}
