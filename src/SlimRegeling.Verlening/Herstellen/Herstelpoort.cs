using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Bezwaren;

namespace SlimRegeling.Verlening.Herstellen;

/// <summary>What proposing and signing both ask first.</summary>
internal static class Herstelpoort
{
    /// <summary>The decision on the application that holds; null while there is none. One that mends another comes in its place.</summary>
    public static Bestreden? Geldend(Verlening verlening) => Bestreden.Van(verlening).LastOrDefault(b => Besluitsoort.OpAanvraag(b.Soort));

    /// <summary>
    /// While there is an objection, what must be another is decided on that; and what was decided on it is mended there. One that could not be dealt
    /// with leaves the decision what it was.
    /// </summary>
    public static Weigering? InBezwaar(IReadOnlyList<Bezwaar> bezwaren) =>
        bezwaren.FirstOrDefault(b =>
            b.Ingetrokken is null && Besluitsoort.OpAanvraag(b.Betreft!.Soort) && b.Beslissing?.Uitkomst != Bezwaaruitkomst.NietOntvankelijk
        ) switch
        {
            null => null,
            { Beslissing: { } beslissing } => Weigering.Van(
                "beslist-op-bezwaar",
                $"Op bezwaar is beslist met besluit {beslissing.Besluit}. Herstel de fout bij dat bezwaar.",
                "artikel 7:11 Awb"
            ),
            var bezwaar => Weigering.Van(
                "bezwaar-loopt",
                $"Over deze aanvraag loopt bezwaar {bezwaar.Id}. Wat er anders moet, hoort in de beslissing daarop.",
                "artikel 7:11 Awb"
            ),
        };
}
