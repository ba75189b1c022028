namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>What can be done in a game.</summary>
public enum Wat
{
    Indienen,
    AanvullingVragen,
    Aanvullen,
    VolledigVinden,
    Intrekken,
    Beoordelen,
    Verlenen,
    Afwijzen,
    Plafond,
    Verplaatsen,
    Horizon,
    Sluiten,
    Loten,
    LootGelijken,
    Herloten,
    SluitWachtlijst,
    KomtLaat,
}

/// <param name="Waar">Which window.</param>
/// <param name="Wie">Which of the applications, counted round.</param>
/// <param name="Laat">Its message comes later than what follows it.</param>
/// <param name="Dood">How the work on it ends before it is done again.</param>
/// <param name="Beurt">How the turn after it ends likewise.</param>
public sealed record Opdracht(Wat Wat, int Waar, int Wie, int Bedrag, bool Laat, Dood Dood, Dood Beurt);

/// <summary>The minute in a game; the windows of it share the time.</summary>
/// <param name="gedaan">Counts what was decided, by what it was or why it was refused.</param>
internal sealed class Tijd(IDictionary<string, int> gedaan)
{
    public void Tel(Wat wat, string? code)
    {
        var naam = $"{wat} {code ?? "gelukt"}";
        gedaan[naam] = gedaan.TryGetValue(naam, out var keren) ? keren + 1 : 1;
    }

    public int Nu { get; set; }

    public bool Gesloten => Nu >= Model.Sluit;
}
