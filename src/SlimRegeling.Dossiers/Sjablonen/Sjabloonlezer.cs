using System.Text;
using System.Text.RegularExpressions;

namespace SlimRegeling.Dossiers.Sjablonen;

/// <summary>A piece of a template.</summary>
internal abstract record Deel
{
    private Deel() { }

    public sealed record Letters(string Tekst) : Deel;

    /// <param name="Regel">Where it stands, from 1.</param>
    public sealed record Plek(string Veld, int Regel) : Deel;

    /// <param name="Niet">Whether <c>Dan</c> stands when the condition does not hold.</param>
    public sealed record Keuze(string Voorwaarde, bool Niet, IReadOnlyList<Deel> Dan, IReadOnlyList<Deel> Anders, int Regel) : Deel;
}

/// <summary>
/// Reads what a template is made of: letters, fields between braces (<c>{bedrag}</c>) and parts that stand in some letters only
/// (<c>[als voorschot]…[anders]…[einde]</c>, <c>[als niet voorschot]…[einde]</c>). It runs nothing and knows nothing of what is filled in. A marker that
/// has a line to itself takes that line away with it.
/// </summary>
internal static partial class Sjabloonlezer
{
    private const string Als = "als ";
    private const string Niet = "niet ";

    public static (IReadOnlyList<Deel> Delen, IReadOnlyList<string> Fouten) Lees(string tekst)
    {
        var fouten = new List<string>();
        var stapel = new Stack<Open>([new Open("", false, 0)]);
        var tot = 0;
        foreach (Match teken in Teken().Matches(tekst))
        {
            var regel = 1 + tekst.AsSpan(0, teken.Index).Count('\n');
            var (begin, einde) = teken.Value[0] == '[' ? Heelregel(tekst, teken) : (teken.Index, teken.Index + teken.Length);
            Letters(tekst[Math.Min(tot, begin)..begin], 1 + tekst.AsSpan(0, tot).Count('\n'), stapel.Peek(), fouten);
            tot = einde;
            var naam = Spaties().Replace(teken.Value[1..^1].Trim(), " ");
            if (teken.Value[0] == '{')
            {
                stapel.Peek().Doel.Add(new Deel.Plek(naam, regel));
            }
            else
            {
                Marker(naam, regel, stapel, fouten);
            }
        }
        Letters(tekst[tot..], 1 + tekst.AsSpan(0, tot).Count('\n'), stapel.Peek(), fouten);
        while (stapel.Count > 1)
        {
            var open = stapel.Pop();
            fouten.Add($"Regel {open.Regel}: na [als {open.Naam}] ontbreekt [einde]. Zet dat achter het stuk dat erbij hoort.");
        }
        return (stapel.Peek().Dan, fouten);
    }

    private static void Marker(string naam, int regel, Stack<Open> stapel, List<string> fouten)
    {
        switch (naam)
        {
            case "anders" when stapel.Count > 1 && !stapel.Peek().InAnders:
                stapel.Peek().InAnders = true;
                break;
            case "anders":
                fouten.Add($"Regel {regel}: bij [anders] hoort één [als …] ervoor. Haal [anders] weg, of zet [als …] erbij.");
                break;
            case "einde" when stapel.Count > 1:
                var klaar = stapel.Pop();
                stapel.Peek().Doel.Add(new Deel.Keuze(klaar.Voorwaarde, klaar.Niet, klaar.Dan, klaar.Anders, klaar.Regel));
                break;
            case "einde":
                fouten.Add($"Regel {regel}: bij [einde] hoort een [als …] ervoor. Haal [einde] weg, of zet [als …] erbij.");
                break;
            case var _ when naam.StartsWith(Als, StringComparison.Ordinal):
                var voorwaarde = naam[Als.Length..];
                var niet = voorwaarde.StartsWith(Niet, StringComparison.Ordinal);
                stapel.Push(new Open(niet ? voorwaarde[Niet.Length..] : voorwaarde, niet, regel));
                break;
            default:
                fouten.Add(
                    $"Regel {regel}: [{naam}] kennen wij niet. Tussen rechte haken staat [als …], [anders] of [einde]; gebruik in een zin ronde haken."
                );
                break;
        }
    }

    private static void Letters(string letters, int regel, Open open, List<string> fouten)
    {
        var los = letters.AsSpan().IndexOfAny("{}[]");
        if (los >= 0)
        {
            fouten.Add(
                $"Regel {regel + letters.AsSpan(0, los).Count('\n')}: er staat een losse {letters[los]}. Haal die weg, of maak het veld of stuk af."
            );
        }
        else if (letters.Length > 0)
        {
            open.Doel.Add(new Deel.Letters(letters));
        }
    }

    /// <summary>From where to where a marker reaches: all of its line when nothing else stands there.</summary>
    private static (int Begin, int Einde) Heelregel(string tekst, Match teken)
    {
        var begin = teken.Index;
        while (begin > 0 && tekst[begin - 1] == ' ')
        {
            begin--;
        }
        var einde = teken.Index + teken.Length;
        while (einde < tekst.Length && tekst[einde] == ' ')
        {
            einde++;
        }
        return (begin == 0 || tekst[begin - 1] == '\n') && einde < tekst.Length && tekst[einde] == '\n'
            ? (begin, einde + 1)
            : (teken.Index, teken.Index + teken.Length);
    }

    private sealed class Open(string voorwaarde, bool niet, int regel)
    {
        public string Voorwaarde => voorwaarde;

        public bool Niet => niet;

        public int Regel => regel;

        public string Naam => niet ? $"niet {voorwaarde}" : voorwaarde;

        public List<Deel> Dan { get; } = [];

        public List<Deel> Anders { get; } = [];

        public bool InAnders { get; set; }

        public List<Deel> Doel => InAnders ? Anders : Dan;
    }

    [GeneratedRegex(@"\{[^{}\[\]\n]*\}|\[[^{}\[\]\n]*\]")]
    private static partial Regex Teken();

    [GeneratedRegex(" +")]
    private static partial Regex Spaties();
}

/// <summary>The text of a template for one set of conditions, with its fields still in it.</summary>
internal static class Sjabloondelen
{
    public static string Kies(this IReadOnlyList<Deel> delen, Func<string, bool> geldt)
    {
        var uit = new StringBuilder();
        Kies(delen, geldt, uit);
        return uit.ToString();
    }

    private static void Kies(IReadOnlyList<Deel> delen, Func<string, bool> geldt, StringBuilder uit)
    {
        foreach (var deel in delen)
        {
            switch (deel)
            {
                case Deel.Letters letters:
                    uit.Append(letters.Tekst);
                    break;
                case Deel.Plek plek:
                    uit.Append('{').Append(plek.Veld).Append('}');
                    break;
                case Deel.Keuze keuze:
                    Kies(geldt(keuze.Voorwaarde) != keuze.Niet ? keuze.Dan : keuze.Anders, geldt, uit);
                    break;
            }
        }
    }

    /// <summary>All pieces, however deep.</summary>
    public static IEnumerable<Deel> Alle(this IEnumerable<Deel> delen) =>
        delen.SelectMany(deel => deel is Deel.Keuze keuze ? keuze.Dan.Alle().Concat(keuze.Anders.Alle()).Prepend(deel) : [deel]);
}
