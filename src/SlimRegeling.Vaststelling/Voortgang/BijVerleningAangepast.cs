using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling.Voortgang;

/// <summary>The award was restated at the recipient's request: what is accounted for is that from now on, each version once.</summary>
public sealed class BijVerleningAangepast(Stroom<Verantwoording> verantwoordingen) : IVerwerker<VerleningAangepastBericht>
{
    public Task Verwerk(VerleningAangepastBericht bericht, CancellationToken ct) =>
        verantwoordingen.SchrijfOfBegin(bericht.Zaaknummer, verantwoording => Beslis(verantwoording, bericht), ct);

    public static Beslissing Beslis(Verantwoording? verantwoording, VerleningAangepastBericht bericht) =>
        verantwoording?.Aanpassingen.Any(a => a.Besluit == bericht.Besluit) == true
            ? Beslissing.Geen
            : new OpeningAangepast(
                bericht.Besluit,
                bericht.Versienummer,
                bericht.PeriodeTot,
                bericht.Op,
                bericht.Partijen,
                bericht.Aandelen,
                bericht.Posten
            );
}

/// <summary>
/// A second advance is paid before the settlement, which reckons with it. That of the award itself is heard with the award. What is heard after a settlement
/// crossed it: that pays what it would, so that there is nothing left to reckon with.
/// </summary>
public sealed class BijVoorschotToegekend(Stroom<Verantwoording> verantwoordingen) : IVerwerker<VoorschotToegekendBericht>
{
    public Task Verwerk(VoorschotToegekendBericht bericht, CancellationToken ct) =>
        bericht.NaVoortgang == true
            ? verantwoordingen.SchrijfOfBegin(bericht.Zaaknummer, verantwoording => Beslis(verantwoording, bericht), ct)
            : Task.CompletedTask;

    public static Beslissing Beslis(Verantwoording? verantwoording, VoorschotToegekendBericht bericht) =>
        verantwoording is { TweedeVoorschot: not null } or { Vaststelling: not null }
            ? Beslissing.Geen
            : new TweedeVoorschotOntvangen(bericht.Besluit, bericht.Bedrag, bericht.Op);
}

/// <summary>From here on it is certain which second advance a settlement reckons with.</summary>
public sealed class BijTweedeVoorschotGesloten(Stroom<Verantwoording> verantwoordingen) : IVerwerker<TweedeVoorschotGeslotenBericht>
{
    public Task Verwerk(TweedeVoorschotGeslotenBericht bericht, CancellationToken ct) =>
        verantwoordingen.SchrijfOfBegin(bericht.Zaaknummer, verantwoording => Beslis(verantwoording, bericht), ct);

    public static Beslissing Beslis(Verantwoording? verantwoording, TweedeVoorschotGeslotenBericht bericht) =>
        verantwoording?.VoorschotGesloten is not null ? Beslissing.Geen : new TweedeVoorschotGesloten(bericht.Op, bericht.Besluit);
}
