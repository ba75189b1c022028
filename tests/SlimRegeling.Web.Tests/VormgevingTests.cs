using System.Text.RegularExpressions;

namespace SlimRegeling.Web.Tests;

/// <summary>A telephone gets the style of our pages and no more (Vormgeving.targets): of what pages use nothing is left out.</summary>
public sealed partial class VormgevingTests(Sitehuis huis)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_component_that_a_page_names_has_its_style()
    {
        var stijl = await Haal("/ui/utrecht.css");
        var componenten = Bronteksten
            .Bestanden("SlimRegeling.Web", "*.cs*")
            .Where(f => f.Extension is ".cs" or ".cshtml")
            .SelectMany(f => Component().Matches(File.ReadAllText(f.FullName)))
            .Select(m => m.Value)
            .ToHashSet(StringComparer.Ordinal);

        Assert.True(componenten.Count > 15, "The components were not found.");
        Assert.DoesNotContain(componenten, c => !Regex.IsMatch(stijl, $@"\.{c}(?![\w])"));
    }

    [Fact]
    public async Task Each_token_of_the_theme_that_style_leads_to_is_there()
    {
        var thema = Path.Combine(Bronteksten.Map, "../node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css");
        var bestaat = Tokens(await File.ReadAllTextAsync(thema, Ct));
        var gegeven = Tokens(await Haal("/ui/tokens.css"));
        var gebruikt = new HashSet<string>(StringComparer.Ordinal);
        var nog = new Queue<string>([await Haal("/ui/utrecht.css"), await Haal("/slim.css"), await Haal("/portaal.css")]);
        while (nog.TryDequeue(out var tekst))
        {
            foreach (var token in Gebruik().Matches(tekst).Select(m => m.Groups[1].Value).Where(bestaat.ContainsKey).Where(gebruikt.Add))
            {
                nog.Enqueue(bestaat[token]);
            }
        }

        Assert.True(gebruikt.Count > 200, "The tokens were not found.");
        Assert.DoesNotContain(gebruikt, t => gegeven.GetValueOrDefault(t) != bestaat[t]);
    }

    private static Dictionary<string, string> Tokens(string css) =>
        Token().Matches(css).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value, StringComparer.Ordinal);

    private async Task<string> Haal(string pad)
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };
        return await client.GetStringAsync(pad, Ct);
    }

    [GeneratedRegex("utrecht-[a-z0-9]+(-[a-z0-9]+)*")]
    private static partial Regex Component();

    [GeneratedRegex(@"^\s*(--[\w-]+):\s*(.+);", RegexOptions.Multiline)]
    private static partial Regex Token();

    [GeneratedRegex(@"var\(\s*(--[\w-]+)")]
    private static partial Regex Gebruik();
}
