using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Intrekkingen;

namespace SlimRegeling.Verlening.Herstellen;

/// <summary>
/// What mending gives: it follows from the application as it was assessed again, never from what someone types. It gives no less than stands: to
/// take away what was awarded is to withdraw it, with rules of its own (2.25; 4:48 Awb).
/// </summary>
internal static class Herstelgevolg
{
    public static Weigering AlVastgesteld { get; } =
        Weigering.Van(
            "al-vastgesteld",
            "De subsidie is al vastgesteld. Alleen de tekst van de verlening kan nog worden hersteld.",
            "artikel 4:42 Awb"
        );

    private static Weigering LagerIsIntrekken(Verlening verlening) =>
        Weigering.Van(
            "lager-is-intrekken",
            "De herbeoordeling geeft minder dan is verleend, aan de aanvrager of aan een partij. Wat is verleend, wordt alleen lager door de verlening geheel of deels in te trekken. Zend dit voorstel terug, en stel die intrekking voor.",
            Intrekkingspoort.Artikel(verlening)
        );

    private static Weigering HetPlafond { get; } =
        Weigering.Van(
            "alleen-het-plafond",
            "De herbeoordeling geeft alleen meer omdat zij niet naar het plafond kijkt. Wat het plafond wegnam, is geen fout in de beoordeling. Klopt de plaats in de volgorde niet, dan wordt daarover op bezwaar beslist. Zend dit voorstel terug.",
            "artikel 4:25 Awb"
        );

    /// <param name="verlening">With a proposal to mend something.</param>
    /// <returns>One of <see cref="Bezwaargevolg"/>, or null when only the text is mended; or why it cannot be decided.</returns>
    public static (string? Gevolg, Weigering? Weigering) Van(Verlening verlening)
    {
        var voorstel = verlening.Herstel!.Voorstel!;
        if (voorstel.Soort == Herstelsoort.Tekst)
        {
            return (null, null);
        }
        if (Intrekkingspoort.Verhogen(verlening) is { } ingetrokken)
        {
            return (null, ingetrokken);
        }
        if (verlening.Vaststelling is not null)
        {
            return (null, AlVastgesteld);
        }
        if (verlening.Herbeoordeling is not { Voorstel: var opnieuw } herbeoordeling || herbeoordeling.Bezwaar != voorstel.Herstel)
        {
            return (
                null,
                Weigering.Van(
                    "herbeoordeling-ontbreekt",
                    "De aanvraag is nog niet opnieuw beoordeeld. Daaruit volgt wat het besluit moet zijn.",
                    "artikel 2.12"
                )
            );
        }
        var hetPlafond = BeslissingVoorstellen.AlleenHetPlafond(verlening, opnieuw);
        return (verlening.Verleend, opnieuw.IsVerlenen) switch
        {
            (null, true) when hetPlafond => (null, HetPlafond),
            (null, true) => (Bezwaargevolg.Verlenen, null),
            (null, false) when Herstelpoort.Geldend(verlening)?.Soort == Besluitsoort.BuitenBehandeling => (Bezwaargevolg.Afwijzen, null),
            (null, false) => (
                null,
                Weigering.Van(
                    "blijft-afgewezen",
                    "Ook na de herbeoordeling is er een weigeringsgrond. Zend dit voorstel terug. Is alleen de tekst van het besluit fout, stel dan voor om die te herstellen.",
                    "artikel 2.12"
                )
            ),
            (not null, true) when Partijwissel.Weiger(verlening) is { } wissel => (null, wissel),
            ({ } was, true) when Minder(was, opnieuw) => (null, LagerIsIntrekken(verlening)),
            ({ } was, true) when opnieuw.Subsidie > was.Bedrag && hetPlafond => (null, HetPlafond),
            ({ } was, true) when opnieuw.Subsidie > was.Bedrag => (Bezwaargevolg.Wijzigen, null),
            (not null, true) => (
                null,
                Weigering.Van(
                    "zelfde-bedrag",
                    "De herbeoordeling geeft hetzelfde bedrag als het besluit. Zend dit voorstel terug, en stel voor om alleen de tekst te herstellen.",
                    "artikel 2.11"
                )
            ),
            _ => (null, LagerIsIntrekken(verlening)),
        };
    }

    /// <summary>In all, or for one party of a partnership.</summary>
    private static bool Minder(Verleend was, Voorstel opnieuw) =>
        opnieuw.Subsidie < was.Bedrag
        || (was.Partijen ?? new Dictionary<string, decimal>()).Any(deel =>
            (opnieuw.Partijen?.GetValueOrDefault(deel.Key) ?? 0) < deel.Value
        );
}
