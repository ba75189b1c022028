using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>
/// What was signed about the money of one case; its id is the case number. The messages come in any order: nothing is ordered or settled
/// before the award is known as the decision reckons with it, and then all that waited for it.
/// </summary>
public sealed partial record Verplichting
{
    public string Id { get; init; } = "";

    public VerplichtingAangegaan? Verlening { get; init; }

    /// <summary>What decisions on objection made of the award, in any order; it only goes up.</summary>
    public IReadOnlyList<VerplichtingGewijzigd> Wijzigingen { get; init; } = [];

    public VoorschotVernomen? Voorschot { get; init; }

    /// <summary>Advances of other decisions, in the order of hearing.</summary>
    public IReadOnlyList<VoorschotVernomen> LatereVoorschotten { get; init; } = [];

    /// <summary>The first.</summary>
    public VaststellingVernomen? Vaststelling { get; init; }

    /// <summary>Those that came in the place of another, in the order of hearing.</summary>
    public IReadOnlyList<VaststellingVernomen> LatereVaststellingen { get; init; } = [];

    /// <summary>Whether the first took the place of the award.</summary>
    public bool Afgerekend { get; init; }

    /// <summary>How many of the later ones did.</summary>
    public int Herrekend { get; init; }

    /// <summary>Numbers of objections that were heard of, in the order of hearing.</summary>
    public IReadOnlyList<string> Bezwaren { get; init; } = [];

    public IReadOnlyList<string> AfgelopenBezwaren { get; init; } = [];

    /// <summary>Objections that were not decided on yet.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> LopendeBezwaren => [.. Bezwaren.Except(AfgelopenBezwaren)];

    /// <summary>What the award is now, in euro; null while it is not known.</summary>
    [JsonIgnore]
    public decimal? Verleend => Verlening?.Bedrag + Wijzigingen.Sum(w => w.Bedrag - w.Was);

    /// <summary>What of it may be paid in advance.</summary>
    [JsonIgnore]
    public decimal? TeBevoorschotten => Verlening is { } verlening ? VoorschotBij(verlening, decimal.MaxValue) + NaVoortgang : null;

    /// <summary>What was signed beside the advance of the award, after the progress report of a partnership.</summary>
    [JsonIgnore]
    public decimal NaVoortgang => Voorschotten().Select(v => v.Voorschot).Where(v => v.NaVoortgang == true && Bekend(v)).Sum(v => v.Bedrag);

    public Verplichting Apply(VerplichtingAangegaan e) => this with { Verlening = e };

    public Verplichting Apply(VerplichtingGewijzigd e) => this with { Wijzigingen = [.. Wijzigingen, e] };

    public Verplichting Apply(BezwaarVernomen e) => this with { Bezwaren = [.. Bezwaren, e.Bezwaar] };

    public Verplichting Apply(BezwaarAfgelopen e) => this with { AfgelopenBezwaren = [.. AfgelopenBezwaren, e.Bezwaar] };

    public Verplichting Apply(VoorschotVernomen e) =>
        Voorschot is null ? this with { Voorschot = e } : this with { LatereVoorschotten = [.. LatereVoorschotten, e] };

    public Verplichting Apply(VaststellingVernomen e) =>
        e.Vervangt is null ? this with { Vaststelling = e } : this with { LatereVaststellingen = [.. LatereVaststellingen, e] };

    public Verplichting Apply(VerplichtingAfgerekend e) =>
        this with
        {
            Afgerekend = true,
            Gekruist = e.Voorschotten - (Vaststelling?.Voorschotten ?? e.Voorschotten),
        };

    public Verplichting Apply(VerplichtingHerrekend _) => this with { Herrekend = Herrekend + 1 };

    public Verplichting Na(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            VerplichtingAangegaan e => Apply(e),
            VoorschotVernomen e => Apply(e),
            VaststellingVernomen e => Apply(e),
            VerplichtingAfgerekend e => Apply(e),
            VerplichtingHerrekend e => Apply(e),
            VerplichtingGewijzigd e => Apply(e),
            BezwaarVernomen e => Apply(e),
            BezwaarAfgelopen e => Apply(e),
            OpschortingVernomen e => Apply(e),
            OpschortingAfgelopen e => Apply(e),
            IntrekkingVernomen e => Apply(e),
            HerroepingVernomen e => Apply(e),
            VerplichtingIngetrokken e => Apply(e),
            TerugVernomen e => Apply(e),
            VorderingVerrekend e => Apply(e),
            TerugbetalingVernomen e => Apply(e),
            _ => this,
        };

