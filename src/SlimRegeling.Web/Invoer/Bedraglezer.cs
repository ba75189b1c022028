using System.Globalization;
using System.Text.RegularExpressions;

namespace SlimRegeling.Web.Invoer;

/// <summary>
/// Reads an amount as people in the Netherlands write it: <c>1.250,50</c>, <c>€ 1.250,-</c>, <c>1250,5</c>, <c>1 250,50</c>. What can be thousands
/// and decimals alike (<c>1.250</c>) is asked.
/// </summary>
public static partial class Bedraglezer
{
    // As many as the API takes.
    private const int MeesteCijfers = 13;

    private const string Voorbeeld = "Schrijf het bedrag in cijfers, zoals 1.250,50.";

    /// <summary>Euro, zero or more, in whole cents.</summary>
    public static Gelezen<decimal> Lees(string? invoer)
    {
        var tekst = Kaal(invoer ?? "");
        if (tekst.Length == 0)
        {
            return Fout($"Vul een bedrag in. {Voorbeeld}");
        }
        if (tekst[0] == '-')
        {
            return Fout("Een bedrag kan hier niet negatief zijn. Schrijf het zonder minteken.");
        }
        if (!tekst.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or ' ' or '-'))
        {
            return Fout($"Dit is geen bedrag. {Voorbeeld}");
        }
        if (Rond().Match(tekst) is { Success: true } rond)
        {
            // Nothing can follow the cents, so what stands before them is whole euros.
            return Geheel(rond.Groups["euro"].Value) is { } euro ? Waarde(euro, "00") : Fout($"Dit is geen bedrag. {Voorbeeld}");
        }
        return Getal(tekst);
    }

    private static Gelezen<decimal> Getal(string tekst)
    {
        if (Geheel(tekst) is { } heel && !Dubbelzinnig().IsMatch(tekst))
        {
            return Waarde(heel, "00");
        }
        if (Dubbelzinnig().Match(tekst) is { Success: true } deel)
        {
            var (voor, na) = (deel.Groups["voor"].Value, deel.Groups["na"].Value);
            return Gelezen<decimal>.Vraagt([
                Lezing(decimal.Parse(voor + na, CultureInfo.InvariantCulture)),
                Lezing(decimal.Parse($"{voor}.{na}", CultureInfo.InvariantCulture)),
            ]);
        }
        if (MetCenten().Match(tekst) is { Success: true } met && Geheel(met.Groups["euro"].Value) is { } euro)
        {
            // A separator that stands among the euros is no decimal one.
            return met.Groups["euro"].Value.Contains(met.Groups["teken"].Value, StringComparison.Ordinal)
                ? Fout($"Dit is geen bedrag. {Voorbeeld}")
                : Waarde(euro, met.Groups["cent"].Value.PadRight(2, '0'));
        }
        return TeFijn().IsMatch(tekst)
            ? Fout("Schrijf ten hoogste twee cijfers achter de komma: hele centen.")
            : Fout($"Dit is geen bedrag. {Voorbeeld}");
    }

    /// <summary>The digits of whole euros, with or without thousands set apart in one way; null when it is no such thing.</summary>
    private static string? Geheel(string tekst) =>
        tekst.Length > 0 && tekst.All(char.IsAsciiDigit) ? tekst
        : Duizenden().IsMatch(tekst)
            ? tekst
                .Replace(".", "", StringComparison.Ordinal)
                .Replace(",", "", StringComparison.Ordinal)
                .Replace(" ", "", StringComparison.Ordinal)
        : null;

    private static Gelezen<decimal> Waarde(string euro, string cent)
    {
        var cijfers = euro.TrimStart('0');
        return cijfers.Length > MeesteCijfers
            ? Fout($"Dit bedrag is te groot. Schrijf ten hoogste {MeesteCijfers} cijfers voor de komma.")
            : new Gelezen<decimal>.Waarde(decimal.Parse($"0{cijfers}.{cent}", CultureInfo.InvariantCulture));
    }

    private static Gelezen<decimal>.Lezing Lezing(decimal bedrag)
    {
        var centen = Math.Round(bedrag, 2, MidpointRounding.AwayFromZero);
        var tekst = Weergave.Bedrag(centen.ToString(CultureInfo.InvariantCulture));
        return new(
            decimal.Parse(centen.ToString("0.00", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            centen == bedrag ? tekst : $"{tekst} (afgerond)"
        );
    }

    /// <summary>Without the sign or word for euro, every kind of space the same, and every dash a hyphen.</summary>
    private static string Kaal(string invoer)
    {
        var tekst = Streep().Replace(Wit().Replace(invoer, " "), "-").Trim();
        return Euro().Replace(tekst, "").Trim();
    }

    private static Gelezen<decimal>.Fout Fout(string uitleg) => new(uitleg);

    [GeneratedRegex(@"[\s\u00a0\u2007\u2009\u202f]+")]
    private static partial Regex Wit();

    [GeneratedRegex(@"[\u2010-\u2015\u2212]")]
    private static partial Regex Streep();

    [GeneratedRegex(@"^(€|euro?(?![a-z]))|(€|\beuro?|(?<=[0-9])euro?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Euro();

    [GeneratedRegex(@"^(?<euro>[0-9. ]*[0-9]),-{1,2}$")]
    private static partial Regex Rond();

    [GeneratedRegex(@"^[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+|(?: [0-9]{3})+)$")]
    private static partial Regex Duizenden();

    [GeneratedRegex(@"^(?<voor>[1-9][0-9]{0,2})[.,](?<na>[0-9]{3})$")]
    private static partial Regex Dubbelzinnig();

    [GeneratedRegex(@"^(?<euro>[0-9., ]*[0-9])(?<teken>[.,])(?<cent>[0-9]{1,2})$")]
    private static partial Regex MetCenten();

    [GeneratedRegex(@"^[0-9., ]*[0-9][.,][0-9]{3,}$")]
    private static partial Regex TeFijn();
}
