using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Opdrachten;

public sealed class BijVoorschotToegekend(Opdragen opdragen, Moment moment) : IVerwerker<VoorschotToegekendBericht>
{
    public Task Verwerk(VoorschotToegekendBericht bericht, CancellationToken ct) =>
        opdragen.Voer(
            bericht.Zaaknummer,
            new VoorschotVernomen(
                bericht.KvkNummer,
                bericht.Besluit,
                bericht.Bedrag,
                bericht.Ondertekenaars,
                moment.Nu,
                bericht.NaVoortgang
            ),
            ct
        );
}
