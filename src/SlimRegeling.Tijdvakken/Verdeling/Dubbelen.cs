namespace SlimRegeling.Tijdvakken.Verdeling;

/// <summary>
/// In a window one application of an applicant or party takes part (2.8, fourth paragraph; 2.10, second): the earliest of those with a party in
/// common, or with one that was declared to be linked to one of the other, whoever declared it.
/// </summary>
public static class Dubbelen
{
    public const string DubbeleAanvraag = "dubbele-aanvraag";
    public const string VerbondenOnderneming = "verbonden-onderneming";

    public static IReadOnlyList<Uitsluiting> Van(IEnumerable<Inschrijving> inschrijvingen)
    {
        // By KVK number: the case that takes part with it as a party, and the one whose party is linked to it.
        var partij = new Dictionary<string, string>();
        var verbonden = new Dictionary<string, string>();
        var uit = new List<Uitsluiting>();
        foreach (var i in inschrijvingen.OrderBy(i => i.IngediendOp).ThenBy(i => i.Zaaknummer, StringComparer.Ordinal))
        {
            if (Eerste(i.Partijen, partij) is { } zelfde)
            {
                uit.Add(new Uitsluiting(i.Zaaknummer, DubbeleAanvraag, zelfde));
            }
            else if ((Eerste(i.Partijen, verbonden) ?? Eerste(i.Verbonden, partij)) is { } ander)
            {
                uit.Add(new Uitsluiting(i.Zaaknummer, VerbondenOnderneming, ander));
            }
            else
            {
                foreach (var kvk in i.Partijen)
                {
                    partij[kvk] = i.Zaaknummer;
                }
                foreach (var kvk in i.Verbonden)
                {
                    verbonden.TryAdd(kvk, i.Zaaknummer);
                }
            }
        }
        return uit;
    }

    private static string? Eerste(IReadOnlyList<string> kvkNummers, Dictionary<string, string> van) =>
        kvkNummers.Select(kvk => van.GetValueOrDefault(kvk)).FirstOrDefault(zaak => zaak is not null);
}
