using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Betalingen.Verzuim;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

// At the moment of payment: nobody has, or is on their way to, more than is signed. In money to the recipient, by set-off and to who laid an attachment.
internal sealed partial class Geldleven
{
    /// <summary>What is signed of each order: by what ordered it, less what lowered it since; of what is paid back, what was received. In euro.</summary>
    private readonly Dictionary<string, decimal> _getekend = new(StringComparer.Ordinal);

    private void Noteer(string stroom, Gebeurtenis gebeurtenis)
    {
        switch (gebeurtenis)
        {
            case BetalingOpgedragen e when IsSubsidie(e.Opdracht):
                _getekend[stroom] = e.Opdracht.Bedrag;
                break;
            case BetalingVerlaagd e:
                _getekend[stroom] -= e.Was - e.Bedrag;
                break;
            case RentevergoedingBesloten e:
                _getekend[Renteopdracht.Van(e).Id] = e.Voorstel.Bedrag;
                break;
            case RenteTeruggegeven e:
                _getekend[e.Betaalopdracht] = e.Bedrag;
                break;
            case TerugbetalingOpgedragen e:
                _getekend[e.Opdracht.Id] = _bankregels.Stand(stroom).Bedrag;
                break;
        }
    }

    /// <summary>Of each order that something happened to, of any kind; what nobody signed is nothing.</summary>
    private void KloptPerOrder()
    {
        foreach (var order in _transactie.Select(t => t.Stroom).Distinct().Select(_betaalopdrachten.Lees).OfType<Betaalopdracht>())
        {
            var gegeven = order.Ontvangen + (order.Status == Betaalstatus.InBestand ? order.Opdracht.Bedrag : 0);
            if (gegeven > _getekend.GetValueOrDefault(order.Id))
            {
                Assert.Fail($"{order} has {gegeven}, above {_getekend.GetValueOrDefault(order.Id)}, which is signed of it.");
            }
        }
    }

    /// <summary>
    /// Of a case of which a payment leaves, in a file or by set-off. What goes to who laid an attachment leaves outside of us, at a moment that we do not choose:
    /// it is within its order.
    /// </summary>
    private void KloptBijVertrek(Levenszaak zaak, Geldstand geld, decimal getekend)
    {
        var vertrekt = _transactie.Exists(t =>
            t.Gebeurtenis is BetalingInBestand or BetalingVerrekend
            && _betaalopdrachten.Stand(t.Stroom).Opdracht is var opdracht
            && opdracht.Zaaknummer == zaak.Nummer
            && IsSubsidie(opdracht)
        );
        if (vertrekt && geld.Betaald - geld.Terug + geld.Onderweg > getekend)
        {
            Assert.Fail($"{zaak.Nummer}: {geld} is paid above {getekend}, which is signed.");
        }
    }
}
