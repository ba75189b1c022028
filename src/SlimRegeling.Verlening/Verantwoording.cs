namespace SlimRegeling.Verlening;

/// <summary>How the recipient accounts for the subsidy: what an award must state (KR 4.2, first paragraph).</summary>
public static class Verantwoording
{
    /// <summary>No request is needed; the minister settles after a sample (KR 1.5, under a, 2°; 2.24, first paragraph).</summary>
    public const string Ambtshalve = "ambtshalve";

    /// <summary>The product that shows that an activity was done, with its place in 2.17 (administratievoorschriften).</summary>
    public sealed record Bewijsstuk(string Activiteit, string Omschrijving, string Artikel);

    private static readonly Bewijsstuk[] Stukken =
    [
        new("A", "Het opleidings- of ontwikkelplan dat uit de doorlichting komt", "2.17, eerste lid, onderdeel a"),
        new("B", "Per traject een prestatieverklaring, getekend door de adviseur en de deelnemer", "2.17, eerste lid, onderdeel b"),
        new("C", "De producten van de gerealiseerde methode", "2.17, eerste lid, onderdeel c"),
    ];

    public static IReadOnlyList<Bewijsstuk> Bewijs(IReadOnlyList<string> activiteiten) =>
        [.. Stukken.Where(stuk => activiteiten.Contains(stuk.Activiteit))];
}
