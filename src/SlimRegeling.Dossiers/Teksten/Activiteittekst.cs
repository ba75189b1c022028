using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The activities of 2.4 in words, and what shows that they were done.</summary>
internal static class Activiteittekst
{
    public static string Naam(string soort) =>
        soort switch
        {
            "A" => "A: doorlichting van de onderneming",
            "B" => "B: loopbaan- of ontwikkeladviezen",
            "C" => "C: ondersteuning bij het ontwikkelen of invoeren van een methode",
            "D" => "D: praktijkleerplaatsen",
            _ => soort,
        };

    public static string Bewijs(Bewijs bewijs) =>
        $"{(bewijs.Activiteit is { } soort ? $"activiteit {soort}: " : "")}{bewijs.Titel} (artikel {bewijs.Artikel})";
}
