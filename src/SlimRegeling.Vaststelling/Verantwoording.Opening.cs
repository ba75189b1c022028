using System.Text.Json.Serialization;

namespace SlimRegeling.Vaststelling;

// The award that is accounted for, as decisions of Verlening made it.
public sealed partial record Verantwoording
{
    /// <summary>The award as it is now.</summary>
    public Opengesteld? Opening { get; init; }

    /// <summary>
    /// The award as it was first given, so that what was withdrawn can be given back; null while there is none, and of what was heard before it was kept.
    /// </summary>
    public Opengesteld? Begin { get; init; }

    /// <summary>What the award was before a withdrawal made it less, in euro; null of what was heard before it was kept, and while there is none.</summary>
    public decimal? VoorIntrekking { get; init; }

    /// <summary>
    /// The award as it was given, in euro: what must be sent follows that (4.2, first paragraph, and 7.8 Kaderregeling), and so does the amount for an
    /// auditor's report (2.14, first paragraph, under d). A withdrawal takes no such obligation away.
    /// </summary>
    [JsonIgnore]
    public decimal Toegekend => VoorIntrekking ?? Opening?.Verleend ?? 0;

    /// <summary>
    /// What decisions on objection, or that mend a mistake, made of it, lowest first: it only goes up, so that the state does not hang on what was heard
    /// first.
    /// </summary>
    public IReadOnlyList<OpeningGewijzigd> Wijzigingen { get; init; } = [];

    public Verantwoording Apply(Opengesteld e) =>
        this with
        {
            Begin = e,
            Opening = Nu(e, Wijzigingen),
            VoorIntrekking = Gewijzigd(e, Wijzigingen).Verleend,
        };

    /// <summary>What was proposed before rests on another award.</summary>
    public Verantwoording Apply(OpeningGewijzigd e)
    {
        IReadOnlyList<OpeningGewijzigd> wijzigingen = [.. Wijzigingen.Append(e).OrderBy(w => w.Verleend)];
        return this with
        {
            Wijzigingen = wijzigingen,
            Opening = Opening is { } opening ? Nu(opening, wijzigingen) : null,
            VoorIntrekking = Opening is null ? null : wijzigingen[^1].Verleend,
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
                Posten = w.Posten,
            }
            : opening;
}
