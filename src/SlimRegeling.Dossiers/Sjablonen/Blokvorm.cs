using System.Text.RegularExpressions;

namespace SlimRegeling.Dossiers.Sjablonen;

/// <summary>
/// A block of a template before anything is filled in, so that nothing that is filled in can become a heading or a cell. Blocks are parted by empty
/// lines; <c># </c> begins a heading, <c>- </c> a point of a list, <c>|</c> a row of a table with its cells between bars; all else is a paragraph.
/// </summary>
internal abstract partial record Blokvorm
{
    private Blokvorm() { }

    public sealed record Alinea(string Tekst) : Blokvorm;

    public sealed record Kop(string Tekst) : Blokvorm;

    public sealed record Opsomming(IReadOnlyList<string> Punten) : Blokvorm;

    /// <param name="Rijen">The first one has the headers.</param>
    public sealed record Tabel(IReadOnlyList<IReadOnlyList<string>> Rijen) : Blokvorm;

    public static IReadOnlyList<Blokvorm> Lees(string tekst)
    {
        var blokken = new List<Blokvorm>();
        // A line that goes on with what the line before it said.
        var loopt = false;
        foreach (var regel in tekst.Split('\n').Select(r => r.Trim()))
        {
            var vorig = loopt ? blokken[^1] : null;
            Blokvorm? nieuw = regel switch
            {
                "" => null,
                ['#', ' ', ..] => new Kop(regel[2..].Trim()),
                ['-', ' ', ..] => new Opsomming([.. (vorig as Opsomming)?.Punten ?? [], regel[2..].Trim()]),
                ['|', ..] => new Tabel([.. (vorig as Tabel)?.Rijen ?? [], Cellen(regel)]),
                _ => vorig switch
                {
                    Alinea alinea => new Alinea($"{alinea.Tekst} {regel}"),
                    Opsomming opsomming => new Opsomming([.. opsomming.Punten.SkipLast(1), $"{opsomming.Punten[^1]} {regel}"]),
                    _ => new Alinea(regel),
                },
            };
            if (nieuw is not null)
            {
                if (vorig is not null && vorig.GetType() == nieuw.GetType() && nieuw is not Kop)
                {
                    blokken[^1] = nieuw;
                }
                else
                {
                    blokken.Add(nieuw);
                }
            }
            loopt = nieuw is not (null or Kop);
        }
        return blokken;
    }

    /// <summary>The names of the fields in a text of a block.</summary>
    public static IEnumerable<string> Velden(string tekst) => Plek().Matches(tekst).Select(m => m.Groups[1].Value);

    /// <summary>The text with its fields filled in.</summary>
    public static string Vul(string tekst, Func<string, string> waarde) => Plek().Replace(tekst, m => waarde(m.Groups[1].Value)).Trim();

    private static string[] Cellen(string regel) => [.. regel.Trim('|').Split('|').Select(c => c.Trim())];

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Plek();
}
