using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>The one page on which finance sees all work there is: what waits and why, and where it is done.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(BetalingenApi api, SteunregisterApi register, Moment moment) : PageModel
{
    public IReadOnlyList<Stapel> Stapels { get; private set; } = [];

    public IEnumerable<Stapel> Werk => Stapels.Where(s => s.Aantal > 0);

    public IEnumerable<Stapel> Leeg => Stapels.Where(s => s.Aantal == 0);

    public async Task OnGet(CancellationToken ct) => Stapels = (await Werkvoorraad.Lees(api, register, moment.Vandaag, ct)).Stapels;
}