    /// <summary>
    /// Takes in what another context signed. What contradicts what was signed before is refused: more advance than the award gives, another
    /// enterprise, or a settlement that reckons with an award or advance that never was, or is less than the one in whose place it comes. So is what would be
    /// paid by no decision, or by one that two people did not sign.
    /// </summary>
    public static Beslissing Verneem(Verplichting? verplichting, Gebeurtenis vernomen, Instant nu)
    {
        var voor = verplichting ?? new Verplichting();
        var na = voor.Na(vernomen);
        if (na == voor || AlBekend(voor, vernomen))
        {
            return Beslissing.Geen;
        }
        if ((NietOndertekend(vernomen) ?? na.Tegenspraak()) is { } tegenspraak)
        {
            return Weigering.Van("tegenspraak", tegenspraak);
        }
        List<Gebeurtenis> gebeurtenissen = [vernomen];
        while (na.Afrekening(nu) is { } afrekening)
        {
            gebeurtenissen.Add(afrekening);
            na = na.Na(afrekening);
        }
        return Beslissing.Van(gebeurtenissen);
    }

    /// <summary>The payment orders that follow from what was signed, in the case <paramref name="zaaknummer"/>.</summary>
    public IEnumerable<Opdracht> Opdrachten(string zaaknummer)
    {
        if (Verlening is not { } verlening)
        {
            yield break;
        }
        foreach (var (voorschot, nummer) in Voorschotten().Where(v => v.Voorschot.Bedrag > 0 && Bekend(v.Voorschot)))
        {
            yield return Maak(
                nummer.ToString(CultureInfo.InvariantCulture),
                Betaalsoort.Voorschot,
                voorschot.Besluit,
                voorschot.Bedrag,
                voorschot.Ondertekenaars
            );
        }
        foreach (var (v, i) in Afgerekende().Select((v, i) => (v, i)).Where(x => x.v.NogTeBetalen > 0))
        {
            var nummer = i == 0 ? "2" : string.Create(CultureInfo.InvariantCulture, $"2-{i + 1}");
            yield return Maak(nummer, Betaalsoort.Vaststelling, v.Besluit, v.NogTeBetalen, v.Ondertekenaars);
        }
        foreach (var n in Nabetalingen())
        {
            yield return Maak(n.Nummer, Betaalsoort.Nabetaling, n.Besluit, n.Bedrag, n.Ondertekenaars);
        }

        Opdracht Maak(string nummer, Betaalsoort soort, string besluit, decimal bedrag, IReadOnlyList<string> ondertekenaars) =>
            new($"{zaaknummer}-B{nummer}", zaaknummer, verlening.Tijdvak, verlening.KvkNummer, besluit, soort, bedrag, ondertekenaars);
    }

    private static bool AlBekend(Verplichting voor, Gebeurtenis vernomen) =>
        vernomen switch
        {
            VerplichtingAangegaan => voor.Verlening is not null,
            VoorschotVernomen e => voor.Voorschotten().Any(v => v.Voorschot.Besluit == e.Besluit),
            VaststellingVernomen { Vervangt: null } => voor.Vaststelling is not null,
            VaststellingVernomen e => voor.LatereVaststellingen.Any(v => v.Besluit == e.Besluit),
            VerplichtingGewijzigd e => voor.Wijzigingen.Any(w => w.Besluit == e.Besluit),
            BezwaarVernomen e => voor.Bezwaren.Contains(e.Bezwaar),
            BezwaarAfgelopen e => voor.AfgelopenBezwaren.Contains(e.Bezwaar),
            OpschortingVernomen e => voor.Opschortingen.Any(o => o.Intrekking == e.Intrekking),
            OpschortingAfgelopen e => voor.AfgelopenOpschortingen.Contains(e.Intrekking),
            IntrekkingVernomen e => voor.Intrekkingen.Any(i => i.Besluit == e.Besluit),
            HerroepingVernomen e => voor.Herroepingen.Any(h => h.Besluit == e.Besluit),
            TerugbetalingVernomen e => voor.Terugbetalingen.Any(t => t.Vordering == e.Vordering && t.Kenmerk == e.Kenmerk),
            TerugVernomen e => voor.Teruggekomen.Any(t => t.Betaalopdracht == e.Betaalopdracht && t.Versie == e.Versie),
            _ => true,
        };

