namespace SlimRegeling.Regels;

/// <summary>The kinds of article 2.4. D (praktijkleerplaats) ended in 2024 and is refused from then on.</summary>
public enum Activiteitsoort
{
    A,
    B,
    C,
    D,
}

public sealed record Activiteit(Activiteitsoort Soort)
{
    public IReadOnlyList<EigenUren> EigenUren { get; init; } = [];
    public IReadOnlyList<ExterneUren> ExterneUren { get; init; } = [];
    public decimal OverigeExterneKosten { get; init; }

    /// <summary>Number of careers-advice trajectories (B only).</summary>
    public int Trajecten { get; init; }

    /// <summary>Number of work-placement years (D only).</summary>
    public int Praktijkleerplaatsen { get; init; }
}

/// <param name="Brutojaarloon">A full-time year's gross pay with fixed thirteenth month, without holiday allowance (article 2.1).</param>
/// <param name="Eigenaar">An owner's customary wage counts without the surcharge of 32%.</param>
public sealed record EigenUren(decimal Uren, decimal Brutojaarloon, bool Eigenaar = false);

/// <param name="Marktconform">Whether it is shown that the rate is that of the market: where the version allows it, the part above the
/// maximum rate counts too.</param>
public sealed record ExterneUren(decimal Uren, decimal Uurtarief, bool Marktconform = false);
