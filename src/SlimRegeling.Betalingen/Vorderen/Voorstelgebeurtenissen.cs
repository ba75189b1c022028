using NodaTime;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>What can be decided about a claim.</summary>
public enum Vorderingsbesluit
{
    Terugvordering,
    Betalingsregeling,
    RegelingIntrekken,
    Rente,
    Verrekening,
    Dwangbevel,
    Afboeking,
    Renteteruggave,
}

/// <summary>What a decision rests on, and for a letter how to pay; kept beside the stream.</summary>
/// <param name="Iban">Of the executor.</param>
/// <param name="Erfgenamen">Whether the debtor had died: it goes to the heirs, by post; absent otherwise.</param>
public sealed record Vorderingstekst(string Argument, string Iban, string TenNameVan, bool? Erfgenamen = null);

/// <summary>
/// What is proposed. <c>Bedrag</c>: what it is about, in euro. <c>Betaald</c> and <c>EerderGevorderd</c>: of a decision to claim back. <c>Tot</c>: of interest,
/// the first day that is not counted. <c>Betaalopdracht</c>: of a set-off.
/// </summary>
public sealed record Vorderingsvoorstel(
    Vorderingsbesluit Soort,
    string Besluit,
    decimal Bedrag,
    Verwijzing Tekst,
    string Door,
    Instant Op,
    decimal? Betaald = null,
    decimal? EerderGevorderd = null,
    LocalDate? Tot = null,
    string? Betaalopdracht = null,
    IReadOnlyList<Termijnbetaling>? Termijnen = null
);

/// <summary>It lies ready to be signed; <c>Hash</c> is what is signed.</summary>
[Naam("vorderingsvoorstel-gedaan")]
public sealed record VorderingsvoorstelGedaan(Vorderingsvoorstel Voorstel, string Hash) : Gebeurtenis;

/// <summary>One of those who sign did; it is decided when the last has.</summary>
[Naam("vorderingsvoorstel-ondertekend")]
public sealed record VorderingsvoorstelOndertekend(string Hash, string Door, Instant Op) : Gebeurtenis;

[Naam("vorderingsvoorstel-teruggezonden")]
public sealed record VorderingsvoorstelTeruggezonden(string Hash, string Door, Verwijzing Reden, Instant Op) : Gebeurtenis;

/// <summary>What stands open, or what keeps us from collecting, is not what it was when it was proposed.</summary>
[Naam("vorderingsvoorstel-vervallen")]
public sealed record VorderingsvoorstelVervallen(string Hash, Instant Op) : Gebeurtenis;

/// <summary>What is written to the recipient of a claim.</summary>
public static class Vorderingsteksten
{
    public static Vorderingstekst Tekst(this Opdrachtgever opdrachtgever, Vordering vordering, string argument) =>
        new(argument.Trim(), opdrachtgever.Iban, opdrachtgever.Naam, vordering.Belemmerd?.Soort == Belemmering.Overlijden ? true : null);
}
