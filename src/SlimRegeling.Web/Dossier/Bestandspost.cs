using Microsoft.AspNetCore.Http;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Dossier;

/// <summary>Sends files that came with a form to the documents of a case.</summary>
public sealed class Bestandspost(DossiersApi dossiers, Teksten t)
{
    // More than any file may be: what is too large is told at its field, and not by a connection that breaks.
    public const long MeesteBytes = 128L * 1024 * 1024;

    private const string Knop = "bestand:";

    /// <summary>The field of a file in a form with more of them, and its id.</summary>
    public static string Veld(string code) => $"bestand-{code}";

    /// <summary>The code of the file of which the button was pressed; null when it was another button.</summary>
    public static string? Gekozen(string? doe) => doe?.StartsWith(Knop, StringComparison.Ordinal) == true ? doe[Knop.Length..] : null;

    /// <summary>
    /// Takes each file that was chosen in a form, whichever button it was: none is asked again. That of the pressed button must be there.
    /// </summary>
    /// <param name="gevraagd">The files that the form asks, each with the kind under which it is sent.</param>
    /// <param name="fouten">Gets why one was not taken, by its field.</param>
    /// <returns>What came in, in words; null when nothing did.</returns>
    public async Task<string?> Ontvang(
        string zaaknummer,
        IFormFileCollection bestanden,
        IEnumerable<(string Code, string Soort)> gevraagd,
        string? gekozen,
        string sleutel,
        Dictionary<string, (string Uitleg, bool VanApi)> fouten,
        CancellationToken ct
    )
    {
        var namen = new List<string>();
        foreach (var (code, soort) in gevraagd)
        {
            var bestand = bestanden.GetFile(Veld(code));
            if (bestand is null && code != gekozen)
            {
                continue;
            }
            if (await Stuur(zaaknummer, soort, bestand, $"{sleutel}-{code}", ct) is { } fout)
            {
                fouten[Veld(code)] = fout;
            }
            else
            {
                namen.Add(bestand!.FileName);
            }
        }
        return namen.Count > 0 ? t["{0} is ontvangen.", string.Join(", ", namen)] : null;
    }

    /// <returns>Why it was not taken, which is Dutch when the API said it; null when it was.</returns>
    public async Task<(string Uitleg, bool VanApi)?> Stuur(
        string zaaknummer,
        string soort,
        IFormFile? bestand,
        string sleutel,
        CancellationToken ct
    ) => (await Neem(zaaknummer, soort, bestand, sleutel, ct)).Fout;

    /// <returns>The id of the document; when it was not taken why, which is Dutch when the API said it.</returns>
    public async Task<(string? Document, (string Uitleg, bool VanApi)? Fout)> Neem(
        string zaaknummer,
        string soort,
        IFormFile? bestand,
        string sleutel,
        CancellationToken ct
    )
    {
        if (bestand is null)
        {
            return (null, (t["Kies eerst een bestand."], false));
        }
        var eisen = await dossiers.Eisen(ct);
        if (bestand.Length > eisen.Grootste)
        {
            var teGroot = t[
                "Dit bestand is te groot. Ten hoogste {0} MB is toegestaan. Verklein het of deel het op, en stuur het opnieuw.",
                eisen.Grootste / 1024 / 1024
            ];
            return (null, (teGroot, false));
        }
        await using var inhoud = bestand.OpenReadStream();
        var antwoord = await dossiers.Stuur(zaaknummer, soort, inhoud, bestand.FileName, sleutel, ct);
        return antwoord.Gelukt
            ? ((string?)antwoord.Inhoud!["document"], null)
            : (null, (antwoord.Fouten is [var fout, ..] ? fout.Uitleg : antwoord.Uitleg, true));
    }
}
