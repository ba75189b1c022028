using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

public sealed class BijSteunGeregistreerd(Bijhouden bij) : IVerwerker<SteunGeregistreerdBericht>
{
    public Task Verwerk(SteunGeregistreerdBericht b, CancellationToken ct) =>
        bij.Zaak(b.Zaaknummer, new(Stapcode.SteunGeregistreerd, b.Op) { Bedrag = b.Bedrag });
}

/// <summary>It may have another name; that stays with Relaties until it is asked.</summary>
public sealed class BijOndernemingGewijzigd(Bijhouden bij) : IVerwerker<OndernemingGewijzigdBericht>
{
    public Task Verwerk(OndernemingGewijzigdBericht b, CancellationToken ct) => bij.ZoekOpnieuwVan(b.KvkNummer);
}
