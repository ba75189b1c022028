using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Project;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen.Verantwoorden;

/// <param name="Adres">Where it is mended.</param>
/// <param name="Waar">At which line; null when it is at none.</param>
public sealed record Gemis(string Uitleg, string? Artikel, string Adres, string? Waar);

/// <summary>What a declaration lacks, each with the way to it; and when nothing is lacking, sending it.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndienenModel(VaststellingApi api, Declaratieopslag opslag, Typwerk typwerk, Persoonlezer lezer, Moment klok, Teksten t)
    : PageModel
{
    public string Zaaknummer { get; private set; } = "";

    public Declaratiestand Stand { get; private set; } = null!;

    public IReadOnlyList<Gemis> Ontbreekt { get; private set; } = [];

    /// <summary>The period is not over: then it is asked whether all is done.</summary>
    public bool LooptNog => klok.Vandaag.ToDateOnly() <= Stand.PeriodeTot;

    public JsonAntwoord? Weigering { get; private set; }

    /// <summary>The box must be ticked, and was not.</summary>
    public bool MistVinkje { get; private set; }

    /// <summary>The version of the draft that is looked at: that is what is sent.</summary>
    public long Concept { get; private set; }

    public string Sleutel { get; } = Guid.NewGuid().ToString();

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    [TempData]
    public string? Gebeurd { get; set; }

    public Task OnGet(string zaaknummer, CancellationToken ct) => Laad(zaaknummer, ct);

    public async Task<IActionResult> OnPost(string zaaknummer, string? allesGedaan, string? sleutel, string? concept, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        ModelState.Clear();
        MistVinkje = Stand.IsOpen && LooptNog && allesGedaan != "ja";
        if (MistVinkje)
        {
            return Page();
        }
        var antwoord = await api.Vraag(
            HttpMethod.Post,
            $"verantwoordingen/{Uri.EscapeDataString(zaaknummer)}/declaratie",
            new JsonObject
            {
                ["allesGedaan"] = allesGedaan == "ja",
                ["concept"] = int.TryParse(concept, NumberStyles.None, CultureInfo.InvariantCulture, out var gezien) ? gezien : null,
            },
            Guid.TryParse(sleutel, out var gekomen) ? gekomen.ToString() : Sleutel,
            ct: ct
        );
        if (antwoord.Gelukt)
        {
            Gebeurd = t["Uw declaratie is ingediend."];
            return Redirect($"/aanvragen/{zaaknummer}/declaratie");
        }
        await Laad(zaaknummer, ct);
        Weigering = antwoord;
        return Page();
    }

    private async Task Laad(string zaaknummer, CancellationToken ct)
    {
        Zaaknummer = zaaknummer;
        // Before what is checked: what is changed in between is refused and not sent.
        Concept = await opslag.Versie(zaaknummer, ct);
        (Stand, _) = await api.Lees<Declaratiestand>($"verantwoordingen/{Uri.EscapeDataString(zaaknummer)}/declaratie/controle", ct);
        if (!Stand.IsOpen || Stand.Aantal == 0)
        {
            Ontbreekt = [];
            return;
        }
        var regels = Declaratieopslag.Regels(await opslag.Lees(zaaknummer, ct));
        Ontbreekt = [.. Stand.Ontbreekt.Select(f => Van(f, regels))];
    }

    private Gemis Van(Fout fout, JsonArray regels)
    {
        var pad = $"/aanvragen/{Zaaknummer}/declaratie";
        if (
            fout.Veld.StartsWith("regels[", StringComparison.Ordinal)
            && Pad.Rijen(fout.Veld).FirstOrDefault() is { } rij
            && Pad.Rijnummer(rij["regels".Length..]) is { } nummer
            && nummer < regels.Count
            && regels[nummer] is JsonObject regel
        )
        {
            var soort = (string?)regel["soort"] ?? "";
            var waar = t[
                "Regel {0}: {1}",
                (nummer + 1).ToString(CultureInfo.InvariantCulture),
                $"{t[Kostensoorten.Titel(soort)]} {Kostensoorten.Onderwerp(regel, t)}".Trim()
            ];
            return new(fout.Uitleg, fout.Artikel, $"{pad}/{soort}/{(string?)regel["id"]}", waar);
        }
        return new(fout.Uitleg, fout.Artikel, fout.Veld == "regels" ? pad : $"{pad}/verslagen", null);
    }
}
