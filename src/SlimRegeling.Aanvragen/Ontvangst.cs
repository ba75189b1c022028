using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// Up to and including <c>Tot</c> exactly <c>Aantal</c> messages about applications of the window were said (ingediend, volledig and
/// ingetrokken together); none with an earlier moment can follow.
/// </summary>
[Naam("ontvangen-tot")]
public sealed record OntvangenTot(Instant Tot, int Aantal, Instant Op) : Gebeurtenis;

/// <summary>How far the receipt of a window is certain. Its id is that of the window.</summary>
public sealed record Ontvangst
{
    public string Id { get; init; } = "";
    public Instant Tot { get; init; } = Instant.FromUnixTimeTicks(0);
    public int Aantal { get; init; }

    public Ontvangst Apply(OntvangenTot e) => this with { Tot = e.Tot, Aantal = e.Aantal };
}
