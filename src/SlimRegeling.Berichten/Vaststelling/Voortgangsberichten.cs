using NodaTime;

namespace SlimRegeling.Berichten.Vaststelling;

/// <summary>
/// A partnership reported on its first twelve months (2.18, first paragraph), which was due on <c>Uiterlijk</c>. It can release a second advance; what it
/// says stays with Vaststelling. One that is said later takes the place of this.
/// </summary>
public sealed record VoortgangGemeldBericht(string Zaaknummer, string KvkNummer, LocalDate Uiterlijk, Instant Op, long? Versie = null);

/// <summary>
/// An assessor sent the progress report back: it releases no advance. Another is asked, on <c>Uiterlijk</c> at the latest. Why stays with Vaststelling.
/// </summary>
public sealed record VoortgangTeruggezondenBericht(
    string Zaaknummer,
    string KvkNummer,
    LocalDate Uiterlijk,
    Instant Op,
    long? Versie = null
);

/// <summary>
/// The last day <c>Dag</c> for something that the recipient has to do comes near. <c>Soort</c>: <c>voortgangsverslag</c>,
/// <c>voortgangsverslag-terug</c> of one that was sent back, <c>einde-periode</c>, <c>verantwoording</c>, <c>verantwoording-laatste-termijn</c> of the one
/// that is given to who let that pass, <c>bewijs</c> or <c>declaratie-aanvullen</c>; with <c>-nadert</c> after it of those two that give a term themselves.
/// Said once for each such day.
/// </summary>
public sealed record LaatsteDagNadertBericht(string Zaaknummer, string KvkNummer, string Soort, LocalDate Dag, Instant Op);
