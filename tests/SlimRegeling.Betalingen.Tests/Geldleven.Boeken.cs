using NodaTime;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using Xunit;
using static SlimRegeling.Betalingen.Boekhouding.Grootboekrekeningen;

namespace SlimRegeling.Betalingen.Tests;

// The ledger of a life: what each event books, reversed by two, and months that are closed by two.
internal sealed partial class Geldleven
{
    private static readonly LocalDate EersteMaand = Moment.Dag(Voorbeelden.Moment).With(DateAdjusters.StartOfMonth);

    /// <summary>Debit less credit of an account in a case, without what people reversed.</summary>
    private readonly Dictionary<(string Zaaknummer, string Rekening), decimal> _saldi = [];
    private readonly List<(Boeking Boeking, LocalDate Dag)> _boekingen = [];
    private readonly List<BoekmaandBevestigd> _gesloten = [];

    /// <summary>Of all movements on the statements that were read.</summary>
    private decimal _opAfschriften;

    /// <summary>The first day that is open; null while no month was closed.</summary>
    private LocalDate? GeslotenTot => _gesloten.Count == 0 ? null : _gesloten[^1].Maand.PlusMonths(1);

    private static Memoriaal Na(Memoriaal memoriaal, Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            CorrectieVoorgesteld e => memoriaal.Apply(e),
            CorrectieTeruggezonden e => memoriaal.Apply(e),
            CorrectieGeboekt e => memoriaal.Apply(e),
            _ => memoriaal,
        };

    private static Boekmaand Na(Boekmaand maand, Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            BoekmaandAfgesloten e => maand.Apply(e),
            BoekmaandBevestigd e => maand.Apply(e),
            _ => maand,
        };

    private static Guid Nummer(int boeking) => new(boeking, 0, 0, new byte[8]);

    private decimal Saldo(string zaaknummer, string rekening) => _saldi.GetValueOrDefault((zaaknummer, rekening));

    private void Boek(string stroom, Gebeurtenis gebeurtenis)
    {
        var geboekt = Boeking.Van(stroom, gebeurtenis);
        KloptMetStroom(stroom, gebeurtenis, geboekt);
        if (geboekt is not { } boeking)
        {
            return;
        }
        var verschil = 0m;
        foreach (var regel in boeking.Regels)
        {
            if (regel is not ({ Debet: > 0, Credit: 0 } or { Debet: 0, Credit: > 0 }))
            {
                Assert.Fail($"{gebeurtenis} books {regel}.");
            }
            verschil += regel.Debet - regel.Credit;
            if (boeking.KeertOm is null)
            {
                _saldi[(boeking.Zaaknummer, regel.Rekening)] = Saldo(boeking.Zaaknummer, regel.Rekening) + regel.Debet - regel.Credit;
            }
        }
        Gelijk(0, verschil, stroom);
        // As the table does with what falls in a month that was closed.
        _boekingen.Add((boeking, GeslotenTot is { } open && boeking.Boekdatum < open ? open : boeking.Boekdatum));
    }

    /// <summary><c>Bij</c>: orders that are no subsidy. The rest is of subsidy and of claims.</summary>
    private sealed record Geldstand(
        Bijkomendgeld Bij,
        decimal Betaald,
        decimal Onderweg,
        decimal Open,
        decimal Hoofdsom,
        decimal Terug,
        decimal Ontvangen,
        decimal Gevorderd,
        decimal TeVorderen,
        decimal Afgeboekt,
        decimal Bijkomend
    );

    /// <summary>Orders of interest that we owe, of what was received too much, and what of both was paid and is open; in euro.</summary>
    private sealed record Bijkomendgeld(decimal Rente, decimal Terugbetaling, decimal Betaald, decimal Open)
    {
        public Bijkomendgeld Met(Betaalopdracht order)
        {
            var open = Openstaand(order);
            var geheel = order.Ontvangen + open;
            var na = this with { Betaald = Betaald + order.Ontvangen, Open = Open + open };
            return order.Opdracht.Soort == Betaalsoort.Rente
                ? na with
                {
                    Rente = Rente + geheel,
                }
                : na with
                {
                    Terugbetaling = Terugbetaling + geheel,
                };
        }
    }

    private static bool IsSubsidie(Opdracht opdracht) => opdracht.Soort is not (Betaalsoort.Rente or Betaalsoort.Terugbetaling);

    private static decimal Openstaand(Betaalopdracht order) => order.Status == Betaalstatus.Uitgevoerd ? 0 : order.Opdracht.Bedrag;

