using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Scans;

/// <summary>
/// The signed statement of the management: the same questions, what matters most, where the firm stands, what holds it back and what moves it.
/// </summary>
public sealed class LeidingModel(LeercultuurscansApi api, Teksten t, Typwerk typwerk, Persoonlezer lezer)
    : Scanpagina(api, t, typwerk, lezer)
{
    /// <summary>The places of the most important subjects, by the names of their fields.</summary>
    public static readonly IReadOnlyList<string> Plaatsen = ["volgorde-1", "volgorde-2", "volgorde-3"];

    private readonly List<string> _open = [];

    public Scanstand Scan { get; private set; } = null!;

    public IReadOnlyList<Vragendeel> Delen { get; private set; } = [];

    public Keuzeboek Keuzes { get; private set; } = null!;

    /// <summary>D1 to D6.</summary>
    public IReadOnlyList<Leerkeuze> Onderwerpen { get; private set; } = [];

    public override IReadOnlyList<Foutregel> Foutregels =>
        [
            .. from veld in _open
            let deel = Delen.First(d => Vraagveld.Open(d, _ => null).Contains(veld))
            select new Foutregel(
                Vraagveld.Eerste(deel, veld),
                deel.Vragen[Vraagveld.Open(deel, _ => null).ToList().IndexOf(veld)].In(T),
                T["Kies een antwoord. Weet u het niet? Kies dan dat."],
                null
            ),
            .. Fouten.Select(f => new Foutregel(f.Key, "", f.Value, null)),
        ];

    /// <summary>The field of a question on the direction of the firm.</summary>
    public static string Richtingveld(Keuzevraag vraag) => $"richting-{vraag.Code}";

    public bool IsOpen(string veld) => _open.Contains(veld);

    /// <summary>What was signed before; signing again replaces it.</summary>
    public Leidingverklaring? Eerder { get; private set; }

    public async Task OnGet(string scan, CancellationToken ct)
    {
        await Laad(scan, ct);
        if (Eerder is { } eerder)
        {
            Begin(Velden(eerder));
        }
        Haal();
    }

    public async Task<IActionResult> OnPost(string scan, CancellationToken ct)
    {
        var sleutel = Neem();
        await Laad(scan, ct);
        _open.AddRange(Delen.SelectMany(d => Vraagveld.Open(d, Veld)));
        if (Veld("fase") is null)
        {
            Fouten["fase"] = T["Kies wat het best past."];
        }
        if (Veld("akkoord") is null)
        {
            Fouten["akkoord"] = T["Zet een vinkje om te ondertekenen."];
        }
        if (_open.Count == 0 && Fouten.Count == 0 && (await Stuur(Pad(scan, "/leiding"), Verzoek(), sleutel, ct)).Gelukt)
        {
            Gebeurd = T["De verklaring van de leiding is ondertekend. Tot u sluit, kunt u opnieuw ondertekenen."];
            return Redirect($"/scans/{scan}");
        }
        return Page();
    }

    private JsonObject Verzoek()
    {
        var antwoorden = new JsonObject();
        foreach (var deel in Delen)
        {
            antwoorden[deel.Code] = Vraagveld.Antwoorden(deel, Veld);
        }
        var richting = new JsonObject();
        foreach (var vraag in Keuzes.Richting)
        {
            if (Veld(Richtingveld(vraag)) is { } antwoord)
            {
                richting[vraag.Code] = antwoord;
            }
        }
        return new JsonObject
        {
            ["antwoorden"] = antwoorden,
            ["volgorde"] = Lijst(Plaatsen.Select(Veld).OfType<string>().Distinct()),
            ["fase"] = Veld("fase"),
            ["belemmeringen"] = Lijst(Alle("belemmeringen")),
            ["drijfveren"] = Lijst(Alle("drijfveren")),
            ["doelgroepen"] = Lijst(Alle("doelgroepen")),
            ["richting"] = richting,
            ["akkoord"] = true,
            ["voorbeeld"] = Veld("voorbeeld") is not null,
        };
    }

    /// <summary>Of what was signed, all but the signature itself.</summary>
    private IEnumerable<(string Naam, string? Waarde)> Velden(Leidingverklaring eerder) =>
        [
            .. from deel in Delen
            from gegeven in eerder.Antwoorden.GetValueOrDefault(deel.Code, []).Index()
            select (Vraagveld.Naam(deel, gegeven.Index), (string?)Vraagveld.Van(gegeven.Item)),
            .. Plaatsen.Zip(eerder.Volgorde, (plaats, onderwerp) => (plaats, (string?)onderwerp)),
            ("fase", eerder.Fase),
            .. eerder.Belemmeringen.Select(b => ("belemmeringen", (string?)b)),
            .. eerder.Drijfveren.Select(d => ("drijfveren", (string?)d)),
            .. (eerder.Doelgroepen ?? []).Select(d => ("doelgroepen", (string?)d)),
            .. (eerder.Richting ?? new Dictionary<string, string>()).Select(r => ($"richting-{r.Key}", (string?)r.Value)),
            ("voorbeeld", eerder.Voorbeeld ? "ja" : null),
        ];

    private static JsonArray Lijst(IEnumerable<string> codes) => new([.. codes.Select(c => JsonValue.Create(c))]);

    private async Task Laad(string scan, CancellationToken ct)
    {
        Scan = await Lees(scan, ct);
        Keuzes = await Api.Lees<Keuzeboek>("scankeuzes", ct);
        var instrumenten = await Api.Lees<IReadOnlyList<Vragenlijst>>("instrumenten", ct);
        var stand = await Api.Lees<Leidingstand>(Pad(scan, "/leiding"), ct);
        Eerder = stand.Verklaring;
        var eigen = instrumenten.First(i => i.Id == stand.Instrument);
        // Those of the scan: a newer version of the kernvragen can have come since.
        var kern = stand.Kernvragen is { } id ? instrumenten.First(i => i.Id == id) : eigen;
        Delen = [.. Vragendeel.Van(kern), .. eigen == kern ? [] : Vragendeel.VoorLeiding(eigen)];
        Onderwerpen = [.. kern.Onderdelen.Select(o => new Leerkeuze(o.Code, o.Naam))];
    }
}
