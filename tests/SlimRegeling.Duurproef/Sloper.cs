using System.Diagnostics;

namespace SlimRegeling.Duurproef;

/// <summary>Kills the host at random moments, and now and then its database or its broker.</summary>
internal sealed class Sloper(Opstelling opstelling, Random toeval, int keer)
{
    private const int KeerPerPostgres = 4;
    private const double KansTijdensStart = 0.15;
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(120);

    private readonly int _rabbitBij = toeval.Next(keer);
    private readonly HashSet<int> _postgresBij =
    [
        .. Enumerable.Range(0, keer).OrderBy(_ => toeval.Next()).Take((keer + KeerPerPostgres - 1) / KeerPerPostgres),
    ];
    private Task _rabbit = Task.CompletedTask;

    public int Gedood { get; private set; }

    public int PostgresGedood { get; private set; }

    public int RabbitGestopt { get; private set; }

    public int Nog => keer - Gedood;

    /// <summary>How long the last restart took until the first answer.</summary>
    public TimeSpan Herstart { get; private set; } = opstelling.Hosts.Starttijd;

    /// <summary>Waits a random moment, kills, and waits until all is up again.</summary>
    public async Task Sla(int hoogstensMs)
    {
        if (Nog == 0)
        {
            return;
        }
        await Task.Delay(toeval.Next(hoogstensMs));
        if (opstelling.Rabbit is not null && RabbitGestopt == 0 && Gedood >= _rabbitBij)
        {
            RabbitGestopt++;
            _rabbit = StopEnHervatRabbit();
        }
        if (_postgresBij.RemoveWhere(k => k <= Gedood) > 0 && opstelling.DoodPostgres())
        {
            PostgresGedood++;
            // Short: the host dies too while its database is away. Long: it lives to see the database come back.
            await Task.Delay(toeval.Next(toeval.Next(2) == 0 ? 300 : 3000));
        }
        var host = opstelling.Hosts.Hosts[toeval.Next(opstelling.Hosts.Hosts.Count)];
        var sinds = Stopwatch.StartNew();
        await Dood(host);
        if (Nog > 0 && toeval.NextDouble() < KansTijdensStart)
        {
            await Task.Delay(toeval.Next(1500));
            await Dood(host);
        }
        await opstelling.Hosts.WachtTotGereed(Geduld);
        Herstart = sinds.Elapsed;
    }

    public async Task SlaNogAlle(int hoogstensMs)
    {
        while (Nog > 0)
        {
            await Sla(hoogstensMs);
        }
    }

    public async Task WachtOpRabbit() => await _rabbit;

    private async Task Dood(Hostbewaking host)
    {
        if (await host.Dood())
        {
            Gedood++;
        }
    }

    private async Task StopEnHervatRabbit()
    {
        await opstelling.Rabbit!.Stop();
        await Task.Delay(toeval.Next(1000));
        await opstelling.Rabbit.Hervat();
    }
}
