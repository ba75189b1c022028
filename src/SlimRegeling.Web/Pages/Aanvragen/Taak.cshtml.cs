using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>One task of an application.</summary>
public sealed class TaakModel(Concepten concepten, Taakopslag taakopslag, Typwerk typwerk, Persoonlezer lezer, Moment moment, Teksten t)
    : Taakblad(taakopslag, typwerk, lezer, moment, t)
{
    public override string Lijst => $"/aanvragen/{Concept.Zaaknummer}";

    public override string NaarLijst => "Terug naar uw taken";

    public async Task<IActionResult> OnGet(string zaaknummer, string taak, CancellationToken ct)
    {
        if (await Laad(zaaknummer, taak, ct) is { } elders)
        {
            return elders;
        }
        Subsidie = (await concepten.Controleer(Concept.Zaaknummer, ct)).Subsidie;
        return Toon();
    }

    public async Task<IActionResult> OnPost(string zaaknummer, string taak, [FromForm(Name = "_doe")] string? doe, CancellationToken ct) =>
        await Verwerk(await Laad(zaaknummer, taak, ct), doe, ct);

    protected override async Task Controleer(CancellationToken ct)
    {
        var controle = await concepten.Controleer(Concept.Zaaknummer, ct);
        Subsidie = controle.Subsidie;
        foreach (var fout in controle.Fouten.Where(f => Pad.Onder(f.Pad, Taak.Code) && Formulier.Zoek(f.Pad) is not null))
        {
            Invulling.Meld(fout.Pad, fout.Uitleg, fout.Artikel);
        }
    }

    /// <summary>Who applies for a partnership is its hoofdaanvrager (2.21).</summary>
    protected override void BijEersteRij()
    {
        if (Taak.Code == Taken.Partijen)
        {
            Invulling.Zet($"{Taken.Partijen}[0].kvkNummer", Persoon?.KvkNummer ?? "");
            Invulling.Zet($"{Taken.Partijen}[0].rol", "hoofdaanvrager");
        }
    }

    private async Task<IActionResult?> Laad(string zaaknummer, string code, CancellationToken ct)
    {
        if (Taken.Zoek(code) is not { } taak)
        {
            return NotFound();
        }
        if (await concepten.Lees(zaaknummer, ct) is not { } concept)
        {
            return Redirect($"/aanvragen/{zaaknummer}/ontvangst");
        }
        if (concept.Deel(taak) is not { } formulier)
        {
            return NotFound();
        }
        (Concept, Taak, Formulier) = (concept, taak, formulier);
        return null;
    }
}
