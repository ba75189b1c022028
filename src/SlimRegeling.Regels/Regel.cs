namespace SlimRegeling.Regels;

/// <summary>Whether a source at hand confirms a rule. What is unconfirmed is built too, and shown to the scheme manager.</summary>
public enum Status
{
    Bevestigd,
    Onbevestigd,
}

/// <summary>What every entry of a rule version's file has, whatever it rules.</summary>
public abstract record Regel
{
    /// <summary>The key under which the entry stands in its section; code and cases refer to it.</summary>
    public required string Code { get; init; }

    /// <summary>The article, ready to follow the word "artikel": "2.20, tweede lid" (SLIM-regeling) or "6:7 Awb".</summary>
    public required string Artikel { get; init; }

    /// <summary>The article in the numbering before 28 February 2025, where known.</summary>
    public string? ArtikelOud { get; init; }

    /// <summary>A key of the section bronnen.</summary>
    public required string Bron { get; init; }
    public required Status Status { get; init; }
    public string? Toelichting { get; init; }
}

/// <summary>A figure or choice of the scheme.</summary>
public sealed record Parameter : Regel
{
    public required string Waarde { get; init; }
    public required string Eenheid { get; init; }
}

/// <summary>An entry that people see by its title.</summary>
public abstract record BenoemdeRegel : Regel
{
    public required string Titel { get; init; }
}

/// <summary>A requirement that a plan is tested against; failing one is ground a (eisen-regeling).</summary>
public sealed record Eis : BenoemdeRegel
{
    /// <summary>Applicant types for which the requirement can be met at all; empty where the type does not matter.</summary>
    public IReadOnlyList<string> Aanvragertypen { get; init; } = [];
}

/// <summary>A refusal ground (weigeringsgrond).</summary>
public sealed record Grond : BenoemdeRegel
{
    public required IReadOnlyList<string> Aanvragertypen { get; init; }
}

/// <summary>A document that an application must contain.</summary>
public sealed record Document : BenoemdeRegel
{
    public required IReadOnlyList<string> Aanvragertypen { get; init; }

    /// <summary>"altijd", or "bij-intermediair": only when someone else submits for the applicant.</summary>
    public required string Wanneer { get; init; }
}

/// <summary>A term: how long, of what, after what, and whether the Algemene termijnenwet moves its end.</summary>
public sealed record Termijn : BenoemdeRegel
{
    public required int Lengte { get; init; }

    /// <summary>dagen, weken or maanden.</summary>
    public required string Eenheid { get; init; }

    /// <summary>The event after which the term runs, in words: its first day is the day after that event.</summary>
    public required string Na { get; init; }
    public required bool AlgemeneTermijnenwet { get; init; }
}

/// <summary>A step in the life of a case, as shown to people.</summary>
public sealed record Stap : BenoemdeRegel;

/// <summary>A kind of line in the computation of a subsidy.</summary>
public sealed record Post : BenoemdeRegel;

/// <summary>A holiday of the Algemene termijnenwet: fixed (maand, dag), counted from Easter, or named for one date (datum).</summary>
public sealed record Feestdag : BenoemdeRegel
{
    public int? Maand { get; init; }
    public int? Dag { get; init; }

    /// <summary>The day before when the fixed day is a Sunday (King's Day).</summary>
    public bool OpZondagDagEerder { get; init; }
    public int? DagenNaPasen { get; init; }

    /// <summary>A single day named by royal decree, yyyy-MM-dd.</summary>
    public string? Datum { get; init; }
}
