using NodaTime;

namespace SlimRegeling.Web.Tests;

/// <summary>The real clock, put forward or back.</summary>
internal sealed class Verzetklok : IClock
{
    public Duration Verzet { get; set; }

    /// <summary>A clock that shows this moment now, and goes on from there.</summary>
    public static Verzetklok Vanaf(Instant moment) => new() { Verzet = moment - SystemClock.Instance.GetCurrentInstant() };

    public Instant GetCurrentInstant() => SystemClock.Instance.GetCurrentInstant() + Verzet;
}
