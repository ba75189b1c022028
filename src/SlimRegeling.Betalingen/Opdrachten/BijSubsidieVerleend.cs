using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Opdrachten;

public sealed class BijSubsidieVerleend(Opdragen opdragen, Werkeenheid<BetalingenContext> eenheid, Moment moment)
    : IVerwerker<SubsidieVerleendBericht>
{
    public Task Verwerk(SubsidieVerleendBericht bericht, CancellationToken ct)
    {
        Projectperiodes.Bewaar(eenheid.Sessie, bericht);
        return opdragen.Voer(
            bericht.Zaaknummer,
            new VerplichtingAangegaan(bericht.Tijdvak, bericht.KvkNummer, bericht.Besluit, bericht.Bedrag, bericht.Voorschot, moment.Nu),
            ct
        );
    }
}
