using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Opdrachten;

// The award only goes up until something is withdrawn, and only down after that. So what is left is the least that a withdrawal left, in whatever order
// it is heard: what is booked and ordered first goes on as if nothing was withdrawn, and is put right by the difference with that. A withdrawal that was
// revoked leaves more, or does not count, also when that is heard before the withdrawal itself.
public sealed partial record Verplichting
{
    /// <summary>In the order of hearing.</summary>
    public IReadOnlyList<IntrekkingVernomen> Intrekkingen { get; init; } = [];

    /// <summary>What decisions on objection revoked of them, in the order of hearing; it only goes up.</summary>
    public IReadOnlyList<HerroepingVernomen> Herroepingen { get; init; } = [];

    /// <summary>What was ordered again, as it was stopped for a withdrawal that was revoked.</summary>
    public IReadOnlyList<Nabetaling> Nabetalingen { get; init; } = [];

    /// <summary>Proposals to withdraw that were heard of, in the order of hearing.</summary>
    public IReadOnlyList<OpschortingVernomen> Opschortingen { get; init; } = [];

    /// <summary>Numbers of those that ended.</summary>
    public IReadOnlyList<string> AfgelopenOpschortingen { get; init; } = [];

    /// <summary>What was booked of withdrawals so far, together.</summary>
    public Ingetrokken Geboekt { get; init; } = new(0, 0, 0, 0, 0);

    /// <summary>What the subsidy is at most by a withdrawal, in euro; null when nothing was withdrawn.</summary>
    [JsonIgnore]
    public decimal? Rest => Intrekkingen.Min(i => Laat(i));

    /// <param name="Nummer">Of its order.</param>
    /// <param name="Besluit">The decision on objection by which it is due.</param>
    public sealed record Nabetaling(string Nummer, string Besluit, decimal Bedrag, IReadOnlyList<string> Ondertekenaars);

    public sealed record Ingetrokken(decimal Verplichting, decimal Voorschotten, decimal Kosten, decimal Gestopt, decimal Vordering);

    /// <summary>What the settlements took of the obligation, took as advances and made cost, together, in euro.</summary>
    private (decimal Verleend, decimal Voorschotten, decimal Kosten) Verrekend
    {
        get
        {
            var afgerekend = Verrekende().Take(AantalAfgerekend).ToList();
            return afgerekend is [.. var eerdere, var laatste]
                ? (laatste.Verleend, laatste.Voorschotten - eerdere.Sum(v => Math.Max(0, v.NogTeBetalen)), laatste.Vastgesteld)
                : (0, 0, 0);
        }
    }

    /// <summary>Whether no payment is due on this day (4:56 Awb).</summary>
    public bool IsOpgeschort(LocalDate dag) => Opschortingen.Any(o => dag <= o.TotEnMet && !AfgelopenOpschortingen.Contains(o.Intrekking));

    public Verplichting Apply(OpschortingVernomen e) => this with { Opschortingen = [.. Opschortingen, e] };

    public Verplichting Apply(OpschortingAfgelopen e) => this with { AfgelopenOpschortingen = [.. AfgelopenOpschortingen, e.Intrekking] };

    public Verplichting Apply(IntrekkingVernomen e) =>
        this with
        {
            Intrekkingen = [.. Intrekkingen, e],
            AfgelopenOpschortingen = [.. AfgelopenOpschortingen, e.Besluit],
        };

    public Verplichting Apply(HerroepingVernomen e) => this with { Herroepingen = [.. Herroepingen, e] };

    public Verplichting Apply(VerplichtingIngetrokken e) =>
        this with
        {
            Nabetalingen = e.Gestopt < 0 ? [.. Nabetalingen, Betaal(e.Besluit, -e.Gestopt)] : Nabetalingen,
            Geboekt = new(
                Geboekt.Verplichting + e.Verplichting,
                Geboekt.Voorschotten + e.Voorschotten,
                Geboekt.Kosten + e.Kosten,
                Geboekt.Gestopt + e.Gestopt,
                Geboekt.Vordering + e.Vordering
            ),
        };

