using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Tests;

/// <summary>On a page in English stands no Dutch that does not say so.</summary>
public sealed partial class EngelsTests(Paginahuis huis, Browser browser)
{
    private static readonly HashSet<string> Nederlands =
    [
        .. Teksten.Engels.Concat(Apitekst.Zinnen).Where(t => t.Key != t.Value && t.Key.Length > 3).Select(t => t.Key),
    ];

    private static readonly IReadOnlyList<Regex> Vormen =
    [
        .. Nederlands
            .Where(t => Plek().IsMatch(t) && Plek().Replace(t, "").Length > 12)
            .Select(t => new Regex(
                $@"\A{Plek().Replace(Regex.Escape(t).Replace(@"\{", "{", StringComparison.Ordinal), ".+")}\z",
                RegexOptions.NonBacktracking
            )),
    ];

    /// <summary>For employees alone.</summary>
    private static readonly string[] EnkelNederlands =
    [
        "/Pages/Beheer/",
        "/Pages/Werk/",
        "/Pages/Werkblad/",
        "/Pages/Afstemming/",
        "/Pages/Uitvoer/",
        "/Pages/Post/",
        "/Pages/Geld/",
    ];

    // What people typed is theirs, and says in no language what it is.
    private const string Zichtbaar = """
        () => {
          const gezien = [];
          const loop = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let knoop = loop.nextNode(); knoop; knoop = loop.nextNode()) {
            const om = knoop.parentElement;
            if (knoop.textContent.trim() && om.closest("[lang]").lang === "en" && !om.closest("textarea, dd, .slim-getypt, .slim-nummer, pre, code")) {
              gezien.push(knoop.textContent.trim());
            }
          }
          for (const e of document.querySelectorAll("[aria-label], [data-kop]")) {
            if (e.closest("[lang]").lang === "en") {
              gezien.push(e.getAttribute("aria-label") ?? e.dataset.kop);
            }
          }
          gezien.push(document.title.split(" | ")[0]);
          return [...new Set(gezien)];
        }
        """;

    [Fact]
    public async Task No_page_that_is_in_English_has_Dutch_in_it_that_is_not_marked()
    {
        var fouten = new List<string>();
        var gezien = new HashSet<string>();
        foreach (var rol in (Rol?[])[null, Rol.Aanvrager, Rol.Partij, Rol.FunctionarisGegevensbescherming])
        {
            var blad = await browser.Open(huis.Adres, scripts: true);
            if (rol is { } r)
            {
                await MeldAan(blad, Paginahuis.In(r));
            }
            await blad.Ga("/taal/en");
            foreach (var pad in Paden(rol).Where(p => gezien.Add(p) || p == "/"))
            {
                var antwoord = await blad.Ga(pad);
                Assert.Equal((pad, "en"), (pad, await blad.Locator("html").GetAttributeAsync("lang")));
                foreach (var tekst in await blad.EvaluateAsync<string[]>(Zichtbaar))
                {
                    if (IsNederlands(Wit().Replace(tekst, " ")))
                    {
                        fouten.Add($"{pad} ({antwoord!.Status}) as {rol}: {tekst}");
                    }
                }
            }
            await blad.Context.CloseAsync();
        }
        Assert.True(gezien.Count > 25, $"Only {gezien.Count} pages were looked at.");
        Assert.True(fouten.Count == 0, string.Join('\n', fouten.Distinct()));
    }

    /// <summary>What is written in a page stands there by its text, so that it has its English.</summary>
    [Fact]
    public void No_page_has_words_of_its_own_beside_its_texts()
    {
        var los = (
            from bestand in Bronteksten.Bestanden("SlimRegeling.Web", "*.cshtml")
            where !EnkelNederlands.Any(map => bestand.FullName.Contains(map, StringComparison.Ordinal))
            let bron = Commentaar().Replace(File.ReadAllText(bestand.FullName), "")
            from vondst in Tussen().Matches(bron).Concat(Regel().Matches(bron)).Concat(Kenmerk().Matches(bron))
            let tekst = vondst.Groups["tekst"].Value.Trim()
            where Woord().IsMatch(tekst) && tekst is not ("English" or "Nederlands") && !tekst.StartsWith("bash ", StringComparison.Ordinal)
            select $"{bestand.Name}: {tekst}"
        ).ToList();
        Assert.Empty(los);
    }

    private static bool IsNederlands(string tekst) =>
        Nederlands.Contains(tekst) || Vormen.Any(v => v.IsMatch(tekst)) || Functiewoord().Count(tekst) >= 3;

    private IEnumerable<string> Paden(Rol? rol) =>
        huis
            .Bladen.Where(b =>
                (b.Toegang.Openbaar ? rol is null : rol is { } r && b.Toegang.Rollen.Contains(r))
                && !b.Route.StartsWith("/beheer", StringComparison.Ordinal)
                && !b.Route.StartsWith("/taal", StringComparison.Ordinal)
                && !b.Route.StartsWith("/aanmelden", StringComparison.Ordinal)
                && b.Route
                    is not (
                        "/afmelden"
                        or "/begin"
                        or "/loting-narekenen.sh"
                        or "/tijdvakken/{id}/rangorde.csv"
                        or "/leercultuur/gegevens/{bestand}"
                    )
                && !b.Route.StartsWith("/voorbeeldprovider", StringComparison.Ordinal)
            )
            .Select(b => b.Pad)
            .Concat(
                rol is Rol.Aanvrager
                    ? [$"/zaken/{huis.Gevraagd}", $"/aanvragen/{huis.Concept}/onderneming", $"/aanvragen/{huis.Concept}/activiteiten"]
                    : []
            )
            .Concat(rol is null ? ["/bestaat-niet", "/fout/503", "/fout/403"] : []);

    private static async Task MeldAan(IPage blad, string persoon)
    {
        await blad.Ga("/aanmelden?terug=/");
        await blad.Locator($"button[value='{persoon}'], form:has(input[value='{persoon}']) button").First.ClickAsync();
        await blad.WaitForURLAsync("**/");
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Plek();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Wit();

    [GeneratedRegex(@"\b(de|het|een|van|niet|uw|wij|voor|wordt|bij|naar|deze|dat|als|kunt|heeft)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Functiewoord();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Commentaar();

    // Between two tags of one line, without code.
    [GeneratedRegex(@"(?<!=|switch|\)|lang=""nl"")>(?<tekst>[^<>@{}=;""\[\n]*)<(?=[/a-z])")]
    private static partial Regex Tussen();

    // A line that is a sentence.
    [GeneratedRegex(@"^\s*(?<tekst>[A-Z][a-zéëï]+( [a-zéëï]+[,.]?){2,}[^@\n]*)$", RegexOptions.Multiline)]
    private static partial Regex Regel();

    [GeneratedRegex("""\s(aria-label|title|alt|placeholder|data-kop)="(?<tekst>[^"@]*)["@]""")]
    private static partial Regex Kenmerk();

    [GeneratedRegex(@"[A-Za-zéëï]{4,}")]
    private static partial Regex Woord();
}
