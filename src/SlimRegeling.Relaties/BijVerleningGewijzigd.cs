using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties;

/// <summary>
/// What a decision on objection, or one that mends a mistake, adds to an award is aid of the day of that decision. What was withdrawn and is given back
/// counts from the day on which it was granted.
/// </summary>
public sealed class BijVerleningGewijzigd(Stroom<Steunzaak> zaken, Stroom<Onderneming> ondernemingen, Regelbron<RelatiesContext> regelbron)
    : IVerwerker<VerleningGewijzigdBericht>
{
    public Task Verwerk(VerleningGewijzigdBericht bericht, CancellationToken ct) =>
        Steunboeking.Hoor(zaken, ondernemingen, regelbron, bericht.Zaaknummer, Vernomen(bericht), ct);

    public static VerleningVernomen Vernomen(VerleningGewijzigdBericht bericht) =>
        new(
            bericht.Besluit,
            bericht.Intrekking is null ? Steunbesluit.Wijziging : Steunbesluit.Herroeping,
            bericht.KvkNummer,
            bericht.Bedrag,
            VerleningVernomen.Delen(bericht.Partijen, bericht.KvkNummer, bericht.Bedrag),
            bericht.VerleendOp ?? bericht.Besluitdatum,
            bericht.Besluitdatum,
            bericht.Regelversie,
            bericht.Op,
            bericht.Versie,
            Was(bericht),
            bericht.Intrekking,
            bericht.Intrekking is not null && bericht.Blijft is null
        );

    // The day of the award and the parts before it are not told in what was said before they were.
    private static IReadOnlyDictionary<string, decimal>? Was(VerleningGewijzigdBericht bericht) =>
        bericht.VerleendOp is null || (bericht.Partijen is { Count: > 0 } && bericht.PartijenWas is null)
            ? null
            : VerleningVernomen.Delen(bericht.PartijenWas, bericht.KvkNummer, bericht.Was);
}
