using System.Text.RegularExpressions;
using SlimRegeling.Dossiers.Emails;
using SlimRegeling.Regels;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Tests;

/// <summary>What the API can say to an applicant has its English; what a page makes of it is what was said.</summary>
public sealed partial class ApitekstTests
{
    private static readonly string[] Contexten =
    [
        "SlimRegeling.Aanvragen",
        "SlimRegeling.Relaties",
        "SlimRegeling.Dossiers",
        "SlimRegeling.Verlening",
        "SlimRegeling.Vaststelling",
        "SlimRegeling.Leercultuurscans",
        "SlimRegeling.Regels",
        "SlimRegeling.Platform",
        "SlimRegeling.Web",
    ];

    /// <summary>What applicants never read on a page: messages between contexts, letters (they stay Dutch), what runs behind it, what our own people do.</summary>
    private static readonly string[] Erbuiten =
    [
        "/Simulaties/",
        "/Teksten/",
        "/Brieven/",
        "/Scannen/",
        "/Opslag/",
        "/Emails/",
        "/Sjablonen/",
        "/Post/",
        "/Medewerkers/",
        "/Register/",
        "/Begrotingen/",
        "/EigenBelang/",
        "/Standaardteksten/",
        "/Uitvoer/",
        "Context.cs",
        "/Behandeling/",
        "Aanvullingstoelichting.cs",
        "Registerbestand.cs",
        "Openapi.cs",
        "Proefverzoek.cs",
        // What the executor decides on an objection.
        "/Wijzigingsbezwaar.cs",
        // The template itself is Dutch.
        "/Inlezen/Kolom.cs",
        "/Inlezen/Xlsxschrijver.cs",
    ];

    /// <summary>Of these only what applicants come to.</summary>
    private static readonly Dictionary<string, string[]> Alleen = new()
    {
        ["SlimRegeling.Verlening"] =
        [
            "/Intrekken.cs",
            "/Beoordelingsnavraag.cs",
            "/BezwaarIndienen.cs",
            "/BezwaarAanvullen.cs",
            "/BezwaarIntrekken.cs",
            "/Bezwaarpoort.cs",
            "/Wijzigen/Postverschuiving.cs",
            "/Wijzigen/Wijziging",
            "/Intrekkingspoort.cs",
            "/ZienswijzeGeven.cs",
        ],
        ["SlimRegeling.Vaststelling"] =
        [
            "/Declaraties/Begrotingsposten.cs",
            "/Declaraties/Declaratie",
            "/Declaraties/Grondslag.cs",
            "/Inlezen/",
            "/BewijsIndienen.cs",
            "/Stand.cs",
            "/Voortgang/Voortgang",
        ],
        // The rest of it has its Dutch and English beside each other, or is printed.
        ["SlimRegeling.Leercultuurscans"] =
        [
            "/Antwoorden/Antwoordblad.cs",
            "/Antwoorden/Beantwoorden.cs",
            "/Campagnes/",
            "/Interventies/Loggen.cs",
            "/Plannen/",
            "/QuickScans/QuickScannen.cs",
            "/Rapporten/Druktaal.cs",
            "/Rapporten/Drukwerk.cs",
            "/Rapporten/RapportDrukken.cs",
            "/Rapporten/Rapportlezer.cs",
            "/Scans/",
        ],
        ["SlimRegeling.Regels"] = ["/Uitlegteksten.cs"],
        ["SlimRegeling.Platform"] = ["/Api/", "/Bank/", "/Stromen/", "/Machtigingspoort.cs", "/Toegangsproblemen.cs"],
        ["SlimRegeling.Web"] = ["/Invoer/", "/Schrijfwijze.cs"],
    };

    [Fact]
    public void Every_sentence_that_the_API_can_say_to_an_applicant_has_its_English()
    {
        var zinnen = (
            from context in Contexten
            from bestand in Bronteksten.Bestanden(context)
            let bron = File.ReadAllText(bestand.FullName)
            where IsVoorAanvragers(context, bestand.FullName, bron)
            from zin in Zinnen(bron)
            select (bestand.Name, Zin: zin)
        ).ToList();

        Assert.True(zinnen.Count > 400, $"Only {zinnen.Count} sentences were read.");
        var zonder = zinnen.Where(z => !Apitekst.Zinnen.ContainsKey(z.Zin)).Distinct().ToList();
        Assert.True(
            zonder.Count == 0,
            $"Write the English of these in src/SlimRegeling.Web/Talen/api.en.json:\n{string.Join('\n', zonder.Select(z => $"{z.Name}: {z.Zin}"))}"
        );
    }

