using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Relaties;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Medewerkers;

/// <summary>Which of the roles one form is about.</summary>
/// <param name="Heeft">Of those, what this employee has now; null where the form does not tell.</param>
public sealed record Rolkeuze(string Vorm, IReadOnlyList<string> Rollen, Beheervorm? Laatste, IReadOnlyList<string>? Heeft = null)
{
    public string Id => $"{Vorm}-rol";

    public string? Waarde => Laatste?.Waarde(Vorm, "rol");

    public string? Fout => Laatste?.Fout(Vorm, "rol");
}

/// <summary>One employee: roles with where each comes from, what a beheerder can do about them, what waits for a second one, and the history.</summary>
[ResponseCache(NoStore = true)]
public sealed class MedewerkerModel(RelatiesApi api, Typwerk typwerk, Persoonlezer lezer, Teksten t) : PageModel
{
    public static readonly IReadOnlyList<string> AlleRollen = [.. Rollen.VanUitvoerder.Order().Select(r => r.Claimwaarde())];

    public MedewerkersTonenBeeld Beeld { get; private set; } = null!;

    /// <summary>What came of the form that was sent; null when none was.</summary>
    public Beheervorm? Vorm { get; private set; }

    [BindProperty(SupportsGet = true, Name = "gedaan")]
    public string? Gedaan { get; set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public bool MagBeheren => lezer.Lees(HttpContext)?.Heeft(Rol.Beheerder) == true;

    public bool MagBeslissen => MagBeheren && !Beeld.ZelfU;

    /// <summary>What this employee has, or would have without a block.</summary>
    public IReadOnlyList<string> Heeft =>
        [
            .. AlleRollen.Where(r =>
                (Beeld.Medewerker.VolgensProvider.Contains(r) || Beeld.Medewerker.Toegekend.Contains(r))
                && !Beeld.Medewerker.Ingetrokken.Contains(r)
            ),
        ];

    /// <summary>First what this employee has; then what the provider can still come to give.</summary>
    public IReadOnlyList<string> InTeTrekken => [.. Heeft, .. AlleRollen.Except(Heeft).Except(Beeld.Medewerker.Ingetrokken)];

    public IReadOnlyList<string> ToeTeKennen => [.. AlleRollen.Except(Heeft)];

    /// <summary>What was decided here about a role, in words.</summary>
    public string Besloten(string rol) =>
        Beeld.Medewerker.Toegekend.Contains(rol) ? t["toegekend"]
        : !Beeld.Medewerker.Ingetrokken.Contains(rol) ? "–"
        : Beeld.Medewerker.VolgensProvider.Contains(rol) ? t["ingetrokken"]
        : t["ingetrokken, ook als de aanmelddienst de rol later geeft"];

    public string? Gebeurd =>
        Gedaan switch
        {
            "intrekken" => t["De rol is ingetrokken. Binnen enkele seconden werkt dat overal."],
            "toekennen" or "deblokkeren" => t["Uw voorstel ligt klaar. Vraag een andere beheerder om het te bevestigen."],
            "blokkeren" => t["Deze persoon is geblokkeerd. Binnen enkele seconden heeft die nergens meer toegang."],
            "bevestigen" => t["Het voorstel is bevestigd. Binnen enkele seconden werkt dat overal."],
            "terugzenden" => t["Het voorstel is teruggezonden."],
            "naam" => t["De naam is bewaard."],
            _ => null,
        };

    /// <summary>A form opens when something was wrong with it.</summary>
    public bool Open(string vorm) => Vorm?.Naam == vorm;

    /// <summary>Whether the form is still there: what it was for can have been done meanwhile by another.</summary>
    private bool Biedt(string vorm) =>
        MagBeslissen
        && vorm switch
        {
            "intrekken" => InTeTrekken.Count > 0,
            "toekennen" => ToeTeKennen.Count > 0,
            "deblokkeren" => Beeld.Medewerker.Geblokkeerd,
            "blokkeren" => !Beeld.Medewerker.Geblokkeerd,
            "naam" => true,
            _ => Beeld.Voorstellen.Any(v => vorm == $"voorstel-{v.Voorstel}"),
        };

    /// <summary>A step of the history in words.</summary>
    public string Wat(MedewerkersTonenStap stap)
    {
        var rollen = string.Join(", ", stap.Rollen.Select(r => t[Rolnaam.Van(r)]));
        return stap.Wat switch
        {
            "aangemeld" => t["Aangemeld; de aanmelddienst gaf: {0}", rollen],
            "rol-ingetrokken" => t["Rol ingetrokken: {0}", rollen],
            "rol-toegekend" => t["Rol toegekend: {0} (voorstel {1})", rollen, stap.Voorstel],
            "geblokkeerd" => t["Geblokkeerd"],
            "gedeblokkeerd" => t["Weer toegang (voorstel {0})", stap.Voorstel],
            "voorgesteld" => rollen.Length > 0
                ? t["Voorstel {0}: rol {1} toekennen", stap.Voorstel, rollen]
                : t["Voorstel {0}: weer toegang geven", stap.Voorstel],
            "teruggezonden" => t["Voorstel {0} teruggezonden", stap.Voorstel],
            _ => t["Naam opgeschreven of weggehaald"],
        };
    }

    public async Task OnGet(string id, CancellationToken ct)
    {
        Beeld = await api.GetMedewerkersIdAsync(id, ct);
        if (
            Vorm is null
            && typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt
            && getypt.Velden.TryGetValue(Beheervorm.Naamveld, out var vorm)
            && Biedt(vorm)
        )
        {
            Vorm = Beheervorm.Terug(vorm, getypt);
        }
    }

    public Task<IActionResult> OnPostIntrekken(string id, string? rol, string? reden, CancellationToken ct) =>
        Doe(id, "intrekken", "intrekkingen", new() { ["rol"] = rol ?? "", ["reden"] = reden ?? "" }, ct);

    public Task<IActionResult> OnPostToekennen(string id, string? rol, string? reden, CancellationToken ct) =>
        Doe(
            id,
            "toekennen",
            "voorstellen",
            new()
            {
                ["soort"] = "rol-toekennen",
                ["rol"] = rol ?? "",
                ["reden"] = reden ?? "",
            },
            ct
        );

    public Task<IActionResult> OnPostDeblokkeren(string id, string? reden, CancellationToken ct) =>
        Doe(id, "deblokkeren", "voorstellen", new() { ["soort"] = "deblokkeren", ["reden"] = reden ?? "" }, ct);

    public Task<IActionResult> OnPostNaam(string id, string? naam, CancellationToken ct) =>
        Doe(id, "naam", "naam", new() { ["naam"] = naam ?? "" }, ct, HttpMethod.Put);

    public Task<IActionResult> OnPostBevestigen(string id, int voorstel, string? hash, CancellationToken ct) =>
        Doe(id, "bevestigen", $"voorstellen/{voorstel}/bevestiging", new() { ["hash"] = hash ?? "" }, ct);

    public Task<IActionResult> OnPostTerugzenden(string id, int voorstel, string? reden, CancellationToken ct) =>
        Doe(id, "terugzenden", $"voorstellen/{voorstel}/terugzending", new() { ["reden"] = reden ?? "" }, ct, vorm: $"voorstel-{voorstel}");

    public async Task<IActionResult> OnPostBlokkeren(string id, string? kenmerk, string? reden, CancellationToken ct)
    {
        JsonObject verzoek = new() { ["kenmerk"] = kenmerk ?? "", ["reden"] = reden ?? "" };
        return await Af(id, "blokkeren", "blokkeren", verzoek, await api.Doe(HttpMethod.Post, "medewerkers/blokkades", verzoek, ct), ct);
    }

    private async Task<IActionResult> Doe(
        string id,
        string gedaan,
        string waar,
        JsonObject verzoek,
        CancellationToken ct,
        HttpMethod? methode = null,
        string? vorm = null
    ) =>
        await Af(
            id,
            gedaan,
            vorm ?? gedaan,
            verzoek,
            await api.Doe(methode ?? HttpMethod.Post, $"medewerkers/{Uri.EscapeDataString(id)}/{waar}", verzoek, ct),
            ct
        );

    private async Task<IActionResult> Af(
        string id,
        string gedaan,
        string vorm,
        JsonObject verzoek,
        Api.Aanvragen.JsonAntwoord antwoord,
        CancellationToken ct
    )
    {
        if (antwoord.Gelukt)
        {
            return Redirect($"/beheer/medewerkers/{Uri.EscapeDataString(id)}?gedaan={gedaan}");
        }
        ModelState.Clear();
        Vorm = new(vorm, verzoek.ToDictionary(v => v.Key, v => v.Value!.GetValue<string>()), antwoord);
        await OnGet(id, ct);
        return Page();
    }
}
