using System.Globalization;
using System.Text.Json.Serialization;

namespace SlimRegeling.Regels;

/// <summary>A value that an outcome looked at. Read and stored as text that is the same everywhere: a number with a point, a date as
/// yyyy-MM-dd. A number becomes text only when someone reads it: a decision makes many and shows few.</summary>
public readonly struct Waarde : IEquatable<Waarde>
{
    private readonly string? tekst;
    private readonly decimal getal;

    [JsonConstructor]
    public Waarde(string naam, string inhoud)
    {
        Naam = naam;
        tekst = inhoud;
    }

    private Waarde(string naam, decimal getal)
    {
        Naam = naam;
        this.getal = getal;
    }

    public string Naam { get; }

    public string Inhoud => tekst ?? getal.ToString(CultureInfo.InvariantCulture);

    internal decimal Getal => tekst is null ? getal : Regels.Getal.Lees(tekst);

    public static Waarde Van(string naam, decimal getal) => new(naam, getal);

    public bool Equals(Waarde other) => Naam == other.Naam && Inhoud == other.Inhoud;

    public override bool Equals(object? obj) => obj is Waarde andere && Equals(andere);

    public override int GetHashCode() => HashCode.Combine(Naam, Inhoud);

    public static bool operator ==(Waarde links, Waarde rechts) => links.Equals(rechts);

    public static bool operator !=(Waarde links, Waarde rechts) => !links.Equals(rechts);
}

internal static class Waarden
{
    public static string Tekst(this IReadOnlyList<Waarde> waarden, string naam) => Vind(waarden, naam).Inhoud;

    /// <summary>Null when the outcome did not look at it, or was stored before it did.</summary>
    public static string? Zoek(this IReadOnlyList<Waarde> waarden, string naam)
    {
        foreach (var waarde in waarden)
            if (waarde.Naam == naam)
                return waarde.Inhoud;
        return null;
    }

    public static decimal Getal(this IReadOnlyList<Waarde> waarden, string naam) => Vind(waarden, naam).Getal;

    public static string Euro(this IReadOnlyList<Waarde> waarden, string naam) => Regels.Getal.Euro(waarden.Getal(naam));

    private static Waarde Vind(IReadOnlyList<Waarde> waarden, string naam)
    {
        foreach (var waarde in waarden)
            if (waarde.Naam == naam)
                return waarde;
        throw new KeyNotFoundException($"De waarde '{naam}' ontbreekt bij deze uitkomst.");
    }
}
