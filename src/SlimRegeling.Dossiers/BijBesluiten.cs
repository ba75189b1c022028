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

public sealed class BijWijzigingBesloten(Verzenden verzenden) : IVerwerker<WijzigingBeslotenBericht>
{
    public Task Verwerk(WijzigingBeslotenBericht bericht, CancellationToken ct) => verzenden.Vraag(new() { Wijziging = bericht }, ct);
}

public sealed class BijVoorschotToegekend(Verzenden verzenden) : IVerwerker<VoorschotToegekendBericht>
{
    // That of the award stands in the letter of the award, and what is more after an objection in the letter on that.
    public Task Verwerk(VoorschotToegekendBericht bericht, CancellationToken ct) =>
        bericht.NaVoortgang == true ? verzenden.Vraag(new() { Voorschot = bericht }, ct) : Task.CompletedTask;
}

public sealed class BijLaatsteDagNadert(Verzenden verzenden) : IVerwerker<LaatsteDagNadertBericht>
{
    public Task Verwerk(LaatsteDagNadertBericht bericht, CancellationToken ct) => verzenden.Vraag(new() { Herinnering = bericht }, ct);
}

public sealed class BijVertragingMedegedeeld(Verzenden verzenden) : IVerwerker<VertragingMedegedeeldBericht>
{
    public Task Verwerk(VertragingMedegedeeldBericht bericht, CancellationToken ct) => verzenden.Vraag(new() { Vertraging = bericht }, ct);
}

public sealed class BijVaststellingVertraagd(Verzenden verzenden) : IVerwerker<VaststellingVertraagdBericht>
{
    public Task Verwerk(VaststellingVertraagdBericht bericht, CancellationToken ct) =>
        verzenden.Vraag(new() { Vaststellingsvertraging = bericht }, ct);
}

public sealed class BijWijzigingVertraagd(Verzenden verzenden) : IVerwerker<WijzigingVertraagdBericht>
{
    public Task Verwerk(WijzigingVertraagdBericht bericht, CancellationToken ct) =>
        verzenden.Vraag(new() { Wijzigingsvertraging = bericht }, ct);
}

/// <summary>A reminder like the others, of another context.</summary>
public sealed class BijZienswijzetermijnNadert(Verzenden verzenden) : IVerwerker<ZienswijzetermijnNadertBericht>
{
    public Task Verwerk(ZienswijzetermijnNadertBericht bericht, CancellationToken ct) => verzenden.Vraag(Opdracht(bericht), ct);

    internal static Briefopdracht Opdracht(ZienswijzetermijnNadertBericht bericht) =>
        new() { Herinnering = new(bericht.Zaaknummer, bericht.KvkNummer, "zienswijze", bericht.Dag, bericht.Op) };
}

/// <summary>A reminder like the others, about an application.</summary>
public sealed class BijAanvullingstermijnNadert(Verzenden verzenden) : IVerwerker<AanvullingstermijnNadertBericht>
{
    public Task Verwerk(AanvullingstermijnNadertBericht bericht, CancellationToken ct) => verzenden.Vraag(Opdracht(bericht), ct);

    internal static Briefopdracht Opdracht(AanvullingstermijnNadertBericht bericht) =>
        new() { Herinnering = new(bericht.Zaaknummer, bericht.KvkNummer, "aanvulling", bericht.Dag, bericht.Op) };
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

public sealed class BijDeclaratieaanvullingGevraagd(Verzenden verzenden) : IVerwerker<DeclaratieaanvullingGevraagdBericht>
{
    public Task Verwerk(DeclaratieaanvullingGevraagdBericht bericht, CancellationToken ct) =>
        verzenden.Vraag(new() { Declaratieaanvulling = bericht }, ct);
}

public sealed class BijSubsidieVastgesteld(Verzenden verzenden) : IVerwerker<SubsidieVastgesteldBericht>
{
    public Task Verwerk(SubsidieVastgesteldBericht bericht, CancellationToken ct) => verzenden.Vraag(new() { Vaststelling = bericht }, ct);
}
