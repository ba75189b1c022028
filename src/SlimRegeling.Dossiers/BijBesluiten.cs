using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;

namespace SlimRegeling.Dossiers;

public sealed class BijSubsidieVerleend(Verzenden verzenden) : IVerwerker<SubsidieVerleendBericht>
{
    // What is awarded or refused on objection stands in the letter on that objection, and what mends a mistake in that on the mistake.
    public Task Verwerk(SubsidieVerleendBericht bericht, CancellationToken ct) =>
        bericht.Bezwaar is null ? verzenden.Vraag(new() { Verlening = bericht }, ct) : Task.CompletedTask;
}

public sealed class BijAanvraagAfgewezen(Verzenden verzenden) : IVerwerker<AanvraagAfgewezenBericht>
{
    public Task Verwerk(AanvraagAfgewezenBericht bericht, CancellationToken ct) =>
        bericht.Bezwaar is null ? verzenden.Vraag(new() { Afwijzing = bericht }, ct) : Task.CompletedTask;
}

public sealed class BijHerstelbesluitGenomen(Verzenden verzenden) : IVerwerker<HerstelbesluitGenomenBericht>
{
    public Task Verwerk(HerstelbesluitGenomenBericht bericht, CancellationToken ct) => verzenden.Vraag(new() { Herstel = bericht }, ct);
}

public sealed class BijAanvullingGevraagd(Verzenden verzenden) : IVerwerker<AanvullingGevraagdBericht>
{
    public Task Verwerk(AanvullingGevraagdBericht bericht, CancellationToken ct) => verzenden.Vraag(new() { Aanvulling = bericht }, ct);
}

public sealed class BijBuitenBehandelingGesteld(Verzenden verzenden) : IVerwerker<BuitenBehandelingGesteldBericht>
{
    public Task Verwerk(BuitenBehandelingGesteldBericht bericht, CancellationToken ct) =>
        verzenden.Vraag(new() { BuitenBehandeling = bericht }, ct);
}

public sealed class BijBewijsGevraagd(Verzenden verzenden) : IVerwerker<BewijsGevraagdBericht>
{
    public Task Verwerk(BewijsGevraagdBericht bericht, CancellationToken ct) => verzenden.Vraag(new() { Bewijsverzoek = bericht }, ct);
}

public sealed class BijSubsidieVastgesteld(Verzenden verzenden) : IVerwerker<SubsidieVastgesteldBericht>
{
    public Task Verwerk(SubsidieVastgesteldBericht bericht, CancellationToken ct) => verzenden.Vraag(new() { Vaststelling = bericht }, ct);
}
