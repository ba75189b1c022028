using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

// What goes to the bank: rounds that one proposes and two others approve.
internal sealed partial class Geldleven
{
    private static readonly HashSet<string> Niemand = [];

    private int _ronden;

    /// <summary>A round is proposed and approved by two; three in four are carried out at once.</summary>
    private void Betaal(int keuze)
    {
        if (StelRondeVoor() is not { } ronde || !Accordeer(ronde, "frits") || !Accordeer(ronde, "anna"))
        {
            return;
        }
        foreach (var id in _rondes.Stand(ronde).Betaalopdrachten.Where((_, i) => (keuze + i) % 4 > 0))
        {
            Boekt(-_betaalopdrachten.Stand(id).Opdracht.Bedrag, id);
        }
    }

    /// <returns>Null when there is nothing to pay.</returns>
    private string? StelRondeVoor()
    {
        var ronde = $"R{++_ronden}";
        var voorgesteld = Zet(() =>
        {
            var omstandigheden = new Betaalbaarheid.Omstandigheden(Niemand, Opgeschort());
            var regels = new List<Ronderegel>();
            foreach (var order in _betaalopdrachten.Alle.Where(o => o.Open).ToList())
            {
                var kandidaat = AlsKandidaat(order);
                if (Betaalbaarheid.Bezwaar(kandidaat, omstandigheden) is not null)
                {
                    continue;
                }
                var volgnummer = kandidaat.Rekening!.Huidig!.Volgnummer;
                if (Schrijf(_betaalopdrachten, order.Id, RondeVoorstellen.NeemOp(order, ronde, volgnummer, _nu)))
                {
                    regels.Add(new(order.Id, order.Opdracht.Zaaknummer, order.Opdracht.Bedrag, volgnummer));
                }
            }
            var totaal = regels.Sum(r => r.Bedrag);
            var voorstel = new BetaalrondeVoorgesteld(Vandaag, regels, totaal, $"hash-{ronde}", Inhoud, "fien", _nu);
            return regels.Count > 0 && Schrijf(_rondes, ronde, RondeVoorstellen.Beslis(_rondes.Lees(ronde), voorstel));
        });
        return voorgesteld ? ronde : null;
    }

    private bool Accordeer(string id, string wie) =>
        Zet(() =>
        {
            var ronde = _rondes.Stand(id);
            IReadOnlyList<Kandidaat> kandidaten = [.. ronde.Betaalopdrachten.Select(o => AlsKandidaat(_betaalopdrachten.Stand(o)))];
            var stand = new RondeAccorderen.Stand(kandidaten, Opgeschort());
            foreach (var betrokken in kandidaten.SelectMany(k => k.Betaalopdracht.Opdracht.Ondertekenaars).Append("fien").Distinct())
            {
                Assert.NotNull(RondeAccorderen.Beslis(ronde, stand, ronde.Hash, betrokken, _nu).Weigering);
            }
            if (!Schrijf(_rondes, id, RondeAccorderen.Beslis(ronde, stand, ronde.Hash, wie, _nu)))
            {
                return false;
            }
            var na = _rondes.Stand(id);
            IReadOnlyList<string> akkoorden = [.. na.Akkoorden.Select(a => a.Door)];
            return na.Gemaakt is null
                || na.Regels.All(r =>
                    Schrijf(
                        _betaalopdrachten,
                        r.Betaalopdracht,
                        RondeAccorderen.Verzend(_betaalopdrachten.Stand(r.Betaalopdracht), id, r.Volgnummer, akkoorden, _nu)
                    )
                );
        });

    /// <summary>The first round that is not approved is approved by one more, or put right.</summary>
    private void GaVerderMetRonde(int keuze)
    {
        if (_rondes.Alle.FirstOrDefault(r => r.Status == Rondestatus.Voorgesteld) is not { } ronde)
        {
            StelRondeVoor();
        }
        else if (!Accordeer(ronde.Id, keuze % 2 == 0 ? "frits" : "anna"))
        {
            StelRondeBij(ronde.Id);
        }
    }

