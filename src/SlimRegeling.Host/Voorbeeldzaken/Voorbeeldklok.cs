using NodaTime;

namespace SlimRegeling.Host.Voorbeeldzaken;

/// <summary>The adjustable clock of example play; see <see cref="Voorbeeldhuis"/> for who may have it. It never goes back.</summary>
internal sealed class Voorbeeldklok : IClock
{
    private long _sindsEpoch;

    public Instant GetCurrentInstant() => Instant.FromUnixTimeTicks(Interlocked.Read(ref _sindsEpoch));

    public void Zet(Instant moment)
    {
        if (moment < GetCurrentInstant())
        {
            throw new InvalidOperationException($"The clock stands at {GetCurrentInstant()} and cannot go back to {moment}.");
        }
        Interlocked.Exchange(ref _sindsEpoch, moment.ToUnixTimeTicks());
    }
}
