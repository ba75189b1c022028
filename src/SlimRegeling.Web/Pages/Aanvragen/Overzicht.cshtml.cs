using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Extensions;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Tijdvakken;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>An application as a list of tasks, each with how it stands.</summary>
[ResponseCache(NoStore = true)]
public sealed class OverzichtModel(
    Concepten concepten,
    Stukkenlezer stukken,
    Ondernemingslezer onderneming,
    Persoonlezer lezer,
    Moment moment
) : PageModel
{
    public Conceptbeeld Concept { get; private set; } = null!;

    /// <summary>How many missing fields of a task are named.</summary>
    public const int MeesteNamen = 6;

    public IReadOnlyList<Taakregel> Taken { get; private set; } = [];

    /// <summary>On what it would be refused that belongs to no task.</summary>
    public IReadOnlyList<Veldfout> Losse => [.. Controle.Aandacht.Where(p => !Taken.Any(t => Pad.Onder(p.Pad, t.Taak.Code)))];

    public Controle Controle { get; private set; } = null!;

    /// <summary>The parties that can be asked to confirm; empty when it is no partnership.</summary>
    public IReadOnlyList<Partijstand> Partijen { get; private set; } = [];

    /// <summary>Of sending documents; one can submit without. Null while that cannot be asked.</summary>
    public Taakstand? Documenten { get; private set; }

    /// <summary>Where letters and e-mail go; one can submit without. Null while that cannot be asked.</summary>
    public Bereikbaarheid? Bereik { get; private set; }

    public int Klaar => Taken.Count(t => t.Stand == Taakstand.Klaar) + (Documenten == Taakstand.Klaar ? 1 : 0);

    /// <summary>Once the window is closed: where what was written can still be used.</summary>
    public TonenTijdvakBeeld? Volgende { get; private set; }

    public bool IsGesloten => Concept.Tijdvak.Status == "gesloten";

    public bool IsOpen => Concept.Tijdvak.Status == "open";

    public Duration Nog => Duration.Max(Duration.Zero, (IsOpen ? Concept.Tijdvak.Sluit : Concept.Tijdvak.Opent).ToInstant() - moment.Nu);

    [TempData]
    public string? Gebeurd { get; set; }

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct)
    {
        if (await concepten.Lees(zaaknummer, ct) is not { } concept)
        {
            return Redirect($"/aanvragen/{zaaknummer}/ontvangst");
        }
        Concept = concept;
        Controle = await concepten.Controleer(zaaknummer, ct);
        Partijen = concept.IsSamenwerkingsverband ? await concepten.Partijen(zaaknummer, ct) : [];
        Volgende = IsGesloten ? await concepten.Volgende(concept, ct) : null;
        Taken = [.. Aanvraag.Taken.Alle.Where(t => concept.Deel(t) is not null).Select(t => Taakregel.Van(t, concept, Controle))];
        Documenten = await stukken.Lees(zaaknummer, ct) is { } gestuurd
            ? Gevraagdstuk.Stand(concept.Stukken.Where(g => g.VanTevoren), gestuurd)
            : null;
        Bereik = await onderneming.Bereik(lezer.Lees(HttpContext), ct);
        return Page();
    }
}
