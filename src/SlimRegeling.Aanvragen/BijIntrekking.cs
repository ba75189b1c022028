using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>What was withdrawn counts no longer for later applications; it may be heard before the award.</summary>
public sealed class BijVerleningIngetrokken(Stroom<Aanvraag> aanvragen, Werkeenheid<AanvragenContext> eenheid)
    : IVerwerker<VerleningIngetrokkenBericht>
{
    public Task Verwerk(VerleningIngetrokkenBericht bericht, CancellationToken ct)
    {
        Subsidies.Ingetrokken(eenheid.Sessie, bericht);
        return aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);
    }

    public static Beslissing Beslis(Aanvraag? aanvraag, VerleningIngetrokkenBericht bericht) =>
        aanvraag?.Intrekkingen.Any(i => i.Besluit == bericht.Besluit) == true
            ? Beslissing.Geen
            : new IntrekkingVernomen(bericht.Besluit, bericht.Bedrag, bericht.Op);
}
