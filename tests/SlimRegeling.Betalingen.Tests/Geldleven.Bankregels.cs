using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Regels;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

// What people do with what belongs to nothing by itself: one proposes what it is, another confirms.
internal sealed partial class Geldleven
{
    private const string Gezien = "Gezien.";

    /// <summary>More is not of the bank itself.</summary>
    private const decimal MeesteBankkosten = 100m;

    private static readonly Regelafhandeling[] OpOpdracht =
    [
        Regelafhandeling.Koppelen,
        Regelafhandeling.Retour,
        Regelafhandeling.Beslaglegger,
    ];

    private void HandelAf(int keuze)
    {
        var regels = _bankregels.Alle.Where(r => r.Gekoppeld is null).ToList();
        if (regels.Count > 0)
        {
            HandelAf(
                regels[keuze % regels.Count].Id,
                regel =>
                {
                    var mogelijk = Mogelijk(regel, keuze).ToList();
                    return mogelijk[keuze / 5 % mogelijk.Count];
                }
            );
        }
    }

    /// <summary>Who attached an order is paid half of it, or all, past a file of ours.</summary>
    private void BetaalBeslaglegger(int keuze)
    {
        if (_betaalopdrachten.Alle.FirstOrDefault(o => o.Open && o.Aanhoudingen.Any(a => a.Grond == Aanhoudgrond.Beslag)) is { } order)
        {
            var bedrag = keuze % 2 == 0 ? order.Opdracht.Bedrag : decimal.Round(order.Opdracht.Bedrag / 2, 2);
            Boekt(-Math.Max(0.01m, bedrag), null);
            HandelAf(_laatste!.Bankreferentie, _ => new(Regelafhandeling.Beslaglegger, Gezien, order.Id));
        }
    }

    private void HandelAf(string id, Func<Bankregel, BankregelAfhandelen.Verzoek> wat)
    {
        Zet(() =>
        {
            var regel = _bankregels.Stand(id);
            var verzoek = wat(regel);
            var order = verzoek.Betaalopdracht is { } nummer ? _betaalopdrachten.Stand(nummer) : null;
            var vordering = verzoek.Vordering is { } kenmerk ? _vorderingen.Stand(kenmerk) : null;
            var ander = verzoek.Bankregel is { } naast ? _bankregels.Stand(naast) : null;
            var beslissing = BankregelAfhandelen.Beslis(regel, verzoek, order, "fien", () => Inhoud, _nu, Retourgrens, vordering, ander);
            return Schrijf(_bankregels, id, beslissing);
        });
        Assert.False(Zet(() => Bevestig(id, "fien")));
        if (_bankregels.Stand(id).Voorstel is { } voorstel && Zet(() => Bevestig(id, "cor")))
        {
            Gebeurd.Add(voorstel.Afhandeling);
        }
    }

    /// <summary>What it can be; never nothing.</summary>
    private IEnumerable<BankregelAfhandelen.Verzoek> Mogelijk(Bankregel regel, int keuze)
    {
        foreach (var afhandeling in OpOpdracht)
        {
            if (_betaalopdrachten.Alle.FirstOrDefault(o => Past(afhandeling, o, regel)) is { } order)
            {
                yield return new(afhandeling, Gezien, order.Id);
            }
        }
        if (_bankregels.Alle.FirstOrDefault(r => r.Gekoppeld is null && r.Id != regel.Id && r.Bedrag + regel.Bedrag == 0) is { } ander)
        {
            yield return new(Regelafhandeling.TegenElkaar, Gezien, Bankregel: ander.Id);
        }
        if (regel.Bedrag > 0 && _vorderingen.Alle.FirstOrDefault(v => v.Open.Totaal <= 0) is { } voldaan)
        {
            yield return new(Regelafhandeling.Terugbetalen, Gezien, Vordering: voldaan.Id);
        }
        if (Kies(keuze) is { } vordering)
        {
            yield return new(Regelafhandeling.Koppelen, Gezien, Vordering: vordering);
        }
        if (regel.Gemeld is { Betaalopdracht: null, Vordering: null } && Math.Abs(regel.Bedrag) < MeesteBankkosten)
        {
            yield return new(Regelafhandeling.Bankkosten, Gezien);
        }
        yield return new(Regelafhandeling.Tussenrekening, "Nog niet bekend.");
    }

    /// <summary>What came back less costs is of the order that it names.</summary>
    private bool Past(Regelafhandeling afhandeling, Betaalopdracht order, Bankregel regel) =>
        (afhandeling != Regelafhandeling.Retour || regel.Gemeld.Betaalopdracht == order.Id)
        && BankregelAfhandelen.Boek(afhandeling, order, regel, _nu, Retourgrens).Weigering is null;

    /// <summary>What a bank can have kept of a return at most, by the rule of the day.</summary>
    private decimal Retourgrens => Retourkosten.Hoogstens(Versie, Vandaag);

    private bool Bevestig(string id, string wie)
    {
        var regel = _bankregels.Stand(id);
        var voorstel = regel.Voorstel;
        var vordering = voorstel?.Vordering is { } kenmerk ? _vorderingen.Stand(kenmerk) : null;
        var order = voorstel?.Betaalopdracht is { } nummer ? _betaalopdrachten.Stand(nummer) : null;
        var ander = voorstel?.Bankregel is { } naast ? _bankregels.Stand(naast) : null;
        var beslissing = BankregelAfhandelen.Bevestig(regel, wie, _nu, vordering, order, ander);
        if (!Schrijf(_bankregels, id, beslissing))
        {
            return false;
        }
        foreach (var terug in beslissing.Gebeurtenissen.OfType<TerugbetalingOpgedragen>())
        {
            Maak(terug.Opdracht);
        }
        if (ander is not null)
        {
            return Schrijf(_bankregels, ander.Id, BankregelAfhandelen.ValWeg(ander, regel, voorstel!, wie, _nu));
        }
        if (order is not null)
        {
            var geboekt = BankregelAfhandelen.Boek(voorstel!.Afhandeling, order, regel, _nu, Retourgrens, wie);
            return Schrijf(_betaalopdrachten, order.Id, geboekt);
        }
        if (vordering is not null && voorstel!.Afhandeling == Regelafhandeling.Koppelen)
        {
            var geboekt = BankregelAfhandelen.Boek(vordering, regel, _nu).Beslissing;
            Ontvang(vordering.Id, geboekt.Gebeurtenissen);
            return geboekt.Weigering is null;
        }
        return true;
    }
}
