using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Project;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen.Verantwoorden;

/// <summary>
/// Lines of costs from a spreadsheet, with the template for it. A file with one mistake is not taken: every line and column that is wrong is told, and
/// the draft stays what it was.
/// </summary>
[ResponseCache(NoStore = true)]
[RequestSizeLimit(Bestandspost.MeesteBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = Bestandspost.MeesteBytes)]
public sealed class InlezenModel(VaststellingApi api, Declaratieopslag opslag, Typwerk typwerk, Persoonlezer lezer, Teksten t) : PageModel
{
    public const string Erbij = "erbij";
    public const string Vervang = "vervang";

    public string Zaaknummer { get; private set; } = "";

    public Declaratiestand Stand { get; private set; } = null!;

    /// <summary>What becomes of the lines that are there: erbij or vervang.</summary>
    public string Wijze { get; private set; } = Erbij;

    /// <summary>Why there is no file to read.</summary>
    public string? Bestandfout { get; private set; }

    /// <summary>What is wrong in the file, by line and column; Dutch, from the API.</summary>
    public IReadOnlyList<Fout> Fouten { get; private set; } = [];

    public string? Bericht { get; private set; }

    /// <summary>The session had ended when the file was sent: it did not come.</summary>
    public bool Kwijt { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    [TempData]
    public string? Gebeurd { get; set; }

    public async Task OnGet(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        if (typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            Kwijt = true;
            Wijze = getypt.Velden.GetValueOrDefault("wijze") == Vervang ? Vervang : Erbij;
        }
    }

    /// <summary>The template, with how it is filled in.</summary>
    public async Task<IActionResult> OnGetSjabloon(string zaaknummer, string? vorm, CancellationToken ct) =>
        new Download(await api.Sjabloon(zaaknummer, vorm == "csv" ? "csv" : "xlsx", ct));

    public async Task<IActionResult> OnPost(string zaaknummer, IFormFile? bestand, string? wijze, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        ModelState.Clear();
        Wijze = wijze == Vervang ? Vervang : Erbij;
        if (!Stand.IsOpen)
        {
            return Page();
        }
        if (bestand is null)
        {
            Bestandfout = t["Kies eerst een bestand."];
            return Page();
        }
        await using var inhoud = bestand.OpenReadStream();
        var gelezen = await api.LeesIn(zaaknummer, inhoud, ct);
        if (!gelezen.Gelukt)
        {
            return Geweigerd(gelezen);
        }
        var regels = gelezen.Inhoud!["regels"]!.AsArray();
        var (nieuw, vervangen) = (0, 0);
        var bewaard = await opslag.Wijzig(
            zaaknummer,
            declaratie =>
            {
                (nieuw, vervangen) = Leg(declaratie, regels, Wijze);
                return null;
            },
            ct
        );
        if (!bewaard.Gelukt)
        {
            return Geweigerd(bewaard);
        }
        Gebeurd = string.Join(' ', (string[])[Telling(nieuw, vervangen), .. Meldingen(gelezen)]);
        return Redirect($"/aanvragen/{zaaknummer}/declaratie");
    }

    private string Telling(int nieuw, int vervangen) =>
        Wijze == Vervang ? t["Uw declaratie heeft nu {0} regels, alle uit dit bestand.", Weergave.Getal(nieuw)]
        : vervangen == 0 ? t["Er kwamen {0} regels bij.", Weergave.Getal(nieuw)]
        : t[
            "Er kwamen {0} regels bij. Van {1} regels stond het kenmerk er al: die zijn vervangen.",
            Weergave.Getal(nieuw),
            Weergave.Getal(vervangen)
        ];

    private IEnumerable<string> Meldingen(JsonAntwoord gelezen) =>
        (gelezen.Inhoud!["meldingen"] as JsonArray ?? []).Select(m => t.Vertaald((string)m!)!);

    private PageResult Geweigerd(JsonAntwoord antwoord)
    {
        (Bericht, Fouten) = (antwoord.Uitleg, antwoord.Fouten);
        return Page();
    }

    /// <summary>
    /// Puts the lines in the draft. A mark that its sender gave is that of the line which it takes the place of; a mark that we gave by its row
    /// only tells where it stood in this file, so such a line comes beside another with it, unless that is the same line.
    /// </summary>
    internal static (int Nieuw, int Vervangen) Leg(JsonObject declaratie, JsonArray regels, string wijze)
    {
        var daar = Declaratieopslag.Regels(declaratie);
        if (wijze == Vervang)
        {
            daar.Clear();
        }
        var plaatsen = daar.OfType<JsonObject>().Index().ToDictionary(r => (string)r.Item["id"]!, r => r.Index, StringComparer.Ordinal);
        var (nieuw, vervangen) = (0, 0);
        foreach (var gelezen in regels.OfType<JsonObject>())
        {
            var regel = gelezen.DeepClone().AsObject();
            var id = (string)regel["id"]!;
            if (plaatsen.TryGetValue(id, out var plaats))
            {
                if (JsonNode.DeepEquals(daar[plaats], regel))
                {
                    continue;
                }
                if (!id.StartsWith("regel-", StringComparison.Ordinal))
                {
                    daar[plaats] = regel;
                    vervangen++;
                    continue;
                }
                id = Vrij(plaatsen, id);
                regel["id"] = id;
            }
            plaatsen[id] = daar.Count;
            daar.Add(regel);
            nieuw++;
        }
        return (nieuw, vervangen);
    }

    private static string Vrij(Dictionary<string, int> bekend, string id)
    {
        for (var nummer = 2; ; nummer++)
        {
            var vrij = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}-{nummer}");
            if (!bekend.ContainsKey(vrij))
            {
                return vrij;
            }
        }
    }

    private async Task Laad(string zaaknummer, CancellationToken ct)
    {
        Zaaknummer = zaaknummer;
        (Stand, _) = await api.Lees<Declaratiestand>($"verantwoordingen/{Uri.EscapeDataString(zaaknummer)}/declaratie/controle", ct);
    }
}
