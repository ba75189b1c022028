using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Relaties;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Talen;
using Machtigingsomvang = SlimRegeling.Platform.Identiteit.Machtigingsomvang;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>
/// Where letters and e-mail go and subsidy is paid: of the enterprise, for all its cases. Without an address no letter is sent; without an e-mail
/// address all is here to read.
/// </summary>
[ResponseCache(NoStore = true)]
public sealed class GegevensModel(
    RelatiesApi relaties,
    DossiersApi dossiers,
    Registerlezer register,
    Ondernemingslezer onderneming,
    Typwerk typwerk,
    Persoonlezer lezer,
    Teksten t
) : PageModel
{
    private const string Emailveld = "email";
    private const string Ibanveld = "iban";
    private const string Terugveld = "_terug";

    private static readonly string[] Rekeningvelden = [Ibanveld, "tenaamstelling"];

    public Veld Formulier { get; private set; } = null!;

    public Invulling Invulling { get; private set; } = new();

    /// <summary>
    /// Name, address, account and e-mail address are the enterprise's own to change, or of who has a machtiging that is registered with eHerkenning; by one of the
    /// portal they are only read.
    /// </summary>
    public bool MagWijzigen => lezer.Lees(HttpContext) is { Omvang: null };

    public bool MagAanvragen => lezer.Lees(HttpContext)?.Mag(Machtigingsomvang.Aanvragen) == true;

    /// <summary>E-mail and paper: a form of its own, since who wants e-mail need not give an account.</summary>
    public Veld Emailformulier { get; private set; } = null!;

    public Invulling Email { get; private set; } = new();

    /// <summary>The address at which nothing can be delivered; null when it can, or that is not known now.</summary>
    public string? Onbestelbaar { get; private set; }

    /// <summary>Whether the enterprise gave nothing yet.</summary>
    public bool IsNieuw { get; private set; }

    /// <summary>The page of ours from which one came, and to which one goes back after saving; null when one came from the list.</summary>
    public string? Terug { get; private set; }

    public string? Bericht { get; private set; }

    public bool Teruggehaald { get; private set; }

    public string Sleutel { get; private set; } = Guid.NewGuid().ToString();

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public IReadOnlyList<Foutregel> Fouten => [.. Foutregel.Van(Emailformulier, Email), .. Foutregel.Van(Formulier, Invulling)];

    [TempData]
    public string? Gebeurd { get; set; }

    private string KvkNummer =>
        lezer.Lees(HttpContext)?.KvkNummer ?? throw new InvalidOperationException("An applicant has an enterprise.");

    /// <summary>The address of this page for who goes back to another of ours.</summary>
    public static string Adres(string terug) => $"/aanvragen/gegevens?terug={Uri.EscapeDataString(terug)}";

    public async Task OnGet(string? terug, CancellationToken ct)
    {
        Terug = Eigen(terug);
        await Laad(ct);
        if (MagWijzigen && typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            Terug ??= Eigen(getypt.Velden.GetValueOrDefault(Terugveld));
            var velden = getypt.Velden.Where(v => !v.Key.StartsWith('_')).ToList();
            if (velden.Exists(v => v.Key == Emailveld))
            {
                Email = Invulling.Van(Emailformulier, velden);
            }
            else
            {
                Invulling = Invulling.Van(Formulier, velden);
            }
            Teruggehaald = true;
        }
        if (MagWijzigen && await register.Lees(KvkNummer, ct) is { } eigen)
        {
            var hulp = new Registerhulp(eigen, Formulier, Invulling, "", t);
            if (IsNieuw && !Teruggehaald)
            {
                hulp.Vul();
            }
            hulp.Merk();
            hulp.Waarschuw();
        }
        if (MagWijzigen && await onderneming.UitAanvraag(lezer.Lees(HttpContext), ct) is { } aanvraag)
        {
            LegNaast(aanvraag);
        }
    }

    public async Task<IActionResult> OnPost([FromForm(Name = Terugveld)] string? terug, CancellationToken ct)
    {
        Terug = Eigen(terug);
        if (!MagWijzigen)
        {
            return Forbid();
        }
        await Laad(ct);
        ModelState.Clear();
        Invulling = Invulling.Van(Formulier, Invulling.Velden(Request.Form));
        var json = Invulling.Json(Formulier);
        foreach (var veld in Formulier.Velden)
        {
            json[veld.Naam] ??= veld.Soort == Veldsoort.Teksten ? new JsonArray() : "";
        }
        return Na(await relaties.Schrijf(KvkNummer, json, Gekomen, ct), Invulling);
    }

    public async Task<IActionResult> OnPostEmail([FromForm(Name = Terugveld)] string? terug, CancellationToken ct)
    {
        Terug = Eigen(terug);
        if (!MagWijzigen)
        {
            return Forbid();
        }
        await Laad(ct);
        ModelState.Clear();
        Email = Invulling.Van(Emailformulier, Invulling.Velden(Request.Form));
        return Na(await relaties.SchrijfContact(KvkNummer, Email.Json(Emailformulier), Gekomen, ct), Email);
    }

    private static string? Eigen(string? terug) => string.IsNullOrEmpty(terug) ? null : PaginaAanmelding.Lokaal(terug);

    /// <summary>Begins with the account of an application, or says that another one stands there.</summary>
    private void LegNaast(Aanvraagrekening aanvraag)
    {
        if (Invulling[Ibanveld].Length == 0 && !Teruggehaald)
        {
            Invulling.Zet(Ibanveld, aanvraag.Iban);
            Invulling.Merk(Ibanveld, t["Overgenomen uit aanvraag {0}. Klopt het niet, wijzig het hier.", aanvraag.Zaaknummer]);
        }
        else if (Invulling[Ibanveld] is { Length: > 0 } iban && !Rekeningvergelijking.IsZelfde(aanvraag.Iban, iban))
        {
            Invulling.LetOp(
                Ibanveld,
                t[
                    "In aanvraag {0} staat een ander rekeningnummer: {1}. Wij betalen op het nummer dat u hier opslaat.",
                    aanvraag.Zaaknummer,
                    aanvraag.Iban
                ],
                vertaald: true
            );
        }
    }

    private string Gekomen => Guid.TryParse(Request.Form["_sleutel"], out var gekomen) ? gekomen.ToString() : Sleutel;

    private IActionResult Na(JsonAntwoord antwoord, Invulling invulling)
    {
        if (antwoord.Gelukt)
        {
            Gebeurd = t["Uw gegevens zijn opgeslagen."];
            return Redirect(Terug ?? "/aanvragen/gegevens");
        }
        foreach (var fout in antwoord.Fouten)
        {
            invulling.Meld(fout.Veld, fout.Uitleg, fout.Artikel);
        }
        Bericht = antwoord.Fouten.Count == 0 ? antwoord.Uitleg : null;
        return Page();
    }

    private async Task Laad(CancellationToken ct)
    {
        Formulier = Velden();
        var bekend = await relaties.Lees(KvkNummer, ct);
        IsNieuw = bekend is null;
        var geheel = bekend?["gegevens"]?.DeepClone() as JsonObject ?? [];
        foreach (var veld in Rekeningvelden)
        {
            geheel[veld] = bekend?["rekening"]?[veld]?.DeepClone();
        }
        Invulling = Invulling.Van(Formulier, geheel);
        Emailformulier = new("", Veldsoort.Groep, "")
        {
            Velden =
            [
                new(Emailveld, Veldsoort.Tekst, t["E-mailadres"])
                {
                    Uitleg = t[
                        "Wij mailen alleen dat er iets klaarstaat, zoals een ontvangstbewijs of een brief. Zonder e-mailadres vindt u alles hier."
                    ],
                },
                new("papier", Veldsoort.JaNee, t["Wilt u onze brieven op papier?"])
                {
                    Uitleg = t["Dan sturen wij elke brief met de post. U leest hem hier zodra hij is gepost."],
                    Verplicht = true,
                },
            ],
        };
        if (MagWijzigen)
        {
            var contact = await relaties.Contact(KvkNummer, ct) ?? new JsonObject { ["papier"] = false };
            var email = (string?)contact[Emailveld];
            Email = Invulling.Van(Emailformulier, contact);
            Onbestelbaar = email is not null && await IsOnbestelbaar(ct) ? email : null;
        }
    }

    private async Task<bool> IsOnbestelbaar(CancellationToken ct)
    {
        try
        {
            return (await dossiers.Emailbereik(KvkNummer, ct)).OnbestelbaarOp is not null;
        }
        catch (Exception e) when (Apifouten.Status(e) >= 500)
        {
            // It can be told another time; the page stands.
            return false;
        }
    }

    private Veld Velden() =>
        new("", Veldsoort.Groep, "")
        {
            Velden =
            [
                Regel("naam", t["Naam van uw onderneming"]),
                Regel("straat", t["Straat en huisnummer"]),
                Regel("postcode", t["Postcode"]),
                Regel("plaats", t["Plaats"]),
                new("sbiCodes", Veldsoort.Teksten, t["SBI-code"])
                {
                    Uitleg = t["Die staat op uw uittreksel van de KVK. Hebt u er meer, schrijf dan de hoofdactiviteit eerst."],
                    Verplicht = true,
                },
                Regel(Ibanveld, t["Rekeningnummer (IBAN)"]) with
                {
                    Uitleg = t["Een nieuw rekeningnummer controleren wij eerst."],
                },
                Regel("tenaamstelling", t["Naam waarop de rekening staat"]),
            ],
        };

    private static Veld Regel(string naam, string titel) => new(naam, Veldsoort.Tekst, titel) { Verplicht = true };
}
