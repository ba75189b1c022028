using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Relaties.Machtigingen;

/// <summary>
/// Whom an enterprise gave a machtiging, and for whom the person who asks may act, a page of each at a time. And for the door of every
/// context: what one machtiging covers at this moment.
/// </summary>
public static class Tonen
{
    public sealed record Lijst(
        string KvkNummer,
        [property: Description("Uw eigen kenmerk. Een onderneming kan de machtiging tot bepaalde personen beperken met hun kenmerk.")]
            string Persoon,
        [property: Description("Wat uw onderneming aan een ander gaf, ook wat voorbij is.")] IReadOnlyList<Beeld> Gegeven,
        [property: Description("Waarmee u namens een ander mag handelen, nu of later.")] IReadOnlyList<Beeld> Ontvangen,
        [property: Description("Er is meer dat u gaf: vraag het met deze waarde als 'gegevenNa'.")] string? GegevenVolgende = null,
        [property: Description("Er is meer dat u ontving: vraag het met deze waarde als 'ontvangenNa'.")] string? OntvangenVolgende = null
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

    private static async Task<Uitkomst> Toon(
        [Description("Alleen de machtiging aan of van de onderneming met dit KVK-nummer.")] string? onderneming,
        [Description("Van wat u ontving alleen wat past: een deel van de naam, of het begin van het KVK-nummer.")] string? zoek,
        [Description("Van wat u gaf de volgende bladzijde: 'gegevenVolgende' van de vorige.")] string? gegevenNa,
        [Description("Van wat u ontving de volgende bladzijde: 'ontvangenVolgende' van de vorige.")] string? ontvangenNa,
        [Description("Hoeveel van elk ten hoogste, 1 tot en met 100. Zonder: 100.")] int? aantal,
        Persoon persoon,
        Werkeenheid<RelatiesContext> eenheid,
        Moment moment,
        CancellationToken ct
    )
    {
        Fout[] fouten = [.. Bladzijde.Controleer(gegevenNa, ontvangenNa, aantal)];
        if (fouten.Length > 0)
        {
            return Weigering.Invoer(fouten);
        }
        var vandaag = moment.Vandaag;
        var kvkNummer = persoon.KvkNummer ?? "";
        var gaf = new Bladzijde.Vraag(kvkNummer, Gegeven: true, gegevenNa, aantal ?? Bladzijde.Hoogste, vandaag, Onderneming: onderneming);
        var gegeven = await Bladzijde.Lees(eenheid.Sessie, gaf, ct);
        var kreeg = gaf with { Gegeven = false, Na = ontvangenNa, Zoek = zoek, Gebruiker = persoon.Onderwerp };
        var ontvangen = await Bladzijde.Lees(eenheid.Sessie, kreeg, ct);
        Machtiging[] beide = [.. gegeven.Machtigingen, .. ontvangen.Machtigingen];
        var namen = await Inhouden.Lees(eenheid.Sessie, beide.Select(m => m.Namen).OfType<Verwijzing>(), ct);
        return Uitkomst.Ok(
            new Lijst(
                kvkNummer,
                persoon.Onderwerp,
                [.. gegeven.Machtigingen.Select(m => Van(m, m.Gemachtigde, Namen(m)?.Gemachtigde, vandaag))],
                [.. ontvangen.Machtigingen.Select(m => Van(m, m.Gever, Namen(m)?.Gever, vandaag))],
                gegeven.Volgende,
                ontvangen.Volgende
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
