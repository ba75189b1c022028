using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>What every step in an objection asks first.</summary>
internal static class Bezwaarpoort
{
    /// <summary>Nothing is left to do, or not by this employee.</summary>
    /// <param name="oordeelt">Whether the step judges the objection: who took the decision that it is against does not.</param>
    public static Weigering? Weiger(Bezwaar bezwaar, string wie, bool oordeelt) => Afgelopen(bezwaar) ?? Persoon(bezwaar, wie, oordeelt);

    public static Weigering? Afgelopen(Bezwaar bezwaar) =>
        Ingetrokken(bezwaar)
        ?? (
            bezwaar.Beslissing is { } beslissing
                ? Weigering.Van(
                    "al-beslist-op-bezwaar",
                    $"Op dit bezwaar is al beslist, met besluit {beslissing.Besluit}. Tegen dat besluit kan beroep bij de rechter worden ingesteld.",
                    "artikel 7:11 Awb"
                )
                : null
        );

    public static Weigering? Ingetrokken(Bezwaar bezwaar) =>
        bezwaar.Ingetrokken is null
            ? null
            : Weigering.Van("bezwaar-ingetrokken", "Dit bezwaar is ingetrokken. Er is niets meer te doen.", "artikel 6:21 Awb");

    public static Weigering? Persoon(Bezwaar bezwaar, string wie, bool oordeelt) =>
        bezwaar.Belangen.Contains(wie)
            ? Weigering.NietDoorU(
                "eigen-belang",
                "U hebt gemeld dat u zelf belang hebt bij dit bezwaar. Een collega behandelt het.",
                "artikel 2:4 Awb"
            )
        : oordeelt && bezwaar.Ingediend!.Ondertekenaars.Contains(wie)
            ? Weigering.NietDoorU(
                "nam-bestreden-besluit",
                $"U werkte mee aan het besluit {bezwaar.Betreft!.Besluit} waartegen dit bezwaar is. Een collega die daar niet bij was, doet dit.",
                "artikel 10:3, derde lid, Awb"
            )
        : null;
}
