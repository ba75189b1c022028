using NodaTime;

namespace SlimRegeling.Betalingen.Bankbestanden;

/// <summary>All payments of one value date, as plain values. <paramref name="Kenmerk"/> is unique per file: a bank refuses a second one.</summary>
public sealed record Betaalbestand(
    string Kenmerk,
    Instant Gemaakt,
    LocalDate Uitvoerdatum,
    string Opdrachtgever,
    string OpdrachtgeverIban,
    IReadOnlyList<Betaling> Betalingen
);

/// <summary>One transfer in euro. <paramref name="Kenmerk"/> comes back as EndToEndId in the statement.</summary>
public sealed record Betaling(string Kenmerk, string Naam, string Iban, decimal Bedrag, string Omschrijving);
