using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>
/// A progress report of a partnership can release a second advance (2.18, second paragraph, under c). Another report takes the place of one on which nothing
/// was signed; what was proposed on that does not know of it.
/// </summary>
public sealed class BijVoortgangGemeld(Stroom<Verlening> verleningen) : IVerwerker<VoortgangGemeldBericht>
{
    public Task Verwerk(VoortgangGemeldBericht bericht, CancellationToken ct) =>
        verleningen.SchrijfOfBegin(bericht.Zaaknummer, verlening => Beslis(verlening, bericht), ct);

    public static Beslissing Beslis(Verlening? verlening, VoortgangGemeldBericht bericht) =>
        verlening switch
        {
            { Voortgang.Toegekend: not null } => Beslissing.Geen,
            { Voortgang.Ontvangen: { } eerder } when !new Zegmoment(bericht.Op, bericht.Versie).Na(new(eerder.Op, eerder.Versie)) =>
                Beslissing.Geen,
            { VerslagTerug: { } terug } when !new Zegmoment(bericht.Op, bericht.Versie).Na(new(terug.Op, terug.Versie)) => Beslissing.Geen,
            { Verleend: not null } => new VoortgangOntvangen(bericht.Uiterlijk, bericht.Op, bericht.Versie),
            _ => Weigering.Van("niet-verleend", "Er is een voortgangsverslag, maar hier is geen subsidie verleend."),
        };
}
