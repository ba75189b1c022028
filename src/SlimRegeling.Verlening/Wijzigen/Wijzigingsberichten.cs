using SlimRegeling.Berichten.Verlening;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>What is said of changes that the recipient asks, and of the second advance that ends with their request for the settlement.</summary>
internal static class Wijzigingsberichten
{
    /// <returns>Null for an event that is of nothing of the kind.</returns>
    public static IEnumerable<object>? Van(string zaaknummer, object gebeurtenis) =>
        gebeurtenis switch
        {
            WijzigingGevraagd e =>
            [
                new WijzigingGevraagdBericht(zaaknummer, e.Wijziging, e.KvkNummer, e.Vraag.Soort, e.BeslissenUiterlijk, e.Op),
            ],
            WijzigingIngetrokken e => [new WijzigingIngetrokkenBericht(zaaknummer, e.Wijziging, e.Op)],
            WijzigingIngebreke e => [new WijzigingIngebrekestellingBericht(zaaknummer, e.Wijziging, e.OntvangenOp, true, e.Op)],
            WijzigingIngebrekeVervallen e => [new WijzigingIngebrekestellingBericht(zaaknummer, e.Wijziging, e.OntvangenOp, false, e.Op)],
            WijzigingVertraagd e =>
            [
                new WijzigingVertraagdBericht(
                    zaaknummer,
                    e.Wijziging,
                    e.KvkNummer,
                    e.Regelversie,
                    e.BeslissenUiterlijk,
                    e.VerwachtOp,
                    e.Op
                ),
            ],
            // The letter is that of the decision on the objection.
            WijzigingBesloten { Bezwaar: not null, Wordt: { } wordt } e => [Aangepast(zaaknummer, e, wordt)],
            WijzigingBesloten { Wordt: { } wordt } e => [Besloten(zaaknummer, e, wordt), Aangepast(zaaknummer, e, wordt)],
            WijzigingBesloten e => [Besloten(zaaknummer, e, null)],
            DeclaratieVernomen e => [new TweedeVoorschotGeslotenBericht(zaaknummer, e.Op, e.Voorschot)],
            _ => null,
        };

    private static WijzigingBeslotenBericht Besloten(string zaaknummer, WijzigingBesloten e, Verleend? wordt) =>
        new(
            zaaknummer,
            e.Wijziging,
            e.KvkNummer,
            e.Regelversie,
            e.Besluit,
            e.Verleningsbesluit,
            e.Besluitdatum,
            e.GevraagdOp,
            e.Vraag.Soort,
            e.Uitkomst,
            e.Argument.Id,
            e.Argument.Hash,
            e.Ondertekenaars,
            e.Op,
            e.Grond,
            e.Versienummer,
            wordt?.Bedrag,
            wordt?.PeriodeTot,
            e.PeriodeTotWas,
            wordt?.Partijen,
            e.PartijenWas,
            wordt?.Aandelen,
            e.AandelenWas,
            wordt?.Verantwoording,
            Verleningsstanden.Van(wordt, e.Versienummer)
        );

    private static VerleningAangepastBericht Aangepast(string zaaknummer, WijzigingBesloten e, Verleend wordt) =>
        new(
            zaaknummer,
            wordt.Tijdvak,
            wordt.KvkNummer,
            e.Regelversie,
            e.Besluit,
            wordt.Besluit,
            e.Besluitdatum,
            wordt.Besluitdatum,
            e.Vraag.Soort,
            e.Versienummer!.Value,
            wordt.Bedrag,
            wordt.Voorschot,
            wordt.Verantwoording,
            wordt.PeriodeVan,
            wordt.PeriodeTot,
            e.PeriodeTotWas!.Value,
            wordt.Activiteiten,
            e.Ondertekenaars,
            e.Op,
            wordt.Partijen,
            e.PartijenWas,
            wordt.Aandelen,
            e.AandelenWas,
            Posten: wordt.Posten
        );
}
