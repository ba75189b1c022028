namespace SlimRegeling.Platform.Contexten;

/// <summary>A context says on one page what it is: its streams, what it says and hears, its endpoints, jobs and tables.</summary>
public interface IContext
{
    /// <summary>Also its PostgreSQL schema, its queue and its API document.</summary>
    static abstract string Naam { get; }

    static abstract void Beschrijf(Contextbouwer context);
}
