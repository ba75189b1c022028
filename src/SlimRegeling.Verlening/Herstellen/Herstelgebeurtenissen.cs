using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Herstellen;

// What happens to mend a mistake in a decision that was sent, in the stream of the award. Herstel is the number of the proposal, and of the decision
// that comes of it.

/// <summary>
/// An employee found a mistake in the decision <c>Herstelt</c>. <c>Soort</c> is one of <see cref="Herstelsoort"/>; what was wrong, and what it must be,
/// is kept beside the stream.
/// </summary>
[Naam("herstel-voorgesteld")]
public sealed record HerstelVoorgesteld(string Herstel, string Herstelt, string Soort, Verwijzing Toelichting, string Door, Instant Op)
    : Gebeurtenis;

/// <summary>
/// It lies ready for a second person, who names the hash. <c>Gevolg</c> is one of <see cref="Bezwaren.Bezwaargevolg"/>; absent when only the text is
/// mended. <c>Nodig</c>: what has to be set apart in <c>Tijdvak</c> before it can be signed, in euro.
/// </summary>
[Naam("herstel-voorgelegd")]
public sealed record HerstelVoorgelegd(string Herstel, string Voorstelhash, string? Gevolg, string? Tijdvak, decimal Nodig, Instant Op)
    : Gebeurtenis;

/// <summary>Tijdvakken set apart what it needs, in euro, all of it together. <c>Versie</c>: that of the reservation.</summary>
[Naam("herstelbudget-ontvangen")]
public sealed record HerstelbudgetOntvangen(string Herstel, decimal Bedrag, Instant Op, long? Versie) : Gebeurtenis;

/// <summary>The second person did not sign; why is kept beside the stream. What was set apart for it is free.</summary>
[Naam("herstel-teruggezonden")]
public sealed record HerstelTeruggezonden(string Herstel, string Soort, string Door, Verwijzing Reden, Instant Op) : Gebeurtenis;

/// <summary>
/// The decision that comes in the place of <c>Herstelt</c>, of the day <c>HersteltVan</c>. <c>Soort</c> is what it decides, one of
/// <see cref="Bezwaren.Besluitsoort"/>; <c>Gronden</c> are those of a refusal. <c>Toekenning</c>: the award as it stands after it, when it gives
/// subsidy; <c>Was</c> what was awarded before, in euro. <c>Brief</c>: as in <see cref="Verleend"/>.
/// </summary>
[Naam("herstelbesluit-genomen")]
public sealed record HerstelbesluitGenomen(
    string KvkNummer,
    string Regelversie,
    string Besluit,
    string Herstelt,
    LocalDate HersteltVan,
    string Soort,
    string Voorstelhash,
    LocalDate Besluitdatum,
    string? Gevolg,
    IReadOnlyList<string> Gronden,
    Verleend? Toekenning,
    decimal Was,
    Verwijzing Toelichting,
    IReadOnlyList<string> Ondertekenaars,
    string Regelhash,
    Instant Op,
    [property: LaterToegevoegd] string? Brief = null
) : Gebeurtenis;
