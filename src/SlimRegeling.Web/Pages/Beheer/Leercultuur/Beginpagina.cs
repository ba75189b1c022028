using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Beheer.Leercultuur;

/// <summary>A list of what a scheme manager writes, with the way to a new one.</summary>
[ResponseCache(NoStore = true)]
public abstract partial class Beginpagina : PageModel
{
    /// <summary>What is to be opened; null when the list is.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public string? Id { get; set; }

    public string? Fout { get; private set; }

    public IReadOnlyList<Foutregel> Fouten => Fout is null ? [] : [new("id", "Korte naam in het adres", Fout, null) { Plaats = "id" }];

    public Tabel Tabel { get; private protected set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var id = Id?.Trim() ?? "";
        if (Adres().IsMatch(id))
        {
            return Redirect($"{Request.Path}/{id}");
        }
        Fout = id.Length > 0 ? "Gebruik kleine letters, cijfers en streepjes." : null;
        await Toon(ct);
        return Page();
    }

    private protected abstract Task Toon(CancellationToken ct);

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Adres();
}
