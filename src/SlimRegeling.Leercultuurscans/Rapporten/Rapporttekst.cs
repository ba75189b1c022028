using SlimRegeling.Leercultuurscans.Instrumenten;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>The words around the numbers, for who reads them: an employer wants to keep people and to innovate, people want craft, pleasure and
/// growth.</summary>
/// <param name="Inleiding">What the numbers are: how people experience it.</param>
/// <param name="EersteStap">What to do first, by the phase one is in.</param>
public sealed record Rapporttekst(Tweetalig Inleiding, Tweetalig EersteStap)
{
    private static readonly Tweetalig Ervaring = new(
        "Dit rapport laat zien hoe uw mensen het leren in uw bedrijf ervaren. Het zegt niet hoe het is, en niets over een van hen.",
        "This report shows how your people experience learning in your firm. It does not say how things are, and nothing about any of them."
    );

    private static readonly Dictionary<string, Tweetalig> PerFase = new()
    {
        ["weten"] = new(
            "Bespreek eerst met uw mensen waarom leren uw bedrijf helpt: mensen blijven, en u kunt mee als het werk verandert.",
            "First discuss with your people why learning helps your firm: people stay, and you keep up when work changes."
        ),
        ["willen"] = new(
            "U weet waarom. Kies nu samen een ding dat u volgende week anders doet, en spreek af wanneer u ernaar kijkt.",
            "You know why. Now choose together one thing that you do differently next week, and agree when you look at it."
        ),
        ["kunnen"] = new(
            "U wilt aan de slag. Kies een handvat hieronder, zet het in uw ontwikkelplan en regel tijd en geld.",
            "You want to get going. Choose a handle below, put it in your development plan and arrange time and money."
        ),
    };

    private static readonly Tweetalig Samen = new(
        "Dit hebt u met uw collega's samen geantwoord. Niemand kan zien wat u zelf hebt ingevuld.",
        "This is what you and your colleagues answered together. Nobody can see what you filled in yourself."
    );

    private static readonly Tweetalig VoorIedereen = new(
        "Praat met uw collega's en uw leidinggevende over wat u wilt leren: voor uw vak, voor plezier in uw werk en om verder te komen.",
        "Talk with your colleagues and your manager about what you want to learn: for your craft, for pleasure in your work and to get on."
    );

    private static readonly Dictionary<string, Tweetalig> PerMensenfase = new()
    {
        ["weten"] = new(
            "Vraag een collega wat zij of hij pas leerde voor het vak, en wat dat opleverde. Bedenk dan wat u zelf wilt leren.",
            "Ask a colleague what she or he learned for the craft lately, and what came of it. Then think of what you want to learn yourself."
        ),
        ["willen"] = new(
            "Kies één ding waar u zelf plezier van hebt. Spreek met uw leidinggevende af wanneer u begint, en begin klein.",
            "Choose one thing that gives you pleasure yourself. Agree with your manager when you begin, and begin small."
        ),
        ["kunnen"] = new(
            "Vertel uw leidinggevende wat u wilt leren en vraag om tijd. Kijk samen wat u in het werk zelf kunt leren om verder te komen.",
            "Tell your manager what you want to learn and ask for time. Look together at what you can learn in the work itself to get on."
        ),
    };

    /// <param name="fase">What most people lack first; null when that is not told: then as for everyone.</param>
    public static Rapporttekst VoorMensen(string? fase) => new(Samen, PerMensenfase.GetValueOrDefault(fase ?? "", VoorIedereen));

    /// <param name="fase">Null when management signed nothing: then as for who begins.</param>
    public static Rapporttekst VoorWerkgever(string? fase) => new(Ervaring, PerFase.GetValueOrDefault(fase ?? "weten", PerFase["weten"]));
}
