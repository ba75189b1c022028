using CsCheck;
using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Medewerkers.Tests;

/// <summary>What two contexts of one process know of interests in cases, on a real database, in every order and twice.</summary>
public sealed class BelangenTests : IAsyncLifetime
{
    private const string Zaak = "SLIM-71ZCH67ZP3";
    private const string Andere = "SLIM-000000000A";
    private const string Wie = "beoordelaar-1";

    private PostgresServer _postgres = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _postgres = await PostgresServer.Start();

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();

    [Fact]
    public async Task Every_order_and_every_double_ends_in_the_latest_word_whichever_context_has_it()
    {
        await using var bron = await Bron();
        using var contexten = await Contexten(bron);
        await Gen
            .Bool.Array[1, 5]
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
                    var berichten = gezegd.Select((geldt, i) => Bericht(Zaak, Wie, geldt, versie: i + 2)).ToList();
                    foreach (var nummer in eerste.Concat(tweede))
                    {
                        await Hoor<Een>(contexten, berichten[nummer]);
                    }
                    // The other context is behind: what it heard is older, and opens or closes nothing.
                    await Hoor<Twee>(contexten, berichten[0]);

                    var gesloten = await Belangen(contexten).Gesloten(Wie, Ct);
                    Assert.Equal(gezegd[^1], gesloten.Contains(Zaak));
                    Assert.DoesNotContain(Andere, gesloten);
                },
                iter: 20,
                threads: 1
            );
    }

    [Fact]
    public async Task A_case_is_closed_at_once_and_to_nobody_else_and_no_other_case()
    {
        await using var bron = await Bron();
        using var contexten = await Contexten(bron);
        var belangen = Belangen(contexten);
        Assert.Empty(await belangen.Gesloten(Wie, Ct));

        await Hoor<Twee>(contexten, Bericht(Zaak, Wie, geldt: true, versie: 2));
        await Hoor<Een>(contexten, Bericht(Andere, "een ander", geldt: true, versie: 2));

        Assert.Equal([Zaak], await belangen.Gesloten(Wie, Ct));
        Assert.Equal([Andere], await belangen.Gesloten("een ander", Ct));
        Assert.Empty(await belangen.Gesloten("nog een ander", Ct));
        var bij = await belangen.Bij([Zaak, Andere, Zaak], Ct);
        Assert.Equal([Wie], bij[Zaak]);
        Assert.Equal(["een ander"], bij[Andere]);
        Assert.Empty(await belangen.Bij([], Ct));
    }

    [Fact]
    public async Task What_has_no_version_is_no_word_that_counts()
    {
        await using var bron = await Bron();
        using var contexten = await Contexten(bron);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Hoor<Een>(contexten, new BelangGewijzigdBericht(Zaak, Wie, Geldt: true, Instant.FromUtc(2026, 4, 7, 10, 0)))
        );
    }

    [Fact]
    public async Task Interests_in_two_databases_are_read_together()
    {
        await using var een = await Bron();
        await using var twee = await Bron();
        using var contexten = await Contexten(een, twee);
        await Hoor<Een>(contexten, Bericht(Zaak, Wie, geldt: true, versie: 2));
        await Hoor<Twee>(contexten, Bericht(Andere, Wie, geldt: true, versie: 5));
        Assert.Equal([Andere, Zaak], (await Belangen(contexten).Gesloten(Wie, Ct)).Order(StringComparer.Ordinal));

        await Hoor<Twee>(contexten, Bericht(Zaak, Wie, geldt: false, versie: 3));

        Assert.Equal([Andere], await Belangen(contexten).Gesloten(Wie, Ct));
    }

    private static Belangen Belangen(Contextregister contexten) => new(contexten, [new(Een.Naam), new(Twee.Naam)]);

    private static BelangGewijzigdBericht Bericht(string zaak, string wie, bool geldt, long versie) =>
        new(zaak, wie, geldt, Instant.FromUtc(2026, 4, 7, 10, 0), versie);

    private async Task<NpgsqlDataSource> Bron()
    {
        var bouwer = new NpgsqlDataSourceBuilder(await _postgres.NieuweDatabase(nameof(BelangenTests), Ct));
        bouwer.UseNodaTime();
        return bouwer.Build();
    }

    private static async Task<Contextregister> Contexten(NpgsqlDataSource een, NpgsqlDataSource? twee = null)
    {
        Contextopslag[] hier = [new(Context.Van<Een>(), een), new(Context.Van<Twee>(), twee ?? een)];
        foreach (var opslag in hier)
        {
            await opslag.WerkSchemaBij(Ct);
        }
        return new Contextregister([.. hier.Select(o => o.Context)], hier);
    }

    private static async Task Leeg(NpgsqlDataSource bron)
    {
        await using var leeg = bron.CreateCommand("truncate een.belang, twee.belang");
        await leeg.ExecuteNonQueryAsync(Ct);
    }

    private static async Task Hoor<TContext>(Contextregister contexten, BelangGewijzigdBericht bericht)
        where TContext : class, IContext
    {
        await using var eenheden = new Werkeenheden(new Aanroep(), contexten);
        var eenheid = new Werkeenheid<TContext>(eenheden, contexten);
        await new BijBelangGewijzigd<TContext>(eenheid).Verwerk(bericht, Ct);
        await eenheid.Sessie.SaveChangesAsync(Ct);
    }

    public sealed class Een : IContext
    {
        public static string Naam => "een";

        public static void Beschrijf(Contextbouwer context) => context.LeestBelangen<Een>();
    }

    public sealed class Twee : IContext
    {
        public static string Naam => "twee";

        public static void Beschrijf(Contextbouwer context) => context.LeestBelangen<Twee>();
    }
}
