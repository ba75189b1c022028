using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>The payment orders, for finance.</summary>
public static class Tonen
{
    /// <param name="Akkoorden">Pseudonyms of who approved.</param>
    /// <param name="WachtOpRekening">Number of the account that must be checked before this is paid.</param>
    /// <param name="Ronde">The round in which it is proposed to be paid; absent when it is in none.</param>
    /// <param name="Aanhoudingen">What else it waits for; absent when it is nothing.</param>
    /// <param name="Teruggegeven">ISO code with which the bank refused it or sent it back last; absent when it did neither, or it is on its way again.</param>
    /// <param name="Bezwaren">
    /// Numbers of objections in the case that were not decided on yet; absent when there is none. They suspend nothing (6:16 Awb).
    /// </param>
    /// <param name="Verrekend">What of it was set off against a claim in all, in euro; absent when nothing was.</param>
    /// <param name="AanBeslaglegger">What of it went to who attached it in all, in euro; absent when nothing did.</param>
    public sealed record Beeld(
        string Id,
        string Zaaknummer,
        string KvkNummer,
        string Besluit,
        Betaalsoort Soort,
        decimal Bedrag,
        Betaalstatus Status,
        bool Aangehouden,
        int? WachtOpRekening,
        IReadOnlyList<string> Akkoorden,
        string? Bestand,
        LocalDate? Boekdatum,
        IReadOnlyList<string>? Bezwaren = null,
        string? Ronde = null,
        IReadOnlyList<Aanhouding>? Aanhoudingen = null,
        string? Teruggegeven = null,
        decimal? Verrekend = null,
        decimal? AanBeslaglegger = null
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/betaalopdrachten", Lijst)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("betaalopdrachten")
            .Geeft<IReadOnlyList<Beeld>>();
        api.MapGet(
                "/betaalopdrachten/{id}",
                async (string id, Stroom<Betaalopdracht> betaalopdrachten, Stroom<Verplichting> verplichtingen, CancellationToken ct) =>
                {
                    var zaaknummer = (await betaalopdrachten.Lees(id, ct))?.Opdracht.Zaaknummer;
                    var verplichting = zaaknummer is null ? null : await verplichtingen.Lees(zaaknummer, ct);
                    var bezwaren = verplichting?.LopendeBezwaren ?? [];
                    return await betaalopdrachten.Toon(id, b => Van(b, bezwaren), ct) with { Zaak = zaaknummer };
                }
            )
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("betaalopdracht")
            .Geeft<Beeld>();
    }

    /// <param name="zaaknummer">Of one case only.</param>
    /// <param name="open">Only what is not on its way to the bank.</param>
    private static async Task<Uitkomst> Lijst(
        Werkeenheid<BetalingenContext> eenheid,
        IBelangen belangen,
        Persoon persoon,
        string? zaaknummer,
        bool? open,
        CancellationToken ct
    )
    {
        var gevonden = (zaaknummer, open) switch
        {
            ({ } zaak, _) => await eenheid.Sessie.QueryAsync<Betaalopdracht>(
                "where data -> 'opdracht' ->> 'zaaknummer' = ? order by id",
                ct,
                zaak
            ),
            (null, true) => await eenheid.Sessie.QueryAsync<Betaalopdracht>(
                "where data ->> 'status' in (?, ?) order by id",
                ct,
                nameof(Betaalstatus.Opgedragen),
                nameof(Betaalstatus.Geaccordeerd)
            ),
            _ => await eenheid.Sessie.QueryAsync<Betaalopdracht>("order by id", ct),
        };
        var bestreden = await eenheid.Sessie.QueryAsync<Verplichting>("where jsonb_array_length(data -> 'bezwaren') > 0", ct);
        var bezwaren = bestreden.ToDictionary(v => v.Id, v => v.LopendeBezwaren);
        var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
        var beelden = gevonden
            .Where(b => !gesloten.Contains(b.Opdracht.Zaaknummer) && (open != true || b.Open))
            .Select(b => Van(b, bezwaren.GetValueOrDefault(b.Opdracht.Zaaknummer) ?? []))
            .ToList();
        return Uitkomst.Ok(beelden) with { Zaken = [.. beelden.Select(b => b.Zaaknummer)] };
    }

    private static Beeld Van(Betaalopdracht b, IReadOnlyList<string> bezwaren) =>
        new(
            b.Id,
            b.Opdracht.Zaaknummer,
            b.Opdracht.KvkNummer,
            b.Opdracht.Besluit,
            b.Opdracht.Soort,
            b.Opdracht.Bedrag,
            b.Status,
            b.Aangehouden,
            b.WachtOpRekening,
            b.Akkoorden,
            b.Bestand,
            b.Boekdatum,
            bezwaren.Count == 0 ? null : bezwaren,
            b.Ronde,
            b.Aanhoudingen.Count == 0 ? null : b.Aanhoudingen,
            b.Teruggegeven,
            b.Verrekening is > 0 and var verrekend ? verrekend : null,
            b.Beslagen is > 0 and var beslagen ? beslagen : null
        );
}
