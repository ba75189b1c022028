using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// What is assessed again is the application, with its own parties and their parts. Once a party of the award left or joined, or the amount was divided
/// anew over them, an award by that would undo it.
/// </summary>
internal static class Partijwissel
{
    /// <returns>Null when the parties of the award, and what each has of it, are still those that were assessed.</returns>
    public static Weigering? Weiger(Verlening verlening) =>
        verlening
            .Wijzigingen.Select(w => w.Geldend)
            .OfType<WijzigingBesloten>()
            .LastOrDefault(b => b.Uitkomst == Wijzigingsuitkomst.Toegewezen && b.Vraag.Partijen is not null)
            is { } wissel
            ? Weigering.Van(
                "partijen-gewijzigd",
                $"Met besluit {wissel.Besluit} trad een partij uit of toe, of is het bedrag anders over de partijen verdeeld. De herbeoordeling gaat nog over de verdeling van de aanvraag: een besluit daarop draait die wijziging terug. Dat kan dit systeem niet verwerken. Neem het besluit samen met de jurist buiten dit systeem, en stuur het aan de ontvanger.",
                $"artikel {Verleningsartikel.Verdeling(Regelboek.Versie(wissel.Regelversie))}"
            )
            : null;

    /// <summary>That the award becomes a higher one, or why it cannot.</summary>
    public static (string? Gevolg, Weigering? Weigering) Wijzigen(Verlening verlening) =>
        Weiger(verlening) is { } wissel ? (null, wissel) : (Bezwaargevolg.Wijzigen, null);
}
