namespace SlimRegeling.Regels;

/// <summary>Who carries out the scheme, as people write to it.</summary>
public static class Uitvoerder
{
    public const string Naam = "Uitvoering SLIM-regeling";
    public const string Postadres = "Postbus 90801, 2509 LV Den Haag";

    /// <summary>What to do when this system has no way for it; ends a sentence.</summary>
    /// <param name="kenmerk">Number of the decision or the case.</param>
    public static string Schrijf(string kenmerk) => $"schrijf dan naar {Naam}, {Postadres}, en noem het kenmerk {kenmerk}.";
}
