using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>
/// Of it <c>Bedrag</c>, in euro, went to who laid the attachment <c>Beslag</c>, and so counts as paid (477 Rv): <c>Mutatie</c> is the movement
/// on the statement. What is left waits on while the attachment lies. <c>Opdracht</c> is as it was before.
/// </summary>
[Naam("beslaglegger-betaald")]
public sealed record BeslagleggerBetaald(Opdracht Opdracht, string Beslag, string Mutatie, decimal Bedrag, LocalDate Boekdatum, Instant Op)
    : Gebeurtenis
{
    /// <summary>Whether nothing of it is left to pay.</summary>
    [JsonIgnore]
    public bool Geheel => Bedrag == Opdracht.Bedrag;
}

public sealed partial record Betaalopdracht
{
    /// <summary>What of it went to who attached it before the rest was paid, in euro.</summary>
    public decimal DeelsAanBeslaglegger { get; init; }

    /// <summary>Number of the attachment for which what was left of it went to who laid it: of that nothing is in a file of ours.</summary>
    public string? AanBeslaglegger { get; init; }

    /// <summary>What of it went to who attached it in all, in euro.</summary>
    [JsonIgnore]
    public decimal Beslagen => DeelsAanBeslaglegger + (AanBeslaglegger is null ? 0 : Opdracht.Bedrag);

    /// <summary>As with a set-off: when that is all, the order is carried out; else the rest is ordered, as if it was never more.</summary>
    public Betaalopdracht Apply(BeslagleggerBetaald e) =>
        e.Geheel
            ? this with
            {
                Status = Betaalstatus.Uitgevoerd,
                Boekdatum = e.Boekdatum,
                Mutaties = [.. Mutaties, e.Mutatie],
                AanBeslaglegger = e.Beslag,
                Ronde = null,
            }
            : this with
            {
                Opdracht = Opdracht with { Bedrag = e.Opdracht.Bedrag - e.Bedrag },
                DeelsAanBeslaglegger = DeelsAanBeslaglegger + e.Bedrag,
                Verlaagd = Verlaagd + e.Bedrag,
                Mutaties = [.. Mutaties, e.Mutatie],
                Akkoorden = [],
                Ronde = null,
                Status = Betaalstatus.Opgedragen,
            };
}
