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

/// <summary>A beheerder looks up the machtigingen of one enterprise, given and received, with what happened to them. It is a view of that enterprise.</summary>
public static class Inzien
{
    public sealed record Lijst(string KvkNummer, IReadOnlyList<Beeld> Gegeven, IReadOnlyList<Beeld> Ontvangen);

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

    private static async Task<Uitkomst> Toon(string kvkNummer, Werkeenheid<RelatiesContext> eenheid, Moment moment, CancellationToken ct)
    {
        if (kvkNummer.Length != 8 || !kvkNummer.All(char.IsAsciiDigit))
        {
            return Weigering.Invoer(new Fout("kvkNummer", "Geef een KVK-nummer: acht cijfers."));
        }
        var alle = await eenheid.Sessie.Query<Machtiging>().Where(m => m.Gever == kvkNummer || m.Gemachtigde == kvkNummer).ToListAsync(ct);
        var beelden = new List<Beeld>();
        foreach (var machtiging in alle.OrderByDescending(m => m.VerleendOp))
        {
            beelden.Add(await Van(machtiging, eenheid, moment.Vandaag, ct));
        }
        return Uitkomst.Ok(
            new Lijst(kvkNummer, [.. beelden.Where(b => b.Gever == kvkNummer)], [.. beelden.Where(b => b.Gemachtigde == kvkNummer)])
        );
    }

    private static async Task<Beeld> Van(
        Machtiging machtiging,
        Werkeenheid<RelatiesContext> eenheid,
        LocalDate vandaag,
        CancellationToken ct
    )
    {
        List<object> gebeurtenissen = [.. (await eenheid.Sessie.Events.FetchStreamAsync(machtiging.Id, token: ct)).Select(e => e.Data)];
        var redenen = gebeurtenissen.OfType<MachtigingGeweigerd>().Select(e => e.Toelichting);
        var inhouden = await Inhouden.Lees(eenheid.Sessie, [.. redenen, .. machtiging.Namen is { } hier ? (Verwijzing[])[hier] : []], ct);
        var namen = machtiging.Namen is { } daar ? inhouden.Zoek<Machtigingsnamen>(daar) : null;
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
            [.. gebeurtenissen.AsEnumerable().Reverse().Select(e => Stapvan(e, inhouden)).OfType<Stap>()]
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
