using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Opdrachten;

// Claimed back is only what was paid and not due (4:57 Awb). What is ordered and was not received, as it did not leave or came back, is ordered less instead.
// What is due after all is claimed back no longer, and as far as it was not claimed it is ordered anew: never more than was ordered less.
public sealed partial record Verplichting
{
    /// <summary>What came back from the bank, in the order of hearing.</summary>
    public IReadOnlyList<TerugVernomen> Teruggekomen { get; init; } = [];

    /// <summary>What was set off, in order.</summary>
    public IReadOnlyList<VorderingVerrekend> Verrekeningen { get; init; } = [];

    /// <summary>
    /// What is to be claimed back by all that was booked and was not repaid, in euro; below zero: what is due and was not ordered.
    /// </summary>
    [JsonIgnore]
    public decimal Vordering => Gevorderd - Terugbetaald;

    /// <summary>Whether orders that were not received may have to be less, or more.</summary>
    [JsonIgnore]
    public bool IsTeVerrekenen => Intrekkingen.Count > 0 || Vordering != 0;

    /// <summary>By which orders become less: the last withdrawal that was not revoked, or else the settlement; null when nothing makes them so.</summary>
    [JsonIgnore]
    public string? Aanleiding => Intrekkingen.LastOrDefault(i => Laat(i) is not null)?.Besluit ?? Laatste?.Besluit;

    /// <summary>The settlement that was booked last; null when none was.</summary>
    private VaststellingVernomen? Laatste => Afgerekende().LastOrDefault();

    public Verplichting Apply(TerugVernomen e) => this with { Teruggekomen = [.. Teruggekomen, e] };

    public Verplichting Apply(VorderingVerrekend e) => this with { Verrekeningen = [.. Verrekeningen, e] };

    /// <summary>
    /// What is ordered less than what was signed, newest order first, as far as it is not on its way to the bank: what was withdrawn, and what would be
    /// claimed back otherwise.
    /// </summary>
    /// <param name="gehoord">What was heard now and followed from it.</param>
    /// <param name="open">What each order still orders, in the order in which they were made.</param>
    /// <returns>By the id of the order what it becomes, and what is booked; nothing when all is as it should be.</returns>
    public (IReadOnlyDictionary<string, decimal> Orders, IReadOnlyList<Gebeurtenis> Geboekt) Verreken(
        IReadOnlyList<Gebeurtenis> gehoord,
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
            var besluit = gehoord.OfType<HerroepingVernomen>().FirstOrDefault()?.Besluit ?? Intrekkingen[^1].Besluit;
            geboekt.Add(
                new VerplichtingIngetrokken(
                    verlening.Tijdvak,
                    besluit,
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
            geboekt.Add(new VorderingVerrekend(verlening.Tijdvak, verrekend < 0 ? Alsnog(gehoord) : Aanleiding!, verrekend, nu));
        }
        return (orders, geboekt);
    }

    /// <summary>
    /// By which what was ordered less is due after all: the settlement that was booked now, or else what revoked a withdrawal now. Nothing else that is
    /// heard makes more due than it orders itself, and either is heard once: a decision has one such order.
    /// </summary>
    private static string Alsnog(IReadOnlyList<Gebeurtenis> gehoord) =>
        gehoord
            .Select(g =>
                g switch
                {
                    HerroepingVernomen e => e.Besluit,
                    VerplichtingAfgerekend e => e.Besluit,
                    VerplichtingHerrekend e => e.Besluit,
                    _ => null,
                }
            )
            .OfType<string>()
            .Last();

    /// <summary>What was ordered less and is due after all, with the number of its order: it goes by what kind of decision made it so.</summary>
    private IEnumerable<(string Nummer, string Besluit, decimal Bedrag, IReadOnlyList<string> Ondertekenaars)> Nabetalingen()
    {
        var (herroepen, vastgesteld) = (0, 0);
        foreach (var v in Verrekeningen.Where(v => v.Bedrag < 0))
        {
            yield return Herroepingen.FirstOrDefault(h => h.Besluit == v.Besluit) is { } herroeping
                ? (string.Create(CultureInfo.InvariantCulture, $"H{++herroepen}"), v.Besluit, -v.Bedrag, herroeping.Ondertekenaars)
                : (
                    string.Create(CultureInfo.InvariantCulture, $"2-N{++vastgesteld}"),
                    v.Besluit,
                    -v.Bedrag,
                    Vaststellingen().First(s => s.Besluit == v.Besluit).Ondertekenaars
                );
        }
    }

    /// <summary>What the settlements took of the obligation, took as advances and made cost, together, in euro.</summary>
    private (decimal Verleend, decimal Voorschotten, decimal Kosten) Verrekend =>
        Afgerekende().ToList() is [.. var eerdere, var laatste]
            ? (laatste.Verleend, laatste.Voorschotten - eerdere.Sum(v => Math.Max(0, v.NogTeBetalen)), laatste.Vastgesteld)
            : (0, 0, 0);

    /// <summary>What the withdrawals take off, of each amount, beside what was booked of them before; below zero when they were revoked; in euro.</summary>
    private (decimal Verplichting, decimal Voorschotten, decimal Kosten) Minder(VerplichtingAangegaan verlening)
    {
        if (Intrekkingen.Count == 0)
        {
            return (0, 0, 0);
        }
        var verleend = Verleend ?? verlening.Bedrag;
        var rest = Math.Min(verleend, Rest ?? verleend);
        var gegeven = Voorschotten().Select(v => v.Voorschot).Where(Bekend).Sum(v => v.Bedrag);
        var verrekend = Verrekend;
        // What a settlement did not reckon with was taken back from the advances before it. What is left of the award above it is settled anew.
        return (
            verleend - Math.Max(verrekend.Verleend, rest) - Geboekt.Verplichting,
            Math.Max(0, gegeven - (Afgerekend ? verrekend.Voorschotten : rest)) - Geboekt.Voorschotten,
            Math.Max(0, verrekend.Kosten - rest) - Geboekt.Kosten
        );
    }
}
