using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Pages.Medewerkers;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Rapporten;

/// <summary>
/// The training or development plan, begun from the report: written in as many times as one likes, and fixed once. Every button keeps what was typed.
/// </summary>
[RequestFormLimits(ValueCountLimit = 2000)]
public sealed class PlanModel(LeercultuurscansApi api, Typwerk typwerk, Persoonlezer lezer, Teksten t) : Rapportpagina(api)
{
    public const string Naam = "plan";
    private const string Erbij = "erbij";
    private const string Weg = "weg-";
    private const string Vaststellen = "vaststellen";

    public Planbeeld Beeld { get; private set; } = null!;

    /// <summary>As it was typed last, or stands.</summary>
    public Ontwikkelplan Plan { get; private set; } = null!;

    public Leernamen Namen { get; private set; } = null!;

    /// <summary>What came of the form that was sent; null when none was.</summary>
    public Beheervorm? Vorm { get; private set; }

    [TempData]
    public string? Gebeurd { get; set; }

    public string Sleutel { get; } = Guid.NewGuid().ToString();

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public IReadOnlyList<(string Waarde, string Titel)> Dimensies =>
        [("", t["Bij geen onderwerp"]), .. Namen.PerCode.Select(n => (n.Key, n.Value.In(t)))];

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Toon(ct) && typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            Zet(Beheervorm.Terug(Naam, getypt));
        }
        return Page();
    }

    /// <summary>The plan as a PDF.</summary>
    public Task<IActionResult> OnGetPlanbestand(CancellationToken ct) => Bestand("/plan", "/plan/pdf", ct);

    /// <param name="doe">erbij, weg- with the number of a line, vaststellen; anything else keeps it.</param>
    public async Task<IActionResult> OnPost(string? doe, string? sleutel, CancellationToken ct)
    {
        var getypt = Request.Form.ToDictionary(v => v.Key, v => v.Value.ToString());
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
        if (antwoord.Gelukt && doe == Vaststellen)
        {
            antwoord = await Api.Vraag(HttpMethod.Post, Pad("/plan/vaststelling")[1..], new JsonObject(), sleutel ?? Sleutel, ct);
        }
        if (antwoord.Gelukt || antwoord.Code == "plan-vastgesteld")
        {
            Gebeurd =
                !antwoord.Gelukt || doe == Vaststellen
                    ? t["Uw plan is vastgesteld. Bewaar het als PDF en stuur het mee met uw aanvraag of declaratie."]
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

    private async Task<bool> Toon(CancellationToken ct)
    {
        if (await Haal<Planbeeld>("/plan", ct) is not { } beeld)
        {
            return false;
        }
        Beeld = beeld;
        Plan = beeld.Plan;
        Namen = await Leernamen.Lees(Api, null, ct);
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
