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

    public Verplichting Stand { get; private set; } = new();

    public Dictionary<string, (decimal Bedrag, bool Betaald)> Orders { get; } = [];

    /// <param name="betaald">After which of what is heard the orders of then are paid.</param>
    public static Geldzaak Hoor(IEnumerable<Gebeurtenis> vernomen, IReadOnlyList<bool> betaald)
    {
        var zaak = new Geldzaak();
        foreach (var (gebeurtenis, i) in vernomen.Select((e, i) => (e, i)))
        {
            zaak.Hoor(gebeurtenis);
            if (betaald.ElementAtOrDefault(i))
            {
                zaak.Betaal();
            }
        }
        return zaak;
    }

    public void Hoor(Gebeurtenis vernomen)
    {
        var beslissing = Verplichting.Verneem(Stand, vernomen, Nu);
        Assert.Null(beslissing.Weigering);
        var na = beslissing.Gebeurtenissen.Aggregate(Stand, (s, g) => s.Na(g));
        var nieuw = na.Opdrachten(Zaaknummer).ExceptBy(Stand.Opdrachten(Zaaknummer).Select(o => o.Id), o => o.Id).ToList();
        var open = Stand
            .Opdrachten(Zaaknummer)
            .Where(o => Orders[o.Id] is { Betaald: false, Bedrag: > 0 })
            .Select(o => o with { Bedrag = Orders[o.Id].Bedrag });
        var (orders, geboekt) = na.TrekIn([.. open, .. nieuw], Nu);
        foreach (var gebeurtenis in beslissing.Gebeurtenissen.Concat(nieuw.Select(o => new BetalingOpgedragen(o, Nu))))
        {
            Boek(gebeurtenis);
        }
        if (geboekt is not null)
        {
            Boek(geboekt);
            na = na.Na(geboekt);
        }
        foreach (var o in na.Opdrachten(Zaaknummer).ExceptBy(Stand.Opdrachten(Zaaknummer).Concat(nieuw).Select(o => o.Id), o => o.Id).ToList())
        {
            Boek(new BetalingOpgedragen(o, Nu));
            nieuw.Add(o);
        }
        nieuw.ForEach(o => Orders.Add(o.Id, (o.Bedrag, false)));
        foreach (var (id, bedrag) in orders)
        {
            Orders[id] = (bedrag, false);
        }
        Stand = na;
        Assert.All(Orders.Values, o => Assert.True(o.Bedrag >= 0));
    }

    public void Betaal()
    {
        foreach (var (id, order) in Orders.Where(o => !o.Value.Betaald).ToList())
        {
            Orders[id] = (order.Bedrag, true);
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
        Assert.Equal(voorschotten + kosten, Orders.Values.Sum(o => o.Bedrag) - Saldo(TeVorderen));
    }

    private void Boek(Gebeurtenis gebeurtenis)
    {
        var regels = Boeking.Van(Zaaknummer, gebeurtenis)?.Regels ?? [];
        Assert.Equal(regels.Sum(r => r.Debet), regels.Sum(r => r.Credit));
        Assert.All(regels, r => Assert.True((r.Debet > 0) != (r.Credit > 0) && r.Debet >= 0 && r.Credit >= 0));
        _regels.AddRange(regels);
    }
}
