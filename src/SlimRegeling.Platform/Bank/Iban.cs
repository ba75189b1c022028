using System.Diagnostics.CodeAnalysis;

namespace SlimRegeling.Platform.Bank;

/// <summary>An account number in a SEPA country (ISO 13616): length by country and check digits are right. Whether it exists, only the bank knows.</summary>
public sealed record Iban
{
    /// <summary>Length by SEPA country (IBAN registry; the EPC's list of the geographical scope).</summary>
    private static readonly Dictionary<string, int> Lengtes =
        "AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22"
            .Split(' ')
            .ToDictionary(x => x[..2], x => int.Parse(x[2..], System.Globalization.CultureInfo.InvariantCulture));

    private Iban(string waarde) => Waarde = waarde;

    /// <summary>Capitals and digits, without spaces.</summary>
    public string Waarde { get; }

    public override string ToString() => Waarde;

    /// <summary>Takes what a person types: spaces and small letters are allowed, anything else is refused with what to do.</summary>
    public static bool Lees(string? invoer, [NotNullWhen(true)] out Iban? iban, [NotNullWhen(false)] out string? uitleg)
    {
        var tekst = (invoer ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        uitleg = Bezwaar(tekst);
        iban = uitleg is null ? new Iban(tekst) : null;
        return iban is not null;
    }

    private static string? Bezwaar(string tekst)
    {
        if (tekst.Length == 0)
            return "Vul een IBAN in.";
        if (tekst.Length < 5 || !tekst.All(char.IsAsciiLetterOrDigit) || !IsVorm(tekst))
            return "Dit is geen IBAN. Een IBAN bestaat uit een landcode, twee cijfers en het rekeningnummer, zoals NL91 ABNA 0417 1643 00.";
        if (!Lengtes.TryGetValue(tekst[..2], out var lengte))
            return "Dit land doet niet mee aan SEPA. Geef een rekening op in een SEPA-land.";
        if (tekst.Length != lengte)
            return $"Een IBAN uit {tekst[..2]} heeft {lengte} tekens; dit zijn er {tekst.Length}. Controleer het nummer.";
        return !KloptControlegetal(tekst) || (tekst.StartsWith("NL", StringComparison.Ordinal) && !IsNederlands(tekst))
            ? "Het controlegetal van dit IBAN klopt niet. Controleer of er een tikfout in staat."
            : null;
    }

    private static bool IsVorm(string tekst) => tekst[..2].All(char.IsAsciiLetter) && tekst[2..4].All(char.IsAsciiDigit);

    private static bool IsNederlands(string tekst) => tekst[4..8].All(char.IsAsciiLetter) && tekst[8..].All(char.IsAsciiDigit);

    /// <summary>Mod 97 equals 1; 00, 01 and 99 are congruent to real check digits but are never issued.</summary>
    private static bool KloptControlegetal(string tekst)
    {
        var rest = 0;
        foreach (var teken in tekst[4..] + tekst[..4])
            rest = char.IsAsciiDigit(teken) ? ((rest * 10) + teken - '0') % 97 : ((rest * 100) + teken - 'A' + 10) % 97;
        return rest == 1 && tekst[2..4] is not ("00" or "01" or "99");
    }
}
