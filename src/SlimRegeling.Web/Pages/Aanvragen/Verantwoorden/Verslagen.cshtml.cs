using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Project;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen.Verantwoorden;

/// <summary>What goes with a declaration beside its lines: the reports that the award asks, and why costs differ from it.</summary>
[ResponseCache(NoStore = true)]
[RequestSizeLimit(Bestandspost.MeesteBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = Bestandspost.MeesteBytes)]
public sealed partial class VerslagenModel(
    VaststellingApi api,
    Declaratieopslag opslag,
    DossiersApi dossiers,
    Bestandspost post,
    Typwerk typwerk,
    Kladblad klad,
    Persoonlezer lezer,
    Teksten t
) : PageModel
{
    private const string Toelichtingsveld = "toelichting";

    private readonly Dictionary<string, string> _teksten = new(StringComparer.Ordinal);
    private JsonObject _declaratie = [];

    public string Zaaknummer { get; private set; } = "";

    public Declaratiestand Stand { get; private set; } = null!;

    public IReadOnlyList<Dossierstuk> Stukken { get; private set; } = [];

    public Bestandseisen Eisen { get; private set; } = null!;

    /// <summary>What is wrong, by the id of its field; Dutch when the API said it.</summary>
    public Dictionary<string, (string Uitleg, bool VanApi)> Fouten { get; } = [];

    public string? Bericht { get; private set; }

    public string? Ontvangen { get; private set; }

    public string Sleutel { get; } = Guid.NewGuid().ToString();

    public Bewaarreden? Teruggehaald { get; private set; }

    /// <summary>What is kept of what is typed here.</summary>
    public Kladblad Klad => klad;

    public string Zegel => typwerk.Zegel(Persoon);

    [TempData]
    public string? Gebeurd { get; set; }

    public IReadOnlyList<Foutregel> Foutregels => [.. Fouten.Select(f => new Foutregel(f.Key, "", f.Value.Uitleg, null))];

    public string Toelichting => Tekst(Toelichtingsveld);

    private Persoon? Persoon => lezer.Lees(HttpContext);

    public string Tekst(string veld) =>
        _teksten.GetValueOrDefault(veld)
        ?? (
            veld == Toelichtingsveld
                ? (string?)_declaratie[Toelichtingsveld]
                : Bijdragetekst(veld) ?? Afwijkingstekst(veld)
        )
        ?? "";

    /// <summary>What was sent of a report.</summary>
    public IReadOnlyList<Dossierstuk> Van(string code) => [.. Stukken.Where(s => s.Soort == code || Genoemd(code).Contains(s.Id))];

    public async Task OnGet(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        if (Stand.IsOpen && await klad.Open(HttpContext, ct) is { } bewaard)
        {
            Neem(bewaard);
        }
        if (typwerk.Neem(HttpContext, Persoon) is { } getypt)
        {
            Neem(getypt.Velden);
            klad.Verzwijg();
            Teruggehaald = getypt.Reden;
        }
    }

    public async Task<IActionResult> OnPost(string zaaknummer, [FromForm(Name = "_doe")] string? doe, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        ModelState.Clear();
        var vanzelf = Kladblad.IsVanzelf(HttpContext);
        if (!Stand.IsOpen)
        {
            return vanzelf ? Kladblad.Gesloten() : Page();
        }
        if (doe == Kladblad.Weg)
        {
            await klad.Wis(HttpContext, ct);
            return Redirect(Request.Path);
        }
        Neem(Request.Form.ToDictionary(v => v.Key, v => v.Value.ToString()));
        if (!vanzelf && await Verstuur(doe, ct))
        {
            await klad.Wis(HttpContext, ct);
            Gebeurd = t["Uw verslagen en uitleg staan in uw declaratie."];
            return Redirect($"/aanvragen/{zaaknummer}/declaratie");
        }
        await klad.Bewaar(HttpContext, _teksten, ct);
        return vanzelf ? klad.Antwoord() : Page();
    }

    /// <summary>Takes the files that came; a file is part of the declaration as soon as it was sent.</summary>
    /// <returns>Whether all was saved, and that was asked.</returns>
    private async Task<bool> Verstuur(string? doe, CancellationToken ct)
    {
        var sleutel = Guid.TryParse(Request.Form["_sleutel"], out var gekomen) ? gekomen.ToString() : Sleutel;
        var gekozen = Bestandspost.Gekozen(doe);
        var gevraagd = Stand.Verslagen.Select(v => (v.Code, v.Code));
        Ontvangen = await post.Ontvang(Zaaknummer, Request.Form.Files, gevraagd, gekozen, sleutel, Fouten, ct);
        if (Ontvangen is not null)
        {
            Stukken = await dossiers.Documenten(Zaaknummer, ct);
        }
        var (bijdragen, afwijkingen) = (LeesBijdragen(), LeesAfwijkingen());
        var antwoord = await opslag.Wijzig(
            Zaaknummer,
            declaratie =>
            {
                Leg(declaratie);
                declaratie[Afwijkingsveld] = afwijkingen.DeepClone();
                declaratie["bijdragen"] = bijdragen.DeepClone();
                return null;
            },
            ct
        );
        if (!antwoord.Gelukt)
        {
            Bericht = antwoord.Fouten is [var fout, ..] ? fout.Uitleg : antwoord.Uitleg;
        }
        return antwoord.Gelukt && gekozen is null && Fouten.Count == 0;
    }

    private void Leg(JsonObject declaratie)
    {
        declaratie[Toelichtingsveld] = Toelichting.Trim() is { Length: > 0 } toelichting ? toelichting : null;
        declaratie["verslagen"] = new JsonArray([
            .. Stand
                .Verslagen.Select(v => (v.Code, Documenten: Van(v.Code).Where(s => !s.IsGeweigerd).ToList()))
                .Where(v => v.Documenten.Count > 0)
                .Select(v => new JsonObject
                {
                    ["code"] = v.Code,
                    ["documenten"] = new JsonArray([.. v.Documenten.Select(d => JsonValue.Create(d.Id))]),
                }),
        ]);
    }

    private HashSet<string> Genoemd(string code) =>
        [
            .. (_declaratie["verslagen"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Where(v => (string?)v["code"] == code)
                .SelectMany(v => v["documenten"] as JsonArray ?? [])
                .Select(d => (string)d!),
        ];

    private void Neem(IReadOnlyDictionary<string, string> velden)
    {
        var eigen = Uitlegvragen().Select(v => v.Veld).Append(Toelichtingsveld);
        foreach (var veld in eigen.Concat(Bijdragevelden()).Where(velden.ContainsKey))
        {
            _teksten[veld] = velden[veld];
        }
    }

    private async Task Laad(string zaaknummer, CancellationToken ct)
    {
        Zaaknummer = zaaknummer;
        (Stand, _) = await api.Lees<Declaratiestand>($"verantwoordingen/{Uri.EscapeDataString(zaaknummer)}/declaratie/controle", ct);
        _declaratie = await opslag.Lees(zaaknummer, ct);
        Stukken = await dossiers.Documenten(zaaknummer, ct);
        Eisen = await dossiers.Eisen(ct);
    }
}
