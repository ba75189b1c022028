using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>What keeps a person from signing what another proposed.</summary>
internal static class Tweedepersoon
{
    /// <param name="wat">What is signed, after "dit".</param>
    /// <param name="waarvoor">For what two people are needed.</param>
    /// <param name="hash">Of the proposal that was read.</param>
    public static Weigering? Weiger(
        string wat,
        string waarvoor,
        string wie,
        string door,
        string voorstelhash,
        string hash,
        IReadOnlyCollection<string>? metBelang
    )
    {
        if (door == wie)
        {
            return Weigering.NietDoorU(
                "zelf-voorgesteld",
                $"U hebt dit {wat} zelf voorgesteld. Laat het door een collega ondertekenen: {waarvoor} zijn twee personen nodig."
            );
        }
        if (metBelang?.Contains(door) == true)
        {
            return Weigering.Van(
                "voorstel-met-belang",
                $"Wie dit {wat} voorstelde, meldde daarna een eigen belang. Zend het voorstel terug. Een collega doet dan een nieuw voorstel.",
                "artikel 2:4 Awb"
            );
        }
        return voorstelhash == hash
            ? null
            : Weigering.Van(
                "ander-voorstel",
                "Het voorstel dat u noemt is niet het voorstel dat nu voorligt. Haal het opnieuw op, lees het en gebruik de hash die erbij staat."
            );
    }
}
