using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>Notes what the bank has paid, once for each payment order: a withdrawal says what is claimed back.</summary>
public sealed class BijBetalingUitgevoerd(Stroom<Verlening> verleningen) : IVerwerker<BetalingUitgevoerdBericht>
{
    public Task Verwerk(BetalingUitgevoerdBericht bericht, CancellationToken ct) =>
        verleningen.SchrijfOfBegin(bericht.Zaaknummer, verlening => Beslis(verlening, bericht), ct);

    public static Beslissing Beslis(Verlening? verlening, BetalingUitgevoerdBericht bericht) =>
        verlening?.Betalingen.Any(b => b.Betaalopdracht == bericht.Betaalopdracht) == true
            ? Beslissing.Geen
            : new BetalingVernomen(bericht.Betaalopdracht, bericht.Bedrag, bericht.Op);
}
