using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Extensions;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Api.Tijdvakken;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Tijdvakken;

/// <param name="Was">As it stood before.</param>
public sealed record Verandering(string Wat, string Was, string Wordt);

/// <summary>A dated decision on the window itself, and what it changed.</summary>
public sealed record Besluit(GeschiedenisTonenBesluitbeeld Beeld, IReadOnlyList<Verandering> Veranderingen);

/// <summary>For everyone: what was decided on a window, when and on what source, and all that is needed to compute its draw again.</summary>
public sealed class TijdvakModel(TijdvakkenApi api, Moment moment, Teksten t) : PageModel
{
    public TonenTijdvakBeeld Tijdvak { get; private set; } = null!;

    public IReadOnlyList<GeschiedenisTonenBesluitbeeld> Geschiedenis { get; private set; } = [];

    public bool Loot => Tijdvak.Volgorde == Volgorde.Loting;

    /// <summary>The decisions that set the window, in order.</summary>
    public IReadOnlyList<Besluit> Besluiten
    {
        get
        {
            var besluiten = new List<Besluit>();
            Tijdvakinhoud? was = null;
            foreach (var beeld in Geschiedenis.Where(b => b.Inhoud is not null))
            {
                besluiten.Add(new(beeld, was is null ? [] : [.. Veranderd(was, beeld.Inhoud)]));
                was = beeld.Inhoud;
            }
            return besluiten;
        }
    }

    public GeschiedenisTonenBesluitbeeld? Lijst => Geschiedenis.FirstOrDefault(b => b.Besluit == "lijst-vastgelegd");

    /// <summary>The lists that were put in order, those that a court had drawn anew too.</summary>
    public IReadOnlyList<GeschiedenisTonenBesluitbeeld> Volgordes => [.. Geschiedenis.Where(b => b.Lijst is not null)];

    public GeschiedenisTonenBesluitbeeld? Wachtlijst => Geschiedenis.FirstOrDefault(b => b.Besluit == "wachtlijst-gesloten");

    public bool IsGeloot => Volgordes.Any(v => v.Zaad is not null);

    public string Stand =>
        Tijdvak.Status switch
        {
            "komt" => t["Dit tijdvak gaat over {0} open.", t.Nog(Tot(Tijdvak.Opent))],
            "open" => t["Dit tijdvak is nog {0} open.", t.Nog(Tot(Tijdvak.Sluit))],
            _ => t["Dit tijdvak is gesloten."],
        };

    public async Task OnGet(string id, CancellationToken ct)
    {
        var geschiedenis = api.GetTijdvakkenIdGeschiedenisAsync(id, ct);
        Tijdvak = await api.GetTijdvakkenIdAsync(id, ct);
        Geschiedenis = [.. await geschiedenis];
    }

    /// <returns>A text of <c>en.json</c>, and the window that it names.</returns>
    public static (string Titel, string? Ander) Titel(GeschiedenisTonenBesluitbeeld b, string id) =>
        b.Besluit switch
        {
            "vastgesteld" => ("Tijdvak vastgesteld", null),
            "gewijzigd" => ("Tijdvak gewijzigd", null),
            "budget-verplaatst" => b.Naar == id ? ("Geld erbij uit tijdvak {0}", b.Van) : ("Geld naar tijdvak {0}", b.Naar),
            "gerangschikt" when b.Zaad is null => ("Volgorde vastgesteld zonder loting", null),
            "gerangschikt" => ("Geloot", null),
            "herloot" => ("Opnieuw geloot na een uitspraak van de rechter", null),
            "gelijken-geloot" => ("Geloot tussen aanvragen van hetzelfde moment", null),
            _ => (b.Besluit, null),
        };

    public static string Bij(Overschrijding overschrijding) =>
        overschrijding switch
        {
            Overschrijding.Overslaan => "Die aanvraag wordt afgewezen. Daarna is de volgende aan de beurt.",
            Overschrijding.Gedeeltelijk => "Die aanvraag krijgt wat er nog over is. Daarna is het geld op.",
            _ => "Die aanvraag wacht. Niemand gaat voor.",
        };

    private Duration Tot(DateTimeOffset dan) => Duration.Max(Duration.Zero, dan.ToInstant() - moment.Nu);

    private IEnumerable<Verandering> Veranderd(Tijdvakinhoud was, Tijdvakinhoud wordt) =>
        (
            (Verandering[])
                [
                    new("Opent", t.DagEnTijd(was.Opent), t.DagEnTijd(wordt.Opent)),
                    new("Sluit", t.DagEnTijd(was.Sluit), t.DagEnTijd(wordt.Sluit)),
                    new("Registreren kan vanaf", t.DagEnTijd(was.RegistratieVanaf), t.DagEnTijd(wordt.RegistratieVanaf)),
                    new("Plafond", Weergave.Bedrag(was.Plafond), Weergave.Bedrag(wordt.Plafond)),
                    new("Wie niet meer past", t[Bij(was.Overschrijding)], t[Bij(wordt.Overschrijding)]),
                ]
        ).Where(v => v.Was != v.Wordt);
}
