namespace SlimRegeling.Regels;

/// <summary>Whether a source at hand confirms a rule. What is unconfirmed is built too, and shown to the scheme manager.</summary>
public enum Status
{
    Bevestigd,
    Onbevestigd,
}

/// <summary>What every entry of a rule version has, whatever it rules.</summary>
public abstract record Regel
{
    /// <summary>The section that the entry stands in: parameters, eisen, gronden, …</summary>
    public required string Sectie { get; init; }

    /// <summary>The key under which the entry stands in its section; code and cases refer to it.</summary>
    public required string Code { get; init; }

    /// <summary>The article in the text that the version follows, ready to follow the word "artikel": "2.20, tweede lid" (SLIM-regeling)
    /// or "6:7 Awb".</summary>
    public required string Artikel { get; init; }

    /// <summary>The article in the numbering before 28 February 2025; only in a version with the new one, where known.</summary>
    public string? ArtikelOud { get; init; }

    /// <summary>The article in the numbering since 28 February 2025; only in a version with the old one, where it exists.</summary>
    public string? ArtikelNieuw { get; init; }

    /// <summary>A key of the sources of the version.</summary>
    public required string Bron { get; init; }
    public required Status Status { get; init; }
    public string? Toelichting { get; init; }

    /// <summary>What the rule says in substance, one line: the same text means the same rule. Not the article, source or
    /// explanation.</summary>
    internal virtual string Inhoud => "";

    /// <summary>The same for people.</summary>
    public virtual string Beeld => Inhoud;
}

/// <summary>A figure or choice of the scheme.</summary>
public sealed record Parameter : Regel
{
    /// <summary>A number with a point, a choice, a date, codes with ", " between; or of a dated parameter
    /// "2014-01-01: 200000.00; 2024-01-01: 300000.00".</summary>
    public required string Waarde { get; init; }
    public required string Eenheid { get; init; }

    internal override string Inhoud => $"{Gedateerd.Canoniek(Waarde)} {Eenheid}";

    public override string Beeld =>
        Eenheid is Verslagmodel.Eenheid or "keuze" or "datum" or "sbi-code" or "sbi-codes" ? Waarde : $"{Waarde} {Eenheid}";
}

/// <summary>An entry that people see by its title.</summary>
public abstract record BenoemdeRegel : Regel
{
    public required string Titel { get; init; }
}

/// <summary>An entry that holds for some of the applicant types of the version.</summary>
public abstract record RegelVoorTypen : BenoemdeRegel
{
    /// <summary>All types of the version when the file names none.</summary>
    public required IReadOnlyList<string> Aanvragertypen { get; init; }

    internal override string Inhoud => $"voor {string.Join(", ", Aanvragertypen.Order(StringComparer.Ordinal))}";
}

/// <summary>A requirement that a plan is tested against; failing one is ground a (eisen-regeling).</summary>
public sealed record Eis : RegelVoorTypen
{
    /// <summary>The kinds of activity (A to D) that are eligible; only in the requirement activiteitsoort.</summary>
    public IReadOnlyList<string> Activiteiten { get; init; } = [];

    internal override string Inhoud =>
        Activiteiten.Count == 0 ? base.Inhoud : $"{base.Inhoud}; activiteiten {string.Join(", ", Activiteiten)}";
}

/// <summary>A refusal ground (weigeringsgrond).</summary>
public sealed record Grond : RegelVoorTypen;

/// <summary>A ground to withdraw what was awarded or settled, or to make it less (2.25; 4:48 and 4:49 Awb).</summary>
public sealed record Intrekkingsgrond : BenoemdeRegel
{
    /// <summary>"verlening": as long as it is not settled; "vaststelling": after that.</summary>
    public required string Betreft { get; init; }

    internal override string Inhoud => Betreft;
}

/// <summary>An article that holds for every decision of the version and has no value of its own, as the hardship clause.</summary>
public sealed record Bepaling : BenoemdeRegel;

/// <summary>A document that an application must contain.</summary>
public sealed record Document : RegelVoorTypen
{
    /// <summary>"altijd"; "bij-intermediair": only when someone else submits for the applicant; "bij-voorschot": only when an advance is
    /// asked.</summary>
    public required string Wanneer { get; init; }

    internal override string Inhoud => $"{Wanneer} {base.Inhoud}";
}

/// <summary>A document by which a recipient accounts for the subsidy (2.17, 2.24; chapter 7 Kaderregeling). The title stands in a list.</summary>
public sealed record Bewijs : RegelVoorTypen
{
    /// <summary>The letter of the activity that it shows to be done; null when it goes with every award.</summary>
    public string? Activiteit { get; init; }

    /// <summary>Only from this award on, in euro.</summary>
    public decimal? SubsidieVanaf { get; init; }

    internal override string Inhoud =>
        $"{base.Inhoud}; activiteit {Activiteit}; vanaf {SubsidieVanaf?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)}";
}

/// <summary>A term: how long, of what, after what, and whether the Algemene termijnenwet moves its end.</summary>
public sealed record Termijn : BenoemdeRegel
{
    public required int Lengte { get; init; }

    /// <summary>dagen, weken or maanden.</summary>
    public required string Eenheid { get; init; }

    /// <summary>The event after which the term runs, one of those in regelversie.schema.json: its first day is the day after it.</summary>
    public required string Begin { get; init; }

    /// <summary>The same event in words.</summary>
    public required string Na { get; init; }
    public required bool AlgemeneTermijnenwet { get; init; }

    internal override string Inhoud => $"{Lengte} {Eenheid} na {Begin}{(AlgemeneTermijnenwet ? " met de Algemene termijnenwet" : "")}";

    public override string Beeld => $"{Lengte} {Eenheid} na {Na}{(AlgemeneTermijnenwet ? ", met de Algemene termijnenwet" : "")}";
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

    internal override string Inhoud => $"{Maand}-{Dag}{(OpZondagDagEerder ? "-eerder" : "")} {DagenNaPasen} {Datum}";
}
