using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Pages.Medewerkers;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>
/// What is proposed: not to handle the application (4:5 Awb; 2.8, fourth paragraph), with its ground, what is missing and the letter that it would
/// become; another person signs it.
/// </summary>
public sealed class BuitenBehandelingModel(
    AanvragenApi api,
    Concepten concepten,
    DossiersApi dossiers,
    Collegas collegas,
    Typwerk typwerk,
    Persoonlezer lezer
) : Werkpagina(api, collegas, typwerk, lezer)
{
    public const string Tekenvorm = "niet-behandelen";

    private const string Brieftype = "buiten-behandeling";

    public override bool IsGetypt => false;

    public Nietbehandelstand Stand { get; private set; } = new();

    public Nietbehandelvoorstel? Voorstel => Stand.Voorstel;

    /// <summary>What is missing, in words, with what was written to the applicant about it; null when nothing was.</summary>
    public IReadOnlyList<(string Titel, string? Toelichting)> Ontbreekt { get; private set; } = [];

    public Briefbeeld? Brief { get; private set; }

    /// <summary>Why there is no letter to show.</summary>
    public string? GeenBrief { get; private set; }

    /// <param name="grond">As the API calls it.</param>
    public static string Grond(string grond) =>
        grond switch
        {
            "niet-aangevuld" => "De aanvraag is niet volledig",
            "dubbele-aanvraag" => "Er was in dit tijdvak al een aanvraag",
            _ => grond,
        };

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct)
    {
        await Toon(zaaknummer, ct);
        if (Neem() is { } getypt)
        {
            Vorm = Beheervorm.Terug(Tekenvorm, getypt);
        }
        return Page();
    }

    /// <param name="brief">With which template the letter was read; null when there was none to read.</param>
    public async Task<IActionResult> OnPost(string zaaknummer, string? hash, string? brief, CancellationToken ct)
    {
        JsonObject verzoek = new() { ["hash"] = hash ?? "", ["brief"] = brief };
        var antwoord = await Doe(zaaknummer, "/buitenbehandelingstelling", verzoek, ct);
        if (antwoord.Gelukt)
        {
            Gebeurd = "U hebt ondertekend dat de aanvraag niet wordt behandeld. De aanvrager krijgt een brief.";
            return Redirect(Adres(zaaknummer, "/buiten-behandeling"));
        }
        await Onthoud(zaaknummer, Tekenvorm, verzoek, antwoord, ct);
        await Toon(zaaknummer, ct);
        return Page();
    }

    private async Task Toon(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        (Stand, _) = await Klant.Lees<Nietbehandelstand>(Pad(zaaknummer, "/buitenbehandelingvoorstel"), ct);
        if (Voorstel is not { } voorstel)
        {
            return;
        }
        var (_, gevraagd) = await concepten.Gevraagd(Zaak.Tijdvak, ct);
        Ontbreekt =
        [
            .. voorstel.Ontbreekt.Select(code =>
                (gevraagd.FirstOrDefault(g => g.Code == code)?.Titel ?? code, Zaak.Toelichtingen?.GetValueOrDefault(code))
            ),
        ];
        var brief = await dossiers.Briefvoorbeeld(zaaknummer, Brieftype, ct);
        if (brief.Gelukt)
        {
            Brief = brief.Als<Briefbeeld>();
        }
        else
        {
            GeenBrief = brief.Uitleg;
        }
    }
}
