namespace SlimRegeling.Dossiers;

/// <summary>Why something was decided about a claim, and where it is to be paid, as Betalingen keeps it.</summary>
/// <param name="Iban">Of the executor.</param>
/// <param name="Erfgenamen">Whether the debtor had died: it goes to the heirs, by post; absent otherwise.</param>
public sealed record Vorderingstekst(string Argument, string Iban, string TenNameVan, bool? Erfgenamen = null);
