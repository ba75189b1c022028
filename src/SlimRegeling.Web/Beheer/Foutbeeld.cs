using SlimRegeling.Web.Api.Beheer;

namespace SlimRegeling.Web.Beheer;

/// <param name="Bericht">A kind of message at a context; else an endpoint or page.</param>
/// <param name="Fouten">Answers of 500 and above; of messages: attempts that failed.</param>
/// <param name="Aantal">How often the step was done, well or not.</param>
public sealed record Foutstap(string Stap, bool Bericht, long Fouten, long Aantal);

/// <summary>What went wrong in the last ten minutes in the processes that were seen: every step with errors, most errors first.</summary>
public sealed record Foutbeeld(IReadOnlyList<Foutstap> Stappen)
{
    public long Verzoeken => Stappen.Where(s => !s.Bericht).Sum(s => s.Fouten);

    public long Berichten => Stappen.Where(s => s.Bericht).Sum(s => s.Fouten);

    /// <param name="gemeten">Of each process once.</param>
    public static Foutbeeld Van(IEnumerable<MetingenBeeld> gemeten) =>
        new([
            .. gemeten
                .SelectMany(m => m.Verzoeken.Select(s => (s, Bericht: false)).Concat(m.Berichten.Select(s => (s, Bericht: true))))
                .GroupBy(x => (x.s.Stap, x.Bericht), x => x.s)
                .Select(g => new Foutstap(g.Key.Stap, g.Key.Bericht, g.Sum(s => s.Fouten), g.Sum(s => s.Aantal)))
                .Where(s => s.Fouten > 0)
                .OrderByDescending(s => s.Fouten)
                .ThenBy(s => s.Stap, StringComparer.Ordinal),
        ]);
}
