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

    private const int PerBladzijde = 200;

    public static readonly IReadOnlyList<(string Stand, string Naam)> Standen =
    [
        ("", "Alle betalingen"),
        (Wacht, "Betalingen die wachten"),
        (Betaalbaar, "Betalingen die nu kunnen"),
        (Terug, "Door de bank geweigerd of teruggestuurd"),
    ];

    [BindProperty(SupportsGet = true, Name = "stand")]
    public string? Stand { get; set; }

    /// <summary>The last payment of the page before; null for the first page.</summary>
    [BindProperty(SupportsGet = true, Name = "na")]
    public string? Na { get; set; }

    public Betalingenlijst Lijst { get; private set; } = null!;

    public string? Volgende => Lijst.Volgende is { } na ? $"/geld/betalingen{Geldklant.Vraag(("stand", Stand), ("na", na))}" : null;

    public string Titel => Standen.FirstOrDefault(s => s.Stand == (Stand ?? "")).Naam ?? Standen[0].Naam;

    public Tabel Tabel =>
        Tabel.Van(
            Titel,
            ["Betaling", "Zaak", "Besluit", "Aan", "Stand", Kop.Bedrag("Bedrag")],
            Lijst.Opdrachten,
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
        var stand = Stand is Wacht or Betaalbaar or Terug ? Stand : null;
        var vraag = Geldklant.Vraag(("stand", stand), ("na", Na), ("aantal", FormattableString.Invariant($"{PerBladzijde}")));
        Lijst = await api.Lees<Betalingenlijst>($"betaalopdrachten{vraag}", ct);
    }
}
