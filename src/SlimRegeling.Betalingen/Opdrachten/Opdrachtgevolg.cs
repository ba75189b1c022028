using NodaTime;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>
/// What follows when an obligation hears something, in the order in which it is written: for itself, for its claims, for orders that are new, and for those
/// that there are.
/// </summary>
/// <param name="Na">The obligation with what was heard.</param>
/// <param name="Stand">With what follows of it for its orders too.</param>
/// <param name="Beslissing">What is written of the obligation.</param>
/// <param name="Open">What was ordered and not on its way to the bank, when it was worked out what of it is due.</param>
/// <param name="Verlaagd">Orders that become less, and what is due of them, in euro.</param>
public sealed record Opdrachtgevolg(
    string Zaaknummer,
    Gebeurtenis Vernomen,
    Instant Nu,
    Verplichting Voor,
    Verplichting Na,
    Verplichting Stand,
    Beslissing Beslissing,
    IReadOnlyList<Opdracht> Open,
    IReadOnlyDictionary<string, decimal> Verlaagd
)
{
    public static Opdrachtgevolg Van(string zaaknummer, Verplichting? verplichting, Gebeurtenis vernomen, Instant nu)
    {
        var voor = verplichting ?? new Verplichting();
        var beslissing = Verplichting.Verneem(verplichting, vernomen, nu);
        var na = beslissing.Gebeurtenissen.Aggregate(voor, (s, gebeurtenis) => s.Na(gebeurtenis));
        return new(zaaknummer, vernomen, nu, voor, na, na, beslissing, [], new Dictionary<string, decimal>());
    }

    /// <summary>Whether it follows too from what is open: that is looked up then.</summary>
    public bool IsTeVerrekenen => Beslissing.Gebeurtenissen.Count > 0 && Na.IsTeVerrekenen;

    /// <summary>What was not ordered before; what was not paid and is due after all is an order of its own.</summary>
    public IReadOnlyList<Opdracht> Nieuw =>
        [.. Stand.Opdrachten(Zaaknummer).ExceptBy(Voor.Opdrachten(Zaaknummer).Select(o => o.Id), o => o.Id)];

    /// <summary>Numbers of the orders that there are and may wait now, or no longer, or become less.</summary>
    public IReadOnlyList<string> Bestaand => [.. TeWegen().Union(Verlaagd.Keys).Except(Nieuw.Select(n => n.Id))];

    private IReadOnlyList<string> Opgeschort => Na.LopendeOpschortingen(Moment.Dag(Nu));

    /// <param name="open">In the order in which it was ordered.</param>
    public Opdrachtgevolg Verreken(IReadOnlyList<Opdracht> open)
    {
        var (verlaagd, geboekt) = Na.Verreken(Beslissing.Gebeurtenissen, [.. open, .. Nieuw], Nu);
        return this with
        {
            Stand = geboekt.Aggregate(Na, (s, gebeurtenis) => s.Na(gebeurtenis)),
            Beslissing = geboekt.Count == 0 ? Beslissing : Beslissing.Van([.. Beslissing.Gebeurtenissen, .. geboekt]),
            Open = open,
            Verlaagd = verlaagd,
        };
    }

    /// <summary>The beginning of a new order.</summary>
    public Beslissing Begin(Betaalopdracht? bestaand, Opdracht opdracht, Rekening? rekening)
    {
        var gemaakt = Opdragen.Beslis(bestaand, opdracht, rekening, Nu, Na.LopendeBezwaren, Opgeschort);
        return gemaakt.Gebeurtenissen.Count > 0 && Verlaagd.TryGetValue(opdracht.Id, out var bedrag)
            ? Beslissing.Van([.. gemaakt.Gebeurtenissen, new BetalingVerlaagd(opdracht, Na.Aanleiding!, opdracht.Bedrag, bedrag, Nu)])
            : gemaakt;
    }

    /// <summary>What happens to an order that there is.</summary>
    public Beslissing Bij(Betaalopdracht betaalopdracht)
    {
        var (lopend, id) = (Na.LopendeBezwaren, betaalopdracht.Opdracht.Id);
        IReadOnlyList<string> hervat = [.. Na.AfgelopenOpschortingen.Except(Voor.AfgelopenOpschortingen)];
        IReadOnlyList<Gebeurtenis> gewacht =
        [
            .. Opdragen.Bezwaren(betaalopdracht, lopend, [.. Voor.LopendeBezwaren.Except(lopend)], Nu),
            .. Opdragen.Opschortingen(betaalopdracht, Opgeschort, hervat, Nu),
        ];
        if (!Verlaagd.TryGetValue(id, out var bedrag))
        {
            return Beslissing.Van(gewacht);
        }
        var gelezen = Open.Single(o => o.Id == id).Bedrag;
        return Beslissing.Van([.. gewacht, Opdragen.Verlaag(betaalopdracht, gelezen, bedrag, Na.Aanleiding!, Nu)]);
    }

    /// <summary>Orders that may have to wait for an objection or a suspension now, or no longer.</summary>
    private IReadOnlyList<string> TeWegen() =>
        !Na.LopendeBezwaren.SequenceEqual(Voor.LopendeBezwaren)
        || Na.Opschortingen.Count != Voor.Opschortingen.Count
        || Na.AfgelopenOpschortingen.Count != Voor.AfgelopenOpschortingen.Count
            ? [.. Voor.Opdrachten(Zaaknummer).Select(o => o.Id)]
        : Vernomen is TerugVernomen terug && (Na.LopendeBezwaren.Count > 0 || Opgeschort.Count > 0) ? [terug.Betaalopdracht]
        : [];
}
