using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Verlening.Intrekkingen;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>What every step of a change asks first.</summary>
internal static class Wijzigingspoort
{
    /// <summary>
    /// Null when there is an award of which something is left, and that is not settled. What was asked before that ended can still be refused.
    /// </summary>
    public static Weigering? Lopend(Verlening verlening) =>
        verlening switch
        {
            { Verleend: null } => Weigering.Van(
                "niet-verleend",
                "Er is geen subsidie verleend, dus er is niets te wijzigen.",
                "artikel 5.7 Kaderregeling"
            ),
            { Intrekking: { Geheel: true, Staande: [.., var ingetrokken] } } => Weigering.Van(
                "ingetrokken",
                $"De subsidie is helemaal ingetrokken, bij besluit {ingetrokken.Besluit}. Er is niets meer te wijzigen.",
                Intrekkingspoort.Artikel(ingetrokken)
            ),
            { Vaststelling: { } vaststelling } => Weigering.Van(
                "al-vastgesteld",
                $"De subsidie is al vastgesteld, bij besluit {vaststelling.Besluit}. De verlening kan niet meer wijzigen.",
                "artikel 4:42 Awb"
            ),
            _ => null,
        };

    /// <summary>On which a request of this kind can be refused now: when there is no award to change any more, on that alone.</summary>
    public static IReadOnlyList<string> Gronden(Verlening verlening, string soort) =>
        verlening switch
        {
            { Intrekking.Geheel: true } => [Wijzigingsgrond.HelemaalIngetrokken],
            { Vaststelling: not null } => [Wijzigingsgrond.AlVastgesteld],
            _ => [.. Wijzigingsgrond.Alle.Where(g => Wijzigingsgrond.Past(g, soort))],
        };

    /// <summary>
    /// Null when granting this can go on. Once something was withdrawn nothing divides amounts anew: in every other context what is left, also of a part, is
    /// the least that was heard, whichever was heard first.
    /// </summary>
    public static Weigering? NaIntrekking(Verlening verlening, Wijzigingsvraag vraag) =>
        vraag is { Partijen: null, Aandelen: null } || verlening.Intrekking?.Staande is not [.., var laatste]
            ? null
            : Weigering.Van(
                "na-intrekking",
                $"De minister trok deze subsidie deels in, met besluit {laatste.Besluit}. Bedragen die daarna anders worden verdeeld, kan dit systeem niet verwerken. Wijs het verzoek af, of neem het besluit samen met de jurist buiten dit systeem en stuur het aan de ontvanger.",
                Intrekkingspoort.Artikel(laatste)
            );

    /// <summary>Null when the period is not over.</summary>
    public static Weigering? InPeriode(Verleend verleend, Regelversie versie, Instant nu) =>
        Moment.Dag(nu) <= verleend.PeriodeTot
            ? null
            : Weigering.Van(
                "periode-voorbij",
                $"De initiatiefperiode liep tot en met {Datumtekst.Van(verleend.PeriodeTot)}. Daarna kan dit niet meer. Vertel in uw verantwoording wat anders ging.",
                $"artikel {versie.Termijn(Termijncode.VerlengingInitiatiefperiode).Artikel}"
            );

    /// <summary>The request that is still to be decided on, or why not.</summary>
    public static (Wijzigingsverzoek? Verzoek, Weigering? Weigering) Open(Verlening verlening, string nummer) =>
        verlening.Wijziging(nummer) switch
        {
            null => (null, Weigering.NietGevonden(nummer)),
            { Ingetrokken: not null } => (
                null,
                Weigering.Van("ingetrokken", $"Verzoek {nummer} is ingetrokken. Er is niets meer te besluiten.")
            ),
            { Besloten: { } besloten } => (
                null,
                Weigering.Van("al-besloten", $"Op verzoek {nummer} is al besloten, op {Datumtekst.Van(besloten.Besluitdatum)}.")
            ),
            var verzoek => (verzoek, null),
        };
}
