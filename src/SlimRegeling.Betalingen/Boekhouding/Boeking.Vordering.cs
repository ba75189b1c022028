using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Tijd;
using static SlimRegeling.Betalingen.Boekhouding.Grootboekrekeningen;

namespace SlimRegeling.Betalingen.Boekhouding;

public static partial class Grootboekrekeningen
{
    /// <summary>What was charged beside a claim: interest, the reminder, the writ; and on the other side the interest that we owe.</summary>
    public const string Rente = "rente";

    /// <summary>Sums that were paid, are not due and are not collected any more.</summary>
    public const string Oninbaar = "oninbaar";
}

// That there is something to claim back is booked by the obligation; here is what happens to it. A set-off is booked as what it counts as: paid on the one side
// (the bank pays), repaid on the other (the bank receives), in two cases, together nothing of the bank.
public sealed partial record Boeking
{
    private static Boeking? VanVordering(object gebeurtenis) =>
        gebeurtenis switch
        {
            VorderingAangemaand e => Boek(e, (TeVorderen, e.Vergoeding), (Rente, -e.Vergoeding)),
            VorderingskostenVervallen e => Boek(e, (Rente, e.Bedrag), (TeVorderen, -e.Bedrag)),
            DwangbevelBetekend e => Boek(e, e.Dag, (TeVorderen, e.Kosten), (Rente, -e.Kosten)),
            RenteVastgesteld e => Boek(e, (TeVorderen, e.Bedrag), (Rente, -e.Bedrag)),
            VorderingBetaald { Toegerekend.Totaal: var bedrag } e => Boek(e, e.Dag, (Bank, bedrag), (TeVorderen, -bedrag)),
            VorderingMetBetalingVerrekend { Toegerekend.Totaal: var bedrag } e => Boek(e, e.Dag, (Bank, bedrag), (TeVorderen, -bedrag)),
            BetalingVerrekend { Opdracht: var o } e => Betaling(
                o with
                {
                    Besluit = e.Besluit,
                    Bedrag = e.Bedrag,
                },
                e.Dag,
                e.Op,
                TeBetalen,
                Bank
            ),
            VorderingAfgeboekt { Afgeboekt: var a } e => Boek(
                e,
                (Oninbaar, a.Hoofdsom),
                (Rente, a.Kosten + a.Rente),
                (TeVorderen, -a.Totaal)
            ),
            AfboekingTeruggenomen e => Boek(
                e,
                (TeVorderen, e.Bedrag + (e.Kosten ?? 0) + (e.Rente ?? 0)),
                (Oninbaar, -e.Bedrag),
                (Rente, -(e.Kosten ?? 0) - (e.Rente ?? 0))
            ),
            _ => null,
        };

    private static Boeking? Boek(IVorderingsboeking e, params IReadOnlyList<(string Rekening, decimal Bedrag)> zijden) =>
        Boek(e, Moment.Dag(e.Op), zijden);

    private static Boeking? Boek(IVorderingsboeking e, LocalDate dag, params IReadOnlyList<(string Rekening, decimal Bedrag)> zijden) =>
        zijden.All(z => z.Bedrag == 0)
            ? null
            : new(e.Zaaknummer, e.Tijdvak, e.Besluit, dag, e.Op, [.. Zonder0(zijden.Select(z => Zijde(z.Rekening, z.Bedrag)))]);
}
