using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>
/// Where the money comes from when a decision on objection gives what was refused. The ceiling holds in objection only as far as it did at the first
/// decision (4:25, third paragraph, Awb), so whoever was refused wrongly goes before those who wait.
/// </summary>
public static class Bezwaargeld
{
    /// <summary>What is free under the ceiling, or falls free: before those who wait.</summary>
    public const string Wachtlijst = "wachtlijst";

    /// <summary>First what the window holds back for objections, then as with <see cref="Wachtlijst"/>.</summary>
    public const string Reserve = "reserve";

    internal static readonly string[] Keuzes = [Wachtlijst, Reserve];

    /// <summary>Whether the reserve of the window is used for what is asked on this day.</summary>
    public static bool UitReserve(Regelversie versie, LocalDate dag) => versie.Op(Parameters.BezwaarBudget, dag) == Reserve;
}
