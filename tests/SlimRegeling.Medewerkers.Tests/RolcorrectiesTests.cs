using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Medewerkers.Tests;

/// <summary>What two contexts of one process hear of employees, on a real database, in every order and twice.</summary>
public sealed class RolcorrectiesTests : IAsyncLifetime
{
    private const string Wie = "iemand";
    private static readonly string[] Namen = [.. Rollen.VanUitvoerder.Select(r => r.Claimwaarde())];

    private PostgresServer _postgres = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _postgres = await PostgresServer.Start();

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();

    [Fact]
    public async Task Every_order_and_every_double_ends_in_the_latest_and_never_in_a_role_that_it_takes_away()
    {
        await using var bron = await Bron();
        using var contexten = await Contexten(bron);
        var rollen = Gen.Int[0, Namen.Length - 1].Select(i => Namen[i]).Array[0, 3];
        await Gen.Select(rollen, rollen, Gen.Bool)
            .Array[1, 4]
            .SelectMany(gezegd =>
                Gen.Select(
                    Gen.Const(gezegd),
                    Gen.Shuffle(Enumerable.Range(0, gezegd.Length).ToArray()),
                    Gen.Shuffle(Enumerable.Range(0, gezegd.Length).ToArray())
                )
            )
            .SampleAsync(
                async geval =>
                {
                    var (gezegd, eerste, tweede) = geval;
                    await Leeg(bron);
                    var berichten = gezegd.Select((g, i) => Bericht(g.Item1, g.Item2, g.Item3, versie: i + 2)).ToList();
                    foreach (var nummer in eerste.Concat(tweede))
                    {
                        await Hoor<Een>(contexten, berichten[nummer]);
                    }
                    // The other context is behind: what it heard is older, and does not bring back what came since.
                    await Hoor<Twee>(contexten, berichten[0]);

                    var laatste = berichten[^1];
                    var correctie = await Correcties(contexten).Van(Wie, Ct);
                    Assert.NotNull(correctie);
                    Assert.Equal(laatste.Geblokkeerd, correctie.Geblokkeerd);
                    var nu = correctie.Pas(Rollen.VanUitvoerder.ToHashSet());
                    Assert.Empty(nu.Select(r => r.Claimwaarde()).Intersect(laatste.Ingetrokken));
                    Assert.DoesNotContain(Rol.Dienst, nu);
                },
                iter: 20,
                threads: 1
            );
    }

    [Fact]
    public async Task A_change_is_known_within_a_second_whichever_context_heard_it_and_others_have_none()
    {
        await using var bron = await Bron();
        using var contexten = await Contexten(bron);
        await Leeg(bron);
        var correcties = Correcties(contexten);
        Assert.Null(await correcties.Van(Wie, Ct));

        await Hoor<Twee>(contexten, Bericht(["beoordelaar"], [], geblokkeerd: false, versie: 2));
        Assert.Null(await correcties.Van(Wie, Ct));
        await Task.Delay(TimeSpan.FromSeconds(1), Ct);
        Assert.Equal([Rol.Beoordelaar], (await correcties.Van(Wie, Ct))!.Ingetrokken);
        Assert.Null(await correcties.Van("een ander", Ct));
    }

    [Fact]
    public async Task A_name_that_is_no_role_any_more_takes_and_gives_nothing()
    {
        await using var bron = await Bron();
        using var contexten = await Contexten(bron);
        await Leeg(bron);
        await Hoor<Een>(contexten, Bericht(["schrijver"], ["dienst", "onderzoeker"], geblokkeerd: false, versie: 2));

        var correctie = (await Correcties(contexten).Van(Wie, Ct))!;

        Assert.Equal([Rol.Beoordelaar, Rol.Onderzoeker], correctie.Pas(new HashSet<Rol> { Rol.Beoordelaar }).Order());
    }

    [Fact]
    public async Task Who_ask_at_once_after_its_time_wait_for_one_reading()
    {
        await using var bron = await Bron();
        using var contexten = await Contexten(bron);
        await Hoor<Een>(contexten, Bericht(["beoordelaar"], [], geblokkeerd: false, versie: 2));
        var correcties = Correcties(contexten);
        await correcties.Van(Wie, Ct);
        await Task.Delay(TimeSpan.FromSeconds(1.1), Ct);
        await using var slot = await bron.OpenConnectionAsync(Ct);
        await using var transactie = await slot.BeginTransactionAsync(Ct);
        await using var houd = new NpgsqlCommand("lock table een.medewerkercorrectie in access exclusive mode", slot);
        await houd.ExecuteNonQueryAsync(Ct);

        var vragen = Enumerable.Range(0, 50).Select(_ => correcties.Van(Wie, Ct).AsTask()).ToList();
        long wachten;
        while ((wachten = await Wachtend(bron)) == 0)
        {
            await Task.Delay(20, Ct);
        }
        // Long enough for a second one to come to the table.
        for (var i = 0; i < 20; i++)
        {
            await Task.Delay(20, Ct);
            wachten = Math.Max(wachten, await Wachtend(bron));
        }
        // Who goes away does not end it for the others.
        using var weg = new CancellationTokenSource();
        var ongeduldig = correcties.Van(Wie, weg.Token).AsTask();
        await weg.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ongeduldig);
        await transactie.RollbackAsync(Ct);

