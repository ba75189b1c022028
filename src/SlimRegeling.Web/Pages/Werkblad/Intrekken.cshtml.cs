using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Vaststellen;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>
/// Withdrawing a subsidy or making it lower: proposed by one with its ground, the recipient heard or why not, laid before another with our answer, and
/// signed under the letter that it becomes.
/// </summary>
public sealed class IntrekkenModel(
    AanvragenApi api,
    VerleningApi verlening,
    DossiersApi dossiers,
    Collegas collegas,
    Typwerk typwerk,
    Persoonlezer lezer
) : Verleningpagina(api, verlening, collegas, typwerk, lezer)
{
    /// <summary>Null while nothing was awarded.</summary>
    public Intrekkingenbeeld? Beeld { get; private set; }

    /// <summary>The letter that proposing what was typed sends; null while nobody asked to see it, or it cannot be proposed.</summary>
    public Briefbeeld? Voornemen { get; private set; }

    private protected override string Waar => "/intrekken";

    /// <summary>Shows that letter, with what was typed still in the form; nothing is stored or sent.</summary>
    public async Task<IActionResult> OnPostVoornemen(string zaaknummer, CancellationToken ct)
    {
        await Toon(zaaknummer, ct);
        if (Stappen.FirstOrDefault(s => s.Naam == Intrekkingsstappen.Voorstellen) is not { } stap)
        {
            return await Voorbij(zaaknummer, ct);
        }
        var (getypt, onleesbaar) = stap.Lees(Request.Form);
        var antwoord = onleesbaar ?? await dossiers.Voornemenvoorbeeld(zaaknummer, getypt, ct);
        Voornemen = antwoord.Gelukt ? antwoord.Als<Briefbeeld>() : null;
        ModelState.Clear();
        Vorm = new(stap.Naam, Request.Form.ToDictionary(v => v.Key, v => v.Value.ToString()), antwoord.Gelukt ? null : stap.Bij(antwoord));
        return Page();
    }

    private protected override string Gedaan(Stapvorm stap) => Intrekkingsstappen.Gedaan(stap.Naam);

    private protected override async Task Toon(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        var pad = Stroompad(zaaknummer);
        try
        {
            (Beeld, var versie) = await Verlening.Lees<Intrekkingenbeeld>($"{pad}/intrekkingen", ct);
            Standversie = versie ?? 0;
        }
        catch (Api.Aanvragen.ApiException e) when (e.StatusCode == StatusCodes.Status404NotFound)
        {
            return;
        }
        var (toekenning, _) = await Verlening.Lees<Toekenning>(pad, ct);
        Stappen = Intrekkingsstappen.Van(Beeld, toekenning, Persoon);
        Brief = Beeld.Voorstel?.Hash is null ? null : Briefvak.Van(await dossiers.Briefvoorbeeld(zaaknummer, null, ct));
    }
}
