using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling.Steekproeven;

/// <summary>A case that can be drawn.</summary>
/// <param name="Verleend">Euro.</param>
/// <param name="Signalen">What makes a fault likelier, codes of the rules.</param>
public sealed record Lid(string Zaaknummer, decimal Verleend, IReadOnlyList<string> Signalen, string Stratum);

/// <param name="Code">Amount and risk: midden-verhoogd.</param>
/// <param name="Aantal">How many cases it has.</param>
/// <param name="Verleend">Of all of them together, in euro.</param>
/// <param name="Omvang">How many are drawn.</param>
public sealed record Stratum(string Code, int Aantal, decimal Verleend, int Omvang);

/// <summary>
/// The list of cases of which is drawn, fixed before anyone knows the seed: whoever adds one or leaves one out later has another <c>Lijsthash</c>. Of a
/// window, or of a period in which the last day of the cases falls, or both.
/// </summary>
[Naam("steekproef-begonnen")]
public sealed record SteekproefBegonnen(
    string? Tijdvak,
    LocalDate? Van,
    LocalDate? Tot,
    IReadOnlyList<Lid> Populatie,
    IReadOnlyList<Stratum> Strata,
    string Lijsthash,
    string Door,
    Instant Op,
    string Regelversie,
    string Regelhash
) : Gebeurtenis;

/// <summary>One person typed the seed and its source; another is to type both again.</summary>
[Naam("trekking-voorbereid")]
public sealed record TrekkingVoorbereid(string Zaad, string Bron, string Door, Instant Op) : Gebeurtenis;

[Naam("trekking-teruggenomen")]
public sealed record TrekkingTeruggenomen(string Door, Instant Op) : Gebeurtenis;

/// <summary>
/// What the seed drew from the list. <c>Uitgevallen</c>: those of them that were proposed or settled since the list was fixed and so cannot be asked for
/// proof any more; no other comes in their place.
/// </summary>
[Naam("steekproef-getrokken")]
public sealed record SteekproefGetrokken(
    IReadOnlyList<string> Zaaknummers,
    IReadOnlyList<string> Uitgevallen,
    string Zaad,
    string Bron,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis;

/// <summary>Begun by mistake, before anyone typed a seed: its cases can be drawn by another.</summary>
[Naam("steekproef-vervallen")]
public sealed record SteekproefVervallen(string Door, Instant Op) : Gebeurtenis;

public enum Steekproefstand
{
    /// <summary>The list is fixed.</summary>
    Begonnen,

    /// <summary>The seed was typed once.</summary>
    Voorbereid,

    Getrokken,

    Vervallen,
}

/// <summary>A draw of cases that are settled ambtshalve (2.24, first paragraph), whose recipients are asked for proof.</summary>
public sealed record Steekproef
{
    public string Id { get; init; } = "";

    public SteekproefBegonnen? Begonnen { get; init; }

    public TrekkingVoorbereid? Voorbereid { get; init; }

    /// <summary>A seed was typed at any time, so that the outcome could be known.</summary>
    public bool ZaadGetypt { get; init; }

    public SteekproefGetrokken? Getrokken { get; init; }

    public SteekproefVervallen? Vervallen { get; init; }

    public Steekproefstand Stand() =>
        this switch
        {
            { Vervallen: not null } => Steekproefstand.Vervallen,
            { Getrokken: not null } => Steekproefstand.Getrokken,
            { Voorbereid: not null } => Steekproefstand.Voorbereid,
            _ => Steekproefstand.Begonnen,
        };

    public Steekproef Apply(SteekproefBegonnen e) => this with { Begonnen = e };

    public Steekproef Apply(TrekkingVoorbereid e) => this with { Voorbereid = e, ZaadGetypt = true };

    public Steekproef Apply(TrekkingTeruggenomen _) => this with { Voorbereid = null };

    public Steekproef Apply(SteekproefGetrokken e) => this with { Getrokken = e, Voorbereid = null };

    public Steekproef Apply(SteekproefVervallen e) => this with { Vervallen = e };
}
