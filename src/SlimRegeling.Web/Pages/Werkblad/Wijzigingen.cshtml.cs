using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Relaties;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Vaststellen;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>Documents that something refers to; they are read beside the case.</summary>
/// <param name="Stukken">Null for one that cannot be opened.</param>
public sealed record Verwezen(string Zaaknummer, IReadOnlyList<Dossierstuk?> Stukken);

/// <summary>
/// What was asked to change in an award while the project runs, each proposed by one and signed by another; the versions of the award; and the second
/// advance of a partnership after its progress report.
/// </summary>
public sealed class WijzigingenModel(
    AanvragenApi api,
    VerleningApi verlening,
    VaststellingApi vaststelling,
    Zaakbladlezer bladlezer,
    RelatiesApi relaties,
    DossiersApi dossiers,
    Collegas collegas,
    Typwerk typwerk,
    Persoonlezer lezer
) : Verleningpagina(api, verlening, collegas, typwerk, lezer)
{
    private readonly Dictionary<string, Briefvak> _brieven = [];
    private IReadOnlyList<Dossierstuk> _stukken = [];

    /// <summary>Null while nothing was awarded.</summary>
    public Wijzigingenbeeld? Beeld { get; private set; }

    public IReadOnlyList<Verleningversie> Versies { get; private set; } = [];

    public Voorschotbeeld? Voorschot { get; private set; }

    /// <summary>Null while that was not heard yet where it is accounted for.</summary>
    public Voortgangsbeeld? Voortgang { get; private set; }

    private protected override string Waar => "/wijzigingen";

    /// <summary>Where a document is read, and what its sender called it; null when it is not there.</summary>
    public Dossierstuk? Document(string id) => _stukken.FirstOrDefault(s => s.Id == id && s.IsTeOpenen);

    /// <summary>The letter that what is proposed on a change becomes; of the second advance it is <see cref="Stappenpagina.Brief"/>.</summary>
    public Briefvak? Wijzigingsbrief(string nummer) => _brieven.GetValueOrDefault(nummer);

    private protected override string Gedaan(Stapvorm stap) => Wijzigingsstappen.Gedaan(stap.Naam);

    /// <summary>The report itself is with the accounting, which has versions of its own.</summary>
    private protected override Task<JsonAntwoord> Werk(
        HttpMethod methode,
        string pad,
        JsonObject? verzoek,
        string? sleutel,
        long? gezien,
        CancellationToken ct
    ) =>
        pad.StartsWith("verantwoordingen/", StringComparison.Ordinal)
            ? vaststelling.Werk(methode, pad, verzoek, sleutel, null, ct)
            : base.Werk(methode, pad, verzoek, sleutel, gezien, ct);

    private protected override async Task Toon(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        var pad = Stroompad(zaaknummer);
        try
        {
            (Beeld, var versie) = await Verlening.Lees<Wijzigingenbeeld>($"{pad}/wijzigingen", ct);
            Standversie = versie ?? 0;
        }
        catch (Api.Aanvragen.ApiException e) when (e.StatusCode == StatusCodes.Status404NotFound)
        {
            return;
        }
        (Versies, _) = await Verlening.Lees<IReadOnlyList<Verleningversie>>($"{pad}/versies", ct);
        (Voorschot, _) = await Verlening.Lees<Voorschotbeeld>($"{pad}/voorschotvoorstel", ct);
        Voortgang = await LeesVoortgang(zaaknummer, ct);
        _stukken = await bladlezer.Stukken(zaaknummer, ct) ?? [];
        Stappen = Wijzigingsstappen.Van(Beeld, Voorschot, Persoon, await Steun(Beeld, ct));
        foreach (var w in Beeld.Wijzigingen.Where(w => w.Voorstel is not null))
        {
            _brieven[w.Nummer] = Briefvak.Van(await dossiers.Projectbriefvoorbeeld(zaaknummer, w.Nummer, ct));
        }
        Brief = Voorschot.Hash is null ? null : Briefvak.Van(await dossiers.Projectbriefvoorbeeld(zaaknummer, $"{zaaknummer}-T1", ct));
    }

    private async Task<IReadOnlyDictionary<string, Steunruimtebeeld>?> Steun(Wijzigingenbeeld beeld, CancellationToken ct) =>
        Persoon.Heeft(Rol.Beoordelaar)
            ? await Toetredingsvelden.Steun(relaties, beeld.Wijzigingen.SelectMany(w => w.Groeit ?? []).Select(g => g.Code), ct)
            : null;

    private async Task<Voortgangsbeeld?> LeesVoortgang(string zaaknummer, CancellationToken ct)
    {
        try
        {
            return (await vaststelling.Lees<Voortgangsbeeld>($"verantwoordingen/{Uri.EscapeDataString(zaaknummer)}/voortgang", ct)).Inhoud;
        }
        catch (Api.Aanvragen.ApiException e) when (e.StatusCode == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }
}
