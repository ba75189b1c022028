using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Invoer;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Pages.Medewerkers;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Rapporten;

/// <summary>What a firm did after its scan, and whether it helped.</summary>
[ResponseCache(NoStore = true)]
public sealed class LogboekModel(LeercultuurscansApi api, Typwerk typwerk, Persoonlezer lezer, Teksten t) : PageModel
{
    public const string Beginnen = "begin";
    public const string Afronden = "afronding";
    private const string Ja = "ja";
    private const string Hier = "/interventielog";

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Logregel> Regels { get; private set; } = [];

    /// <summary>Also what is no longer advised: a line of before keeps its name.</summary>
    public IReadOnlyList<Interventie> Catalogus { get; private set; } = [];

    public IReadOnlyList<Scanregel> Scans { get; private set; } = [];

    public Beheervorm? Vorm { get; private set; }

    [TempData]
    public string? Gebeurd { get; set; }

    public string Sleutel { get; } = Guid.NewGuid().ToString();

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    /// <summary>Those that still go on.</summary>
    public IReadOnlyList<Logregel> Lopend => [.. Regels.Where(r => r.Tot is null)];

    public bool MagVoorbeeld => Vorm?.Waarde(Beginnen, "voorbeeld") == Ja;

    public IReadOnlyList<(string Waarde, string Titel)> Interventiekeuzes =>
        [("", t["Kies een interventie"]), .. Catalogus.Where(i => i.Actief).Select(i => (i.Id, i.Naam.In(t)))];

    public IReadOnlyList<(string Waarde, string Titel)> Scankeuzes =>
        [("", t["Bij geen scan"]), .. Scans.Where(s => s.Rapport).Select(s => (s.Scan, t["De scan van {0}", t.Dag(s.GestartOp)]))];

    public IReadOnlyList<(string Waarde, string Titel)> Lopendekeuzes =>
        [("", t["Maak een keuze"]), .. Lopend.Select(r => (r.Regel, t["{0}, sinds {1}", Naam(r.Interventie), t.Dag(r.Van)]))];

    public IReadOnlyList<(string Waarde, string Titel)> Oordelen =>
        [("", t["Maak een keuze"]), (Ja, t["Ja"]), ("deels", t["Voor een deel"]), ("nee", t["Nee"])];

    /// <summary>Of an intervention; its id when it is not in the catalogue.</summary>
    public string Naam(string interventie) => Catalogus.FirstOrDefault(i => i.Id == interventie)?.Naam.In(t) ?? interventie;

    public string Oordeel(string? hielp) =>
        hielp switch
        {
            Ja => t["Ja"],
            "deels" => t["Voor een deel"],
            "nee" => t["Nee"],
            _ => t["Loopt nog"],
        };

    public async Task OnGet(CancellationToken ct)
    {
        await Toon(ct);
        if (
            typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt
            && getypt.Velden.TryGetValue(Beheervorm.Naamveld, out var vorm)
        )
        {
            Vorm = Beheervorm.Terug(vorm, getypt);
        }
    }

    public async Task<IActionResult> OnPostBegin(string? sleutel, CancellationToken ct)
    {
        var getypt = Getypt();
        var fouten = new JsonArray();
        var verzoek = new JsonObject
        {
            ["interventie"] = getypt.GetValueOrDefault("interventie", ""),
            ["voorbeeld"] = getypt.GetValueOrDefault("voorbeeld") == Ja,
        };
        Dag("van", getypt, verzoek, fouten);
        if (getypt.GetValueOrDefault("scan") is { Length: > 0 } scan)
        {
            verzoek["scan"] = scan;
        }
        if (getypt.GetValueOrDefault("deelnemers") is { Length: > 0 } deelnemers)
        {
            if (int.TryParse(deelnemers, NumberStyles.None, CultureInfo.InvariantCulture, out var aantal))
            {
                verzoek["deelnemers"] = aantal;
            }
            else
            {
                fouten.Add(Fout("deelnemers", "Geef het aantal mensen dat meedeed, of laat het weg."));
            }
        }
        return await Stuur(Beginnen, "interventielog", verzoek, fouten, sleutel, t["Genoteerd. Rond het af als u weet of het hielp."], ct);
    }

    public async Task<IActionResult> OnPostAfronding(string? sleutel, CancellationToken ct)
    {
        var getypt = Getypt();
        var fouten = new JsonArray();
        var verzoek = new JsonObject { ["hielp"] = getypt.GetValueOrDefault("hielp", "") };
        Dag("tot", getypt, verzoek, fouten);
        var regel = getypt.GetValueOrDefault("regel", "");
        if (regel.Length == 0)
        {
            fouten.Add(Fout("regel", t["Kies wat klaar is. U kunt dit daarna niet meer veranderen."]));
        }
        if (getypt.GetValueOrDefault("ervaring") is { Length: > 0 } ervaring)
        {
            verzoek["ervaring"] = ervaring;
        }
        var pad = $"interventielog/{Uri.EscapeDataString(regel)}/afronding";
        return await Stuur(Afronden, pad, verzoek, fouten, sleutel, t["Afgerond. Dank u: zo leren ook anderen wat werkt."], ct);
    }

    private async Task<IActionResult> Stuur(
        string vorm,
        string pad,
        JsonObject verzoek,
        JsonArray fouten,
        string? sleutel,
        string gedaan,
        CancellationToken ct
    )
    {
        var antwoord =
            fouten.Count > 0
                ? new JsonAntwoord(422, new JsonObject { ["fouten"] = fouten }, null)
                : await api.Vraag(HttpMethod.Post, pad, verzoek, sleutel ?? Sleutel, ct);
        if (antwoord.Gelukt)
        {
            Gebeurd = gedaan;
            return Redirect(Hier);
        }
        ModelState.Clear();
        Vorm = new(vorm, Getypt(), antwoord);
        await Toon(ct);
        return Page();
    }

    private async Task Toon(CancellationToken ct)
    {
        var regels = api.Lees<IReadOnlyList<Logregel>>("interventielog", ct);
        var catalogus = api.Lees<IReadOnlyList<Interventie>>("interventies?ookNietActief=true", ct);
        var scans = api.Lees<IReadOnlyList<Scanregel>>("scans", ct);
        Regels = await regels;
        Catalogus = await catalogus;
        Scans = await scans;
    }

    private Dictionary<string, string> Getypt() => Request.Form.ToDictionary(v => v.Key, v => v.Value.ToString().Trim());

    private static void Dag(string veld, Dictionary<string, string> getypt, JsonObject verzoek, JsonArray fouten)
    {
        switch (Datumlezer.Lees(getypt.GetValueOrDefault(veld)))
        {
            case Gelezen<LocalDate>.Waarde(var dag):
                verzoek[veld] = LocalDatePattern.Iso.Format(dag);
                break;
            case Gelezen<LocalDate>.Vraag vraag:
                fouten.Add(Fout(veld, vraag.Tekst));
                break;
            case Gelezen<LocalDate>.Fout fout:
                fouten.Add(Fout(veld, fout.Uitleg));
                break;
        }
    }

    private static JsonObject Fout(string veld, string uitleg) => new() { ["veld"] = veld, ["uitleg"] = uitleg };
}
