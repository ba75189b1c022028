using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Scans;

/// <summary>Spare codes for who lost theirs, and slips of paper of codes that were just shown.</summary>
public sealed class CodesModel(LeercultuurscansApi api, Teksten t, Typwerk typwerk, Persoonlezer lezer) : Scanpagina(api, t, typwerk, lezer)
{
    /// <summary>The handler that prints.</summary>
    public const string Drukken = "Druk";

    /// <summary>Its name.</summary>
    [BindProperty(SupportsGet = true, Name = "scan")]
    public string Scan { get; set; } = "";

    /// <summary>Those that were made just now, or could not be printed; null when there are none to show.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    /// <summary>The codes are shown again because no slips could be made of them.</summary>
    public bool Ongedrukt { get; private set; }

    public async Task OnGet(CancellationToken ct)
    {
        Haal();
        await Lees(Scan, ct);
    }

    public async Task OnPost(CancellationToken ct)
    {
        var sleutel = Neem();
        await Lees(Scan, ct);
        var aantal = Getal("aantal");
        if (aantal is null)
        {
            Fouten.TryAdd("aantal", T["Vul in hoeveel codes u nodig hebt."]);
            return;
        }
        var antwoord = await Stuur(Pad(Scan, "/codes"), new JsonObject { ["aantal"] = aantal }, sleutel, ct);
        Codes = antwoord.Gelukt ? antwoord.Als<Gemaakt>().Codes : null;
    }

    public async Task<IActionResult> OnPostDruk(CancellationToken ct)
    {
        Neem();
        var codes = Alle("codes");
        try
        {
            var verzoek = new JsonObject
            {
                ["codes"] = new JsonArray([.. codes.Select(c => JsonValue.Create(c))]),
                ["adres"] = Scanwoorden.Invuladres(Request, Scan),
            };
            return new Download(await Api.Druk(Pad(Scan, "/codebladen"), verzoek, ct));
        }
        catch (Exception e)
            when (Apifouten.Status(e) is StatusCodes.Status429TooManyRequests or >= StatusCodes.Status500InternalServerError)
        {
            // Nobody else has them: an error page in the place of this one would be the end of the scan.
            (Codes, Ongedrukt) = (codes, true);
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }
    }

    private sealed record Gemaakt(IReadOnlyList<string> Codes);
}
