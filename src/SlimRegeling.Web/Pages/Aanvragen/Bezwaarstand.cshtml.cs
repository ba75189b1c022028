using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>Where an objection stands, for who made it; until it is decided on more can be written.</summary>
[ResponseCache(NoStore = true)]
public sealed class BezwaarstandModel(VerleningApi api, Typwerk typwerk, Persoonlezer lezer, Moment klok, Teksten t) : PageModel
{
    public BezwaarTonenBeeld Bezwaar { get; private set; } = null!;

    [BindProperty(Name = "tekst")]
    public string? Tekst { get; set; }

    [BindProperty(Name = "wilHoren")]
    public string? WilHoren { get; set; }

    [BindProperty(Name = "sleutel")]
    public string? Sleutel { get; set; }

    /// <summary>What is wrong with the text.</summary>
    public string? Fout { get; private set; }

    public JsonAntwoord? Weigering { get; private set; }

    public bool Teruggehaald { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    [TempData]
    public string? Gebeurd { get; set; }

    public bool Loopt => Bezwaar.Fase is not (Bezwaarfase.Beslist or Bezwaarfase.Ingetrokken);

    public bool MagAanvullen => Bezwaar.UwBezwaar && Loopt;

    /// <summary>What comes now, in whole sentences.</summary>
    public IEnumerable<string> Nu
    {
        get
        {
            if (!Loopt)
            {
                yield break;
            }
            if (Bezwaar.Ontbreekt.Count > 0 && Bezwaar.HerstellenUiterlijk is { } herstellen)
            {
                yield return herstellen < Vandaag
                    ? t["U kon uw bezwaar aanvullen tot en met {0}.", t.Dag(herstellen)]
                    : t["Vul uw bezwaar aan. Dat kan tot en met {0}.", t.Dag(herstellen)];
            }
            if (Bezwaar.Horen.Wanneer is { } wanneer && Bezwaar.Horen.GehoordOp is null)
            {
                yield return t["Wij spreken u op {0}.", t.DagEnTijd(wanneer)];
            }
            if (Bezwaar.BeslissenUiterlijk is { } beslissen)
            {
                yield return beslissen < Vandaag
                    ? t["Wij hadden uiterlijk op {0} moeten beslissen op uw bezwaar.", t.Dag(beslissen)]
                    : t["Wij beslissen uiterlijk op {0} op uw bezwaar.", t.Dag(beslissen)];
            }
        }
    }

    /// <summary>Of the talk that is to come; null by telephone, and when nobody said it.</summary>
    public string? Plaats => Loopt && Bezwaar.Horen is { Wanneer: not null, GehoordOp: null } horen ? horen.Plaats : null;

    private DateOnly Vandaag => klok.Vandaag.ToDateOnly();

    public async Task<IActionResult> OnGet(string zaaknummer, string bezwaar, CancellationToken ct)
    {
        if (!await Laad(zaaknummer, bezwaar, ct))
        {
            return NotFound();
        }
        if (typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            (Tekst, WilHoren) = (getypt.Velden.GetValueOrDefault("tekst"), getypt.Velden.GetValueOrDefault("wilHoren"));
            Teruggehaald = true;
        }
        return Page();
    }

    public async Task<IActionResult> OnPost(string zaaknummer, string bezwaar, CancellationToken ct)
    {
        var verzoek = new JsonObject { ["tekst"] = Tekst };
        if (WilHoren is "ja" or "nee")
        {
            verzoek["wilHoren"] = WilHoren == "ja";
        }
        var antwoord = await api.Doe(
            $"bezwaren/{Uri.EscapeDataString(bezwaar)}/aanvulling",
            verzoek,
            Sleutel ?? Guid.NewGuid().ToString(),
            ct
        );
        if (antwoord.Gelukt)
        {
            Gebeurd = t["Wij hebben uw aanvulling ontvangen."];
            return Redirect($"/aanvragen/{zaaknummer}/bezwaren/{bezwaar}");
        }
        Fout = antwoord.Fouten is [var fout, ..] ? fout.Uitleg : null;
        Weigering = Fout is null ? antwoord : null;
        return await Laad(zaaknummer, bezwaar, ct) ? Page() : NotFound();
    }

    private async Task<bool> Laad(string zaaknummer, string bezwaar, CancellationToken ct)
    {
        Bezwaar = await api.GetBezwarenBezwaarAsync(bezwaar, ct);
        Sleutel = Guid.NewGuid().ToString();
        ModelState.Clear();
        return Bezwaar.Zaaknummer == zaaknummer;
    }
}
