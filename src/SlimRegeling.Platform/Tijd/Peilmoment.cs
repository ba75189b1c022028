using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Tijd;

/// <summary>The moment that someone asks about, in the parameter <c>op</c> of an address.</summary>
public static class Peilmoment
{
    private static readonly OffsetDateTimePattern Vorm = OffsetDateTimePattern.Rfc3339;

    /// <summary>Now when it is left out; null when it is no moment.</summary>
    public static Instant? Lees(string? op, Instant nu)
    {
        if (op is null)
        {
            return nu;
        }
        return Vorm.Parse(op) is { Success: true, Value: var gelezen } ? gelezen.ToInstant() : null;
    }

    public static Weigering Onleesbaar =>
        Weigering.Invoer(
            new Fout(
                "op",
                "Schrijf het moment als 2026-04-10T12:00:00Z, of met het verschil in uren als 2026-04-10T14:00:00+02:00 (de + in een adres als %2B)."
            )
        );
}
