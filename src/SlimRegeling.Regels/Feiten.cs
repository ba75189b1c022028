using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>What is known beside the plan. What is null is not known yet and is not judged. An applicant who computes before applying
/// knows none of it.</summary>
public sealed record Feiten
{
    public static Feiten Geen { get; } = new();

    /// <summary>The applicant type that the window is for; null when not looked at.</summary>
    public string? TijdvakVoor { get; init; }

    /// <summary>The day of granting, or for a computation beforehand the closing day of the window. Needed with Steun.</summary>
    public LocalDate? Peildatum { get; init; }

    /// <summary>De-minimis aid granted to the enterprise and those linked to it, our own awards among it.</summary>
    public IReadOnlyList<Steun>? Steun { get; init; }

    /// <summary>Cases with an award for A or C to the same applicant that was not settled at the moment of submission (ground k).</summary>
    public IReadOnlyList<string>? NietVastgesteldeZaken { get; init; }

    /// <summary>Cases with an award in this window for the same or a similar initiative (ground g).</summary>
    public IReadOnlyList<string>? VerleendInTijdvak { get; init; }

    /// <summary>Whether both declarations are there (ground h).</summary>
    public bool? VerklaringenAanwezig { get; init; }

    /// <summary>Whether the amount fits under the ceiling of the window (ground i).</summary>
    public bool? PastOnderPlafond { get; init; }

    /// <summary>What the ceiling leaves for this application when that is less than it asks, in euro: the rest is refused (ground i). Null
    /// when all of it fits.</summary>
    public decimal? Plafondruimte { get; init; }

    /// <summary>The assessor's judgment by ground or requirement code: true when it does not stand in the way.</summary>
    public IReadOnlyDictionary<string, bool> Oordelen { get; init; } = new Dictionary<string, bool>();
}