    /// <summary>What cannot be paid as it was proposed is taken out; of which nothing is left is withdrawn.</summary>
    private void StelRondeBij(string id)
    {
        var ronde = _rondes.Stand(id);
        IReadOnlyList<string> weg =
        [
            .. ronde
                .Regels.Where(r =>
                    Betaalbaarheid.Veranderd(AlsKandidaat(_betaalopdrachten.Stand(r.Betaalopdracht)), r, id, Opgeschort()) is not null
                )
                .Select(r => r.Betaalopdracht),
        ];
        if (weg.Count == 0 || RondeBijstellen.Weiger(ronde, weg) is not null)
        {
            TrekRondeIn(id);
            return;
        }
        Zet(() =>
        {
            var totaal = ronde.Regels.Where(r => !weg.Contains(r.Betaalopdracht)).Sum(r => r.Bedrag);
            _rondes.Schrijf(id, new BetaalrondeBijgesteld(weg, totaal, $"{ronde.Hash}-", Inhoud, Inhoud, "fien", _nu));
            return LaatLos(id, weg);
        });
    }

    private void TrekRondeIn(string id) =>
        Zet(() =>
        {
            _rondes.Schrijf(id, new BetaalrondeIngetrokken(Inhoud, "fien", _nu));
            return LaatLos(id, _rondes.Stand(id).Betaalopdrachten);
        });

    /// <summary>The value date of a file goes by of which the bank says nothing: two take it back, or it is left as it is.</summary>
    private void NeemBestandTerug(int keuze)
    {
        var rondes = _rondes.Alle.Where(r => r.Status == Rondestatus.Bestand && Orders(r).All(o => IsOnderweg(o, r))).ToList();
        if (rondes.Count == 0)
        {
            return;
        }
        var id = rondes[keuze % rondes.Count].Id;
        _nu += Duration.FromDays(2);
        Zet(() => Schrijf(_rondes, id, BestandTerugnemen.Beslis(_rondes.Stand(id), Orders(_rondes.Stand(id)), () => Inhoud, "fien", _nu)));
        Assert.False(Zet(() => BevestigTerugname(id, "fien")));
        if (keuze % 4 > 0)
        {
            Zet(() => BevestigTerugname(id, "cor"));
        }
        else if (_rondes.Stand(id).Terugname is not null)
        {
            Zet(() =>
            {
                _rondes.Schrijf(id, new BetaalbestandTerugnameVervallen("cor", _nu));
                return true;
            });
        }
    }

    private bool BevestigTerugname(string id, string wie)
    {
        var orders = Orders(_rondes.Stand(id));
        return Schrijf(_rondes, id, BestandTerugnemen.Bevestig(_rondes.Stand(id), orders, Inhoud.Hash, wie, _nu))
            && orders.All(o => Schrijf(_betaalopdrachten, o.Id, BestandTerugnemen.GeefTerug(o, id, wie, _nu)));
    }

    private static bool IsOnderweg(Betaalopdracht order, Betaalronde ronde) =>
        order.Status == Betaalstatus.InBestand && order.Bestand == ronde.Id;

    private IReadOnlyList<Betaalopdracht> Orders(Betaalronde ronde) => [.. ronde.Betaalopdrachten.Select(_betaalopdrachten.Stand)];

    private bool LaatLos(string ronde, IReadOnlyList<string> opdrachten) =>
        opdrachten.All(o => Schrijf(_betaalopdrachten, o, RondeBijstellen.LaatLos(_betaalopdrachten.Stand(o), ronde, _nu)));

    private Kandidaat AlsKandidaat(Betaalopdracht order) =>
        new(order, _rekeningen.Lees(Kvk), Betaalbaarheid.IsTeVeelBetaald(order, _verplichtingen.Lees(order.Opdracht.Zaaknummer)));

    private HashSet<string> Opgeschort() => [.. _verplichtingen.Alle.Where(v => v.IsOpgeschort(Vandaag)).Select(v => v.Id)];
}
