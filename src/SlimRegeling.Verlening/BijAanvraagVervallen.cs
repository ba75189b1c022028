using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening;

/// <summary>
/// Nothing is left to decide. After a decision it is a contradiction: from the assessment on, withdrawing is asked of this context. But an
/// application that waited for budget may be withdrawn while it is refused for want of it; the refusal stands.
/// </summary>
public sealed class BijAanvraagVervallen(Stroom<Verlening> verleningen) : IVerwerker<AanvraagVervallenBericht>
{
    public Task Verwerk(AanvraagVervallenBericht bericht, CancellationToken ct) =>
        verleningen.SchrijfOfBegin(bericht.Zaaknummer, verlening => Beslis(verlening, bericht), ct);

    public static Beslissing Beslis(Verlening? verlening, AanvraagVervallenBericht bericht) =>
        verlening switch
        {
            { Vervallen: not null } or { Ontoereikend: not null } => Beslissing.Geen,
            { Besloten: true } => Weigering.Van("al-besloten", "Over deze aanvraag is al besloten; zij kan niet meer vervallen."),
            _ => new Vervallen(bericht.Grond, bericht.Op),
        };
}
