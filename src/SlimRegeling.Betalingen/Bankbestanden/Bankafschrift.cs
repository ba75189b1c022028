using NodaTime;

namespace SlimRegeling.Betalingen.Bankbestanden;

public enum Boekingsstatus
{
    Geboekt,
    Verwacht,
    Informatie,
}

/// <summary>One statement of one account, in euro. Opening balance plus the booked entries is the closing balance: that was checked.</summary>
/// <param name="Dag">Of the closing balance, or else of the last entry; null when the bank gave neither.</param>
public sealed record Bankafschrift(
    string Kenmerk,
    string Iban,
    decimal Beginsaldo,
    decimal Eindsaldo,
    IReadOnlyList<Bankboeking> Boekingen,
    LocalDate? Dag = null
);

/// <summary>
/// One movement on the account. A booking of several payments together is told as one per payment, all with the bank's reference of the
/// booking and their own <paramref name="Onderdeel"/> (from 1).
/// </summary>
/// <param name="Bedrag">Signed as the account feels it: positive is received, negative is paid.</param>
/// <param name="Teruggedraaid">The bank undoes a booking of its own (RvslInd); the sign is that of this movement.</param>
/// <param name="EndToEndId">Our own reference, when the movement has one.</param>
/// <param name="Bankreferentie">With <paramref name="Onderdeel"/> unique for the account: the key by which a movement is processed once.</param>
/// <param name="Retourreden">ISO code when the other bank sent a payment back (AC04: account closed); empty when it is told only that it came back.</param>
/// <param name="Tekst">What is told beside it, at most 500 characters of it.</param>
public sealed record Bankboeking(
    string Bankreferentie,
    int Onderdeel,
    decimal Bedrag,
    LocalDate Boekdatum,
    Boekingsstatus Status,
    bool Teruggedraaid,
    string? EndToEndId,
    string? Retourreden,
    string Tekst
);
