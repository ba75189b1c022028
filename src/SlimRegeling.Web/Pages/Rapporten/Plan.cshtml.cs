using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Pages.Medewerkers;
using SlimRegeling.Web.Scanwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Rapporten;

/// <summary>
/// The training or development plan, begun from the report: written in as many times as one likes, and fixed once. Every button keeps what was typed.
/// Fixed, it goes to a case as the result of activity A.
/// </summary>
[RequestFormLimits(ValueCountLimit = 2000)]
public sealed class PlanModel(LeercultuurscansApi api, DossiersApi dossiers, Typwerk typwerk, Persoonlezer lezer, Teksten t)
    : Rapportpagina(api)
{
    public const string Naam = "plan";

    /// <summary>The form that sends the plan to a case.</summary>
    public const string Naarzaak = "dossier";

    /// <summary>The tick without which nothing is fixed.</summary>
    public const string Zeker = "zeker";
    private const string Ja = "ja";
    private const string AlVast = "plan-vastgesteld";
    private const string Erbij = "erbij";
    private const string Weg = "weg-";
    private const string Vaststellen = "vaststellen";

    public Planbeeld Beeld { get; private set; } = null!;

    /// <summary>As it was typed last, or stands.</summary>
    public Ontwikkelplan Plan { get; private set; } = null!;

    public Leernamen Namen { get; private set; } = null!;

    /// <summary>What came of the form that was sent; null when none was.</summary>
    public Beheervorm? Vorm { get; private set; }

    /// <summary>What was typed before one was signed out came too late.</summary>
    public bool IsVerloren { get; private set; }

    [TempData]
    public string? Gebeurd { get; set; }

    /// <summary>That what was typed was not kept, because the plan had been fixed meanwhile.</summary>
    [TempData]
    public string? Verloren { get; set; }

    /// <summary>The case that the scan is evidence in; null when there is none.</summary>
    public string? Zaak { get; private set; }

    public string Sleutel { get; } = Guid.NewGuid().ToString();

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public IReadOnlyList<(string Waarde, string Titel)> Dimensies =>
        [("", t["Bij geen onderwerp"]), .. Namen.PerCode.Select(n => (n.Key, n.Value.In(t)))];

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Toon(ct) && typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            if (getypt.Velden.GetValueOrDefault(Beheervorm.Naamveld) == Naarzaak)
            {
                Vorm = Beheervorm.Terug(Naarzaak, getypt);
            }
            else if (!Beeld.Vastgesteld)
            {
                Zet(Beheervorm.Terug(Naam, getypt));
            }
            else
            {
                IsVerloren = true;
            }
        }
        return Page();
    }

    /// <summary>Sends the plan that was fixed to the documents of a case.</summary>
    public async Task<IActionResult> OnPostDossier(string? zaaknummer, string? sleutel, CancellationToken ct)
    {
        if (!await Toon(ct) || !Beeld.Vastgesteld)
        {
            return Redirect(Pad("/plan"));
        }
        if (await StuurNaarZaak(zaaknummer?.Trim(), sleutel ?? Sleutel, ct) is not { } fout)
        {
            Gebeurd = t["Het plan staat bij de documenten van {0}. Het hoort daar bij activiteit A.", zaaknummer!.Trim()];
            return Redirect(Pad("/plan"));
        }
        ModelState.Clear();
        Vorm = new(Naarzaak, Getypt(), Onjuist("zaaknummer", fout));
        return Page();
    }

    /// <summary>The plan as a PDF.</summary>
    public Task<IActionResult> OnGetPlanbestand(CancellationToken ct) => Bestand("/plan", "/plan/pdf", ct);

    /// <param name="doe">erbij, weg- with the number of a line, vaststellen; anything else keeps it.</param>
    public async Task<IActionResult> OnPost(string? doe, string? sleutel, CancellationToken ct)
    {
        var getypt = Getypt();
        var plan = Lees(getypt);
        var gewijzigd = doe switch
        {
            Erbij => plan with { Regels = [.. plan.Regels, new Planregel("", "", "", "", "", "")] },
            { } weg when weg.StartsWith(Weg, StringComparison.Ordinal) => plan with
            {
                Regels = [.. plan.Regels.Where((_, i) => $"{Weg}{i}" != weg)],
            },
            _ => plan,
        };
        var antwoord = await Api.Vraag(
            HttpMethod.Put,
            Pad("/plan")[1..],
            JsonSerializer.SerializeToNode(gewijzigd, Json.Opties),
            Guid.NewGuid().ToString(),
            ct
        );
        if (antwoord.Gelukt && doe == Vaststellen && getypt.GetValueOrDefault(Zeker) != Ja)
        {
            antwoord = Onjuist(Zeker, "Zet een vinkje om het plan vast te stellen.");
        }
        else if (antwoord.Gelukt && doe == Vaststellen)
        {
            antwoord = await Api.Vraag(HttpMethod.Post, Pad("/plan/vaststelling")[1..], new JsonObject(), sleutel ?? Sleutel, ct);
        }
        if (antwoord.Code == AlVast && await Haal<Planbeeld>("/plan", ct) is { } vast)
        {
            // The same button twice, or another window.
            if (Tekst(vast.Plan) == Tekst(gewijzigd))
            {
                Gebeurd = Vastgesteld;
            }
            else
            {
                Verloren = TeLaat;
            }
            return Redirect(Pad("/plan"));
        }
        if (antwoord.Gelukt)
        {
            Gebeurd =
                doe == Vaststellen ? Vastgesteld
                : doe == Erbij ? t["Er is een regel bij. Wat u typte, is bewaard."]
                : doe?.StartsWith(Weg, StringComparison.Ordinal) == true ? t["De regel is weg. Wat u typte, is bewaard."]
                : t["Uw plan is bewaard. U kunt later verder."];
            return Redirect(Pad("/plan") + (doe == Erbij ? $"#regel-{gewijzigd.Regels.Count - 1}" : ""));
        }
        ModelState.Clear();
        if (await Toon(ct))
        {
            Zet(new(Naam, getypt, antwoord));
        }
        return Page();
    }

    /// <summary>What is told to who typed in a plan that had been fixed.</summary>
    public string TeLaat => t["Het plan was al vastgesteld, misschien in een ander venster. Wat u net typte, is niet bewaard."];

    private string Vastgesteld => t["Uw plan is vastgesteld. Bewaar het als PDF, of voeg het hieronder toe aan een zaak."];

    private static string Tekst(Ontwikkelplan plan) => JsonSerializer.Serialize(plan, Json.Opties);

    private static JsonAntwoord Onjuist(string veld, string uitleg) =>
        new(422, new JsonObject { ["fouten"] = new JsonArray(new JsonObject { ["veld"] = veld, ["uitleg"] = uitleg }) }, null);

    private Dictionary<string, string> Getypt() => Request.Form.ToDictionary(v => v.Key, v => v.Value.ToString());

    /// <returns>Why it could not be, in Dutch; null when it is there.</returns>
    private async Task<string?> StuurNaarZaak(string? getypt, string sleutel, CancellationToken ct)
    {
        if (!Zaaknummer.TryParse(getypt, null, out var zaaknummer))
        {
            return "Dit is geen zaaknummer. Neem het over van uw concept of ontvangstbevestiging.";
        }
        using var pdf = await Api.Bestand(Pad("/plan/pdf")[1..], ct);
        using var inhoud = new MemoryStream(await pdf.Content.ReadAsByteArrayAsync(ct));
        try
        {
            var antwoord = await dossiers.Stuur(
                zaaknummer,
                Verantwoordingsbeeld.Soort("A"),
                inhoud,
                $"ontwikkelplan-{Scan}.pdf",
                sleutel,
                ct
            );
            return antwoord.Gelukt ? null
                : antwoord.Fouten is [var fout, ..] ? fout.Uitleg
                : antwoord.Uitleg;
        }
        catch (ApiException e) when (e.StatusCode is 403 or 404)
        {
            return "Deze zaak is er niet, of is niet van u. Controleer het nummer.";
        }
    }

    private async Task<bool> Toon(CancellationToken ct)
    {
        if (await Haal<Planbeeld>("/plan", ct) is not { } beeld)
        {
            return false;
        }
        Beeld = beeld;
        Plan = beeld.Plan;
        Namen = await Leernamen.Lees(Api, null, ct);
        if (beeld.Vastgesteld)
        {
            var scan = await Api.Lees<Scanstand>(Pad()[1..], ct);
            Zaak = scan.Gekoppeld.Count > 0 ? scan.Gekoppeld[^1] : scan.Zaaknummer;
        }
        return true;
    }

    private void Zet(Beheervorm vorm)
    {
        Vorm = vorm;
        Plan = Lees(vorm.Getypt);
    }

    private static Ontwikkelplan Lees(IReadOnlyDictionary<string, string> velden)
    {
        var regels = new List<Planregel>();
        while (velden.ContainsKey($"regels[{regels.Count}].doel"))
        {
            var regel = $"regels[{regels.Count}]";
            regels.Add(
                new(
                    Van($"{regel}.doel"),
                    Van($"{regel}.aanpak"),
                    Van($"{regel}.voor"),
                    Van($"{regel}.wie"),
                    Van($"{regel}.wanneer"),
                    Van($"{regel}.meten"),
                    Of($"{regel}.dimensie"),
                    Of($"{regel}.interventie")
                )
            );
        }
        return new(Van("aanleiding"), Van("visie"), regels, Van("middelen"), Van("volgen"));

        string Van(string naam) => velden.GetValueOrDefault(naam, "").Trim();

        string? Of(string naam) => Van(naam) is { Length: > 0 } waarde ? waarde : null;
    }
}
