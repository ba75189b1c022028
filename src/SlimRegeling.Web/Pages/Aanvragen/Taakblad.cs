using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>
/// A page with one part of a form. It is saved when one says so, and by itself where there is script; who saves what another wrote meanwhile
/// sees both and chooses.
/// </summary>
[ResponseCache(NoStore = true)]
[RequestFormLimits(ValueCountLimit = 8000)]
public abstract class Taakblad(Taakopslag taakopslag, Typwerk typwerk, Persoonlezer lezer, Moment moment, Teksten t) : PageModel
{
    private const string Later = "later";
    private const string Kiezen = "kies";
    private const string Kiesveld = "_keuze.";
    private const string Hunveld = "_hun.";

    private static readonly JsonSerializerOptions Schrift = new(JsonSerializerDefaults.Web);

    public Conceptbeeld Concept { get; protected set; } = null!;

    public Taak Taak { get; protected set; } = null!;

    public Veld Formulier { get; protected set; } = null!;

    public Invulling Invulling { get; private set; } = new();

    /// <summary>What the fields held when the page was made, for who writes at the same time.</summary>
    public string Begin { get; private set; } = "{}";

    public long Versie { get; private set; }

    /// <summary>What both wrote, for the person to choose.</summary>
    public IReadOnlyList<Verschil> Verschillen { get; private set; } = [];

    /// <summary>What another wrote and was taken.</summary>
    public IReadOnlyList<Verschil> Overgenomen { get; private set; } = [];

    /// <summary>When it was saved last on this page, as 14:03:12.</summary>
    public string? Opgeslagen { get; private set; }

    /// <summary>Why what was typed before is given back here, not saved yet; null when there was nothing.</summary>
    public Bewaarreden? Teruggehaald { get; private set; }

    public string? Bericht { get; private set; }

