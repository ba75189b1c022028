using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Pages.Medewerkers;
using Veldpad = SlimRegeling.Web.Formulieren.Pad;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>The texts that can be put in a group of the form.</summary>
public sealed record Tekstkeuze(Veld Groep, IReadOnlyList<Standaardtekst> Teksten);

/// <summary>
/// The assessment: each ground with its argument, each line of the budget, what the rules compute from it, and laying it before a second
/// person. What another saved meanwhile is told field by field; what was typed here stays.
/// </summary>
[RequestFormLimits(ValueCountLimit = 8000)]
public sealed partial class BeoordelingModel(
    AanvragenApi api,
    Concepten concepten,
    Stukkenkijker kijker,
    Collegas collegas,
    Typwerk typwerk,
    Persoonlezer lezer,
    Moment moment
) : Werkpagina(api, collegas, typwerk, lezer)
{
    public const string Vormnaam = "beoordeling";
    public const string Conceptveld = "_concept";
    public const string Beginveld = "_begin";
    public const string Tekstveld = "_tekst.";
    public const string Kiesveld = "_keuze.";
    public const string Hunveld = "_hun.";
    public const string Bewaar = "bewaar";
    public const string Voorleggen = "voorleggen";
    public const string VoegIn = "tekst:";

    public Beoordelingsbeeld? Beeld { get; private set; }

    /// <summary>Why there is nothing to assess any more; null when there is.</summary>
    public string? Dicht { get; private set; }

    public Beoordeelformulier Formulier { get; private set; } = null!;

    public Invulling Invulling { get; private set; } = new();

    public IReadOnlyList<Foutregel> Fouten => Formulier.Foutregels(Invulling);

    public Tekstoverzicht Teksten { get; private set; } = new([], []);

    /// <summary>What the saved assessment comes to; null while the rules cannot compute it.</summary>
    public Proefbeeld? Proef { get; private set; }

    /// <summary>What another saved and was typed here too.</summary>
    public IReadOnlyList<Verschil> Verschillen { get; private set; } = [];

    /// <summary>What another saved and stands in the fields now.</summary>
    public IReadOnlyList<Verschil> Overgenomen { get; private set; } = [];

    /// <summary>Whether another saved since this page was made.</summary>
    public bool Samengevoegd { get; private set; }

    /// <summary>The fields as this page began, by which what changed elsewhere is known.</summary>
    [BindProperty(Name = Beginveld)]
    public string? Begin { get; set; }

    [BindProperty(Name = Conceptveld)]
    public long Conceptversie { get; set; }

    /// <summary>Whether something came from the form: then it is shown, also when it can be saved no more.</summary>
    public bool IsVerstuurd { get; private set; }

    public bool KanSchrijven => MagBeoordelen && Beeld is { VanU: true, KanNu: true };

    public Beoordeelvelden Velden =>
        new(Formulier, Invulling, Beeld!.Artikelen, Teksten.Teksten) { Getoetst = Proef?.Toetsen ?? Zaak.Toetsen };

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct)
    {
        await Haal(zaaknummer, ct);
        if (Beeld is null)
        {
            return Page();
        }
        var verzoek = Beeld.Concept.Verzoek;
        Neem(Formulier.Vul(verzoek));
        if (Neem() is { } getypt)
        {
            Invulling = Invulling.Van(Formulier.Formulier, getypt.Velden.Where(v => !v.Key.StartsWith('_')));
            Begin = getypt.Velden.GetValueOrDefault(Beginveld, Begin!);
            Conceptversie = long.TryParse(getypt.Velden.GetValueOrDefault(Conceptveld), out var versie) ? versie : Conceptversie;
            (Vorm, IsVerstuurd) = (Beheervorm.Terug(Vormnaam, getypt), true);
        }
        else if (MagBeoordelen && Beeld.KanNu)
        {
            await Reken(zaaknummer, verzoek, ct);
        }
        await LegErnaast(zaaknummer, ct);
        return Page();
    }

    /// <param name="doe">What the button asked.</param>
    public async Task<IActionResult> OnPost(string zaaknummer, [FromForm(Name = "_doe")] string? doe, CancellationToken ct)
    {
        await Haal(zaaknummer, ct);
        ModelState.Clear();
        var antwoord = Beeld is null ? Page() : await Voer(zaaknummer, doe, ct);
        if (Beeld is not null && antwoord is PageResult)
        {
            await LegErnaast(zaaknummer, ct);
        }
        return antwoord;
    }

    private async Task<IActionResult> Voer(string zaaknummer, string? doe, CancellationToken ct)
    {
        IsVerstuurd = true;
        Invulling = Invulling.Van(Formulier.Formulier, Invulling.Velden(Request.Form));
        var toont = Toont(doe);
        if (!Kies() || toont || Invulling.Doe(Formulier.Formulier, doe) is not null || Ingevoegd(doe))
        {
            return Page();
        }
        var verzoek = Formulier.Verzoek(Invulling);
        if (doe == Voorleggen)
        {
            Formulier.MeldOntbrekend(Invulling);
        }
        if (Invulling.Fouten.Count > 0 || !await Bewaard(zaaknummer, verzoek, ct))
        {
            return Page();
        }
        if (doe != Voorleggen)
        {
            Gebeurd = $"Bewaard om {Weergave.Tijd(moment.Nu.ToDateTimeOffset())}.";
            return Redirect(Adres(zaaknummer, $"/beoordeling{Stukkenblad.Vraag(Stuk, Bladzijde)}"));
        }
        var antwoord = await Doe(zaaknummer, "/beoordeling", verzoek, ct);
        if (antwoord.Gelukt)
        {
            Gebeurd = "Uw voorstel is voorgelegd. Een medeondertekenaar beslist.";
            return Redirect(Adres(zaaknummer));
        }
        await Meld(zaaknummer, verzoek, antwoord, ct);
        return Page();
    }

    private async Task Haal(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        var antwoord = await Klant.Werk(HttpMethod.Get, Pad(zaaknummer, "/beoordeling"), ct: ct);
        if (!antwoord.Gelukt)
        {
            Dicht = antwoord.Uitleg;
            return;
        }
        Beeld = antwoord.Als<Beoordelingsbeeld>();
        Formulier = new(Beeld);
        (Teksten, _) = await Klant.Lees<Tekstoverzicht>("standaardteksten", ct);
    }

    private void Neem(Invulling invulling) =>
        (Invulling, Begin, Conceptversie) = (invulling, Samenvoeging.Schrijf(invulling.Waarden), Beeld!.Concept.Versie);

    /// <summary>What is wrong in what was saved is noted at its place, and then nothing is computed.</summary>
    private async Task Reken(string zaaknummer, JsonObject verzoek, CancellationToken ct)
    {
        var antwoord = await Klant.Werk(HttpMethod.Post, Pad(zaaknummer, "/beoordeling/proef"), verzoek, ct: ct);
        if (antwoord.Gelukt)
        {
            Proef = antwoord.Als<Proefbeeld>();
        }
        else
        {
            MeldFouten(verzoek, antwoord);
        }
    }

    /// <returns>Whether it is saved; else the page tells who saved before, or why it cannot be.</returns>
    private async Task<bool> Bewaard(string zaaknummer, JsonObject verzoek, CancellationToken ct)
    {
        var antwoord = await Klant.Werk(
            HttpMethod.Put,
            Pad(zaaknummer, "/beoordeling/concept"),
            verzoek,
            $"{Gestuurd ?? Sleutel}-concept",
            Conceptversie,
            ct
        );
        if (antwoord.Gelukt)
        {
            Conceptversie = antwoord.Versie ?? Conceptversie;
            Begin = Samenvoeging.Schrijf(Invulling.Waarden);
            return true;
        }
        if (antwoord.Status == StatusCodes.Status412PreconditionFailed)
        {
            await VoegSamen(zaaknummer, ct);
        }
        else
        {
            await Meld(zaaknummer, verzoek, antwoord, ct);
        }
        return false;
    }

    private async Task VoegSamen(string zaaknummer, CancellationToken ct)
    {
        (Beeld, _) = await Klant.Lees<Beoordelingsbeeld>(Pad(zaaknummer, "/beoordeling"), ct);
        var hun = Formulier.Vul(Beeld.Concept.Verzoek).Waarden;
        var samen = Samenvoeging.Van(Samenvoeging.Lees(Begin ?? ""), Invulling.Waarden, hun, Formulier.Eender);
        Invulling = Invulling.Van(Formulier.Formulier, samen.Waarden);
        (Verschillen, Overgenomen, Samengevoegd) = (samen.Verschillen, samen.Overgenomen, true);
        (Begin, Conceptversie) = (Samenvoeging.Schrijf(hun), Beeld.Concept.Versie);
    }

    /// <summary>Puts what was chosen in its place; false while something is not chosen.</summary>
    private bool Kies()
    {
        var open = new List<Verschil>();
        foreach (var (veld, waarde) in Request.Form.Where(v => v.Key.StartsWith(Hunveld, StringComparison.Ordinal)))
        {
            var (pad, hun) = (veld[Hunveld.Length..], waarde.ToString());
            if (Formulier.Formulier.Zoek(pad) is not { IsEnkel: true })
            {
                continue;
            }
            switch (Request.Form[Kiesveld + pad].ToString())
            {
                case "hun":
                    Invulling.Zet(pad, hun);
                    break;
                case "mijn":
                    break;
                default:
                    open.Add(new(pad, hun, Invulling[pad]));
                    Invulling.Meld(pad, "Kies hierboven welke tekst u wilt houden.");
                    break;
            }
        }
        (Verschillen, Samengevoegd) = (open, open.Count > 0);
        return open.Count == 0;
    }

    /// <summary>Puts a text to use again behind what stands there.</summary>
    private bool Ingevoegd(string? doe)
    {
        if (doe?.StartsWith(VoegIn, StringComparison.Ordinal) != true)
        {
            return false;
        }
        var naam = doe[VoegIn.Length..];
        var gekozen = Request.Form[Tekstveld + naam].ToString();
        if (Teksten.Teksten.FirstOrDefault(t => t.Id == gekozen) is { } tekst && Formulier.Formulier.Zoek(naam) is { } groep)
        {
            var pad = groep.Velden.Any(v => v.Naam == Beoordeelformulier.Reden)
                ? Veldpad.Bij(naam, Beoordeelformulier.Reden)
                : Veldpad.Bij(naam, Beoordeelformulier.Argument);
            var artikel = Veldpad.Bij(naam, Beoordeelformulier.Artikel);
            if (tekst.Artikel is not null && Formulier.Formulier.Zoek(artikel) is not null && Invulling[artikel].Length == 0)
            {
                Invulling.Zet(artikel, tekst.Artikel);
            }
            Invulling.Doe(Formulier.Formulier, $"lees:{pad}={$"{Invulling[pad]}\n\n{tekst.Tekst}".Trim()}");
        }
        return true;
    }

    private async Task Meld(string zaaknummer, JsonObject verzoek, JsonAntwoord antwoord, CancellationToken ct)
    {
        if (antwoord.Fouten.Count > 0)
        {
            MeldFouten(verzoek, antwoord);
            return;
        }
        await Onthoud(zaaknummer, Vormnaam, [], antwoord, ct);
        await Laad(zaaknummer, ct);
    }

    private void MeldFouten(JsonObject verzoek, JsonAntwoord antwoord)
    {
        foreach (var fout in antwoord.Fouten)
        {
            Invulling.Meld(Formulier.Plaats(fout.Veld, verzoek), fout.Uitleg, fout.Artikel);
        }
    }
}
