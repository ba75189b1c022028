using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;

namespace SlimRegeling.Dossiers;

/// <summary>
/// Tells the recipient what is meant, before it is decided: that they can say what they think of it (4:8 Awb), and that nothing is paid meanwhile, which holds
/// by telling it in writing (4:56 Awb). Not where what is aimed at is only reached when they do not know it (4:11, under c, Awb).
/// </summary>
public sealed class BijIntrekkingVoorgenomen(Verzenden verzenden) : IVerwerker<IntrekkingVoorgenomenBericht>
{
    /// <summary>As Verlening calls that reason.</summary>
    private const string Doel = "doel";

    public Task Verwerk(IntrekkingVoorgenomenBericht bericht, CancellationToken ct) =>
        WordtVerteld(bericht) ? verzenden.Vraag(new() { Intrekkingsvoornemen = bericht }, ct) : Task.CompletedTask;

    public static bool WordtVerteld(IntrekkingVoorgenomenBericht bericht) => bericht.NietGehoord != Doel;
}

public sealed class BijVerleningIngetrokken(Verzenden verzenden) : IVerwerker<VerleningIngetrokkenBericht>
{
    public Task Verwerk(VerleningIngetrokkenBericht bericht, CancellationToken ct) => verzenden.Vraag(new() { Intrekking = bericht }, ct);
}
