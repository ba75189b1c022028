using NodaTime;

namespace SlimRegeling.Api.Tests;

/// <summary>A clock that the tests set; who puts it back puts it forward again, as windows are heard up to a moment.</summary>
public sealed class Proefklok : IClock
{
    private Instant _nu = Instant.FromUtc(2026, 4, 8, 8, 0);

    public Instant GetCurrentInstant() => _nu;

    public void Vooruit(Duration tijd) => _nu += tijd;
}
