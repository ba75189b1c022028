using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Invullen;

/// <summary>What the page shows.</summary>
public enum Invulstaat
{
    Code,
    Stap,
    Bewaard,
    Verstuurd,

    /// <summary>The API is away or busy: what was filled in goes along to the next try.</summary>
    Druk,
}

/// <summary>
/// Someone answers, page by page. The code is the right to do so; at the first page it is exchanged for one of their own, which says who may go on where they
/// stopped. It stands in no address, and no cookie is set or asked: so there is no token of the form either, and another site that would send it has no code.
/// </summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class IndexModel(NaamloosApi api, Teksten t) : PageModel
{
    private const string Formulier = "/scan/invullen";
    private const string Openen = "open";
    private const string Stoppen = "stop";

    /// <summary>What is pressed to send all.</summary>
    public const string Versturen = "verstuur";

    public Invulstaat Staat { get; private set; }

    public Invulblad Blad { get; private set; } = null!;

    public Invullijst Lijst { get; private set; } = null!;

    public Invulstappen Stappen { get; private set; } = null!;

    /// <summary>Which page it is.</summary>
    public string Stap { get; private set; } = "";

    public IReadOnlyList<Foutregel> Fouten { get; private set; } = [];

    /// <summary>What the API said of the code.</summary>
    public string? Codefout { get; private set; }

    /// <summary>What was pressed, to be tried again.</summary>
    public string Doe { get; private set; } = "";

    /// <summary>Where the form goes, in the language of the page.</summary>
    public string Actie => $"{Formulier}?{Teksten.Taalvraag}={t.Code}";

    /// <summary>The same page in the other language.</summary>
    public string Andersactie => $"{Formulier}?{Teksten.Taalvraag}={(t.IsEngels ? "nl" : "en")}";

    public bool IsFout(string veld) => Fouten.Any(f => f.Plaats == veld);

    public void OnGet(string? scan) => Blad = Invulblad.Van(FormCollection.Empty, scan);

    public async Task OnPost(string? scan, [FromForm(Name = "_doe")] string? doe, CancellationToken ct)
    {
        Blad = Invulblad.Van(Request.Form, scan);
        (Doe, Stap) = (doe ?? "", Request.Form[Invulblad.Stapveld].ToString());
        if (Blad.Scan.Length == 0 || Blad.Code.Length == 0)
        {
            Fouten =
            [
                .. Blad.Scan.Length == 0
                    ? (Foutregel[])
                        [
                            new(Invulblad.Scanveld, "", t["Vul de naam van de scan in. Zij begint met scan-."], null)
                            {
                                Plaats = Invulblad.Scanveld,
                            },
                        ]
                    : [],
                .. Blad.Code.Length == 0
                    ? (Foutregel[])[new(Invulblad.Codeveld, "", t["Vul uw code in."], null) { Plaats = Invulblad.Codeveld }]
                    : [],
            ];
            return;
        }
        try
        {
            if (await Open(ct))
            {
                await Voer(ct);
            }
        }
        catch (Exception e)
            when (Apifouten.Status(e) is StatusCodes.Status429TooManyRequests or >= StatusCodes.Status500InternalServerError)
        {
            Staat = Invulstaat.Druk;
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task<bool> Open(CancellationToken ct)
    {
        var verzoek = new JsonObject { ["code"] = Blad.Code };
        if (Doe == Openen)
        {
            // On the pages after it the code stays the one that was shown.
            verzoek["beurt"] = Blad.Beurt;
        }
        var antwoord = await api.Vraag(HttpMethod.Post, Pad("vragenlijst"), verzoek, null, ct);
        if (!antwoord.Gelukt)
        {
            Weiger(antwoord);
            return false;
        }
        Lijst = antwoord.Als<Invullijst>();
        Blad = Blad.Met(Lijst.Code, Doe == Openen ? Lijst.Vers : Blad.Vers);
        Stappen = new(Lijst);
        Stap = Stappen.Geldig(Stap);
        Staat = Invulstaat.Stap;
        return true;
    }

    private async Task Voer(CancellationToken ct)
    {
        switch (Doe)
        {
            case Openen:
                (Blad, Stap) = (Blad.Met(Lijst), Invulstappen.Uitleg);
                break;
            case "begin":
                Stap = Stappen.Eerste(Blad);
                break;
            case "terug":
                if (await Bewaar(ct))
                {
                    Stap = Stappen.Voor(Stap);
                }
                break;
            case "verder":
                Fouten = Controleer(Stap);
                if (Fouten.Count == 0 && await Bewaar(ct))
                {
                    Stap = Stappen.Na(Stap);
                }
                break;
            case Stoppen:
                if (await Bewaar(ct))
                {
                    Staat = Invulstaat.Bewaard;
                }
                break;
            case Versturen:
                await Verstuur(ct);
                break;
        }
    }

    private async Task Verstuur(CancellationToken ct)
    {
        foreach (var stap in Lijst.Onderdelen.Select(o => o.Code).Append(Invulstappen.Wil))
        {
            if (Controleer(stap) is { Count: > 0 } fouten)
            {
                (Stap, Fouten) = (stap, fouten);
                return;
            }
        }
        var antwoord = await api.Vraag(HttpMethod.Post, Pad("antwoorden"), Blad.Verzoek(Lijst), null, ct);
        if (antwoord.Gelukt)
        {
            Staat = Invulstaat.Verstuurd;
            return;
        }
        Weiger(antwoord);
    }

    /// <summary>Keeps what is complete; false when the code does not hold any more.</summary>
    private async Task<bool> Bewaar(CancellationToken ct)
    {
        try
        {
            var antwoord = await api.Vraag(HttpMethod.Put, Pad("concept"), Blad.Verzoek(Lijst), null, ct);
            if (!antwoord.Gelukt)
            {
                Weiger(antwoord);
            }
            return antwoord.Gelukt;
        }
        catch (Exception e) when (Doe != Stoppen && Apifouten.Status(e) is StatusCodes.Status429TooManyRequests)
        {
            // It stands in the form too, and is kept at the next page.
            return true;
        }
    }

    private void Weiger(JsonAntwoord antwoord) =>
        (Staat, Codefout) = (Invulstaat.Code, antwoord.Fouten is [var fout, ..] ? fout.Uitleg : antwoord.Uitleg);

    private IReadOnlyList<Foutregel> Controleer(string stap)
    {
        if (stap == Invulstappen.Wil)
        {
            return Blad.Wil.Count > Invulblad.MeesteWensen
                ? [new($"{Invulblad.Wilveld}-0", "", t["Kies er ten hoogste drie."], null) { Plaats = Invulblad.Wilveld }]
                : [];
        }
        return Stappen.Deel(stap) is not { } deel
            ? []
            :
            [
                .. deel
                    .Vragen.Select((vraag, i) => (Vraag: vraag, Veld: Vraagveld.Naam(deel, i)))
                    .Where(v => !Vraagveld.IsKeuze(deel, Blad[v.Veld]))
                    .Select(v => new Foutregel(
                        Vraagveld.Eerste(deel, v.Veld),
                        v.Vraag.In(t),
                        t["Kies een antwoord. Weet u het niet? Kies dan dat."],
                        null
                    )
                    {
                        Plaats = v.Veld,
                    }),
            ];
    }

    private string Pad(string wat) => $"scans/{Uri.EscapeDataString(Blad.Scan)}/{wat}";
}
