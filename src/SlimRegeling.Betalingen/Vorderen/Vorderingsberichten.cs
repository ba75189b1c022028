using NodaTime;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>Which messages follow from what happens to a claim.</summary>
internal static class Vorderingsberichten
{
    public static IEnumerable<object> Van(string stroom, object gebeurtenis) =>
        gebeurtenis switch
        {
            TerugvorderingBesloten e =>
            [
                new TerugvorderingBeslotenBericht(
                    e.Zaaknummer,
                    e.KvkNummer,
                    e.Besluit,
                    e.Grondslag,
                    e.Bedrag,
                    e.Betaald,
                    e.EerderGevorderd,
                    e.Tekst.Id,
                    e.Tekst.Hash,
                    e.Ondertekenaars,
                    e.Op
                ),
            ],
            RegelingGetroffen e =>
            [
                Genomen(stroom, e.Zaaknummer, e.KvkNummer, e.Besluit, "betalingsregeling", e.Bedrag, e.Tekst, e.Ondertekenaars, e.Op) with
                {
                    Termijnen = [.. e.Termijnen.Select(t => new Vorderingstermijn(t.Uiterlijk, t.Bedrag))],
                },
            ],
            RegelingIngetrokken e =>
            [
                Genomen(stroom, e.Zaaknummer, e.KvkNummer, e.Besluit, "regeling-intrekken", e.Bedrag, e.Tekst, e.Ondertekenaars, e.Op),
            ],
            RenteVastgesteld e =>
            [
                Genomen(stroom, e.Zaaknummer, e.KvkNummer, e.Besluit, "rente", e.Bedrag, e.Tekst, e.Ondertekenaars, e.Op) with
                {
                    Totaal = e.Totaal,
                    Van = e.Van,
                    Tot = e.Tot,
                },
            ],
            VorderingMetBetalingVerrekend { Toegerekend.Totaal: var bedrag } e =>
            [
                Genomen(stroom, e.Zaaknummer, e.KvkNummer, e.Besluit, "verrekening", bedrag, e.Tekst, e.Ondertekenaars, e.Op) with
                {
                    Betaalopdracht = e.Betaalopdracht,
                },
            ],
            DwangbevelUitgevaardigd e =>
            [
                Genomen(stroom, e.Zaaknummer, e.KvkNummer, e.Besluit, "dwangbevel", e.Openstaand.Totaal, e.Tekst, e.Ondertekenaars, e.Op) with
                {
                    Hoofdsom = e.Openstaand.Hoofdsom,
                    Kosten = e.Openstaand.Kosten,
                    Rente = e.Openstaand.Rente,
                    Van = e.Verzuim,
                    Besluitdag = e.Besluitdag,
                },
            ],
            RenteTeruggegeven e =>
            [
                Genomen(stroom, e.Zaaknummer, e.KvkNummer, e.Besluit, "renteteruggave", e.Bedrag, e.Tekst, e.Ondertekenaars, e.Op) with
                {
                    Betaalopdracht = e.Betaalopdracht,
                },
            ],
            VorderingAfgeboekt e =>
            [
                Genomen(stroom, e.Zaaknummer, e.KvkNummer, e.Besluit, "afboeking", e.Afgeboekt.Totaal, e.Tekst, e.Ondertekenaars, e.Op),
            ],
            VorderingHerinnerd e =>
            [
                new VorderingHerinnerdBericht(e.Zaaknummer, e.KvkNummer, stroom, e.Openstaand, e.Uiterlijk, e.Tekst.Id, e.Tekst.Hash, e.Op),
            ],
            VorderingAangemaand e =>
            [
                new VorderingAangemaandBericht(
                    e.Zaaknummer,
                    e.KvkNummer,
                    stroom,
                    e.Openstaand,
                    e.Vergoeding,
                    e.Uiterlijk,
                    e.Tekst.Id,
                    e.Tekst.Hash,
                    e.Op
                ),
            ],
            VorderingVoldaan e => [new VorderingVoldaanBericht(e.Zaaknummer, e.KvkNummer, stroom, e.Betaald, e.Hoofdsom, e.Dag, e.Op)],
            _ => [],
        };

    private static VorderingsbesluitGenomenBericht Genomen(
        string vordering,
        string zaaknummer,
        string kvkNummer,
        string besluit,
        string soort,
        decimal bedrag,
        Verwijzing tekst,
        IReadOnlyList<string> ondertekenaars,
        Instant op
    ) => new(zaaknummer, kvkNummer, vordering, besluit, soort, bedrag, tekst.Id, tekst.Hash, ondertekenaars, op);
}
