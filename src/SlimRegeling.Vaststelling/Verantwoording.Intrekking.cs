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

public sealed partial record Verantwoording
{
    /// <summary>In the order of hearing.</summary>
    public IReadOnlyList<Ingetrokken> Intrekkingen { get; init; } = [];

    /// <summary>Numbers of the proposals to withdraw that were heard of, and of those that ended.</summary>
    public IReadOnlyList<string> Voornemens { get; init; } = [];

    public IReadOnlyList<string> AfgelopenVoornemens { get; init; } = [];

    /// <summary>What the award is at most by a withdrawal, in euro; null when nothing was withdrawn. The award goes up before that only.</summary>
    [JsonIgnore]
    public decimal? Rest => Intrekkingen.Count == 0 ? null : Intrekkingen.Min(i => i.Bedrag);

    /// <summary>The withdrawal that left what is accounted for; null when none did.</summary>
    [JsonIgnore]
    public Ingetrokken? Laatste => Intrekkingen.FirstOrDefault(i => i.Bedrag == Opening?.Verleend && i.Bedrag == Rest);

    /// <summary>
    /// What is advanced with the award and after the progress report, in euro. After a withdrawal together no more than what that left: what was advanced
    /// above it is claimed back by the withdrawal, and is no part of a settlement.
    /// </summary>
    [JsonIgnore]
    public decimal Bevoorschot => Math.Min((Opening?.Voorschot ?? 0) + NaVoortgang, Laatste?.Bedrag ?? decimal.MaxValue);

    /// <summary>Number of the proposal to withdraw that is not decided; null when none is.</summary>
    [JsonIgnore]
    public string? Voornemen => Voornemens.Except(AfgelopenVoornemens).FirstOrDefault();

    /// <summary>Nothing is left to account for, and nothing was settled.</summary>
    [JsonIgnore]
    public bool Geheel => Rest == 0 && Vaststelling is null;

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
        return Vaststelling is { } v && v.Bedrag > e.Bedrag ? na with { Vaststelling = Verlaagd(v, e), Vervangen = [.. Vervangen, v] } : na;
    }

    private Opengesteld Verlaagd(Opengesteld opening) =>
        Rest is { } rest
            ? opening with
            {
                Verleend = Math.Min(opening.Verleend, rest),
                Voorschot = Math.Min(opening.Voorschot, Intrekkingen.Min(i => i.Voorschot)),
            }
            : opening;

    /// <summary>It comes in the place of the settlement; all that this was to pay was to be paid before it.</summary>
    private static Vastgesteld Verlaagd(Vastgesteld v, Ingetrokken e)
    {
        var betaald = v.Voorschotten + Math.Max(0, v.NogTeBetalen);
        return v with
        {
            Besluit = e.Besluit,
            Besluitdatum = e.Besluitdatum,
            Verleend = Math.Min(v.Verleend, e.Bedrag),
            Bedrag = e.Bedrag,
            Voorschotten = betaald,
            NogTeBetalen = e.Bedrag - betaald,
            Ondertekenaars = e.Ondertekenaars,
            Vervangt = v.Besluit,
            Bezwaarbesluit = null,
            EerderVastgesteld = v.Bedrag,
            Herstel = null,
            Intrekking = e.Besluit,
            ZonderVerzoek = null,
        };
    }
}
