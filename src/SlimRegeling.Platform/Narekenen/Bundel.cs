using Marten;
using Npgsql;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Narekenen;

/// <summary>A whole stream, from its first event on.</summary>
public sealed record Verloop(string Id, IReadOnlyList<Gebeurtenis> Gebeurtenissen);

/// <summary>Some streams at a time, and where to read in one go what stands beside them.</summary>
public sealed class Bundel(IReadOnlyList<Verloop> stromen, IQuerySession sessie, NpgsqlDataSource bron)
{
    public IReadOnlyList<Verloop> Stromen => stromen;

    public Inhouden Inhouden { get; } = new(sessie);

    /// <summary>For the tables of the context.</summary>
    public NpgsqlDataSource Bron => bron;
}
