using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Benchmarks;

/// <summary>Firms that did two scans with the same questions, with what changed between their first and their last.</summary>
/// <param name="Groep"><c>met-slim</c>: an award was decided between the two scans; else <c>zonder-slim</c>.</param>
/// <param name="Bedrijven">Rounded down to five.</param>
public sealed record Panelgroep(string Groep, int Bedrijven, IReadOnlyList<Panelcijfer> Dimensies);

/// <param name="Eerst">Mean of the firms at their first scan, one decimal; <c>Laatst</c> at their last.</param>
public sealed record Panelcijfer(
    string Code,
    [property: JsonConverter(typeof(AantalConverter))] decimal Eerst,
    [property: JsonConverter(typeof(AantalConverter))] decimal Laatst
);

/// <summary>Before and after, for who evaluates the scheme; by the thresholds of the benchmark, at both times. No proof of a cause: who applied
/// chose to. Pure.</summary>
public static class Panel
{
    /// <param name="cijfers">All reports of one list of questions.</param>
    /// <param name="verleend">Of an enterprise the days of its awards.</param>
    /// <param name="keuze">What of those questions is shown of all firms: their last scans are in that too.</param>
    public static IReadOnlyList<Panelgroep> Bereken(
        IReadOnlyList<Rapportcijfer> cijfers,
        ILookup<string, LocalDate> verleend,
        Celkeuze keuze
    )
    {
        var paren = cijfers
            .GroupBy(c => c.KvkNummer)
            .Select(f => (Eerst: f.MinBy(c => c.Op)!, Laatst: f.MaxBy(c => c.Op)!))
            .Where(p => p.Eerst.Op < p.Laatst.Op)
            .ToLookup(p => verleend[p.Eerst.KvkNummer].Any(dag => dag >= p.Eerst.Op && dag <= p.Laatst.Op) ? "met-slim" : "zonder-slim");
        var groepen = (
            from groep in paren
            let eerst = groep.Select(p => p.Eerst).ToList()
            let laatst = groep.Select(p => p.Laatst).ToList()
            where Benchmark.MagGetoond(eerst) && Benchmark.MagGetoond(laatst)
            orderby groep.Key
            select (groep.Key, eerst, laatst)
        ).ToList();
        var beelden = new List<Panelgroep>();
        var getoond = new List<Rapportcijfer>();
        foreach (var (naam, eerst, laatst) in groepen)
        {
            beelden.Add(
                new(
                    naam,
                    Drempels.Afgerond(eerst.Count),
                    [
                        .. from een in Benchmark.PerDimensie(eerst)
                        join twee in Benchmark.PerDimensie(laatst) on een.Code equals twee.Code
                        // By itself, and with the group that is told beside it.
                        where keuze.Verdraagt(laatst, een.Code) && keuze.Verdraagt([.. getoond, .. laatst], een.Code)
                        select new Panelcijfer(een.Code, een.Gemiddelde, twee.Gemiddelde),
                    ]
                )
            );
            getoond.AddRange(laatst);
        }
        return beelden;
    }
}
