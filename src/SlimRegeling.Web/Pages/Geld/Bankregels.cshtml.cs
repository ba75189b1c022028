using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>The movements on our account that belong to nothing by themselves, the oldest first.</summary>
[ResponseCache(NoStore = true)]
public sealed class BankregelsModel(BetalingenApi api) : PageModel
{
    [TempData]
    public string? Gebeurd { get; set; }

    public IReadOnlyList<Bankregelbeeld> Regels { get; private set; } = [];

    public Tabel Tabel =>
        Tabel.Van(
            "Regels die bij niets horen, de oudste bovenaan",
            ["Regel", "Boekdatum", "Kenmerk", "Stand", Kop.Bedrag("Bedrag")],
            Regels,
            r =>
                [
                    new(r.Mutatie, $"/geld/bankregels/{r.Bankregel}", r.Tekst),
                    Weergave.Dag(r.Boekdatum),
                    r.Kenmerk ?? r.EndToEndId,
                    new(r.Standtekst, Uitleg: r.Voorstel?.Wat ?? r.Uitleg),
                    r.Bedrag,
                ]
        );

    public async Task OnGet(CancellationToken ct) => Regels = await api.Lees<IReadOnlyList<Bankregelbeeld>>("bankregels", ct);
}
