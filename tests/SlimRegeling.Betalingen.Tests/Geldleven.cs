using NodaTime;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Betalingen.Verzuim;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;
using Xunit;
using static SlimRegeling.Betalingen.Boekhouding.Grootboekrekeningen;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>When the program is killed during a step of a life.</summary>
internal enum Storing
{
    Geen,

    /// <summary>Nothing of it was kept: it is asked, or said, again.</summary>
    VoorVastleggen,

    /// <summary>It was kept and nobody heard so: what was said is said again, and all that a program knows is read from the events.</summary>
    NaVastleggen,
}

/// <summary>
/// The money of one enterprise with a case in each of two windows: what happens follows from the decisions of the product on the states of its own events, in
/// transactions that are kept as a whole or not at all. After each event the books close and say what its own stream says; after each transaction both cases
/// are worth what was signed.
/// </summary>
internal sealed partial class Geldleven
{
    private const string Kvk = Levenszaak.Kvk;

    /// <summary>At the end of a life.</summary>
    private const int MeesteRonden = 30;

    /// <summary>Of every content beside a stream.</summary>
    private static readonly Verwijzing Inhoud = new(Guid.Empty, "hash");

    private readonly List<(string Stroom, Gebeurtenis Gebeurtenis)> _transactie = [];
    private readonly Reeks<Verplichting> _verplichtingen;
    private readonly Reeks<Betaalopdracht> _betaalopdrachten;
    private readonly Reeks<Rekening> _rekeningen;
    private readonly Reeks<Betaalronde> _rondes;
    private readonly Reeks<Bankregel> _bankregels;
    private readonly Reeks<Vordering> _vorderingen;
    private readonly Reeks<Memoriaal> _memorialen;
    private readonly Reeks<Boekmaand> _maanden;
    private readonly Reeks<Rentevergoeding> _rentevergoedingen;
    private readonly IReeks[] _reeksen;
    private readonly Levenszaak[] _zaken;

    /// <summary>That an order came back or was refused, and its case did not hear so yet.</summary>
    private readonly List<(Levenszaak Zaak, TerugVernomen Bericht)> _boodschappen = [];

    private (Levenszaak Zaak, Gebeurtenis Bericht)? _hoort;
    private Instant _nu = Voorbeelden.Moment;
    private Storing _storing;
    private int _gestoordDeel;
    private int _deel;
    private long _versie;

    public Geldleven(Levensbesluiten een, Levensbesluiten twee)
    {
        _zaken = [new("SLIM-7K2M9QX4TB", "2024-04-mkb", een), new("SLIM-7K2M9QX4TC", "2026-04-mkb", twee)];
        _verplichtingen = new(id => new Verplichting { Id = id }, (s, g) => s.Na(g), _transactie);
        _betaalopdrachten = new(id => new Betaalopdracht { Id = id }, (s, g) => s.Na(g), _transactie);
        _rekeningen = new(id => new Rekening { Id = id }, (s, g) => s.Na(g), _transactie);
        _rondes = new(id => new Betaalronde { Id = id }, (s, g) => s.Na(g), _transactie);
        _bankregels = new(id => new Bankregel { Id = id }, (s, g) => s.Na(g), _transactie);
        _vorderingen = new(id => new Vordering { Id = id }, (s, g) => s.Na(g), _transactie);
        _memorialen = new(id => new Memoriaal { Id = id }, Na, _transactie);
        _maanden = new(id => new Boekmaand { Id = id }, Na, _transactie);
        _rentevergoedingen = new(id => new Rentevergoeding { Id = id }, (s, g) => s.Na(g), _transactie);
        _reeksen =
        [
            _verplichtingen,
            _betaalopdrachten,
            _rekeningen,
            _rondes,
            _bankregels,
            _vorderingen,
            _memorialen,
            _maanden,
            _rentevergoedingen,
        ];
        WijzigRekening(1);
        ControleerRekening(1);
    }

    /// <summary>The kinds of events that were kept, and of some what they were about: for what was held, what was paid, what a movement was.</summary>
    public HashSet<object> Gebeurd { get; } = [];

    /// <param name="keuze">What is chosen, where there is something to choose.</param>
    public void Leef(Levensdaad daad, int keuze, Storing storing)
    {
        (_storing, _gestoordDeel, _deel) = (storing, keuze % 5, 0);
        _nu += Duration.FromMinutes(1);
        Hervat();
        Doe(daad, keuze);
        _storing = Storing.Geen;
        KloptBank();
    }

    /// <summary>All is heard, let go and paid, and all that is claimed is repaid: both cases come to an end, and the recipient has what was signed.</summary>
    public void Sluit()
    {
        HoorAlles();
        LaatAllesGaan();
        // What came back before it was carried out is booked as it is, and is paid once more.
        for (var keer = 0; keer < MeesteRonden && _betaalopdrachten.Alle.Any(o => o.Open || o.Status == Betaalstatus.InBestand); keer++)
        {
            Betaal(1);
            foreach (var order in _betaalopdrachten.Alle.Where(o => o.Status == Betaalstatus.InBestand).ToList())
            {
                Boekt(-order.Opdracht.Bedrag, order.Id);
            }
            HoorAlles();
        }
        foreach (var vordering in _vorderingen.Alle.Where(v => v.Open.Totaal > 0).ToList())
        {
            Boekt(vordering.Open.Totaal, vordering.Id);
        }
        KloptBank();
        KloppenMaanden();
        foreach (var order in _betaalopdrachten.Alle)
        {
            if (order.Status is not (Betaalstatus.Uitgevoerd or Betaalstatus.Vervallen))
            {
                Assert.Fail($"{order} is never paid.");
            }
        }
        foreach (var vordering in _vorderingen.Alle)
        {
            Assert.Equal(0, vordering.Open.Totaal);
        }
        foreach (var zaak in _zaken)
        {
            var geld = Geld(zaak.Nummer);
            Assert.Equal(zaak.Getekend, geld.Betaald - geld.Terug - geld.Afgeboekt);
        }
    }

