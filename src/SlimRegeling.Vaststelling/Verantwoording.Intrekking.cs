using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling;

/// <summary>The minister means to withdraw: nothing is settled until it is decided.</summary>
[Naam("intrekking-voorgenomen")]
public sealed record IntrekkingVoorgenomen(string Intrekking, Instant Op) : Gebeurtenis;

/// <summary>Nothing comes of that.</summary>
[Naam("intrekking-vervallen")]
public sealed record IntrekkingVervallen(string Intrekking, Instant Op) : Gebeurtenis;

/// <summary>
/// By <c>Besluit</c> the minister withdrew the award or the settlement, or made it less: what is accounted for, and what was settled, is at most
/// <c>Bedrag</c> from now on, in euro, of which at most <c>Voorschot</c> in advance.
/// </summary>
[Naam("verlening-ingetrokken")]
public sealed record Ingetrokken(
    string Besluit,
    LocalDate Besluitdatum,
    decimal Bedrag,
    decimal Voorschot,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis;

/// <summary>
/// By <c>Besluit</c>, on objection <c>Bezwaar</c>, the withdrawal <c>Intrekking</c> was revoked: wholly, or so that it leaves <c>Blijft</c>, in euro. What it
/// took of a settlement is part of that again.
/// </summary>
[Naam("intrekking-herroepen")]
public sealed record IntrekkingHerroepen(string Intrekking, string Besluit, string Bezwaar, decimal? Blijft, Instant Op) : Gebeurtenis;

public sealed partial record Verantwoording
{
    /// <summary>In the order of hearing.</summary>
    public IReadOnlyList<Ingetrokken> Intrekkingen { get; init; } = [];

    /// <summary>In the order of hearing; each can be heard before the withdrawal.</summary>
    public IReadOnlyList<IntrekkingHerroepen> Herroepingen { get; init; } = [];

    /// <summary>Numbers of the proposals to withdraw that were heard of, and of those that ended.</summary>
    public IReadOnlyList<string> Voornemens { get; init; } = [];

    public IReadOnlyList<string> AfgelopenVoornemens { get; init; } = [];

    /// <summary>What the award is at most by a withdrawal, in euro; null when nothing was withdrawn. The award goes up before that only.</summary>
    [JsonIgnore]
    public decimal? Rest => Intrekkingen.Min(i => Laat(i));

    /// <summary>The withdrawal that left what is accounted for; null when none did.</summary>
    [JsonIgnore]
    public Ingetrokken? Laatste => Intrekkingen.FirstOrDefault(i => Laat(i) == Opening?.Verleend && Laat(i) == Rest);

    /// <summary>
    /// What is advanced with the award and after the progress report, in euro. After a withdrawal together no more than what that left: what was advanced
    /// above it is claimed back by the withdrawal, and is no part of a settlement.
    /// </summary>
    [JsonIgnore]
    public decimal Bevoorschot =>
        Math.Min((Opening?.Voorschot ?? 0) + NaVoortgang, Laatste is { } laatste ? Laat(laatste) ?? decimal.MaxValue : decimal.MaxValue);

    /// <summary>Number of the proposal to withdraw that is not decided; null when none is.</summary>
    [JsonIgnore]
    public string? Voornemen => Voornemens.Except(AfgelopenVoornemens).FirstOrDefault();

    /// <summary>Nothing is left to account for, and nothing was settled.</summary>
    [JsonIgnore]
    public bool Geheel => Rest == 0 && Vaststelling is null;

    /// <summary>The settlement, when it was taken on less than the award is since a withdrawal was revoked; null when it was not.</summary>
    [JsonIgnore]
    public Vastgesteld? RustOpMinder => Vaststelling is { } v && !DoorIntrekking(v) && v.Verleend < Opening?.Verleend ? v : null;

    public Verantwoording Apply(IntrekkingVoorgenomen e) => this with { Voornemens = [.. Voornemens, e.Intrekking] };

    public Verantwoording Apply(IntrekkingVervallen e) => this with { AfgelopenVoornemens = [.. AfgelopenVoornemens, e.Intrekking] };

    /// <summary>What was proposed before rests on another award; what was settled above it is no more than that now.</summary>
    public Verantwoording Apply(Ingetrokken e)
    {
        var na = this with
        {
            Intrekkingen = [.. Intrekkingen, e],
            AfgelopenVoornemens = [.. AfgelopenVoornemens, e.Besluit],
            Voorstel = null,
            Ondertekenaars = [],
        };
        na = na with { Opening = Opening is { } opening ? na.Verlaagd(opening) : null };
        return na.Laat(e) is { } blijft ? na.Verlaagd(e, blijft) : na;
    }

    /// <summary>
    /// The award and the settlement are what they were before it, less what the withdrawals that still stand leave of them. What was proposed before rests on
    /// another award.
    /// </summary>
    public Verantwoording Apply(IntrekkingHerroepen e)
    {
        var na = this with { Herroepingen = [.. Herroepingen, e], Voorstel = null, Ondertekenaars = [] };
        na = na with { Opening = Begin is { } begin ? na.Nu(begin, Wijzigingen) : Opening };
        if (Vaststelling is not { } v || !DoorIntrekking(v))
        {
            return na;
        }
        // Those that withdrawals made come last: no other came after them.
        var genomen = Vervangen.TakeWhile(o => !DoorIntrekking(o)).ToList();
        na = na with { Vaststelling = genomen[^1], Vervangen = genomen[..^1] };
        return Intrekkingen.Aggregate(na, (stand, i) => stand.Laat(i) is { } blijft ? stand.Verlaagd(i, blijft) : stand);
    }

    /// <summary>What a withdrawal leaves, as far as it was revoked; null when it was revoked altogether.</summary>
    private decimal? Laat(Ingetrokken intrekking)
    {
        var herroepen = Herroepingen.Where(h => h.Intrekking == intrekking.Besluit).ToList();
        return herroepen.Any(h => h.Blijft is null) ? null : herroepen.Select(h => h.Blijft!.Value).Append(intrekking.Bedrag).Max();
    }

    /// <summary>It is what a withdrawal left of another.</summary>
    private static bool DoorIntrekking(Vastgesteld v) => v.Besluit == v.Intrekking;

    private Verantwoording Verlaagd(Ingetrokken e, decimal blijft) =>
        Vaststelling is { } v && v.Bedrag > blijft
            ? this with
            {
                Vaststelling = Verlaagd(v, e, blijft),
                Vervangen = [.. Vervangen, v],
            }
            : this;

    private Opengesteld Verlaagd(Opengesteld opening) =>
        Rest is { } rest
            ? opening with
            {
                Verleend = Math.Min(opening.Verleend, rest),
                // What a withdrawal leaves is also the most that was advanced of it.
                Voorschot = Math.Min(opening.Voorschot, rest),
            }
            : opening;

    /// <summary>It comes in the place of the settlement; all that this was to pay was to be paid before it.</summary>
    private static Vastgesteld Verlaagd(Vastgesteld v, Ingetrokken e, decimal blijft)
    {
        var betaald = v.Voorschotten + Math.Max(0, v.NogTeBetalen);
        return v with
        {
            Besluit = e.Besluit,
            Besluitdatum = e.Besluitdatum,
            Verleend = Math.Min(v.Verleend, blijft),
            Bedrag = blijft,
            Voorschotten = betaald,
            NogTeBetalen = blijft - betaald,
            Ondertekenaars = e.Ondertekenaars,
            Vervangt = v.Besluit,
            Bezwaarbesluit = null,
            EerderVastgesteld = v.Bedrag,
            Herstel = null,
            Intrekking = e.Besluit,
            ZonderVerzoek = null,
            Steun = null,
        };
    }
}
