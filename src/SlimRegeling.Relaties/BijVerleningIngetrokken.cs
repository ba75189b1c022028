using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties;

/// <summary>What the minister withdrew of an award, or of its settlement, is aid no longer.</summary>
public sealed class BijVerleningIngetrokken(
    Stroom<Steunzaak> zaken,
    Stroom<Onderneming> ondernemingen,
    Regelbron<RelatiesContext> regelbron
) : IVerwerker<VerleningIngetrokkenBericht>
{
    public Task Verwerk(VerleningIngetrokkenBericht bericht, CancellationToken ct) =>
        Steunboeking.Hoor(zaken, ondernemingen, regelbron, bericht.Zaaknummer, Vernomen(bericht), ct);

    public static VerleningVernomen Vernomen(VerleningIngetrokkenBericht bericht) =>
        new(
            bericht.Besluit,
            bericht.VastgesteldWas is null ? Steunbesluit.Intrekking : Steunbesluit.IntrekkingVaststelling,
            bericht.KvkNummer,
            bericht.Bedrag,
            VerleningVernomen.Delen(bericht.Partijen, bericht.KvkNummer, bericht.Bedrag),
            bericht.VerleendOp,
            bericht.Besluitdatum,
            bericht.Regelversie,
            bericht.Op,
            bericht.Versie,
            VerleningVernomen.Delen(bericht.PartijenWas, bericht.KvkNummer, bericht.Was)
        );
}
