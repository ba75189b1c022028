using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Verlening.Bezwaren;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>What the steps of a withdrawal ask first, and what it closes.</summary>
internal static class Intrekkingspoort
{
    private const string VijfJaar = "artikel 4:49, derde lid, Awb";

    public static Weigering GeenVoorstel { get; } =
        Weigering.Van("geen-voorstel", "Er ligt geen voorstel om deze subsidie in te trekken of te verlagen.");

    /// <summary>By which it was withdrawn. No article hangs on the moment, only on the version and on what was withdrawn.</summary>
    public static string Artikel(IntrekkingBesloten besluit) =>
        Intrekkingsartikel.Van(Regelboek.Versie(besluit.Regelversie), besluit.Soort);

    /// <summary>By which it would be withdrawn now.</summary>
    /// <param name="verlening">With an award.</param>
    public static string Artikel(Verlening verlening) =>
        Intrekkingsartikel.Van(Regelboek.Versie(verlening.Verleend!.Regelversie), Betreft(verlening));

    /// <summary>What there is to withdraw now, one of <see cref="Intrekkingsbetreft"/>.</summary>
    public static string Betreft(Verlening verlening) =>
        verlening.Vaststelling is null ? Intrekkingsbetreft.Verlening : Intrekkingsbetreft.Vaststelling;

    /// <summary>
    /// Once something was withdrawn no decision raises it any more: which of the two would hold is for a person. In every other context the order of
    /// messages then does not matter: what is left is the least that was heard.
    /// </summary>
    public static Weigering? Verhogen(Verlening verlening) =>
        verlening.Intrekking?.Staande is [.., var laatste]
            ? Weigering.Van(
                "na-intrekking",
                $"De minister trok deze subsidie geheel of deels in, met besluit {laatste.Besluit}. Een besluit dat haar daarna hoger maakt, of opnieuw vaststelt, kan dit systeem niet nemen. Neem het samen met de jurist buiten dit systeem, en stuur het aan de ontvanger.",
                Artikel(laatste)
            )
            : null;

    /// <summary>There is something to withdraw, and what it is about stands still.</summary>
    public static Weigering? Weiger(Verlening verlening, IReadOnlyList<Bezwaar> bezwaren) =>
        verlening switch
        {
            { Verleend: null } => Weigering.Van(
                "niet-verleend",
                "Over deze aanvraag is geen subsidie verleend. Er is niets om in te trekken.",
                "artikel 4:48, eerste lid, Awb"
            ),
            { Intrekking: { Geheel: true, Staande: [.., var laatste] } } => Weigering.Van(
                "al-ingetrokken",
                $"Deze subsidie is al helemaal ingetrokken, met besluit {laatste.Besluit}.",
                Artikel(laatste)
            ),
            { Vaststelling.Besluit: var vastgesteld } when bezwaren.Any(b => WordtOpnieuwVastgesteld(b, vastgesteld)) => Weigering.Van(
                "hervaststelling-loopt",
                "Deze subsidie wordt na een bezwaar opnieuw vastgesteld. Wacht op dat besluit: daarna is bekend wat er wordt ingetrokken.",
                "artikel 7:11, tweede lid, Awb"
            ),
            _ => null,
        };

    /// <summary>Null while the five years after a settlement run (4:49, third paragraph, Awb).</summary>
    /// <param name="sinds">The day on which an obligation was not kept, when that is the ground.</param>
    public static Weigering? TeLaat(Verlening verlening, string soort, LocalDate? sinds, Instant nu) =>
        soort == Intrekkingsbetreft.Vaststelling
        && (sinds ?? Bekendgemaakt(verlening)) is { } begin
        && begin.PlusYears(Intrekkingsbetreft.Jaren) is var laatste
        && Moment.Dag(nu) > laatste
            ? Weigering.Van(
                "vijf-jaar-voorbij",
                $"Intrekken of verlagen na de vaststelling kon tot en met {Datumtekst.Van(laatste)}. Die termijn van vijf jaar is voorbij.",
                VijfJaar
            )
            : null;

    /// <summary>The day on which the settlement was sent; null while it was not.</summary>
    private static LocalDate? Bekendgemaakt(Verlening verlening)
    {
        var besluit =
            verlening.Intrekking?.Besluiten.FirstOrDefault(b => b.VastgesteldWas is not null)?.Betreft ?? verlening.Vaststelling?.Besluit;
        return verlening.Bezwaartermijnen.FirstOrDefault(t => t.Besluit == besluit)?.VerzondenOp;
    }

    private static bool WordtOpnieuwVastgesteld(Bezwaar bezwaar, string vaststelling) =>
        bezwaar.Beslissing is { Hervaststelt: true } beslissing && beslissing.Vaststelling == vaststelling;
}
