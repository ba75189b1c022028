using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Vaststelling.Voortgang;

namespace SlimRegeling.Vaststelling;

// What happens during the project, before there is anything to settle.
public sealed partial record Verantwoording
{
    /// <summary>What the award was restated to at the recipient's request, the first one first.</summary>
    public IReadOnlyList<OpeningAangepast> Aanpassingen { get; init; } = [];

    /// <summary>The latest progress report; null while there is none, or when it was sent back.</summary>
    public VoortgangGemeld? Verslag { get; init; }

    /// <summary>The last report that was sent back; null while none was.</summary>
    public VoortgangTeruggezonden? Teruggezonden { get; init; }

    /// <summary>The advance that it released; null while there is none.</summary>
    public TweedeVoorschotOntvangen? TweedeVoorschot { get; init; }

    /// <summary>That no second advance is given any more; null while one can be.</summary>
    public TweedeVoorschotGesloten? VoorschotGesloten { get; init; }

    /// <summary>What was told of a last day, the first one first.</summary>
    public IReadOnlyList<Herinnerd> Herinneringen { get; init; } = [];

    /// <summary>What the recipient told that changed, the first one first.</summary>
    public IReadOnlyList<MeldingOntvangen> Meldingen { get; init; } = [];

    /// <summary>
    /// Whether the recipient told that something of what was awarded will not, late or partly be done (5.7 Kaderregeling). What was told before there was an
    /// award is not of that: it was awarded knowing it.
    /// </summary>
    [JsonIgnore]
    public bool IsGemeld => (Begin ?? Opening) is { Op: var vanaf } && Meldingen.Any(m => m.Soort is not null && m.Op >= vanaf);

    /// <summary>What was advanced beside what the award itself gave, in euro; not while the award of which it is a part was not heard.</summary>
    [JsonIgnore]
    public decimal NaVoortgang => TweedeVoorschot is { } tweede && Past(tweede) ? tweede.Bedrag : 0;

    /// <summary>
    /// Why no settlement can be signed yet: a second advance may still come that it would not reckon with. Null when none can, or a settlement is there
    /// already.
    /// </summary>
    public Weigering? WachtOpVoorschot(LocalDate vandaag) =>
        this switch
        {
            { Vaststelling: not null } or { Rest: not null } => null,
            { TweedeVoorschot: { } tweede } when !Past(tweede) => Wacht(
                $"Het tweede voorschot van besluit {tweede.Besluit} hoort bij een hogere verlening, die hier nog niet is verwerkt."
            ),
            { TweedeVoorschot: not null } => null,
            { VoorschotGesloten.Besluit: { } besluit } => Wacht($"Het tweede voorschot van besluit {besluit} is hier nog niet verwerkt."),
            { VoorschotGesloten: not null } or { Verslag: null } => null,
            _ when vandaag <= Opening?.PeriodeTot => Wacht(
                "Er is een voortgangsverslag waarover nog niet is besloten. Het staat nog niet vast dat er geen tweede voorschot meer volgt."
            ),
            _ => null,
        };

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

    public Verantwoording Apply(VoortgangTeruggezonden e) => this with { Verslag = null, Teruggezonden = e };

    /// <summary>What was proposed before does not reckon with it.</summary>
    public Verantwoording Apply(TweedeVoorschotOntvangen e) => this with { TweedeVoorschot = e, Voorstel = null, Ondertekenaars = [] };

    /// <summary>It says nothing that a proposal does not know.</summary>
    public Verantwoording Apply(TweedeVoorschotGesloten e) => this with { VoorschotGesloten = e };

    public Verantwoording Apply(Herinnerd e) => this with { Herinneringen = [.. Herinneringen, e] };

    /// <summary>It says nothing that changes what a proposal rests on: who proposes and who signs read it on the page.</summary>
    public Verantwoording Apply(MeldingOntvangen e) =>
        this with
        {
            Meldingen = [.. Meldingen.Append(e).OrderBy(m => m.Op).ThenBy(m => m.Versie)],
        };

    /// <summary>After a withdrawal the award is less than what was advanced on it.</summary>
    private bool Past(TweedeVoorschotOntvangen tweede) =>
        Rest is not null || (Opening is { } opening && opening.Voorschot + tweede.Bedrag <= opening.Verleend);

    private static Weigering Wacht(string waarop) =>
        Weigering.Van(
            "voorschot-niet-zeker",
            $"{waarop} Teken daarom nu niet. Probeer het over enkele minuten opnieuw. Blijft dit zo, meld het dan bij de beheerder van het systeem.",
            "artikel 2.18, tweede lid"
        );

    /// <summary>
    /// A decision on objection keeps the period but gives the parts anew; so of the parts the latest counts, and of the period the latest that was asked. Of
    /// the items too: an adjustment that tells none says that they are not known any more.
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
            Posten = laatste.Op >= gewijzigdOp ? laatste.Posten : opening.Posten,
        };
    }
}
