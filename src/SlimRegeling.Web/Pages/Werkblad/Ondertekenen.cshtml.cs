using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Dossier;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>
/// All proposals that wait for a signature: to award or refuse, and not to handle. Those that are ticked are signed as one act, and each has its own
/// answer. A mistake, a change, a withdrawal and a settlement are signed on the page of their case.
/// </summary>
[ResponseCache(NoStore = true)]
public sealed class OndertekenenModel(
    VerleningApi api,
    AanvragenApi aanvragen,
    VaststellingApi vaststelling,
    Zaaknamen namen,
    Collegas collegas
) : PageModel
{
    private const int PerBladzijde = 50;
    private const string Besluitblad = "besluit";
    private const string Nietblad = "buiten-behandeling";

    public Wachtlijst Lijst { get; private set; } = new([], []);

    /// <summary>Not to handle: those first that must be told first.</summary>
    public IReadOnlyList<Nietbehandelvoorstel> NietBehandelen { get; private set; } = [];

    /// <summary>Settlements, the oldest first; none on a next page of the others.</summary>
    public IReadOnlyList<Wachtendevaststelling> Vaststellingen { get; private set; } = [];

    /// <summary>Whether nothing lies ready but what can be signed together.</summary>
    public bool IsVerderLeeg =>
        NietBehandelen.Count + Lijst.Herstel.Count + Vaststellingen.Count == 0 && Lijst is { Intrekkingen: null, Projecten: null };

    /// <summary>By which the next page of those goes on; null on the last one.</summary>
    public string? VolgendeNiet { get; private set; }

    /// <summary>What came of what was signed; empty when nothing was.</summary>
    public IReadOnlyList<Ondertekenregel> Uitkomsten { get; private set; } = [];

    public string? Fout { get; private set; }

    /// <summary>The page of a case on which what was signed is read.</summary>
    public string Blad { get; private set; } = Besluitblad;

    /// <summary>The form in which something is wrong.</summary>
    public string Plaats => Blad == Nietblad ? "niet-behandelen" : "voorstellen";

    public string Sleutel { get; } = Guid.NewGuid().ToString();

    [BindProperty(SupportsGet = true, Name = "na")]
    public string? Na { get; set; }

    [BindProperty(SupportsGet = true, Name = "niet-na")]
    public string? NaNiet { get; set; }

    /// <summary>Ticked: a case with the hash that was seen of it.</summary>
    [BindProperty(Name = "zaak")]
    public List<string> Gekozen { get; set; } = [];

    /// <summary>What a tick sends.</summary>
    public static string Keuze(Wachtendvoorstel voorstel) => $"{voorstel.Zaaknummer} {voorstel.Hash}";

    /// <inheritdoc cref="Keuze(Wachtendvoorstel)"/>
    public static string Keuze(Nietbehandelvoorstel voorstel) => $"{voorstel.Zaaknummer} {voorstel.Hash}";

    /// <summary>A name, or the pseudonym where none was written down.</summary>
    public string Wie(string kenmerk) => collegas.Naam(kenmerk);

    /// <summary>The enterprise of a case, by its name when that is known.</summary>
    public string NaamVan(string zaaknummer, string kvkNummer) => namen.Met(zaaknummer, kvkNummer);

    public Task<IActionResult> OnGet(CancellationToken ct) => Toon(ct);

    public async Task<IActionResult> OnPost(string? sleutel, CancellationToken ct)
    {
        var zaken = Aangevinkt.Select(z => new JsonObject { ["zaaknummer"] = z.Zaaknummer, ["hash"] = z.Hash });
        JsonObject verzoek = new() { ["zaken"] = new JsonArray([.. zaken]) };
        return await Af(await api.Werk(HttpMethod.Post, "ondertekeningen", verzoek, sleutel ?? Sleutel, ct: ct), ct);
    }

    /// <summary>Signs that these applications are not handled.</summary>
    public async Task<IActionResult> OnPostNiet(string? sleutel, CancellationToken ct)
    {
        Blad = Nietblad;
        var zaken = Aangevinkt.ToList();
        JsonObject verzoek = new()
        {
            ["zaaknummers"] = new JsonArray([.. zaken.Select(z => (JsonNode?)z.Zaaknummer)]),
            ["hashes"] = new JsonObject(zaken.Select(z => KeyValuePair.Create(z.Zaaknummer, (JsonNode?)z.Hash))),
        };
        return await Af(await aanvragen.Werk(HttpMethod.Post, "buitenbehandelingstellingen", verzoek, sleutel ?? Sleutel, ct: ct), ct);
    }

    private IEnumerable<(string Zaaknummer, string Hash)> Aangevinkt =>
        Gekozen
            .Select(keuze => keuze.Split(' '))
            .Where(delen => delen.Length == 2)
            .Select(delen => (Zaaknummer: delen[0], Hash: delen[1]))
            .DistinctBy(z => z.Zaaknummer);

    private async Task<IActionResult> Af(JsonAntwoord antwoord, CancellationToken ct)
    {
        if (antwoord.Gelukt)
        {
            Uitkomsten = antwoord.Als<IReadOnlyList<Ondertekenregel>>();
            Gekozen = [];
        }
        else
        {
            Fout =
                Gekozen.Count == 0 ? "Vink eerst aan wat u wilt ondertekenen."
                : antwoord.Fouten is [var fout, ..] ? fout.Uitleg
                : antwoord.Uitleg;
        }
        ModelState.Clear();
        return await Toon(ct);
    }

    private async Task<IActionResult> Toon(CancellationToken ct)
    {
        var na = string.IsNullOrEmpty(Na) ? "" : $"&na={Uri.EscapeDataString(Na)}";
        var antwoord = await api.Werk(HttpMethod.Get, $"ondertekeningen?aantal={PerBladzijde}{na}", ct: ct);
        if (!antwoord.Gelukt)
        {
            // A place in the list that was written by hand.
            return NotFound();
        }
        Lijst = antwoord.Als<Wachtlijst>();
        var naNiet = string.IsNullOrEmpty(NaNiet) ? "" : $"&na={Uri.EscapeDataString(NaNiet)}";
        var (voorstellen, _) = await aanvragen.Lees<IReadOnlyList<Nietbehandelvoorstel>>(
            $"buitenbehandelingvoorstellen?aantal={PerBladzijde + 1}{naNiet}",
            ct
        );
        NietBehandelen = [.. voorstellen.Take(PerBladzijde)];
        VolgendeNiet =
            voorstellen.Count > PerBladzijde && NietBehandelen[^1] is var laatste
                ? string.Create(CultureInfo.InvariantCulture, $"{laatste.MededelenUiterlijk:yyyy-MM-dd} {laatste.Zaaknummer}")
                : null;
        if (string.IsNullOrEmpty(Na))
        {
            (Vaststellingen, _) = await vaststelling.Lees<IReadOnlyList<Wachtendevaststelling>>("vaststellingsvoorstellen", ct);
        }
        await collegas.Lees(ct);
        await namen.Lees(
            [
                .. Lijst.Voorstellen.Select(v => v.Zaaknummer),
                .. Lijst.Herstel.Select(h => h.Zaaknummer),
                .. (Lijst.Intrekkingen ?? []).Select(i => i.Zaaknummer),
                .. (Lijst.Projecten ?? []).Select(p => p.Zaaknummer),
                .. Vaststellingen.Select(v => v.Zaaknummer),
                .. NietBehandelen.Select(v => v.Zaaknummer),
            ],
            ct
        );
        return Page();
    }
}
