using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Vaststelling.Declaraties;
using SlimRegeling.Vaststelling.Voortgang;

namespace SlimRegeling.Vaststelling;

/// <summary>What this context says about each of its events; the stream is the case.</summary>
public static class Uitgaand
{
    public static IEnumerable<object> Berichten(string zaaknummer, object gebeurtenis) =>
        gebeurtenis switch
        {
            InSteekproef e => [new BewijsGevraagdBericht(zaaknummer, e.KvkNummer, e.Uiterlijk, e.Op)],
            BewijsOntvangen e => [new BewijsOntvangenBericht(zaaknummer, e.Stukken.SelectMany(s => s.Documenten).Distinct().Count(), e.Op)],
            DeclaratieIngediend e => [new DeclaratieIngediendBericht(zaaknummer, e.Regels, e.Gevraagd, e.Op)],
            DeclaratieaanvullingGevraagd e =>
            [
                new DeclaratieaanvullingGevraagdBericht(zaaknummer, e.KvkNummer, e.Vraag.Hash, e.Uiterlijk, e.Op),
            ],
            VerzoektermijnGesteld e => [new LaatsteDagNadertBericht(zaaknummer, e.KvkNummer, Laatstedag.LaatsteTermijn, e.Uiterlijk, e.Op)],
            Vastgesteld e =>
            [
                new SubsidieVastgesteldBericht(
                    zaaknummer,
                    e.Tijdvak,
                    e.KvkNummer,
                    e.Regelversie,
                    e.Besluit,
                    e.Besluitdatum,
                    e.Verleend,
                    e.Bedrag,
                    e.Voorschotten,
                    e.NogTeBetalen,
                    e.Ondertekenaars,
                    e.Op,
                    e.Vervangt,
                    e.Bezwaarbesluit,
                    e.EerderVastgesteld,
                    Herstel: e.Herstel,
                    NaVoortgang: e.NaVoortgang,
                    Intrekking: e.Intrekking,
                    Steun: e.Steun,
                    VerleendOp: e.VerleendOp
                ),
            ],
            IngebrekestellingOntvangen e => [new VaststellingIngebrekestellingBericht(zaaknummer, e.OntvangenOp, true, e.Op)],
            IngebrekestellingVervallen e => [new VaststellingIngebrekestellingBericht(zaaknummer, e.OntvangenOp, false, e.Op)],
            VertragingMedegedeeld e =>
            [
                new VaststellingVertraagdBericht(zaaknummer, e.KvkNummer, e.Regelversie, e.BeslissenUiterlijk, e.VerwachtOp, e.Op),
            ],
            Heropend e => [new VaststellingHeropendBericht(zaaknummer, e.Vervangt, e.Besluit, e.Op, e.Herstel)],
            VoortgangGemeld e => [new VoortgangGemeldBericht(zaaknummer, e.KvkNummer, e.Uiterlijk, e.Op)],
            VoortgangTeruggezonden e =>
            [
                new VoortgangTeruggezondenBericht(zaaknummer, e.KvkNummer, e.Uiterlijk, e.Op),
                new LaatsteDagNadertBericht(zaaknummer, e.KvkNummer, Laatstedag.VoortgangsverslagTerug, e.Uiterlijk, e.Op),
            ],
            Herinnerd e => [new LaatsteDagNadertBericht(zaaknummer, e.KvkNummer, e.Soort, e.Dag, e.Op)],
            _ => [],
        };
}
