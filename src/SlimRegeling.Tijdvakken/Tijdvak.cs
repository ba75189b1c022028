using JasperFx.Events;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Tijdvakken;

/// <summary>
/// The minister set a window with its ceiling (2.6, 2.7). <c>Regelhash</c> is that of the rule version at that moment, absent in windows from
/// before it was kept; each decision on a case records its own. <c>Ondertekenaars</c> are the pseudonyms of who proposed and who signed.
/// </summary>
[Naam("tijdvak-vastgesteld")]
public sealed record TijdvakVastgesteld(
    string Aanvragertype,
    Instant Opent,
    Instant Sluit,
    decimal Plafond,
    Volgorde Volgorde,
    string Regelversie,
    Instant Op,
    [property: LaterToegevoegd] string? Regelhash = null,
    [property: LaterToegevoegd] Instant? RegistratieVanaf = null,
    [property: LaterToegevoegd] Overschrijding? Overschrijding = null,
    [property: LaterToegevoegd] string? Bron = null,
    [property: LaterToegevoegd] IReadOnlyList<string>? Ondertekenaars = null
) : Gebeurtenis;

/// <summary>
/// After closing: who takes part. <c>Volledig</c> by moment of receipt, <c>Aangevuld</c> by moment of completion (they go behind, 2.10(3)),
/// each once per applicant (2.8(4), 2.10(2)). <c>Hash</c> is the SHA-256 of the sorted numbers, to be published before a draw.
/// </summary>
[Naam("lijst-vastgelegd")]
public sealed record LijstVastgelegd(
    IReadOnlyList<Deelname> Volledig,
    IReadOnlyList<Deelname> Aangevuld,
    IReadOnlyList<string> Dubbel,
    string Hash,
    Instant Op
) : Gebeurtenis;

/// <summary>The order in which applications are handled (2.10); <c>Zaad</c> and <c>Bron</c> only when it was drawn.</summary>
[Naam("gerangschikt")]
public sealed record Gerangschikt(IReadOnlyList<string> Zaaknummers, int BinnenPlafond, string? Zaad, string? Bron, Instant Op)
    : Gebeurtenis;

/// <summary>An application on the list and what it asks, in euro.</summary>
public sealed record Deelname(string Zaaknummer, decimal Gevraagd);

public enum Volgorde
{
    /// <summary>By lot when the ceiling would be passed (2.10(1)).</summary>
    Loting,

    /// <summary>By moment of complete receipt (KR 2.3).</summary>
    Binnenkomst,
}

/// <summary>What happens to the first application that does not fit under the ceiling.</summary>
public enum Overschrijding
{
    /// <summary>It waits, and nobody passes it.</summary>
    Stoppen,

    /// <summary>It is refused, and the next is tried.</summary>
    Overslaan,

    /// <summary>It gets what is left, when that is more than nothing; then it stops.</summary>
    Gedeeltelijk,
}

/// <summary>An application window.</summary>
public sealed record Tijdvak(
    string Id,
    string Aanvragertype,
    Instant Opent,
    Instant Sluit,
    decimal Plafond,
    Volgorde Volgorde,
    string Regelversie,
    LijstVastgelegd? Lijst,
    Gerangschikt? Rangorde
)
{
    /// <summary>From when drafts can be made.</summary>
    public Instant RegistratieVanaf { get; init; }

    public Overschrijding Overschrijding { get; init; }

    /// <summary>Pseudonyms of the two people who published it; none for a window from before that was kept.</summary>
    public IReadOnlyList<string> Ondertekenaars { get; init; } = [];

    /// <summary>What all on the list ask together.</summary>
    public decimal Gevraagd => Lijst is null ? 0 : Lijst.Volledig.Concat(Lijst.Aangevuld).Sum(d => d.Gevraagd);

    public static Tijdvak Create(IEvent<TijdvakVastgesteld> e) =>
        new(e.StreamKey!, e.Data.Aanvragertype, e.Data.Opent, e.Data.Sluit, e.Data.Plafond, e.Data.Volgorde, e.Data.Regelversie, null, null)
        {
            RegistratieVanaf =
                e.Data.RegistratieVanaf ?? Moment.Op(Vaststellen.Registratie(e.Data.Opent.InZone(Moment.Amsterdam).LocalDateTime)),
            Overschrijding = e.Data.Overschrijding ?? Overschrijding.Stoppen,
            Ondertekenaars = e.Data.Ondertekenaars ?? [],
        };

    public Tijdvak Apply(LijstVastgelegd e) => this with { Lijst = e };

    public Tijdvak Apply(Gerangschikt e) => this with { Rangorde = e };
}
