using System.Globalization;
using System.Text.RegularExpressions;

namespace SlimRegeling.Vaststelling.Declaraties.Inlezen;

/// <summary>
/// Reads a number as people write it in Dutch (<c>1.234,56</c>) or English (<c>1,234.56</c>), zero or more, in at most two decimals. What can be
/// thousands and decimals alike (<c>1.234</c>) is asked and never guessed.
/// </summary>
internal static partial class Getallezer
{
    private const int MeesteCijfers = 15;

    private const string Geen = "dit is geen getal. Schrijf het in cijfers, zoals 1234,50.";
    private const string TeFijn = "schrijf ten hoogste twee cijfers achter de komma.";
    private const string Negatief =
        "een getal onder nul kan hier niet. Trek een creditfactuur af van het bedrag van de factuur waar zij bij hoort.";

    /// <returns>What is wrong, or null.</returns>
    public static string? Lees(Cel cel, decimal hoogste, out decimal getal)
    {
        getal = 0;
        var fout = cel.Soort switch
        {
            Celsoort.Getal => VanBlad(cel.Waarde!, out getal),
            Celsoort.Datum =>
                "hier staat een datum of een tijd, en geen getal. Zet de eigenschap van de cel op Getal en schrijf het opnieuw, zoals 7,5.",
            _ => VanTekst(cel.Waarde!, out getal),
        };
        return fout
            ?? (
                getal > hoogste
                    ? $"dit is te groot: ten hoogste {hoogste.ToString("0", CultureInfo.InvariantCulture)}. Controleer de komma."
                    : null
            );
    }

    /// <summary>
    /// A number in a cell for text, such as the number of an invoice; null when it is no whole one or has more digits than a sheet keeps.
    /// </summary>
    public static string? AlsTekst(string ruw) =>
        decimal.TryParse(ruw, NumberStyles.Float, CultureInfo.InvariantCulture, out var getal)
        && getal is >= 0 and < 1_000_000_000_000_000m
        && decimal.Truncate(getal) == getal
            ? getal.ToString("0", CultureInfo.InvariantCulture)
            : null;

    private static string? VanBlad(string ruw, out decimal getal)
    {
        getal = 0;
        if (!double.TryParse(ruw, NumberStyles.Float, CultureInfo.InvariantCulture, out var dubbel) || !double.IsFinite(dubbel))
        {
            return Geen;
        }
        if (dubbel < 0)
        {
            return Negatief;
        }
        // In fifteen digits, as a spreadsheet shows it: 31.679999999999996 is 31.68.
        getal = (decimal)Math.Min(dubbel, 1e15);
        return decimal.Round(getal, 2) == getal ? null : TeFijn;
    }

    private static string? VanTekst(string tekst, out decimal getal)
    {
        getal = 0;
        var kaal = Omlijsting().Replace(tekst, "");
        if (kaal.StartsWith('-') || kaal.StartsWith('\u2212') || Haakjes().IsMatch(kaal))
        {
            return Negatief;
        }
        if (Dubbelzinnig().Match(kaal) is { Success: true } dubbel)
        {
            var (voor, na) = (dubbel.Groups["voor"].Value, dubbel.Groups["na"].Value);
            return $"bedoelt u {voor}{na},00 of {voor},{na}? Schrijf het zonder punt of komma voor de duizenden en met twee cijfers achter de komma.";
        }
        if (Rond().Match(kaal) is { Success: true } rond)
        {
            // Nothing can follow the cents, so what stands before them is whole.
            kaal = rond.Groups["heel"].Value;
        }
        var vorm = Vorm().Match(kaal);
        if (!vorm.Success)
        {
            return LangeBreuk().IsMatch(kaal) ? TeFijn : Geen;
        }
        var heel = string.Concat(vorm.Groups["heel"].Value.Where(char.IsAsciiDigit));
        // A decimal keeps the zeros that it is read with, and a workbook has none: 7,50 and 7,5 are one number, written as one.
        var deel = vorm.Groups["deel"].Value.TrimEnd('0');
        getal =
            heel.TrimStart('0').Length > MeesteCijfers
                ? decimal.MaxValue
                : decimal.Parse(deel.Length == 0 ? heel : $"{heel}.{deel}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return null;
    }

    // A sign or word for euro and white space around the digits.
    [GeneratedRegex(@"^\s*(?:€|eur(?:o)?(?![a-z]))?\s*|\s*(?:€|eur(?:o)?)?\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Omlijsting();

    [GeneratedRegex(@"^\(.*\)\z|-\z(?<!,--?)")]
    private static partial Regex Haakjes();

    [GeneratedRegex(@"^(?<voor>[1-9][0-9]{0,2})[.,](?<na>[0-9]{3})\z")]
    private static partial Regex Dubbelzinnig();

    [GeneratedRegex(@"^(?<heel>[0-9]+|[1-9][0-9]{0,2}(?:[. \u00a0][0-9]{3})+),-{1,2}\z")]
    private static partial Regex Rond();

    [GeneratedRegex(
        @"^(?:(?<heel>[0-9]+)(?:[.,](?<deel>[0-9]{1,2}))?|(?<heel>[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,(?<deel>[0-9]{1,2}))?|(?<heel>[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.(?<deel>[0-9]{1,2}))?|(?<heel>[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3})+)(?:[.,](?<deel>[0-9]{1,2}))?)\z"
    )]
    private static partial Regex Vorm();

    [GeneratedRegex(@"^[0-9., ]*[0-9][.,][0-9]{3,}\z")]
    private static partial Regex LangeBreuk();
}
