using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>
/// Vaststelling received the progress report of a partnership (2.18, first paragraph), which was due on <c>Uiterlijk</c>; <c>Op</c> is when. One that comes
/// later takes the place of this. <c>Versie</c>: that of the accounting.
/// </summary>
[Naam("voortgang-ontvangen")]
public sealed record VoortgangOntvangen(LocalDate Uiterlijk, Instant Op, long? Versie) : Gebeurtenis;

/// <summary>Vaststelling sent the report back. <c>Versie</c>: that of the accounting.</summary>
[Naam("voortgang-vervallen")]
public sealed record VoortgangVervallen(Instant Op, long? Versie) : Gebeurtenis;

/// <summary>An assessor accepts the report: this advance, in euro, lies ready for a second person. The argument is kept beside the stream.</summary>
[Naam("tweede-voorschot-voorgesteld")]
public sealed record TweedeVoorschotVoorgesteld(string Voorstelhash, decimal Bedrag, Verwijzing Argument, string Door, Instant Op)
    : Gebeurtenis;

/// <summary>The second person did not sign; why is kept beside the stream.</summary>
[Naam("tweede-voorschot-teruggezonden")]
public sealed record TweedeVoorschotTeruggezonden(string Voorstelhash, string Door, Verwijzing Reden, Instant Op) : Gebeurtenis;

/// <summary>
/// The recipient asked for the settlement: from here on no second advance is given, as the settlement pays what is left. <c>Voorschot</c>: number of the
/// decision that gave one before; absent when none did.
/// </summary>
[Naam("declaratie-vernomen")]
public sealed record DeclaratieVernomen(Instant Op, string? Voorschot = null) : Gebeurtenis;

/// <summary>The progress report of a partnership, and the advance that it releases.</summary>
/// <param name="Teruggezonden">Why the last proposal went back; null when none did, or another came.</param>
public sealed record Voortgangstand(
    VoortgangOntvangen Ontvangen,
    TweedeVoorschotVoorgesteld? Voorstel = null,
    TweedeVoorschotTeruggezonden? Teruggezonden = null,
    VoorschotToegekend? Toegekend = null
);
