using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Web.Api.Beheer;

namespace SlimRegeling.Web.Beheer;

/// <summary>A process as it tells of itself, and what of it cannot be seen.</summary>
/// <param name="Contexten">The contexts that are asked at this address.</param>
/// <param name="Ongezien">Those of them of which nothing was told: the process does not answer, or they do not run there.</param>
public sealed record Hostbeeld(
    Uri Adres,
    IReadOnlyList<string> Contexten,
    BerichtenBeeld? Berichten,
    MetingenBeeld? Metingen,
    ApartLijst? Apart
)
{
    public IEnumerable<string> Ongezien => Contexten.Except(Berichten?.Contexten.Select(c => c.Context) ?? []);

    /// <summary>Who answered: nearly always one, and behind an address with several processes any of them.</summary>
    public IEnumerable<Procesbeeld> Processen =>
        ((Procesbeeld?[])[Metingen?.Proces, Berichten?.Proces]).OfType<Procesbeeld>().DistinctBy(p => p.Naam);
}

/// <summary>What the contexts at one address tell of their view log.</summary>
/// <param name="Lijst">Null when nobody answers there.</param>
/// <param name="Ongezien">Those of which nothing was told.</param>
public sealed record Inzagebeeld<T>(T? Lijst, IReadOnlyList<string> Ongezien)
    where T : class;

/// <summary>
/// The processes of the house, each asked as the person who looks: a context answers at its own address, and a process tells only of the
/// contexts that run in it.
/// </summary>
public sealed class Hosts(IHttpClientFactory clients, IServiceProvider diensten, Contextregister contexten, ILogger<Hosts> log)
{
    internal const string Client = "site-beheer";

    /// <summary>What all of them tell, those that do not answer among them.</summary>
    public async Task<IReadOnlyList<Hostbeeld>> Zie(CancellationToken ct) =>
        await Task.WhenAll(Adressen.Select(g => Zie(g.Key, [.. g], ct)));

    /// <summary>The same question about the view log to all of them.</summary>
    /// <param name="elders">The contexts that an answer says are in another process.</param>
    public async Task<IReadOnlyList<Inzagebeeld<T>>> Inzagen<T>(
        Func<BeheerApi, Task<T>> vraag,
        Func<T, IEnumerable<string>> elders,
        CancellationToken ct
    )
        where T : class =>
        await Task.WhenAll(
            Adressen.Select(async g =>
            {
                var lijst = await Zicht.Op(vraag(Api(g.Key)), log, ct);
                return new Inzagebeeld<T>(lijst, lijst is null ? [.. g] : [.. g.Intersect(elders(lijst))]);
            })
        );

    public BeheerApi Api(string context) => Api(Contextklanten.Adres(diensten, context));

    private IEnumerable<IGrouping<Uri, string>> Adressen =>
        contexten.Alle.Select(c => c.Naam).GroupBy(naam => Contextklanten.Adres(diensten, naam));

    private async Task<Hostbeeld> Zie(Uri adres, IReadOnlyList<string> namen, CancellationToken ct)
    {
        var api = Api(adres);
        var berichten = Zicht.Op(api.GetBeheerBerichtenAsync(ct), log, ct);
        var metingen = Zicht.Op(api.GetBeheerMetingenAsync(ct), log, ct);
        var apart = Zicht.Op(api.GetBeheerBerichtenApartAsync(ct), log, ct);
        return new(adres, namen, await berichten, await metingen, await apart);
    }

    private BeheerApi Api(Uri adres)
    {
        var client = clients.CreateClient(Client);
        client.BaseAddress = new Uri(adres, "v1/");
        return new BeheerApi(client);
    }
}
