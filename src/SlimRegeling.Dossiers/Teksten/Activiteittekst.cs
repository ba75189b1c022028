namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The activities of 2.4 in words, with the product that shows that each was done (2.17, first paragraph).</summary>
internal static class Activiteittekst
{
    public static string Naam(string soort) =>
        soort switch
        {
            "A" => "A: doorlichting van de onderneming",
            "B" => "B: loopbaan- of ontwikkeladviezen",
            "C" => "C: ondersteuning bij het ontwikkelen of invoeren van een methode",
            _ => soort,
        };

    public static IEnumerable<string> Bewijs(IReadOnlyList<string> soorten) =>
        from soort in soorten
        let stuk = soort switch
        {
            "A" => "het opleidings- of ontwikkelplan dat uit de doorlichting komt (artikel 2.17, eerste lid, onderdeel a)",
            "B" => "per traject een prestatieverklaring, getekend door de adviseur en de deelnemer (artikel 2.17, eerste lid, onderdeel b)",
            "C" => "de producten van de gerealiseerde methode (artikel 2.17, eerste lid, onderdeel c)",
            _ => null,
        }
        where stuk is not null
        select $"activiteit {soort}: {stuk}";
}