    /// <summary>Each with the number of its order; settlements have the second.</summary>
    private IEnumerable<(VoorschotVernomen Voorschot, int Nummer)> Voorschotten() =>
        Voorschot is { } eerste ? LatereVoorschotten.Select((v, i) => (v, i + 3)).Prepend((eerste, 1)) : [];

    /// <summary>The decision that gave this advance is known, or the award of which one after a progress report is a part.</summary>
    private bool Bekend(VoorschotVernomen voorschot) =>
        voorschot.NaVoortgang == true
            ? Past(voorschot.Bedrag) && !IsAfgewikkeld
            : voorschot.Besluit == Verlening?.Besluit || Wijzigingen.Any(w => w.Besluit == voorschot.Besluit);

    private int AantalAfgerekend => Afgerekend ? 1 + Herrekend : 0;

    /// <summary>Each after the one in whose place it came, as far as they are known.</summary>
    private IEnumerable<VaststellingVernomen> Vaststellingen()
    {
        var volgende = Vaststelling;
        while (volgende is { } deze)
        {
            yield return deze;
            volgende = LatereVaststellingen.FirstOrDefault(v => v.Vervangt == deze.Besluit);
        }
    }

    /// <summary>What the next settlement makes of the obligation; null when there is none, or the award that it reckons with is not known.</summary>
    private Gebeurtenis? Afrekening(Instant nu)
    {
        var vaststellingen = Vaststellingen().ToList();
        if (
            Verlening is not { } verlening
            || vaststellingen.ElementAtOrDefault(AantalAfgerekend) is not { } v
            || !WasVerleend(verlening, v)
            || NaVoortgang < (v.NaVoortgang ?? 0)
        )
        {
            return null;
        }
        if (AantalAfgerekend > 0)
        {
            var verrekend = Verrekende().ToList();
            return VerplichtingHerrekend.Van(verlening.Tijdvak, verrekend[AantalAfgerekend - 1], verrekend[AantalAfgerekend], nu);
        }
        var gekruist = Kruist(v);
        return new VerplichtingAfgerekend(
            verlening.Tijdvak,
            v.Besluit,
            v.Verleend,
            v.Vastgesteld,
            v.Voorschotten + gekruist,
            v.NogTeBetalen - gekruist,
            nu
        );
    }

    /// <summary>
    /// Whether the award was what the settlement reckons with, and all that made it so is known. It can cross a decision that makes the award more; then
    /// another settlement comes in its place.
    /// </summary>
    private bool WasVerleend(VerplichtingAangegaan verlening, VaststellingVernomen v) =>
        v.Intrekking is not null
            ? Verlaagd(v) is not null && v.Verleend <= Verleend
            : verlening.Bedrag + Wijzigingen.Where(w => w.Bedrag <= v.Verleend).Sum(w => w.Bedrag - w.Was) == v.Verleend;

    /// <summary>What may be paid in advance as long as the award is not more than this.</summary>
    private decimal VoorschotBij(VerplichtingAangegaan verlening, decimal verleend) =>
        Wijzigingen.Where(w => w.Bedrag <= verleend).Select(w => w.Voorschot).Append(verlening.Voorschot).Max();

    /// <summary>
    /// What a settlement must reckon with as advanced: the advance after a progress report is what it says of it, as the two can cross. Of both advances
    /// together no more than what the withdrawal left that it reckons with: what was above that was taken back by it.
    /// </summary>
    private decimal Bevoorschot(VerplichtingAangegaan verlening, VaststellingVernomen v)
    {
        var naVoortgang = v.NaVoortgang ?? 0;
        return Verlaagd(v) is { } verlaagd
            ? Math.Min(verlaagd.Voorschot + naVoortgang, verlaagd.Bedrag)
            : VoorschotBij(verlening, v.Verleend) + naVoortgang;
    }
}
