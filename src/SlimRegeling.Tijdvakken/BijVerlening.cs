using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Tijdvakken;

public sealed class BijSubsidieVerleend(Reserveringen reserveringen, Moment moment) : IVerwerker<SubsidieVerleendBericht>
{
    public Task Verwerk(SubsidieVerleendBericht bericht, CancellationToken ct) =>
        reserveringen.Schrijf(bericht.Zaaknummer, r => r.LegVast(bericht.Bedrag, bericht.Besluit, moment.Nu), ct);
}

public sealed class BijAanvraagAfgewezen(Reserveringen reserveringen, Moment moment) : IVerwerker<AanvraagAfgewezenBericht>
{
    public Task Verwerk(AanvraagAfgewezenBericht bericht, CancellationToken ct) =>
        reserveringen.Schrijf(bericht.Zaaknummer, r => r.GeefVrij("afgewezen", moment.Nu), ct);
}
