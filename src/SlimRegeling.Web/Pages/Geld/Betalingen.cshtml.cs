using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>The payment orders: all, or those that wait, that can be paid, or that the bank gave back.</summary>
[ResponseCache(NoStore = true)]
public sealed class BetalingenModel(BetalingenApi api) : PageModel
{
    public const string Wacht = "wacht";
    public const string Betaalbaar = "betaalbaar";
    public const string Terug = "terug";

    public static readonly IReadOnlyList<(string Stand, string Naam)> Standen =
    [
        ("", "Alle betalingen"),
        (Wacht, "Betalingen die wachten"),
        (Betaalbaar, "Betalingen die nu kunnen"),
        (Terug, "Door de bank geweigerd of teruggestuurd"),
    ];

    [BindProperty(SupportsGet = true, Name = "stand")]
    public string? Stand { get; set; }

    public IReadOnlyList<Betaalopdracht> Opdrachten { get; private set; } = [];

    public string Titel => Standen.FirstOrDefault(s => s.Stand == (Stand ?? "")).Naam ?? Standen[0].Naam;

    public Tabel Tabel =>
        Tabel.Van(
            Titel,
            ["Betaling", "Zaak", "Besluit", "Aan", "Stand", Kop.Bedrag("Bedrag")],
            Opdrachten,
            o =>
                [
                    new(o.Id, $"/geld/betalingen/{o.Id}", o.Soorttekst),
                    Cel.Zaak(o.Zaaknummer),
                    o.Besluit,
                    new($"KVK {o.KvkNummer}", $"/geld/rekeningen/{o.KvkNummer}"),
                    new(o.Stand, Uitleg: o.WachtOp.Count == 0 ? null : $"op {string.Join("; op ", o.WachtOp)}"),
                    o.Bedrag,
                ]
        );

    public async Task OnGet(CancellationToken ct)
    {
        var open = Stand is Wacht or Betaalbaar or Terug ? "?open=true" : "";
        var alle = await api.Lees<IReadOnlyList<Betaalopdracht>>($"betaalopdrachten{open}", ct);
        Opdrachten =
        [
            .. alle.Where(o =>
                Stand switch
                {
                    Wacht => o is { Open: true, Aangehouden: true },
                    Betaalbaar => o.Betaalbaar,
                    Terug => o is { Open: true, Teruggegeven: not null },
                    _ => true,
                }
            ),
        ];
    }
}
