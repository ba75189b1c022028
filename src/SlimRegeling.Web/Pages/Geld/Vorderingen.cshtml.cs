using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>The claims with what to do next: those that run, those that lapse soon, or all.</summary>
[ResponseCache(NoStore = true)]
public sealed class VorderingenModel(BetalingenApi api) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "alle")]
    public bool Alle { get; set; }

    /// <summary>Only what cannot be enforced any more within half a year, or now.</summary>
    [BindProperty(SupportsGet = true, Name = "verjaart")]
    public bool Verjaart { get; set; }

    public string Titel =>
        Verjaart ? "Vorderingen die bijna verjaren"
        : Alle ? "Alle vorderingen"
        : "Vorderingen";

    public IReadOnlyList<Vorderingbeeld> Vorderingen { get; private set; } = [];

    public Tabel Tabel =>
        Tabel.Van(
            Alle || Verjaart ? Titel : "Vorderingen waarvan iets openstaat",
            ["Vordering", "Zaak", "Van", "Stand", "Wat nu", Kop.Bedrag("Gevorderd"), Kop.Bedrag("Open")],
            Vorderingen,
            v =>
                [
                    new(v.Vordering, $"/geld/vorderingen/{v.Vordering}"),
                    Cel.Zaak(v.Zaaknummer),
                    $"KVK {v.KvkNummer}",
                    new(
                        v.Standtekst,
                        Uitleg: v.Belemmering is { } b ? Geldwoorden.Belemmering(b)
                            : v.Uiterlijk is { } dag ? $"betalen tot en met {Weergave.Dag(dag)}"
                            : null
                    ),
                    new(
                        v.Volgende,
                        Uitleg: v is { VerjaartBinnenkort: true, Verjaart: { } laatste } ? $"verjaart na {Weergave.Dag(laatste)}" : null
                    ),
                    v.Hoofdsom,
                    new(Weergave.Bedrag(v.Open.Totaal), Uitleg: v.Achterstand is { } achter ? $"achter: {Weergave.Bedrag(achter)}" : null),
                ]
        );

    public async Task OnGet(CancellationToken ct)
    {
        var alle = await api.Lees<IReadOnlyList<Vorderingbeeld>>(Verjaart ? "vorderingen?verjaartBinnenkort=true" : "vorderingen", ct);
        Vorderingen = Alle || Verjaart ? alle : [.. alle.Where(v => v.Open.Totaal > 0 || v.Voorstel is not null)];
    }
}
