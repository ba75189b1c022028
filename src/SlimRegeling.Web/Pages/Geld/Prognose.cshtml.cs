using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>What is still to be paid of what was promised, by the year in which it is expected and by window.</summary>
[ResponseCache(NoStore = true)]
public sealed class PrognoseModel(BetalingenApi api) : PageModel
{
    private static readonly Kop[] Bedragen =
    [
        Kop.Bedrag("Zaken vast te stellen"),
        Kop.Bedrag("Al opgedragen"),
        Kop.Bedrag("Verwacht"),
        Kop.Bedrag("Hoogstens"),
    ];

    public Prognose Prognose { get; private set; } = null!;

    /// <summary>Of what was awarded how much was settled so far, as 72,5%; null while nothing was.</summary>
    public string? Deel =>
        Prognose.Verleend > 0 ? $"{Weergave.Aantal(Math.Round(Prognose.Vastgesteld * 100 / Prognose.Verleend, 1))}%" : null;

    public Staafgrafiek PerJaar => new("jaren", "Nog te betalen, per jaar", [.. Prognose.Totaal.Jaren.Select(j => (j.Naam, j.Staven))]);

    public Staafgrafiek PerTijdvak =>
        new(
            "tijdvakken",
            "Nog te betalen, per tijdvak en jaar",
            [.. Prognose.Tijdvakken.SelectMany(t => t.Jaren.Select(j => ($"{t.Tijdvak}, {j.Naam}", j.Staven)))]
        );

    public Tabel Jaren => Tabel.Van("Nog te betalen, per jaar", ["Jaar", .. Bedragen], Prognose.Totaal.Jaren, j => [j.Naam, .. Cellen(j)]);

    public Tabel Tijdvakken =>
        Tabel.Van(
            "Nog te betalen, per tijdvak en jaar",
            ["Tijdvak", "Jaar", .. Bedragen, Kop.Bedrag("Verwacht deel")],
            Prognose.Tijdvakken.SelectMany(t => t.Jaren.Select(j => (Tijdvak: t, Jaar: j))),
            r =>
                [
                    new(r.Tijdvak.Tijdvak ?? "", $"/geld/grootboek?tijdvak={Uri.EscapeDataString(r.Tijdvak.Tijdvak ?? "")}"),
                    r.Jaar.Naam,
                    .. Cellen(r.Jaar),
                    r.Tijdvak.Aandeel?.Deel,
                ]
        );

    public async Task OnGet(CancellationToken ct) => Prognose = await api.Lees<Prognose>("grootboek/prognose", ct);

    private static Cel[] Cellen(Prognosejaar jaar) =>
        [Weergave.Getal(jaar.Zaken), jaar.Opgedragen, jaar.Verwacht is { } verwacht ? verwacht : "niet te zeggen", jaar.Hoogstens];
}
