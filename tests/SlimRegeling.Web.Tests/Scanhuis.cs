using SlimRegeling.Omgeving;

namespace SlimRegeling.Web.Tests;

/// <summary>The portal with a real clamd, which is away until a test takes it up.</summary>
public sealed class Scanhuis : IAsyncLifetime
{
    public Scanhuis() => Portaal = new Portaalhuis { Virusscanner = Clamav.Tcp };

    public ClamavServer Clamav { get; } = new();

    public Portaalhuis Portaal { get; }

    public ValueTask InitializeAsync() => Portaal.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Portaal.DisposeAsync();
        await Clamav.DisposeAsync();
    }
}
