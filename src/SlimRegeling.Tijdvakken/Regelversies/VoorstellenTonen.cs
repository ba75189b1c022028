using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Tijdvakken.Regelversies;

/// <summary>For scheme managers: what no source confirms yet, and what was proposed about it.</summary>
public static class VoorstellenTonen
{
    /// <param name="Voorstel">The number of the proposal that lies ready for it; absent when none does.</param>
    public sealed record Onbevestigd(Regelbeeld Regel, int? Voorstel = null);

    /// <param name="Hash">What is signed.</param>
    /// <param name="Was">The value at the moment of the proposal; absent for a rule without one.</param>
    /// <param name="Waarde">Absent when the rule is confirmed as it stands.</param>
    /// <param name="Door">Pseudonym of who proposed it.</param>
    /// <param name="Reden">Why it went back; absent when it did not, and when the reason was destroyed.</param>
    public sealed record Voorstelbeeld(
        int Voorstel,
        string Hash,
        Voorstelstatus Status,
        string Sectie,
        string Code,
        string Bron,
        string Door,
        Instant Op,
        string? Was = null,
        string? Waarde = null,
        string? Toelichting = null,
        Instant? GeldtVanaf = null,
        string? Ondertekenaar = null,
        string? Reden = null
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(
                "/regelversies/{id}/onbevestigd",
                async (string id, Stroom<Regelbeheer> stroom, Moment moment, CancellationToken ct) =>
                    Regelboek.Kent(id)
                        ? Uitkomst.Ok(VanOnbevestigd(id, await stroom.Lees(Regelbeheer.Stroom(id), ct) ?? new(), moment.Nu))
                        : RegelversiesTonen.Onbekend(id)
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<IReadOnlyList<Onbevestigd>>();
        api.MapGet("/regelversies/{id}/voorstellen", Lijst).Voor(Rol.Regelbeheerder).Geeft<IReadOnlyList<Voorstelbeeld>>();
        api.MapGet(
                "/regelversies/{id}/voorstellen/{voorstel}",
                async (string id, int voorstel, Stroom<Regelbeheer> stroom, Werkeenheid<TijdvakkenContext> eenheid, CancellationToken ct) =>
                    await stroom.Lees(Regelbeheer.Stroom(id), ct) is { } beheer
                    && beheer.Voorstellen.FirstOrDefault(v => v.Inhoud.Voorstel == voorstel) is { } gevonden
                        ? Uitkomst.Ok(await Van(gevonden, eenheid, ct))
                        : Voorstel.Onbekend(voorstel)
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<Voorstelbeeld>();
    }

    private static async Task<Uitkomst> Lijst(
        string id,
        Stroom<Regelbeheer> stroom,
        Werkeenheid<TijdvakkenContext> eenheid,
        CancellationToken ct
    )
    {
        if (!Regelboek.Kent(id))
        {
            return RegelversiesTonen.Onbekend(id);
        }
        var beelden = new List<Voorstelbeeld>();
        foreach (var voorstel in (await stroom.Lees(Regelbeheer.Stroom(id), ct))?.Voorstellen ?? [])
        {
            beelden.Add(await Van(voorstel, eenheid, ct));
        }
        return Uitkomst.Ok(beelden);
    }

    internal static IReadOnlyList<Onbevestigd> VanOnbevestigd(string id, Regelbeheer beheer, Instant nu) =>
        [
            .. new Regelstanden(beheer.Stappen)
                .Versie(id, nu)
                .AlleRegels.Where(r => r.Status == Status.Onbevestigd)
                .Select(r => new Onbevestigd(Regelbeeld.Van(r), beheer.Voorgelegd(r.Sectie, r.Code)?.Voorstel)),
        ];

    private static async Task<Voorstelbeeld> Van(Regelvoorstel voorstel, Werkeenheid<TijdvakkenContext> eenheid, CancellationToken ct)
    {
        var (inhoud, terug) = (voorstel.Inhoud, voorstel.Terugzending);
        return new(
            inhoud.Voorstel,
            inhoud.Voorstelhash,
            voorstel.Status,
            inhoud.Sectie,
            inhoud.Code,
            inhoud.Bron,
            inhoud.Door,
            inhoud.Op,
            inhoud.Was,
            inhoud.Waarde,
            inhoud.Toelichting,
            inhoud.GeldtVanaf,
            voorstel.Ondertekenaar,
            terug is null ? null : (await eenheid.Lees<Reden>(terug.Reden, ct))?.Tekst
        );
    }
}
