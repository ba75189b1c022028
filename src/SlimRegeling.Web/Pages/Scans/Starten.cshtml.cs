using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Scans;

/// <summary>Starts a scan, for an application or for none, by itself or in a campaign, and shows its codes this once.</summary>
public sealed class StartenModel(LeercultuurscansApi api, AanvragenApi aanvragen, Teksten t, Typwerk typwerk, Persoonlezer lezer)
    : Scanpagina(api, t, typwerk, lezer)
{
    private static readonly string[] Tekstvelden = ["zaaknummer", "instrument", "sector", "campagne", "contact", "ondernemingsraad"];
    private static readonly string[] Getalvelden = ["gevraagd", "mensen"];

    public Keuzeboek Keuzes { get; private set; } = null!;

    /// <summary>The latest version of each.</summary>
    public IReadOnlyList<Vragenlijst> Instrumenten { get; private set; } = [];

    /// <summary>The campaign that it joins; it says which questions.</summary>
    public Campagnenodiging? Campagne { get; private set; }

    /// <summary>The scan that was started just now.</summary>
    public ScanBegonnen? Begonnen { get; private set; }

    public async Task<IActionResult> OnGet(string? zaak, string? campagne, CancellationToken ct)
    {
        Begin(("zaaknummer", zaak), ("campagne", campagne));
        Haal();
        await Laad(ct);
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var sleutel = Neem();
        var verzoek = Verzoek();
        await ControleerZaak(aanvragen, ct);
        if (Fouten.Count == 0)
        {
            var antwoord = await Stuur("scans", verzoek, sleutel, ct);
            Begonnen = antwoord.Gelukt ? antwoord.Als<ScanBegonnen>() : null;
        }
        if (Begonnen is null)
        {
            await Laad(ct);
        }
        return Page();
    }

    private JsonObject Verzoek()
    {
        var verzoek = new JsonObject();
        foreach (var naam in Getalvelden)
        {
            if (Getal(naam) is { } getal)
            {
                verzoek[naam] = getal;
            }
        }
        if (Veld("gevraagd") is null)
        {
            Fouten["gevraagd"] = T["Vul in hoeveel mensen u vraagt."];
        }
        foreach (var naam in Tekstvelden)
        {
            if (Veld(naam) is { } tekst)
            {
                verzoek[naam] = tekst.Trim();
            }
        }
        if (Alle("kenmerken") is { Count: > 0 } kenmerken)
        {
            verzoek["kenmerken"] = new JsonArray([.. kenmerken.Select(k => JsonValue.Create(k))]);
        }
        if (Veld("teams") is { } teams)
        {
            verzoek["teams"] = new JsonArray([.. Regels(teams).Select(Team)]);
        }
        if (Scanwoorden.MetDag(Veld("ondernemingsraad")))
        {
            NeemDag("raadOp", verzoek);
        }
        return verzoek;
    }

    private static string[] Regels(string getypt) =>
        getypt.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>"Werkplaats, 12": a name with the number of people after the last comma, when a number stands there.</summary>
    private static JsonObject Team(string regel)
    {
        var komma = regel.LastIndexOf(',');
        return komma > 0 && int.TryParse(regel[(komma + 1)..].Trim(), out var gevraagd)
            ? new JsonObject { ["naam"] = regel[..komma].Trim(), ["gevraagd"] = gevraagd }
            : new JsonObject { ["naam"] = regel };
    }

    private async Task Laad(CancellationToken ct)
    {
        Keuzes = await Api.Lees<Keuzeboek>("scankeuzes", ct);
        Instrumenten = Vragenlijst.Nieuwste(await Api.Lees<IReadOnlyList<Vragenlijst>>("instrumenten", ct));
        if (Veld("campagne") is { } campagne)
        {
            try
            {
                Campagne = await Api.Lees<Campagnenodiging>($"campagnes/{Uri.EscapeDataString(campagne.Trim())}/uitnodiging", ct);
            }
            catch (ApiException e) when (e.StatusCode is 400 or 404)
            {
                // Not there: who sends the form is told so at its field.
                Campagne = null;
            }
        }
    }
}
