using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Metingen;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Platform.Berichtenverkeer.Verwerkingsrij;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>Lets a context handle messages: effect and inbox row in one transaction.</summary>
internal sealed class Verwerking(Contextopslag opslag, IServiceScopeFactory scopes, Meetbord meetbord, ILogger log) : IDisposable
{
    private const int Pogingen = 5;
    private static readonly TimeSpan LangstePauze = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _opnieuw = new(1);

    private string Schema => opslag.Context.Naam;

    public void Dispose() => _opnieuw.Dispose();

    /// <summary>All in one transaction; false when it failed and nothing of it happened.</summary>
    public async Task<bool> Samen(IReadOnlyList<Werk> bundel, CancellationToken ct)
    {
        try
        {
            await Probeer(bundel, ct);
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogDebug(e, "{Context}: a batch of {Aantal} messages goes one by one", Schema, bundel.Count);
            return false;
        }
    }

    /// <summary>One message, for the first time. A database that is away is waited for.</summary>
    /// <returns>Whether it has had its effect, or turned out to be a duplicate.</returns>
    public async Task<bool> Eerst(Werk werk, CancellationToken ct)
    {
        while (await Fout(werk, 1, ct) is { } fout)
        {
            if (!IsVoorbijgaand(fout))
            {
                return false;
            }
            await Task.Delay(Pauze(1), ct);
        }
        return true;
    }

    /// <summary>
    /// One message, until it has had its effect, turns out to be a duplicate, or has failed so often that it is set apart. Of all of them one is tried at a
    /// time.
    /// </summary>
    /// <param name="poging">How often it will have been tried.</param>
    public async Task Opnieuw(Werk werk, int poging, CancellationToken ct)
    {
        while (true)
        {
            if (poging > 1)
            {
                await Task.Delay(Pauze(poging), ct);
            }
            await _opnieuw.WaitAsync(ct);
            try
            {
                if (await Fout(werk, poging, ct) is not { } fout)
                {
                    return;
                }
                poging = IsVoorbijgaand(fout) ? poging : poging + 1;
            }
            finally
            {
                _opnieuw.Release();
            }
        }
    }

    /// <returns>Null when there is nothing left to do.</returns>
    private async Task<Exception?> Fout(Werk werk, int poging, CancellationToken ct)
    {
        try
        {
            await Probeer([werk], ct);
            return null;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            return await Afgehandeld(werk.Bericht, e, poging, ct) ? null : e;
        }
    }

    private async Task<bool> Afgehandeld(Envelop bericht, Exception fout, int poging, CancellationToken ct)
    {
        try
        {
            if (await Inbox.Bevat(opslag.Bron, Schema, bericht.Id, ct))
            {
                return true;
            }
            meetbord.Mislukt(Schema, bericht.Soort);
            if (poging < Pogingen || IsVoorbijgaand(fout))
            {
                return false;
            }
            await Inbox.Parkeer(opslag.Bron, Schema, bericht, fout.ToString(), ct);
            log.LogError(
                fout,
                "{Context}: {Soort} {Bericht} about {Sleutel} is set apart",
                Schema,
                bericht.Soort,
                bericht.Id,
                bericht.Sleutel
            );
            return true;
        }
        catch (NpgsqlException e)
        {
            log.LogWarning(e, "{Context}: the database is away; {Soort} {Bericht} waits", Schema, bericht.Soort, bericht.Id);
            return false;
        }
    }

    private async Task Probeer(IReadOnlyList<Werk> bundel, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var eenheden = scope.ServiceProvider.GetRequiredService<Werkeenheden>();
        var soorten = scope.ServiceProvider.GetRequiredService<Contextregister>().Berichtsoorten;
        foreach (var werk in bundel)
        {
            using var spoor = Sporen.Verwerken(werk.Bericht, werk.Spoor);
            eenheden.Aanroep.Wie = Aanroep.Systeem;
            eenheden.Aanroep.Namens = werk.Bericht.Kop.Namens;
            eenheden.Aanroep.Veroorzaker = werk.Bericht.Kop.Wie;
            eenheden.Aanroep.Aanleiding = werk.Bericht.Id;
            eenheden.Van(opslag).Voeg(werk.Bericht);
            var bericht = soorten.Lees(werk.Bericht.Soort, werk.Bericht.Inhoud);
            await Verwerkers.Roep(scope.ServiceProvider, opslag.Context, bericht, ct);
        }
        await eenheden.Van(opslag).Commit(ct);
    }

    private static bool IsVoorbijgaand(Exception e) =>
        Databasestoring.Is(e)
        || e is HttpRequestException
        || Botsing.Herken(e) == Botsing.Soort.Voorbijgaand
        || (e.InnerException is { } binnen && IsVoorbijgaand(binnen));

    private static TimeSpan Pauze(int poging) =>
        TimeSpan.FromMilliseconds(Math.Min(LangstePauze.TotalMilliseconds, 50 * Math.Pow(3, poging)));
}
