using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>What is said of withdrawing.</summary>
internal static class Intrekkingsberichten
{
    /// <returns>Null for an event that is of nothing of the kind.</returns>
    public static IEnumerable<object>? Van(string zaaknummer, object gebeurtenis) =>
        gebeurtenis switch
        {
            IntrekkingVoorgesteld { OpschortenTot: { } opschortenTot } e =>
            [
                new IntrekkingVoorgenomenBericht(
                    zaaknummer,
                    e.KvkNummer,
                    e.Regelversie,
                    e.Intrekking,
                    e.Betreft,
                    e.Soort,
                    e.Grond,
                    e.Bedrag,
                    e.VastgesteldWas ?? e.Was,
                    e.Toelichting.Id,
                    e.Toelichting.Hash,
                    opschortenTot,
                    e.Op,
                    e.Partijen,
                    e.NietGehoord
                ),
            ],
            ZienswijzeHerinnerd e => [new ZienswijzetermijnNadertBericht(zaaknummer, e.KvkNummer, e.Intrekking, e.Dag, e.Op)],
            IntrekkingTeruggezonden e => [new IntrekkingVervallenBericht(zaaknummer, e.KvkNummer, e.Intrekking, e.Op, e.NietGehoord)],
            IntrekkingBesloten e => [Besloten(zaaknummer, e)],
            _ => null,
        };

    private static VerleningIngetrokkenBericht Besloten(string zaaknummer, IntrekkingBesloten e) =>
        new(
            zaaknummer,
            e.Wordt.Tijdvak,
            e.Wordt.KvkNummer,
            e.Regelversie,
            e.Besluit,
            e.Betreft,
            e.Soort,
            e.Besluitdatum,
            e.Grond,
            e.Wordt.Bedrag,
            e.Was,
            e.Wordt.Voorschot,
            e.Betaald,
            e.Terugvordering,
            e.Wordt.Besluitdatum,
            e.Motivering.Id,
            e.Motivering.Hash,
            e.Ondertekenaars,
            e.Op,
            e.VastgesteldWas,
            e.Vanaf,
            e.NietGehoord,
            e.Wordt.Partijen,
            e.PartijenWas,
            e.Wordt.PeriodeTot,
            e.Wordt.Verantwoording,
            Verleningsstanden.Van(e.Wordt, e.Versienummer)
        );
}
