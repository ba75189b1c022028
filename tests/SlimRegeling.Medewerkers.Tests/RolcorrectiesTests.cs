using CsCheck;
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
                    var correctie = await new Rolcorrecties(contexten).Van(Wie, Ct);
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
        var correcties = new Rolcorrecties(contexten);
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

        var correctie = (await new Rolcorrecties(contexten).Van(Wie, Ct))!;

        Assert.Equal([Rol.Beoordelaar, Rol.Onderzoeker], correctie.Pas(new HashSet<Rol> { Rol.Beoordelaar }).Order());
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
