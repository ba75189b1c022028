using NodaTime;

namespace SlimRegeling.Betalingen.Bankbestanden;

/// <summary>All payments of one value date, as plain values. <paramref name="Kenmerk"/> is unique per file: a bank refuses a second one.</summary>
/// <param name="Opmaak">
/// The layout in which it is written, with every text as it is in the file (<see cref="Pain001.Spel"/>); absent when they are still to be spelled, and in what
/// was kept before that was done first.
/// </param>
public sealed record Betaalbestand(
    string Kenmerk,
    Instant Gemaakt,
    LocalDate Uitvoerdatum,
    string Opdrachtgever,
    string OpdrachtgeverIban,
    IReadOnlyList<Betaling> Betalingen,
    int? Opmaak = null
)
{
    /// <summary>How this payment names who gets it in the file; null when nothing of the name can be written.</summary>
    public string? Naam(Betaling betaling) => Opmaak is null ? SepaTekst.Naam(betaling.Naam).Waarde : betaling.Naam;
}

/// <summary>One transfer in euro. <paramref name="Kenmerk"/> comes back as EndToEndId in the statement.</summary>
public sealed record Betaling(string Kenmerk, string Naam, string Iban, decimal Bedrag, string Omschrijving);
