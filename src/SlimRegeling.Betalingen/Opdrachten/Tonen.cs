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
        LocalDate? Boekdatum
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/betaalopdrachten", Lijst)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("betaalopdrachten")
            .Geeft<IReadOnlyList<Beeld>>();
        api.MapGet(
                "/betaalopdrachten/{id}",
                async (string id, Stroom<Betaalopdracht> betaalopdrachten, CancellationToken ct) =>
                {
                    var uitkomst = await betaalopdrachten.Toon(id, Van, ct);
                    return uitkomst with { Zaak = (uitkomst.Inhoud as Beeld)?.Zaaknummer };
                }
            )
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("betaalopdracht")
            .Geeft<Beeld>();
    }

    private static async Task<Uitkomst> Lijst(Werkeenheid<BetalingenContext> eenheid, string? zaaknummer, CancellationToken ct)
    {
        var gevonden = zaaknummer is null
            ? await eenheid.Sessie.QueryAsync<Betaalopdracht>("order by id", ct)
            : await eenheid.Sessie.QueryAsync<Betaalopdracht>("where data -> 'opdracht' ->> 'zaaknummer' = ? order by id", ct, zaaknummer);
        var beelden = gevonden.Select(Van).ToList();
        return Uitkomst.Ok(beelden) with { Zaken = [.. beelden.Select(b => b.Zaaknummer)] };
    }

    private static Beeld Van(Betaalopdracht b) =>
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
            b.Boekdatum
        );
}
