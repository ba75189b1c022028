using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Herstellen;
using SlimRegeling.Verlening.Intrekkingen;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening;

/// <summary>What this context says about each of its events; the stream is the case, or an objection in it.</summary>
public static class Uitgaand
{
    public static IEnumerable<object> Berichten(string stroom, object gebeurtenis) =>
        Bezwaarberichten.Van(stroom, gebeurtenis)
        ?? Herstelberichten.Van(stroom, gebeurtenis)
        ?? Wijzigingsberichten.Van(stroom, gebeurtenis)
        ?? Intrekkingsberichten.Van(stroom, gebeurtenis)
        ?? Verlening(stroom, gebeurtenis);

    private static IEnumerable<object> Verlening(string zaaknummer, object gebeurtenis) =>
        gebeurtenis switch
        {
            Verleend e =>
            [
                new SubsidieVerleendBericht(
                    zaaknummer,
                    e.Tijdvak,
                    e.KvkNummer,
                    e.Regelversie,
                    e.Besluit,
                    e.Besluitdatum,
                    e.SubsidiabeleKosten,
                    e.Bedrag,
                    e.Voorschot,
                    e.PeriodeVan,
                    e.PeriodeTot,
                    e.Verantwoording,
                    e.Activiteiten,
                    e.Ondertekenaars,
                    e.Op,
                    e.Aandelen,
                    e.Aanvragertype,
                    e.Partijen,
                    e.Gedeeltelijk,
                    e.Bezwaar,
                    e.Brief,
                    e.Posten
                ),
            ],
            VerleningGewijzigd { Wordt: var w } e =>
            [
                new VerleningGewijzigdBericht(
                    zaaknummer,
                    w.Tijdvak,
                    w.KvkNummer,
                    w.Regelversie,
                    e.Bezwaar,
                    e.Besluit,
                    w.Besluit,
                    e.Besluitdatum,
                    w.SubsidiabeleKosten,
                    w.Bedrag,
                    e.Was,
                    w.Voorschot,
                    w.Activiteiten,
                    e.Ondertekenaars,
                    e.Op,
                    w.Aandelen,
                    w.Partijen,
                    w.Verantwoording,
                    e.PartijenWas,
                    w.PeriodeTot,
                    Herstelnummer.Is(e.Bezwaar) ? true : null,
                    e.Intrekking,
                    e.Blijft,
                    w.Besluitdatum,
                    e.Vaststelling,
                    w.Posten
                ),
            ],
            Afgewezen e =>
            [
                new AanvraagAfgewezenBericht(
                    zaaknummer,
                    e.Tijdvak,
                    e.KvkNummer,
                    e.Regelversie,
                    e.Besluit,
                    e.Besluitdatum,
                    e.Gronden,
                    e.Ondertekenaars,
                    e.Op,
                    e.Volgorde,
                    e.Bezwaar,
                    e.Brief
                ),
            ],
            VoorschotToegekend e =>
            [
                new VoorschotToegekendBericht(
                    zaaknummer,
                    e.KvkNummer,
                    e.Besluit,
                    e.Bedrag,
                    e.Ondertekenaars,
                    e.Op,
                    e.NaVoortgang,
                    e.Totaal,
                    e.NaVoortgang == true ? e.Regelversie : null
                ),
            ],
            BezwaartermijnGestart e => [new BezwaartermijnGestartBericht(zaaknummer, e.Besluit, e.Van, e.TotEnMet, e.Op)],
            Teruggezonden e => [new VoorstelTeruggezondenBericht(zaaknummer, e.Tijdvak, e.Voorstelhash, e.Op, e.BeoordeeldOp)],
            BudgetTeruggegeven e => [new BudgetTeruggegevenBericht(zaaknummer, e.Tijdvak, e.Bedrag, e.Op)],
            IngetrokkenDoorAanvrager e => [new AanvraagIngetrokkenBericht(zaaknummer, e.Tijdvak, e.KvkNummer, e.Op)],
            _ => [],
        };
}
