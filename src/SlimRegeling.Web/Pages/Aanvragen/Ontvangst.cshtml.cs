using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Extensions;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>The receipt: number, moment, and what was received.</summary>
[ResponseCache(NoStore = true)]
public sealed class OntvangstModel(AanvragenApi api, Concepten concepten) : PageModel
{
    public JsonObject Aanvraag { get; private set; } = null!;

    public string Zaaknummer { get; private set; } = "";

    public DateTimeOffset OntvangenOp { get; private set; }

    /// <summary>As 14:03:12, in Amsterdam.</summary>
    public string Tijd =>
        OntvangenOp.ToInstant().InZone(Moment.Amsterdam).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    public string Gevraagd => (string)Aanvraag["gevraagd"]!;

    public string Tijdvak => (string)Aanvraag["tijdvak"]!;

    /// <summary>Declarations that can be completed yet.</summary>
    public IReadOnlyList<string> Ontbreekt => [.. (Aanvraag["ontbreekt"] as JsonArray ?? []).Select(o => (string)o!)];

    public IReadOnlyList<(Taak Taak, Veld Formulier, Invulling Invulling)> Antwoorden { get; private set; } = [];

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct)
    {
        var antwoord = await api.Vraag(HttpMethod.Get, $"aanvragen/{Uri.EscapeDataString(zaaknummer)}", ct: ct);
        if (antwoord is not { Gelukt: true, Inhoud: JsonObject aanvraag })
        {
            return NotFound();
        }
        (Aanvraag, Zaaknummer) = (aanvraag, zaaknummer);
        OntvangenOp = DateTimeOffset.Parse((string)aanvraag["ontvangenOp"]!, System.Globalization.CultureInfo.InvariantCulture);
        var formulier = await concepten.Formulier(Tijdvak, ct);
        Antwoorden =
        [
            .. from taak in Taken.Alle
            let veld = formulier.Velden.FirstOrDefault(v => v.Naam == taak.Code)
            where veld is not null
            select (taak, veld, Invulling.Van(formulier with { Velden = [veld] }, aanvraag["formulier"])),
        ];
        return Page();
    }
}
