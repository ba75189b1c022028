using Microsoft.Extensions.Logging;

namespace SlimRegeling.Dossiers.Emails;

/// <summary>What this process knows of its mail server: when it may be tried again, and when the next one may go.</summary>
public sealed class Emailstand(TimeProvider klok, Emailinstellingen instellingen, ILogger<Emailstand> log)
{
    private static readonly TimeSpan Pauze = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LangstePauze = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Veegtijd = TimeSpan.FromMinutes(1);

    private DateTimeOffset _weer;
    private DateTimeOffset _volgende;
    private DateTimeOffset _geveegd;
    private int _pogingen;

    /// <summary>Why it could not be reached the last time; null when it could.</summary>
    public string? Uitval { get; private set; }

    public bool Wacht => klok.GetUtcNow() < _weer;

    /// <summary>Whether the table is to be gone through for what nobody looks at otherwise.</summary>
    public bool MoetVegen()
    {
        var nu = klok.GetUtcNow();
        if (nu < _geveegd + Veegtijd)
        {
            return false;
        }
        _geveegd = nu;
        return true;
    }

    /// <summary>Until the next one may go.</summary>
    public Task Tempo(CancellationToken ct)
    {
        var nu = klok.GetUtcNow();
        return nu < _volgende ? Task.Delay(_volgende - nu, klok, ct) : Task.CompletedTask;
    }

    public void Gegaan() => _volgende = klok.GetUtcNow() + (TimeSpan.FromMinutes(1) / instellingen.PerMinuut);

    public void ValtUit(string waarom)
    {
        if (Uitval is null)
        {
            log.LogError("E-mail waits: {Fout}", waarom);
        }
        Uitval = waarom;
        _weer = klok.GetUtcNow() + TimeSpan.FromTicks(Math.Min(LangstePauze.Ticks, Pauze.Ticks << Math.Min(_pogingen++, 10)));
    }

    public void Antwoordt()
    {
        if (Uitval is not null)
        {
            log.LogInformation("The mail server answers again");
        }
        Uitval = null;
        _pogingen = 0;
    }
}
