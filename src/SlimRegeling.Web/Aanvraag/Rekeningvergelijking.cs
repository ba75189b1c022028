namespace SlimRegeling.Web.Aanvraag;

/// <summary>The account of an application beside the one on which is paid.</summary>
public static class Rekeningvergelijking
{
    /// <summary>Where the form has it.</summary>
    public const string Plaats = "rekening.iban";

    private const char Afgekapt = '…';

    /// <summary>Whether both are the same, however they are written; of an account of which only the end is told, by that end.</summary>
    /// <param name="iban">As a person wrote it.</param>
    /// <param name="bekend">The account on which is paid, as the API tells it.</param>
    public static bool IsZelfde(string iban, string bekend) =>
        bekend.StartsWith(Afgekapt) ? Kaal(iban).EndsWith(Kaal(bekend), StringComparison.Ordinal) : Kaal(iban) == Kaal(bekend);

    private static string Kaal(string iban) => string.Concat(iban.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
