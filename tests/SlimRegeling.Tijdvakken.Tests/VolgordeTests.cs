using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Tijdvakken.Tests.Gegeven;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>What a window knows of an application does not depend on the order or number of times it heard it.</summary>
public sealed class VolgordeTests : IAsyncLifetime
{
    private PostgresServer _postgres = null!;
    private NpgsqlDataSource _bron = null!;
    private Contextregister _contexten = null!;

    public async ValueTask InitializeAsync()
    {
        _postgres = await PostgresServer.Start();
        var bouwer = new NpgsqlDataSourceBuilder(await _postgres.NieuweDatabase(nameof(VolgordeTests)));
        bouwer.UseNodaTime();
        _bron = bouwer.Build();
        var opslag = new Contextopslag(Context.Van<TijdvakkenContext>(), _bron);
        await opslag.WerkSchemaBij(CancellationToken.None);
        _contexten = new Contextregister([opslag.Context], [opslag]);
    }

    [Fact]
    public async Task Every_order_and_every_double_ends_in_the_same_row()
    {
        var standen = new HashSet<string>();
        var nummer = 0;
        foreach (var volgorde in Permutaties([0, 1, 2, 3]))
        {
            var zaak = $"SLIM-{nummer:000000}";
            var tijdvak = $"2026-{nummer++:000}-mkb";
            foreach (var soort in volgorde.Concat(volgorde.Reverse()))
            {
                await Hoor(soort, zaak, tijdvak);
            }
            var rij = Assert.Single(await Inschrijving.Van(_bron, tijdvak, TestContext.Current.CancellationToken));
            standen.Add(
                $"{rij with { Zaaknummer = "" }} {await Inschrijving.Stand(_bron, tijdvak, TestContext.Current.CancellationToken)}"
            );
        }
        Assert.Equal(24, nummer);
        Assert.Single(standen);
    }

    public async ValueTask DisposeAsync()
    {
        _contexten.Dispose();
        await _bron.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    private async Task Hoor(int soort, string zaak, string tijdvak)
    {
        await using var eenheden = new Werkeenheden(new Aanroep(), _contexten);
        var eenheid = new Werkeenheid<TijdvakkenContext>(eenheden, _contexten);
        var ct = TestContext.Current.CancellationToken;
        var op = Sluit - Duration.FromDays(1);
        await (
            soort switch
            {
                0 => new BijAanvraagIngediend(eenheid).Verwerk(
                    new AanvraagIngediendBericht(zaak, tijdvak, "69599084", "slim-2026", 11_040, op),
                    ct
                ),
                1 => new BijAanvraagVolledig(eenheid).Verwerk(
                    new AanvraagVolledigBericht(zaak, tijdvak, false, op, Sluit + Duration.FromDays(1)),
                    ct
                ),
                2 => new BijOntvangenTot(eenheid).Verwerk(new OntvangenTotBericht(tijdvak, Daarna, 3, Daarna), ct),
                _ => Vervalt(),
            }
        );
        await eenheid.Sessie.SaveChangesAsync(ct);

        Task Vervalt()
        {
            Inschrijving.Verval(eenheid.Sessie, zaak, tijdvak, Sluit + Duration.FromDays(2));
            return Task.CompletedTask;
        }
    }

    private static IEnumerable<int[]> Permutaties(int[] van) =>
        van.Length == 1
            ? [van]
            : van.SelectMany(eerste => Permutaties([.. van.Where(x => x != eerste)]).Select(rest => (int[])[eerste, .. rest]));
}
