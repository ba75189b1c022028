using Npgsql;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Narekenen;

/// <summary>A whole stream, from its first event on.</summary>
public sealed record Verloop(string Id, IReadOnlyList<Gebeurtenis> Gebeurtenissen);

/// <summary>Some streams at a time, with the content beside them that they are computed from.</summary>
public sealed class Bundel(IReadOnlyList<Verloop> stromen, Inhouden inhouden, NpgsqlDataSource bron)
{
    public IReadOnlyList<Verloop> Stromen => stromen;

    public Inhouden Inhouden => inhouden;

    /// <summary>For the tables of the context.</summary>
    public NpgsqlDataSource Bron => bron;
}
