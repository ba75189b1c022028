using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Opdrachten;

// Claimed back is only what was paid and not due (4:57 Awb). What is ordered and was not received, as it did not leave or came back, is ordered less instead.
public sealed partial record Verplichting
{
    /// <summary>What came back from the bank, in the order of hearing.</summary>
    public IReadOnlyList<TerugVernomen> Teruggekomen { get; init; } = [];

    /// <summary>What was set off, in order.</summary>
    public IReadOnlyList<VorderingVerrekend> Verrekeningen { get; init; } = [];

    /// <summary>What is to be claimed back by all that was booked, in euro; below zero: what is due and was not ordered.</summary>
    [JsonIgnore]
    public decimal Vordering => Math.Max(0, -(Laatste?.NogTeBetalen ?? 0)) + Geboekt.Vordering - Verrekeningen.Sum(v => v.Bedrag);

    /// <summary>Whether orders that were not received may have to be less, or more.</summary>
    [JsonIgnore]
    public bool IsTeVerrekenen => Rest is not null || Vordering != 0;

    /// <summary>By which orders become less: the last withdrawal, or else the settlement.</summary>
    [JsonIgnore]
    public string? Aanleiding => Intrekkingen is [.., var laatste] ? laatste.Besluit : Laatste?.Besluit;

    /// <summary>The settlement that was booked last; null when none was.</summary>
    private VaststellingVernomen? Laatste => Verrekende().Take(AantalAfgerekend).LastOrDefault();

    public Verplichting Apply(TerugVernomen e) => this with { Teruggekomen = [.. Teruggekomen, e] };

    public Verplichting Apply(VorderingVerrekend e) => this with { Verrekeningen = [.. Verrekeningen, e] };

    /// <summary>
    /// What is ordered less than what was signed, newest order first, as far as it is not on its way to the bank: what was withdrawn, and what would be
    /// claimed back otherwise.
    /// </summary>
    /// <param name="open">What each order still orders, in the order in which they were made.</param>
    /// <returns>By the id of the order what it becomes, and what is booked; nothing when all is as it should be.</returns>
    public (IReadOnlyDictionary<string, decimal> Orders, IReadOnlyList<Gebeurtenis> Geboekt) Verreken(
        IReadOnlyList<Opdracht> open,
        Instant nu
    )
    {
        var orders = new Dictionary<string, decimal>();
        if (Verlening is not { } verlening)
        {
            return (orders, []);
        }
        var (verplichting, voorschotten, kosten) = Minder(verlening);
        var erbij = voorschotten + kosten;
        var vordering = Vordering + erbij;
        var teStoppen = Math.Max(0, vordering);
        foreach (var opdracht in open.Reverse())
        {
            var stop = Math.Min(teStoppen, opdracht.Bedrag);
            if (stop > 0)
            {
                orders[opdracht.Id] = opdracht.Bedrag - stop;
                teStoppen -= stop;
            }
        }
        var gestopt = Math.Max(0, vordering) - teStoppen;
        var doorIntrekking = Math.Min(gestopt, Math.Max(0, erbij));
        var verrekend = vordering < 0 ? vordering : gestopt - doorIntrekking;

        var geboekt = new List<Gebeurtenis>();
        if ((verplichting, voorschotten, kosten) != (0, 0, 0))
        {
            geboekt.Add(
                new VerplichtingIngetrokken(
                    verlening.Tijdvak,
                    Intrekkingen[^1].Besluit,
                    verplichting,
                    voorschotten,
                    kosten,
                    doorIntrekking,
                    erbij - doorIntrekking,
                    nu
                )
            );
        }
        if (verrekend != 0)
        {
            // What is due after all is so by a settlement: before that nothing makes a claim less.
            geboekt.Add(new VorderingVerrekend(verlening.Tijdvak, (verrekend < 0 ? Laatste?.Besluit : null) ?? Aanleiding!, verrekend, nu));
        }
        return (orders, geboekt);
    }

    /// <summary>What the withdrawals take off, of each amount, beside what was booked of them before; in euro.</summary>
    private (decimal Verplichting, decimal Voorschotten, decimal Kosten) Minder(VerplichtingAangegaan verlening)
    {
        if (Rest is not { } rest)
        {
            return (0, 0, 0);
        }
        var verrekend = Verrekend;
        var verleend = Verleend ?? verlening.Bedrag;
        var gegeven = Voorschotten().Select(v => v.Voorschot).Where(Bekend).Sum(v => v.Bedrag);
        // What a settlement did not reckon with was taken back from the advances before it.
        var voorschotten = Math.Max(0, gegeven - (Afgerekend ? verrekend.Voorschotten : rest));
        var kosten = Math.Max(0, verrekend.Kosten - rest);
        var verplichting = verleend - verrekend.Verleend - (Afgerekend ? 0 : Math.Min(verleend, rest));
        return (verplichting - Geboekt.Verplichting, voorschotten - Geboekt.Voorschotten, kosten - Geboekt.Kosten);
    }
}
