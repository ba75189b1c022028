using System.Diagnostics;

namespace SlimRegeling.Prestaties;

/// <summary>What one round of measuring gave, per second.</summary>
/// <param name="Kaal">Bare appends.</param>
/// <param name="Antwoord">Submissions to their answer, the relay at rest.</param>
/// <param name="Samen">Submissions to their answer while their messages are handled in the same process.</param>
/// <param name="Afvoer">Effects of messages, from a full outbox to the last one.</param>
/// <param name="KaalRekentijd">Processor for one bare append.</param>
/// <param name="AntwoordRekentijd">The same for one submission, its caller included.</param>
internal sealed record Ronde(
    int Bellers,
    double Kaal,
    double Antwoord,
    double Samen,
    double Afvoer,
    Rekentijd KaalRekentijd,
    Rekentijd AntwoordRekentijd,
    double P99
);

/// <summary>Milliseconds of processor: of this process, and of the database's together.</summary>
internal readonly record struct Rekentijd(double Hier, double Database)
{
    public double Samen => Hier + Database;

    public static Rekentijd operator -(Rekentijd a, Rekentijd b) => new(a.Hier - b.Hier, a.Database - b.Database);

    public static Rekentijd operator /(Rekentijd a, int deler) => new(a.Hier / deler, a.Database / deler);
}

internal static class Meting
{
    /// <summary>So many of each, so that most of their code is compiled as it stays.</summary>
    public const int Opwarming = 1_000;

    public static async Task WarmOp(Kaal kaal, Proefhuis huis, int aantal)
    {
        foreach (var bellers in (int[])[16, 64, 16])
        {
            await Eenmaal(kaal, huis, bellers, aantal);
        }
    }

    public static async Task<IReadOnlyList<Ronde>> Voer(Kaal kaal, Proefhuis huis, int rondes, int aantal)
    {
        var metingen = new List<Ronde>();
        for (var i = 0; i < rondes; i++)
        {
            foreach (var bellers in (int[])[16, 64])
            {
                metingen.Add(await Eenmaal(kaal, huis, bellers, aantal));
            }
        }
        return metingen;
    }

    private static async Task<Ronde> Eenmaal(Kaal kaal, Proefhuis huis, int bellers, int aantal)
    {
        var (appends, kaalRekentijd, _) = await Snelheid(bellers, aantal, _ => kaal.Voeg());
        var eerste = await huis.MaakConcepten(aantal);
        await huis.StopRelay();
        var (antwoord, antwoordRekentijd, p99) = await Snelheid(bellers, aantal, i => huis.DienIn(eerste[i]));
        var afvoer = await huis.VoerAf();
        var tweede = await huis.MaakConcepten(aantal);
        var (samen, _, _) = await Snelheid(bellers, aantal, i => huis.DienIn(tweede[i]));
        await huis.Stil();
        return new Ronde(bellers, appends, antwoord, samen, afvoer, kaalRekentijd, antwoordRekentijd, p99);
    }

    /// <summary>Operations per second of so many callers, who each start the next when the last is done.</summary>
    private static async Task<(double PerSeconde, Rekentijd Rekentijd, double P99)> Snelheid(int bellers, int aantal, Func<int, Task> doe)
    {
        var volgende = -1;
        var duren = new double[aantal];
        GC.Collect();
        var rekentijd = Verbruik();
        var sinds = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, bellers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        for (var i = Interlocked.Increment(ref volgende); i < aantal; i = Interlocked.Increment(ref volgende))
                        {
                            var begin = Stopwatch.GetTimestamp();
                            await doe(i);
                            duren[i] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
                        }
                    })
                )
        );
        var perSeconde = aantal / sinds.Elapsed.TotalSeconds;
        var verbruikt = (Verbruik() - rekentijd) / aantal;
        Array.Sort(duren);
        return (perSeconde, verbruikt, duren[(int)Math.Ceiling(0.99 * aantal) - 1]);
    }

    private static Rekentijd Verbruik() => new(Environment.CpuUsage.TotalTime.TotalMilliseconds, Databaseverbruik.Milliseconden());
}
