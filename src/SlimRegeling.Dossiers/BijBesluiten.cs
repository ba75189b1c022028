using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;

namespace SlimRegeling.Dossiers;

public sealed class BijSubsidieVerleend(Verzenden verzenden) : IVerwerker<SubsidieVerleendBericht>
{
    public Task Verwerk(SubsidieVerleendBericht bericht, CancellationToken ct) => verzenden.Vraag(new() { Verlening = bericht }, ct);
}

public sealed class BijAanvraagAfgewezen(Verzenden verzenden) : IVerwerker<AanvraagAfgewezenBericht>
{
    public Task Verwerk(AanvraagAfgewezenBericht bericht, CancellationToken ct) => verzenden.Vraag(new() { Afwijzing = bericht }, ct);
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
