using Microsoft.Extensions.Logging;
using SlimRegeling.Web.Api.Tijdvakken;

namespace SlimRegeling.Web;

/// <summary>
/// What everyone is told, for every page: asked of Tijdvakken at most once in five seconds, whatever the crowd. A page does not wait for it
/// longer than a second, and shows the last that is known when there is no answer.
/// </summary>
public sealed class Mededelingen(IHttpClientFactory clients, TimeProvider klok, ILogger<Mededelingen> log)
{
    internal const string Client = "site-mededeling";

    private static readonly TimeSpan Houdbaar = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LangsteWacht = TimeSpan.FromSeconds(1);

    private readonly Lock _slot = new();
    private MededelingTonenInhoud? _bekend;
    private long? _gevraagd;
    private Task _vraag = Task.CompletedTask;

    /// <summary>The last that is known, without waiting; a newer one is asked for when it is old.</summary>
    public MededelingTonenInhoud? Bekend
    {
        get
        {
            _ = Ververs();
            return Geldig;
        }
    }

    private MededelingTonenInhoud? Geldig => _bekend is { } m && (m.Tot is not { } tot || klok.GetUtcNow() < tot) ? m : null;

    public async Task<MededelingTonenInhoud?> Nu()
    {
        var eerste = _gevraagd is null;
        var vraag = Ververs();
        if (eerste)
        {
            await Task.WhenAny(vraag, Task.Delay(LangsteWacht));
        }
        return Geldig;
    }

    /// <summary>Tells everyone, as the person who looks; the next page here has it, elsewhere within five seconds.</summary>
    public async Task Plaats(TijdvakkenApi api, string tekst, Mededelingsoort soort, DateTimeOffset? tot, CancellationToken ct)
    {
        var verzoek = new MededelingPlaatsenVerzoek
        {
            Tekst = tekst,
            Soort = soort,
            Tot = tot,
        };
        await api.PutMededelingAsync(Guid.NewGuid().ToString(), body: verzoek, cancellationToken: ct);
        Vergeet();
    }

    public async Task TrekIn(TijdvakkenApi api, CancellationToken ct)
    {
        await api.DeleteMededelingAsync(Guid.NewGuid().ToString(), cancellationToken: ct);
        Vergeet();
    }

    private void Vergeet()
    {
        lock (_slot)
        {
            _gevraagd = null;
        }
    }

    private Task Ververs()
    {
        lock (_slot)
        {
            if (_gevraagd is { } toen && klok.GetElapsedTime(toen) < Houdbaar)
            {
                return _vraag;
            }
            _gevraagd = klok.GetTimestamp();
            return _vraag = Vraag();
        }
    }

    private async Task Vraag()
    {
        try
        {
            using var client = clients.CreateClient(Client);
            _bekend = (await new TijdvakkenApi(client).GetMededelingAsync()).Mededeling;
        }
        catch (Exception e) when (e is OperationCanceledException || Apifouten.Status(e) > 0)
        {
            log.LogWarning(e, "What everyone is told is not known now; the last that is known stays");
        }
    }
}
