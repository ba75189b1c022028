using System.ComponentModel;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Relaties.Machtigingen;

/// <summary>
/// Whom an enterprise gave a machtiging, and for whom the person who asks may act. And for the door of every context: what one machtiging covers
/// at this moment.
/// </summary>
public static class Tonen
{
    public sealed record Lijst(
        string KvkNummer,
        [property: Description("Uw eigen kenmerk. Een onderneming kan de machtiging tot bepaalde personen beperken met hun kenmerk.")]
            string Persoon,
        [property: Description("Wat uw onderneming aan een ander gaf, ook wat voorbij is.")] IReadOnlyList<Beeld> Gegeven,
        [property: Description("Waarmee u namens een ander mag handelen, nu of later.")] IReadOnlyList<Beeld> Ontvangen
    );

    public sealed record Beeld(
        string Id,
        [property: Description("KVK-nummer van de andere onderneming.")] string KvkNummer,
        [property: Description("De naam van de andere; ontbreekt als die is vernietigd.")] string? Naam,
        IReadOnlyList<Machtigingsomvang> Omvang,
        LocalDate Vanaf,
        LocalDate? TotEnMet,
        [property: Description("Kenmerken van wie haar mag gebruiken; leeg: iedereen die voor de gemachtigde handelt.")]
            IReadOnlyList<string> Personen,
        Machtigingsstand Stand,
        Instant VerleendOp,
        Instant? BeeindigdOp,
        [property: Description(
            "Waarom de uitvoerder haar beëindigde: ernstige-bezwaren, onjuist-gegeven of op-verzoek; ontbreekt als hij dat niet deed."
        )]
            string? Geweigerd = null
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/machtigingen", Toon).Geeft<Lijst>().Voor(Rol.Aanvrager).EigenZaak();
        api.MapGet("/machtigingen/geldigheid", Controleer).Geeft<Geldigheid>().Voor(Rol.Dienst);
    }

    private static async Task<Uitkomst> Toon(Persoon persoon, Werkeenheid<RelatiesContext> eenheid, Moment moment, CancellationToken ct)
    {
        var vandaag = moment.Vandaag;
        var kvkNummer = persoon.KvkNummer ?? "";
        var alle = await eenheid.Sessie.Query<Machtiging>().Where(m => m.Gever == kvkNummer || m.Gemachtigde == kvkNummer).ToListAsync(ct);
        var namen = await Inhouden.Lees(eenheid.Sessie, alle.Select(m => m.Namen).OfType<Verwijzing>(), ct);
        return Uitkomst.Ok(
            new Lijst(
                kvkNummer,
                persoon.Onderwerp,
                [
                    .. alle.Where(m => m.Gever == kvkNummer)
                        .OrderBy(m => m.Stand(vandaag) is Machtigingsstand.Beeindigd or Machtigingsstand.Verlopen)
                        .ThenByDescending(m => m.VerleendOp)
                        .Select(m => Van(m, m.Gemachtigde, Namen(m)?.Gemachtigde, vandaag)),
                ],
                [
                    .. alle.Where(m => m.Gemachtigde == kvkNummer && m.IsVoor(persoon.Onderwerp))
                        .Where(m => m.Stand(vandaag) is Machtigingsstand.Geldig or Machtigingsstand.GaatLaterIn)
                        .Select(m => Van(m, m.Gever, Namen(m)?.Gever, vandaag))
                        .OrderBy(b => b.Naam, StringComparer.OrdinalIgnoreCase)
                        .ThenBy(b => b.KvkNummer, StringComparer.Ordinal),
                ]
            )
        );

        Machtigingsnamen? Namen(Machtiging machtiging) => machtiging.Namen is { } hier ? namen.Zoek<Machtigingsnamen>(hier) : null;
    }

    private static async Task<Uitkomst> Controleer(
        string gever,
        string gemachtigde,
        string persoon,
        Werkeenheid<RelatiesContext> eenheid,
        Moment moment,
        CancellationToken ct
    ) =>
        Uitkomst.Ok(
            new Geldigheid(
                (await eenheid.Sessie.LoadAsync<Machtiging>(Machtiging.Stroom(gever, gemachtigde), ct))?.Geldt(persoon, moment.Vandaag)
                    ?? []
            )
        );

    private static Beeld Van(Machtiging machtiging, string ander, string? naam, LocalDate vandaag) =>
        new(
            machtiging.Id,
            ander,
            naam,
            machtiging.Omvang,
            machtiging.Vanaf,
            machtiging.TotEnMet,
            machtiging.Personen,
            machtiging.Stand(vandaag),
            machtiging.VerleendOp,
            machtiging.BeeindigdOp,
            machtiging.Geweigerd?.Woord()
        );
}
