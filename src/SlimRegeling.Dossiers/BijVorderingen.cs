using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Platform.Berichtenverkeer;

namespace SlimRegeling.Dossiers;

public sealed class BijTerugvorderingBesloten(Verzenden verzenden) : IVerwerker<TerugvorderingBeslotenBericht>
{
    public Task Verwerk(TerugvorderingBeslotenBericht bericht, CancellationToken ct) =>
        verzenden.Vraag(new() { Terugvordering = bericht }, ct);
}

/// <summary>A writ is served by a bailiff (4:123 Awb), and that something is collected no longer is told to nobody.</summary>
public sealed class BijVorderingsbesluitGenomen(Verzenden verzenden) : IVerwerker<VorderingsbesluitGenomenBericht>
{
    public Task Verwerk(VorderingsbesluitGenomenBericht bericht, CancellationToken ct) =>
        bericht.Soort is "dwangbevel" or "afboeking" ? Task.CompletedTask : verzenden.Vraag(new() { Vorderingsbesluit = bericht }, ct);
}

public sealed class BijVorderingHerinnerd(Verzenden verzenden) : IVerwerker<VorderingHerinnerdBericht>
{
    public Task Verwerk(VorderingHerinnerdBericht bericht, CancellationToken ct) =>
        verzenden.Vraag(new() { Betaalherinnering = bericht }, ct);
}

public sealed class BijVorderingAangemaand(Verzenden verzenden) : IVerwerker<VorderingAangemaandBericht>
{
    public Task Verwerk(VorderingAangemaandBericht bericht, CancellationToken ct) => verzenden.Vraag(new() { Aanmaning = bericht }, ct);
}
