using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>
/// Shows that the activities were done: of each its documents and what was done, and then all of it at once. One form, so that what was written is
/// still there after a file was sent.
/// </summary>
[ResponseCache(NoStore = true)]
[RequestSizeLimit(Bestandspost.MeesteBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = Bestandspost.MeesteBytes)]
public sealed class BewijsModel(
    VaststellingApi api,
    DossiersApi dossiers,
    Bestandspost post,
    Typwerk typwerk,
    Kladblad klad,
    Persoonlezer lezer,
    Teksten t
) : PageModel
{
    /// <summary>Sends what can be sent, without what is still examined: nobody misses the last day by our scanner.</summary>
    public const string ZonderOnderzoek = "zonder";

    private readonly Dictionary<string, string> _teksten = [];

    public string Zaaknummer { get; private set; } = "";

    public Verantwoordingsbeeld Verantwoording { get; private set; } = null!;

    public IReadOnlyList<Dossierstuk> Stukken { get; private set; } = [];

    public Bestandseisen Eisen { get; private set; } = null!;

    public string Sleutel { get; private set; } = Guid.NewGuid().ToString();

    /// <summary>What is wrong, by the id of its field; Dutch when the API said it.</summary>
    public Dictionary<string, (string Uitleg, bool VanApi)> Fouten { get; } = [];

    public string? Bericht { get; private set; }

    /// <summary>A file came in, and the page goes on.</summary>
    public string? Ontvangen { get; private set; }

    /// <summary>A document is not examined yet, and would not come along.</summary>
    public bool WachtOpOnderzoek { get; private set; }

    public Bewaarreden? Teruggehaald { get; private set; }

    /// <summary>What is kept of what is typed here.</summary>
    public Kladblad Klad => klad;

    public bool MagBewijzen => Persoon?.Mag(Machtigingsomvang.Verantwoorden) == true;

    public string Zegel => typwerk.Zegel(Persoon);

    [TempData]
    public string? Gebeurd { get; set; }

    public IReadOnlyList<Foutregel> Foutregels => [.. Fouten.Select(f => new Foutregel(f.Key, "", f.Value.Uitleg, null))];

    private Persoon? Persoon => lezer.Lees(HttpContext);

    public static string Tekstveld(string activiteit) => $"toelichting-{activiteit}";

    public string Tekst(string activiteit) =>
        _teksten.GetValueOrDefault(Tekstveld(activiteit)) ?? Verantwoording.Bewijs?.Toelichting?.GetValueOrDefault(activiteit) ?? "";

    /// <summary>What was sent for an activity, here or by other software.</summary>
    public IReadOnlyList<Dossierstuk> Van(string activiteit) =>
        [
            .. Stukken.Where(s =>
                s.Soort == Verantwoordingsbeeld.Soort(activiteit)
                || Verantwoording.Bewijs?.Stukken.Any(b => b.Activiteit == activiteit && b.Documenten.Contains(s.Id)) == true
            ),
        ];

    public async Task OnGet(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        if (Verantwoording.KanBewijzen && await klad.Open(HttpContext, ct) is { } bewaard)
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
        if (!Verantwoording.KanBewijzen)
        {
            return vanzelf ? Kladblad.Gesloten() : Page();
        }
        if (doe == Kladblad.Weg)
        {
            await klad.Wis(HttpContext, ct);
            return Redirect($"/aanvragen/{zaaknummer}/bewijs");
        }
        Neem(Request.Form.ToDictionary(v => v.Key, v => v.Value.ToString()));
        if (!vanzelf && await Verstuur(doe, ct))
        {
            await klad.Wis(HttpContext, ct);
            Gebeurd = t["Wij hebben uw bewijs ontvangen. U hoeft nu niets te doen."];
            return Redirect($"/zaken/{zaaknummer}");
        }
        await klad.Bewaar(HttpContext, _teksten, ct);
        return vanzelf ? klad.Antwoord() : Page();
    }

    /// <summary>Takes the files that came, and sends the proof when that was asked.</summary>
    /// <returns>Whether the proof was sent.</returns>
    private async Task<bool> Verstuur(string? doe, CancellationToken ct)
    {
        var sleutel = Guid.TryParse(Request.Form["_sleutel"], out var gekomen) ? gekomen.ToString() : Sleutel;
        var gekozen = Bestandspost.Gekozen(doe);
        await Ontvang(gekozen, sleutel, ct);
        if (gekozen is not null || Fouten.Count > 0)
        {
            return false;
        }
        WachtOpOnderzoek = doe != ZonderOnderzoek && Verantwoording.Activiteiten.SelectMany(Van).Any(s => !s.IsTeOpenen && !s.IsGeweigerd);
        if (WachtOpOnderzoek)
        {
            Ontvangen = $"{Ontvangen} {t["Wij onderzoeken het eerst. Verstuur uw bewijs over een minuut."]}".Trim();
            return false;
        }
        var antwoord = await api.Bewijs(Zaaknummer, Verzoek(), sleutel, ct);
        if (!antwoord.Gelukt)
        {
            Meld(antwoord);
        }
        return antwoord.Gelukt;
    }

    private async Task Ontvang(string? gekozen, string sleutel, CancellationToken ct)
    {
        var gevraagd = Verantwoording.Activiteiten.Select(a => (a, Verantwoordingsbeeld.Soort(a)));
        Ontvangen = await post.Ontvang(Zaaknummer, Request.Form.Files, gevraagd, gekozen, sleutel, Fouten, ct);
        if (Ontvangen is not null)
        {
            Stukken = await dossiers.Documenten(Zaaknummer, ct);
        }
    }

    private JsonObject Verzoek() =>
        new()
        {
            ["activiteiten"] = new JsonArray([
                .. Verantwoording.Activiteiten.Select(a => new JsonObject
                {
                    ["soort"] = a,
                    ["toelichting"] = Tekst(a),
                    ["documenten"] = new JsonArray([.. Van(a).Where(s => s.IsTeOpenen).Select(s => JsonValue.Create(s.Id))]),
                }),
            ]),
        };

    private void Meld(JsonAntwoord antwoord)
    {
        foreach (var fout in antwoord.Fouten)
        {
            var activiteit =
                Pad.Rijen(fout.Veld).FirstOrDefault() is { } rij && Pad.Rijnummer(rij["activiteiten".Length..]) is { } nummer
                    ? Verantwoording.Activiteiten.ElementAtOrDefault(nummer)
                    : null;
            switch (activiteit)
            {
                case null:
                    Bericht = $"{Bericht} {fout.Uitleg}".Trim();
                    break;
                case var _ when fout.Veld.EndsWith(".toelichting", StringComparison.Ordinal):
                    Fouten[Tekstveld(activiteit)] = (fout.Uitleg, true);
                    break;
                case var _ when fout.Veld.EndsWith(".documenten", StringComparison.Ordinal):
                    Fouten[Bestandspost.Veld(activiteit)] = (t["Stuur ten minste één document van deze activiteit."], false);
                    break;
                default:
                    Fouten[Bestandspost.Veld(activiteit)] = (
                        t["Een document is nog niet verwerkt. Wacht een minuut en verstuur uw bewijs dan opnieuw."],
                        false
                    );
                    break;
            }
        }
        if (antwoord.Fouten.Count == 0)
        {
            Bericht = $"{antwoord.Uitleg} {(antwoord.Artikel is { } artikel ? $"(artikel {artikel})" : "")}".Trim();
        }
    }

    private void Neem(IReadOnlyDictionary<string, string> velden)
    {
        foreach (var veld in Verantwoording.Activiteiten.Select(Tekstveld).Where(velden.ContainsKey))
        {
            _teksten[veld] = velden[veld];
        }
    }

    private async Task Laad(string zaaknummer, CancellationToken ct)
    {
        Zaaknummer = zaaknummer;
        // Whose it is; that of another is not found.
        Stukken = await dossiers.Documenten(zaaknummer, ct);
        Verantwoording = await Beeld(zaaknummer, ct);
        Eisen = await dossiers.Eisen(ct);
    }

    /// <summary>Before the award there is nothing to account for.</summary>
    private async Task<Verantwoordingsbeeld> Beeld(string zaaknummer, CancellationToken ct)
    {
        try
        {
            return await api.Lees(zaaknummer, ct);
        }
        catch (ApiException e) when (e.StatusCode == StatusCodes.Status404NotFound)
        {
            return new("niet-opengesteld", []);
        }
    }
}
