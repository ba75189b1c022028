using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>One statement with its lines: which are booked, and which wait for people.</summary>
[ResponseCache(NoStore = true)]
public sealed class AfschriftModel(BetalingenApi api) : PageModel
{
    /// <summary>The lines on one page: a statement can have a hundred thousand.</summary>
    public const int PerBladzijde = 200;

    private Dictionary<string, Bankregelbeeld> _open = [];

    [BindProperty(SupportsGet = true, Name = "afschrift")]
    public string Nummer { get; set; } = "";

    /// <summary>Only what waits for people.</summary>
    [BindProperty(SupportsGet = true, Name = "open")]
    public bool AlleenOpen { get; set; }

    [BindProperty(SupportsGet = true, Name = "bladzijde")]
    public int Bladzijde { get; set; } = 1;

    [TempData]
    public string? Gebeurd { get; set; }

    public Afschriftblad Blad { get; private set; } = null!;

    /// <summary>What of it is shown, on all pages together; null when it was destroyed.</summary>
    public IReadOnlyList<Afschriftregel>? Regels { get; private set; }

    public int Bladzijden => Math.Max(1, ((Regels?.Count ?? 0) + PerBladzijde - 1) / PerBladzijde);

    public int Deels => _open.Values.Count(r => r.IsDeels);

    public int Ongekoppeld => _open.Values.Count(r => !r.IsDeels);

    public Tabel Tabel =>
        Tabel.Van(
            "Regels van het afschrift",
            ["Regel", "Boekdatum", "Kenmerk", "Stand", Kop.Bedrag("Bedrag")],
            (Regels ?? []).Skip((Math.Clamp(Bladzijde, 1, Bladzijden) - 1) * PerBladzijde).Take(PerBladzijde),
            r => Rij(r, _open.GetValueOrDefault(r.Mutatie))
        );

    public string Pad(int bladzijde) =>
        $"/geld/afschriften/{Uri.EscapeDataString(Nummer)}"
        + Geldklant.Vraag(
            ("open", AlleenOpen ? "true" : null),
            ("bladzijde", bladzijde == 1 ? null : FormattableString.Invariant($"{bladzijde}"))
        );

    public async Task OnGet(CancellationToken ct)
    {
        var blad = api.Lees<Afschriftblad>($"afschriften/{Uri.EscapeDataString(Nummer)}", ct);
        var werk = api.Lees<IReadOnlyList<Bankregelbeeld>>("bankregels", ct);
        (Blad, var open) = (await blad, await werk);
        _open = open.Where(r => r.Afschrift == Blad.Afschrift.Afschrift).ToDictionary(r => r.Mutatie, StringComparer.Ordinal);
        Regels = AlleenOpen ? [.. (Blad.Regels ?? []).Where(r => _open.ContainsKey(r.Mutatie))] : Blad.Regels;
    }

    private static IReadOnlyList<Cel> Rij(Afschriftregel regel, Bankregelbeeld? open) =>
        [
            open is null ? new(regel.Mutatie, Uitleg: regel.Tekst) : new(regel.Mutatie, $"/geld/bankregels/{open.Bankregel}", regel.Tekst),
            Weergave.Dag(regel.Boekdatum),
            new(regel.EndToEndId ?? "–", Uitleg: regel.Retourreden is { } code ? $"teruggekomen, code {code}" : null),
            open is null ? new("Geboekt") : new(open.Standtekst, Uitleg: open.Uitleg),
            regel.Bedrag,
        ];
}
