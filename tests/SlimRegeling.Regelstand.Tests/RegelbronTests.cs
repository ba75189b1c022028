using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Regelstand.Tests;

/// <summary>What a context hears of the rules, on a real database, in every order and twice.</summary>
public sealed class RegelbronTests : IAsyncLifetime
{
    private const string Id = "slim-2026";
    private static readonly Instant Getekend = Instant.FromUtc(2026, 4, 7, 10, 0);
    private static readonly ParameterGewijzigdBericht[] Gezegd =
    [
        Bericht(1, "maximum-uurtarief-adviseur", "140.00", Duration.FromDays(2)),
        Bericht(2, "maximum-uurtarief-adviseur", "150.00", Duration.Zero),
        Bericht(3, "sbi-wegvervoer", null, Duration.Zero),
        Bericht(4, "maximum-uurtarief-adviseur", "160.00", Duration.FromDays(2)),
    ];

    private PostgresServer _postgres = null!;

    public async ValueTask InitializeAsync() => _postgres = await PostgresServer.Start();

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();

    [Fact]
    public async Task Every_order_and_every_double_ends_in_the_same_rules()
    {
        var database = await Database();
        foreach (var volgorde in Permutaties([0, 1, 2, 3]))
        {
            using var contexten = await Context(database);
            foreach (var nummer in volgorde.Concat(volgorde.Reverse()))
            {
                await Hoor(contexten, Gezegd[nummer]);
            }
            var regels = await new Regelbron<Proefcontext>(contexten).Nu(Ct);
            Assert.Equal(150.00m, regels.Versie(Id, Getekend)[Parameters.UurtariefAdviseur]);
            Assert.Equal(Status.Bevestigd, regels.Versie(Id, Getekend).Parameters["sbi-wegvervoer"].Status);
            Assert.Equal(160.00m, regels.Versie(Id, Getekend + Duration.FromDays(2))[Parameters.UurtariefAdviseur]);
        }
    }

    [Fact]
    public async Task A_change_becomes_known_and_what_was_computed_before_is_kept()
    {
        using var contexten = await Context(await Database());
        var regelbron = new Regelbron<Proefcontext>(contexten);
        var voor = await regelbron.Nu(Ct);
        Assert.Same(Regelboek.Versie(Id), voor.Versie(Id, Getekend));

        await Hoor(contexten, Gezegd[0]);
        var na = await regelbron.Nu(Ct);
        for (var poging = 0; poging < 100 && ReferenceEquals(na, voor); poging++)
        {
            await Task.Delay(100, Ct);
            na = await regelbron.Nu(Ct);
        }
        Assert.Equal(140.00m, na.Versie(Id, Getekend + Duration.FromDays(2))[Parameters.UurtariefAdviseur]);
        await Task.Delay(TimeSpan.FromSeconds(1), Ct);
        Assert.Same(na, await regelbron.Nu(Ct));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static ParameterGewijzigdBericht Bericht(int volgnummer, string code, string? waarde, Duration later) =>
        new(Id, volgnummer, "parameters", code, waarde, "Stcrt. 2026, 12345", null, Getekend + later, Getekend);

    private Task<string> Database() => _postgres.NieuweDatabase(nameof(RegelbronTests), Ct);

    /// <summary>The context with an empty table.</summary>
    private static async Task<Contextregister> Context(string database)
    {
        var bouwer = new NpgsqlDataSourceBuilder(database);
        bouwer.UseNodaTime();
        var bron = bouwer.Build();
        var opslag = new Contextopslag(Platform.Contexten.Context.Van<Proefcontext>(), bron);
        await opslag.WerkSchemaBij(Ct);
        await using var leeg = bron.CreateCommand("truncate proefcontext.regelwijziging");
        await leeg.ExecuteNonQueryAsync(Ct);
        return new Contextregister([opslag.Context], [opslag]);
    }

    private static async Task Hoor(Contextregister contexten, ParameterGewijzigdBericht bericht)
    {
        await using var eenheden = new Werkeenheden(new Aanroep(), contexten);
        var eenheid = new Werkeenheid<Proefcontext>(eenheden, contexten);
        await new BijParameterGewijzigd<Proefcontext>(eenheid).Verwerk(bericht, Ct);
        await eenheid.Sessie.SaveChangesAsync(Ct);
    }

    private static IEnumerable<int[]> Permutaties(int[] van) =>
        van.Length == 1
            ? [van]
            : van.SelectMany(eerste => Permutaties([.. van.Where(x => x != eerste)]).Select(rest => (int[])[eerste, .. rest]));

    public sealed class Proefcontext : IContext
    {
        public static string Naam => "proefcontext";

        public static void Beschrijf(Contextbouwer context) => context.LeestRegels<Proefcontext>();
    }
}
