using System.Text.Json.Serialization;

namespace SlimRegeling.Regels;

/// <summary>One line of a computation. Stored as code and values; the description is made when someone reads it.</summary>
/// <param name="Code">A code of <see cref="Postcode"/>.</param>
public sealed record Rekenregel(string Code, string Artikel, decimal Bedrag, IReadOnlyList<Waarde> Waarden)
{
    [JsonIgnore]
    public string Omschrijving => Omschrijvingen.Van(this);
}

/// <summary>A subsidy computed line by line. Amounts in euro with two decimals.</summary>
public sealed record Berekening
{
    /// <summary>The lines of costs, then the totals, each with its article; together they explain the amount.</summary>
    public required IReadOnlyList<Rekenregel> Regels { get; init; }

    /// <summary>External costs and wage costs together, after caps and rounding, before the surcharge.</summary>
    public required decimal ExternEnLoon { get; init; }
    public required decimal Toeslag { get; init; }

    /// <summary>Eligible costs of A and C with the surcharge, without fixed amounts.</summary>
    public required decimal SubsidiabeleKosten { get; init; }

    /// <summary>60 means 60%; null when the enterprise is too large for any percentage.</summary>
    public required decimal? Percentage { get; init; }

    /// <summary>The fixed amounts for careers advice (B).</summary>
    public required decimal Loopbaantrajecten { get; init; }

    /// <summary>The fixed amounts for work placements (D, until 2024).</summary>
    public decimal Praktijkleerplaatsen { get; init; }

    /// <summary>The fixed amount for the auditor's report of a partnership; zero when none is required.</summary>
    public decimal Controleverklaring { get; init; }

    /// <summary>What each party of a partnership receives, in the order of the parties; they sum to the subsidy. Empty for any other
    /// applicant.</summary>
    public IReadOnlyList<Partijdeel> Delen { get; init; } = [];

    public required decimal Subsidiebedrag { get; init; }

    /// <summary>Whether a maximum, a limit of a sector or party, or the de-minimis room lowered the amount.</summary>
    public required bool MaximumToegepast { get; init; }

    /// <summary>Payable with the award.</summary>
    public required decimal Voorschot { get; init; }
}
