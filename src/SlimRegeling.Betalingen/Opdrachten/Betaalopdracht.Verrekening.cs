using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>
/// By <c>Besluit</c> <c>Bedrag</c> of it, in euro, was set off against the claim <c>Vordering</c> (4:93 Awb), which counts as paid on the day <c>Dag</c>. What
/// is left of it is to be approved again. <c>Opdracht</c> is as it was before.
/// </summary>
[Naam("betaling-verrekend")]
public sealed record BetalingVerrekend(Opdracht Opdracht, string Vordering, string Besluit, decimal Bedrag, LocalDate Dag, Instant Op)
    : Gebeurtenis
{
    /// <summary>Whether nothing of it is left to pay.</summary>
    [JsonIgnore]
    public bool Geheel => Bedrag == Opdracht.Bedrag;
}

public sealed partial record Betaalopdracht
{
    /// <summary>What of it was set off before the rest was paid, in euro.</summary>
    public decimal DeelsVerrekend { get; init; }

    /// <summary>What was left of it was set off: of that nothing leaves the bank.</summary>
    public bool Verrekend { get; init; }

    /// <summary>What of it was set off in all, in euro.</summary>
    [JsonIgnore]
    public decimal Verrekening => DeelsVerrekend + (Verrekend ? Opdracht.Bedrag : 0);

    /// <summary>What the recipient has of it, in money, by set-off or through who attached it, in euro.</summary>
    [JsonIgnore]
    public decimal Ontvangen => DeelsVerrekend + DeelsAanBeslaglegger + (Status == Betaalstatus.Uitgevoerd ? Opdracht.Bedrag : 0);

    /// <summary>
    /// What was set off of it counts as paid: when that is all, the order is carried out; else the rest is ordered, as if it was never more. Of a partial set-off
    /// <see cref="Verlaagd"/> keeps what was signed. A round in which it is proposed is not about it any more.
    /// </summary>
    public Betaalopdracht Apply(BetalingVerrekend e) =>
        e.Geheel
            ? this with
            {
                Status = Betaalstatus.Uitgevoerd,
                Boekdatum = e.Dag,
                Mutaties = [.. Mutaties, e.Besluit],
                Verrekend = true,
                Ronde = null,
            }
            : this with
            {
                Opdracht = Opdracht with { Bedrag = e.Opdracht.Bedrag - e.Bedrag },
                DeelsVerrekend = DeelsVerrekend + e.Bedrag,
                Verlaagd = Verlaagd + e.Bedrag,
                Akkoorden = [],
                Ronde = null,
                Status = Betaalstatus.Opgedragen,
            };
}