    /// <summary>What the orders and the claims of a case come to, in euro; a set-off counts as paid and as repaid.</summary>
    private Geldstand Geld(string zaaknummer)
    {
        var (bij, betaald, onderweg, open) = (new Bijkomendgeld(0, 0, 0, 0), 0m, 0m, 0m);
        foreach (var order in _betaalopdrachten.Alle)
        {
            if (order.Opdracht.Zaaknummer == zaaknummer && !IsSubsidie(order.Opdracht))
            {
                bij = bij.Met(order);
            }
            else if (order.Opdracht.Zaaknummer == zaaknummer)
            {
                betaald += order.Ontvangen;
                onderweg += order.Status == Betaalstatus.InBestand ? order.Opdracht.Bedrag : 0;
                open += Openstaand(order);
            }
        }
        var (hoofdsom, ontvangen, staat, afgeboekt, bijkomend) = (0m, Toerekening.Niets, Toerekening.Niets, Toerekening.Niets, 0m);
        foreach (var vordering in _vorderingen.Alle)
        {
            if (vordering.Zaaknummer == zaaknummer)
            {
                var nog = vordering.Open;
                if (nog is not { Kosten: >= 0, Rente: >= 0, Hoofdsom: >= 0 })
                {
                    Assert.Fail($"{vordering.Id} is less than nothing: {nog}.");
                }
                hoofdsom += vordering.Hoofdsom;
                ontvangen = ontvangen.Met(vordering.Ontvangen);
                staat = staat.Met(nog);
                afgeboekt = afgeboekt.Met(vordering.Afgeboekt);
                bijkomend += vordering.Kosten + vordering.Renten.Sum(r => r.Bedrag);
            }
        }
        return new(
            bij,
            betaald,
            onderweg,
            open,
            hoofdsom,
            ontvangen.Hoofdsom,
            ontvangen.Totaal,
            staat.Hoofdsom,
            staat.Totaal,
            afgeboekt.Hoofdsom,
            bijkomend - afgeboekt.Kosten - afgeboekt.Rente
        );
    }

    /// <summary>What moved on the bank account in the ledger is what the statements say, but for what waits on the work list.</summary>
    private void KloptBank()
    {
        var (opWerklijst, opTussenrekening) = (0m, 0m);
        foreach (var regel in _bankregels.Alle)
        {
            opWerklijst += regel.Gekoppeld is null && !regel.OpTussenrekening ? regel.Bedrag : 0;
            opTussenrekening += regel.OpTussenrekening ? regel.Bedrag : 0;
        }
        Gelijk(_opAfschriften - opWerklijst, Totaal(Bank), Bank);
        Gelijk(-opTussenrekening, Totaal(Tussenrekening), Tussenrekening);
    }

    private decimal Totaal(string rekening) => Saldo("", rekening) + _zaken.Sum(z => Saldo(z.Nummer, rekening));

    /// <summary>What was confirmed of a month stays so, whatever came after.</summary>
    private void KloppenMaanden()
    {
        foreach (var maand in _gesloten)
        {
            var stand = Stand(maand.Maand);
            Assert.Equal((maand.Regels, maand.Debet), (stand.Regels, stand.Debet));
        }
    }

    private Maandstand Stand(LocalDate maand)
    {
        var geboekt = _boekingen.Where(b => b.Dag < maand.PlusMonths(1)).ToList();
        return new(
            geboekt.Sum(b => b.Boeking.Regels.Count),
            geboekt.Sum(b => b.Boeking.Regels.Sum(r => r.Debet)),
            geboekt.Count == 0 ? null : geboekt.Max(b => b.Boeking.Op),
            _bankregels.Alle.Count(r => r is { Gekoppeld: null, OpTussenrekening: false } && r.Gemeld.Boekdatum < maand.PlusMonths(1))
        );
    }

    private void SluitMaand()
    {
        var maand = GeslotenTot ?? EersteMaand;
        var id = $"boekmaand-{Boekmaand.Naam(maand)}";
        Zet(() => Schrijf(_maanden, id, Boekmaand.Sluit(_maanden.Lees(id), maand, Stand(maand), GeslotenTot, "fien", Vandaag, _nu)));
        Zet(() => Schrijf(_maanden, id, Boekmaand.Bevestig(_maanden.Lees(id), maand, Stand(maand), GeslotenTot, "cor", Vandaag, _nu)));
    }

    /// <summary>One booking is reversed, which can be a counter-entry itself.</summary>
    private void BoekTegen(int keuze)
    {
        if (_boekingen.Count == 0)
        {
            return;
        }
        var index = keuze % _boekingen.Count;
        var (nummer, boeking) = (Nummer(index), _boekingen[index].Boeking);
        var id = nummer.ToString();
        IReadOnlyList<Grootboekregel> regels = [.. boeking.Regels.Select((r, i) => Regel(nummer, boeking, r, i + 1))];
        Zet(() => Schrijf(_memorialen, id, Memoriaal.StelVoor(_memorialen.Lees(id), nummer, boeking.Zaaknummer, Inhoud, "fien", _nu)));
        Assert.False(Zet(() => Schrijf(_memorialen, id, Memoriaal.Onderteken(_memorialen.Lees(id), nummer, regels, "fien", _nu))));
        if (Zet(() => Schrijf(_memorialen, id, Memoriaal.Onderteken(_memorialen.Lees(id), nummer, regels, "cor", _nu))))
        {
            var tegen = _boekingen[^1].Boeking;
            Assert.Equal(nummer, tegen.KeertOm);
            Assert.Equal(
                boeking.Regels.Select(r => (r.Rekening, r.Debet, r.Credit)),
                tegen.Regels.Select(r => (r.Rekening, r.Credit, r.Debet))
            );
        }
    }

    private static Grootboekregel Regel(Guid nummer, Boeking boeking, Boekingsregel regel, int plaats) =>
        new(
            nummer,
            plaats,
            "stroom",
            "soort",
            boeking.Zaaknummer,
            boeking.Tijdvak,
            boeking.Besluit,
            regel.Rekening,
            regel.Debet,
            regel.Credit,
            boeking.Boekdatum,
            null,
            boeking.Op,
            null
        );

    private LocalDate Vandaag => Moment.Dag(_nu);

    /// <returns>False when it is refused.</returns>
    private static bool Schrijf<T>(Reeks<T> reeks, string id, Beslissing beslissing)
        where T : class
    {
        reeks.Schrijf(id, beslissing.Gebeurtenissen);
        return beslissing.Weigering is null;
    }
}
