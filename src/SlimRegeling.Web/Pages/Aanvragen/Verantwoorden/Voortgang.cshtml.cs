using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Project;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen.Verantwoorden;

/// <summary>The progress report of a partnership, with its file; until the second advance is decided on another can take its place.</summary>
[ResponseCache(NoStore = true)]
[RequestSizeLimit(Bestandspost.MeesteBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = Bestandspost.MeesteBytes)]
public sealed class VoortgangModel(
    VaststellingApi api,
    DossiersApi dossiers,
    Bestandspost post,
    Typwerk typwerk,
    Kladblad klad,
    Persoonlezer lezer,
    Moment klok,
    Teksten t
) : Projectblad(dossiers, post, typwerk, klad, lezer)
{
    public Voortgangsbeeld Beeld { get; private set; } = null!;

    public bool IsGevraagd => Beeld.Van is not null;

    /// <summary>From its first day on, until it is dealt with.</summary>
    public bool KanNu => Beeld is { Van: { } van, TweedeVoorschot: null } && klok.Vandaag.ToDateOnly() >= van && MagVerantwoorden;

    protected override string Stuksoort => "voortgangsverslag";

    private string Pad => $"verantwoordingen/{Uri.EscapeDataString(Zaaknummer)}/voortgang";

    public async Task OnGet(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        if (KanNu)
        {
            await GeefTerug(open: true, ct);
        }
    }

    public async Task<IActionResult> OnPost(string zaaknummer, [FromForm(Name = "_doe")] string? doe, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        return await Verwerk(KanNu, doe, (t["Wij hebben uw voortgangsverslag ontvangen."], Zaakpad(zaaknummer, "/verantwoorden")), ct);
    }

    protected override async Task<bool> Verstuur(string? doe, CancellationToken ct)
    {
        var genomen = await NeemBestanden(ct);
        var json = Invulling.Json(Formulier);
        Invulling.MeldOntbrekend(Formulier, "", t["Vul dit in."]);
        if (Gekozen.Count == 0 && Bestandfout is null)
        {
            Bestandfout = (t["Kies eerst een bestand."], false);
        }
        if (!genomen || Bestandfout is not null || Invulling.Fouten.Count > 0)
        {
            return false;
        }
        var documenten = Stukken.Where(s => Gekozen.Contains(s.Id)).Select(s => JsonValue.Create(s.Id));
        var verzoek = new JsonObject
        {
            ["toelichting"] = (string?)json["toelichting"] ?? "",
            ["documenten"] = new JsonArray([.. documenten]),
        };
        var antwoord = await api.Vraag(HttpMethod.Post, Pad, verzoek, Gestuurdesleutel, ct: ct);
        if (!antwoord.Gelukt)
        {
            Meld(antwoord);
            if (antwoord.Fouten.Any(f => f.Veld.StartsWith("documenten[", StringComparison.Ordinal)))
            {
                Bericht = t["Een document is nog niet verwerkt. Wacht een minuut en verstuur het dan opnieuw."];
            }
        }
        return antwoord.Gelukt;
    }

    private async Task Laad(string zaaknummer, CancellationToken ct)
    {
        Zaaknummer = zaaknummer;
        (Beeld, _) = await api.Lees<Voortgangsbeeld>(Pad, ct);
        Formulier = new("", Veldsoort.Groep, "")
        {
            Velden =
            [
                new("toelichting", Veldsoort.Alinea, t["Wat is er gedaan, wat niet, en wat verandert dat aan de rest?"])
                {
                    Verplicht = true,
                },
            ],
        };
        Gekozen = [.. Beeld.Verslag?.Documenten ?? []];
        await LaadStukken(ct);
        if (Beeld.Verslag?.Toelichting is { } eerder)
        {
            Invulling.Zet("toelichting", eerder);
        }
    }
}
