using System.Net;
using System.Text.RegularExpressions;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Relaties.Medewerkers;

namespace SlimRegeling.Web.Tests;

/// <summary>
/// A session that ends halfway, on every page on which someone types, in each of its forms: who signs in again finds what was typed. The pages
/// come from the endpoints, so a new form is tried by itself.
/// </summary>
public sealed partial class SessieEindeTests(Paginahuis huis)
{
    /// <summary>
    /// On these nothing is typed, or it cannot be kept: a button under what one reads, a file (the page says that it did not come), a signature
    /// (it is given under what one reads then), and proof that is only asked of who is in the sample.
    /// </summary>
    private static readonly string[] NietsGetypt =
    [
        "/aanvragen/beginnen",
        "/aanvragen/{zaaknummer:regex(^SLIM-.*)}/documenten",
        "/aanvragen/{zaaknummer:regex(^SLIM-.*)}/indienen",
        "/aanvragen/{zaaknummer:regex(^SLIM-.*)}/uitnodigen",
        "/aanvragen/uitnodigingen/{zaaknummer:regex(^SLIM-.*)}",
        "/aanvragen/{zaaknummer:regex(^SLIM-.*)}/bewijs",
        "/machtigingen",
        "/machtigingen/{id}/beeindigen",
        "/scans/campagnes/{campagne:regex(^campagne-.*)}",
        "/scans/{scan:regex(^scan-.*)}/leiding",
        "/scans/{scan:regex(^scan-.*)}/sluiten",
        "/zaken/{zaaknummer}",
        "/beheer/tijdvakken/{id}",
        "/beheer/berichten",
        "/beheer/post",
        "/beheer/taken",
        "/beheer/ondertekenen",
        "/beheer/werk/aanvullen",
        "/beheer/zaken/{zaaknummer}/buiten-behandeling",
        "/aanvragen/{zaaknummer:regex(^SLIM-.*)}/declaratie/inlezen",
        "/aanvragen/{zaaknummer:regex(^SLIM-.*)}/declaratie/indienen",
        "/aanvragen/{zaaknummer:regex(^SLIM-.*)}/wijzigingen",
        // No case here is that far.
        "/aanvragen/{zaaknummer:regex(^SLIM-.*)}/wijzigingen/{soort:regex(^(plan|begroting|uitstel|partij-treedt-uit|partij-treedt-toe)$)}",
        "/aanvragen/{zaaknummer:regex(^SLIM-.*)}/voortgang",
        "/aanvragen/{zaaknummer:regex(^SLIM-.*)}/zienswijze",
        "/aanvragen/{zaaknummer:regex(^SLIM-.*)}/bezwaar",
        "/beheer/zaken/{zaaknummer}/beoordeling",
        "/beheer/zaken/{zaaknummer}/besluit",
        "/beheer/zaken/{zaaknummer}/vaststelling",
        "/beheer/zaken/{zaaknummer}/wijzigingen",
        "/beheer/zaken/{zaaknummer}/intrekken",
        // Nothing is to be paid, claimed or told here; what is booked is tried.
        "/geld/rondes",
        "/geld/rondes/{ronde}",
        "/geld/betalingen/{opdracht}",
        "/geld/rekeningen/{kvkNummer}",
        "/geld/afschriften",
        "/geld/bankregels/{bankregel}",
        "/geld/vorderingen/{vordering}",
        "/geld/grootboek/maanden",
        "/geld/steunregister",
        "/geld/steunregister/{opgave}",
    ];

