using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Standaardteksten;

/// <summary>The texts that assessors use again, and all versions of one.</summary>
public static class TekstenTonen
{
    /// <param name="Uitgave">Which version of the text this is, from 1.</param>
    /// <param name="Door">Pseudonym of who wrote it.</param>
    public sealed record Regel(
        string Id,
        string Onderwerp,
        string Titel,
        string Tekst,
        int Uitgave,
        string Door,
        Instant Op,
        string? Artikel = null
    );

    /// <param name="Code">A ground or requirement that an assessor judges, or begroting.</param>
    public sealed record Onderwerp(string Code, string Titel);

    /// <param name="Onderwerpen">What a text can be about.</param>
    public sealed record Overzicht(IReadOnlyList<Onderwerp> Onderwerpen, IReadOnlyList<Regel> Teksten);

    /// <param name="Uitgaven">The latest first.</param>
    public sealed record Beeld(string Id, string Onderwerp, bool Ingetrokken, IReadOnlyList<Regel> Uitgaven);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/standaardteksten", Lijst).Voor(Rol.Beoordelaar, Rol.Medeondertekenaar).Geeft<Overzicht>();
        api.MapGet("/standaardteksten/{id}", Toon).Voor(Rol.Beoordelaar, Rol.Medeondertekenaar).Geeft<Beeld>();
    }

    private static async Task<Uitkomst> Lijst(string? onderwerp, Werkeenheid<AanvragenContext> eenheid, CancellationToken ct)
    {
        var alle = await eenheid.Sessie.QueryAsync<Standaardtekst>("where data ->> 'ingetrokken' = 'false' order by id", ct);
        var gevraagd = alle.Where(t => onderwerp is null || t.Onderwerp == onderwerp).ToList();
        var inhouden = await Inhouden.Lees(eenheid.Sessie, gevraagd.Select(t => t.Inhoud!), ct);
        var regels = gevraagd
            .Select(t => Van(t.Id, t.Onderwerp, inhouden.Lees<Tekstinhoud>(t.Inhoud!), t.Uitgave, t.Door, t.Op!.Value))
            .OrderBy(r => r.Onderwerp, StringComparer.Ordinal)
            .ThenBy(r => r.Titel, StringComparer.OrdinalIgnoreCase)
            .ToList();
        return Uitkomst.Ok(new Overzicht([.. Tekstcontrole.Onderwerpen.Select(code => new Onderwerp(code, Titel(code)))], regels));
    }

    private static async Task<Uitkomst> Toon(
        string id,
        Stroom<Standaardtekst> teksten,
        Werkeenheid<AanvragenContext> eenheid,
        CancellationToken ct
    )
    {
        if (await teksten.Lees(id, ct) is null)
        {
            return Weigering.NietGevonden(id);
        }
        var geschreven = (await eenheid.Sessie.Events.FetchStreamAsync(id, token: ct))
            .Select(e => e.Data)
            .OfType<StandaardtekstGeschreven>()
            .ToList();
        var inhouden = await Inhouden.Lees(eenheid.Sessie, geschreven.Select(e => e.Inhoud), ct);
        var uitgaven = geschreven
            .Select((e, i) => Van(id, e.Onderwerp, inhouden.Lees<Tekstinhoud>(e.Inhoud), i + 1, e.Door, e.Op))
            .Reverse()
            .ToList();
        return await teksten.Toon(id, tekst => new Beeld(tekst.Id, tekst.Onderwerp, tekst.Ingetrokken, uitgaven), ct);
    }

    /// <summary>As the latest rule version that has it calls it.</summary>
    private static string Titel(string code) =>
        code == Tekstcontrole.Begroting
            ? "Een regel van de begroting"
            : Regelboek
                .Laad()
                .Reverse()
                .Select(v =>
                    v.Gronden.TryGetValue(code, out var grond) ? grond.Titel
                    : v.Eisen.TryGetValue(code, out var eis) ? eis.Titel
                    : null
                )
                .OfType<string>()
                .First();

    private static Regel Van(string id, string onderwerp, Tekstinhoud inhoud, int uitgave, string door, Instant op) =>
        new(id, onderwerp, inhoud.Titel, inhoud.Tekst, uitgave, door, op, inhoud.Artikel);
}
