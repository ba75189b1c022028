using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Verzuim;
using SlimRegeling.Platform.Tijd;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

// What we owe for paying late: one proposes it, two others sign, and it is ordered beside the subsidy.
internal sealed partial class Geldleven
{
    /// <summary>On which every decision of a life was told.</summary>
    private static readonly LocalDate Bekendgemaakt = Moment.Dag(Voorbeelden.Moment);

    /// <summary>What waits is paid after the last day to pay, and the interest is set of one order that was.</summary>
    private void VergoedRente(int keuze)
    {
        _nu += Duration.FromDays(90);
        Betaal(1);
        var laat = _betaalopdrachten
            .Alle.Where(o =>
                Termijn(o.Id) is { Betaald: not null, Betaalopdracht.Opdracht.Soort: not Betaalsoort.Rente } termijn
                && termijn.TeLaat(Vandaag) > 0
                && _rentevergoedingen.Lees(Renteopdracht.Nummer(o.Id))?.Besloten is null
            )
            .ToList();
        if (laat.Count == 0)
        {
            return;
        }
        var order = laat[keuze % laat.Count].Id;
        var id = Renteopdracht.Nummer(order);
        TekenRente(order, keuze);
        if (_rentevergoedingen.Lees(id) is { Voorgesteld.Hash: var hash })
        {
            var terug = new RentevergoedingOndertekenen.Terugzending(hash, "Het kan zo niet meer.");
            Zet(() =>
                Schrijf(
                    _rentevergoedingen,
                    id,
                    RentevergoedingOndertekenen.Beslis(_rentevergoedingen.Stand(id), terug, () => Inhoud, "cor", _nu)
                )
            );
        }
        var verzoek = new RentevergoedingVoorstellen.Verzoek("Wij betaalden te laat.");
        Zet(() =>
            Schrijf(
                _rentevergoedingen,
                id,
                RentevergoedingVoorstellen.Beslis(_rentevergoedingen.Lees(id), Termijn(order), verzoek, () => Inhoud, "fien", Versie, _nu)
            )
        );
        Assert.False(Zet(() => TekenRente(order, "fien")));
        if (keuze % 4 > 0)
        {
            TekenRente(order, keuze);
        }
    }

    private Betaaltermijn Termijn(string order) => Betaaltermijn.Van(_betaalopdrachten.Stand(order), Bekendgemaakt, Versie);

    private void TekenRente(string order, int keuze)
    {
        foreach (var wie in keuze % 2 == 0 ? (string[])["fred", "cor"] : ["cor", "fred"])
        {
            Zet(() => TekenRente(order, wie));
        }
    }

    private bool TekenRente(string order, string wie)
    {
        var id = Renteopdracht.Nummer(order);
        if (_rentevergoedingen.Lees(id) is not { } stand)
        {
            return false;
        }
        var hash = stand.Voorgesteld?.Hash ?? "";
        var beslissing = RentevergoedingOndertekenen.Beslis(stand, _betaalopdrachten.Stand(order), hash, wie, Niemand, _nu);
        foreach (var besloten in beslissing.Gebeurtenissen.OfType<RentevergoedingBesloten>().Where(b => b.Voorstel.Bedrag > 0))
        {
            Maak(Renteopdracht.Van(besloten));
        }
        return Schrijf(_rentevergoedingen, id, beslissing);
    }
}
