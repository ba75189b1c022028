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
}
