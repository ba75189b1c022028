using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Betalingen.Verzuim;
using SlimRegeling.Betalingen.Vorderen;

namespace SlimRegeling.Betalingen;

/// <summary>Which messages follow from which event.</summary>
public static class Uitgaand
{
    private const string RekeningGewijzigd = "rekening-gewijzigd";

    public static IEnumerable<object> Berichten(string stroom, object gebeurtenis) =>
        gebeurtenis switch
        {
            RentevergoedingBesloten { Voorstel: { Bedrag: > 0 } v } e =>
            [
                new RentevergoedingBeslotenBericht(
                    v.Zaaknummer,
                    v.KvkNummer,
                    v.Betaalopdracht,
                    v.Besluit,
                    v.Hoofdsom,
                    v.Bedrag,
                    v.Uiterlijk,
                    v.Van,
                    v.Tot,
                    v.Tekst.Id,
                    v.Tekst.Hash,
                    e.Ondertekenaars,
                    e.Op
                ),
            ],
            // Interest is no subsidy: who counts what a case was paid hears nothing of it.
            _ when Renteopdracht.Is(stroom, gebeurtenis) => [],
            // What is paid back of a receipt is nothing of the subsidy: the case does not hear of it.
            _ when IsTerugbetaling(stroom, gebeurtenis) => [],
            BetalingOpgedragen { Opdracht: var o, Op: var op } =>
            [
                new BetalingOpgedragenBericht(o.Zaaknummer, stroom, o.Besluit, Soort(o.Soort), o.Bedrag, op),
            ],
            BetalingAangehouden e => [new BetalingAangehoudenBericht(e.Zaaknummer, stroom, e.Bedrag, RekeningGewijzigd, e.Op)],
            BetalingVrijgegeven e => [new BetalingVrijgegevenBericht(e.Zaaknummer, stroom, e.Bedrag, e.Op)],
            BetalingVerlaagd { Opdracht: var o } e =>
            [
                new BetalingVerlaagdBericht(o.Zaaknummer, stroom, e.Besluit, Soort(o.Soort), e.Bedrag, e.Was, e.Op),
            ],
            BetalingUitgevoerd { Opdracht: var o } e =>
            [
                new BetalingUitgevoerdBericht(o.Zaaknummer, stroom, Soort(o.Soort), o.Bedrag, e.Boekdatum, e.Op),
            ],
            BetalingAfgewezen { Opdracht: var o } e => [new BetalingAfgewezenBericht(o.Zaaknummer, stroom, o.Bedrag, e.Op)],
            BetalingTeruggekomen { Opdracht: var o } e =>
            [
                new BetalingTeruggekomenBericht(o.Zaaknummer, stroom, Soort(o.Soort), o.Bedrag, e.Boekdatum, e.Op),
            ],
            BetalingVerrekend { Opdracht: var o, Geheel: true } e =>
            [
                new BetalingUitgevoerdBericht(o.Zaaknummer, stroom, Soort(o.Soort), o.Bedrag, e.Dag, e.Op),
            ],
            BetalingVerrekend { Opdracht: var o } e =>
            [
                new BetalingVerlaagdBericht(o.Zaaknummer, stroom, e.Besluit, Soort(o.Soort), o.Bedrag - e.Bedrag, o.Bedrag, e.Op),
            ],
            BeslagleggerBetaald { Opdracht: var o, Geheel: true } e =>
            [
                new BetalingUitgevoerdBericht(o.Zaaknummer, stroom, Soort(o.Soort), o.Bedrag, e.Boekdatum, e.Op),
            ],
            BeslagleggerBetaald { Opdracht: var o } e =>
            [
                new BetalingVerlaagdBericht(o.Zaaknummer, stroom, o.Besluit, Soort(o.Soort), o.Bedrag - e.Bedrag, o.Bedrag, e.Op),
            ],
            _ => Vorderingsberichten.Van(stroom, gebeurtenis),
        };

    private static bool IsTerugbetaling(string stroom, object gebeurtenis) =>
        (gebeurtenis is BetalingAangehouden or BetalingVrijgegeven)
            ? BankregelAfhandelen.IsTerugbetaling(stroom)
            : gebeurtenis
                is BetalingOpgedragen { Opdracht.Soort: Betaalsoort.Terugbetaling }
                    or BetalingVerlaagd { Opdracht.Soort: Betaalsoort.Terugbetaling }
                    or BetalingUitgevoerd { Opdracht.Soort: Betaalsoort.Terugbetaling }
                    or BetalingAfgewezen { Opdracht.Soort: Betaalsoort.Terugbetaling }
                    or BetalingTeruggekomen { Opdracht.Soort: Betaalsoort.Terugbetaling }
                    or BetalingVerrekend { Opdracht.Soort: Betaalsoort.Terugbetaling }
                    or BeslagleggerBetaald { Opdracht.Soort: Betaalsoort.Terugbetaling };

    private static string Soort(Betaalsoort soort) =>
        soort switch
        {
            Betaalsoort.Voorschot => "voorschot",
            Betaalsoort.Nabetaling => "nabetaling",
            _ => "vaststelling",
        };
}
