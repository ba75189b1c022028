using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

public sealed class BijSteunGeregistreerd(Bijhouden bij) : IVerwerker<SteunGeregistreerdBericht>
{
    public Task Verwerk(SteunGeregistreerdBericht b, CancellationToken ct) =>
        bij.Zaak(b.Zaaknummer, new(Stapcode.SteunGeregistreerd, b.Op) { Bedrag = b.Bedrag });
}
