using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Extensions;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Tijdvakken;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages;

/// <summary>The check in a minute: what a plan would yield and by which rules, without an account. It keeps nothing.</summary>
[ResponseCache(NoStore = true)]
public sealed class ProefberekeningModel(
    AanvragenApi aanvragen,
    TijdvakkenApi tijdvakken,
    Teksten t,
    Typwerk typwerk,
    Persoonlezer lezer,
    Moment moment
) : PageModel
{
    private const string Aanvrager = "aanvrager";
    private const string Samenwerkingsverband = "samenwerkingsverband";
    private const string Deelnemers = "deelnemers";
    private const string Dicht = "gesloten";
    private const string Ja = "ja";

    // A partnership has at least two.
    private const int EerstePartijen = 2;

    private List<TonenTijdvakBeeld> _keuzes = [];

    public Veld Formulier { get; private set; } = null!;

    public Invulling Invulling { get; private set; } = new();

    public ProefberekenenAntwoord? Uitkomst { get; private set; }

    /// <summary>Why nothing could be computed, when that is no field.</summary>
    public string? Bericht { get; private set; }

    public IReadOnlyList<Foutregel> Fouten => Foutregel.Van(Formulier, Invulling);

    /// <summary>What an application takes over.</summary>
    public string Meegenomen =>
        new JsonObject
        {
            [Wie] = Json[Wie]?.DeepClone(),
            [Proefformulier.Activiteiten] = Json[Proefformulier.Activiteiten]?.DeepClone(),
        }.ToJsonString();

    public string Tijdvak => Invulling[Proefformulier.Tijdvak];

    /// <summary>Whether there is any window to compute with.</summary>
    public bool KanRekenen => _keuzes.Count > 0;

    /// <summary>The window that is offered although nobody can apply in it any more, because no other is open or announced.</summary>
    public TonenTijdvakBeeld? Gesloten => _keuzes is [{ Status: Dicht } enige] ? enige : null;

    /// <summary>Whether it computes for a partnership; else for one enterprise.</summary>
    public bool Samen { get; private set; }

    /// <summary>Whether there is any window of a partnership to compute with.</summary>
    public bool KanSamen { get; private set; }

    /// <summary>Windows for partnerships that are open or announced.</summary>
    public IReadOnlyList<TonenTijdvakBeeld> Partnerschappen { get; private set; } = [];

    public bool KanBeginnen => MagAanvragen && _keuzes.FirstOrDefault(k => k.Id == Tijdvak) is { Status: not Dicht };

    private bool MagAanvragen => lezer.Lees(HttpContext)?.Mag(Machtigingsomvang.Aanvragen) != false;

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    private JsonObject Json => Invulling.Json(Formulier);

    /// <summary>The part of the form that says who applies.</summary>
    private string Wie => Samen ? Proefformulier.Partijen : Proefformulier.Onderneming;

    /// <summary>Whether a draft can be begun in it by now.</summary>
    public bool KanKlaarzetten(TonenTijdvakBeeld tijdvak) => MagAanvragen && tijdvak.RegistratieVanaf.ToInstant() <= moment.Nu;

    public async Task OnGet([FromQuery] string? samen, [FromQuery] string? tijdvak, CancellationToken ct)
    {
        await Laad(samen, tijdvak, ct);
        Invulling = new();
        Invulling.Zet(
            Proefformulier.Tijdvak,
            _keuzes.Any(k => k.Id == tijdvak) ? tijdvak!
                : _keuzes is [var enige] ? enige.Id
                : ""
        );
        EersteWie();
        EersteActiviteit();
    }

    private void EersteWie()
    {
        if (Samen)
        {
            for (var i = 0; i < EerstePartijen; i++)
            {
                var rij = Pad.Rij(Proefformulier.Partijen, i);
                Invulling.Zet(Pad.Bij(rij, Proefformulier.Kvknummer), "");
                Invulling.Zet(Pad.Bij(rij, Proefformulier.Rol), i == 0 ? "hoofdaanvrager" : "partij");
            }
            return;
        }
        foreach (var veld in Formulier.Velden.Single(v => v.Naam == Proefformulier.Onderneming).Velden)
        {
            Invulling.Zet(Pad.Bij(Proefformulier.Onderneming, veld.Naam), "");
        }
    }

    private void EersteActiviteit()
    {
        var rij = Pad.Rij(Proefformulier.Activiteiten, 0);
        Invulling.Zet(Pad.Bij(rij, "soort"), "");
        Invulling.Zet(Pad.Bij(Pad.Rij(Pad.Bij(rij, "externeUren"), 0), "uren"), "");
    }

    public async Task OnPost(
        [FromQuery] string? samen,
        [FromQuery] string? tijdvak,
        [FromForm(Name = "_doe")] string? doe,
        CancellationToken ct
    )
    {
        await Laad(samen, tijdvak, ct);
        Invulling = Invulling.Van(Formulier, Invulling.Velden(Request.Form));
        if (Invulling.Doe(Formulier, doe) is { } gewijzigd)
        {
            Invulling = gewijzigd;
            return;
        }
        Invulling = Invulling.Opgeruimd();
        if (Samen && Invulling.Rijen(Proefformulier.Partijen) == 0)
        {
            EersteWie();
        }
        if (Invulling.Rijen(Proefformulier.Activiteiten) == 0)
        {
            EersteActiviteit();
        }
        await Reken(Json, ct);
    }

    private async Task Reken(JsonObject json, CancellationToken ct)
    {
        var tijdvak = _keuzes.FirstOrDefault(k => k.Id == Tijdvak);
        if (tijdvak is null)
        {
            Invulling.Meld(Proefformulier.Tijdvak, t["Kies een tijdvak."]);
        }
        Invulling.MeldOntbrekend(Formulier, "", Taken.Ontbreekt);
        if (Invulling.Fouten.Count > 0)
        {
            return;
        }
        var wie = json[Wie]?.DeepClone();
        var aanvrager = Samen ? new JsonObject { [Deelnemers] = wie } : wie as JsonObject ?? [];
        aanvrager["type"] = tijdvak!.Aanvragertype;
        var antwoord = await aanvragen.Vraag(
            HttpMethod.Post,
            "proefberekeningen",
            new JsonObject
            {
                [Proefformulier.Tijdvak] = tijdvak.Id,
                [Aanvrager] = aanvrager,
                [Proefformulier.Activiteiten] = json[Proefformulier.Activiteiten]?.DeepClone() ?? new JsonArray(),
            },
            ct: ct
        );
        if (antwoord.Gelukt)
        {
            Uitkomst = antwoord.Inhoud.Deserialize<ProefberekenenAntwoord>(Platform.Stromen.Json.Opties);
            return;
        }
        Bericht = antwoord.Fouten.Count == 0 ? antwoord.Uitleg : null;
        var daar = Samen ? Pad.Bij(Aanvrager, Deelnemers) : Aanvrager;
        foreach (var fout in antwoord.Fouten)
        {
            var pad = Pad.Onder(fout.Veld, daar) ? Wie + fout.Veld[daar.Length..] : fout.Veld;
            Invulling.Meld(pad, fout.Uitleg, fout.Artikel);
        }
    }

    /// <param name="samen">As it was asked for by a link.</param>
    /// <param name="tijdvak">The window with which one came here.</param>
    private async Task Laad(string? samen, string? tijdvak, CancellationToken ct)
    {
        var opType = (await tijdvakken.GetTijdvakkenAsync(ct)).ToLookup(v => v.Aanvragertype == Samenwerkingsverband);
        Partnerschappen = [.. opType[true].Where(v => v.Status != Dicht).OrderBy(v => v.Opent)];
        (KanSamen, Samen) = (opType[true].Any(), samen == Ja || opType[true].Any(v => v.Id == tijdvak));
        var nu = opType[Samen].Where(v => v.Status != Dicht).OrderBy(v => v.Opent).ToList();
        _keuzes = nu.Count > 0 ? nu : [.. opType[Samen].OrderByDescending(v => v.Sluit).Take(1)];
        Formulier = Proefformulier.Van(t, _keuzes, Samen);
    }
}
