using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Betalingen.Boekhouding.Grootboekrekeningen;

namespace SlimRegeling.Betalingen.Tests;

// After each event, also within a transaction: what it books is what it changed in its own stream. An order and what it rests on are two events, and so are a
// claim and the obligation of which it follows: what is booked by the one is not booked by the other.
internal sealed partial class Geldleven
{
    private readonly Dictionary<string, Betaalopdracht> _ordersTotHier = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Vordering> _vorderingenTotHier = new(StringComparer.Ordinal);

    private void KloptMetStroom(string stroom, Gebeurtenis gebeurtenis, Boeking? boeking)
    {
        // So what was signed is what was paid, ordered, claimed and written off by the ledger after every event.
        Gelijk(0, Geboekt(boeking, Budget) + Geboekt(boeking, Verplichtingen), Verplichtingen);
        if (_betaalopdrachten.Lees(stroom) is not null)
        {
            var voor = _ordersTotHier.GetValueOrDefault(stroom) ?? new Betaalopdracht { Id = stroom };
            var na = voor.Na(gebeurtenis);
            _ordersTotHier[stroom] = na;
            KloptMetOrder(voor, na, gebeurtenis, boeking);
        }
        else if (_vorderingen.Lees(stroom) is not null)
        {
            var voor = _vorderingenTotHier.GetValueOrDefault(stroom) ?? new Vordering { Id = stroom };
            var na = voor.Na(gebeurtenis);
            _vorderingenTotHier[stroom] = na;
            KloptMetVordering(voor, na, gebeurtenis, boeking);
        }
    }

    private static void KloptMetOrder(Betaalopdracht voor, Betaalopdracht na, Gebeurtenis gebeurtenis, Boeking? boeking)
    {
        var elders =
            gebeurtenis
            is BetalingVerlaagd
                or BetalingOpgedragen { Opdracht.Soort: Betaalsoort.Vaststelling or Betaalsoort.Nabetaling or Betaalsoort.Terugbetaling };
        var open = voor.Opdracht is null ? 0 : Openstaand(voor);
        Gelijk(voor.Ontvangen - na.Ontvangen, Geboekt(boeking, Bank), Bank);
        Gelijk(elders ? 0 : open - Openstaand(na), Geboekt(boeking, TeBetalen), TeBetalen);
    }

    private static void KloptMetVordering(Vordering voor, Vordering na, Gebeurtenis gebeurtenis, Boeking? boeking)
    {
        var elders = gebeurtenis is VorderingOntstaan or VorderingBijgesteld;
        Gelijk(na.Ontvangen.Totaal - voor.Ontvangen.Totaal, Geboekt(boeking, Bank), Bank);
        Gelijk(elders ? 0 : na.Open.Totaal - voor.Open.Totaal, Geboekt(boeking, TeVorderen), TeVorderen);
        Gelijk(na.Afgeboekt.Hoofdsom - voor.Afgeboekt.Hoofdsom, Geboekt(boeking, Oninbaar), Oninbaar);
        Gelijk(Bijkomend(voor) - Bijkomend(na), Geboekt(boeking, Rente), Rente);
    }

    /// <summary>What was charged beside the sum and is owed still or was paid, in euro.</summary>
    private static decimal Bijkomend(Vordering vordering) =>
        vordering.Kosten + vordering.Renten.Sum(r => r.Bedrag) - vordering.Afgeboekt.Kosten - vordering.Afgeboekt.Rente;

    /// <summary>Debit less credit.</summary>
    private static decimal Geboekt(Boeking? boeking, string rekening) =>
        boeking?.Regels.Where(r => r.Rekening == rekening).Sum(r => r.Debet - r.Credit) ?? 0;
}