    /// <summary>What is ordered less than what was signed before, newest order first, as far as it is not on its way to the bank.</summary>
    /// <param name="open">What each order still orders, in the order in which they were made.</param>
    /// <returns>
    /// By the id of the order what it becomes, and what is booked; nothing when all is as it should be. What is booked can order again what was stopped.
    /// </returns>
    public (IReadOnlyDictionary<string, decimal> Orders, VerplichtingIngetrokken? Geboekt) TrekIn(IReadOnlyList<Opdracht> open, Instant nu)
    {
        if (Verlening is not { } verlening || Intrekkingen.Count == 0)
        {
            return (new Dictionary<string, decimal>(), null);
        }
        var rest = Rest ?? Verleend!.Value;
        var verrekend = Verrekend;
        var gegeven = Voorschotten().Select(v => v.Voorschot).Where(Bekend).Sum(v => v.Bedrag);
        // What a settlement did not reckon with was taken back from the advances before it.
        var voorschotten = Math.Max(0, gegeven - (Afgerekend ? verrekend.Voorschotten : rest));
        var kosten = Math.Max(0, verrekend.Kosten - rest);
        // What is left above what was settled is settled anew, when a withdrawal was revoked.
        var verplichting = Verleend!.Value - Math.Max(verrekend.Verleend, Math.Min(Verleend.Value, rest));
        var erbij = voorschotten + kosten - Geboekt.Voorschotten - Geboekt.Kosten;

        var orders = new Dictionary<string, decimal>();
        var teStoppen = Math.Max(0, erbij);
        foreach (var opdracht in open.Reverse())
        {
            var stop = Math.Min(teStoppen, opdracht.Bedrag);
            if (stop > 0)
            {
                orders[opdracht.Id] = opdracht.Bedrag - stop;
                teStoppen -= stop;
            }
        }
        var opnieuw = Opnieuw(-erbij);
        var gestopt = Math.Max(0, erbij) - teStoppen - opnieuw;
        var geboekt = new VerplichtingIngetrokken(
            verlening.Tijdvak,
            opnieuw > 0 ? Herroepingen[^1].Besluit : Intrekkingen[^1].Besluit,
            verplichting - Geboekt.Verplichting,
            voorschotten - Geboekt.Voorschotten,
            kosten - Geboekt.Kosten,
            gestopt,
            erbij - gestopt,
            nu
        );
        var niets = geboekt is { Verplichting: 0, Voorschotten: 0, Kosten: 0, Gestopt: 0, Vordering: 0 };
        return (orders, niets ? null : geboekt);
    }

    /// <summary>What a withdrawal leaves, as far as it was revoked; null when it was revoked altogether.</summary>
    private decimal? Laat(IntrekkingVernomen intrekking)
    {
        var herroepen = Herroepingen.Where(h => h.Intrekking == intrekking.Besluit).ToList();
        return herroepen.Any(h => h.Blijft is null) ? null : herroepen.Select(h => h.Blijft!.Value).Append(intrekking.Bedrag).Max();
    }

    private Nabetaling Betaal(string besluit, decimal bedrag) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"H{Nabetalingen.Count + 1}"),
            besluit,
            bedrag,
            Herroepingen.First(h => h.Besluit == besluit).Ondertekenaars
        );

    /// <summary>
    /// What becomes due again, in euro, is claimed back no longer, as far as it is; for the rest what was stopped is ordered again. The recipient gets no
    /// money that is claimed back as well.
    /// </summary>
    private decimal Opnieuw(decimal verschuldigd)
    {
        if (verschuldigd <= 0 || Herroepingen.Count == 0)
        {
            return 0;
        }
        var gevorderd = Geboekt.Vordering + Verrekende().Take(AantalAfgerekend).Select(v => Math.Max(0, -v.NogTeBetalen)).LastOrDefault();
        return Math.Max(0, verschuldigd - Math.Max(0, gevorderd));
    }

    /// <summary>
    /// What the withdrawal left that a settlement reckons with, as far as it was revoked then; null when it reckons with none, or what made it so was not
    /// heard of yet.
    /// </summary>
    private (decimal Bedrag, decimal Voorschot)? Verlaagd(VaststellingVernomen v)
    {
        foreach (var i in Intrekkingen.Where(i => i.Besluit == v.Intrekking && i.Bedrag == v.Verleend))
        {
            return (i.Bedrag, i.Voorschot);
        }
        foreach (var h in Herroepingen.Where(h => h.Intrekking == v.Intrekking && h.Blijft == v.Verleend))
        {
            return (h.Bedrag, h.Voorschot);
        }
        return null;
    }

    /// <summary>What contradicts the award in what is known of its withdrawal.</summary>
    private string? TegenspraakVanIntrekking(VerplichtingAangegaan verlening) =>
        Intrekkingen.FirstOrDefault(i =>
            i.KvkNummer != verlening.KvkNummer || i.Bedrag < 0 || i.Bedrag >= i.Was || i.Voorschot < 0 || i.Voorschot > i.Bedrag
        )
            is { } fout
            ? $"Intrekking {fout.Besluit} past niet bij {verlening.Besluit}: een andere onderneming, of geen lager bedrag."
        : Herroepingen.FirstOrDefault(h => h.KvkNummer != verlening.KvkNummer || h.Blijft <= 0 || h.Voorschot > h.Bedrag) is { } onjuist
            ? $"Herroeping {onjuist.Besluit} past niet bij {verlening.Besluit}: een andere onderneming, of een onmogelijk bedrag."
        : null;
}
