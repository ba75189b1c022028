using NodaTime;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling;

/// <summary>Notes what the bank has paid, the latest of each payment order.</summary>
public sealed class BijBetalingUitgevoerd(Stroom<Verantwoording> verantwoordingen) : IVerwerker<BetalingUitgevoerdBericht>
{
    public Task Verwerk(BetalingUitgevoerdBericht bericht, CancellationToken ct) =>
        verantwoordingen.SchrijfOfBegin(bericht.Zaaknummer, verantwoording => Beslis(verantwoording, bericht), ct);

    public static Beslissing Beslis(Verantwoording? verantwoording, BetalingUitgevoerdBericht bericht) =>
        IsNieuw(verantwoording, bericht.Betaalopdracht, bericht.Op, bericht.Versie)
            ? new BetalingUitgevoerd(bericht.Betaalopdracht, bericht.Soort, bericht.Bedrag, bericht.Boekdatum, bericht.Op, bericht.Versie)
            : Beslissing.Geen;

    /// <summary>Whether it was said after what was heard of that order: what was said later may be heard first.</summary>
    internal static bool IsNieuw(Verantwoording? verantwoording, string betaalopdracht, Instant op, long? versie) =>
        verantwoording?.Betalingen.FirstOrDefault(b => b.Betaalopdracht == betaalopdracht) is not { } eerder
        || new Zegmoment(op, versie).Na(new(eerder.Op, eerder.Versie));
}

/// <summary>What came back from the bank was not received.</summary>
public sealed class BijBetalingTeruggekomen(Stroom<Verantwoording> verantwoordingen) : IVerwerker<BetalingTeruggekomenBericht>
{
    public Task Verwerk(BetalingTeruggekomenBericht bericht, CancellationToken ct) =>
        verantwoordingen.SchrijfOfBegin(bericht.Zaaknummer, verantwoording => Beslis(verantwoording, bericht), ct);

    public static Beslissing Beslis(Verantwoording? verantwoording, BetalingTeruggekomenBericht bericht) =>
        BijBetalingUitgevoerd.IsNieuw(verantwoording, bericht.Betaalopdracht, bericht.Op, bericht.Versie)
            ? new BetalingTeruggekomen(bericht.Betaalopdracht, bericht.Soort, bericht.Boekdatum, bericht.Op, bericht.Versie)
            : Beslissing.Geen;
}
