using Microsoft.AspNetCore.Http;
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

    private protected override string Waar => "/intrekken";

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
