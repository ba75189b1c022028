using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Vaststellen;
using Veldpad = SlimRegeling.Web.Formulieren.Pad;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>
/// The lines of a declaration, a page of them at a time. What was chosen on other pages goes along, and is kept until it is proposed. A line in which
/// something is seen has to be looked at; any other counts until another thing is chosen.
/// </summary>
public sealed partial class VaststellingModel
{
    public const string Vormnaam = "declaratie";
    public const string Formulierid = "formulier";
    public const string Ingediendveld = "_ingediend";
    public const string Tekstveld = "_tekst.";
    public const string Bewaar = "bewaar";
    public const string Voorleggen = "voorleggen";
    public const string Filter = "filter";
    public const string VoegIn = "tekst:";
    public const string Naarblad = "blad:";

    private const string Nihilveld = "nihil";
    private const string Waaromveld = "reden";

    /// <param name="doe">What the button asked.</param>
    public async Task<IActionResult> OnPost(string zaaknummer, [FromForm(Name = "_doe")] string? doe, CancellationToken ct)
    {
        var vanzelf = Kladblad.IsVanzelf(HttpContext);
        if (Stukkenblad.Gekozen(doe) is { } gekozen)
        {
            (Stuk, Bladzijde, _stukGevraagd) = (gekozen.Stuk, gekozen.Bladzijde, true);
        }
        await Toon(zaaknummer, ct);
        ModelState.Clear();
        if (!KanSchrijven)
        {
            return vanzelf ? Kladblad.Gesloten() : await Voorbij(zaaknummer, ct);
        }
        if (doe == Kladblad.Weg)
        {
            await klad.Wis(HttpContext, ct);
            return Redirect(Adres(zaaknummer, Waar));
        }
        Neem(Regelinvoeren.Velden(Request.Form));
        if (vanzelf)
        {
            await klad.Bewaar(HttpContext, TeBewaren(_ => true), ct);
            return klad.Antwoord();
        }
        VoegTekstIn(doe);
        Blader(doe);
        await Reken(zaaknummer, ct);
        if (doe == Voorleggen && Fouten.Count == 0 && await LegVoor(zaaknummer, ct))
        {
            await klad.Wis(HttpContext, ct);
            Gebeurd = "Uw voorstel ligt klaar. Twee collega's ondertekenen het.";
            return Redirect(Adres(zaaknummer, Waar));
        }
        ToonFouten();
        await klad.Bewaar(HttpContext, TeBewaren(HeeftSignaal), ct);
        return Page();
    }

    /// <summary>What did not arrive, what was kept, or else what was proposed.</summary>
    private protected override async Task Herstel(string zaaknummer, Getypt? getypt, CancellationToken ct)
    {
        await base.Herstel(zaaknummer, getypt, ct);
        if (!KanSchrijven)
        {
            return;
        }
        var bewaard = await klad.Open(HttpContext, ct);
        if (getypt is not null && Vorm?.Naam == Vormnaam)
        {
            Neem(getypt.Velden);
            klad.Verzwijg();
        }
        else if (bewaard is not null && bewaard.GetValueOrDefault(Ingediendveld) == Ingediend)
        {
            Neem(bewaard);
        }
        else
        {
            klad.Verzwijg();
            foreach (var oordeel in Gedeclareerd.Oordelen ?? [])
            {
                Invoer.Zet(oordeel.Regel, Regelinvoer.Van(oordeel));
            }
            NeemControle(Gedeclareerd.Controleverklaring);
            Verlaging = Verlagingsinvoer.Van(Beeld?.Voorstel?.Verlaging);
            foreach (var partij in Partijen)
            {
                Sectoren[partij] = Gedeclareerd.Sectoren?.GetValueOrDefault(partij) ?? "";
            }
        }
        await Reken(zaaknummer, ct);
    }

