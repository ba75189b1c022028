using NodaTime;

namespace SlimRegeling.Berichten.Tijdvakken;

/// <summary>A window was published or changed (2.6, 2.7). Opens and closes as moments; <c>Volgorde</c> is <c>loting</c> or <c>binnenkomst</c>.</summary>
public sealed record TijdvakGewijzigdBericht(
    string Tijdvak,
    string Aanvragertype,
    Instant Opent,
    Instant Sluit,
    decimal Plafond,
    string Volgorde,
    string Regelversie,
    Instant Op
);

/// <summary>The rank of an application in its window (2.10); rank 1 is handled first.</summary>
public sealed record AanvraagGerangschiktBericht(string Zaaknummer, string Tijdvak, int Rang, bool BinnenPlafond, Instant Op);

/// <summary>Budget of the window is set apart for this application.</summary>
public sealed record BudgetGereserveerdBericht(string Zaaknummer, string Tijdvak, decimal Bedrag, Instant Op);

/// <summary>
/// Two people confirmed a rule or gave it another value. <c>Volgnummer</c> counts 1, 2, 3, … within the rule version, in the order of signing;
/// <c>Waarde</c> is null for a confirmation; it holds from <c>GeldtVanaf</c> on, never before it was signed.
/// </summary>
public sealed record ParameterGewijzigdBericht(
    string Regelversie,
    int Volgnummer,
    string Sectie,
    string Code,
    string? Waarde,
    string Bron,
    string? Toelichting,
    Instant GeldtVanaf,
    Instant Op
);
