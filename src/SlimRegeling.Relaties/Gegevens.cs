using System.Text.RegularExpressions;
using SlimRegeling.Platform.Bank;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Relaties;

/// <summary>Name and address of an enterprise, as kept beside its stream and given to other contexts.</summary>
/// <param name="Straat">Street and house number.</param>
/// <param name="Postcode">As in 3511 AB.</param>
/// <param name="SbiCodes">Digits without points; the first is the main activity.</param>
public sealed partial record Ondernemingsgegevens(
    string Naam,
    string Straat,
    string Postcode,
    string Plaats,
    IReadOnlyList<string> SbiCodes
)
{
    private const int MeesteSbiCodes = 20;

    public bool Zelfde(Ondernemingsgegevens ander) =>
        this with { SbiCodes = [] } == ander with { SbiCodes = [] } && SbiCodes.SequenceEqual(ander.SbiCodes);

    /// <summary>The same facts as they are kept, when nothing is wrong with them; else every field that is.</summary>
    public (Ondernemingsgegevens? Gegevens, IReadOnlyList<Fout> Fouten) Controleer()
    {
        var postcode = Postcodevorm().Match(Postcode.Trim().ToUpperInvariant());
        var sbiCodes = SbiCodes.Select(code => (code ?? "").Replace(".", "", StringComparison.Ordinal).Trim()).ToList();
        var fouten = new List<Fout>([
            .. Regel.Toets("naam", Naam, 200, "de naam van de onderneming"),
            .. Regel.Toets("straat", Straat, 100, "straat en huisnummer"),
            .. Regel.Toets("plaats", Plaats, 80, "de plaats"),
        ]);
        if (!postcode.Success)
        {
            fouten.Add(new Fout("postcode", "Vul een Nederlandse postcode in: vier cijfers en twee letters, zoals 3511 AB."));
        }
        if (sbiCodes.Count is 0 or > MeesteSbiCodes || sbiCodes.Any(code => code.Length is < 2 or > 6 || !code.All(char.IsAsciiDigit)))
        {
            fouten.Add(
                new Fout(
                    "sbiCodes",
                    $"Geef één tot {MeesteSbiCodes} SBI-codes van twee tot zes cijfers, de hoofdactiviteit eerst. U vindt ze op uw uittreksel van de KVK."
                )
            );
        }
        return fouten.Count > 0
            ? (null, fouten)
            : (
                new(
                    Naam.Trim(),
                    Straat.Trim(),
                    $"{postcode.Groups["cijfers"].Value} {postcode.Groups["letters"].Value}",
                    Plaats.Trim(),
                    sbiCodes
                ),
                []
            );
    }

    [GeneratedRegex(@"^(?<cijfers>[1-9][0-9]{3}) ?(?<letters>[A-Z]{2})\z")]
    private static partial Regex Postcodevorm();
}

/// <summary>Where an enterprise is paid, as kept beside its stream and given to Betalingen.</summary>
/// <param name="Iban">Capitals and digits, without spaces.</param>
public sealed record Rekeninggegevens(string Iban, string Tenaamstelling)
{
    private const string Artikel = "2.8, eerste lid, onderdeel c";

    /// <inheritdoc cref="Ondernemingsgegevens.Controleer"/>
    public (Rekeninggegevens? Gegevens, IReadOnlyList<Fout> Fouten) Controleer()
    {
        var fouten = Regel.Toets("tenaamstelling", Tenaamstelling, 70, "de naam waarop de rekening staat").ToList();
        if (!Platform.Bank.Iban.Lees(Iban, out var iban, out var uitleg))
        {
            fouten.Add(new Fout("iban", uitleg, Artikel));
        }
        return fouten.Count > 0 ? (null, fouten) : (new(iban!.Waarde, Tenaamstelling.Trim()), []);
    }
}

/// <summary>One line of text that must be there.</summary>
internal static class Regel
{
    public static IEnumerable<Fout> Toets(string veld, string tekst, int langste, string wat)
    {
        if (string.IsNullOrWhiteSpace(tekst))
        {
            yield return new Fout(veld, $"Vul {wat} in.");
        }
        else if (tekst.Trim().Length > langste || tekst.Any(char.IsControl))
        {
            yield return new Fout(veld, $"Vul {wat} in op één regel van ten hoogste {langste} tekens.");
        }
    }
}
