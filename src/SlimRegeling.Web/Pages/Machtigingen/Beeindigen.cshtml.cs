using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Relaties;

namespace SlimRegeling.Web.Pages.Machtigingen;

/// <summary>Takes a machtiging back, after one said so twice.</summary>
[ResponseCache(NoStore = true)]
public sealed class BeeindigenModel(RelatiesApi api) : PageModel
{
    public TonenBeeld Machtiging { get; private set; } = null!;

    public JsonAntwoord? Weigering { get; private set; }

    public async Task<IActionResult> OnGet(string id, CancellationToken ct)
    {
        var aan = id[(id.LastIndexOf('-') + 1)..];
        var van = await api.GetMachtigingenAsync(onderneming: aan, cancellationToken: ct);
        if (van.Gegeven.FirstOrDefault(m => m.Id == id) is not { } machtiging)
        {
            return NotFound();
        }
        Machtiging = machtiging;
        return Page();
    }

    public async Task<IActionResult> OnPost(string id, CancellationToken ct)
    {
        var antwoord = await api.Beeindig(id, Guid.NewGuid().ToString(), ct);
        if (antwoord.Gelukt)
        {
            return Redirect("/machtigingen");
        }
        Weigering = antwoord;
        return await OnGet(id, ct);
    }
}
