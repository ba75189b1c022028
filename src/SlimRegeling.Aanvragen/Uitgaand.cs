using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen;

/// <summary>What other contexts hear of the events here.</summary>
public static class Uitgaand
{
    public static IEnumerable<object> Berichten(string stroom, object gebeurtenis) =>
        gebeurtenis switch
        {
            AanvraagIngediend e =>
            [
                new AanvraagIngediendBericht(
                    stroom,
                    e.Tijdvak,
                    e.KvkNummer,
                    e.Regelversie,
                    e.Gevraagd,
                    e.Op,
                    e.Aanvragertype,
                    e.Partijen,
                    e.Verbonden,
                    e.Ontbreekt,
                    e.VerbondenPerPartij,
                    e.Binnengekomen
                ),
            ],
            AanvullingGevraagd { Tijdvak: { } tijdvak, KvkNummer: { } kvkNummer } e =>
            [
                new AanvullingGevraagdBericht(stroom, tijdvak, kvkNummer, e.Ontbreekt, e.Uiterlijk, e.Op, e.Toelichting?.Hash),
            ],
            HersteltermijnGestart e => [new HersteltermijnGestartBericht(stroom, e.Tijdvak, e.VerzondenOp, e.Uiterlijk, e.Op)],
            AanvullingHerinnerd e => [new AanvullingstermijnNadertBericht(stroom, e.KvkNummer, e.Dag, e.Op)],
            AanvraagAangevuld e =>
            [
                new AanvraagAangevuldBericht(stroom, e.Tijdvak, e.Gevraagd, e.Op, e.Binnengekomen, e.VerbondenPerPartij),
            ],
            AanvraagVolledig e => [new AanvraagVolledigBericht(stroom, e.Tijdvak, e.Aangevuld, e.VolledigOntvangenOp, e.Op)],
            BuitenBehandelingGesteld e =>
            [
                new AanvraagVervallenBericht(stroom, e.Tijdvak, "buiten-behandeling", e.Op),
                new BuitenBehandelingGesteldBericht(
                    stroom,
                    e.Tijdvak,
                    e.KvkNummer,
                    e.Regelversie,
                    e.Besluit,
                    e.Besluitdatum,
                    e.Grond,
                    e.Ondertekenaars,
                    e.Op,
                    e.Ontbreekt,
                    e.AanvullenUiterlijk,
                    e.AangevuldOp is { } aangevuld ? Moment.Dag(aangevuld) : null,
                    e.Eerdere,
                    e.Brief
                ),
            ],
            AanvraagIngetrokken e =>
            [
                new AanvraagVervallenBericht(stroom, e.Tijdvak, e.BijBesluit == true ? "ingetrokken-bij-besluit" : "ingetrokken", e.Op),
            ],
            OntvangenTot e => [new OntvangenTotBericht(stroom, e.Tot, e.Aantal, e.Op)],
            AanvraagToegewezen e => [new AanvraagToegewezenBericht(stroom, e.Beoordelaar, e.Op)],
            AanvraagTeruggegeven e => [new AanvraagToegewezenBericht(stroom, null, e.Op)],
            IngebrekestellingOntvangen e => [new IngebrekestellingBericht(stroom, e.OntvangenOp, true, e.Op)],
            IngebrekestellingVervallen e => [new IngebrekestellingBericht(stroom, e.OntvangenOp, false, e.Op)],
            VertragingMedegedeeld e =>
            [
                new VertragingMedegedeeldBericht(stroom, e.KvkNummer, e.Regelversie, e.BeslissenUiterlijk, e.VerwachtOp, e.Op),
            ],
            AanvraagBeoordeeld e => [Beoordeeld(stroom, e)],
            AanvraagHerbeoordeeld e => [Beoordeeld(stroom, e.Beoordeling) with { Bezwaar = e.Bezwaar, Herstel = e.Herstel }],
            BelangGemeld e => [new BelangGewijzigdBericht(stroom, e.Medewerker, Geldt: true, e.Op)],
            BelangOpgeheven e => [new BelangGewijzigdBericht(stroom, e.Medewerker, Geldt: false, e.Op)],
            WijzigingGemeld e => [new WijzigingGemeldBericht(stroom, e.KvkNummer, e.Op, e.Soort, e.Activiteiten)],
            MeldingenGezien e => [new WijzigingGemeldBericht(stroom, e.KvkNummer, e.Op, Gezien: true)],
            _ => [],
        };

    private static AanvraagBeoordeeldBericht Beoordeeld(string zaaknummer, AanvraagBeoordeeld e) =>
        new(
            zaaknummer,
            e.Tijdvak,
            e.KvkNummer,
            e.Aanvragertype,
            e.Regelversie,
            e.Regelhash,
            e.Voorstel == Voorstel.Verlenen ? "verlenen" : "afwijzen",
            e.Gronden,
            e.Activiteiten,
            e.SubsidiabeleKosten,
            e.Subsidie,
            e.Voorschot,
            e.Beoordelaar,
            e.TijdvakSluit,
            e.Op,
            e.Aandelen,
            e.Ontvangen,
            e.Partijen,
            e.OpgeschortVan,
            e.OpgeschortTot,
            e.Gedeeltelijk,
            Posten: e.Posten
        );
}
