using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

public enum Bezwaarstand
{
    Loopt,
    Beslist,
    Ingetrokken,
}

/// <summary>An objection as the page of its case shows it; who objects and why is with Verlening.</summary>
/// <param name="BeslissenUiterlijk">The last day to decide on it (7:10 Awb); absent while that is not known, and once it is over.</param>
/// <param name="Beslissing">Number of the decision that holds; absent while there is none.</param>
/// <param name="BeroepTot">The last day to appeal against that; absent until its letter was sent.</param>
/// <param name="Ingebreke">The penalty for deciding late on one that runs, as it stands now; for employees only, and absent without a reminder.</param>
public sealed record Bezwaarbeeld(
    string Bezwaar,
    Bezwaarstand Stand,
    LocalDate? BeslissenUiterlijk = null,
    string? Beslissing = null,
    LocalDate? BeroepTot = null,
    Ingebrekestand? Ingebreke = null
)
{
    /// <summary>The day on which the reminder that holds was received; null when none does, and once it is over.</summary>
    internal LocalDate? IngebrekeOp { get; private init; }

    /// <param name="rijen">All steps of the case, in any order.</param>
    internal static IReadOnlyList<Bezwaarbeeld> Van(IReadOnlyList<ZaakTonen.Rij> rijen) =>
        [
            .. rijen
                .Where(r => r is { Stap: Stapcode.BezwaarIngediend, Besluit: not null })
                .Select(r => r.Besluit!)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(bezwaar => Van(bezwaar, rijen)),
        ];

    internal Bezwaarbeeld MetDwangsom(Regelversie versie, LocalDate vandaag) =>
        IngebrekeOp is { } op ? this with { Ingebreke = Ingebrekestand.Van(versie, op, null, vandaag) } : this;

    private static Bezwaarbeeld Van(string bezwaar, IReadOnlyList<ZaakTonen.Rij> rijen)
    {
        var beslissing = Laatste(
            rijen.Where(r => r.Stap == Stapcode.BezwaarBeslist && r.Besluit?.StartsWith($"{bezwaar}-", StringComparison.Ordinal) == true)
        )?.Besluit;
        var stand =
            rijen.Any(r => r.Stap == Stapcode.BezwaarIngetrokken && r.Besluit == bezwaar) ? Bezwaarstand.Ingetrokken
            : beslissing is not null ? Bezwaarstand.Beslist
            : Bezwaarstand.Loopt;
        return new(
            bezwaar,
            stand,
            stand == Bezwaarstand.Loopt
                ? Laatste(rijen.Where(r => r.Besluit == bezwaar && r.Dag is not null && !IsIngebreke(r)))?.Dag
                : null,
            beslissing,
            rijen.FirstOrDefault(r => r.Stap == Stapcode.BeroepstermijnGestart && r.Besluit == beslissing)?.Dag
        )
        {
            IngebrekeOp = stand == Bezwaarstand.Loopt ? LaatsteIngebreke(bezwaar, rijen) : null,
        };
    }

    /// <summary>By the versions of the objection, as what was said again may come before what was said first.</summary>
    private static LocalDate? LaatsteIngebreke(string bezwaar, IReadOnlyList<ZaakTonen.Rij> rijen) =>
        rijen
            .Where(r => r.Besluit == bezwaar && IsIngebreke(r))
            .OrderBy(r => r.Versie ?? 0)
            .ThenBy(r => r.Moment)
            .ThenBy(r => r.Bericht)
            .LastOrDefault()
            is { Stap: Eigenstap.Bezwaaringebreke, Dag: var dag }
            ? dag
            : null;

    private static bool IsIngebreke(ZaakTonen.Rij rij) => rij.Stap is Eigenstap.Bezwaaringebreke or Eigenstap.Bezwaarvervallen;

    private static ZaakTonen.Rij? Laatste(IEnumerable<ZaakTonen.Rij> rijen) =>
        rijen.OrderBy(r => r.Moment).ThenBy(r => r.Bericht).LastOrDefault();
}
