using NodaTime;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>Notes what the bank has paid, the latest of each payment order: a withdrawal says what is claimed back.</summary>
public sealed class BijBetalingUitgevoerd(Stroom<Verlening> verleningen) : IVerwerker<BetalingUitgevoerdBericht>
{
    public Task Verwerk(BetalingUitgevoerdBericht bericht, CancellationToken ct) =>
        verleningen.SchrijfOfBegin(bericht.Zaaknummer, verlening => Beslis(verlening, bericht), ct);

    public static Beslissing Beslis(Verlening? verlening, BetalingUitgevoerdBericht bericht) =>
        Vernomen(verlening, bericht.Betaalopdracht, bericht.Bedrag, bericht.Op, bericht.Versie);

    /// <summary>What was said later of an order may be heard first.</summary>
    internal static Beslissing Vernomen(Verlening? verlening, string betaalopdracht, decimal bedrag, Instant op, long? versie) =>
        verlening?.Betalingen.FirstOrDefault(b => b.Betaalopdracht == betaalopdracht) is { } eerder
        && !new Zegmoment(op, versie).Na(new(eerder.Op, eerder.Versie))
            ? Beslissing.Geen
            : new BetalingVernomen(betaalopdracht, bedrag, op, versie);
}

/// <summary>What came back from the bank was not received, and is not claimed back (4:57 Awb).</summary>
public sealed class BijBetalingTeruggekomen(Stroom<Verlening> verleningen) : IVerwerker<BetalingTeruggekomenBericht>
{
    public Task Verwerk(BetalingTeruggekomenBericht bericht, CancellationToken ct) =>
        verleningen.SchrijfOfBegin(bericht.Zaaknummer, verlening => Beslis(verlening, bericht), ct);

    public static Beslissing Beslis(Verlening? verlening, BetalingTeruggekomenBericht bericht) =>
        BijBetalingUitgevoerd.Vernomen(verlening, bericht.Betaalopdracht, 0, bericht.Op, bericht.Versie);
}