    /// <summary>Where the form is below what one looks up.</summary>
    private static readonly Dictionary<string, string> Opgezocht = new() { ["/beheer/machtigingen"] = "?kvk=69599084" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_typed_comes_back_on_every_page_with_a_form()
    {
        // A proposal can be sent back with a reason.
        var medewerker = $"/v1/medewerkers/{Medewerker.Stroom("onderzoeker")}/voorstellen";
        var voorstel = new
        {
            soort = "rol-toekennen",
            rol = "medeondertekenaar",
            reden = "Valt in.",
        };
        await Voorbeeldbeller.Gelukt(huis.Adres, "beheerder-2", HttpMethod.Post, medewerker, voorstel);
        var fouten = new List<string>();
        foreach (var blad in huis.Bladen.Where(b => b.Knoppen.Count > 0 && !b.Toegang.Openbaar && !NietsGetypt.Contains(b.Route)))
        {
            var aantal = await Aantal(blad);
            if (aantal == 0)
            {
                fouten.Add($"{blad.Route}: there is no field in which one types; name it in NietsGetypt when that is so");
            }
            for (var nummer = 0; nummer < aantal; nummer++)
            {
                if (await Probeer(blad, nummer) is { } fout)
                {
                    fouten.Add($"{blad.Route}, form {nummer + 1}: {fout}");
                }
            }
        }
        Assert.True(fouten.Count == 0, string.Join('\n', fouten));
        Assert.Equal(5, await Aantal(huis.Bladen.Single(b => b.Route == "/beheer/medewerkers/{id}")));
    }

    /// <summary>How many forms of this page have a field in which one types.</summary>
    private async Task<int> Aantal(Blad blad)
    {
        using var iemand = new Bezoeker(huis.Adres);
        using var open = await iemand.MeldAan(Wie(blad), Pad(blad));
        return Formulieren(await open.Content.ReadAsStringAsync(Ct)).Count;
    }

    /// <param name="nummer">Which of the forms in which one types.</param>
    /// <returns>What is wrong; null when all came back.</returns>
    private async Task<string?> Probeer(Blad blad, int nummer)
    {
        var wie = Wie(blad);
        using var iemand = new Bezoeker(huis.Adres);
        using var open = await iemand.MeldAan(wie, Pad(blad));
        var formulier = Formulieren(await open.Content.ReadAsStringAsync(Ct))[nummer];
        var getypt = Schrijfveld()
            .Matches(formulier)
            .Select(m => WebUtility.HtmlDecode(m.Groups["naam"].Value))
            .Distinct()
            .ToDictionary(v => v, v => $"Getypt in {v}");
        foreach (var dag in Velden(formulier, "datetime-local"))
        {
            getypt[dag.Naam] = "2031-12-24T18:30";
        }
        // Every box, of each question the last answer, of each list the last choice.
        List<(string Naam, string Waarde)> gekozen =
        [
            .. Velden(formulier, "checkbox").Select(v => (v.Naam, v.Waarde)),
            .. Velden(formulier, "radio").GroupBy(r => r.Naam).Select(r => (r.Key, r.Last().Waarde)),
            .. Opties(formulier).GroupBy(o => o.Naam).Select(o => (o.Key, o.Last().Waarde)),
        ];
        foreach (var koekje in iemand.Koekjes.Keys.Where(k => k.StartsWith("slimregeling", StringComparison.Ordinal)).ToList())
        {
            iemand.Koekjes.Remove(koekje);
        }
        var verborgen = Bezoeker.Velden($"<main{formulier}").Where(v => !getypt.ContainsKey(v.Key));
        var keuzes = gekozen.Select(g => KeyValuePair.Create(g.Naam, g.Waarde));
        var actie = Bezoeker.Formulieren(formulier, Pad(blad)).Single().Naar;
        using var verstuurd = await iemand.Stuur(HttpMethod.Post, actie, [.. verborgen, .. getypt, .. keuzes]);
        if (verstuurd.Headers.Location?.ToString() is not { } naar || !naar.Contains("/aanmelden?terug=", StringComparison.Ordinal))
        {
            return $"it answers {verstuurd.StatusCode}";
        }
        if (getypt.Values.Any(t => Uri.UnescapeDataString(naar).Contains(t, StringComparison.Ordinal)))
        {
            return "what was typed stands in an address";
        }
        using var terug = await iemand.MeldAan(wie, Uri.UnescapeDataString(naar.Split("terug=")[1]));
        // In the same form.
        var bron = Formulieren(await terug.Content.ReadAsStringAsync(Ct)).ElementAtOrDefault(nummer) ?? "";
        var weer = WebUtility.HtmlDecode(bron);
        var staat = Velden(bron, "checkbox", "radio")
            .Concat(Opties(bron))
            .Where(v => v.Gekozen)
            .Select(v => (v.Naam, v.Waarde))
            .ToHashSet();
        var kwijt = getypt.Where(v => !weer.Contains(v.Value, StringComparison.Ordinal)).Select(v => v.Key);
        var anders = gekozen.Where(g => !staat.Contains(g)).Select(g => $"{g.Naam}={g.Waarde}");
        return string.Join(", ", kwijt.Concat(anders)) is { Length: > 0 } weg ? $"lost: {weg}" : null;
    }

    private static string Pad(Blad blad) => blad.Pad + Opgezocht.GetValueOrDefault(blad.Route);

    /// <summary>The forms in the main part of a page in which one types.</summary>
    private static IReadOnlyList<string> Formulieren(string html) =>
        [
            .. Formulier()
                .Matches(html[html.IndexOf("<main", StringComparison.Ordinal)..])
                .Select(f => f.Value)
                .Where(f => Schrijfveld().IsMatch(f)),
        ];

    private static IEnumerable<(string Naam, string Waarde, bool Gekozen)> Velden(string html, params string[] types) =>
        Invoer()
            .Matches(html)
            .Select(m => Kenmerken(m.Value))
            .Where(k => types.Contains(k.GetValueOrDefault("type", "")))
            .Select(k => (k["name"], k.GetValueOrDefault("value", ""), k.ContainsKey("checked")));

    private static IEnumerable<(string Naam, string Waarde, bool Gekozen)> Opties(string html) =>
        from lijst in Lijst().Matches(html)
        let naam = Kenmerken(lijst.Groups["kop"].Value)["name"]
        from optie in Optie().Matches(lijst.Value)
        let kenmerken = Kenmerken(optie.Value)
        select (naam, kenmerken.GetValueOrDefault("value", ""), kenmerken.ContainsKey("selected"));

    private static Dictionary<string, string> Kenmerken(string element) =>
        Kenmerk()
            .Matches(element)
            .DistinctBy(k => k.Groups["naam"].Value)
            .ToDictionary(k => k.Groups["naam"].Value, k => WebUtility.HtmlDecode(k.Groups["waarde"].Value));

    private static string Wie(Blad blad) =>
        blad.Toegang.Rollen.Contains(Rol.Partij) ? "partij"
        : blad.Toegang.Rollen.Contains(Rol.Aanvrager) ? "ondernemer"
        : Paginahuis.In(blad.Toegang.Rollen[0]);

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Invoer();

    [GeneratedRegex("(?<kop><select[^>]*>).*?</select>", RegexOptions.Singleline)]
    private static partial Regex Lijst();

    [GeneratedRegex("<option[^>]*>")]
    private static partial Regex Optie();

    [GeneratedRegex("""\s(?<naam>[a-z-]+)(?:="(?<waarde>[^"]*)")?""")]
    private static partial Regex Kenmerk();

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Formulier();

    [GeneratedRegex("""<(textarea|input(?![^>]*type="(hidden|file|checkbox|radio|submit|datetime-local)"))[^>]*\sname="(?<naam>[^"]*)""")]
    private static partial Regex Schrijfveld();
}
