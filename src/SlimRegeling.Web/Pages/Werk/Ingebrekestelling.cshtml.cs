using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Zaken;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Invoer;
using SlimRegeling.Web.Pages.Medewerkers;

namespace SlimRegeling.Web.Pages.Werk;

/// <summary>The written reminder that a decision is late (4:17 Awb): typed in with the day on which it was received, or declared void.</summary>
[ResponseCache(NoStore = true)]
public sealed class IngebrekestellingModel(ZakenApi zaken, AanvragenApi aanvragen, Typwerk typwerk, Persoonlezer lezer) : PageModel
{
    public const string Dagvorm = "ontvangst";
    public const string Vervalvorm = "verval";

    private const string Dagveld = "ontvangenOp";

    public ZaakTonenZaakbeeld Zaak { get; private set; } = null!;

    /// <summary>What came of a form that was sent; null when none was.</summary>
    public Beheervorm? Vorm { get; private set; }

    [TempData]
    public string? Gebeurd { get; set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    /// <summary>Pressed twice, a button does its work once.</summary>
    public string Sleutel { get; } = Guid.NewGuid().ToString();

    public string? Dagfout => Vorm?.Fout(Dagvorm, Dagveld);

    public async Task OnGet(string zaaknummer, CancellationToken ct)
    {
        Zaak = await zaken.GetZakenZaaknummerAsync(zaaknummer, ct);
        if (Vorm is null && typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            Vorm = Beheervorm.Terug(Zaak.Ingebreke is null ? Dagvorm : Vervalvorm, getypt);
        }
    }

    public async Task<IActionResult> OnPost(string zaaknummer, string? ontvangenOp, string? sleutel, CancellationToken ct)
    {
        var gelezen = Datumlezer.Lees(ontvangenOp);
        var antwoord = gelezen switch
        {
            Gelezen<LocalDate>.Waarde { Is: var dag } => await Doe(
                zaaknummer,
                "",
                new() { [Dagveld] = LocalDatePattern.Iso.Format(dag) },
                sleutel,
                ct
            ),
            Gelezen<LocalDate>.Vraag vraag => Fout(vraag.Tekst),
            _ => Fout(((Gelezen<LocalDate>.Fout)gelezen).Uitleg),
        };
        return await Af(zaaknummer, Dagvorm, new() { [Dagveld] = ontvangenOp ?? "" }, antwoord, "De ingebrekestelling is genoteerd.", ct);
    }

    public async Task<IActionResult> OnPostVervallen(string zaaknummer, string? reden, string? sleutel, CancellationToken ct) =>
        await Af(
            zaaknummer,
            Vervalvorm,
            new() { ["reden"] = reden ?? "" },
            await Doe(zaaknummer, "/vervallenverklaring", new() { ["reden"] = reden ?? "" }, sleutel, ct),
            "De ingebrekestelling is vervallen.",
            ct
        );

    private Task<JsonAntwoord> Doe(string zaaknummer, string waar, JsonObject verzoek, string? sleutel, CancellationToken ct) =>
        aanvragen.Vraag(
            HttpMethod.Post,
            $"aanvragen/{Uri.EscapeDataString(zaaknummer)}/ingebrekestelling{waar}",
            verzoek,
            sleutel ?? Sleutel,
            ct: ct
        );

    private async Task<IActionResult> Af(
        string zaaknummer,
        string vorm,
        Dictionary<string, string> getypt,
        JsonAntwoord antwoord,
        string gebeurd,
        CancellationToken ct
    )
    {
        ModelState.Clear();
        if (antwoord.Gelukt)
        {
            Gebeurd = gebeurd;
            return Redirect($"/zaken/{Uri.EscapeDataString(zaaknummer)}");
        }
        Vorm = new(vorm, getypt, antwoord);
        await OnGet(zaaknummer, ct);
        return Page();
    }

    private static JsonAntwoord Fout(string uitleg) =>
        new(
            StatusCodes.Status422UnprocessableEntity,
            new JsonObject { ["fouten"] = new JsonArray(new JsonObject { ["veld"] = Dagveld, ["uitleg"] = uitleg }) },
            null
        );
}
