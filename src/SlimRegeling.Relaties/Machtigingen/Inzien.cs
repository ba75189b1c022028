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
/// A beheerder looks up the machtigingen of one enterprise, given and received, with what happened to them, a page of each at a time. It is a
/// view of that enterprise.
/// </summary>
public static class Inzien
{
    public sealed record Lijst(
        string KvkNummer,
        IReadOnlyList<Beeld> Gegeven,
        IReadOnlyList<Beeld> Ontvangen,
        [property: Description("Zij gaf er meer: vraag ze met deze waarde als 'gegevenNa'.")] string? GegevenVolgende = null,
        [property: Description("Zij ontving er meer: vraag ze met deze waarde als 'ontvangenNa'.")] string? OntvangenVolgende = null
    );

    public sealed record Beeld(
        string Id,
        [property: Description("KVK-nummer van wie haar gaf.")] string Gever,
        [property: Description("KVK-nummer van wie haar kreeg.")] string Gemachtigde,
        [property: Description("Ontbreekt als die is vernietigd.")] string? Gevernaam,
        [property: Description("Ontbreekt als die is vernietigd.")] string? Gemachtigdenaam,
        IReadOnlyList<Machtigingsomvang> Omvang,
        LocalDate Vanaf,
        LocalDate? TotEnMet,
        [property: Description("Kenmerken van wie haar mag gebruiken; leeg: iedereen die voor de gemachtigde handelt.")]
            IReadOnlyList<string> Personen,
        Machtigingsstand Stand,
        [property: Description("Wat ermee gebeurde, het laatste eerst.")] IReadOnlyList<Stap> Geschiedenis
    );

    /// <param name="Wat"><c>verleend</c>, <c>beeindigd</c> by the enterprise, or <c>geweigerd</c> by the executor.</param>
    /// <param name="Door">Pseudonym.</param>
    public sealed record Stap(string Wat, string Door, Instant Op, string? Grond = null, string? Toelichting = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/ondernemingen/{kvkNummer}/machtigingen", Toon).Geeft<Lijst>().LegtInzageVast("machtigingen").Voor(Rol.Beheerder);

    private static async Task<Uitkomst> Toon(
        string kvkNummer,
        [Description("Alleen wat past bij de ander: een deel van de naam, of het begin van het KVK-nummer.")] string? zoek,
        [Description("Van wat zij gaf de volgende bladzijde: 'gegevenVolgende' van de vorige.")] string? gegevenNa,
        [Description("Van wat zij ontving de volgende bladzijde: 'ontvangenVolgende' van de vorige.")] string? ontvangenNa,
        [Description("Hoeveel van elk ten hoogste, 1 tot en met 100. Zonder: 100.")] int? aantal,
        Werkeenheid<RelatiesContext> eenheid,
        Moment moment,
        CancellationToken ct
    )
    {
        Fout[] fouten = [.. Controleer(kvkNummer), .. Bladzijde.Controleer(gegevenNa, ontvangenNa, aantal)];
        if (fouten.Length > 0)
        {
            return Weigering.Invoer(fouten);
        }
        var vandaag = moment.Vandaag;
        var gaf = new Bladzijde.Vraag(kvkNummer, Gegeven: true, gegevenNa, aantal ?? Bladzijde.Hoogste, vandaag, zoek);
        var gegeven = await Bladzijde.Lees(eenheid.Sessie, gaf, ct);
        var ontvangen = await Bladzijde.Lees(eenheid.Sessie, gaf with { Gegeven = false, Na = ontvangenNa }, ct);
        Machtiging[] beide = [.. gegeven.Machtigingen, .. ontvangen.Machtigingen];
        var verloop = await Verloop(eenheid.Sessie, [.. beide.Select(m => m.Id)], ct);
        var redenen = verloop.SelectMany(e => e).OfType<MachtigingGeweigerd>().Select(e => e.Toelichting);
        var inhouden = await Inhouden.Lees(eenheid.Sessie, [.. redenen, .. beide.Select(m => m.Namen).OfType<Verwijzing>()], ct);
        return Uitkomst.Ok(
            new Lijst(
                kvkNummer,
                [.. gegeven.Machtigingen.Select(m => Van(m, verloop[m.Id], inhouden, vandaag))],
                [.. ontvangen.Machtigingen.Select(m => Van(m, verloop[m.Id], inhouden, vandaag))],
                gegeven.Volgende,
                ontvangen.Volgende
            )
        );
    }

    private static IEnumerable<Fout> Controleer(string kvkNummer)
    {
        if (kvkNummer.Length != 8 || !kvkNummer.All(char.IsAsciiDigit))
        {
            yield return new("kvkNummer", "Geef een KVK-nummer: acht cijfers.");
        }
    }

    /// <summary>The events of each of these streams, the latest first, in one question.</summary>
    private static async Task<ILookup<string, object>> Verloop(IDocumentSession sessie, string[] stromen, CancellationToken ct)
    {
        var gebeurtenissen = await sessie
            .Events.QueryAllRawEvents()
            .Where(e => e.StreamKey!.IsOneOf(stromen))
            .OrderByDescending(e => e.Version)
            .ToListAsync(ct);
        return gebeurtenissen.ToLookup(e => e.StreamKey!, e => e.Data);
    }

    private static Beeld Van(Machtiging machtiging, IEnumerable<object> verloop, Inhouden inhouden, LocalDate vandaag)
    {
        var namen = machtiging.Namen is { } hier ? inhouden.Zoek<Machtigingsnamen>(hier) : null;
        return new(
            machtiging.Id,
            machtiging.Gever,
            machtiging.Gemachtigde,
            namen?.Gever,
            namen?.Gemachtigde,
            machtiging.Omvang,
            machtiging.Vanaf,
            machtiging.TotEnMet,
            machtiging.Personen,
            machtiging.Stand(vandaag),
            [.. verloop.Select(e => Stapvan(e, inhouden)).OfType<Stap>()]
        );
    }

    private static Stap? Stapvan(object gebeurtenis, Inhouden inhouden) =>
        gebeurtenis switch
        {
            MachtigingVerleend e => new("verleend", e.Door, e.Op),
            MachtigingBeeindigd e => new("beeindigd", e.Door, e.Op),
            MachtigingGeweigerd e => new(
                "geweigerd",
                e.Door,
                e.Op,
                e.Grond.Woord(),
                inhouden.Zoek<Weigeringstoelichting>(e.Toelichting)?.Tekst
            ),
            _ => null,
        };
}
