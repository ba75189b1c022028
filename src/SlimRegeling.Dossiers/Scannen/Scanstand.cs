using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SlimRegeling.Dossiers.Scannen;

/// <summary>What this process knows of its scanner: when it may be asked again, and which documents it could not tell of.</summary>
public sealed class Scanstand(TimeProvider klok, ILogger<Scanstand> log)
{
    private static readonly TimeSpan Pauze = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LangstePauze = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (int Pogingen, DateTimeOffset Weer, bool BijVernietigen)> _uitgesteld = new();
    private DateTimeOffset _weer;

    /// <summary>Why it did not answer the last time; null when it did.</summary>
    public string? Uitval { get; private set; }

    public bool Wacht => klok.GetUtcNow() < _weer;

    /// <summary>Documents that are left alone now.</summary>
    public string[] Uitgesteld => [.. _uitgesteld.Where(u => klok.GetUtcNow() < u.Value.Weer).Select(u => u.Key)];

    /// <summary>How many documents it could not tell of.</summary>
    public int Onduidelijk => _uitgesteld.Count(u => !u.Value.BijVernietigen);

    public void ValtUit(Scanneruitval uitval)
    {
        if (Uitval is null)
        {
            log.LogError("Documents stay in examination: {Fout}", uitval.Message);
        }
        Uitval = uitval.Message;
        _weer = klok.GetUtcNow() + Pauze;
    }

    public void Antwoordt()
    {
        if (Uitval is not null)
        {
            log.LogInformation("The virus scanner answers again");
        }
        Uitval = null;
    }

    /// <summary>The scanner cannot tell of this one, or its bytes cannot be reached or destroyed; it is tried again, later and later.</summary>
    public void StelUit(string document, string waarom, bool bijVernietigen = false)
    {
        var pogingen = _uitgesteld.GetValueOrDefault(document).Pogingen + 1;
        var pauze = TimeSpan.FromTicks(Math.Min(LangstePauze.Ticks, Pauze.Ticks << Math.Min(pogingen, 10)));
        _uitgesteld[document] = (pogingen, klok.GetUtcNow() + pauze, bijVernietigen);
        log.LogError(
            "Document {Document} {Wacht}, attempt {Poging}: {Waarom}",
            document,
            bijVernietigen ? "is refused but not destroyed" : "stays in examination",
            pogingen,
            waarom
        );
    }

    public void Klaar(string document) => _uitgesteld.TryRemove(document, out _);
}
