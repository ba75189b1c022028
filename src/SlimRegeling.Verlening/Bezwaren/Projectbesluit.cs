using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>A well-founded objection against a decision that is not on the application itself: the settlement, a change, the second advance, or a claim.</summary>
internal static class Projectbesluit
{
    public static (string? Gevolg, Weigering? Weigering) Gevolg(Verlening verlening, Betreft betreft) =>
        betreft.Soort switch
        {
            Besluitsoort.Vaststelling => (Bezwaargevolg.Vaststellen, null),
            Besluitsoort.Wijziging => Wijzigingsbezwaar.Gevolg(verlening, betreft.Besluit),
            Besluitsoort.Terugvordering => (null, Terugvordering),
            _ => (null, OpnieuwKanNiet),
        };

    /// <summary>What it does to the parties: what is asked where a party leaves, joins or takes over at a request, is asked here too.</summary>
    public static Partijgevolg Partijen(Verlening verlening, Betreft betreft) =>
        betreft.Soort == Besluitsoort.Wijziging ? Wijzigingsbezwaar.Partijen(verlening, betreft.Besluit) : Partijgevolg.Geen;

    /// <summary>A claim follows from what was settled or withdrawn, and becomes less when that does; the rest has no way here.</summary>
    private static Weigering Terugvordering { get; } =
        Weigering.Van(
            "opnieuw-kan-hier-niet",
            "Een gegrond bezwaar vraagt een andere terugvordering. Die volgt uit de vaststelling of de intrekking: is die onjuist, behandel dan het bezwaar daartegen, of herstel haar. De vordering wordt dan vanzelf lager. Is alleen de terugvordering onjuist, laat finance dan voorstellen om haar af te boeken, neem de beslissing samen met de jurist buiten dit systeem, en stuur haar aan de indiener.",
            "artikel 7:11, tweede lid, Awb"
        );

    /// <summary>The amount of the second advance follows from a rule, and it has no decision that refuses it.</summary>
    private static Weigering OpnieuwKanNiet { get; } =
        Weigering.Van(
            "opnieuw-kan-hier-niet",
            "Een gegrond bezwaar vraagt een ander voorschot. Dat kan dit systeem nog niet. Is de subsidie al vastgesteld, oordeel dan dat het bezwaar geen belang meer heeft: de vaststelling betaalt wat nog openstaat. Verdaag de beslissing anders zo nodig, neem haar samen met de jurist buiten dit systeem, en stuur haar aan de indiener.",
            "artikel 7:11, tweede lid, Awb"
        );
}
