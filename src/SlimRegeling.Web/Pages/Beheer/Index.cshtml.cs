using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Tijdvakken;

namespace SlimRegeling.Web.Pages.Beheer;

/// <summary>The way in for who keeps watch.</summary>
public sealed class IndexModel(TijdvakkenApi api, Persoonlezer lezer) : PageModel
{
    public IReadOnlyList<TonenTijdvakBeeld> Tijdvakken { get; private set; } = [];

    public bool MagMededelen => lezer.Lees(HttpContext)?.Heeft(Rol.Regelbeheerder) == true;

    public bool MagTaken => lezer.Lees(HttpContext)?.Heeft(Rol.Beheerder) == true;

    public static string Status(string status) => status == "komt" ? "komt nog" : status;

    public async Task OnGet(CancellationToken ct) => Tijdvakken = [.. (await api.GetTijdvakkenAsync(ct)).OrderByDescending(t => t.Opent)];
}
