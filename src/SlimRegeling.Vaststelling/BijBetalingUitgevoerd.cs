using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling;

/// <summary>Notes what the bank has paid, once for each payment order.</summary>
public sealed class BijBetalingUitgevoerd(Stroom<Verantwoording> verantwoordingen) : IVerwerker<BetalingUitgevoerdBericht>
{
    public Task Verwerk(BetalingUitgevoerdBericht bericht, CancellationToken ct) =>
        verantwoordingen.SchrijfOfBegin(bericht.Zaaknummer, verantwoording => Beslis(verantwoording, bericht), ct);

    public static Beslissing Beslis(Verantwoording? verantwoording, BetalingUitgevoerdBericht bericht) =>
        verantwoording?.Betalingen.Any(b => b.Betaalopdracht == bericht.Betaalopdracht) == true
            ? Beslissing.Geen
            : new BetalingUitgevoerd(bericht.Betaalopdracht, bericht.Soort, bericht.Bedrag, bericht.Boekdatum);
}