    [Fact]
    public void What_a_sentence_says_stands_in_its_English_at_the_same_places()
    {
        Assert.Empty(Apitekst.Zinnen.Where(z => Plaatsen(z.Key) != Plaatsen(z.Value)).Select(z => z.Key));
        Assert.Empty(Apitekst.Zinnen.Where(z => (z.Key[^1] is '.' or '?' or '!') != (z.Value[^1] is '.' or '?' or '!')).Select(z => z.Key));
    }

    [Fact]
    public void Every_document_and_every_step_of_a_case_has_its_English_in_every_version_of_the_rules() =>
        Assert.DoesNotContain(
            Regelboek
                .Laad()
                .SelectMany(versie =>
                    Documentcode
                        .Alle.Select(code => versie.Document(code).Titel)
                        .Concat(Stapcode.Alle.Select(code => versie.Stap(code).Titel))
                ),
            titel => !Apitekst.Zinnen.ContainsKey(titel)
        );

    [Fact]
    public void What_an_applicant_reads_of_an_e_mail_has_its_English() =>
        Assert.DoesNotContain(
            Enum.GetValues<Emailtoestand>()
                .SelectMany(s => (string?[])[EmailsTonen.Eigenuitleg(s, null), EmailsTonen.Eigenuitleg(s, "550")]),
            uitleg => uitleg is not null && Apitekst.Engels(uitleg) is null
        );

    [Theory]
    [InlineData(
        "U kunt indienen vanaf 4-5-2026 om 17.00 uur. Uw concept blijft bewaard.",
        "You can submit from 4-5-2026 at 17:00. Your draft is kept."
    )]
    [InlineData(
        "U kon uw aanvraag aanvullen tot en met 22 juni 2026. Dat kan nu niet meer.",
        "You could complete your application up to and including 22 June 2026. That is no longer possible."
    )]
    [InlineData(
        "Uw onderneming is klein (12,5 werkzame personen, omzet € 1.500.000,00, balanstotaal € 800.000,00).",
        "Your enterprise is small (12,5 staff, turnover € 1.500.000,00, balance sheet total € 800.000,00)."
    )]
    [InlineData(
        "Dit bestand is een webpagina. Dat nemen wij niet aan. Sla het op als PDF (in Word of Excel: Bestand, Opslaan als, PDF) en stuur het opnieuw.",
        "This file is a web page. We do not take that. Save it as PDF (in Word or Excel: File, Save as, PDF) and send it again."
    )]
    [InlineData("Aanvullen kan één keer. (artikel 4:5, vierde lid, Awb)", "You can complete it once. (article 4:5, fourth paragraph, Awb)")]
    [InlineData("Vul de plaats in.", "Fill in the town.")]
    [InlineData(
        "Nog niet volledig; er ontbreken: De-minimisverklaring en Mkb-verklaring",
        "Not complete yet; missing: De minimis declaration and SME declaration"
    )]
    [InlineData("Soort: Begroting. Geweigerd. Uw concept blijft bewaard.", "Kind: Budget. Refused. Your draft is kept.")]
    [InlineData(
        "Regel 4, kolom Uren: dit is geen getal. Schrijf het in cijfers, zoals 1234,50.",
        "Line 4, column Uren: this is no number. Write it in digits, such as 1234,50."
    )]
    [InlineData(
        "Regel 4, kolom Week: 5-3-2024 is een dinsdag en geen maandag. Schrijf de maandag van die week: 4-3-2024.",
        "Line 4, column Week: 5-3-2024 is a Tuesday and not a Monday. Write the Monday of that week: 4-3-2024."
    )]
    [InlineData(
        "Regel 4, kolom Bedrag zonder btw: bedoelt u 1234,00 of 1,234?",
        "Line 4, column Bedrag zonder btw: do you mean 1234,00 or 1,234?"
    )]
    [InlineData(
        "De kosten voor eigen uren in activiteit C wijken ten minste 20% af van wat is verleend. Begroot is € 74.250,00, u declareert € 15.840,00. Leg uit waarom.",
        "The costs for own hours in activity C differ at least 20% from what was awarded. The budget has € 74.250,00, you declare € 15.840,00. Explain why."
    )]
    [InlineData("externe adviseurs in activiteit A", "external advisers in activity A")]
    [InlineData("Dit heeft nog niemand bedacht. Uw concept blijft bewaard.", null)]
    public void What_is_said_is_filled_in_and_what_is_not_known_is_not_guessed(string nederlands, string? engels) =>
        Assert.Equal(engels, Apitekst.Engels(nederlands));

