using Microsoft.AspNetCore.Http;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Dossier;

/// <summary>Sends a file that came with a form to the documents of a case.</summary>
public sealed class Bestandspost(DossiersApi dossiers, Teksten t)
{
    // More than any file may be: what is too large is told at its field, and not by a connection that breaks.
    public const long MeesteBytes = 128L * 1024 * 1024;

    /// <returns>Why it was not taken, which is Dutch when the API said it; null when it was.</returns>
    public async Task<(string Uitleg, bool VanApi)?> Stuur(
        string zaaknummer,
        string soort,
        IFormFile? bestand,
        string sleutel,
        CancellationToken ct
    )
    {
        if (bestand is null)
        {
            return (t["Kies eerst een bestand."], false);
        }
        var eisen = await dossiers.Eisen(ct);
        if (bestand.Length > eisen.Grootste)
        {
            return (
                t[
                    "Dit bestand is te groot. Ten hoogste {0} MB is toegestaan. Verklein het of deel het op, en stuur het opnieuw.",
                    eisen.Grootste / 1024 / 1024
                ],
                false
            );
        }
        await using var inhoud = bestand.OpenReadStream();
        var antwoord = await dossiers.Stuur(zaaknummer, soort, inhoud, bestand.FileName, sleutel, ct);
        return antwoord.Gelukt ? null : (antwoord.Fouten is [var fout, ..] ? fout.Uitleg : antwoord.Uitleg, true);
    }
}
