namespace SlimRegeling.Leercultuurscans.Instrumenten;

/// <summary>Dutch and English of one text.</summary>
public sealed record Tweetalig(string Nl, string En);

/// <summary>What instruments have in common: a subscale of each is laid beside one or more of these (specification §8).</summary>
/// <param name="IsKern">Workers answer about it in every scan; it is what firms are compared on.</param>
public sealed record Dimensie(string Code, Tweetalig Naam, bool IsKern);

public static class Dimensies
{
    public static readonly IReadOnlyList<Dimensie> Alle =
    [
        new("D1", new("Werk waar je van leert", "Work that you learn from"), true),
        new("D2", new("Ruimte en veiligheid", "Room and safety"), true),
        new("D3", new("Samen leren en kennis delen", "Learning together and sharing knowledge"), true),
        new("D4", new("Leiding die leren steunt", "Managers who support learning"), true),
        new("D5", new("Kansen en afspraken", "Opportunities and agreements"), true),
        new("D6", new("Blik naar buiten", "Looking outside"), true),
        new("D7", new("Eigen wil en regie", "Own will and direction"), false),
        new("D8", new("Leergedrag", "Learning in practice"), false),
        new("D9", new("Richting: visie, strategie en plan", "Direction: vision, strategy and plan"), false),
    ];

    /// <summary>D1 to D6.</summary>
    public static readonly IReadOnlyList<string> Kern = [.. Alle.Where(d => d.IsKern).Select(d => d.Code)];

    public static readonly IReadOnlyList<string> Codes = [.. Alle.Select(d => d.Code)];

    public static Tweetalig Naam(string code) => Alle.First(d => d.Code == code).Naam;
}