    private void Neem(IReadOnlyDictionary<string, string> velden)
    {
        Invoer.Neem(velden, Regels.Select(r => r.Id).ToHashSet(StringComparer.Ordinal));
        (Nihil, Reden) = (velden.GetValueOrDefault(Nihilveld) ?? "", velden.GetValueOrDefault(Waaromveld) ?? "");
        NeemControle(velden);
        Verlaging = Verlagingsinvoer.Van(velden);
        foreach (var partij in Partijen)
        {
            Sectoren[partij] = velden.GetValueOrDefault($"sector.{partij}") ?? "";
        }
    }

    private Dictionary<string, string> TeBewaren(Func<string, bool> metSignaal) =>
        new(Sectoren.Select(s => KeyValuePair.Create($"sector.{s.Key}", s.Value)).Concat(Verlaging.Velden()))
        {
            [Ingediendveld] = Ingediend,
            [Regelinvoeren.Alleveld] = Invoer.Schrijf(metSignaal),
            [Nihilveld] = Nihil,
            [Waaromveld] = Reden,
            [Controleveld] = Controle,
            [Controleredenveld] = Controlereden,
            [Controleartikelveld] = Controleartikel,
        };

    private void Blader(string? doe)
    {
        if (doe == Filter)
        {
            Blad = 1;
        }
        else if (
            doe?.StartsWith(Naarblad, StringComparison.Ordinal) == true
            && int.TryParse(doe[Naarblad.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var blad)
        )
        {
            Blad = blad;
        }
    }

    /// <summary>Puts a text to use again behind what stands there.</summary>
    private void VoegTekstIn(string? doe)
    {
        if (doe?.StartsWith(VoegIn, StringComparison.Ordinal) != true || Invoer.Van(doe[VoegIn.Length..]) is not { } invoer)
        {
            return;
        }
        var gekozen = Request.Form[Tekstveld + doe[VoegIn.Length..]].ToString();
        if (Teksten.Teksten.FirstOrDefault(t => t.Id == gekozen) is { } tekst)
        {
            var artikel = invoer.Artikel.Length == 0 ? tekst.Artikel ?? "" : invoer.Artikel;
            Invoer.Zet(doe[VoegIn.Length..], invoer with { Artikel = artikel, Reden = $"{invoer.Reden}\n\n{tekst.Tekst}".Trim() });
        }
    }

    /// <summary>What is chosen so far comes to; what is wrong in it is noted at its place.</summary>
    private async Task Reken(string zaaknummer, CancellationToken ct)
    {
        var pad = $"{Stroompad(zaaknummer)}/declaratie/beoordeling/proef";
        var oordelen = Gelezen(Invoer.Alle);
        var antwoord = await Werk(HttpMethod.Post, pad, Verzoek(oordelen, Nihil == "nul"), null, null, ct);
        if (antwoord.Gelukt)
        {
            Proef = antwoord.Als<Declaratieproef>();
            _signalen = Proef.Signalen.ToLookup(s => s.Regel);
            VulArtikelen(Proef);
            return;
        }
        MeldFouten(oordelen, antwoord);
        GeenProef = antwoord.Fouten.Count == 0 ? antwoord.Uitleg : null;
        var kaal = await Werk(HttpMethod.Post, pad, new() { ["regels"] = new JsonArray() }, null, null, ct);
        if (kaal.Gelukt)
        {
            _signalen = kaal.Als<Declaratieproef>().Signalen.ToLookup(s => s.Regel);
        }
    }

    /// <returns>Whether it is proposed; else the page tells why not.</returns>
    private async Task<bool> LegVoor(string zaaknummer, CancellationToken ct)
    {
        if (Open > 0)
        {
            Fouten.Add(
                new("regels", "", $"Bekijk eerst de regels met een signaal die u nog niet zag ({Open}). Zij staan hieronder.", "3:2 Awb")
            );
            (Activiteit, Partij, Keuze, Blad) = (null, null, "open", 1);
            return false;
        }
        var oordelen = Gelezen(Regels.Select(r => KeyValuePair.Create(r.Id, Getoond(r))));
        bool? nihil = Proef?.VraagtKeuze == true && Nihil.Length > 0 ? Nihil == "nul" : null;
        var antwoord = await Vraag(zaaknummer, $"{Stroompad(zaaknummer)}/declaratie/beoordeling", Verzoek(oordelen, nihil), ct);
        if (antwoord.Gelukt)
        {
            return true;
        }
        MeldFouten(oordelen, antwoord);
        if (antwoord.Fouten.Count == 0)
        {
            await Geweigerd(zaaknummer, Vormnaam, [], antwoord, ct);
        }
        return false;
    }

    /// <summary>As the API takes them; an amount that cannot be read is noted, and its line left out.</summary>
    private List<Kostenoordeel> Gelezen(IEnumerable<KeyValuePair<string, Regelinvoer>> invoer)
    {
        var oordelen = new List<Kostenoordeel>();
        foreach (var (regel, ingevuld) in invoer)
        {
            var (oordeel, fout) = ingevuld.Lees(regel);
            if (fout is null)
            {
                oordelen.Add(oordeel);
            }
            else
            {
                Meld(regel, "bedrag", fout, null);
            }
        }
        return oordelen;
    }

    private JsonObject Verzoek(List<Kostenoordeel> oordelen, bool? nihil)
    {
        var sectoren = Sectoren.Where(s => s.Value.Length > 0).Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value)).ToList();
        JsonObject verzoek = new() { ["regels"] = JsonSerializer.SerializeToNode(oordelen, Json.Opties) };
        if (nihil is { } keuze)
        {
            verzoek["nihil"] = keuze;
        }
        if (Reden.Length > 0)
        {
            verzoek["reden"] = Reden;
        }
        if (Controle.Length > 0)
        {
            verzoek[Controleveld] = JsonSerializer.SerializeToNode(Gekozencontrole(), Json.Opties);
        }
        if (GekozenVerlaging() is { } verlaging)
        {
            verzoek[Vaststelstappen.Verlaging] = verlaging;
        }
        if (sectoren.Count > 0)
        {
            verzoek["sectoren"] = new JsonObject(sectoren);
        }
        return verzoek;
    }

    private void MeldFouten(List<Kostenoordeel> oordelen, JsonAntwoord antwoord)
    {
        foreach (var fout in antwoord.Fouten)
        {
            if (
                Veldpad.Rijen(fout.Veld).FirstOrDefault() is { } rij
                && rij.StartsWith("regels[", StringComparison.Ordinal)
                && Veldpad.Rijnummer(rij["regels".Length..]) is { } nummer
            )
            {
                Meld(oordelen[nummer].Regel, fout.Veld.Split('.')[^1], fout.Uitleg, fout.Artikel);
            }
            else
            {
                var veld = fout.Veld.StartsWith("sectoren.", StringComparison.Ordinal)
                    ? $"sector.{fout.Veld["sectoren.".Length..]}"
                    : fout.Veld;
                Fouten.Add(new(veld == "regels" ? veld : Veldpad.Id(veld), "", fout.Uitleg, fout.Artikel));
            }
        }
    }

    private void Meld(string regel, string veld, string uitleg, string? artikel)
    {
        _foutregels.Add(regel);
        Fouten.Add(new(Veldpad.Id(Regelinvoeren.Veld(regel, veld)), $"Regel {regel}", uitleg, artikel));
    }

    /// <summary>Lines with something wrong that stand on another page are put on this one.</summary>
    private void ToonFouten()
    {
        if (_foutregels.Count > 0 && !_foutregels.IsSubsetOf(Opengeslagen().Regels.Select(r => r.Id)))
        {
            (Activiteit, Partij, Keuze, Blad) = (null, null, "fouten", 1);
        }
    }
}
