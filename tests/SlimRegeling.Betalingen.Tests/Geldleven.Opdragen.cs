using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

// What others sign and say, what is ordered by it, and what holds that: written together as Opdragen, Vorderingen and the accounts do.
internal sealed partial class Geldleven
{
    /// <summary>One thing that was said of one of the cases, of which the order is not known.</summary>
    private void Hoor(int keuze)
    {
        var zaak = _zaken[keuze % 2];
        if (zaak.Komt.Count > 0)
        {
            var bericht = zaak.Komt[keuze / 2 % zaak.Komt.Count];
            Zet(() => Draag(zaak, bericht), bericht: true);
        }
    }

    /// <summary>A case hears that one of its orders came back or was refused.</summary>
    private void HoorTerug(int keuze)
    {
        if (_boodschappen.Count > 0)
        {
            var boodschap = _boodschappen[keuze % _boodschappen.Count];
            Zet(() => Draag(boodschap.Zaak, boodschap.Bericht), bericht: true);
            _boodschappen.Remove(boodschap);
        }
    }

    private void HoorAlles()
    {
        foreach (var zaak in _zaken)
        {
            while (zaak.Komt.Count > 0)
            {
                Zet(() => Draag(zaak, zaak.Komt[0]));
            }
        }
        while (_boodschappen.Count > 0)
        {
            HoorTerug(0);
        }
    }

    /// <param name="herzien">Whether it is the second, in the place of the first.</param>
    private void HoorVaststelling(Levenszaak zaak, bool herzien)
    {
        var bericht = zaak.Komt.OfType<VaststellingVernomen>().First(v => herzien == (v.Vervangt is not null));
        Zet(() => Draag(zaak, bericht));
    }

    /// <summary>The job of the night: of a proposal to withdraw the thirteen weeks are over.</summary>
    private void Hervat()
    {
        foreach (var zaak in _zaken)
        {
            if (_verplichtingen.Lees(zaak.Nummer)?.VerlopenOpschortingen(Vandaag) is [var intrekking, ..])
            {
                Zet(() => Draag(zaak, new OpschortingAfgelopen(intrekking, _nu)));
            }
        }
    }

    private bool Draag(Levenszaak zaak, Gebeurtenis vernomen)
    {
        _hoort = (zaak, vernomen);
        var gevolg = Opdrachtgevolg.Van(zaak.Nummer, _verplichtingen.Lees(zaak.Nummer), vernomen, _nu);
        if (gevolg.Beslissing.Weigering is { } weigering)
        {
            Assert.Fail($"{vernomen} was refused: {weigering.Uitleg}");
        }
        if (gevolg.IsTeVerrekenen)
        {
            var orders = gevolg.Voor.Opdrachten(zaak.Nummer).Select(o => _betaalopdrachten.Stand(o.Id));
            gevolg = gevolg.Verreken([.. orders.Where(o => o.Open).Select(o => o.Opdracht)]);
        }
        _verplichtingen.Schrijf(zaak.Nummer, gevolg.Beslissing.Gebeurtenissen);
        Volg(zaak.Nummer, gevolg.Voor.Gevorderd, gevolg.Stand);
        Maak(gevolg.Nieuw, gevolg.Begin);
        foreach (var id in gevolg.Bestaand)
        {
            _betaalopdrachten.Schrijf(id, gevolg.Bij(_betaalopdrachten.Stand(id)).Gebeurtenissen);
        }
        return true;
    }

    /// <summary>Of interest that we owe, or of what was received too much: it waits for no objection and no suspension.</summary>
    private void Maak(Opdracht opdracht) => Maak([opdracht], (bestaand, o, rekening) => Opdragen.Beslis(bestaand, o, rekening, _nu));

    private void Maak(IReadOnlyList<Opdracht> nieuw, Func<Betaalopdracht?, Opdracht, Rekening?, Beslissing> begin)
    {
        if (nieuw.Count == 0)
        {
            return;
        }
        var rekening = _rekeningen.Lees(Kvk);
        _rekeningen.Schrijf(Kvk, new BetaalopdrachtenGekoppeld([.. nieuw.Select(o => o.Id)], _nu));
        foreach (var opdracht in nieuw)
        {
            _betaalopdrachten.Schrijf(opdracht.Id, begin(_betaalopdrachten.Lees(opdracht.Id), opdracht, rekening).Gebeurtenissen);
        }
    }

    private void Volg(string zaaknummer, decimal was, Verplichting stand)
    {
        var bestaand = _vorderingen.Alle.Where(v => v.Zaaknummer == zaaknummer).ToList();
        if (stand.Verlening is not { } verlening || (was == 0 && stand.Gevorderd == 0) || bestaand.Sum(v => v.Hoofdsom) == stand.Gevorderd)
        {
            return;
        }
        var besluit = stand.Aanleiding ?? verlening.Besluit;
        foreach (var ((vordering, hoofdsom), i) in Vordering.Verdeel(bestaand, stand.Gevorderd).Select((v, i) => (v, i)))
        {
            if (vordering is null)
            {
                _vorderingen.Schrijf(
                    Vordering.Nummer(zaaknummer, i + 1),
                    new VorderingOntstaan(zaaknummer, verlening.Tijdvak, Kvk, besluit, hoofdsom, _nu)
                );
            }
            else if (vordering.Hoofdsom != hoofdsom)
            {
                _vorderingen.Schrijf(vordering.Id, vordering.StelBij(hoofdsom, besluit, _nu).Gebeurtenissen);
            }
        }
    }

