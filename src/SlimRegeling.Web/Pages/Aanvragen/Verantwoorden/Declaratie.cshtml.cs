using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Project;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen.Verantwoorden;

/// <summary>A line in the list.</summary>
/// <param name="Bedrag">Null of a fixed amount.</param>
/// <param name="Oordeel">What was judged of it, once it is settled.</param>
public sealed record Declaratieregel(
    string Id,
    string Soort,
    string Activiteit,
    string? Partij,
    string Onderwerp,
    decimal? Bedrag,
    int Documenten,
    Regeloordeel? Oordeel
);

/// <summary>
/// A declaration as it stands: what it comes to beside the award, its lines, and what to do. Once it was sent it is the receipt of it, and once it
/// is settled it tells what was judged.
/// </summary>
[ResponseCache(NoStore = true)]
public sealed class DeclaratieModel(VaststellingApi api, Declaratieopslag opslag, Teksten t) : PageModel
{
    private const int PerBladzijde = 25;

    public string Zaaknummer { get; private set; } = "";

    /// <summary>From 1.</summary>
    public int Bladzijde { get; private set; } = 1;

    public int Bladzijden { get; private set; } = 1;

    public Declaratiestand Stand { get; private set; } = null!;

    public Declaratiegift Gift { get; private set; } = null!;

    /// <summary>Evidence of activity A that is there already.</summary>
    public IReadOnlyList<Bewijsbeeld> Scans { get; private set; } = [];

    public IReadOnlyList<Declaratieregel> Regels { get; private set; } = [];

    [TempData]
    public string? Gebeurd { get; set; }

    public async Task<IActionResult> OnGet(string zaaknummer, int? bladzijde, CancellationToken ct)
    {
        Zaaknummer = zaaknummer;
        var pad = $"verantwoordingen/{Uri.EscapeDataString(zaaknummer)}/declaratie";
        (Stand, _) = await api.Lees<Declaratiestand>($"{pad}/controle", ct);
        (Gift, _) = await api.Lees<Declaratiegift>(pad, ct);
        Scans = (await api.Lees<Projectbeeld>($"verantwoordingen/{Uri.EscapeDataString(zaaknummer)}", ct)).Inhoud.Scans ?? [];
        var regels = Declaratieopslag.Regels(await opslag.Lees(zaaknummer, ct));
        Bladzijden = Math.Max(1, (regels.Count + PerBladzijde - 1) / PerBladzijde);
        if (bladzijde is { } gevraagd && (gevraagd < 1 || gevraagd > Bladzijden))
        {
            return NotFound();
        }
        Bladzijde = bladzijde ?? 1;
        var oordelen = (Gift.Oordelen ?? []).ToDictionary(o => o.Regel);
        Regels =
        [
            .. regels
                .OfType<JsonObject>()
                .Skip((Bladzijde - 1) * PerBladzijde)
                .Take(PerBladzijde)
                .Select(r => Regel(r, oordelen.GetValueOrDefault((string?)r["id"] ?? ""))),
        ];
        return Page();
    }

    private Declaratieregel Regel(JsonObject regel, Regeloordeel? oordeel) =>
        new(
            (string?)regel["id"] ?? "",
            (string?)regel["soort"] ?? "",
            (string?)regel["activiteit"] ?? "",
            (string?)regel["partij"],
            Kostensoorten.Onderwerp(regel, t),
            Declaratieopslag.Bedrag(regel),
            (regel["documenten"] as JsonArray)?.Count ?? 0,
            oordeel
        );
}
