using System.Text.Json.Serialization;
using SlimRegeling.Vaststelling.Voortgang;

namespace SlimRegeling.Vaststelling;

// What happens during the project, before there is anything to settle.
public sealed partial record Verantwoording
{
    /// <summary>What the award was restated to at the recipient's request, the first one first.</summary>
    public IReadOnlyList<OpeningAangepast> Aanpassingen { get; init; } = [];

    /// <summary>The latest progress report; null while there is none.</summary>
    public VoortgangGemeld? Verslag { get; init; }

    /// <summary>The advance that it released; null while there is none.</summary>
    public TweedeVoorschotOntvangen? TweedeVoorschot { get; init; }

    /// <summary>What was told of a last day, the first one first.</summary>
    public IReadOnlyList<Herinnerd> Herinneringen { get; init; } = [];

    /// <summary>What was advanced beside what the award itself gave, in euro.</summary>
    [JsonIgnore]
    public decimal NaVoortgang => TweedeVoorschot?.Bedrag ?? 0;

    /// <summary>What was proposed before rests on another period, or on other parties.</summary>
    public Verantwoording Apply(OpeningAangepast e)
    {
        IReadOnlyList<OpeningAangepast> aanpassingen = [.. Aanpassingen.Append(e).OrderBy(a => a.Versienummer)];
        return this with
        {
            Aanpassingen = aanpassingen,
            Opening = Opening is { } opening ? Aangepast(opening, Wijzigingen, aanpassingen) : null,
            Voorstel = null,
            Ondertekenaars = [],
        };
    }

    public Verantwoording Apply(VoortgangGemeld e) => this with { Verslag = e };

    /// <summary>What was proposed before does not reckon with it.</summary>
    public Verantwoording Apply(TweedeVoorschotOntvangen e) => this with { TweedeVoorschot = e, Voorstel = null, Ondertekenaars = [] };

    public Verantwoording Apply(Herinnerd e) => this with { Herinneringen = [.. Herinneringen, e] };

    /// <summary>
    /// A decision on objection keeps the period but gives the parts anew; so of the parts the latest counts, and of the period the latest that was asked.
    /// </summary>
    private static Opengesteld Aangepast(
        Opengesteld opening,
        IReadOnlyList<OpeningGewijzigd> wijzigingen,
        IReadOnlyList<OpeningAangepast> aanpassingen
    )
    {
        if (aanpassingen is not [.., var laatste])
        {
            return opening;
        }
        var gewijzigdOp = wijzigingen is [.., var w] ? w.Op : laatste.Op;
        return opening with
        {
            PeriodeTot = laatste.PeriodeTot,
            Aandelen = laatste.Op >= gewijzigdOp ? laatste.Aandelen ?? opening.Aandelen : opening.Aandelen,
            Partijen = laatste.Op >= gewijzigdOp ? laatste.Partijen ?? opening.Partijen : opening.Partijen,
        };
    }
}
