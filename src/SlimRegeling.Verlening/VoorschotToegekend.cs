using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening;

/// <summary>
/// The advance that the award gives (2.18, second paragraph), or, when <c>NaVoortgang</c>, one beside it that the progress report of a partnership
/// releases; then <c>Totaal</c> is both together, in euro.
/// </summary>
[Naam("voorschot-toegekend")]
public sealed record VoorschotToegekend(
    string KvkNummer,
    string Besluit,
    decimal Bedrag,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    [property: LaterToegevoegd] string? Regelversie = null,
    [property: LaterToegevoegd] string? Regelhash = null,
    [property: LaterToegevoegd] bool? NaVoortgang = null,
    [property: LaterToegevoegd] decimal? Totaal = null
) : Gebeurtenis;
