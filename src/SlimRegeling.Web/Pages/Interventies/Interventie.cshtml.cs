using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Interventies;

/// <summary>One thing that a firm can do: for whom, what it asks, how it is paid, and how sure it is that it works.</summary>
public sealed class InterventieModel(LeercultuurscansApi api, Persoonlezer lezer, Teksten t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "interventie")]
    public string Id { get; set; } = "";

    public Interventie Interventie { get; private set; } = null!;

    public Leernamen Namen { get; private set; } = null!;

    public bool MagSchrijven => lezer.Lees(HttpContext)?.Heeft(Rol.Regelbeheerder) == true;

    /// <summary>For whom it is, in words; an empty list leaves nobody out.</summary>
    public string Lijst(IReadOnlyList<string> codes, IReadOnlyList<Leerkeuze> keuzes) =>
        codes.Count == 0 ? t["Alle"] : string.Join("; ", codes.Select(c => Leerwoorden.Naam(keuzes, c, t)));

    /// <inheritdoc cref="Lijst(IReadOnlyList{string}, IReadOnlyList{Leerkeuze})"/>
    public string Lijst(IReadOnlyList<string> codes, IReadOnlyList<(string Code, string Naam)> keuzes) =>
        codes.Count == 0 ? t["Iedereen"] : string.Join("; ", codes.Select(c => t[Leerwoorden.Van(keuzes, c)]));

    public async Task OnGet(CancellationToken ct)
    {
        Interventie = await api.Lees<Interventie>($"interventies/{Uri.EscapeDataString(Id)}", ct);
        Namen = await Leernamen.Lees(api, null, ct);
    }
}
