using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>A budget year by window and by month, beside its budget and the years before it: what was promised, advanced, settled and is to be paid.</summary>
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

    public Jaarverloop Verloop { get; private set; } = null!;

    /// <summary>Without a row where the budget is not known.</summary>
    public Tabel Begroot =>
        Tabel.Van(
            $"Het jaar {Jaar} naast zijn begroting",
            ["Begroting", Kop.Bedrag("Begroot"), Kop.Bedrag("In het jaar"), Kop.Bedrag("Ruimte")],
            Begrotingsregels.Where(b => b.Begroot is not null),
            b =>
                [
                    b.Wat,
                    b.Begroot!.Value,
                    b.Begroot.Value - b.Ruimte.GetValueOrDefault(),
                    new(Weergave.Bedrag(b.Ruimte.GetValueOrDefault()), Uitleg: b.Ruimte < 0 ? "boven de begroting" : null),
                ]
        );

    private IReadOnlyList<(string Wat, decimal? Begroot, decimal? Ruimte)> Begrotingsregels =>
        [
            ("Verplichtingen", Dit.Begroting.Verplichtingen, Dit.Begroting.RuimteVerplichtingen),
            ("Betalingen", Dit.Begroting.Kas, Dit.Begroting.RuimteKas),
        ];

    public Staafgrafiek PerMaand =>
        new("maanden", $"Van de bank af in {Jaar}, per maand", [.. Verloop.Maanden.Select(m => (Naam(m), Betaald(m)))]);

    public Tabel Maandentabel =>
        Tabel.Van(
            $"Het jaar {Jaar} per maand, alle tijdvakken",
            [
                "Maand",
                Kop.Bedrag("Verplichtingen"),
                Kop.Bedrag("Voorschotten"),
                Kop.Bedrag("Vastgesteld"),
                Kop.Bedrag("Van de bank af in de maand"),
            ],
            Verloop.Maanden,
            m =>
                [
                    new(Naam(m), Uitleg: m.Gesloten ? "gesloten" : null),
                    0 - m.Van("verplichtingen").Saldo,
                    m.Van("voorschotten").Saldo,
                    m.Van("kosten").Saldo,
                    0 - m.Van("bank").Mutatie,
                ]
        );

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
        var verloop = api.Lees<Jaarverloop>($"grootboek/jaarverloop?jaar={Jaar.ToString(CultureInfo.InvariantCulture)}", ct);
        Jaren = await Task.WhenAll(
            jaren.Select(j => api.Lees<Jaaroverzicht>($"grootboek/jaaroverzicht?jaar={j.ToString(CultureInfo.InvariantCulture)}", ct))
        );
        Verloop = await verloop;
    }

    private string Naam(Jaarmaand maand) => Boekmaanden.Naam(string.Create(CultureInfo.InvariantCulture, $"{Jaar:0000}-{maand.Nummer:00}"));

    private static IReadOnlyList<(string Wat, decimal Bedrag)> Betaald(Jaarmaand maand) =>
        [("Van de bank af", 0 - maand.Van("bank").Mutatie)];

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
