using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>
/// Answers a request to complete an application: only the parts of the form that belong to what was asked, and the files. It can be done once, so
/// who forgets a file is told first. One form, so that what was written is still there after a file was sent.
/// </summary>
[ResponseCache(NoStore = true)]
[RequestSizeLimit(Bestandspost.MeesteBytes)]
[RequestFormLimits(ValueCountLimit = 8000, MultipartBodyLengthLimit = Bestandspost.MeesteBytes)]
public sealed class AanvullenModel(
    AanvragenApi api,
    DossiersApi dossiers,
    Concepten concepten,
    Stukkenlezer lezing,
    Bestandspost post,
    Typwerk typwerk,
    Kladblad klad,
    Persoonlezer lezer,
    Teksten t
) : Kladpagina(typwerk, klad, lezer)
{
    // As the API names what is in the form.
    private const string Formulierdeel = "formulier.";

    private const string Toelichtingsveld = "_toelichting";

    private Aanvulformulier _formulier = null!;

    /// <summary>Whether there is something to complete.</summary>
    public bool Kan { get; private set; }

    /// <summary>The last day, when the request was sent.</summary>
    public DateOnly? Uiterlijk { get; private set; }

    public IReadOnlyList<Gevraagdstuk> Gevraagd { get; private set; } = [];

    /// <summary>What is the matter with what came, by the code of what is asked; in the words of the assessor.</summary>
    public IReadOnlyDictionary<string, string> WatErMisIs { get; private set; } = new Dictionary<string, string>();

    /// <summary>Only what may change.</summary>
    public Veld Formulier => _formulier.Formulier;

    public Invulling Invulling { get; private set; } = new();

    /// <summary>What was sent of what is asked as a file; null when it cannot be looked up now.</summary>
    public IReadOnlyList<Dossierstuk>? Stukken { get; private set; }

    /// <summary>What may be sent; null when no file is asked, and when it cannot be looked up now.</summary>
    public Bestandseisen? Eisen { get; private set; }

    /// <summary>Why a file was not taken, by the id of its field; Dutch when the API said it.</summary>
    public Dictionary<string, (string Uitleg, bool VanApi)> Bestandfouten { get; } = [];

    /// <summary>A file came in, and the page goes on.</summary>
    public string? Ontvangen { get; private set; }

    public string? Toelichting { get; private set; }

    public string? Bericht { get; private set; }

    /// <summary>A file is missing and that was told: it can be sent without it after all.</summary>
    public bool VraagtZonder { get; private set; }

    public IReadOnlyList<Foutregel> Fouten =>
        [.. Bestandfouten.Select(f => new Foutregel(f.Key, "", f.Value.Uitleg, null)), .. Foutregel.Van(Formulier, Invulling)];

    public IEnumerable<Gevraagdstuk> Bestanden => Gevraagd.Where(g => g.AlsBestand);

    public IEnumerable<Gevraagdstuk> NogTeSturen => Stukken is null ? [] : Bestanden.Where(g => Van(g).All(s => s.IsGeweigerd));

    protected override IReadOnlyDictionary<string, string> Bewaarvelden =>
        new Dictionary<string, string>(Invulling.Waarden) { [Toelichtingsveld] = Toelichting ?? "" };

    public IEnumerable<Dossierstuk> Van(Gevraagdstuk stuk) => (Stukken ?? []).Where(s => s.Soort == stuk.Code);

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        Invulling = _formulier.Ingevuld();
        await GeefTerug(Kan, ct);
        return Page();
    }

    protected override void Neem(IReadOnlyDictionary<string, string> velden)
    {
        Invulling = Invulling.Van(Formulier, velden.Where(v => !v.Key.StartsWith('_')));
        Toelichting = velden.GetValueOrDefault(Toelichtingsveld);
    }

    protected override void LeesVorm()
    {
        Toelichting = Request.Form[Toelichtingsveld].ToString();
        Invulling = Invulling.Van(Formulier, Invulling.Velden(Request.Form));
    }

    public async Task<IActionResult> OnPost(string zaaknummer, [FromForm(Name = "_doe")] string? doe, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        return await Verwerk(Kan, doe, (t["Wij hebben uw aanvulling ontvangen. U hoeft nu niets te doen."], $"/zaken/{zaaknummer}"), ct);
    }

    /// <summary>Takes the files that came, changes rows, and sends the completion when that was asked.</summary>
    /// <returns>Whether the completion was sent.</returns>
    protected override async Task<bool> Verstuur(string? doe, CancellationToken ct)
    {
        var gekozen = Bestandspost.Gekozen(doe);
        await Ontvang(gekozen, ct);
        if (Invulling.Doe(Formulier, doe) is { } gewijzigd)
        {
            Invulling = gewijzigd;
            return false;
        }
        if (gekozen is not null || Bestandfouten.Count > 0)
        {
            return false;
        }
        Invulling = Invulling.Opgeruimd();
        var json = Invulling.Json(Formulier);
        if (Invulling.Fouten.Count > 0)
        {
            return false;
        }
        if (NogTeSturen.Any() && Request.Form["_zonder"] != "ja")
        {
            VraagtZonder = true;
            Bericht = t["U hebt nog niet elk bestand gestuurd dat wij vroegen. Aanvullen kan één keer: stuur het eerst."];
            return false;
        }
        var antwoord = await api.Vraag(
            HttpMethod.Post,
            $"aanvragen/{Uri.EscapeDataString(Zaaknummer)}/aanvulling",
            Verzoek(json),
            Gestuurdesleutel,
            ct: ct
        );
        if (!antwoord.Gelukt)
        {
            Meld(antwoord);
        }
        return antwoord.Gelukt;
    }

    private async Task Ontvang(string? gekozen, CancellationToken ct)
    {
        var gevraagd = Bestanden.Select(stuk => (stuk.Code, stuk.Code));
        Ontvangen = await post.Ontvang(Zaaknummer, Request.Form.Files, gevraagd, gekozen, Gestuurdesleutel, Bestandfouten, ct);
        if (Ontvangen is not null)
        {
            Stukken = await dossiers.Documenten(Zaaknummer, ct);
        }
    }

    private JsonObject Verzoek(JsonObject json)
    {
        var verzoek = new JsonObject();
        if (Formulier.Velden.Count > 0)
        {
            verzoek["formulier"] = _formulier.Geheel(json);
        }
        if (Toegelicht() is { Length: > 0 } toelichting)
        {
            verzoek["toelichting"] = toelichting;
        }
        return verzoek;
    }

    /// <summary>Who sends files only need not write which.</summary>
    private string Toegelicht() =>
        !string.IsNullOrWhiteSpace(Toelichting) || Formulier.Velden.Count > 0 ? Toelichting?.Trim() ?? ""
        : string.Join(", ", Bestanden.SelectMany(Van).Where(s => !s.IsGeweigerd).Select(s => s.Label(t))) is { Length: > 0 } namen
            ? $"Gestuurd: {namen}"
        : "Geen document gestuurd.";

    private void Meld(JsonAntwoord antwoord)
    {
        foreach (var fout in antwoord.Fouten)
        {
            var pad = _formulier.Hier(
                fout.Veld.StartsWith(Formulierdeel, StringComparison.Ordinal) ? fout.Veld[Formulierdeel.Length..] : fout.Veld
            );
            if (Formulier.Zoek(pad) is not null)
            {
                Invulling.Meld(pad, fout.Uitleg, fout.Artikel);
            }
            else
            {
                Bericht = $"{Bericht} {fout.Uitleg} {(fout.Artikel is { } artikel ? $"({artikel})" : "")}".Trim();
            }
        }
        if (antwoord.Fouten.Count == 0)
        {
            Bericht = $"{antwoord.Uitleg} {(antwoord.Artikel is { } artikel ? $"({artikel})" : "")}".Trim();
        }
    }

    private async Task Laad(string zaaknummer, CancellationToken ct)
    {
        Zaaknummer = zaaknummer;
        var aanvraag = (JsonObject)(await api.Vraag(HttpMethod.Get, $"aanvragen/{Uri.EscapeDataString(zaaknummer)}", ct: ct)).Inhoud!;
        Kan = (string?)aanvraag["status"] == "aanvulling-gevraagd" && aanvraag["formulier"] is JsonObject;
        Uiterlijk = (string?)aanvraag["aanvullenUiterlijk"] is { } dag
            ? DateOnly.ParseExact(dag, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : null;
        var ontbreekt = (aanvraag["ontbreekt"] as JsonArray ?? []).Select(o => (string)o!).ToHashSet();
        var (formulier, stukken) = await concepten.Gevraagd((string)aanvraag["tijdvak"]!, ct);
        Gevraagd = [.. stukken.Where(s => ontbreekt.Contains(s.Code))];
        WatErMisIs = (aanvraag["toelichtingen"] as JsonObject ?? []).ToDictionary(t => t.Key, t => (string)t.Value!);
        _formulier = new(formulier, aanvraag["formulier"] as JsonObject ?? [], Gevraagd);
        Stukken = Bestanden.Any() ? await lezing.Lees(zaaknummer, ct) : [];
        Eisen = Bestanden.Any() && Stukken is not null ? await dossiers.Eisen(ct) : null;
    }
}
