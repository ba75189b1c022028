using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>What a bank keeps of a payment that came back.</summary>
public static class Retourkosten
{
    /// <summary>What can be booked as such on this day, in euro.</summary>
    public static decimal Hoogstens(Regelversie versie, LocalDate dag) => versie.Op(Parameters.RetourkostenHoogstens, dag);
}
