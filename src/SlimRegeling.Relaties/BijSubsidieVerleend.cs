using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties;

/// <summary>An award is aid of the day on which it is granted, paid or not.</summary>
public sealed class BijSubsidieVerleend(Stroom<Steunzaak> zaken, Stroom<Onderneming> ondernemingen, Regelbron<RelatiesContext> regelbron)
    : IVerwerker<SubsidieVerleendBericht>
{
    public Task Verwerk(SubsidieVerleendBericht bericht, CancellationToken ct) =>
        Steunboeking.Hoor(zaken, ondernemingen, regelbron, bericht.Zaaknummer, Vernomen(bericht), ct);

    public static VerleningVernomen Vernomen(SubsidieVerleendBericht bericht) =>
        new(
            bericht.Besluit,
            Steunbesluit.Verlening,
            bericht.KvkNummer,
            bericht.Bedrag,
            VerleningVernomen.Delen(bericht.Partijen, bericht.KvkNummer, bericht.Bedrag),
            bericht.Besluitdatum,
            bericht.Besluitdatum,
            bericht.Regelversie,
            bericht.Op,
            bericht.Versie
        );
}
