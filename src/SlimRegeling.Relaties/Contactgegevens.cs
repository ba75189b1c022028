using System.Globalization;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Relaties;

/// <summary>Where an enterprise wants its e-mail, as kept beside its stream and given to Dossiers when there is something to send.</summary>
public sealed record Contactgegevens(string Email)
{
    /// <summary>RFC 5321: a path of 256 less its brackets.</summary>
    private const int Langste = 254;

    private const int LangsteNaam = 64;

    // What an address may have before the @ without quotes (RFC 5322, atext). Letters of any script beside it: RFC 6531.
    private const string Tekens = "!#$%&'*+/=?^_`{|}~-.";

    private static readonly IdnMapping Domeinschrift = new() { UseStd3AsciiRules = true };

    /// <inheritdoc cref="Ondernemingsgegevens.Controleer"/>
    public (Contactgegevens? Gegevens, IReadOnlyList<Fout> Fouten) Controleer()
    {
        var adres = Email.Trim();
        if (adres.Length > Langste)
        {
            return (null, [new Fout("email", $"Een e-mailadres heeft ten hoogste {Langste} tekens. Geef een korter adres.")]);
        }
        return IsAdres(adres)
            ? (new(adres), [])
            : (
                null,
                [
                    new Fout(
                        "email",
                        "Vul één e-mailadres in, zonder spaties, zoals info@voorbeeld.nl. Laat het leeg als u geen e-mail wilt."
                    ),
                ]
            );
    }

    private static bool IsAdres(string adres) =>
        adres.Split('@') is [var naam, var domein]
        && naam.Length is > 0 and <= LangsteNaam
        && naam.All(c => char.IsLetterOrDigit(c) || Tekens.Contains(c, StringComparison.Ordinal))
        && Punten(naam)
        && IsDomein(domein);

    private static bool IsDomein(string domein)
    {
        // Encoding would drop what cannot be seen.
        if (!domein.Contains('.', StringComparison.Ordinal) || !Punten(domein) || !domein.All(IsZichtbaar))
        {
            return false;
        }
        try
        {
            // An address of digits is a machine and no domain.
            return Domeinschrift.GetAscii(domein).Split('.')[^1] is { Length: > 1 } land && !land.All(char.IsAsciiDigit);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool IsZichtbaar(char teken) =>
        char.IsLetterOrDigit(teken)
        || teken is '-' or '.'
        || char.GetUnicodeCategory(teken) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool Punten(string tekst) =>
        !tekst.StartsWith('.') && !tekst.EndsWith('.') && !tekst.Contains("..", StringComparison.Ordinal);
}
