using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Berichtenverkeer;

namespace SlimRegeling.Zaken;

/// <summary>What was told changes no status: it is work until someone read it, or until a decision is asked or taken that has to do with it.</summary>
public sealed class BijWijzigingGemeld(Bijhouden bij) : IVerwerker<WijzigingGemeldBericht>
{
    public Task Verwerk(WijzigingGemeldBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(b.Gezien == true ? Eigenstap.MeldingenGezien : Eigenstap.WijzigingGemeld, b.Op)
            {
                Versie = b.Versie,
                IsWerk = true,
                Uitleg = b.Gezien == true ? null : Woorden.Gemeld(b.Soort, b.Activiteiten),
            }
        );
}
