using NodaTime;
using SlimRegeling.Platform.Afstemming;

namespace SlimRegeling.Zaken.Afstemming;

/// <summary>What one reconciliation looked at.</summary>
/// <param name="Op">Of which moment it is, by the clock of the database.</param>
/// <param name="Sluit">Whether everything adds up and every message has had, or will have, its effect.</param>
/// <param name="Controles">Each check and how many differences it found.</param>
public sealed record Afstemverslag(
    Instant Op,
    bool Sluit,
    long Verleningen,
    long Betalingen,
    IReadOnlyList<Controletelling> Controles,
    Berichtentelling Berichten
);

/// <param name="Effecten">Pairs of a message and a context that hears it, of the last 29 days.</param>
/// <param name="Wachtend">Of those, how many wait or were said less than ten minutes ago.</param>
/// <param name="Apart">Of those, how many the hearer could not handle and set apart.</param>
/// <param name="Gemist">Of those, how many are nowhere.</param>
public sealed record Berichtentelling(long Berichten, long Effecten, long Wachtend, long Apart, long Gemist);

/// <summary>A difference from the first time that it was seen until someone handled it and it is gone.</summary>
/// <param name="Context">Whose tables it is about.</param>
/// <param name="Regel">What should hold.</param>
/// <param name="Onderwerp">Of what it does not hold: a case, a window, a row.</param>
/// <param name="Zaaknummer">The case, where it is of one.</param>
/// <param name="NogZo">Whether the last reconciliation saw it too.</param>
/// <param name="AfgehandeldDoor">Who did (pseudonym); absent while nobody did.</param>
/// <param name="Reden">Why it is handled.</param>
public sealed record Alarm(
    Guid Id,
    string Context,
    string Regel,
    string Onderwerp,
    string Verwacht,
    string Gevonden,
    Instant EerstGezien,
    Instant LaatstGezien,
    bool NogZo,
    string? Zaaknummer = null,
    Instant? AfgehandeldOp = null,
    string? AfgehandeldDoor = null,
    string? Reden = null
);
