using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling;

/// <summary>While the minister means to withdraw, nothing is settled: it would be another decision that is withdrawn.</summary>
public sealed class BijIntrekkingVoorgenomen(Stroom<Verantwoording> verantwoordingen) : IVerwerker<IntrekkingVoorgenomenBericht>
{
    public Task Verwerk(IntrekkingVoorgenomenBericht bericht, CancellationToken ct) =>
        verantwoordingen.SchrijfOfBegin(bericht.Zaaknummer, verantwoording => Beslis(verantwoording, bericht), ct);

    public static Beslissing Beslis(Verantwoording? verantwoording, IntrekkingVoorgenomenBericht bericht) =>
        verantwoording?.Voornemens.Contains(bericht.Intrekking) == true
            ? Beslissing.Geen
            : new IntrekkingVoorgenomen(bericht.Intrekking, bericht.Op);
}

/// <summary>It may be heard before the proposal itself.</summary>
public sealed class BijIntrekkingVervallen(Stroom<Verantwoording> verantwoordingen) : IVerwerker<IntrekkingVervallenBericht>
{
    public Task Verwerk(IntrekkingVervallenBericht bericht, CancellationToken ct) =>
        verantwoordingen.SchrijfOfBegin(bericht.Zaaknummer, verantwoording => Beslis(verantwoording, bericht), ct);

    public static Beslissing Beslis(Verantwoording? verantwoording, IntrekkingVervallenBericht bericht) =>
        verantwoording?.AfgelopenVoornemens.Contains(bericht.Intrekking) == true
            ? Beslissing.Geen
            : new IntrekkingVervallen(bericht.Intrekking, bericht.Op);
}

/// <summary>
/// The award is less, or nothing is left of it; what was settled above that is replaced by what is left (4:49 Awb), also when it was signed before the
/// withdrawal of the award was heard.
/// </summary>
public sealed class BijVerleningIngetrokken(Stroom<Verantwoording> verantwoordingen) : IVerwerker<VerleningIngetrokkenBericht>
{
    public Task Verwerk(VerleningIngetrokkenBericht bericht, CancellationToken ct) =>
        verantwoordingen.SchrijfOfBegin(bericht.Zaaknummer, verantwoording => Beslis(verantwoording, bericht), ct);

    public static Beslissing Beslis(Verantwoording? verantwoording, VerleningIngetrokkenBericht bericht) =>
        verantwoording?.Intrekkingen.Any(i => i.Besluit == bericht.Besluit) == true
            ? Beslissing.Geen
            : new Ingetrokken(bericht.Besluit, bericht.Besluitdatum, bericht.Bedrag, bericht.Voorschot, bericht.Ondertekenaars, bericht.Op);
}
