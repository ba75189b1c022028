using NodaTime;

namespace SlimRegeling.Relaties.Handelsregister;

/// <summary>An enterprise as the Handelsregister has it; public data (Handelsregisterwet 2007, article 21).</summary>
/// <param name="Adres">Where it is, or else where its post goes; null when the register does not show it or it is not in the Netherlands.</param>
/// <param name="Activiteiten">The main activity first.</param>
/// <param name="WerkzamePersonen">Heads, not fte, of this enterprise alone: it points to a size and proves none. Null when not told.</param>
/// <param name="UitgeschrevenOp">Null while it is registered.</param>
public sealed record Inschrijving(
    string KvkNummer,
    string Naam,
    IReadOnlyList<string> Handelsnamen,
    string? Rechtsvorm,
    Registeradres? Adres,
    IReadOnlyList<Registeractiviteit> Activiteiten,
    int? WerkzamePersonen,
    LocalDate? UitgeschrevenOp
);

/// <param name="Straat">Street and house number, or a post box.</param>
/// <param name="Postcode">As in 3511 AB.</param>
public sealed record Registeradres(string Straat, string Postcode, string Plaats);

/// <param name="Code">Digits without points.</param>
/// <param name="Versie">Of the classification from which the code is: 2008 or 2025. Null when not told.</param>
public sealed record Registeractiviteit(string Code, string Omschrijving, bool Hoofdactiviteit, string? Versie);

/// <summary>The Handelsregister, whoever gives it: a file of test data, or the Basisprofiel of the KVK.</summary>
public interface IHandelsregister
{
    /// <returns>Null when the number is not in the register.</returns>
    /// <exception cref="Registeruitval">It does not answer now.</exception>
    Task<Inschrijving?> Zoek(string kvkNummer, CancellationToken ct);
}

/// <summary>The register did not answer; later it may.</summary>
public sealed class Registeruitval(string message) : Exception(message);