    /// <summary>The enterprise has another account; of one in four nothing of the name can be written for a bank.</summary>
    private void WijzigRekening(int keuze)
    {
        var volgnummer = (_rekeningen.Lees(Kvk)?.Versies.Count ?? 0) + 1;
        Zet(
            () =>
            {
                var bestaand = _rekeningen.Lees(Kvk);
                var beslissing = BijRekeningGewijzigd.Beslis(bestaand, volgnummer, () => Inhoud, "olga", _nu, keuze % 4 == 0);
                _rekeningen.Schrijf(Kvk, beslissing.Gebeurtenissen);
                var rekening = _rekeningen.Stand(Kvk);
                foreach (var id in rekening.Betaalopdrachten)
                {
                    var order = _betaalopdrachten.Stand(id);
                    var gehouden = BijRekeningGewijzigd.HoudAan(order, rekening.Huidig!, rekening.TeControleren is not null, _nu);
                    _betaalopdrachten.Schrijf(id, gehouden.Gebeurtenissen);
                }
                return true;
            },
            bericht: true
        );
    }

    /// <summary>A second person looks at the account; one in four is not agreed with.</summary>
    private void ControleerRekening(int keuze) =>
        Zet(() =>
        {
            if (_rekeningen.Stand(Kvk) is not { TeControleren: { } volgnummer } rekening)
            {
                return false;
            }
            var orders = rekening.Betaalopdrachten.Select(_betaalopdrachten.Stand).ToList();
            var akkoorden = orders.Where(o => o.Open).SelectMany(o => o.Akkoorden).ToHashSet(StringComparer.Ordinal);
            if (!Schrijf(_rekeningen, Kvk, Controleren.Beslis(rekening, volgnummer, keuze % 4 > 0, "cor", akkoorden, Inhoud, _nu)))
            {
                return false;
            }
            return _rekeningen.Stand(Kvk).TeControleren is not null
                || orders.TrueForAll(o => Schrijf(_betaalopdrachten, o.Id, Controleren.GeefVrij(o, "cor", _nu)));
        });

    private void LegBeslag() =>
        Zet(() =>
        {
            var rekening = _rekeningen.Stand(Kvk);
            var nummer = $"{Kvk}-BS{rekening.Beslagen.Count + 1}";
            _rekeningen.Schrijf(Kvk, new BeslagGelegd(nummer, Inhoud, "fien", _nu));
            return rekening.Betaalopdrachten.All(id =>
                Schrijf(_betaalopdrachten, id, _betaalopdrachten.Stand(id).HoudAan(nummer, Aanhoudgrond.Beslag, _nu))
            );
        });

    private void HefBeslagOp() =>
        Zet(() =>
        {
            var rekening = _rekeningen.Stand(Kvk);
            if (rekening.LopendeBeslagen is not [var nummer, ..])
            {
                return false;
            }
            Assert.NotNull(BeslagLeggen.Beslis(rekening, nummer, "fien", Inhoud, _nu).Weigering);
            return Schrijf(_rekeningen, Kvk, BeslagLeggen.Beslis(rekening, nummer, "cor", Inhoud, _nu))
                && rekening.Betaalopdrachten.All(id =>
                    Schrijf(_betaalopdrachten, id, _betaalopdrachten.Stand(id).HefOp(nummer, Aanhoudgrond.Beslag, "cor", Inhoud, _nu))
                );
        });

    /// <summary>Somebody looks at the objections for which payments wait.</summary>
    private void GeefVrij()
    {
        foreach (var order in _betaalopdrachten.Alle.Where(o => o.Open).ToList())
        {
            foreach (var bezwaar in order.Aanhoudingen.Where(a => a.Grond == Aanhoudgrond.Bezwaar))
            {
                Zet(() =>
                    Schrijf(
                        _betaalopdrachten,
                        order.Id,
                        VrijGeven.Beslis(_betaalopdrachten.Stand(order.Id), bezwaar.Nummer, "cor", () => Inhoud, _nu)
                    )
                );
            }
        }
    }

    private void LaatAllesGaan()
    {
        while (_rekeningen.Stand(Kvk).LopendeBeslagen.Count > 0)
        {
            HefBeslagOp();
        }
        GeefVrij();
        if (_rekeningen.Stand(Kvk).Huidig is { Onschrijfbaar: true } or { Akkoord: false })
        {
            WijzigRekening(1);
        }
        ControleerRekening(1);
        foreach (var ronde in _rondes.Alle.Where(r => r.Status == Rondestatus.Voorgesteld).ToList())
        {
            TrekRondeIn(ronde.Id);
        }
    }
}
