using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Pages.Medewerkers;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>What is asked of an application, with what came of it.</summary>
/// <param name="Stukken">The files of this kind, the refused among them.</param>
/// <param name="InFormulier">Whether the form says it; null when it comes as a file.</param>
public sealed record Volledigheidspunt(Gevraagdstuk Gevraagd, IReadOnlyList<Dossierstuk> Stukken, bool? InFormulier)
{
    public bool IsEr => InFormulier ?? Stukken.Any(s => !s.IsGeweigerd);
}

/// <summary>
/// The checklist of what belongs to an application: complete, or a request for what is ticked, with what is the matter with it (4:5 Awb). Of what was
/// completed it is said once more what is missing, which proposes not to handle it.
/// </summary>
public sealed class VolledigheidModel(
    AanvragenApi api,
    Concepten concepten,
    Zaakbladlezer bladlezer,
    Collegas collegas,
    Typwerk typwerk,
    Persoonlezer lezer
) : Werkpagina(api, collegas, typwerk, lezer)
{
    public const string Vormnaam = "volledigheid";

    /// <summary>So begin the names of the fields for what is the matter, as the API calls them.</summary>
    public const string Toelichtingsveld = "toelichting.";

    public const string Volledig = "volledig";

    /// <summary>Of what was completed something is missing still.</summary>
    public const string NogOnvolledig = "nog-onvolledig";

    public IReadOnlyList<Volledigheidspunt> Punten { get; private set; } = [];

    /// <summary>Whether what came as a file can be seen now.</summary>
    public bool ZietStukken { get; private set; }

    public bool KanNu => MagBeoordelen && Zaak.WachtOpVolledigheid && !IsVanAnder;

    /// <summary>Whether a letter goes out in which it can be said what is the matter.</summary>
    public bool KanVragen => KanNu && Weergave.Stand(Zaak.Status) is Status.Ingediend;

    /// <summary>Codes that are ticked.</summary>
    [BindProperty(Name = "ontbreekt")]
    public List<string> Ontbreekt { get; set; } = [];

    /// <summary>What is the matter, by code.</summary>
    public IReadOnlyDictionary<string, string> Toelichtingen { get; private set; } = new Dictionary<string, string>();

    /// <summary>What is wrong with the choice itself.</summary>
    public string? Keuzefout =>
        Vorm?.Antwoord?.Fouten.FirstOrDefault(f => !f.Veld.StartsWith(Toelichtingsveld, StringComparison.Ordinal))?.Uitleg;

    public string? Toelichtingsfout(string code) => Vorm?.Fout(Vormnaam, Toelichtingsveld + code);

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct)
    {
        await Toon(zaaknummer, ct);
        Ontbreekt = [.. Zaak.Ontbreekt ?? []];
        Toelichtingen = Zaak.Toelichtingen ?? Toelichtingen;
        if (Neem() is { } getypt)
        {
            Ontbreekt = [.. getypt.Alle("ontbreekt")];
            Toelichtingen = Geschreven(getypt.Velden);
            Vorm = Beheervorm.Terug(Vormnaam, getypt);
        }
        return Page();
    }

    public async Task<IActionResult> OnPost(string zaaknummer, string? oordeel, CancellationToken ct)
    {
        var volledig = oordeel == Volledig;
        JsonObject verzoek = new() { ["volledig"] = volledig };
        if (!volledig || Ontbreekt.Count > 0)
        {
            verzoek["ontbreekt"] = new JsonArray([.. Ontbreekt.Select(code => JsonValue.Create(code))]);
        }
        Toelichtingen = Geschreven(Request.Form.Select(v => KeyValuePair.Create(v.Key, v.Value.ToString())));
        if (Toelichtingen.Count > 0)
        {
            verzoek["toelichting"] = new JsonObject(Toelichtingen.Select(t => KeyValuePair.Create(t.Key, (JsonNode?)t.Value)));
        }
        var antwoord = await Doe(zaaknummer, "/volledigheid", verzoek, ct);
        if (antwoord.Gelukt)
        {
            Gebeurd = oordeel switch
            {
                Volledig => "De aanvraag is volledig verklaard.",
                NogOnvolledig => "U stelt voor om de aanvraag niet te behandelen. Een ander ondertekent dat.",
                _ => "Genoteerd. De aanvrager krijgt een brief; de termijn begint de dag na de verzending.",
            };
            return Redirect(Adres(zaaknummer, oordeel == NogOnvolledig ? "/buiten-behandeling" : ""));
        }
        await Onthoud(zaaknummer, Vormnaam, verzoek, antwoord, ct);
        await Toon(zaaknummer, ct);
        return Page();
    }

    private static Dictionary<string, string> Geschreven(IEnumerable<KeyValuePair<string, string>> velden) =>
        velden
            .Where(v => v.Key.StartsWith(Toelichtingsveld, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(v.Value))
            .ToDictionary(v => v.Key[Toelichtingsveld.Length..], v => v.Value);

    private async Task Toon(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        var (formulier, gevraagd) = await concepten.Gevraagd(Zaak.Tijdvak, ct);
        var stukken = await bladlezer.Stukken(zaaknummer, ct);
        var ingevuld = Invulling.Van(formulier, Zaak.Formulier);
        ZietStukken = stukken is not null;
        Punten =
        [
            .. gevraagd.Select(g => new Volledigheidspunt(
                g,
                [.. (stukken ?? []).Where(s => s.Soort == g.Code)],
                g.AlsBestand ? null : g.Velden.All(veld => !ingevuld.IsLeeg(veld))
            )),
        ];
    }
}