    /// <summary>One transaction of a step, cut off where that is asked.</summary>
    /// <param name="werk">Writes; false when it is refused.</param>
    /// <param name="bericht">Whether it is said again by who does not know that it was heard.</param>
    private bool Zet(Func<bool> werk, bool bericht = false)
    {
        var storing = _deel++ == _gestoordDeel ? _storing : Storing.Geen;
        if (storing == Storing.VoorVastleggen)
        {
            werk();
            LaatVallen();
        }
        if (!werk())
        {
            LaatVallen();
            return false;
        }
        LegVast();
        if (storing == Storing.NaVastleggen)
        {
            Array.ForEach(_reeksen, r => r.Herlees());
            if (bericht)
            {
                werk();
                Assert.Empty(_transactie);
                LaatVallen();
            }
        }
        return true;
    }

    private void LaatVallen()
    {
        Array.ForEach(_reeksen, r => r.LaatVallen());
        _transactie.Clear();
        _hoort = null;
    }

    private void LegVast()
    {
        foreach (var (stroom, gebeurtenis) in _transactie)
        {
            Gebeurd.Add(gebeurtenis.GetType());
            if (Waarvan(gebeurtenis) is { } wat)
            {
                Gebeurd.Add(wat);
            }
            Boek(stroom, gebeurtenis);
            Noteer(stroom, gebeurtenis);
            Zeg(stroom, gebeurtenis);
        }
        Array.ForEach(_reeksen, r => r.LegVast());
        _hoort?.Zaak.Gehoord(_hoort.Value.Bericht);
        _hoort = null;
        foreach (var zaak in _zaken)
        {
            Klopt(zaak);
        }
        KloptPerOrder();
        _transactie.Clear();
    }

    private static object? Waarvan(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            AanhoudingGelegd e => e.Grond,
            BetalingUitgevoerd e => e.Opdracht.Soort,
            BelemmeringGemeld e => e.Soort,
            _ => null,
        };

    /// <summary>What the floor says after it was kept.</summary>
    private void Zeg(string stroom, Gebeurtenis gebeurtenis)
    {
        var terug = gebeurtenis switch
        {
            BetalingAfgewezen e => e.Opdracht,
            BetalingTeruggekomen e => e.Opdracht,
            _ => null,
        };
        // What is no subsidy the case does not hear of.
        if (terug is not null && IsSubsidie(terug))
        {
            _boodschappen.Add((ZaakVan(terug.Zaaknummer), new TerugVernomen(stroom, terug.Bedrag, _nu, ++_versie)));
        }
        if (gebeurtenis is BoekmaandBevestigd gesloten)
        {
            _gesloten.Add(gesloten);
        }
    }

    /// <summary>
    /// What was signed is what was paid, less what was repaid, with what is ordered, less what is claimed and what was written off, of the sum itself; and so
    /// the ledger says, account by account. What people reversed says nothing of it.
    /// </summary>
    private void Klopt(Levenszaak zaak)
    {
        var geld = Geld(zaak.Nummer);
        var getekend = zaak.Getekend;
        Gelijk(getekend, geld.Betaald - geld.Terug + geld.Open - geld.Gevorderd - geld.Afgeboekt, "signed");
        Gelijk(getekend, Saldo(zaak.Nummer, Voorschotten) + Saldo(zaak.Nummer, Kosten), "signed in the ledger");
        Gelijk(-geld.Open - geld.Bij.Open, Saldo(zaak.Nummer, TeBetalen), TeBetalen);
        Gelijk(geld.TeVorderen, Saldo(zaak.Nummer, TeVorderen), TeVorderen);
        Gelijk(geld.Afgeboekt, Saldo(zaak.Nummer, Oninbaar), Oninbaar);
        Gelijk(geld.Bij.Rente - geld.Bijkomend, Saldo(zaak.Nummer, Rente), Rente);
        // What is paid back was received for no claim.
        Gelijk(geld.Ontvangen + geld.Bij.Terugbetaling - geld.Betaald - geld.Bij.Betaald, Saldo(zaak.Nummer, Bank), Bank);
        if (_verplichtingen.Lees(zaak.Nummer) is { } verplichting)
        {
            Gelijk(verplichting.Gevorderd, geld.Hoofdsom, "claimed");
            Gelijk(verplichting.Terugbetaald, geld.Terug, "repaid");
        }
        KloptBijVertrek(zaak, geld, getekend);
    }

    private Levenszaak ZaakVan(string zaaknummer) => Array.Find(_zaken, z => z.Nummer == zaaknummer)!;

    private static void Gelijk(decimal verwacht, decimal gevonden, string wat)
    {
        if (verwacht != gevonden)
        {
            Assert.Fail($"{wat}: {gevonden} in place of {verwacht}.");
        }
    }
}