    public string? Subsidie { get; protected set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public IReadOnlyList<Foutregel> Fouten => Foutregel.Van(Formulier, Invulling);

    [TempData]
    public string? Gebeurd { get; set; }

    protected Persoon? Persoon => lezer.Lees(HttpContext);

    private bool Vanzelf => Request.Headers.ContainsKey(Typwerkpoort.Vanzelf);

    /// <summary>The page to which one goes back.</summary>
    public abstract string Lijst { get; }

    /// <summary>The words of the link to it.</summary>
    public abstract string NaarLijst { get; }

    /// <summary>Fills what is known in the row with which a list begins.</summary>
    protected virtual void BijEersteRij() { }

    /// <summary>Notes what is wrong in what was saved, as the API says it.</summary>
    protected abstract Task Controleer(CancellationToken ct);

    protected IActionResult Toon()
    {
        Neem(Invulling.Van(Formulier, Concept.Inhoud));
        if (typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            Invulling = Invulling.Van(Formulier, getypt.Velden.Where(v => !v.Key.StartsWith('_')));
            (Begin, Versie) = (getypt.Velden.GetValueOrDefault("_begin", Begin), Getal(getypt.Velden.GetValueOrDefault("_versie")));
            Teruggehaald = getypt.Reden;
        }
        EersteRij();
        return Page();
    }

    /// <param name="elders">Where one must go because there is nothing to write here any more; null when there is.</param>
    /// <param name="doe">What the button asked.</param>
    protected async Task<IActionResult> Verwerk(IActionResult? elders, string? doe, CancellationToken ct)
    {
        if (elders is not null)
        {
            return Vanzelf ? new JsonResult(new { stand = "ingediend" }, Schrift) : elders;
        }
        Invulling = Invulling.Van(Formulier, Invulling.Velden(Request.Form));
        Versie = Getal(Request.Form["_versie"]);
        Begin = Request.Form["_begin"].ToString() is { Length: > 0 } begin ? begin : "{}";
        ModelState.Clear();
        if (Invulling.Doe(Formulier, doe) is { } gewijzigd)
        {
            Invulling = gewijzigd;
        }
        else if (doe == Kiezen && !Kies())
        {
            return Page();
        }
        else if (!Vanzelf)
        {
            Invulling = Invulling.Opgeruimd();
        }
        var rijen = doe?.Contains(':', StringComparison.Ordinal) == true;
        var bewaard = await Bewaar(ct);
        if (Vanzelf)
        {
            return Antwoord(bewaard);
        }
        if (!bewaard || rijen)
        {
            return Page();
        }
        if (doe == Later && Invulling.Fouten.Count == 0)
        {
            return Terug();
        }
        await Beoordeel(ct);
        if (Invulling.Fouten.Count == 0)
        {
            return Terug();
        }
        EersteRij();
        return Page();
    }

    /// <returns>Whether what can be read is saved; false when there is something to choose or to say first.</returns>
    private async Task<bool> Bewaar(CancellationToken ct)
    {
        var opslag = await taakopslag.Bewaar(new(Concept, Taak, Formulier, Invulling, Begin, Versie), ct);
        (Concept, Invulling, Begin, Versie) = (opslag.Werk.Concept, opslag.Werk.Invulling, opslag.Werk.Begin, opslag.Werk.Versie);
        (Verschillen, Overgenomen, Bericht) = (opslag.Verschillen, opslag.Overgenomen, opslag.Bericht);
        if (opslag.Gelukt)
        {
            Opgeslagen = moment.Nu.InZone(Moment.Amsterdam).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        }
        return opslag.Gelukt;
    }

    /// <summary>Puts what was chosen in its place; false while something is not chosen.</summary>
    private bool Kies()
    {
        var open = new List<Verschil>();
        foreach (var (veld, hun) in Request.Form.Where(v => v.Key.StartsWith(Hunveld, StringComparison.Ordinal)))
        {
            var pad = veld[Hunveld.Length..];
            if (Formulier.Zoek(pad) is not { IsEnkel: true })
            {
                continue;
            }
            switch (Request.Form[Kiesveld + pad].ToString())
            {
                case "hun":
                    Invulling.Zet(pad, hun.ToString());
                    break;
                case "mijn":
                    break;
                default:
                    open.Add(new(pad, hun.ToString(), Invulling[pad]));
                    break;
            }
        }
        Verschillen = open;
        if (open.Count > 0)
        {
            Bericht = t["Kies bij elk veld welke tekst u wilt houden."];
            return false;
        }
        return true;
    }

    private async Task Beoordeel(CancellationToken ct)
    {
        await Controleer(ct);
        Invulling.MeldOntbrekend(Formulier.Velden[0], Taak.Code, Taken.Ontbreekt);
    }

    private JsonResult Antwoord(bool bewaard) =>
        new(
            new
            {
                stand = bewaard ? "opgeslagen"
                : Verschillen.Count > 0 ? "verschil"
                : "fout",
                moment = Opgeslagen,
                versie = Versie,
                begin = Begin,
                bericht = t.Vertaald(Bericht),
                overgenomen = Overgenomen.Select(o => new
                {
                    id = Pad.Id(o.Pad),
                    pad = o.Pad,
                    waarde = o.Hun,
                }),
                fouten = Invulling.Fouten.Select(f => new
                {
                    id = Pad.Id(f.Pad),
                    pad = f.Pad,
                    uitleg = t.Vertaald(f.Uitleg),
                }),
            },
            Schrift
        );

    private RedirectResult Terug()
    {
        Gebeurd =
            Overgenomen.Count == 0
                ? t["{0}: opgeslagen om {1}.", t[Taak.Titel], Opgeslagen]
                : t["{0}: opgeslagen om {1}. Wat intussen elders was gewijzigd, is ook bewaard.", t[Taak.Titel], Opgeslagen];
        return Redirect(Lijst);
    }

    private void Neem(Invulling invulling)
    {
        Invulling = invulling;
        Begin = Samenvoeging.Schrijf(invulling.Waarden);
        Versie = Concept.Versie;
    }

    /// <summary>Who comes to an empty list that must hold something finds a row to begin with.</summary>
    private void EersteRij()
    {
        if (Formulier.Velden[0] is { Soort: Veldsoort.Lijst } lijst && Invulling.Rijen(lijst.Naam) == 0)
        {
            Invulling.VoegToe(lijst, lijst.Naam);
            BijEersteRij();
            Invulling.BegintBovenaan();
        }
    }

    private static long Getal(string? tekst) => long.TryParse(tekst, CultureInfo.InvariantCulture, out var getal) ? getal : 0;
}
