using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Vorderen;

// A claim follows what the obligation says is to be claimed back in all: what is more is added to the one that was not decided yet, or else a new one; what is
// less comes off the newest first, and never off what was repaid: that is due to the recipient again, and the obligation orders it.
public sealed partial record Vordering
{
    /// <summary>What each becomes when <paramref name="gevorderd"/> is claimed in all, in euro; a new one at the end when it has no claim.</summary>
    /// <param name="vorderingen">All claims of the case, oldest first.</param>
    public static IReadOnlyList<(Vordering? Vordering, decimal Hoofdsom)> Verdeel(IReadOnlyList<Vordering> vorderingen, decimal gevorderd)
    {
        var verdeeld = vorderingen.Select(v => ((Vordering?)v, v.Hoofdsom)).ToList();
        var verschil = gevorderd - vorderingen.Sum(v => v.Hoofdsom);
        if (verschil > 0)
        {
            if (vorderingen is [.., { Besloten: null } laatste])
            {
                verdeeld[^1] = (laatste, laatste.Hoofdsom + verschil);
            }
            else
            {
                verdeeld.Add((null, verschil));
            }
        }
        for (var i = vorderingen.Count - 1; i >= 0 && verschil < 0; i--)
        {
            var eraf = Math.Min(-verschil, vorderingen[i].Hoofdsom - vorderingen[i].Ontvangen.Hoofdsom);
            verdeeld[i] = (vorderingen[i], vorderingen[i].Hoofdsom - eraf);
            verschil += eraf;
        }
        return verdeeld;
    }

    /// <summary>It is <paramref name="bedrag"/> from now on; when that is nothing, nothing is owed for reminding and enforcing either.</summary>
    /// <param name="besluit">That makes it so.</param>
    public Beslissing StelBij(decimal bedrag, string besluit, Instant nu)
    {
        if (bedrag == Hoofdsom)
        {
            return Beslissing.Geen;
        }
        List<Gebeurtenis> gebeurtenissen = [new VorderingBijgesteld(besluit, bedrag, Hoofdsom, nu)];
        if (Ontvangen.Hoofdsom + Afgeboekt.Hoofdsom - bedrag is > 0 and var terug)
        {
            gebeurtenissen.Add(new AfboekingTeruggenomen(Zaaknummer, Ontstaan.Tijdvak, besluit, terug, nu));
        }
        // By what is claimed no longer nobody was in default; what was paid of it is no debt that falls away.
        if (bedrag == 0 && Open.Kosten > 0)
        {
            gebeurtenissen.Add(new VorderingskostenVervallen(Zaaknummer, Ontstaan.Tijdvak, besluit, Open.Kosten, nu));
        }
        var na = gebeurtenissen.Aggregate(this, (stand, gebeurtenis) => stand.Na(gebeurtenis));
        IReadOnlyList<Gebeurtenis> voldaan = Ontvangen.Totaal > 0 && Open.Totaal > 0 ? na.Voldaan(Moment.Dag(nu), nu) : [];
        return Beslissing.Van([.. gebeurtenissen, .. voldaan, .. Vervalt(nu)]);
    }

    /// <summary>
    /// What comes in for it: costs first, then interest that was set, then the sum (4:92 Awb). Interest that was not set yet (4:99 Awb) is owed, and is no part of
    /// it. What came in by the last day to pay goes to the sum, as nothing was charged then. What is more than stands open is not booked here.
    /// </summary>
    /// <param name="dag">On which it was booked, which can be long before it is heard.</param>
    /// <param name="ookAfgeboekt">Whether it can be for what was written off, as people say; that is taken back first.</param>
    /// <returns>What follows, and what is left of the amount.</returns>
    public (Beslissing Beslissing, decimal Over) Ontvang(
        string mutatie,
        decimal bedrag,
        LocalDate dag,
        Instant nu,
        bool ookAfgeboekt = false
    )
    {
        List<Gebeurtenis> vooraf = [.. NietInVerzuim(bedrag, dag, nu)];
        var stand = vooraf.Aggregate(this, (s, gebeurtenis) => s.Na(gebeurtenis));
        if (ookAfgeboekt && stand.NeemTerug(bedrag, nu) is { } terug)
        {
            vooraf.Add(terug);
            stand = stand.Na(terug);
        }
        var (toegerekend, rest) = IsOpTijd(dag) ? stand.Open.VerdeelOpTijd(bedrag) : stand.Open.Verdeel(bedrag);
        if (bedrag <= 0 || Kent(mutatie) || toegerekend.Totaal == 0)
        {
            return (Beslissing.Geen, bedrag);
        }
        var betaald = new VorderingBetaald(
            Zaaknummer,
            Ontstaan.Tijdvak,
            Besloten?.Besluit ?? Ontstaan.Besluit,
            mutatie,
            dag,
            toegerekend,
            nu
        );
        return (Beslissing.Van([.. vooraf, betaald, .. stand.Na(betaald).Voldaan(dag, nu), .. Vervalt(nu)]), rest);
    }

    /// <summary>That nothing stands open any more, after money or a set-off; nothing while something does, or was written off.</summary>
    public IReadOnlyList<Gebeurtenis> Voldaan(LocalDate dag, Instant nu) =>
        Open.Totaal <= 0 && Afgeboekt.Totaal <= 0
            ? [new VorderingVoldaan(Zaaknummer, KvkNummer, Ontvangen.Totaal, Ontvangen.Hoofdsom, dag, nu)]
            : [];

    /// <summary>What lies ready to be signed is about another sum than it would be now, or of who cannot be held to it.</summary>
    public IReadOnlyList<Gebeurtenis> Vervalt(Instant nu) =>
        Voorstel is { } voorstel ? [new VorderingsvoorstelVervallen(voorstel.Hash, nu)] : [];

    /// <summary>Of what was written off so much as comes in above what stands open; null when that is nothing.</summary>
    private AfboekingTeruggenomen? NeemTerug(decimal bedrag, Instant nu) =>
        Afgeboekt.Verdeel(bedrag - Open.Totaal).Toegerekend is { Totaal: > 0 } terug
            ? new(Zaaknummer, Ontstaan.Tijdvak, Besloten?.Besluit ?? Ontstaan.Besluit, terug.Hoofdsom, nu, terug.Kosten, terug.Rente)
            : null;

    private bool IsOpTijd(LocalDate dag) => dag <= Termijn?.Uiterlijk;

    /// <summary>Who paid all of it by the last day was not in default (4:97 Awb), whenever we hear so: the reminder costs them nothing (4:113 Awb).</summary>
    private IReadOnlyList<Gebeurtenis> NietInVerzuim(decimal bedrag, LocalDate dag, Instant nu) =>
        Aangemaand is { } aangemaand
        && IsOpTijd(dag)
        && Ontvangsten().Where(o => IsOpTijd(o.Dag)).Sum(o => o.Ontvangen.Hoofdsom) + bedrag >= Hoofdsom
        && Math.Min(aangemaand.Vergoeding - VervallenKosten, Open.Kosten) is > 0 and var vergoeding
            ? [new VorderingskostenVervallen(Zaaknummer, Ontstaan.Tijdvak, aangemaand.Besluit, vergoeding, nu)]
            : [];
}
