using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>From now on the application can be assessed again for this objection.</summary>
public sealed class BijBezwaarIngediend(Stroom<Aanvraag> aanvragen) : IVerwerker<BezwaarIngediendBericht>
{
    public Task Verwerk(BezwaarIngediendBericht bericht, CancellationToken ct) =>
        aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);

    public static Beslissing Beslis(Aanvraag? aanvraag, BezwaarIngediendBericht bericht) =>
        aanvraag?.Bezwaren.Any(b => b.Bezwaar == bericht.Bezwaar) == true
            ? Beslissing.Geen
            : new BezwaarVernomen(bericht.Bezwaar, bericht.Besluit, bericht.Soort, bericht.Ondertekenaars, bericht.Op);
}

/// <summary>It may be heard before the objection itself.</summary>
public sealed class BijBezwaarIngetrokken(Stroom<Aanvraag> aanvragen) : IVerwerker<BezwaarIngetrokkenBericht>
{
    public Task Verwerk(BezwaarIngetrokkenBericht bericht, CancellationToken ct) =>
        aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);

    public static Beslissing Beslis(Aanvraag? aanvraag, BezwaarIngetrokkenBericht bericht) =>
        aanvraag?.BezwarenIngetrokken.Contains(bericht.Bezwaar) == true
            ? Beslissing.Geen
            : new BezwaarintrekkingVernomen(bericht.Bezwaar, bericht.Op);
}

/// <summary>
/// There is a mistake in what was decided: from now on the application can be assessed again to mend that. The law keeps nobody out of it (10:3 Awb does
/// of an objection only).
/// </summary>
public sealed class BijHerstelVoorgesteld(Stroom<Aanvraag> aanvragen) : IVerwerker<HerstelVoorgesteldBericht>
{
    public Task Verwerk(HerstelVoorgesteldBericht bericht, CancellationToken ct) =>
        aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);

    public static Beslissing Beslis(Aanvraag? aanvraag, HerstelVoorgesteldBericht bericht) =>
        aanvraag?.Bezwaren.Any(b => b.Bezwaar == bericht.Herstel) == true
            ? Beslissing.Geen
            : new BezwaarVernomen(bericht.Herstel, bericht.Herstelt, BezwaarVernomen.Herstel, [], bericht.Op);
}

/// <summary>It may be heard before the proposal itself.</summary>
public sealed class BijHerstelTeruggezonden(Stroom<Aanvraag> aanvragen) : IVerwerker<HerstelTeruggezondenBericht>
{
    public Task Verwerk(HerstelTeruggezondenBericht bericht, CancellationToken ct) =>
        aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);

    public static Beslissing Beslis(Aanvraag? aanvraag, HerstelTeruggezondenBericht bericht) =>
        aanvraag?.BezwarenIngetrokken.Contains(bericht.Herstel) == true
            ? Beslissing.Geen
            : new BezwaarintrekkingVernomen(bericht.Herstel, bericht.Op, Herstel: true);
}

/// <summary>A decision on objection, or one that mends a mistake, made another award of it, or revoked what was withdrawn.</summary>
public sealed class BijVerleningGewijzigd(Stroom<Aanvraag> aanvragen, Werkeenheid<AanvragenContext> eenheid)
    : IVerwerker<VerleningGewijzigdBericht>
{
    public Task Verwerk(VerleningGewijzigdBericht bericht, CancellationToken ct)
    {
        if (bericht.Intrekking is { } intrekking)
        {
            Subsidies.Herroepen(eenheid.Sessie, bericht, intrekking);
        }
        else
        {
            Subsidies.Gewijzigd(eenheid.Sessie, bericht);
        }
        return aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);
    }

    public static Beslissing Beslis(Aanvraag? aanvraag, VerleningGewijzigdBericht bericht) =>
        aanvraag?.Besluiten.Any(b => b.Nummer == bericht.Besluit) == true
        || aanvraag?.Herroepingen.Any(h => h.Besluit == bericht.Besluit) == true
            ? Beslissing.Geen
        : bericht.Intrekking is { } intrekking ? new HerroepingVernomen(bericht.Besluit, intrekking, bericht.Blijft, bericht.Op)
        : new BesluitwijzigingVernomen(
            new Besluit(Besluitsoort.Verlening, bericht.Besluit, bericht.Besluitdatum, bericht.Bedrag),
            bericht.Op
        );
}
