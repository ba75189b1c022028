using System.Text;
using System.Text.RegularExpressions;

namespace SlimRegeling.Web.Tests;

/// <summary>A text in a source file. The places of an interpolated one are <c>{0}</c>, <c>{1}</c>; texts that are added are one.</summary>
/// <param name="Ervoor">The code before it.</param>
internal sealed record Brontekst(int Begin, int Einde, string Tekst, string Ervoor);

/// <summary>Reads the texts out of our own sources, as far as tests need it.</summary>
internal static partial class Bronteksten
{
    /// <summary>The folder <c>src</c> of what is tested.</summary>
    public static string Map { get; } = Zoek();

    /// <summary>The sources of a project, without what is made while building.</summary>
    public static IEnumerable<FileInfo> Bestanden(string project, string patroon = "*.cs") =>
        new DirectoryInfo(Path.Combine(Map, project))
            .EnumerateFiles(patroon, SearchOption.AllDirectories)
            .Where(f => !f.FullName.Contains("/obj/", StringComparison.Ordinal) && !f.FullName.Contains("/bin/", StringComparison.Ordinal))
            .OrderBy(f => f.FullName, StringComparer.Ordinal);

    public static IReadOnlyList<Brontekst> Lees(string bron)
    {
        var gelezen = new List<Brontekst>();
        foreach (var tekst in Letterlijk(bron))
        {
            if (gelezen is [.., var vorige] && Plus().IsMatch(bron[vorige.Einde..tekst.Begin]))
            {
                var verder = Plek().Count(vorige.Tekst);
                var erbij = Plek().Replace(tekst.Tekst, p => $"{{{int.Parse(p.Groups[1].ValueSpan) + verder}}}");
                gelezen[^1] = vorige with { Einde = tekst.Einde, Tekst = vorige.Tekst + erbij };
            }
            else
            {
                gelezen.Add(tekst);
            }
        }
        return gelezen;
    }

    private static IEnumerable<Brontekst> Letterlijk(string bron)
    {
        for (var i = 0; i < bron.Length; )
        {
            var rest = bron.AsSpan(i);
            if (rest.StartsWith("//"))
            {
                i = bron.IndexOf('\n', i) is var regel and >= 0 ? regel : bron.Length;
            }
            else if (rest.StartsWith("/*"))
            {
                i = bron.IndexOf("*/", i, StringComparison.Ordinal) + 2;
            }
            else if (bron[i] == '\'')
            {
                for (i++; bron[i] != '\''; i += bron[i] == '\\' ? 2 : 1) { }
                i++;
            }
            else if (bron[i] is '$' or '@' or '"' && Opening().Match(bron, i) is { Success: true } opening)
            {
                var begin = i;
                i += opening.Length;
                var tekst = Inhoud(bron, ref i, opening.Groups["voor"].Value, opening.Groups["aanhaling"].Value);
                yield return new(begin, i, tekst, bron[Math.Max(0, begin - 200)..begin]);
            }
            else
            {
                i++;
            }
        }
    }

    private static string Inhoud(string bron, ref int i, string voor, string aanhaling)
    {
        var (metPlekken, letterlijk, ruw) = (voor.Contains('$'), voor.Contains('@'), aanhaling.Length > 1);
        var tekst = new StringBuilder();
        var plekken = 0;
        while (!bron.AsSpan(i).StartsWith(aanhaling) || (letterlijk && bron.AsSpan(i).StartsWith("\"\"")))
        {
            if (bron.AsSpan(i).StartsWith("\"\""))
            {
                tekst.Append('"');
                i += 2;
            }
            else if (!ruw && !letterlijk && bron[i] == '\\')
            {
                var teken = Teken().Match(bron, i).Value;
                tekst.Append(Regex.Unescape(teken));
                i += teken.Length;
            }
            else if (metPlekken && bron[i] == '{' && (ruw || bron[i + 1] != '{'))
            {
                i = NaPlek(bron, i);
                tekst.Append('{').Append(plekken++).Append('}');
            }
            else
            {
                tekst.Append(bron[i]);
                i += metPlekken && bron[i] is '{' or '}' && bron[i + 1] == bron[i] ? 2 : 1;
            }
        }
        i += aanhaling.Length;
        return tekst.ToString();
    }

    private static int NaPlek(string bron, int i)
    {
        for (var diepte = 0; ; i++)
        {
            switch (bron[i])
            {
                case '"':
                    for (i++; bron[i] != '"'; i += bron[i] == '\\' ? 2 : 1) { }
                    break;
                case '(' or '{' or '[':
                    diepte++;
                    break;
                case ')' or '}' or ']' when --diepte == 0:
                    return i + 1;
            }
        }
    }

    private static string Zoek()
    {
        var map = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(map.FullName, "SlimRegeling.sln")))
        {
            map = map.Parent ?? throw new InvalidOperationException("The source is not here.");
        }
        return Path.Combine(map.FullName, "src");
    }

    [GeneratedRegex("""\G(?<voor>[$@]*)(?<aanhaling>"{3,}|")""")]
    private static partial Regex Opening();

    // What a text has for a character that cannot be written as itself.
    [GeneratedRegex(@"\G\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)")]
    private static partial Regex Teken();

    [GeneratedRegex(@"\A\s*\+\s*\z")]
    private static partial Regex Plus();

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Plek();
}
