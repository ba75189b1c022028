using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Metingen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>
/// The context on a real database, as the floor runs it: messages in bundles, each with its inbox row in one transaction, and its outbox, of which
/// what it says to itself is given back. What others would hear is kept to be read.
/// </summary>
public sealed class Verdeelhuis : IAsyncLifetime
{
    private PostgresServer _postgres = null!;
    private ServiceProvider _diensten = null!;
    private Verwerking _verwerking = null!;
    private Contextregister _contexten = null!;
    private Teruggave _teruggave = null!;

    /// <summary>As the program connects.</summary>
    public NpgsqlDataSource Bron { get; private set; } = null!;

    /// <summary>As the test looks on; never cut off.</summary>
    public NpgsqlDataSource Toezicht { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _postgres = await PostgresServer.Start();
        var database = await _postgres.NieuweDatabase(nameof(Verdeelhuis));
        Bron = Vloer.Bron(database);
        Toezicht = NpgsqlDataSource.Create($"{database};Application Name={nameof(Toezicht)}");
        var context = Context.Van<TijdvakkenContext>();
        var opslag = new Contextopslag(context, Bron);
        await opslag.WerkSchemaBij(CancellationToken.None);
        // Here nobody takes away what others would hear.
        await using var index = Bron.CreateCommand(
            """
            create index on tijdvakken.outbox (id) where soort = 'budget-verdelen';
            create index on tijdvakken.outbox (soort, sleutel);
            create index on tijdvakken.outbox (id) where inhoud like '%"terug":%';
            """
        );
        await index.ExecuteNonQueryAsync();
        _contexten = new Contextregister([context, Context.Van<Elders>()], [opslag]);
        var diensten = new ServiceCollection();
        diensten.AddSingleton(_contexten);
        diensten.AddSingleton<IClock>(new Klok()).AddSingleton<Moment>();
        diensten.AddScoped<Aanroep>().AddScoped<Werkeenheden>();
        diensten.AddScoped(typeof(Werkeenheid<>)).AddScoped(typeof(Stroom<>));
        foreach (var toevoegen in context.Diensten)
        {
            toevoegen(diensten);
        }
        _diensten = diensten.BuildServiceProvider();
        _teruggave = new Teruggave(Toezicht, bericht => Hoor(bericht));
        _verwerking = new Verwerking(
            opslag,
            _diensten.GetRequiredService<IServiceScopeFactory>(),
            new Meetbord(TimeProvider.System),
            NullLogger.Instance
        );
    }

    public Task<string> NieuweDatabase() => _postgres.NieuweDatabase("apart");

    /// <summary>Publishes a window; its name.</summary>
    public async Task<string> Tijdvak(TijdvakVastgesteld besluit)
    {
        var id = $"t-{Guid.NewGuid():n}";
        await Doe(async diensten =>
        {
            await diensten.GetRequiredService<Stroom<Tijdvak>>().SchrijfOfBegin(id, _ => besluit, CancellationToken.None);
            Plafondstand.Begin(
                diensten.GetRequiredService<Werkeenheid<TijdvakkenContext>>().Sessie,
                id,
                besluit.Plafond,
                besluit.Bezwaarreserve ?? 0
            );
            return Uitkomst.Ok(id);
        });
        return id;
    }

    /// <summary>
    /// A use case in a transaction, decided again when it meets another, as at the door of the API. Who got no answer, because the connection was
    /// cut, asks again: it may have happened.
    /// </summary>
    public async Task<Uitkomst> Doe(Func<IServiceProvider, Task<Uitkomst>> stap)
    {
        for (var poging = 1; ; poging++)
        {
            await using var scope = _diensten.CreateAsyncScope();
            try
            {
                var uitkomst = await stap(scope.ServiceProvider);
                if (uitkomst.Weigering is null)
                {
                    await scope.ServiceProvider.GetRequiredService<Werkeenheid<TijdvakkenContext>>().Eenheid.Commit(CancellationToken.None);
                }
                return uitkomst;
            }
            catch (Exception e) when (poging < 20 && (Botsing.Herken(e) == Botsing.Soort.Voorbijgaand || Databasestoring.Is(e))) { }
        }
    }

    /// <summary>A use case whose process is gone before the commit.</summary>
    public async Task Verlaat(Func<IServiceProvider, Task<Uitkomst>> stap)
    {
        await using var scope = _diensten.CreateAsyncScope();
        await stap(scope.ServiceProvider);
    }

    /// <summary>The state of a stream.</summary>
    public async Task<T?> Lees<T>(string id)
        where T : class
    {
        await using var scope = _diensten.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Stroom<T>>().Lees(id, CancellationToken.None);
    }

    /// <summary>Hears these together, as a lane does with what waits.</summary>
    public async Task Hoor(params IReadOnlyList<object> berichten)
    {
        var bundel = berichten.Select(b => Werk(Envelop(b))).ToList();
        if (!await _verwerking.Samen(bundel, CancellationToken.None))
        {
            foreach (var werk in bundel)
            {
                await _verwerking.Opnieuw(werk, 1, CancellationToken.None);
            }
        }
        await NietsApart();
    }

    /// <summary>No message was set apart.</summary>
    public async Task NietsApart() =>
        Assert.Equal("", await Vraag<string>("select coalesce(string_agg(soort || ' ' || fout, '\n'), '') from tijdvakken.geparkeerd"));

    /// <summary>Hears a message, and the same again: the process was killed before the broker knew.</summary>
    public async Task HoorTweemaal(object bericht)
    {
        var werk = Werk(Envelop(bericht));
        await _verwerking.Opnieuw(werk, 1, CancellationToken.None);
        await _verwerking.Opnieuw(werk, 1, CancellationToken.None);
    }

