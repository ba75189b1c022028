using System.Text.RegularExpressions;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Tests;

/// <summary>Every text of a page that is Dutch in the source has its English.</summary>
public sealed partial class TekstenTests
{
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

    private static string Plaatsen(string tekst) =>
        string.Join(',', Plaats().Matches(tekst).Select(m => m.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex("""(?<![A-Za-z])[Tt]\["((?:[^"\\]|\\.)+)"[,\]]""")]
    private static partial Regex Tekst();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Plaats();
}
