using System.Text.Json.Nodes;
using SlimRegeling.Web.Api.Aanvragen;

namespace SlimRegeling.Web.Dossier;

/// <summary>A page of a PDF beside its case, or why it is not shown there.</summary>
/// <param name="Nummer">From 1; 0 when it is not known how many there are.</param>
/// <param name="Png">Null when it cannot be shown: <paramref name="Uitleg"/> says why.</param>
/// <param name="Tekst">What stands on it; empty when that is nothing but a picture, null when it cannot be read.</param>
public sealed record Bladbeeld(int Nummer, int Aantal, byte[]? Png, string? Tekst, string? Uitleg)
{
    /// <summary>The picture as it stands in the page itself: so it is known to be there before the page says that it is.</summary>
    public string? Bron => Png is null ? null : $"data:image/png;base64,{Convert.ToBase64String(Png)}";

    /// <param name="gevraagd">The page that was asked for; what is not there becomes the nearest that is.</param>
    internal static async Task<Bladbeeld> Lees(DossiersApi dossiers, string id, int? gevraagd, CancellationToken ct)
    {
        var bladen = await dossiers.Bladen(id, ct);
        if (!bladen.Gelukt)
        {
            return new(0, 0, null, null, bladen.Uitleg);
        }
        var aantal = Veld<int>(bladen, "aantal");
        var nummer = Math.Clamp(gevraagd ?? 1, 1, aantal);
        var (png, uitleg) = await dossiers.Blad(id, nummer, ct);
        if (png is null)
        {
            return new(nummer, aantal, null, null, uitleg);
        }
        var tekst = await dossiers.Bladtekst(id, nummer, ct);
        return new(nummer, aantal, png, tekst.Gelukt ? Veld<string>(tekst, "tekst") : null, null);
    }

    private static T Veld<T>(JsonAntwoord antwoord, string naam) =>
        antwoord.Inhoud?[naam] is JsonValue waarde
            ? waarde.GetValue<T>()
            : throw new InvalidDataException($"The API gave an answer without {naam}.");
}