    /// <summary>Hears a message, or takes a turn, and its process is gone before the commit.</summary>
    public async Task Breek(object bericht)
    {
        await using var scope = _diensten.CreateAsyncScope();
        var verwerker = scope.ServiceProvider.GetRequiredService(Context.Van<TijdvakkenContext>().Hoort[bericht.GetType()]);
        var verwerk = verwerker.GetType().GetMethod(nameof(IVerwerker<>.Verwerk))!;
        try
        {
            await (Task)verwerk.Invoke(verwerker, BindingFlags.DoNotWrapExceptions, null, [bericht, CancellationToken.None], null)!;
        }
        catch (Exception e) when (Databasestoring.Is(e))
        {
            // Gone too.
        }
    }

    /// <summary>
    /// Gives the context what it said to itself, and what Verlening gives back, until it says no more and no other has something of it in hand.
    /// </summary>
    public async Task Rust()
    {
        while (
            await Beurt()
            || await _teruggave.Geef()
            || await Vraag<long>("select count(*) from tijdvakken.outbox where soort = 'budget-verdelen'") > 0
        ) { }
    }

    /// <summary>From here on Verlening hears nothing of this window, or all.</summary>
    public void Verlening(string tijdvak, bool hoort) => _teruggave.Hoort(tijdvak, hoort);

    /// <summary>One message to itself, if any; taken as the relay takes it, so that several may do this at once.</summary>
    /// <param name="sterft">The process is gone after the effect, before the message is taken away.</param>
    public async Task<bool> Beurt(bool sterft = false)
    {
        try
        {
            return await NeemBeurt(sterft);
        }
        catch (Exception e) when (Databasestoring.Is(e))
        {
            // The message lies there still, or was handled.
            return true;
        }
    }

    private async Task<bool> NeemBeurt(bool sterft)
    {
        await using var verbinding = await Bron.OpenConnectionAsync();
        await using var transactie = await verbinding.BeginTransactionAsync();
        await using var neem = new NpgsqlCommand(
            "delete from tijdvakken.outbox where id = (select id from tijdvakken.outbox where soort = 'budget-verdelen' order by id limit 1 for update skip locked) returning id, soort, sleutel, inhoud",
            verbinding
        );
        Envelop bericht;
        await using (var rij = await neem.ExecuteReaderAsync())
        {
            if (!await rij.ReadAsync())
            {
                return false;
            }
            bericht = new Envelop(rij.GetGuid(0), rij.GetString(1), rij.GetString(2), rij.GetString(3), new Kop("systeem", null, null));
        }
        await _verwerking.Opnieuw(Werk(bericht), 1, CancellationToken.None);
        if (!sterft)
        {
            await transactie.CommitAsync();
        }
        return true;
    }

    /// <summary>What was said to others about a window, in order.</summary>
    public async Task<List<T>> Gezegd<T>(string tijdvak)
    {
        await using var opdracht = Toezicht.CreateCommand(
            "select soort, inhoud from tijdvakken.outbox where soort = $1 and inhoud::jsonb ->> 'tijdvak' = $2 order by id"
        );
        opdracht.Parameters.Add(new NpgsqlParameter { Value = _contexten.Berichtsoorten.Naam(typeof(T)) });
        opdracht.Parameters.Add(new NpgsqlParameter { Value = tijdvak });
        await using var rij = await opdracht.ExecuteReaderAsync();
        var gezegd = new List<T>();
        while (await rij.ReadAsync())
        {
            gezegd.Add((T)_contexten.Berichtsoorten.Lees(rij.GetString(0), rij.GetString(1)));
        }
        return gezegd;
    }

    /// <summary>The rows of a window: case number, rank, state and what is reserved.</summary>
    public async Task<List<(string Zaak, int? Rang, string? Staat, decimal Gereserveerd)>> Rijen(string tijdvak)
    {
        await using var opdracht = Toezicht.CreateCommand(
            "select zaaknummer, rang, staat, gereserveerd from tijdvakken.inschrijving where tijdvak = $1 order by rang nulls last, zaaknummer"
        );
        opdracht.Parameters.Add(new NpgsqlParameter { Value = tijdvak });
        await using var rij = await opdracht.ExecuteReaderAsync();
        var rijen = new List<(string, int?, string?, decimal)>();
        while (await rij.ReadAsync())
        {
            rijen.Add(
                (rij.GetString(0), rij.IsDBNull(1) ? null : rij.GetInt32(1), rij.IsDBNull(2) ? null : rij.GetString(2), rij.GetDecimal(3))
            );
        }
        return rijen;
    }

    /// <summary>The ranks that were told of a window.</summary>
    public async Task<List<int>> Rangen(string tijdvak) =>
        [.. (await Gezegd<AanvraagGerangschiktBericht>(tijdvak)).Select(b => b.Rang).Order()];

    public async Task<T> Vraag<T>(string sql)
    {
        await using var opdracht = Toezicht.CreateCommand(sql);
        return (T)(await opdracht.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await _diensten.DisposeAsync();
        await Bron.DisposeAsync();
        await Toezicht.DisposeAsync();
        await _postgres.DisposeAsync();
        _teruggave.Dispose();
    }

    private Envelop Envelop(object bericht) =>
        new(
            Guid.CreateVersion7(),
            _contexten.Berichtsoorten.Naam(bericht.GetType()),
            Berichtsoorten.Sleutel(bericht),
            Berichtsoorten.Schrijf(bericht),
            new Kop("iemand", null, null)
        );

    private static Verwerkingsrij.Werk Werk(Envelop bericht) => new(bericht, default, new TaskCompletionSource());

    private sealed class Klok : IClock
    {
        public Instant GetCurrentInstant() => Gegeven.Daarna;
    }
}
