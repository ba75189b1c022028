using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>The recipient was told of a serious suspicion: until it is decided, or thirteen weeks are over, no payment is due (4:56 Awb).</summary>
public sealed class BijIntrekkingVoorgenomen(Opdragen opdragen, Moment moment) : IVerwerker<IntrekkingVoorgenomenBericht>
{
    public Task Verwerk(IntrekkingVoorgenomenBericht bericht, CancellationToken ct) =>
        opdragen.Voer(bericht.Zaaknummer, new OpschortingVernomen(bericht.Intrekking, bericht.OpschortenTot, moment.Nu), ct);
}

public sealed class BijIntrekkingVervallen(Opdragen opdragen, Moment moment) : IVerwerker<IntrekkingVervallenBericht>
{
    public Task Verwerk(IntrekkingVervallenBericht bericht, CancellationToken ct) =>
        opdragen.Voer(bericht.Zaaknummer, new OpschortingAfgelopen(bericht.Intrekking, moment.Nu), ct);
}

/// <summary>What is not on its way to the bank is not paid; what was paid above what is left becomes a claim.</summary>
public sealed class BijVerleningIngetrokken(Opdragen opdragen, Moment moment) : IVerwerker<VerleningIngetrokkenBericht>
{
    public Task Verwerk(VerleningIngetrokkenBericht bericht, CancellationToken ct) =>
        opdragen.Voer(
            bericht.Zaaknummer,
            new IntrekkingVernomen(
                bericht.Tijdvak,
                bericht.KvkNummer,
                bericht.Besluit,
                bericht.Bedrag,
                bericht.Was,
                bericht.Voorschot,
                moment.Nu
            ),
            ct
        );
}
