using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;

namespace SlimRegeling.Dossiers;

/// <summary>Tells the recipient what is meant, before it is decided (4:8 Awb).</summary>
public sealed class BijIntrekkingVoorgenomen(Verzenden verzenden) : IVerwerker<IntrekkingVoorgenomenBericht>
{
    public Task Verwerk(IntrekkingVoorgenomenBericht bericht, CancellationToken ct) =>
        verzenden.Vraag(new() { Intrekkingsvoornemen = bericht }, ct);
}

public sealed class BijVerleningIngetrokken(Verzenden verzenden) : IVerwerker<VerleningIngetrokkenBericht>
{
    public Task Verwerk(VerleningIngetrokkenBericht bericht, CancellationToken ct) => verzenden.Vraag(new() { Intrekking = bericht }, ct);
}
