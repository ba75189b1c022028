using System.Globalization;
using Microsoft.AspNetCore.Http;
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
public abstract partial class Taakblad(Taakopslag taakopslag, Typwerk typwerk, Persoonlezer lezer, Moment moment, Teksten t) : PageModel
{
    private const string Later = "later";
    private const string Kiezen = "kies";
    private const string Kiesveld = "_keuze.";
    private const string Hunveld = "_hun.";

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

    /// <summary>What the plan yields as it was saved; null where there is no amount to show.</summary>
    public Opbrengst? Opbrengst { get; protected set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    /// <summary>For the list on top, of who asked to save: who only looks sees each thing at its field.</summary>
    public IReadOnlyList<Foutregel> Fouten => HttpMethods.IsPost(Request.Method) ? Foutregel.Van(Formulier, Invulling) : [];

    [TempData]
    public string? Gebeurd { get; set; }

    protected Persoon? Persoon => lezer.Lees(HttpContext);

    protected Teksten Woorden => t;

    private bool Vanzelf => Request.Headers.ContainsKey(Typwerkpoort.Vanzelf);

    /// <summary>The page to which one goes back.</summary>
    public abstract string Lijst { get; }

    /// <summary>The words of the link to it.</summary>
    public abstract string NaarLijst { get; }

    /// <summary>Fills what is known in the row with which a list begins.</summary>
    protected virtual Task BijEersteRij(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Notes what is wrong in what was saved and what to mind, as the API says it.</summary>
    /// <param name="alles">Also what is not filled in yet.</param>
    protected abstract Task Controleer(bool alles, CancellationToken ct);

    /// <summary>Fills what is known elsewhere in fields in which nobody typed; gives what it filled.</summary>
    protected virtual Task<IReadOnlyList<Verschil>> VulAan(CancellationToken ct) => Task.FromResult<IReadOnlyList<Verschil>>([]);

    /// <summary>Notes which of these mistakes are in this task; without what is only missing when <paramref name="alles"/> says so.</summary>
    protected void Meld(IEnumerable<Veldfout> fouten, bool alles)
    {
        var bewaard = Invulling.Van(Formulier, Concept.Inhoud);
        foreach (var fout in fouten.Where(f => Taken.IsVan(f, Taak)))
        {
            // What cannot be read is not saved, and to the API missing.
            if (
                Formulier.Plaats(Invulling.Hier(fout.Pad)) is { } plaats
                && Invulling.Fout(plaats) is null
                && (alles || !bewaard.IsLeeg(Formulier.Plaats(fout.Pad) ?? fout.Pad))
            )
            {
                Invulling.Meld(plaats, fout.Uitleg, fout.Artikel);
            }
        }
    }

    /// <summary>Notes which of these points are about this task.</summary>
    protected void LetOp(IEnumerable<Veldfout> punten)
    {
        foreach (var punt in punten.Where(p => Taken.IsVan(p, Taak)))
        {
            if (Formulier.Plaats(Invulling.Hier(punt.Pad)) is { } plaats)
            {
                Invulling.LetOp(plaats, punt.Uitleg, punt.Artikel);
            }
        }
    }

    protected async Task<IActionResult> Toon(CancellationToken ct)
    {
        Neem(Invulling.Van(Formulier, Concept.Inhoud));
        if (typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            Invulling = Invulling.Van(Formulier, getypt.Velden.Where(v => !v.Key.StartsWith('_')));
            (Begin, Versie) = (getypt.Velden.GetValueOrDefault("_begin", Begin), Getal(getypt.Velden.GetValueOrDefault("_versie")));
            Teruggehaald = getypt.Reden;
        }
        else
        {
            await Controleer(alles: false, ct);
        }
        await EersteRij(ct);
        return Page();
    }

    /// <param name="elders">Where one must go because there is nothing to write here any more; null when there is.</param>
    /// <param name="doe">What the button asked.</param>
    protected async Task<IActionResult> Verwerk(IActionResult? elders, string? doe, CancellationToken ct)
    {
        if (elders is not null)
        {
            return Vanzelf ? new JsonResult(new { stand = "ingediend" }) : elders;
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
        var ingevuld = await VulAan(ct);
        var bewaard = await Bewaar(ct);
        var deels = Invulling.Fouten.Count > 0;
        MeldWeggelaten();
        MeldOvergenomen();
        if (Vanzelf || rijen)
        {
            Invulling.ZwijgOverLege();
            if (bewaard)
            {
                await Controleer(alles: false, ct);
            }
        }
        if (Vanzelf)
        {
            return Antwoord(bewaard, deels, ingevuld);
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
        await EersteRij(ct);
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

    /// <summary>A row that is begun and cannot be kept yet, says so itself.</summary>
    private void MeldWeggelaten()
    {
        foreach (var (rij, veld) in Invulling.Weggelaten)
        {
            Invulling.LetOp(
                rij,
                t["Dit is nog niet opgeslagen. Vul eerst ook in: {0}.", Formulier.Zoek(veld)?.Titel ?? veld],
                vertaald: true
            );
        }
    }

    private async Task Beoordeel(CancellationToken ct)
    {
        await Controleer(alles: true, ct);
        Invulling.MeldOntbrekend(Formulier.Velden[0], Taak.Code, Taken.Ontbreekt);
    }

    private RedirectResult Terug()
    {
        Gebeurd = $"{t["{0}: opgeslagen om {1}.", t[Taak.Titel], Opgeslagen]} {Elders}".TrimEnd();
        return Redirect(Lijst);
    }

    private void Neem(Invulling invulling)
    {
        Invulling = invulling;
        Begin = Samenvoeging.Schrijf(invulling.Waarden);
        Versie = Concept.Versie;
    }

    /// <summary>Who comes to an empty list that must hold something finds a row to begin with.</summary>
    private async Task EersteRij(CancellationToken ct)
    {
        if (Formulier.Velden[0] is { Soort: Veldsoort.Lijst } lijst && Invulling.Rijen(lijst.Naam) == 0)
        {
            Invulling.VoegToe(lijst, lijst.Naam);
            await BijEersteRij(ct);
            Invulling.BegintBovenaan();
        }
    }

    private static long Getal(string? tekst) => long.TryParse(tekst, CultureInfo.InvariantCulture, out var getal) ? getal : 0;
}
