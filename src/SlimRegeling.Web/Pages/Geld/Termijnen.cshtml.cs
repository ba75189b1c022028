using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>The payments of which the last day comes near or is over, and those for which we owe interest.</summary>
[ResponseCache(NoStore = true)]
public sealed class TermijnenModel(BetalingenApi api) : PageModel
{
    public IReadOnlyList<Termijnbeeld> Termijnen { get; private set; } = [];

    public Tabel Tabel =>
        Tabel.Van(
            "Betalingen en hun laatste dag",
            ["Betaling", "Zaak", "Stand", "Uiterlijk", "Betaald", "Wat nu", Kop.Bedrag("Bedrag"), Kop.Bedrag("Rente")],
            Termijnen,
            t =>
                [
                    new(t.Betaalopdracht, $"/geld/betalingen/{t.Betaalopdracht}", Geldwoorden.Betaalsoort(t.Soort)),
                    Cel.Zaak(t.Zaaknummer),
                    new(t.Standtekst, Uitleg: t.Dagen),
                    t.Uiterlijk,
                    t.Betaald,
                    t.Volgende,
                    t.Bedrag,
                    t.Rente,
                ]
        );

    public async Task OnGet(CancellationToken ct) => Termijnen = await api.Lees<IReadOnlyList<Termijnbeeld>>("betaaltermijnen", ct);
}
