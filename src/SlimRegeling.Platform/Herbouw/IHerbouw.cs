using Npgsql;

namespace SlimRegeling.Platform.Herbouw;

/// <summary>
/// How a context that holds nothing but what it heard makes its tables again, or compares them. Between the two calls its handlers hear every
/// message, as they always do; nothing else happens on the connection meanwhile, so that it can be written on in one go.
/// </summary>
public interface IHerbouw
{
    /// <param name="verbinding">In the transaction that takes all of it or nothing.</param>
    Task Begin(NpgsqlConnection verbinding, CancellationToken ct);

    Task<IReadOnlyList<Herbouwd>> Sluit(CancellationToken ct);

    /// <summary>In the place of <see cref="Sluit"/>: what stands in the tables beside what was heard. The transaction is not committed.</summary>
    Task<IReadOnlyList<Vergeleken>> Vergelijk(CancellationToken ct);
}
