using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken.Verdeling;

/// <summary>
/// The next ranks were given out, from <c>Vanaf</c> on: in a window by arrival in order of (moment of receipt, moment at the door, lot) (KR 2.3),
/// else to completed applications behind the drawn list (2.10, third paragraph). <c>Binnen</c> are those for whom there was room at once; <c>Aangevuld</c> those whose
/// moment is that of their completion. It and <c>Volgorde</c>, that of the window, are absent in what was said before they were kept.
/// <c>Herloting</c>: how often the draw had been done over; absent when it had not.
/// </summary>
[Naam("in-volgorde-geplaatst")]
public sealed record InVolgordeGeplaatst(
    string Tijdvak,
    int Vanaf,
    IReadOnlyList<string> Zaaknummers,
    IReadOnlyList<string> Binnen,
    IReadOnlyList<Uitsluiting> Uitgesloten,
    Instant Op,
    [property: LaterToegevoegd] Volgorde? Volgorde = null,
    [property: LaterToegevoegd] IReadOnlyList<string>? Aangevuld = null,
    [property: LaterToegevoegd] int? Herloting = null
) : Gebeurtenis;

/// <summary>The ranks of a window that were given out without a decision on the window itself. Its id is <c>volgorde:</c> and that of the window.</summary>
public sealed record Volgordeboek
{
    public string Id { get; init; } = "";

    /// <summary>The last rank that was given out here.</summary>
    public int Laatste { get; init; }

    public static string Stroom(string tijdvak) => $"volgorde:{tijdvak}";

    public Volgordeboek Apply(InVolgordeGeplaatst e) => this with { Laatste = e.Vanaf + e.Zaaknummers.Count - 1 };
}
