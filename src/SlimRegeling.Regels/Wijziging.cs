namespace SlimRegeling.Regels;

/// <summary>What of an award its recipient can ask to change while the project runs; the amount stays what it is.</summary>
public static class Wijzigingssoort
{
    public const string Plan = "plan";

    /// <summary>A shift between activities, between items, or between parties that stay.</summary>
    public const string Begroting = "begroting";

    /// <summary>A longer period (2.13).</summary>
    public const string Uitstel = "uitstel";
    public const string PartijTreedtUit = "partij-treedt-uit";
    public const string PartijTreedtToe = "partij-treedt-toe";

    public static IReadOnlyList<string> Alle { get; } = [Plan, Begroting, Uitstel, PartijTreedtUit, PartijTreedtToe];

    public static bool VanPartijen(string soort) => soort is PartijTreedtUit or PartijTreedtToe;

    /// <summary>As people read it.</summary>
    public static string Titel(string soort) =>
        soort switch
        {
            Plan => "een ander plan",
            Begroting => "een verschuiving in de begroting",
            Uitstel => "een langere initiatiefperiode",
            PartijTreedtUit => "een partij die uit het samenwerkingsverband treedt",
            PartijTreedtToe => "een partij die tot het samenwerkingsverband toetreedt",
            _ => throw new ArgumentException($"No change is called '{soort}'.", nameof(soort)),
        };
}

/// <summary>Why a change that was asked is refused.</summary>
public static class Wijzigingsgrond
{
    /// <summary>The delay has a cause of the recipient's own (2.13, fourth paragraph).</summary>
    public const string EigenOorzaak = "eigen-oorzaak";

    /// <summary>After it the initiative, or a party, would not be what the scheme asks.</summary>
    public const string Voorwaarden = "voorwaarden";

    /// <summary>It would be another initiative than was awarded.</summary>
    public const string AnderInitiatief = "ander-initiatief";
    public const string NietOnderbouwd = "niet-onderbouwd";

    /// <summary>There is no award to change any more.</summary>
    public const string AlVastgesteld = "al-vastgesteld";

    /// <inheritdoc cref="AlVastgesteld"/>
    public const string HelemaalIngetrokken = "helemaal-ingetrokken";

    /// <summary>Those on which a request is refused while the award holds.</summary>
    public static IReadOnlyList<string> Alle { get; } = [EigenOorzaak, Voorwaarden, AnderInitiatief, NietOnderbouwd];

    /// <summary>Whether a request of this kind can be refused on it.</summary>
    public static bool Past(string grond, string soort) => grond != EigenOorzaak || soort == Wijzigingssoort.Uitstel;

    public static string Titel(string grond) =>
        grond switch
        {
            EigenOorzaak => "De vertraging heeft een oorzaak die aan u is toe te rekenen",
            Voorwaarden => "Met deze wijziging voldoet het initiatief niet meer aan de voorwaarden van de regeling",
            AnderInitiatief => "Met deze wijziging wordt het een ander initiatief dan waarvoor de subsidie is verleend",
            NietOnderbouwd => "Uit het verzoek blijkt niet waarom de wijziging nodig is",
            AlVastgesteld => "De subsidie is al vastgesteld, dus de verlening kan niet meer wijzigen",
            HelemaalIngetrokken => "De subsidie is helemaal ingetrokken, dus er is niets meer te wijzigen",
            _ => throw new ArgumentException($"No ground is called '{grond}'.", nameof(grond)),
        };

    /// <summary>Ready to follow the word "artikel".</summary>
    public static string Artikel(Regelversie versie, string grond) =>
        grond switch
        {
            EigenOorzaak => versie.Termijn(Termijncode.VerlengingInitiatiefperiode).Artikel,
            Voorwaarden => versie.Grond(Grondcode.EisenRegeling).Artikel,
            AnderInitiatief => versie.Stap(Stapcode.SubsidieVerleend).Artikel,
            NietOnderbouwd => "4:2, tweede lid, Awb",
            AlVastgesteld => "4:42 Awb",
            HelemaalIngetrokken => "4:48, tweede lid, Awb",
            _ => throw new ArgumentException($"No ground is called '{grond}'.", nameof(grond)),
        };
}

/// <summary>What the general part of the scheme asks of the parts of a partnership in an award that stays the same (2.1, 2.22).</summary>
public static class Partijdelen
{
    /// <param name="Partij">KVK number; null when it is about all together.</param>
    /// <param name="Artikel">Ready to follow the word "artikel".</param>
    public sealed record Gebrek(string Uitleg, string Artikel, string? Partij = null);

    /// <summary>
    /// What is wrong with a division. The parts follow the costs, so that they tell what share of the costs a party bears. The sector of a party, what kind of
    /// party it is, and whether parties are linked, no division tells: it tells only that there are too few for what the scheme asks.
    /// </summary>
    /// <param name="delen">Euro by KVK number.</param>
    public static IEnumerable<Gebrek> Toets(Regelversie versie, IReadOnlyDictionary<string, decimal> delen)
    {
        var geheel = delen.Values.Sum();
        var minste = versie[Parameters.MinimumMkbInSamenwerkingsverband];
        if (delen.Count < minste)
        {
            yield return new(
                $"Een samenwerkingsverband heeft ten minste {Getal.Kort(minste)} mkb-ondernemingen, dus ook ten minste zoveel partijen.",
                versie.Parameters[Parameters.MinimumMkbInSamenwerkingsverband.Code].Artikel
            );
        }
        foreach (var (partij, deel) in delen.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            if (deel <= 0)
            {
                yield return new(
                    $"Partij {partij} krijgt niets. Noem alleen partijen met een deel.",
                    Verleningsartikel.Verdeling(versie),
                    partij
                );
            }
            if (versie.Zoek(Parameters.MaximumAandeelPartij) is { } hoogste && deel * 100m > geheel * hoogste)
            {
                yield return new(
                    $"Partij {partij} zou meer dan {Getal.Kort(hoogste)}% dragen.",
                    versie.Parameters[Parameters.MaximumAandeelPartij.Code].Artikel,
                    partij
                );
            }
            if (deel >= versie[Parameters.GrensPerPartij])
            {
                yield return new(
                    $"Een partij krijgt minder dan {Getal.Euro(versie[Parameters.GrensPerPartij])}; partij {partij} zou {Getal.Euro(deel)} krijgen.",
                    versie.Parameters[Parameters.GrensPerPartij.Code].Artikel,
                    partij
                );
            }
        }
    }
}
