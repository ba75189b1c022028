using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening;

/// <summary>What keeps a person from signing what others proposed.</summary>
internal static class Tweedepersoon
{
    /// <summary>
    /// Who signs had no hand in it, and it rests on nobody who declared an interest of their own afterwards. The interest of who signs is asked before
    /// this: it closes the case to them.
    /// </summary>
    /// <param name="deed">What is refused to who had a hand in it, after "U hebt".</param>
    /// <param name="voorstellers">Pseudonyms of who proposed it, or laid it ready.</param>
    /// <param name="wie">Pseudonym of who signs.</param>
    /// <param name="metBelang">Pseudonyms of who declared an interest of their own in the case; null when nobody did.</param>
    /// <param name="beoordelaar">Pseudonym of who assessed the application again for it; null when nobody did.</param>
    public static Weigering? Persoon(
        string deed,
        IReadOnlyCollection<string> voorstellers,
        string wie,
        IReadOnlyCollection<string>? metBelang,
        string? beoordelaar = null
    ) =>
        voorstellers.Contains(wie) || beoordelaar == wie
            ? Weigering.NietDoorU("zelf-voorgesteld", $"U hebt {deed}. Laat een collega ondertekenen: daarvoor zijn twee personen nodig.")
        : metBelang?.Any(m => voorstellers.Contains(m)) == true
            ? Weigering.Van(
                "voorstel-met-belang",
                "Iemand die aan dit voorstel meewerkte, meldde daarna een eigen belang. Zend het voorstel terug. Een collega doet dan een nieuw voorstel.",
                "artikel 2:4 Awb"
            )
        : beoordelaar is not null && metBelang?.Contains(beoordelaar) == true
            ? Weigering.Van(
                "beoordelaar-met-belang",
                "Wie de aanvraag hiervoor opnieuw beoordeelde, meldde daarna een eigen belang. Laat een collega de aanvraag opnieuw beoordelen, of zend het voorstel terug.",
                "artikel 2:4 Awb"
            )
        : null;

    /// <summary>What is signed is what was read, and nothing else.</summary>
    /// <param name="voorstelhash">Of what lies ready.</param>
    /// <param name="hash">Of what was read.</param>
    public static Weigering? Gelezen(string? voorstelhash, string hash) =>
        voorstelhash == hash
            ? null
            : Weigering.Van(
                "ander-voorstel",
                "Het voorstel dat u noemt is niet het voorstel dat nu voorligt. Haal het opnieuw op, lees het en gebruik de hash die erbij staat."
            );
}
