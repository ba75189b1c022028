using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>A decision on objection made the award a higher one, or revoked what was withdrawn of it.</summary>
public sealed class BijVerleningGewijzigd(Opdragen opdragen, Moment moment) : IVerwerker<VerleningGewijzigdBericht>
{
    public Task Verwerk(VerleningGewijzigdBericht bericht, CancellationToken ct) =>
        opdragen.Voer(bericht.Zaaknummer, bericht.Intrekking is { } intrekking ? Herroepen(bericht, intrekking) : Gewijzigd(bericht), ct);

    private VerplichtingGewijzigd Gewijzigd(VerleningGewijzigdBericht bericht) =>
        new(bericht.Tijdvak, bericht.KvkNummer, bericht.Besluit, bericht.Bedrag, bericht.Was, bericht.Voorschot, moment.Nu);

    private HerroepingVernomen Herroepen(VerleningGewijzigdBericht bericht, string intrekking) =>
        new(
            bericht.Tijdvak,
            bericht.KvkNummer,
            bericht.Besluit,
            intrekking,
            bericht.Blijft,
            bericht.Bedrag,
            bericht.Voorschot,
            bericht.Ondertekenaars,
            moment.Nu
        );
}

/// <summary>An objection suspends no payment (6:16 Awb); who approves one sees that it is there.</summary>
public sealed class BijBezwaarIngediend(Opdragen opdragen, Moment moment) : IVerwerker<BezwaarIngediendBericht>
{
    public Task Verwerk(BezwaarIngediendBericht bericht, CancellationToken ct) =>
        opdragen.Voer(bericht.Zaaknummer, new BezwaarVernomen(bericht.Bezwaar, bericht.Besluit, moment.Nu), ct);
}

public sealed class BijBezwaarBeslist(Opdragen opdragen, Moment moment) : IVerwerker<BezwaarBeslistBericht>
{
    public Task Verwerk(BezwaarBeslistBericht bericht, CancellationToken ct) =>
        opdragen.Voer(bericht.Zaaknummer, new BezwaarAfgelopen(bericht.Bezwaar, moment.Nu), ct);
}

public sealed class BijBezwaarIngetrokken(Opdragen opdragen, Moment moment) : IVerwerker<BezwaarIngetrokkenBericht>
{
    public Task Verwerk(BezwaarIngetrokkenBericht bericht, CancellationToken ct) =>
        opdragen.Voer(bericht.Zaaknummer, new BezwaarAfgelopen(bericht.Bezwaar, moment.Nu), ct);
}
