using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Opdrachten;

public sealed class BijSubsidieVastgesteld(Opdragen opdragen, Moment moment) : IVerwerker<SubsidieVastgesteldBericht>
{
    public Task Verwerk(SubsidieVastgesteldBericht bericht, CancellationToken ct) =>
        opdragen.Voer(
            bericht.Zaaknummer,
            new VaststellingVernomen(
                bericht.KvkNummer,
                bericht.Besluit,
                bericht.Verleend,
                bericht.Vastgesteld,
                bericht.Voorschotten,
                bericht.NogTeBetalen,
                bericht.Ondertekenaars,
                moment.Nu,
                bericht.Vervangt,
                bericht.NaVoortgang,
                bericht.Intrekking
            ),
            ct
        );
}
