using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Project;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen.Verantwoorden;

/// <summary>Asks for one change of the award, with why and the documents that show it.</summary>
[ResponseCache(NoStore = true)]
[RequestSizeLimit(Bestandspost.MeesteBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = Bestandspost.MeesteBytes)]
public sealed class WijzigingModel(
    VerleningApi api,
    DossiersApi dossiers,
    Bestandspost post,
    Typwerk typwerk,
    Kladblad klad,
    Persoonlezer lezer,
    Teksten t
) : Projectblad(dossiers, post, typwerk, klad, lezer)
{
    private Verleendbesluit? _besluit;
    private Wijzigingenbeeld? _beeld;

    public string Soort { get; private set; } = "";

    public bool IsVerleend { get; private set; }

    protected override string Stuksoort => "wijziging";

    private string Verlening => $"verleningen/{Uri.EscapeDataString(Zaaknummer)}";

    public async Task OnGet(string zaaknummer, string soort, CancellationToken ct)
    {
        await Laad(zaaknummer, soort, ct);
        if (IsVerleend)
        {
            await GeefTerug(open: true, ct);
        }
    }

    public async Task<IActionResult> OnPost(string zaaknummer, string soort, [FromForm(Name = "_doe")] string? doe, CancellationToken ct)
    {
        await Laad(zaaknummer, soort, ct);
        return await Verwerk(
            IsVerleend && MagVerantwoorden,
            doe,
            (t["Wij hebben uw verzoek ontvangen. Wij schrijven u wat wij besluiten."], Zaakpad(zaaknummer, "/wijzigingen")),
            ct
        );
    }

    protected override async Task<bool> Verstuur(string? doe, CancellationToken ct)
    {
        var genomen = await NeemBestanden(ct);
        if (Invulling.Doe(Formulier, doe) is { } gewijzigd)
        {
            Invulling = gewijzigd;
            return false;
        }
        var json = Invulling.Json(Formulier);
        Invulling.MeldOntbrekend(Formulier, "", t["Vul dit in."]);
        if (!genomen || Invulling.Fouten.Count > 0)
        {
            return false;
        }
        var documenten = Stukken.Select(s => s.Id).Where(Gekozen.Contains);
        var antwoord = await api.Werk(
            HttpMethod.Post,
            $"{Verlening}/wijzigingen",
            Wijzigingsvormen.Verzoek(Soort, json, _besluit, _beeld, documenten),
            Gestuurdesleutel,
            ct: ct
        );
        if (!antwoord.Gelukt)
        {
            Meld(antwoord, veld => Wijzigingsvormen.Plaats(veld, Formulier));
        }
        return antwoord.Gelukt;
    }

    private async Task Laad(string zaaknummer, string soort, CancellationToken ct)
    {
        (Zaaknummer, Soort) = (zaaknummer, soort);
        await LaadStukken(ct);
        _beeld = await api.LeesOfNiets<Wijzigingenbeeld>($"{Verlening}/wijzigingen", ct);
        IsVerleend = _beeld is not null;
        if (_beeld is { } beeld)
        {
            _besluit = (await api.LeesOfNiets<Verleendbeeld>(Verlening, ct))?.Besluit;
            Formulier = Wijzigingsvormen.Formulier(soort, _besluit, beeld, t);
        }
    }
}
