using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>The debtor recognised on the day <c>Dag</c> that it is owed (4:105, second paragraph, Awb): the years begin anew.</summary>
[Naam("vordering-erkend")]
public sealed record VorderingErkend(LocalDate Dag, Verwijzing Toelichting, string Door, Instant Op) : Gebeurtenis;

/// <summary>Why a claim cannot be enforced for a while, which makes the time in which it can so much longer (4:111 Awb).</summary>
public enum Uitstelgrond
{
    /// <summary>Deferment was given: it is paid in instalments.</summary>
    Regeling,

    /// <summary>Bankruptcy, suspension of payment or debt restructuring.</summary>
    Belemmering,
}

/// <param name="Tot">The first day on which it is over; null while that is not known.</param>
public sealed record Uitstel(Uitstelgrond Grond, LocalDate Van, LocalDate? Tot);

// Until when it can be enforced (4:104 Awb), and what moves that day.
public sealed partial record Vordering
{
    public IReadOnlyList<VorderingErkend> Erkenningen { get; init; } = [];

    /// <summary>In the order in which they were told.</summary>
    public IReadOnlyList<Uitstel> Uitstellen { get; init; } = [];

    public Vordering Apply(VorderingErkend e) => this with { Erkenningen = [.. Erkenningen, e] };

    /// <summary>
    /// The last day on which it can be enforced: five years after the term to pay, or after the last of what interrupted that (4:105, 4:106, 4:110 Awb), and
    /// then so much longer as there was deferment, a bankruptcy or the like since (4:111 Awb). Null while there is no term.
    /// </summary>
    /// <param name="vandaag">Through which day one is counted that goes on.</param>
    public LocalDate? Verjaart(Regelversie versie, LocalDate vandaag)
    {
        if (Termijn is not { } termijn)
        {
            return null;
        }
        LocalDate?[] gestuit =
        [
            termijn.Uiterlijk,
            Aanmaningstermijn?.VerzondenOp,
            Verrekeningen.Select(v => (LocalDate?)v.Dag).Max(),
            Betekend?.Dag,
            Erkenningen.Select(e => (LocalDate?)e.Dag).Max(),
        ];
        var begin = gestuit.OfType<LocalDate>().Max();
        return Verleng(Termijnen.Einde(versie, Termijncode.Verjaring, begin), begin, vandaag);
    }

    /// <summary>Days that two of them have in common count once; what begins when it is over already, makes it no longer.</summary>
    private LocalDate Verleng(LocalDate einde, LocalDate begin, LocalDate vandaag)
    {
        var gerekend = begin.PlusDays(1);
        foreach (var uitstel in Uitstellen.OrderBy(u => u.Van))
        {
            var van = LocalDate.Max(uitstel.Van, gerekend);
            var tot = uitstel.Tot ?? vandaag.PlusDays(1);
            if (van <= einde && van < tot)
            {
                einde = einde.PlusDays(Period.DaysBetween(van, tot));
                gerekend = tot;
            }
        }
        return einde;
    }

    /// <summary>From the decision through the last instalment.</summary>
    private Vordering MetUitstel(RegelingGetroffen e) =>
        this with
        {
            Uitstellen =
            [
                .. Uitstellen,
                new(
                    Uitstelgrond.Regeling,
                    Moment.Dag(e.Op),
                    e.Termijnen.Select(t => t.Uiterlijk).DefaultIfEmpty(Moment.Dag(e.Op)).Max().PlusDays(1)
                ),
            ],
        };

    /// <summary>Of death the law says nothing.</summary>
    private Vordering MetUitstel(BelemmeringGemeld e) =>
        e.Soort == Belemmering.Overlijden ? this : this with { Uitstellen = [.. Uitstellen, new(Uitstelgrond.Belemmering, e.Vanaf, null)] };

    /// <summary>The last of this kind is over on <paramref name="dag"/>, if it was not before.</summary>
    private Vordering ZonderUitstel(Uitstelgrond grond, LocalDate dag) =>
        Uitstellen.LastOrDefault(u => u.Grond == grond) is { } laatste && (laatste.Tot is null || laatste.Tot > dag)
            ? this with
            {
                Uitstellen = [.. Uitstellen.Where(u => !ReferenceEquals(u, laatste)), laatste with { Tot = dag }],
            }
            : this;
}
