using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Platform.Berichtenverkeer;

namespace SlimRegeling.Dossiers;

public sealed class BijTerugvorderingBesloten(Verzenden verzenden) : IVerwerker<TerugvorderingBeslotenBericht>
{
    public Task Verwerk(TerugvorderingBeslotenBericht bericht, CancellationToken ct) =>
        verzenden.Vraag(new() { Terugvordering = bericht }, ct);
}

/// <summary>
/// A writ is written for the bailiff, who serves it (4:122, 4:123 Awb): the recipient gets it from them. That something is collected no longer is told to nobody.
/// </summary>
public sealed class BijVorderingsbesluitGenomen(Verzenden verzenden) : IVerwerker<VorderingsbesluitGenomenBericht>
{
    public Task Verwerk(VorderingsbesluitGenomenBericht bericht, CancellationToken ct) =>
        bericht.Soort switch
        {
            "afboeking" => Task.CompletedTask,
            Briefopdracht.Dwangbevel => verzenden.VraagPerPost(new() { Vorderingsbesluit = bericht, Ontvanger = Derden.Deurwaarder }, ct),
            _ => verzenden.Vraag(new() { Vorderingsbesluit = bericht }, ct),
        };
}

public sealed class BijRentevergoedingBesloten(Verzenden verzenden) : IVerwerker<RentevergoedingBeslotenBericht>
{
    public Task Verwerk(RentevergoedingBeslotenBericht bericht, CancellationToken ct) =>
        verzenden.Vraag(new() { Rentevergoeding = bericht }, ct);
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
