using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.QuickScan;

/// <summary>
/// The picture of who filled in a QuickScan, by its address alone: to keep, to share or to print. What is sent from here is sent by nobody: it needs no
/// cookie and no token.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class BeeldModel(NaamloosApi api, Teksten t) : Quickpagina(api, t)
{
    private const string Pad = "/quickscan/beeld";

    /// <summary>Null while questions have no answer.</summary>
    public Quickbeeld? Beeld { get; private set; }

    /// <summary>It was counted just now.</summary>
    public bool Geteld { get; private set; }

    /// <summary>Why it was not.</summary>
    public JsonAntwoord? Weigering { get; private set; }

    /// <summary>Where this picture is, in a site of its own.</summary>
    public string Adres => $"{Pad}?{Blad.Vraag}";

    public string Teladres => $"{Pad}?handler=Tel&{Blad.Vraag}{MeeInAdres}";

    public string Pdfadres => $"{Pad}?handler=Pdf&{Blad.Vraag}&{Taal}";

    /// <summary>Where one changes what one filled in.</summary>
    public string Terugadres => $"/quickscan?{Blad.Vraag}{MeeInAdres}";

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (Request.Query.Count == 0)
        {
            return Redirect("/quickscan");
        }
        await Toon(ct);
        return Page();
    }

    /// <summary>"Ja, tel mee".</summary>
    public async Task OnPostTel([FromForm(Name = "formulier")] string? formulier, CancellationToken ct)
    {
        await Toon(ct);
        if (Beeld is null)
        {
            return;
        }
        var verzoek = new JsonObject
        {
            ["formulier"] = formulier ?? "",
            ["telMee"] = true,
            ["invulling"] = Blad.Invulling(),
        };
        var antwoord = await Api.Vraag(HttpMethod.Post, "quickscans", verzoek, null, ct);
        (Geteld, Weigering) = (antwoord.Gelukt, antwoord.Gelukt ? null : antwoord);
    }

    public async Task<IActionResult> OnGetPdf(CancellationToken ct)
    {
        await Laad(ct);
        Open = Blad.Open;
        return Open.Count > 0 ? Redirect(Adres) : new Download(await Api.Druk($"quickscans/pdf?{Taal}", Blad.Invulling(), ct));
    }

    private async Task Toon(CancellationToken ct)
    {
        await Laad(ct);
        Open = Blad.Open;
        if (Open.Count > 0)
        {
            return;
        }
        var antwoord = await Api.Vraag(HttpMethod.Post, "quickscans/beeld", Blad.Invulling(), null, ct);
        Beeld = antwoord.Gelukt ? antwoord.Als<Quickbeeld>() : null;
        // Who wrote an address by hand and named what is no choice.
        Weigering = antwoord.Gelukt ? null : antwoord;
    }
}
