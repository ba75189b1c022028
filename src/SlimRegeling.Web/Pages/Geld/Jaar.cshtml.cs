using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>A budget year by window, with the years before it beside each other: promised, advanced, settled, and what is still to be paid.</summary>
[ResponseCache(NoStore = true)]
public sealed class JaarModel(BetalingenApi api, Moment moment) : PageModel
{
    private const int Eerder = 2;
    private const int Eerste = 2000;
    private const int Laatste = 9000;

    [BindProperty(SupportsGet = true, Name = "jaar")]
    public int? Gevraagd { get; set; }

    public int Jaar => Gevraagd is >= Eerste + Eerder and <= Laatste ? Gevraagd.Value : moment.Vandaag.Year;

    /// <summary>The oldest first; the last is the year that is asked.</summary>
    public IReadOnlyList<Jaaroverzicht> Jaren { get; private set; } = [];

    public Jaaroverzicht Dit => Jaren[^1];

    public Staafgrafiek PerTijdvak =>
        new("tijdvakken", $"Per tijdvak, aan het einde van {Jaar}", [.. Dit.Tijdvakken.Select(t => (t.Tijdvak ?? "", Staven(t)))]);

    public Staafgrafiek PerJaar =>
        new(
            "jaren",
            "Alle tijdvakken, per jaar",
            [.. Jaren.Select(j => (j.Jaar.ToString(CultureInfo.InvariantCulture), Staven(j.Totaal)))]
        );

    public Tabel Tabel =>
        Tabel.Van(
            $"Het jaar {Jaar} per tijdvak",
            [
                "Tijdvak",
                Kop.Bedrag("Aangegaan in het jaar"),
                Kop.Bedrag("Verplichtingen"),
                Kop.Bedrag("Voorschotten"),
                Kop.Bedrag("Vastgesteld"),
                Kop.Bedrag("Betaald in het jaar"),
                Kop.Bedrag("Nog te betalen, hoogstens"),
            ],
            Dit.Tijdvakken.Append(Dit.Totaal),
            t => [Naam(t), t.Aangegaan.Jaar, t.Verplichtingen.Stand, t.Voorschotten.Stand, t.Vastgesteld.Stand, t.Betaald.Jaar, t.Prognose]
        );

    public Tabel Jarentabel =>
        Tabel.Van(
            "Alle tijdvakken per jaar",
            [
                "Jaar",
                Kop.Bedrag("Verplichtingen"),
                Kop.Bedrag("Voorschotten"),
                Kop.Bedrag("Vastgesteld"),
                Kop.Bedrag("Betaald in het jaar"),
                Kop.Bedrag("Nog te betalen, hoogstens"),
            ],
            Jaren,
            j =>
                [
                    j.Jaar.ToString(CultureInfo.InvariantCulture),
                    j.Totaal.Verplichtingen.Stand,
                    j.Totaal.Voorschotten.Stand,
                    j.Totaal.Vastgesteld.Stand,
                    j.Totaal.Betaald.Jaar,
                    j.Totaal.Prognose,
                ]
        );

    public async Task OnGet(CancellationToken ct)
    {
        var jaren = Enumerable.Range(Jaar - Eerder, Eerder + 1);
        Jaren = await Task.WhenAll(
            jaren.Select(j => api.Lees<Jaaroverzicht>($"grootboek/jaaroverzicht?jaar={j.ToString(CultureInfo.InvariantCulture)}", ct))
        );
    }

    private static IReadOnlyList<(string Wat, decimal Bedrag)> Staven(Jaarregel regel) =>
        [
            ("Verplichtingen", regel.Verplichtingen.Stand),
            ("Voorschotten", regel.Voorschotten.Stand),
            ("Vastgesteld", regel.Vastgesteld.Stand),
            ("Nog te betalen, hoogstens", regel.Prognose),
        ];

    /// <summary>The window, with what stands beside it: its ceiling, the room that is left, and what is claimed.</summary>
    private Cel Naam(Jaarregel t)
    {
        var plafond = t.Tijdvak is null ? Dit.PlafondVanJaar : t.Plafond;
        var ruimte = t.Ruimte is { } r ? $", ruimte {Weergave.Bedrag(r)}" : "";
        return new(
            t.Tijdvak ?? "Alle tijdvakken",
            t.Tijdvak is { } tijdvak ? $"/geld/grootboek?tijdvak={Uri.EscapeDataString(tijdvak)}" : null,
            plafond is { } p ? $"plafond {Weergave.Bedrag(p)}{ruimte}" : null,
            t.Vorderingen.Stand == 0 ? null : $"te vorderen {Weergave.Bedrag(t.Vorderingen.Stand)}"
        );
    }
}
