using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Pages.Aanvragen;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Uitnodigingen;

/// <summary>A party fills in its own part of the application of another.</summary>
public sealed class DeelModel(Concepten concepten, Taakopslag taakopslag, Typwerk typwerk, Persoonlezer lezer, Moment moment, Teksten t)
    : Taakblad(taakopslag, typwerk, lezer, moment, t)
{
    public override string Lijst => $"/aanvragen/uitnodigingen/{Concept.Zaaknummer}";

    public override string NaarLijst => "Terug naar het plan";

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct) => await Laad(zaaknummer, ct) ?? await Toon(ct);

    public async Task<IActionResult> OnPost(string zaaknummer, [FromForm(Name = "_doe")] string? doe, CancellationToken ct) =>
        await Verwerk(await Laad(zaaknummer, ct), doe, ct);

    protected override async Task Controleer(bool alles, CancellationToken ct) =>
        Meld((await concepten.LeesUitnodiging(Concept.Zaaknummer, ct)).Fouten, alles);

    private async Task<IActionResult?> Laad(string zaaknummer, CancellationToken ct)
    {
        var beeld = await concepten.LeesUitnodiging(zaaknummer, ct);
        (Concept, Taak, Formulier) = (beeld.Deel, Uitnodigingbeeld.Taak, beeld.Deel.Formulier);
        return beeld.MagSchrijven ? null : Redirect(Lijst);
    }
}
