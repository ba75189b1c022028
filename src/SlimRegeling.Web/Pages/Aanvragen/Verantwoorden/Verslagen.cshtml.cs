using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Project;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen.Verantwoorden;

/// <summary>What goes with a declaration beside its lines: the reports that the award asks, and why costs differ from it.</summary>
[ResponseCache(NoStore = true)]
[RequestSizeLimit(Bestandspost.MeesteBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = Bestandspost.MeesteBytes)]
public sealed partial class VerslagenModel(
    VaststellingApi api,
    Declaratieopslag opslag,
    DossiersApi dossiers,
    Bestandspost post,
    Typwerk typwerk,
    Kladblad klad,
    Persoonlezer lezer,
    Teksten t
) : Stukkenblad(dossiers, post, typwerk, klad, lezer)
{
    private const string Toelichtingsveld = "toelichting";

    private JsonObject _declaratie = [];

    public Declaratiestand Stand { get; private set; } = null!;

    public string Toelichting => Tekst(Toelichtingsveld);

    protected override IEnumerable<string> Tekstvelden => [.. Uitlegvragen().Select(v => v.Veld), Toelichtingsveld, .. Bijdragevelden()];

    protected override IEnumerable<(string Code, string Soort)> Gevraagd => Stand.Verslagen.Select(v => (v.Code, v.Code));

    public string Tekst(string veld) =>
        Ingevuld(veld)
        ?? (veld == Toelichtingsveld ? (string?)_declaratie[Toelichtingsveld] : Bijdragetekst(veld) ?? Afwijkingstekst(veld))
        ?? "";

    /// <summary>What was sent of a report.</summary>
    public IReadOnlyList<Dossierstuk> Van(string code) => [.. Stukken.Where(s => s.Soort == code || Genoemd(code).Contains(s.Id))];

    public async Task OnGet(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        await GeefTerug(Stand.IsOpen, ct);
    }

    public async Task<IActionResult> OnPost(string zaaknummer, [FromForm(Name = "_doe")] string? doe, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        return await Verwerk(
            Stand.IsOpen,
            doe,
            (t["Uw verslagen en uitleg staan in uw declaratie."], $"/aanvragen/{zaaknummer}/declaratie"),
            ct
        );
    }

    /// <summary>Takes the files that came; a file is part of the declaration as soon as it was sent.</summary>
    /// <returns>Whether all was saved, and that was asked.</returns>
    protected override async Task<bool> Verstuur(string? doe, CancellationToken ct)
    {
        var gekozen = await Ontvang(doe, ct);
        var (bijdragen, afwijkingen) = (LeesBijdragen(), LeesAfwijkingen());
        var antwoord = await opslag.Wijzig(
            Zaaknummer,
            declaratie =>
            {
                Leg(declaratie);
                declaratie[Afwijkingsveld] = afwijkingen.DeepClone();
                if (bijdragen is not null)
                {
                    declaratie["bijdragen"] = bijdragen.DeepClone();
                }
                return null;
            },
            ct
        );
        if (!antwoord.Gelukt)
        {
            Bericht = antwoord.Fouten is [var fout, ..] ? fout.Uitleg : antwoord.Uitleg;
        }
        return antwoord.Gelukt && gekozen is null && Fouten.Count == 0;
    }

    private void Leg(JsonObject declaratie)
    {
        declaratie[Toelichtingsveld] = Toelichting.Trim() is { Length: > 0 } toelichting ? toelichting : null;
        declaratie["verslagen"] = new JsonArray([
            .. Stand
                .Verslagen.Select(v => (v.Code, Documenten: Van(v.Code).Where(s => !s.IsGeweigerd).ToList()))
                .Where(v => v.Documenten.Count > 0)
                .Select(v => new JsonObject
                {
                    ["code"] = v.Code,
                    ["documenten"] = new JsonArray([.. v.Documenten.Select(d => JsonValue.Create(d.Id))]),
                }),
        ]);
    }

    private HashSet<string> Genoemd(string code) =>
        [
            .. (_declaratie["verslagen"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Where(v => (string?)v["code"] == code)
                .SelectMany(v => v["documenten"] as JsonArray ?? [])
                .Select(d => (string)d!),
        ];

    private async Task Laad(string zaaknummer, CancellationToken ct)
    {
        Zaaknummer = zaaknummer;
        (Stand, _) = await api.Lees<Declaratiestand>($"verantwoordingen/{Uri.EscapeDataString(zaaknummer)}/declaratie/controle", ct);
        _declaratie = await opslag.Lees(zaaknummer, ct);
        await LaadStukken(ct);
    }
}
