using System.Text.RegularExpressions;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Tests;

/// <summary>Every text of a page that is Dutch in the source has its English, and its sentences are short.</summary>
public sealed partial class TekstenTests
{
    private const int MeesteWoorden = 20;

    [Fact]
    public void Every_text_that_a_page_asks_for_has_its_English_with_the_same_places()
    {
        var map = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(map.FullName, "SlimRegeling.sln")))
        {
            map = map.Parent ?? throw new InvalidOperationException("The source is not here.");
        }
        var gevraagd = Directory
            .EnumerateFiles(Path.Combine(map.FullName, "src", "SlimRegeling.Web"), "*.cs*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(f => Tekst().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups[1].Value)
            .Distinct()
            .ToList();
        Assert.True(gevraagd.Count > 150);
        Assert.DoesNotContain(gevraagd, t => !Teksten.Engels.ContainsKey(t));
        Assert.Empty(Teksten.Engels.Where(t => Plaatsen(t.Key) != Plaatsen(t.Value)).Select(t => t.Key));
    }

    [Fact]
    public void No_sentence_of_the_site_is_longer_than_twenty_words()
    {
        var lang = Teksten
            .Engels.Keys.SelectMany(t => Zinseinde().Split(t))
            .Select(zin => (Woorden: zin.Split(' ').Count(w => w.Any(char.IsLetterOrDigit)), Zin: zin))
            .Where(z => z.Woorden > MeesteWoorden)
            .ToList();
        Assert.True(
            lang.Count == 0,
            $"Make two of each of these (language level B1):\n{string.Join('\n', lang.Select(z => $"{z.Woorden} words: {z.Zin}"))}"
        );
    }

    private static string Plaatsen(string tekst) =>
        string.Join(',', Plaats().Matches(tekst).Select(m => m.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex("""(?<![A-Za-z])[Tt]\["((?:[^"\\]|\\.)+)"[,\]]""")]
    private static partial Regex Tekst();

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex Zinseinde();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Plaats();
}
