using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Opdrachten;

public sealed class BijSubsidieVerleend(Opdragen opdragen, Moment moment) : IVerwerker<SubsidieVerleendBericht>
{
    public Task Verwerk(SubsidieVerleendBericht bericht, CancellationToken ct) =>
        opdragen.Voer(
            bericht.Zaaknummer,
            new VerplichtingAangegaan(bericht.Tijdvak, bericht.KvkNummer, bericht.Besluit, bericht.Bedrag, bericht.Voorschot, moment.Nu),
            ct
        );
}
