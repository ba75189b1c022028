using JasperFx.Events;

namespace SlimRegeling.Platform.Herbouw;

/// <summary>
/// A table of which every row follows from one event and never changes. A rebuild writes nothing in it: it names what does not follow, and people
/// decide what to do about it.
/// </summary>
public interface IHerleiding
{
    /// <summary>With its schema.</summary>
    string Tabel { get; }

    IReadOnlyList<string> Sleutel { get; }

    /// <summary>The one column that follows from no event.</summary>
    string Nummer { get; }

    /// <summary>Records with the other columns as their properties.</summary>
    IEnumerable<object> Rijen(IEvent gebeurtenis);

    /// <summary>
    /// SQL that gives the columns of a row as JSON from what follows from its event alone, <c>s.data</c>: other when a column follows from the rows of
    /// another such table too.
    /// </summary>
    string Kolommen => "s.data";
}

internal static class Herleidingswoorden
{
    /// <summary>A query of the rows as they follow from the events, once these were folded (<see cref="Standen"/>).</summary>
    public static string Gevolgd(this IHerleiding herleiding) =>
        $"""
            select r.* from {Standen.Tabel} s, jsonb_populate_record(null::{herleiding.Tabel}, {herleiding.Kolommen}) r where s.soort = '{herleiding.Tabel}'
            """;
}
