using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling.Voortgang;

// What happens to an award while the project runs, in the stream of its accounting.

/// <summary>
/// At the recipient's request the award was restated by the decision <c>Besluit</c>, its version <c>Versienummer</c>: another last day, other parties or
/// another budget. <c>Partijen</c>, <c>Aandelen</c> and <c>Posten</c>: as in the award from then on.
/// </summary>
[Naam("verantwoording-aangepast")]
public sealed record OpeningAangepast(
    string Besluit,
    int Versienummer,
    LocalDate PeriodeTot,
    Instant Op,
    IReadOnlyDictionary<string, decimal>? Partijen = null,
    IReadOnlyDictionary<string, decimal>? Aandelen = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? Posten = null
) : Gebeurtenis;

/// <summary>
/// A partnership reports on its first twelve months (2.18, first paragraph), by <c>Documenten</c> of the case; what it wrote is kept beside the stream. A
/// report that comes later takes the place of this. <c>Uiterlijk</c> was the last day for it.
/// </summary>
[Naam("voortgang-gemeld")]
public sealed record VoortgangGemeld(
    string KvkNummer,
    IReadOnlyList<string> Documenten,
    Verwijzing Toelichting,
    LocalDate Uiterlijk,
    Instant Op,
    string Regelversie,
    string Regelhash
) : Gebeurtenis;

/// <summary>
/// An assessor sent the report back; why is kept beside the stream. The recipient reports again, on <c>Uiterlijk</c> at the latest, when that is later than
/// the last day was.
/// </summary>
[Naam("voortgang-teruggezonden")]
public sealed record VoortgangTeruggezonden(
    string KvkNummer,
    Verwijzing Reden,
    LocalDate Uiterlijk,
    string Door,
    Instant Op,
    string Regelversie,
    string Regelhash
) : Gebeurtenis;

/// <summary>Two people at Verlening gave a second advance on the report, in euro.</summary>
[Naam("tweede-voorschot-ontvangen")]
public sealed record TweedeVoorschotOntvangen(string Besluit, decimal Bedrag, Instant Op) : Gebeurtenis;

/// <summary>
/// No second advance is given any more, as the settlement was asked. <c>Besluit</c>: the decision that gave one before; absent when none did.
/// </summary>
[Naam("tweede-voorschot-gesloten")]
public sealed record TweedeVoorschotGesloten(Instant Op, string? Besluit = null) : Gebeurtenis;

/// <summary>
/// The recipient told that something changed, or what will not, late or partly be done (5.7 Kaderregeling): <c>Soort</c>, of the activities
/// <c>Activiteiten</c>; what was written about it is with Aanvragen.
/// </summary>
[Naam("melding-ontvangen")]
public sealed record MeldingOntvangen(string? Soort, IReadOnlyList<string>? Activiteiten, Instant Op, long? Versie = null) : Gebeurtenis;

/// <summary>The recipient was told that a last day comes near; <c>Soort</c> is one of <see cref="Laatstedag"/>.</summary>
[Naam("laatste-dag-herinnerd")]
public sealed record Herinnerd(string KvkNummer, string Soort, LocalDate Dag, Instant Op) : Gebeurtenis;

/// <summary>What the recipient must have done by a last day.</summary>
public static class Laatstedag
{
    public const string Voortgangsverslag = "voortgangsverslag";
    public const string VoortgangsverslagTerug = "voortgangsverslag-terug";
    public const string EindePeriode = "einde-periode";
    public const string Verantwoording = "verantwoording";
    public const string LaatsteTermijn = "verantwoording-laatste-termijn";
    public const string Bewijs = "bewijs";

    // Before the end of those two: their own letters gave the term.
    public const string VoortgangsverslagTerugNadert = "voortgangsverslag-terug-nadert";
    public const string LaatsteTermijnNadert = "verantwoording-laatste-termijn-nadert";
    public const string DeclaratieAanvullen = "declaratie-aanvullen";
}
