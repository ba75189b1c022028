using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Rapporten;

/// <summary>A second scan beside an earlier one: a change is only called one where it is larger than chance makes it.</summary>
public sealed class VergelijkingModel(LeercultuurscansApi api, Teksten t) : Rapportpagina(api)
{
    /// <summary>The earlier scan; null until it is chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "met")]
    public string? Met { get; set; }

    /// <summary>Those with a report that were begun before this one, the latest first.</summary>
    public IReadOnlyList<Scanregel> Eerdere { get; private set; } = [];

    /// <summary>Null while nothing is chosen.</summary>
    public Scanvergelijking? Uitkomst { get; private set; }

    public Leernamen Namen { get; private set; } = null!;

    public string Naam(Scanverschil verschil) => Namen.Van(verschil.Code, t, verschil.Naam);

    public async Task OnGet(CancellationToken ct)
    {
        // Whose it is; that of another is not found.
        if (await Haal<Rapportblad>("/rapport", ct) is not { } blad)
        {
            return;
        }
        var scans = await Api.Lees<IReadOnlyList<Scanregel>>("scans", ct);
        var deze = scans.First(s => s.Scan == Scan);
        Eerdere = [.. scans.Where(s => s.Rapport && s.Scan != Scan && s.GestartOp < deze.GestartOp)];
        Met = Eerdere.FirstOrDefault(s => s.Scan == Met)?.Scan ?? (Eerdere.Count == 1 ? Eerdere[0].Scan : null);
        Namen = await Leernamen.Lees(Api, blad.Rapport.Instrument, ct);
        Uitkomst = Met is null ? null : await Haal<Scanvergelijking>($"/vergelijking?met={Uri.EscapeDataString(Met)}", ct);
    }
}
