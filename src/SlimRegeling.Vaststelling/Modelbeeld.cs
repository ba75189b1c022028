using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling;

/// <summary>The minister's model of a report.</summary>
/// <param name="Artikel">That asks to use it.</param>
/// <param name="Adres">Where it is; absent while no address is known.</param>
/// <param name="Waar">In words where it is found; absent when there is an address.</param>
public sealed record Modelbeeld(string Artikel, string? Adres = null, string? Waar = null)
{
    /// <summary>Null of a report that has none.</summary>
    public static Modelbeeld? Van(Regelversie versie, string verslag, LocalDate dag) =>
        Verslagmodel.Van(versie, verslag, dag) is { } model
            ? new Modelbeeld(model.Artikel, model.IsAdres ? model.Vindplaats : null, model.IsAdres ? null : model.Vindplaats)
            : null;
}
