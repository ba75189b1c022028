using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Relaties;
using SlimRegeling.Web.Api.Tijdvakken;
using SlimRegeling.Web.Api.Zaken;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Pages.Medewerkers;

namespace SlimRegeling.Web.Pages.Werk;

/// <summary>The list of work: filters and those that one keeps, who has what, and one act on many cases with an answer for each.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(
    ZakenApi zaken,
    AanvragenApi aanvragen,
    RelatiesApi relaties,
    TijdvakkenApi tijdvakken,
    Typwerk typwerk,
    Persoonlezer lezer
) : PageModel
{
    public const string Bulkvorm = "bulk";
    public const string Weergavevorm = "weergave";

    private const string Pad = "/beheer/werk";
    private const string Mij = "mij";
    private const string Niemand = "niemand";
    private const int PerBladzijde = 50;
    private const char Scheiding = '|';

    // By case who has it since this act; what Zaken hears of it comes a moment later.
    private readonly Dictionary<string, string?> _sinds = [];

    [BindProperty(SupportsGet = true, Name = "tijdvak")]
    public string? Tijdvak { get; set; }

    [BindProperty(SupportsGet = true, Name = "status")]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true, Name = "fase")]
    public string? Fase { get; set; }

    [BindProperty(SupportsGet = true, Name = "wie")]
    public string? Wie { get; set; }

    [BindProperty(SupportsGet = true, Name = "termijn")]
    public string? Termijn { get; set; }

    [BindProperty(SupportsGet = true, Name = "aanvragertype")]
    public string? Aanvragertype { get; set; }

    [BindProperty(SupportsGet = true, Name = "na")]
    public string? Na { get; set; }

    /// <summary>All cases of the page are ticked.</summary>
    [BindProperty(SupportsGet = true, Name = "alles")]
    public bool Alles { get; set; }

    [TempData]
    public string? Gebeurd { get; set; }

    public WerkTonenLijst Lijst { get; private set; } = null!;

    public IReadOnlyList<WeergavenWeergave> Weergaven { get; private set; } = [];

    public IReadOnlyList<BeoordelaarsTonenBeoordelaar> Beoordelaars { get; private set; } = [];

    public IReadOnlyList<Filterveld> Filters { get; private set; } = [];

    public IReadOnlyList<Zaakuitkomst> Uitkomsten { get; private set; } = [];

    public IReadOnlySet<string> Gekozen { get; private set; } = new HashSet<string>();

    public string? Aan { get; private set; }

    /// <summary>What came of a form that was sent; null when none was, or it went well.</summary>
    public Beheervorm? Vorm { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    /// <summary>Pressed twice, a button does its work once.</summary>
    public string Sleutel { get; } = Guid.NewGuid().ToString();

    public bool MagVerdelen => lezer.Lees(HttpContext)?.Heeft(Rol.Beoordelaar) == true;

    public bool IsGefilterd => Filter.Count > 0;

    public bool IsGekozen(string zaaknummer) => Alles || Gekozen.Contains(zaaknummer);

    public string? Behandelaar(WerkTonenRegel zaak) => _sinds.TryGetValue(zaak.Zaaknummer, out var sinds) ? sinds : zaak.Behandelaar;

    /// <summary>With the case who had it as far as the reader saw.</summary>
    public string? Gezien(WerkTonenRegel zaak) => Behandelaar(zaak) is { } wie ? $"{zaak.Zaaknummer}{Scheiding}{wie}" : null;

    /// <summary>A name, a pseudonym where none was written down, or that it is the reader or nobody.</summary>
    public string Naam(string? kenmerk) =>
        kenmerk is null ? "niemand"
        : kenmerk == Ik ? "u"
        : Beoordelaars.FirstOrDefault(b => b.Kenmerk == kenmerk)?.Naam ?? kenmerk;

    /// <summary>Why it did not go well, with names as the list has them.</summary>
    public string MetNamen(string? uitleg) =>
        Collegas.MetNamen(uitleg ?? "", wie => Beoordelaars.FirstOrDefault(b => b.Kenmerk == wie)?.Naam ?? wie);

    /// <summary>The first page with these filters.</summary>
    public string Adres() => Bouw();

    /// <summary>This page with these filters, for a form.</summary>
    public string Hier(string? handler = null) => Bouw(("na", Na), ("handler", handler));

    public string MetAlles() => Bouw(("na", Na), ("alles", "true"));

    public string Verder(string na) => Bouw(("na", na));

    public static string Adres(Werkfilter filter) =>
        Pad + QueryString.Create(Paren(filter.Tijdvak, filter.Status, filter.Fase, filter.Wie, filter.Termijn, filter.Aanvragertype));

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (
            typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt
            && getypt.Velden.TryGetValue(Beheervorm.Naamveld, out var vorm)
        )
        {
            Vorm = Beheervorm.Terug(vorm, getypt);
            (Gekozen, Aan) = (getypt.Alle("zaak").ToHashSet(), getypt.Velden.GetValueOrDefault("aan"));
        }
        return await Toon(ct);
    }

    /// <summary>One act on the cases that were ticked.</summary>
    /// <param name="wat"><c>neem</c>, <c>wijs</c>, <c>terug</c> or <c>volledig</c>.</param>
    /// <param name="van">Of each case on the page that somebody has: its number and who.</param>
    public async Task<IActionResult> OnPost(string? wat, string[]? zaak, string[]? van, string? aan, string? sleutel, CancellationToken ct)
    {
        ModelState.Clear();
        (Gekozen, Aan, Alles) = ((zaak ?? []).ToHashSet(), aan, false);
        var heeft = (van ?? [])
            .Select(v => v.Split(Scheiding, 2))
            .Where(v => v.Length == 2)
            .DistinctBy(v => v[0])
            .ToDictionary(v => v[0], v => v[1]);
        var (waar, verzoek) = wat switch
        {
            "neem" => ("toewijzingen", new JsonObject { ["zaken"] = Zaken(_ => null) }),
            "wijs" => ("toewijzingen", new JsonObject { ["zaken"] = Zaken(heeft.GetValueOrDefault), ["aan"] = aan }),
            "terug" => ("teruggaven", Nummers()),
            "volledig" => ("volledigverklaringen", Nummers()),
            _ => ("", []),
        };
        if (waar.Length == 0)
        {
            return NotFound();
        }
        var antwoord =
            Gekozen.Count == 0 ? Fout("zaken", "Kies eerst een of meer zaken in de lijst.")
            : wat == "wijs" && string.IsNullOrEmpty(aan) ? Fout("aan", "Kies aan wie u de zaken geeft.")
            : await aanvragen.Vraag(HttpMethod.Post, waar, verzoek, sleutel ?? Sleutel, ct: ct);
        if (antwoord.Gelukt)
        {
            Verwerk(antwoord, wat!, aan);
        }
        else
        {
            Vorm = new(Bulkvorm, new Dictionary<string, string> { ["aan"] = aan ?? "" }, antwoord);
        }
        return await Toon(ct);
    }

    /// <summary>Keeps the filter under a name.</summary>
    public async Task<IActionResult> OnPostBewaar(string? naam, string? sleutel, CancellationToken ct)
    {
        ModelState.Clear();
        JsonObject verzoek = new()
        {
            ["naam"] = naam ?? "",
            ["filter"] = new JsonObject(Filter.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value))),
        };
        var antwoord = await zaken.Doe(HttpMethod.Post, "werk/weergaven", verzoek, sleutel ?? Sleutel, ct);
        if (antwoord.Gelukt)
        {
            Gebeurd = $"De weergave '{naam?.Trim()}' is bewaard.";
            return Redirect(Adres());
        }
        Vorm = new(Weergavevorm, new Dictionary<string, string> { ["naam"] = naam ?? "" }, antwoord);
        return await Toon(ct);
    }

    public async Task<IActionResult> OnPostVerwijder(int nummer, string? sleutel, CancellationToken ct)
    {
        await zaken.DeleteWerkWeergavenNummerAsync(nummer, sleutel ?? Sleutel, cancellationToken: ct);
        Gebeurd = "De weergave is verwijderd.";
        return Redirect(Adres());
    }

    private string Ik => lezer.Lees(HttpContext)!.Onderwerp;

    private IReadOnlyList<KeyValuePair<string, string?>> Filter => Paren(Tijdvak, Status, Fase, Wie, Termijn, Aanvragertype);

    private string Bouw(params IEnumerable<(string Naam, string? Waarde)> erbij) =>
        Pad
        + QueryString.Create([
            .. Filter,
            .. erbij.Where(v => !string.IsNullOrEmpty(v.Waarde)).Select(v => KeyValuePair.Create(v.Naam, v.Waarde)),
        ]);

    private static IReadOnlyList<KeyValuePair<string, string?>> Paren(
        string? tijdvak,
        string? status,
        string? fase,
        string? wie,
        string? termijn,
        string? aanvragertype
    ) =>
        [
            .. (
                (KeyValuePair<string, string?>[])
                    [
                        new("tijdvak", tijdvak),
                        new("status", status),
                        new("fase", fase),
                        new("wie", wie),
                        new("termijn", termijn),
                        new("aanvragertype", aanvragertype),
                    ]
            ).Where(f => !string.IsNullOrWhiteSpace(f.Value)),
        ];

    private JsonArray Zaken(Func<string, string?> van) => [.. Gekozen.Select(z => new JsonObject { ["zaaknummer"] = z, ["van"] = van(z) })];

    private JsonObject Nummers() => new() { ["zaaknummers"] = new JsonArray([.. Gekozen.Select(z => (JsonNode?)z)]) };

    private static JsonAntwoord Fout(string veld, string uitleg) =>
        new(
            StatusCodes.Status422UnprocessableEntity,
            new JsonObject { ["fouten"] = new JsonArray(new JsonObject { ["veld"] = veld, ["uitleg"] = uitleg }) },
            null
        );

    private void Verwerk(JsonAntwoord antwoord, string wat, string? aan)
    {
        Uitkomsten =
        [
            .. antwoord
                .Inhoud!.AsArray()
                .Select(r => new Zaakuitkomst((string)r!["zaaknummer"]!, (bool)r["gelukt"]!, (string?)r["uitleg"])),
        ];
        Gekozen = Uitkomsten.Where(u => !u.Gelukt).Select(u => u.Zaaknummer).ToHashSet();
        foreach (var uitkomst in Uitkomsten.Where(u => u.Gelukt && wat != "volledig"))
        {
            _sinds[uitkomst.Zaaknummer] = wat switch
            {
                "neem" => Ik,
                "wijs" => aan,
                _ => null,
            };
        }
    }

    private async Task<IActionResult> Toon(CancellationToken ct)
    {
        try
        {
            Lijst = await zaken.GetWerkAsync(Tijdvak, Status, Fase, Wie, Termijn, Aanvragertype, Na, PerBladzijde, ct);
        }
        catch (Api.Zaken.ApiException e) when (e.StatusCode == 422)
        {
            // A filter that was written by hand.
            return NotFound();
        }
        Weergaven = [.. await zaken.GetWerkWeergavenAsync(ct)];
        Beoordelaars = [.. await relaties.GetBeoordelaarsAsync(cancellationToken: ct)];
        var vensters = (await tijdvakken.GetTijdvakkenAsync(ct)).OrderByDescending(t => t.Opent).Select(t => (t.Id, t.Id));
        Filters =
        [
            new(
                "wie",
                "Wie",
                "Iedereen",
                [(Mij, "Ik"), (Niemand, "Niemand"), .. Beoordelaars.Where(b => b.Kenmerk != Ik).Select(b => (b.Kenmerk, Naam(b.Kenmerk)))],
                Wie
            ),
            new("termijn", "Termijn", "Alle", Werkkeuzes.Termijnen, Termijn),
            new("fase", "Fase", "Alle", Werkkeuzes.Fasen, Fase),
            new("status", "Status", "Alle", Werkkeuzes.Statussen, Status),
            new("tijdvak", "Tijdvak", "Alle", [.. vensters], Tijdvak),
            new("aanvragertype", "Soort aanvrager", "Alle", Werkkeuzes.Aanvragers, Aanvragertype),
        ];
        return Page();
    }
}
