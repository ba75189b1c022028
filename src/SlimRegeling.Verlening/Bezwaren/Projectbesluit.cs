using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>A well-founded objection against a decision that is not on the application itself: the settlement, a change, or the second advance.</summary>
internal static class Projectbesluit
{
    public static (string? Gevolg, Weigering? Weigering) Gevolg(string soort) =>
        soort == Besluitsoort.Vaststelling ? (Bezwaargevolg.Vaststellen, null) : (null, OpnieuwKanNiet);

    /// <summary>Another decision on a change rests on no assessment of the application, and is no settlement; there is no way for it yet.</summary>
    private static Weigering OpnieuwKanNiet { get; } =
        Weigering.Van(
            "opnieuw-kan-hier-niet",
            "Een gegrond bezwaar vraagt een ander besluit over de wijziging of het voorschot. Dat kan dit systeem nog niet. Verdaag de beslissing zo nodig, neem haar samen met de jurist buiten dit systeem, en stuur haar aan de indiener. Vraag de ontvanger daarna om een nieuw verzoek, zodat de verlening klopt.",
            "artikel 7:11, tweede lid, Awb"
        );
}
