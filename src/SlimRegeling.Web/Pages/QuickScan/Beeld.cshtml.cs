using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
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

    // What came of "ja, tel mee", as the address says it.
    private const string Gelukt = "ja";
    private const string Eerder = "eerder";
    private const string Later = "later";

    /// <summary>What came of "ja, tel mee"; it stands in the address, so that to look again asks nothing again.</summary>
    [BindProperty(SupportsGet = true, Name = "geteld")]
    public string? Uitkomst { get; set; }

    /// <summary>Null while questions have no answer.</summary>
    public Quickbeeld? Beeld { get; private set; }

    public bool Geteld => Uitkomst == Gelukt;

    /// <summary>Only with the form that came with the questions, and once: a picture that someone shares is counted no second time.</summary>
    public bool MagTellen => Formulierveld is not null && Uitkomst is not (Gelukt or Eerder);

    /// <summary>Why something could not be done.</summary>
    public string? Weigering { get; private set; }

    /// <summary>Where this picture is, in a site of its own and in its language; who gets it counts nothing.</summary>
    public string Adres => $"{Pad}?{Blad.Vraag}{(T.IsEngels ? $"&{Teksten.Taalvraag}={T.Code}" : "")}";

    public string Teladres => $"{Pad}?handler=Tel&{Blad.Vraag}{MeeInAdres}";

    public string Pdfadres => $"{Pad}?handler=Pdf&{Blad.Vraag}{MeeInAdres}";

    /// <summary>Where one changes what one filled in; a form that was counted, or is too old, gives its place to one that can be.</summary>
    public string Terugadres =>
        $"/quickscan?{Blad.Vraag}{InAdres(Mee.Where(m => m.Naam != Formuliernaam || Uitkomst is not (Gelukt or Eerder)))}";

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (Request.Query.Count == 0)
        {
            return Redirect("/quickscan");
        }
        await Toon(ct);
        Weigering ??= Uitkomst switch
        {
            Eerder => T["Dit formulier is al geteld of te oud. Uw beeld blijft staan. Wilt u meetellen? Open de QuickScan dan opnieuw."],
            Later => T["Meetellen lukt nu niet. Uw beeld blijft staan. Probeer het over een minuut opnieuw."],
            _ => null,
        };
        return Page();
    }

    /// <summary>"Ja, tel mee".</summary>
    public async Task<IActionResult> OnPostTel(CancellationToken ct)
    {
        await Laad(ct);
        var hier = $"{Pad}?{Blad.Vraag}{MeeInAdres}";
        return Redirect(Blad.Open.Count > 0 ? hier : $"{hier}&geteld={await Tel(ct)}");
    }

    public async Task<IActionResult> OnGetPdf(CancellationToken ct)
    {
        await Laad(ct);
        if (Blad.Open.Count > 0)
        {
            return Redirect($"{Pad}?{Blad.Vraag}{MeeInAdres}");
        }
        try
        {
            return new Download(await Api.Druk($"quickscans/pdf?{Taal}", Blad.Invulling(), ct));
        }
        catch (Exception e) when (KanLater(e) || Apifouten.Status(e) == StatusCodes.Status422UnprocessableEntity)
        {
            await Toon(ct);
            Weigering ??= T["De PDF kan nu niet worden gemaakt. Uw beeld blijft staan. Probeer het over een minuut opnieuw."];
            Response.StatusCode = KanLater(e) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
            return Page();
        }
    }

    /// <summary>A room full of people comes from one address.</summary>
    private static bool KanLater(Exception fout) =>
        Apifouten.Status(fout) is StatusCodes.Status429TooManyRequests or >= StatusCodes.Status500InternalServerError;

    private async Task<string> Tel(CancellationToken ct)
    {
        var verzoek = new JsonObject
        {
            ["formulier"] = Formulierveld ?? "",
            ["telMee"] = true,
            ["invulling"] = Blad.Invulling(),
        };
        try
        {
            return (await Api.Vraag(HttpMethod.Post, "quickscans", verzoek, null, ct)).Gelukt ? Gelukt : Eerder;
        }
        catch (Exception e) when (KanLater(e))
        {
            return Later;
        }
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
        Weigering = antwoord.Gelukt ? null : antwoord.Uitleg;
    }
}
