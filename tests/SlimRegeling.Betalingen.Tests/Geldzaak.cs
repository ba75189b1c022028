using NodaTime;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Stromen;
using Xunit;
using static SlimRegeling.Betalingen.Boekhouding.Grootboekrekeningen;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>One case as Betalingen writes it: the obligation, its orders, and the ledger.</summary>
internal sealed class Geldzaak
{
    public const string Zaaknummer = "SLIM-7K2M9QX4TB";
    private static readonly Instant Nu = Voorbeelden.Moment;

    private readonly List<Boekingsregel> _regels = [];
    private long _versie;

    public Verplichting Stand { get; private set; } = new();

    public Dictionary<string, (decimal Bedrag, bool Betaald)> Orders { get; } = [];

    /// <param name="betaald">After which of what is heard the orders of then are paid.</param>
    /// <param name="terug">After which of it all that was paid comes back; nothing does when it is left out.</param>
    public static Geldzaak Na(IEnumerable<Gebeurtenis> vernomen, IReadOnlyList<bool> betaald, IReadOnlyList<bool>? terug = null)
    {
        var zaak = new Geldzaak();
        foreach (var (gebeurtenis, i) in vernomen.Select((e, i) => (e, i)))
        {
            zaak.Hoor(gebeurtenis);
            if (betaald.ElementAtOrDefault(i))
            {
                zaak.Betaal();
            }
            if (terug?.ElementAtOrDefault(i) == true)
            {
                zaak.KomTerug();
            }
        }
        return zaak;
    }

    public void Hoor(Gebeurtenis vernomen)
    {
        var beslissing = Verplichting.Verneem(Stand, vernomen, Nu);
        Assert.Null(beslissing.Weigering);
        if (beslissing.Gebeurtenissen.Count == 0)
        {
            return;
        }
        var na = beslissing.Gebeurtenissen.Aggregate(Stand, (s, g) => s.Na(g));
        var nieuw = na.Opdrachten(Zaaknummer).ExceptBy(Stand.Opdrachten(Zaaknummer).Select(o => o.Id), o => o.Id).ToList();
        var open = Stand
            .Opdrachten(Zaaknummer)
            .Where(o => Orders[o.Id] is { Betaald: false, Bedrag: > 0 })
            .Select(o => o with { Bedrag = Orders[o.Id].Bedrag });
        var (orders, geboekt) = na.Verreken(beslissing.Gebeurtenissen, [.. open, .. nieuw], Nu);
        na = geboekt.Aggregate(na, (stand, g) => stand.Na(g));
        var nabetaald = na.Opdrachten(Zaaknummer).ExceptBy(Orders.Keys.Concat(nieuw.Select(o => o.Id)), o => o.Id).ToList();
        nieuw.AddRange(nabetaald);
        foreach (var gebeurtenis in beslissing.Gebeurtenissen.Concat(nieuw.Select(o => new BetalingOpgedragen(o, Nu))).Concat(geboekt))
        {
            Boek(gebeurtenis);
        }
        nieuw.ForEach(o => Orders.Add(o.Id, (o.Bedrag, false)));
        foreach (var (id, bedrag) in orders)
        {
            Orders[id] = (bedrag, false);
        }
        Stand = na;
        Assert.All(Orders.Values, o => Assert.True(o.Bedrag >= 0));
        Assert.Empty(Verplichting.Verneem(Stand, vernomen, Nu).Gebeurtenissen);
    }

    public void Betaal()
    {
        foreach (var (id, order) in Orders.Where(o => !o.Value.Betaald).ToList())
        {
            Orders[id] = (order.Bedrag, true);
        }
    }

    /// <summary>The bank sends all of it back, and that is heard.</summary>
    public void KomTerug()
    {
        foreach (var (id, order) in Orders.Where(o => o.Value.Betaald).ToList())
        {
            Orders[id] = (order.Bedrag, false);
            Hoor(new TerugVernomen(id, order.Bedrag, Nu, ++_versie));
        }
    }

    /// <summary>Debit less credit.</summary>
    public decimal Saldo(string rekening) => _regels.Where(r => r.Rekening == rekening).Sum(r => r.Debet - r.Credit);

    public void Klopt(decimal verplichting, decimal voorschotten, decimal kosten)
    {
        Assert.Equal(0, _regels.Sum(r => r.Debet - r.Credit));
        Assert.Equal(-verplichting, Saldo(Verplichtingen));
        Assert.Equal(verplichting, Saldo(Budget));
        Assert.Equal(voorschotten, Saldo(Voorschotten));
        Assert.Equal(kosten, Saldo(Kosten));
        Assert.Equal(-Orders.Values.Sum(o => o.Bedrag), Saldo(TeBetalen));
        Assert.True(Saldo(TeVorderen) >= 0, $"{Saldo(TeVorderen)} to be claimed back");
        // Nothing is claimed back while something is still to be paid: only what was received can be.
        Assert.True(Saldo(TeVorderen) == 0 || Orders.Values.All(o => o.Betaald || o.Bedrag == 0));
        Assert.Equal(voorschotten + kosten, Orders.Values.Sum(o => o.Bedrag) - Saldo(TeVorderen));
        // Each order has its own decision, as the reconciliation counts them, and who signed that approves none.
        var opdrachten = Stand.Opdrachten(Zaaknummer).ToList();
        Assert.Equal(Orders.Keys.Order(StringComparer.Ordinal), opdrachten.Select(o => o.Id).Order(StringComparer.Ordinal));
        Assert.Equal(opdrachten.Count, opdrachten.DistinctBy(o => (o.Soort, o.Besluit)).Count());
        Assert.All(opdrachten, o => Assert.True(o.Ondertekenaars.Distinct().Count() >= 2));
    }

    private void Boek(Gebeurtenis gebeurtenis)
    {
        var regels = Boeking.Van(Zaaknummer, gebeurtenis)?.Regels ?? [];
        Assert.Equal(regels.Sum(r => r.Debet), regels.Sum(r => r.Credit));
        Assert.All(regels, r => Assert.True((r.Debet > 0) != (r.Credit > 0) && r.Debet >= 0 && r.Credit >= 0));
        _regels.AddRange(regels);
    }
}
