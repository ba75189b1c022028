using NodaTime;

namespace SlimRegeling.Prestaties;

/// <summary>A clock that goes on from the moment to which it was set.</summary>
internal sealed class Verzetbareklok : IClock
{
    private long _verschil;

    public void Zet(Instant moment) =>
        Interlocked.Exchange(ref _verschil, (moment - SystemClock.Instance.GetCurrentInstant()).BclCompatibleTicks);

    public Instant GetCurrentInstant() => SystemClock.Instance.GetCurrentInstant() + Duration.FromTicks(Interlocked.Read(ref _verschil));
}
