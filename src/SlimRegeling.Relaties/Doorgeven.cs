using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Relaties.Machtigingen;

namespace SlimRegeling.Relaties;

/// <summary>Gives another context what messages only point to: name and address for a letter, where e-mail goes, an account for a payment.</summary>
public static class Doorgeven
{
    private const int Meeste = 100;

    /// <summary>By what an enterprise is called; one that did not enrol, or of which that was destroyed, is left out.</summary>
    public sealed record Ondernemingsnaam(string KvkNummer, string Naam);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/ondernemingen/{kvkNummer}/gegevens", Gegevens).Geeft<Inhoudsafschrift>().Voor(Rol.Dienst);
        api.MapGet("/ondernemingen/{kvkNummer}/emailadres", Emailadres).Geeft<Inhoudsafschrift>().Voor(Rol.Dienst);
        api.MapGet("/ondernemingen/{kvkNummer}/rekening", Rekening).Geeft<Inhoudsafschrift>().Voor(Rol.Dienst);
        api.MapGet("/ondernemingsnamen", Namen).Geeft<IReadOnlyList<Ondernemingsnaam>>().Voor(Rol.Dienst);
    }

    /// <param name="kvkNummers">With commas between; of each the name in force.</param>
    private static async Task<Uitkomst> Namen(string kvkNummers, Werkeenheid<RelatiesContext> eenheid, CancellationToken ct)
    {
        string[] nummers = [.. kvkNummers.Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct()];
        if (nummers.Length > Meeste)
        {
            return Weigering.Invoer(new Fout("kvkNummers", $"Noem ten hoogste {Meeste} ondernemingen tegelijk."));
        }
        var ondernemingen = await eenheid.Sessie.LoadManyAsync<Onderneming>(ct, nummers);
        var inhouden = await Inhouden.Lees(eenheid.Sessie, ondernemingen.Select(o => o.Gegevens).OfType<Verwijzing>(), ct);
        return Uitkomst.Ok(
            ondernemingen
                .Select(o => (o.Id, Gegevens: o.Gegevens is { } gegevens ? inhouden.Zoek<Ondernemingsgegevens>(gegevens) : null))
                .Where(o => o.Gegevens is not null)
                .Select(o => new Ondernemingsnaam(o.Id, o.Gegevens!.Naam))
                .ToList()
        );
    }

    /// <param name="gegevens">The facts that a message pointed to; without it those in force.</param>
    private static async Task<Uitkomst> Gegevens(
        string kvkNummer,
        Guid? gegevens,
        Stroom<Onderneming> ondernemingen,
        Werkeenheid<RelatiesContext> eenheid,
        CancellationToken ct
    ) => await Geef(kvkNummer, gegevens ?? (await ondernemingen.Lees(kvkNummer, ct))?.Gegevens?.Id, eenheid, ct);

    /// <param name="gegevens">The address that a message pointed to.</param>
    /// <param name="gever">Of whose case it hears, when that is another enterprise: a machtiging that is over ends the e-mail too.</param>
    private static async Task<Uitkomst> Emailadres(
        string kvkNummer,
        Guid gegevens,
        string? gever,
        Werkeenheid<RelatiesContext> eenheid,
        Moment moment,
        CancellationToken ct
    ) =>
        gever is not null
        && await eenheid.Sessie.LoadAsync<Machtiging>(Machtiging.Stroom(gever, kvkNummer), ct) is { } machtiging
        && machtiging.Stand(moment.Vandaag) is Machtigingsstand.Beeindigd or Machtigingsstand.Verlopen
            ? Weigering.NietGevonden(kvkNummer)
            : await Geef(kvkNummer, gegevens, eenheid, ct);

    private static async Task<Uitkomst> Rekening(
        string kvkNummer,
        int volgnummer,
        Stroom<Onderneming> ondernemingen,
        Werkeenheid<RelatiesContext> eenheid,
        CancellationToken ct
    )
    {
        var onderneming = await ondernemingen.Lees(kvkNummer, ct);
        return await Geef(kvkNummer, onderneming?.Rekeningen.FirstOrDefault(r => r.Volgnummer == volgnummer)?.Gegevens.Id, eenheid, ct);
    }

    private static async Task<Uitkomst> Geef(string kvkNummer, Guid? id, Werkeenheid<RelatiesContext> eenheid, CancellationToken ct) =>
        id is { } bekend && await eenheid.Sessie.LoadAsync<Inhoud>(bekend, ct) is { } inhoud && inhoud.Eigenaar == kvkNummer
            ? Uitkomst.Ok(Inhoudsafschrift.Van(inhoud))
            : Weigering.NietGevonden(kvkNummer);
}
