using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Api.Zaken;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Geldwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Zaken;

/// <summary>One case: where it stands, its amounts, and what happened by which article.</summary>
public sealed class ZaakModel(
    ZakenApi api,
    AanvragenApi aanvragen,
    DossiersApi dossiers,
    Zaakbladlezer bladlezer,
    Collegas collegas,
    Persoonlezer lezer,
    Moment klok,
    Teksten t
) : PageModel
{
    private const string Steekproef = "in-steekproef";
    private const string Vastgesteld = "subsidie-vastgesteld";
    private const string Verleend = "subsidie-verleend";

    /// <summary>The steps of decisions that can be objected to.</summary>
    private static readonly string[] Besluitstappen = [Verleend, "aanvraag-afgewezen", "buiten-behandeling", Vastgesteld];

    private const string Systeem = "systeem";
    private const string Uitvoering = "uitvoering";

    // What is stored keeps a moment less exactly than what is said.
    private static readonly TimeSpan Zelfde = TimeSpan.FromMilliseconds(1);

    private List<Adviseurshandeling> _doorAdviseur = [];

    public ZaakTonenZaakbeeld Zaak { get; private set; } = null!;

    public bool IsMedewerker => lezer.Lees(HttpContext)?.KvkNummer is null;

    /// <summary>For the applicant; null for an employee.</summary>
    public Zaakblad? Blad { get; private set; }

    /// <summary>What the applicant told that changed; null when it is not for this person, or cannot be looked up now.</summary>
    public IReadOnlyList<Meldingregel>? Meldingen { get; private set; }

    /// <summary>For the applicant, once something was decided: the decisions and the objections against them; null when they cannot be looked up.</summary>
    public BezwarenTonenZaakbezwaren? Bezwaren { get; private set; }

    /// <summary>For the applicant: what is to be paid back.</summary>
    public IReadOnlyList<Eigenvordering> Vorderingen { get; private set; } = [];

    public bool MagBezwaarMaken => Bezwaren?.Besluiten.Any(b => b.Bezwaar is null) == true;

    /// <summary>Who deals with objections goes on to them.</summary>
    public bool MagBezwarenZien => lezer.Lees(HttpContext) is { } p && (p.Heeft(Rol.Beoordelaar) || p.Heeft(Rol.Medeondertekenaar));

    /// <summary>Who acts by a machtiging of the portal changes no address and no account.</summary>
    public bool MagGegevensWijzigen => lezer.Lees(HttpContext) is { Omvang: null };

    public bool MagAanvullen => Blad is not null && Zaak.Status == Zaakstatus.AanvullingGevraagd && Mag(Machtigingsomvang.Aanvragen);

    /// <summary>Documents that were refused and that nothing of their kind came for since: they are asked again.</summary>
    public IEnumerable<Dossierstuk> Geweigerd =>
        (Blad?.Stukken ?? []).Where(s => s.IsGeweigerd && !Blad!.Stukken!.Any(a => a.Soort == s.Soort && !a.IsGeweigerd));

    /// <summary>Proof is asked, and not sent yet.</summary>
    public Verantwoordingsbeeld? Bewijsvraag => Blad?.Verantwoording is { Fase: Steekproef } vraag ? vraag : null;

    /// <summary>For the applicant: why it was refused, and what was found of each activity; from the sending of the letters on.</summary>
    public IEnumerable<Toetsbeeld> Afwijsgronden =>
        IsBekendgemaakt && Blad?.Waarom is { Beoordeeld: true } waarom ? waarom.Toetsen.Where(t => t.Uitkomst == "nietVoldaan") : [];

    /// <inheritdoc cref="Afwijsgronden"/>
    public IReadOnlyList<Activiteitoordeel> Oordelen => IsBekendgemaakt ? Blad?.Verantwoording?.Besluit?.Oordelen ?? [] : [];

    private bool IsBekendgemaakt =>
        Blad?.Brieven is { } brieven
        && brieven.Any(b => b.Besluit is not null)
        && brieven.All(b => b.Besluit is null || b.VerzondenOp is not null);

    public bool MagBewijzen => Mag(Machtigingsomvang.Verantwoorden);

    /// <summary>What was mailed about it; null when it is not for this person, or cannot be looked up now.</summary>
    public IReadOnlyList<Emailregel>? Emails { get; private set; }

    /// <summary>For an employee who reads letters; null for others, and for the applicant, who has them in <see cref="Blad"/>.</summary>
    public Brievenblad? Brieven { get; private set; }

    public bool MagOpnieuwSturen => lezer.Lees(HttpContext)?.Heeft(Rol.Beheerder) == true;

    public bool MagUitvoeren =>
        lezer.Lees(HttpContext) is { KvkNummer: null } persoon
        && (persoon.Heeft(Rol.Beoordelaar) || persoon.Heeft(Rol.Medeondertekenaar) || persoon.Heeft(Rol.Beheerder));

    /// <summary>Who assesses or signs has pages for that.</summary>
    public bool MagBehandelen =>
        lezer.Lees(HttpContext) is { } persoon && (persoon.Heeft(Rol.Beoordelaar) || persoon.Heeft(Rol.Medeondertekenaar));

    public bool MagBetalen =>
        lezer.Lees(HttpContext) is { } persoon && (persoon.Heeft(Rol.FinancieelMedewerker) || persoon.Heeft(Rol.FinancieelControleur));

    public bool MagBeoordelen => lezer.Lees(HttpContext)?.Heeft(Rol.Beoordelaar) == true;

    public bool IsVanU => Zaak.Behandelaar == lezer.Lees(HttpContext)?.Onderwerp;

    /// <summary>For who treats or signs: a reminder is there, or can be typed in, as the decision is late.</summary>
    public bool MagInGebreke =>
        lezer.Lees(HttpContext) is { } persoon
        && (persoon.Heeft(Rol.Beoordelaar) || persoon.Heeft(Rol.Medeondertekenaar))
        && (Zaak.Ingebreke is not null || (Zaaktermijnen.WachtOpBesluit(Zaak.Status) && Zaak.BeslissenUiterlijk < Vandaag));

    public bool MagMelden => Blad is not null && Zaak.Status is not (Zaakstatus.Vervallen or Zaakstatus.Afgerond);

    [TempData]
    public string? Gebeurd { get; set; }

    public IEnumerable<(string Naam, string? Bedrag)> Bedragen =>
        [
            ("Gevraagd", Zaak.Bedragen.Gevraagd),
            ("Gereserveerd", Zaak.Bedragen.Gereserveerd),
            ("Verleend", Zaak.Bedragen.Verleend),
            ("Voorschot", Zaak.Bedragen.Voorschot),
            ("Betaald", Zaak.Bedragen.Betaald),
            ("Vastgesteld", Zaak.Bedragen.Vastgesteld),
        ];

    /// <summary>For the applicant: when at the latest.</summary>
    public IEnumerable<string> Uiterlijk => Zaaktermijnen.Van(Zaak, t, Vandaag);

    /// <summary>For an employee: what is to be decided, by when, and what it costs that it is late; empty for the applicant.</summary>
    public IReadOnlyList<Termijnbesluit> Besluiten => IsMedewerker ? [.. Termijnbesluit.Van(Zaak)] : [];

    public DateOnly Vandaag => klok.Vandaag.ToDateOnly();

    /// <summary>Until the decision is signed.</summary>
    public bool MagIntrekken => Zaaktermijnen.WachtOpBesluit(Zaak.Status) && Mag(Machtigingsomvang.Aanvragen);

    /// <summary>By whom it was submitted.</summary>
    public string IngediendDoor => Adviseur(Zaak.IngediendOp) ?? t["Uw onderneming"];

    /// <summary>Who caused a step: an adviser by the enterprise. An applicant never reads the pseudonym of a person.</summary>
    public string Door(ZaakTonenStapbeeld stap) =>
        Adviseur(stap.Moment) is { } adviseur && stap.Wie is not (Systeem or Uitvoering) ? adviseur
        : IsMedewerker ? collegas.Naam(stap.Wie)
        : stap.Wie switch
        {
            Systeem => t["Automatisch"],
            Uitvoering => t["De uitvoering"],
            _ => t["Uw onderneming"],
        };

    /// <summary>A colleague, for an employee.</summary>
    public string Wie(string kenmerk) => collegas.Naam(kenmerk);

    /// <summary>What a step tells of a colleague, with the name.</summary>
    public string MetNamen(string uitleg) => IsMedewerker ? Collegas.MetNamen(uitleg, collegas.Naam) : uitleg;

    /// <summary>In words; null when the enterprise acted itself.</summary>
    public string? Adviseur(DateTimeOffset moment) =>
        _doorAdviseur.Find(h => (h.Op - moment).Duration() < Zelfde) is { } handeling
            ? t["Adviseur KVK {0}, namens KVK {1}", handeling.KvkNummer, Zaak.KvkNummer]
            : null;

    /// <summary>For the applicant: what comes now.</summary>
    public string Nu =>
        Zaak.Status switch
        {
            Zaakstatus.Ingediend => "Wij kijken of uw aanvraag volledig is. U hoeft nu niets te doen.",
            Zaakstatus.AanvullingGevraagd =>
                "Wij vroegen u om uw aanvraag aan te vullen. Zolang wij daarop wachten, staat de tijd stil waarin wij beslissen.",
            Zaakstatus.Aangevuld => "Wij kijken naar uw aanvulling. U hoeft nu niets te doen.",
            Zaakstatus.Volledig => Blad?.OpBinnenkomst switch
            {
                true => "Uw aanvraag is volledig. Zij staat op volgorde van binnenkomst. Wij kijken of er budget is.",
                false => "Uw aanvraag is volledig. Na de sluiting van het tijdvak bepaalt een loting de volgorde.",
                null => "Uw aanvraag is volledig. Wij bepalen de volgorde van de aanvragen.",
            },
            Zaakstatus.Gerangschikt => "De volgorde is bepaald. Wij kijken of er budget is voor uw aanvraag.",
            Zaakstatus.BudgetGereserveerd or Zaakstatus.Teruggezonden => "Er is budget voor uw aanvraag. Wij beoordelen uw plan.",
            Zaakstatus.Beoordeeld => "Wij hebben uw plan beoordeeld. Twee mensen ondertekenen het besluit; daarna krijgt u een brief.",
            Zaakstatus.Verleend => "U hebt subsidie. Voer uw plan uit en bewaar de bewijzen.",
            Zaakstatus.InSteekproef => "Uw zaak zit in de steekproef. Stuur de gevraagde bewijzen.",
            Zaakstatus.BewijsOntvangen => "Wij kijken naar uw bewijzen. U hoeft nu niets te doen.",
            Zaakstatus.Vastgesteld => "De subsidie is vastgesteld. In onze brief leest u wat u nog krijgt of moet terugbetalen.",
            Zaakstatus.Heropend =>
                "Wij stellen de subsidie opnieuw vast. U krijgt daarover een brief. Tot dan geldt het besluit dat er is.",
            Zaakstatus.Afgewezen => "Uw aanvraag is afgewezen. In onze brief leest u waarom en hoe u bezwaar maakt.",
            Zaakstatus.BuitenBehandeling => "Wij behandelen uw aanvraag niet. In onze brief leest u waarom en hoe u bezwaar maakt.",
            Zaakstatus.Vervallen => "Deze aanvraag is vervallen. Er gebeurt niets meer mee.",
            _ => "Deze zaak is afgerond.",
        };

    /// <summary>A letter as it was sent.</summary>
    public async Task<IActionResult> OnGetBrief(string zaaknummer, string id, CancellationToken ct) =>
        (await dossiers.Brieven(zaaknummer, ct)).Any(b => b.Id == id && b.VerzondenOp is not null)
            ? new Download(await dossiers.Bestand($"brieven/{Uri.EscapeDataString(id)}", ct))
            : NotFound();

    /// <summary>The letter that is read; null on the page of the case itself.</summary>
    public Leesbrief? Leesbrief { get; private set; }

    /// <summary>A letter as it was sent, to read here.</summary>
    public async Task<IActionResult> OnGetBriefpagina(string zaaknummer, string id, CancellationToken ct)
    {
        if ((await dossiers.Brieven(zaaknummer, ct)).FirstOrDefault(b => b.Id == id) is not { AlsPagina: true })
        {
            return NotFound();
        }
        Leesbrief = await dossiers.Briefpagina(id, ct) with
        {
            Terug = $"/zaken/{zaaknummer}",
            Pdf = $"/zaken/{zaaknummer}?handler=Brief&id={Uri.EscapeDataString(id)}",
        };
        return Page();
    }

    /// <summary>Somebody decides that an e-mail goes again: once, however often the button is pressed.</summary>
    public async Task<IActionResult> OnPostEmail(string zaaknummer, string id, string? sleutel, CancellationToken ct)
    {
        if ((await dossiers.Emails(zaaknummer, ct)).All(e => e.Id != id))
        {
            return NotFound();
        }
        var antwoord = await dossiers.StuurEmailOpnieuw(id, sleutel ?? Guid.NewGuid().ToString(), ct);
        Gebeurd = antwoord.Gelukt ? t["De e-mail wordt opnieuw gestuurd."] : antwoord.Uitleg;
        return Redirect($"/zaken/{zaaknummer}");
    }

    /// <summary>Who treats the case read what was told: as many as stood on the page.</summary>
    public async Task<IActionResult> OnPostGezien(string zaaknummer, int aantal, string? sleutel, CancellationToken ct)
    {
        var antwoord = await bladlezer.ZieMeldingen(zaaknummer, aantal, sleutel ?? Guid.NewGuid().ToString(), ct);
        Gebeurd = antwoord.Gelukt ? t["De meldingen staan niet meer in het werk."] : antwoord.Uitleg;
        return Redirect($"/zaken/{zaaknummer}");
    }

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct)
    {
        // Why a case is closed to somebody stands in words in the answer.
        api.ReadResponseAsString = true;
        try
        {
            Zaak = await api.GetZakenZaaknummerAsync(zaaknummer, ct);
            if (!IsMedewerker)
            {
                var verantwoordt = Zaak.Stappen.Any(s => s.Stap is Steekproef or Vastgesteld);
                Blad = await bladlezer.Lees(zaaknummer, Zaak.Tijdvak, verantwoordt, Zaak.Status == Zaakstatus.Afgewezen, ct);
                Meldingen = Blad.Meldingen;
                Bezwaren = Zaak.Stappen.Any(s => Besluitstappen.Contains(s.Stap)) ? await bladlezer.Bezwaren(zaaknummer, ct) : null;
                Vorderingen = MagBewijzen && Zaak.Stappen.Any(s => s.Stap == Verleend) ? await bladlezer.Vorderingen(zaaknummer, ct) : [];
                Emails = await bladlezer.Emails(zaaknummer, ct);
                await LeesAdviseurs(zaaknummer, ct);
            }
            else
            {
                if (MagBehandelen)
                {
                    Meldingen = await bladlezer.Meldingen(zaaknummer, ct);
                    await LeesAdviseurs(zaaknummer, ct);
                    await collegas.Lees(ct);
                }
                if (MagBehandelen || MagBetalen)
                {
                    Brieven = await bladlezer.Brieven(zaaknummer, MagBehandelen, MagBehandelen, ct);
                }
                Emails = MagBehandelen || MagOpnieuwSturen ? await bladlezer.Emails(zaaknummer, ct) : null;
            }
            return Page();
        }
        catch (Api.Zaken.ApiException e) when (e.StatusCode == StatusCodes.Status404NotFound && !IsMedewerker)
        {
            // What was just submitted is here a moment later; until then its receipt is what there is.
            if (!Mag(Machtigingsomvang.Aanvragen))
            {
                return NotFound();
            }
            var ontvangen = await aanvragen.GetAanvragenAsync(zaaknummer: zaaknummer, ingediend: true, cancellationToken: ct);
            return ontvangen.Any(z => z.Zaaknummer == zaaknummer) ? Redirect($"/aanvragen/{zaaknummer}/ontvangst") : NotFound();
        }
    }

    private bool Mag(Machtigingsomvang onderdeel) => lezer.Lees(HttpContext)?.Mag(onderdeel) == true;

    private async Task LeesAdviseurs(string zaaknummer, CancellationToken ct)
    {
        _doorAdviseur = [.. await bladlezer.Gemachtigden(zaaknummer, ct) ?? []];
        if (Blad?.Verantwoording?.Bewijs is { Gemachtigde: { } adviseur } bewijs)
        {
            _doorAdviseur.Add(new(bewijs.Op, adviseur));
        }
    }
}
