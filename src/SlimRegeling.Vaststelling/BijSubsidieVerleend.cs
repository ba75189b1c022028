using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling;

/// <summary>Opens the accounting for an award.</summary>
public sealed class BijSubsidieVerleend(Stroom<Verantwoording> verantwoordingen) : IVerwerker<SubsidieVerleendBericht>
{
    public Task Verwerk(SubsidieVerleendBericht bericht, CancellationToken ct) =>
        verantwoordingen.SchrijfOfBegin(bericht.Zaaknummer, verantwoording => Beslis(verantwoording, bericht), ct);

    public static Beslissing Beslis(Verantwoording? verantwoording, SubsidieVerleendBericht bericht) =>
        verantwoording?.Opening is { } opening
            ? opening.Besluit == bericht.Besluit
                ? Beslissing.Geen
                : Weigering.Van(
                    "al-opengesteld",
                    $"Voor deze zaak is al subsidie verleend bij besluit {opening.Besluit}; {bericht.Besluit} past daar niet bij."
                )
            : new Opengesteld(
                bericht.Tijdvak,
                bericht.KvkNummer,
                bericht.Regelversie,
                bericht.Besluit,
                bericht.Bedrag,
                bericht.Voorschot,
                bericht.PeriodeVan,
                bericht.PeriodeTot,
                bericht.Verantwoording,
                bericht.Activiteiten,
                bericht.Op,
                bericht.Aandelen,
                bericht.Aanvragertype,
                bericht.SubsidiabeleKosten,
                bericht.Partijen,
                bericht.Posten
            );
}