    /// <summary>
    /// Not what is for employees by the roles of its endpoints, and not what answers messages.
    /// </summary>
    private static bool IsVoorAanvragers(string context, string pad, string bron) =>
        !Erbuiten.Any(e => pad.Contains(e, StringComparison.Ordinal))
        && (!Alleen.TryGetValue(context, out var alleen) || alleen.Any(a => pad.Contains(a, StringComparison.Ordinal)))
        && !Path.GetFileName(pad).StartsWith("Bij", StringComparison.Ordinal)
        && (!bron.Contains("void Map(IEndpointRouteBuilder", StringComparison.Ordinal) || Aanvragersrol().IsMatch(bron));

    private static IEnumerable<string> Zinnen(string bron)
    {
        var teksten = Bronteksten.Lees(bron);
        for (var i = 0; i < teksten.Count; i++)
        {
            // Two sentences beside each other are the Dutch and the English of one text.
            if (
                i + 1 < teksten.Count
                && IsZin(teksten[i].Tekst)
                && IsZin(teksten[i + 1].Tekst)
                && Komma().IsMatch(bron[teksten[i].Einde..teksten[i + 1].Begin])
            )
            {
                i++;
                continue;
            }
            if (IsZin(teksten[i].Tekst) && !Anders().IsMatch(teksten[i].Ervoor) && !Engels().IsMatch(teksten[i].Tekst))
            {
                foreach (var zin in Apitekst.Zinseinde().Split(teksten[i].Tekst.Trim()).Select(Genummerd))
                {
                    if (zin[^1] is '.' or '?' or '!' && !AlleenPlek().IsMatch(zin))
                    {
                        yield return zin;
                    }
                }
            }
        }
    }

    /// <summary>A sentence that stands in a place of its own before it is another one; places are counted anew.</summary>
    private static string Genummerd(string zin)
    {
        var nummers = new Dictionary<string, int>();
        return Plek().Replace(VoorafgaandeZin().Replace(Wit().Replace(zin, " "), ""), p => $"{{{Nummer(p.Groups[1].Value)}}}");

        int Nummer(string plek) => nummers.TryGetValue(plek, out var nummer) ? nummer : nummers[plek] = nummers.Count;
    }

    private static bool IsZin(string tekst) => Zin().IsMatch(tekst.Trim());

    private static string Plaatsen(string tekst) =>
        string.Join(',', Plek().Matches(tekst).Select(m => m.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\A[A-Z'{€].* .*[.?!}]\z", RegexOptions.Singleline)]
    private static partial Regex Zin();

    [GeneratedRegex(@"(Exception|Log\w+|Description|Regex)\(\s*\z")]
    private static partial Regex Anders();

    // No Dutch sentence has these words.
    [GeneratedRegex(@"\b(the|of one|You)\b")]
    private static partial Regex Engels();

    [GeneratedRegex(@"Rol\.(Aanvrager|Gemachtigde|Partij)\b|\.Openbaar\(")]
    private static partial Regex Aanvragersrol();

    [GeneratedRegex(@"\A\s*,\s*\z")]
    private static partial Regex Komma();

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Plek();

    [GeneratedRegex(@"\A\{\d\} (?=[A-Z])")]
    private static partial Regex VoorafgaandeZin();

    [GeneratedRegex(@"\A[\s{}\d.?!]*\z")]
    private static partial Regex AlleenPlek();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Wit();
}
