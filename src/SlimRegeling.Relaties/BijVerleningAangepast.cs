using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties;

/// <summary>
/// A change of the parties divides the aid of an award anew. Who takes over a part has aid by it from the day of that decision; who leaves, or gets less, has
/// that much less.
/// </summary>
public sealed class BijVerleningAangepast(Stroom<Steunzaak> zaken, Stroom<Onderneming> ondernemingen, Regelbron<RelatiesContext> regelbron)
    : IVerwerker<VerleningAangepastBericht>
{
    public Task Verwerk(VerleningAangepastBericht bericht, CancellationToken ct) =>
        Steunboeking.Hoor(zaken, ondernemingen, regelbron, bericht.Zaaknummer, Vernomen(bericht), ct);

    public static VerleningVernomen Vernomen(VerleningAangepastBericht bericht) =>
        new(
            bericht.Besluit,
            Steunbesluit.Wijziging,
            bericht.KvkNummer,
            bericht.Bedrag,
            VerleningVernomen.Delen(bericht.Partijen, bericht.KvkNummer, bericht.Bedrag),
            bericht.VerleendOp,
            bericht.Besluitdatum,
            bericht.Regelversie,
            bericht.Op,
            bericht.Versie,
            VerleningVernomen.Delen(bericht.PartijenWas, bericht.KvkNummer, bericht.Bedrag)
        );
}
