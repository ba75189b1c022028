using System.Text;
using Microsoft.Extensions.Configuration;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Bank;

namespace SlimRegeling.Betalingen.Rekeningen;

/// <summary>
/// What is known of whether this name belongs to this account. It is for who checks to weigh: nothing is paid or held by it. Who agrees to an account that has
/// another name writes down why.
/// </summary>
public enum Naamoordeel
{
    /// <summary>The account has this name.</summary>
    Overeenkomst,

    /// <summary>The account has a name that resembles it.</summary>
    LijktErop,

    /// <summary>The account has another name.</summary>
    Anders,

    /// <summary>Nothing is known of the account.</summary>
    Onbekend,

    /// <summary>There is nothing to ask it of, or it gave no answer.</summary>
    NietBeschikbaar,
}

/// <summary>The check of an IBAN with its name, as banks offer it: a seam to the outside world.</summary>
public interface INaamcontrole
{
    /// <summary>Never fails: what cannot be asked is not available.</summary>
    Task<Naamoordeel> Vraag(string iban, string naam, CancellationToken ct);
}

/// <summary>
/// Answers from a local file: a line for each account, its IBAN and its name with a semicolon between, in UTF-8. The file is named by
/// <c>SlimRegeling:Betalingen:Naamcontrole</c>; without it nothing is available.
/// </summary>
public sealed class Naambestand : INaamcontrole
{
    private const string Instelling = "SlimRegeling:Betalingen:Naamcontrole";

    /// <summary>From how much of the longer name that is the same they resemble each other.</summary>
    private const double Gelijkenis = 0.75;

    /// <summary>What says of what kind an enterprise is, and not which.</summary>
    private static readonly HashSet<string> Rechtsvormen = ["bv", "nv", "vof", "cv", "bva", "ua", "stichting", "vereniging", "maatschap"];

    private readonly Dictionary<string, string>? _namen;

    private Naambestand(Dictionary<string, string>? namen) => _namen = namen;

    /// <exception cref="Opstartfout">The file is named and is not there, or a line in it is no account with a name.</exception>
    public static Naambestand Uit(IConfiguration configuratie)
    {
        if (configuratie[Instelling] is not { Length: > 0 } pad)
        {
            return new Naambestand(null);
        }
        if (!File.Exists(pad))
        {
            throw new Opstartfout(
                $"Het bestand '{pad}' bij {Instelling} is er niet. Geef het pad van een bestand, of laat de instelling weg."
            );
        }
        return new Naambestand(Lees(File.ReadLines(pad)));
    }

    public static Naambestand Van(IEnumerable<string> regels) => new(Lees(regels));

    public Task<Naamoordeel> Vraag(string iban, string naam, CancellationToken ct) =>
        Task.FromResult(
            _namen is null ? Naamoordeel.NietBeschikbaar
            : _namen.TryGetValue(iban, out var bekend) ? Vergelijk(naam, bekend)
            : Naamoordeel.Onbekend
        );

    /// <summary>By the letters that a bank writes, without capitals, marks and what kind of enterprise it is.</summary>
    public static Naamoordeel Vergelijk(string gegeven, string bekend)
    {
        var (een, ander) = (Kern(gegeven), Kern(bekend));
        if (een.Length == 0 || ander.Length == 0)
        {
            return Naamoordeel.Anders;
        }
        if (een == ander)
        {
            return Naamoordeel.Overeenkomst;
        }
        var langste = Math.Max(een.Length, ander.Length);
        return
            een.Contains(ander, StringComparison.Ordinal)
            || ander.Contains(een, StringComparison.Ordinal)
            || 1 - ((double)Afstand(een, ander) / langste) >= Gelijkenis
            ? Naamoordeel.LijktErop
            : Naamoordeel.Anders;
    }

    private static Dictionary<string, string> Lees(IEnumerable<string> regels)
    {
        var namen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (regel, i) in regels.Select((r, i) => (r.Trim(), i)).Where(r => r.Item1.Length > 0))
        {
            var plek = regel.IndexOf(';', StringComparison.Ordinal);
            if (plek < 0 || !Iban.Lees(regel[..plek], out var iban, out _) || regel[(plek + 1)..].Trim().Length == 0)
            {
                throw new Opstartfout(
                    FormattableString.Invariant(
                        $"Regel {i + 1} van het bestand bij {Instelling} is geen IBAN en naam met een puntkomma ertussen. Herstel de regel."
                    )
                );
            }
            namen[iban.Waarde] = regel[(plek + 1)..].Trim();
        }
        return namen;
    }

    private static string Kern(string naam)
    {
        var woorden = new StringBuilder();
        foreach (var teken in (SepaTekst.Naam(naam).Waarde ?? "").Replace(".", "", StringComparison.Ordinal).ToLowerInvariant())
        {
            woorden.Append(char.IsAsciiLetterOrDigit(teken) ? teken : ' ');
        }
        return string.Concat(woorden.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !Rechtsvormen.Contains(w)));
    }

    /// <summary>How many letters differ (Levenshtein). Names are at most 70 long.</summary>
    private static int Afstand(string een, string ander)
    {
        var vorige = Enumerable.Range(0, ander.Length + 1).ToArray();
        for (var i = 1; i <= een.Length; i++)
        {
            var rij = new int[ander.Length + 1];
            rij[0] = i;
            for (var j = 1; j <= ander.Length; j++)
            {
                var zelfde = een[i - 1] == ander[j - 1] ? 0 : 1;
                rij[j] = Math.Min(Math.Min(rij[j - 1], vorige[j]) + 1, vorige[j - 1] + zelfde);
            }
            vorige = rij;
        }
        return vorige[ander.Length];
    }
}
