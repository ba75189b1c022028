using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// The rounds of payments, and one with all that who approves it must see: what is paid to whom on which account by which decision, and what changed since
/// it was proposed. The list names no payment of a case that is closed to who looks; the round itself is then closed.
/// </summary>
public static class RondeTonen
{
    /// <param name="Makers">Pseudonyms of who proposed it and of who took something out.</param>
    /// <param name="Akkoorden">Pseudonyms of who approved.</param>
    public sealed record Beeld(
        string Ronde,
        Rondestatus Status,
        LocalDate Uitvoerdatum,
        int Aantal,
        decimal Totaal,
        string Hash,
        IReadOnlyList<string> Makers,
        IReadOnlyList<string> Akkoorden,
        IReadOnlyList<string> Betaalopdrachten
    );

    /// <param name="Naam">As it stands in the file.</param>
    /// <param name="Veranderd">Why it cannot be paid so any more; absent when it can, and when it is on its way.</param>
    /// <param name="Bezwaren">Numbers of objections in the case that were not decided on yet; absent when there is none.</param>
    /// <param name="Teruggegeven">ISO code with which the bank refused it or sent it back before; absent when it did neither, or it is on its way.</param>
    public sealed record Regel(
        string Betaalopdracht,
        string Zaaknummer,
        string KvkNummer,
        string Besluit,
        Betaalsoort Soort,
        decimal Bedrag,
        string? Naam,
        string? Iban,
        string? Veranderd,
        IReadOnlyList<string>? Bezwaren,
        string? Teruggegeven = null
    );

    /// <param name="Uitgenomen">Numbers of the payments that were taken out of it; absent when none was.</param>
    public sealed record Uitgebreid(Beeld Ronde, IReadOnlyList<Regel> Regels, IReadOnlyList<string>? Uitgenomen = null);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/betaalrondes", Lijst)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("betaalrondes")
            .Geeft<IReadOnlyList<Beeld>>();
        api.MapGet("/betaalrondes/{id}", Toon)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("betaalronde")
            .Geeft<Uitgebreid>();
    }

    private static async Task<Uitkomst> Lijst(
        Werkeenheid<BetalingenContext> eenheid,
        IBelangen belangen,
        Persoon persoon,
        CancellationToken ct
    )
    {
        var rondes = await eenheid.Sessie.QueryAsync<Betaalronde>("order by id", ct);
        var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
        var zaken = await BestandTonen.Zaken(eenheid.Sessie, rondes.SelectMany(r => r.Betaalopdrachten), ct);
        var open = zaken.Where(z => !gesloten.Contains(z.Value)).ToDictionary(StringComparer.Ordinal);
        return Uitkomst.Ok(rondes.Select(r => Van(r, [.. r.Betaalopdrachten.Where(open.ContainsKey)])).ToList()) with
        {
            Zaken = [.. open.Values],
        };
    }

    private static async Task<Uitkomst> Toon(
        string id,
        Stroom<Betaalronde> rondes,
        Werkeenheid<BetalingenContext> eenheid,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await rondes.Lees(id, ct) is not { } ronde)
        {
            return Weigering.NietGevonden(id);
        }
        var kandidaten = await Betaalbaarheid.Kandidaten(eenheid.Sessie, ronde.Betaalopdrachten, ct);
        var opgeschort = await Betaalbaarheid.Opgeschort(eenheid.Sessie, kandidaten, moment.Vandaag, ct);
        var inhoud = await eenheid.Lees<Betaalbestand>((ronde.Gemaakt?.Inhoud ?? ronde.Inhoud)!, ct);
        var betalingen = (inhoud?.Betalingen ?? []).ToDictionary(b => b.Kenmerk, StringComparer.Ordinal);
        var zaken = kandidaten.Select(k => k.Betaalopdracht.Opdracht.Zaaknummer).Distinct().ToList();
        var bezwaren = (await eenheid.Sessie.LoadManyAsync<Verplichting>(ct, zaken)).ToDictionary(v => v.Id, v => v.LopendeBezwaren);
        var perOpdracht = ronde.Regels.ToDictionary(r => r.Betaalopdracht, StringComparer.Ordinal);
        var regels = kandidaten.OrderBy(k => k.Betaalopdracht.Id, StringComparer.Ordinal).Select(Maak).ToList();
        // What was taken out names its case too.
        var uitgenomen = await BestandTonen.Zaken(eenheid.Sessie, ronde.Uitgenomen, ct);
        return await rondes.Toon(
            id,
            r => new Uitgebreid(Van(r, r.Betaalopdrachten), regels, r.Uitgenomen.Count == 0 ? null : r.Uitgenomen),
            ct
        ) with
        {
            Zaken = [.. zaken.Union(uitgenomen.Values)],
        };

        Regel Maak(Kandidaat kandidaat)
        {
            var (betaalopdracht, _) = kandidaat;
            var opdracht = betaalopdracht.Opdracht;
            var betaling = betalingen.GetValueOrDefault(betaalopdracht.Id);
            var lopend = bezwaren.GetValueOrDefault(opdracht.Zaaknummer) ?? [];
            var regel = perOpdracht.GetValueOrDefault(betaalopdracht.Id);
            return new Regel(
                betaalopdracht.Id,
                opdracht.Zaaknummer,
                opdracht.KvkNummer,
                opdracht.Besluit,
                opdracht.Soort,
                betaling?.Bedrag ?? opdracht.Bedrag,
                betaling is null ? null : SepaTekst.Naam(betaling.Naam).Waarde,
                betaling?.Iban,
                ronde.Status == Rondestatus.Voorgesteld && regel is not null
                    ? Betaalbaarheid.Veranderd(kandidaat, regel, ronde.Id, opgeschort)
                    : null,
                lopend.Count == 0 ? null : lopend,
                betaalopdracht.Teruggegeven
            );
        }
    }

    private static Beeld Van(Betaalronde r, IReadOnlyList<string> betaalopdrachten) =>
        new(
            r.Id,
            r.Status,
            r.Gemaakt?.Uitvoerdatum ?? r.Uitvoerdatum,
            r.Betaalopdrachten.Count,
            r.Gemaakt?.Totaal ?? r.Totaal,
            r.Gemaakt?.Hash ?? r.Hash,
            r.Makers,
            [.. r.Akkoorden.Select(a => a.Door)],
            betaalopdrachten
        );
}
