using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Extensions;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Api.Tijdvakken;

namespace SlimRegeling.Web.Pages.Tijdvakken;

/// <param name="Was">As it stood before.</param>
public sealed record Verandering(string Wat, string Was, string Wordt);

/// <summary>A dated decision on the window itself, and what it changed.</summary>
public sealed record Besluit(GeschiedenisTonenBesluitbeeld Beeld, IReadOnlyList<Verandering> Veranderingen);

/// <summary>For everyone: what was decided on a window, when and on what source, and all that is needed to compute its draw again.</summary>
public sealed class TijdvakModel(TijdvakkenApi api, Moment moment) : PageModel
{
    public const string Beslisser = "de minister van Sociale Zaken en Werkgelegenheid";

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
            "komt" => $"Dit tijdvak gaat over {Weergave.Nog(Tot(Tijdvak.Opent))} open.",
            "open" => $"Dit tijdvak is nog {Weergave.Nog(Tot(Tijdvak.Sluit))} open.",
            _ => "Dit tijdvak is gesloten.",
        };

    public async Task OnGet(string id, CancellationToken ct)
    {
        var geschiedenis = api.GetTijdvakkenIdGeschiedenisAsync(id, ct);
        Tijdvak = await api.GetTijdvakkenIdAsync(id, ct);
        Geschiedenis = [.. await geschiedenis];
    }

    public static string Titel(GeschiedenisTonenBesluitbeeld b, string id) =>
        b.Besluit switch
        {
            "vastgesteld" => "Tijdvak vastgesteld",
            "gewijzigd" => "Tijdvak gewijzigd",
            "budget-verplaatst" => b.Naar == id ? $"Geld erbij uit tijdvak {b.Van}" : $"Geld naar tijdvak {b.Naar}",
            "gerangschikt" when b.Zaad is null => "Volgorde vastgesteld zonder loting",
            "gerangschikt" => "Geloot",
            "herloot" => "Opnieuw geloot na een uitspraak van de rechter",
            "gelijken-geloot" => "Geloot tussen aanvragen van hetzelfde moment",
            _ => b.Besluit,
        };

    public static string Bij(Overschrijding overschrijding) =>
        overschrijding switch
        {
            Overschrijding.Overslaan => "Die aanvraag wordt afgewezen. Daarna is de volgende aan de beurt.",
            Overschrijding.Gedeeltelijk => "Die aanvraag krijgt wat er nog over is. Daarna is het geld op.",
            _ => "Die aanvraag wacht. Niemand gaat voor.",
        };

    private Duration Tot(DateTimeOffset dan) => Duration.Max(Duration.Zero, dan.ToInstant() - moment.Nu);

    private static IEnumerable<Verandering> Veranderd(Tijdvakinhoud was, Tijdvakinhoud wordt) =>
        (
            (Verandering[])
                [
                    new("Opent", Weergave.DagEnTijd(was.Opent), Weergave.DagEnTijd(wordt.Opent)),
                    new("Sluit", Weergave.DagEnTijd(was.Sluit), Weergave.DagEnTijd(wordt.Sluit)),
                    new("Registreren kan vanaf", Weergave.DagEnTijd(was.RegistratieVanaf), Weergave.DagEnTijd(wordt.RegistratieVanaf)),
                    new("Plafond", Weergave.Bedrag(was.Plafond), Weergave.Bedrag(wordt.Plafond)),
                    new("Wie niet meer past", Bij(was.Overschrijding), Bij(wordt.Overschrijding)),
                ]
        ).Where(v => v.Was != v.Wordt);
}
