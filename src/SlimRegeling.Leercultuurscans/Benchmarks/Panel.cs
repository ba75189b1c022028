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
    public static IReadOnlyList<Panelgroep> Bereken(IReadOnlyList<Rapportcijfer> cijfers, ILookup<string, LocalDate> verleend)
    {
        var paren = cijfers
            .GroupBy(c => c.KvkNummer)
            .Select(f => (Eerst: f.MinBy(c => c.Op)!, Laatst: f.MaxBy(c => c.Op)!))
            .Where(p => p.Eerst.Op < p.Laatst.Op)
            .ToLookup(p => verleend[p.Eerst.KvkNummer].Any(dag => dag >= p.Eerst.Op && dag <= p.Laatst.Op) ? "met-slim" : "zonder-slim");
        return
        [
            .. from groep in paren
            let eerst = groep.Select(p => p.Eerst).ToList()
            let laatst = groep.Select(p => p.Laatst).ToList()
            where Benchmark.MagGetoond(eerst) && Benchmark.MagGetoond(laatst)
            orderby groep.Key
            select new Panelgroep(
                groep.Key,
                Drempels.Afgerond(eerst.Count),
                [
                    .. from een in Benchmark.PerDimensie(eerst)
                    join twee in Benchmark.PerDimensie(laatst) on een.Code equals twee.Code
                    select new Panelcijfer(een.Code, een.Gemiddelde, twee.Gemiddelde),
                ]
            ),
        ];
    }
}
