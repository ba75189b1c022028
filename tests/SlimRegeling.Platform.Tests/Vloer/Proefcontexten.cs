using System.Collections.Concurrent;
using JasperFx.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Tests.Vloer;

[Naam("spaarpot-geopend")]
public sealed record SpaarpotGeopend(string KvkNummer, decimal Bedrag) : Gebeurtenis;

[Naam("spaarpot-gevuld")]
public sealed record SpaarpotGevuld(decimal Bedrag) : Gebeurtenis;

/// <summary>The smallest thing with a life: a money box of an enterprise.</summary>
public sealed record Spaarpot(string Id, string KvkNummer, decimal Bedrag) : IVanOnderneming
{
    public static Spaarpot Create(IEvent<SpaarpotGeopend> e) => new(e.StreamKey!, e.Data.KvkNummer, e.Data.Bedrag);

    public Spaarpot Apply(SpaarpotGevuld e) => this with { Bedrag = Bedrag + e.Bedrag };
}

public sealed record GeldGespaardBericht(string Zaaknummer, decimal Bedrag, long? Versie = null);

/// <summary>Says what is saved.</summary>
public sealed class SparenContext : IContext
{
    public sealed record Verzoek(decimal Bedrag, string Toelichting);

    public static string Naam => "sparen";

    public static void Beschrijf(Contextbouwer context) =>
        context.Stroom<Spaarpot>().Uitgaand(Berichten).Zegt<GeldGespaardBericht>("geld-gespaard").Eindpunt(Map);

    public static Beslissing Beslis(Spaarpot? pot, string kvkNummer, decimal bedrag) =>
        bedrag <= 0 ? Weigering.Invoer(new Fout("bedrag", "Geef een bedrag boven nul.", "artikel 1"))
        : pot is null ? new SpaarpotGeopend(kvkNummer, bedrag)
        : pot.Bedrag + bedrag > 1000 ? Weigering.Van("spaarpot-vol", "Er past niet meer dan 1.000 euro in.", "artikel 2")
        : new SpaarpotGevuld(bedrag);

    private static IEnumerable<object> Berichten(string stroom, object gebeurtenis) =>
        gebeurtenis switch
        {
            SpaarpotGeopend e => [new GeldGespaardBericht(stroom, e.Bedrag)],
            SpaarpotGevuld e => [new GeldGespaardBericht(stroom, e.Bedrag)],
            _ => [],
        };

    private static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/spaarpotten/{zaaknummer}",
                (Zaaknummer zaaknummer, Verzoek verzoek, Persoon persoon, Stroom<Spaarpot> potten, CancellationToken ct) =>
                    potten.SchrijfOfBegin(zaaknummer, pot => Beslis(pot, persoon.KvkNummer!, verzoek.Bedrag), ct)
            )
            .Voor(Rol.Aanvrager)
            .EigenZaak()
            .Hoogstens(1024);
        api.MapPost("/spaarpotten/{zaaknummer}/opening", Open).Voor(Rol.Aanvrager).EigenZaak().DeeltVastlegging();
        api.MapGet(
                "/spaarpotten/{zaaknummer}",
                (Zaaknummer zaaknummer, Stroom<Spaarpot> potten, CancellationToken ct) => potten.Toon(zaaknummer, pot => pot, ct)
            )
            .Voor(Rol.Aanvrager, Rol.Beoordelaar)
            .EigenZaak();
    }

    private static async Task<Uitkomst> Open(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Spaarpot> potten,
        CancellationToken ct
    )
    {
        Task<Spaarpot?> gelezen = null!;
        return await potten.Begin(
            zaaknummer,
            lees => gelezen = lees.Load<Spaarpot>(zaaknummer.ToString()),
            async () =>
                await gelezen is null ? Beslis(null, persoon.KvkNummer!, verzoek.Bedrag) : Weigering.Van("bestaat-al", "Deze is al open."),
            ct
        );
    }
}

[Naam("bijgeschreven")]
public sealed record Bijgeschreven(decimal Bedrag) : Gebeurtenis;

