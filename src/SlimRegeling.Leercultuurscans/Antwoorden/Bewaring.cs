using SlimRegeling.Leercultuurscans.Instrumenten;

namespace SlimRegeling.Leercultuurscans.Antwoorden;

/// <summary>What is kept of an answer, and how long, for who gives it.</summary>
internal static class Bewaring
{
    public static readonly Tweetalig Tekst = new(
        "Wij bewaren uw antwoorden tot de scan sluit, versleuteld en zonder code, tijd of adres. Daarna vernietigen wij ze. Wat blijft, gaat over iedereen samen: het rapport, en optelsommen die wij na drie jaar vernietigen.",
        "We keep your answers until the scan closes, encrypted and without code, time or address. Then we destroy them. What stays is about everyone together: the report, and sums that we destroy after three years."
    );
}
