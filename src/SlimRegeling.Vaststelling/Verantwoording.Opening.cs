namespace SlimRegeling.Vaststelling;

// The award that is accounted for, as decisions of Verlening made it.
public sealed partial record Verantwoording
{
    /// <summary>The award as it is now.</summary>
    public Opengesteld? Opening { get; init; }

    /// <summary>
    /// What decisions on objection, or that mend a mistake, made of it, lowest first: it only goes up, so that the state does not hang on what was heard
    /// first.
    /// </summary>
    public IReadOnlyList<OpeningGewijzigd> Wijzigingen { get; init; } = [];

    public Verantwoording Apply(Opengesteld e) => this with { Opening = Nu(e, Wijzigingen) };

    /// <summary>What was proposed before rests on another award.</summary>
    public Verantwoording Apply(OpeningGewijzigd e)
    {
        IReadOnlyList<OpeningGewijzigd> wijzigingen = [.. Wijzigingen.Append(e).OrderBy(w => w.Verleend)];
        return this with
        {
            Wijzigingen = wijzigingen,
            Opening = Opening is { } opening ? Nu(opening, wijzigingen) : null,
            Voorstel = null,
            Ondertekenaars = [],
        };
    }

    /// <summary>With all that was heard of it: what was restated at request keeps the amounts, and a withdrawal lowers what all else made of them.</summary>
    private Opengesteld Nu(Opengesteld opening, IReadOnlyList<OpeningGewijzigd> wijzigingen) =>
        Verlaagd(Aangepast(Gewijzigd(opening, wijzigingen), wijzigingen, Aanpassingen));

    private static Opengesteld Gewijzigd(Opengesteld opening, IReadOnlyList<OpeningGewijzigd> wijzigingen) =>
        wijzigingen is [.., var w]
            ? opening with
            {
                Verleend = w.Verleend,
                Voorschot = w.Voorschot,
                Wijze = w.Wijze ?? opening.Wijze,
                Activiteiten = w.Activiteiten,
                Aandelen = w.Aandelen,
                SubsidiabeleKosten = w.SubsidiabeleKosten ?? opening.SubsidiabeleKosten,
                Partijen = w.Partijen ?? opening.Partijen,
            }
            : opening;
}
