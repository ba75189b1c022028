using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>
/// Shows that the activities were done: of each its documents and what was done, and then all of it at once. One form, so that what was written is
/// still there after a file was sent.
/// </summary>
[ResponseCache(NoStore = true)]
[RequestSizeLimit(Bestandspost.MeesteBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = Bestandspost.MeesteBytes)]
public sealed class BewijsModel(
    VaststellingApi api,
    DossiersApi dossiers,
    Bestandspost post,
    Typwerk typwerk,
    Kladblad klad,
    Persoonlezer lezer,
    Teksten t
) : Stukkenblad(dossiers, post, typwerk, klad, lezer)
{
    /// <summary>Sends what can be sent, without what is still examined: nobody misses the last day by our scanner.</summary>
    public const string ZonderOnderzoek = "zonder";

    public Verantwoordingsbeeld Verantwoording { get; private set; } = null!;

    /// <summary>A document is not examined yet, and would not come along.</summary>
    public bool WachtOpOnderzoek { get; private set; }

    public bool MagBewijzen => Persoon?.Mag(Machtigingsomvang.Verantwoorden) == true;

    protected override IEnumerable<string> Tekstvelden => Verantwoording.Activiteiten.Select(Tekstveld);

    protected override IEnumerable<(string Code, string Soort)> Gevraagd =>
        Verantwoording.Activiteiten.Select(a => (a, Verantwoordingsbeeld.Soort(a)));

    public static string Tekstveld(string activiteit) => $"toelichting-{activiteit}";

    public string Tekst(string activiteit) =>
        Ingevuld(Tekstveld(activiteit)) ?? Verantwoording.Bewijs?.Toelichting?.GetValueOrDefault(activiteit) ?? "";

    /// <summary>What was sent for an activity, here or by other software.</summary>
    public IReadOnlyList<Dossierstuk> Van(string activiteit) =>
        [
            .. Stukken.Where(s =>
                s.Soort == Verantwoordingsbeeld.Soort(activiteit)
                || Verantwoording.Bewijs?.Stukken.Any(b => b.Activiteit == activiteit && b.Documenten.Contains(s.Id)) == true
            ),
        ];

    public async Task OnGet(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        await GeefTerug(Verantwoording.KanBewijzen, ct);
    }

    public async Task<IActionResult> OnPost(string zaaknummer, [FromForm(Name = "_doe")] string? doe, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        return await Verwerk(
            Verantwoording.KanBewijzen,
            doe,
            (t["Wij hebben uw bewijs ontvangen. U hoeft nu niets te doen."], $"/zaken/{zaaknummer}"),
            ct
        );
    }

    protected override async Task<bool> Verstuur(string? doe, CancellationToken ct)
    {
        if (await Ontvang(doe, ct) is not null || Fouten.Count > 0)
        {
            return false;
        }
        WachtOpOnderzoek = doe != ZonderOnderzoek && Verantwoording.Activiteiten.SelectMany(Van).Any(s => !s.IsTeOpenen && !s.IsGeweigerd);
        if (WachtOpOnderzoek)
        {
            Ontvangen = $"{Ontvangen} {t["Wij onderzoeken het eerst. Verstuur uw bewijs over een minuut."]}".Trim();
            return false;
        }
        var antwoord = await api.Bewijs(Zaaknummer, Verzoek(), Gestuurdesleutel, ct);
        if (!antwoord.Gelukt)
        {
            Meld(antwoord);
        }
        return antwoord.Gelukt;
    }

    private JsonObject Verzoek() =>
        new()
        {
            ["activiteiten"] = new JsonArray([
                .. Verantwoording.Activiteiten.Select(a => new JsonObject
                {
                    ["soort"] = a,
                    ["toelichting"] = Tekst(a),
                    ["documenten"] = new JsonArray([.. Van(a).Where(s => s.IsTeOpenen).Select(s => JsonValue.Create(s.Id))]),
                }),
            ]),
        };

    private void Meld(JsonAntwoord antwoord)
    {
        foreach (var fout in antwoord.Fouten)
        {
            var activiteit =
                Pad.Rijen(fout.Veld).FirstOrDefault() is { } rij && Pad.Rijnummer(rij["activiteiten".Length..]) is { } nummer
                    ? Verantwoording.Activiteiten.ElementAtOrDefault(nummer)
                    : null;
            switch (activiteit)
            {
                case null:
                    Bericht = $"{Bericht} {fout.Uitleg}".Trim();
                    break;
                case var _ when fout.Veld.EndsWith(".toelichting", StringComparison.Ordinal):
                    Fouten[Tekstveld(activiteit)] = (fout.Uitleg, true);
                    break;
                case var _ when fout.Veld.EndsWith(".documenten", StringComparison.Ordinal):
                    Fouten[Bestandspost.Veld(activiteit)] = (t["Stuur ten minste één document van deze activiteit."], false);
                    break;
                default:
                    Fouten[Bestandspost.Veld(activiteit)] = (
                        t["Een document is nog niet verwerkt. Wacht een minuut en verstuur uw bewijs dan opnieuw."],
                        false
                    );
                    break;
            }
        }
        if (antwoord.Fouten.Count == 0)
        {
            Bericht = $"{antwoord.Uitleg} {(antwoord.Artikel is { } artikel ? $"(artikel {artikel})" : "")}".Trim();
        }
    }

    private async Task Laad(string zaaknummer, CancellationToken ct)
    {
        Zaaknummer = zaaknummer;
        await LaadStukken(ct);
        Verantwoording = await Beeld(zaaknummer, ct);
    }

    /// <summary>Before the award there is nothing to account for.</summary>
    private async Task<Verantwoordingsbeeld> Beeld(string zaaknummer, CancellationToken ct)
    {
        try
        {
            return await api.Lees(zaaknummer, ct);
        }
        catch (ApiException e) when (e.StatusCode == StatusCodes.Status404NotFound)
        {
            return new("niet-opengesteld", []);
        }
    }
}
