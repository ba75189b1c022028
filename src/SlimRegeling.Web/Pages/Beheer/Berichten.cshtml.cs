using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Web.Api.Beheer;
using SlimRegeling.Web.Beheer;

namespace SlimRegeling.Web.Pages.Beheer;

/// <summary>The queues of all processes, and the messages that were set apart: to read, and to send again.</summary>
public sealed class BerichtenModel(Hosts hosts, Contextregister contexten) : PageModel
{
    public IReadOnlyList<Hostbeeld> Hosts { get; private set; } = [];

    public IReadOnlyList<ApartBericht> Berichten => [.. Hosts.SelectMany(h => h.Apart?.Berichten ?? []).OrderBy(b => b.Op)];

    public long Aantal => Hosts.Sum(h => h.Apart?.Aantal ?? 0);

    [BindProperty(SupportsGet = true, Name = "gedaan")]
    public string? Gedaan { get; set; }

    public string? Melding =>
        Gedaan switch
        {
            "aangeboden" =>
                "Het bericht is opnieuw aangeboden. Binnen enkele seconden is het verwerkt, of staat het weer hier met de nieuwe fout.",
            "weg" => "Dit bericht staat niet meer apart: het is intussen verwerkt.",
            _ => null,
        };

    /// <summary>The message that is read now.</summary>
    public ApartInhoud? Gelezen { get; private set; }

    public async Task OnGet(string? context, string? bericht, CancellationToken ct)
    {
        Hosts = await hosts.Zie(ct);
        if (bericht is null || Berichten.All(b => b.Id != bericht || b.Context != context))
        {
            return;
        }
        try
        {
            Gelezen = await hosts.Api(context!).GetBeheerBerichtenApartIdAsync(bericht, ct);
        }
        catch (ApiException e) when (e.StatusCode == 404)
        {
            Gedaan = "weg";
        }
    }

    public async Task<IActionResult> OnPost(string context, string id, CancellationToken ct)
    {
        if (contexten.Alle.All(c => c.Naam != context))
        {
            return NotFound();
        }
        try
        {
            await hosts.Api(context).PostBeheerBerichtenApartIdHervattingAsync(id, Guid.NewGuid().ToString(), cancellationToken: ct);
        }
        catch (ApiException e) when (e.StatusCode == 404)
        {
            return RedirectToPage(new { gedaan = "weg" });
        }
        return RedirectToPage(new { gedaan = "aangeboden" });
    }
}