/// <summary>What the other side knows of a money box.</summary>
public sealed record Rekening(string Id, int Keren, decimal Saldo)
{
    public static Rekening Create(IEvent<Bijgeschreven> e) => new(e.StreamKey!, 1, e.Data.Bedrag);

    public Rekening Apply(Bijgeschreven e) => this with { Keren = Keren + 1, Saldo = Saldo + e.Bedrag };
}

/// <summary>Hears what is saved; refuses an amount of 13, which nobody expected, until someone has repaired that for its case.</summary>
public sealed class BankContext : IContext
{
    public static readonly ConcurrentDictionary<string, bool> Hersteld = new();

    /// <summary>By case: who handles a message about it waits here, and says so.</summary>
    public static readonly ConcurrentDictionary<string, Poort> Poorten = new();

    /// <summary>By case: the versions of the money box that were heard of.</summary>
    public static readonly ConcurrentDictionary<string, ConcurrentBag<long>> Versies = new();

    public static string Naam => "bank";

    public static void Beschrijf(Contextbouwer context) => context.Stroom<Rekening>().Hoort<GeldGespaardBericht, BijGeldGespaard>();

    public sealed class BijGeldGespaard(Stroom<Rekening> rekeningen) : IVerwerker<GeldGespaardBericht>
    {
        public async Task Verwerk(GeldGespaardBericht bericht, CancellationToken ct)
        {
            if (bericht.Versie is { } versie)
            {
                Versies.GetOrAdd(bericht.Zaaknummer, _ => []).Add(versie);
            }
            await rekeningen.SchrijfOfBegin(
                bericht.Zaaknummer,
                _ =>
                    bericht.Bedrag == 13 && !Hersteld.ContainsKey(bericht.Zaaknummer)
                        ? Weigering.Van("ongeluk", "Dertien telt niet.")
                        : new Bijgeschreven(bericht.Bedrag),
                ct
            );
            if (Poorten.TryGetValue(bericht.Zaaknummer, out var poort))
            {
                poort.Aangekomen.TrySetResult();
                await poort.Open.Task.WaitAsync(ct);
            }
        }
    }

    public sealed record Poort(TaskCompletionSource Aangekomen, TaskCompletionSource Open);
}

/// <summary>A second hearer, so that one message has two effects in two contexts.</summary>
public sealed class TellerContext : IContext
{
    public static string Naam => "teller";

    public static void Beschrijf(Contextbouwer context) =>
        context
            .Tabel("create table if not exists {schema}.telling (zaaknummer text primary key, keren int not null)")
            .Hoort<GeldGespaardBericht, BijGeldGespaard>();

    public sealed class BijGeldGespaard(Werkeenheid<TellerContext> eenheid) : IVerwerker<GeldGespaardBericht>
    {
        public Task Verwerk(GeldGespaardBericht bericht, CancellationToken ct)
        {
            eenheid.Sessie.QueueSqlCommand(
                "insert into teller.telling as t (zaaknummer, keren) values (?, 1) on conflict (zaaknummer) do update set keren = t.keren + 1",
                bericht.Zaaknummer
            );
            return Task.CompletedTask;
        }
    }
}

/// <summary>A hearer that calls another context of its host for every message.</summary>
public sealed class BellerContext : IContext
{
    /// <summary>By case: how often a message about it was tried.</summary>
    public static readonly ConcurrentDictionary<string, int> Pogingen = new();

    public static string Naam => "beller";

    public static void Beschrijf(Contextbouwer context) => context.Hoort<GeldGespaardBericht, BijGeldGespaard>();

    public sealed class BijGeldGespaard(IHttpClientFactory klanten) : IVerwerker<GeldGespaardBericht>
    {
        public Task Verwerk(GeldGespaardBericht bericht, CancellationToken ct)
        {
            Pogingen.AddOrUpdate(bericht.Zaaknummer, 1, (_, keren) => keren + 1);
            using var klant = klanten.CreateClient(SparenContext.Naam);
            return Task.CompletedTask;
        }
    }
}
