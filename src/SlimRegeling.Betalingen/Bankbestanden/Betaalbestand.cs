using System.Globalization;
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
public sealed record Betaling(string Kenmerk, string Naam, string Iban, decimal Bedrag, string Omschrijving)
{
    /// <summary>The reference of the nth payment order of a case; 35 characters leave room for 19 digits after a case number.</summary>
    public static string KenmerkVan(string zaaknummer, int opdrachtnummer) =>
        string.Create(CultureInfo.InvariantCulture, $"{zaaknummer}-{opdrachtnummer}");
}