        Assert.Equal(1, wachten);
        Assert.All(await Task.WhenAll(vragen), c => Assert.Equal([Rol.Beoordelaar], c!.Ingetrokken));
    }

    [Fact]
    public async Task What_is_known_counts_for_a_while_when_the_database_is_away_and_then_nobody_has_a_role_until_it_is_back()
    {
        await using var bron = await Bron();
        using var contexten = await Contexten(bron);
        await Hoor<Een>(contexten, Bericht(["beoordelaar"], [], geblokkeerd: false, versie: 2));
        var correcties = Correcties(contexten, TimeSpan.FromSeconds(6));
        Assert.Equal([Rol.Beoordelaar], (await correcties.Van(Wie, Ct))!.Ingetrokken);

        await _postgres.Sluit(bron.ConnectionString, dicht: true, Ct);
        await Task.Delay(TimeSpan.FromSeconds(1.2), Ct);
        Assert.Equal([Rol.Beoordelaar], (await correcties.Van(Wie, Ct))!.Ingetrokken);
        Assert.Null(await correcties.Van("een ander", Ct));

        await Task.Delay(TimeSpan.FromSeconds(6), Ct);
        foreach (var wie in (string[])[Wie, "een ander"])
        {
            var onbekend = await correcties.Van(wie, Ct);
            Assert.Same(Rolcorrectie.Onbekend, onbekend);
            Assert.Empty(onbekend!.Pas(Rollen.VanUitvoerder));
        }

        await _postgres.Sluit(bron.ConnectionString, dicht: false, Ct);
        var weer = Rolcorrectie.Onbekend;
        for (var i = 0; i < 10 && ReferenceEquals(weer, Rolcorrectie.Onbekend); i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), Ct);
            weer = await correcties.Van(Wie, Ct);
        }
        Assert.Equal([Rol.Beoordelaar], weer!.Ingetrokken);
        Assert.Null(await correcties.Van("een ander", Ct));
    }

    [Fact]
    public async Task A_database_that_never_answered_leaves_nobody_known_also_when_that_of_another_context_does()
    {
        await using var bron = await Bron();
        await using var weg = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=niemand;Database=nergens");
        Contextopslag[] hier = [new(Context.Van<Een>(), bron), new(Context.Van<Twee>(), weg)];
        await hier[0].WerkSchemaBij(Ct);
        using var contexten = new Contextregister([.. hier.Select(o => o.Context)], hier);
        await Hoor<Een>(contexten, Bericht([], ["onderzoeker"], geblokkeerd: false, versie: 2));

        var correcties = Correcties(contexten);

        Assert.Same(Rolcorrectie.Onbekend, await correcties.Van(Wie, Ct));
        Assert.Same(Rolcorrectie.Onbekend, await correcties.Van("een ander", Ct));
    }

    private static Rolcorrecties Correcties(Contextregister contexten, TimeSpan? uiterlijk = null) =>
        new(contexten, NullLogger<Rolcorrecties>.Instance) { Uiterlijk = uiterlijk ?? TimeSpan.FromMinutes(1) };

    /// <summary>How many connections wait for a table of this database.</summary>
    private static async Task<long> Wachtend(NpgsqlDataSource bron)
    {
        await using var opdracht = bron.CreateCommand(
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
        );
        return (long)(await opdracht.ExecuteScalarAsync(Ct))!;
    }

    private static MedewerkerGewijzigdBericht Bericht(string[] ingetrokken, string[] toegekend, bool geblokkeerd, long versie) =>
        new(Wie, ingetrokken, toegekend, geblokkeerd, Instant.FromUtc(2026, 4, 7, 10, 0), versie);

    private async Task<NpgsqlDataSource> Bron()
    {
        var bouwer = new NpgsqlDataSourceBuilder(await _postgres.NieuweDatabase(nameof(RolcorrectiesTests), Ct));
        bouwer.UseNodaTime();
        return bouwer.Build();
    }

    private static async Task<Contextregister> Contexten(NpgsqlDataSource bron)
    {
        Contextopslag[] hier = [new(Context.Van<Een>(), bron), new(Context.Van<Twee>(), bron)];
        foreach (var opslag in hier)
        {
            await opslag.WerkSchemaBij(Ct);
        }
        return new Contextregister([.. hier.Select(o => o.Context)], hier);
    }

    private static async Task Leeg(NpgsqlDataSource bron)
    {
        await using var leeg = bron.CreateCommand("truncate een.medewerkercorrectie, twee.medewerkercorrectie");
        await leeg.ExecuteNonQueryAsync(Ct);
    }

    private static async Task Hoor<TContext>(Contextregister contexten, MedewerkerGewijzigdBericht bericht)
        where TContext : IContext
    {
        await using var eenheden = new Werkeenheden(new Aanroep(), contexten);
        var eenheid = new Werkeenheid<TContext>(eenheden, contexten);
        await new BijMedewerkerGewijzigd<TContext>(eenheid).Verwerk(bericht, Ct);
        await eenheid.Sessie.SaveChangesAsync(Ct);
    }

    public sealed class Een : IContext
    {
        public static string Naam => "een";

        public static void Beschrijf(Contextbouwer context) => context.LeestMedewerkers<Een>();
    }

    public sealed class Twee : IContext
    {
        public static string Naam => "twee";

        public static void Beschrijf(Contextbouwer context) => context.LeestMedewerkers<Twee>();
    }
}
