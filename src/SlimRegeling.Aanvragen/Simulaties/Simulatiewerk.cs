using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Simulaties;

/// <summary>Computes the simulations that wait, one at a time, and forgets those that were kept long enough.</summary>
internal sealed class Simulatiewerk(
    Contextregister contexten,
    Regelbron<AanvragenContext> regelbron,
    Moment moment,
    IHostApplicationLifetime leven,
    ILogger<Simulatiewerk> log
) : BackgroundService
{
    private const int MeestePogingen = 5;
    private static readonly TimeSpan Peiling = TimeSpan.FromSeconds(1);

    private const string NietGelukt =
        "Deze simulatie is niet gelukt. Vraag haar opnieuw aan; blijft het misgaan, meld dan het nummer van de simulatie.";

    private Contextopslag Opslag => contexten.Van(typeof(AanvragenContext));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await leven.Gestart(stoppingToken);
            while (true)
            {
                await DoeWatWacht(stoppingToken);
                await Task.Delay(Peiling, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops; the row still says that it waits.
        }
    }

    private async Task DoeWatWacht(CancellationToken ct)
    {
        try
        {
            await Simulatierij.RuimOp(Opslag.Bron, moment.Nu, ct);
            while (await DoeEen(ct)) { }
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(e, "A simulation is tried again in a moment");
        }
    }

    private async Task<bool> DoeEen(CancellationToken ct)
    {
        await using var verbinding = await Opslag.Bron.OpenConnectionAsync(ct);
        await using var slot = await verbinding.BeginTransactionAsync(ct);
        if (await Simulatierij.Neem(verbinding, ct) is not var (id, opdracht, pogingen))
        {
            return false;
        }
        if (pogingen == MeestePogingen)
        {
            await Simulatierij.Mislukt(Opslag.Bron, id, NietGelukt, ct);
            return true;
        }
        var zaaknummers = await Tijdvaklezer.Zaaknummers(Opslag, opdracht.Tijdvak, ct);
        await Simulatierij.Start(Opslag.Bron, id, zaaknummers.Length, ct);
        var uitslag = await Tijdvaklezer.Reken(
            Opslag,
            await regelbron.Nu(ct),
            opdracht,
            zaaknummers,
            gedaan => Simulatierij.Vorder(Opslag.Bron, id, gedaan, ct),
            ct
        );
        await Simulatierij.Klaar(Opslag.Bron, id, uitslag, ct);
        return true;
    }
}
