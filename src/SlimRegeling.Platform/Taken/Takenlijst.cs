using Hangfire;
using Hangfire.States;
using Hangfire.Storage;
using Hangfire.Storage.Monitoring;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Taken;

/// <summary>How the last run of a job came out.</summary>
public enum Taakuitkomst
{
    NogNiet,

    /// <summary>It stands in the queue; a process of its context takes it.</summary>
    Wacht,
    Bezig,
    Gelukt,

    /// <summary>It failed, and is tried again by itself.</summary>
    Herhaalt,
    Mislukt,
}

/// <summary>A job by the clock, and how it went.</summary>
/// <param name="Rooster">When it runs, by the clock of Amsterdam, in words.</param>
/// <param name="Gepland">False while no process of its context has planned it.</param>
/// <param name="Fout">What the last run gave, when it did not succeed.</param>
public sealed record Taakstand(
    string Naam,
    string Context,
    string Omschrijving,
    string Rooster,
    bool Gepland,
    Taakuitkomst Uitkomst,
    Instant? Laatst = null,
    Instant? Volgende = null,
    string? Fout = null
);

/// <summary>
/// The jobs of all contexts: all processes have one administration of them, so that any of them can tell. That of a run that succeeded is
/// forgotten after a day; one that failed stays.
/// </summary>
internal sealed class Takenlijst(Contextregister contexten, IServiceProvider diensten)
{
    /// <summary>Null in a program without jobs.</summary>
    public IReadOnlyList<Taakstand>? Zie()
    {
        if (diensten.GetService<JobStorage>() is not { } opslag)
        {
            return null;
        }
        using var verbinding = opslag.GetConnection();
        var gepland = verbinding.GetRecurringJobs().ToDictionary(t => t.Id);
        return
        [
            .. contexten.Alle.SelectMany(c =>
                Taakregel.Van(c).Select(taak => Stand(taak, c.Naam, gepland.GetValueOrDefault(taak.Naam), verbinding, opslag))
            ),
        ];
    }

    /// <summary>Has it run now, in a process of its context. One that waits or runs already is not asked twice.</summary>
    public void Voer(Taakstand taak)
    {
        if (taak.Uitkomst is not (Taakuitkomst.Wacht or Taakuitkomst.Bezig))
        {
            diensten.GetRequiredService<IRecurringJobManager>().Trigger(taak.Naam);
        }
    }

    private static Taakstand Stand(
        Taakregel taak,
        string context,
        RecurringJobDto? gepland,
        IStorageConnection verbinding,
        JobStorage opslag
    )
    {
        var stand = new Taakstand(taak.Naam, context, taak.Omschrijving, Rooster.Zeg(taak.Cron), gepland is not null, Taakuitkomst.NogNiet);
        if (gepland is null)
        {
            return stand;
        }
        var laatste = gepland.LastJobId is { Length: > 0 } id ? verbinding.GetStateData(id) : null;
        return stand with
        {
            Laatst = Moment(gepland.LastExecution),
            Volgende = Moment(gepland.NextExecution),
            Uitkomst = gepland.LastExecution is null ? Taakuitkomst.NogNiet : Uitkomst(laatste?.Name),
            Fout =
                laatste?.Name == FailedState.StateName ? Fout(laatste.Data)
                : laatste?.Name == ScheduledState.StateName ? Eerder(opslag.GetMonitoringApi().JobDetails(gepland.LastJobId))
                : null,
        };
    }

    private static Taakuitkomst Uitkomst(string? staat) =>
        staat switch
        {
            null => Taakuitkomst.Gelukt,
            _ when staat == EnqueuedState.StateName => Taakuitkomst.Wacht,
            _ when staat == ProcessingState.StateName => Taakuitkomst.Bezig,
            _ when staat == ScheduledState.StateName => Taakuitkomst.Herhaalt,
            _ when staat == FailedState.StateName => Taakuitkomst.Mislukt,
            _ => Taakuitkomst.Gelukt,
        };

    // What is tried again tells why in a few words only; how it failed stands before that.
    private static string? Eerder(JobDetailsDto? taak) =>
        Fout(taak?.History.FirstOrDefault(stap => stap.StateName == FailedState.StateName)?.Data);

    private static string? Fout(IDictionary<string, string>? gegevens) =>
        gegevens is not null
        && gegevens.TryGetValue("ExceptionType", out var soort)
        && gegevens.TryGetValue("ExceptionMessage", out var bericht)
            ? $"{soort}: {bericht}"
            : null;

    private static Instant? Moment(DateTime? moment) =>
        moment is { } m ? Instant.FromDateTimeUtc(DateTime.SpecifyKind(m, DateTimeKind.Utc)) : null;
}
