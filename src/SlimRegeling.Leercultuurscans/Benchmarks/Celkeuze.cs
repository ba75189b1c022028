using SlimRegeling.Leercultuurscans.Rapporten;

namespace SlimRegeling.Leercultuurscans.Benchmarks;

/// <summary>
/// Which groups of firms the benchmark tells of: those that are large enough, as far as nothing about fewer firms follows from all of them together
/// (<see cref="Celnetwerk"/>); the whole goes first, then size classes, sectors, and both. The same again for each dimension, among the firms that show it.
/// It is the same for everyone who looks. Pure.
/// </summary>
public sealed class Celkeuze
{
    private readonly IReadOnlyList<Rapportcijfer> _cijfers;
    private readonly Dictionary<string, List<Benchmarkcel>> _perCode;
    private readonly List<Benchmarkcel> _getoond;

    private Celkeuze(IReadOnlyList<Rapportcijfer> cijfers)
    {
        _cijfers = cijfers;
        _getoond = Kies(Vakken(cijfers), Kandidaten(cijfers));
        _perCode = cijfers
            .SelectMany(c => c.Scores.Keys)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(code => code, PerCode, StringComparer.Ordinal);
    }

    public IReadOnlyList<Benchmarkcel> Getoond => _getoond;

    /// <param name="cijfers">Of each firm one, also of who looks.</param>
    public static Celkeuze Van(IReadOnlyList<Rapportcijfer> cijfers) => new(cijfers);

    /// <summary>Whether a dimension is told of a group.</summary>
    public bool Toont(Benchmarkcel cel, string code) => _perCode.TryGetValue(code, out var cellen) && cellen.Contains(cel);

    /// <summary>
    /// Whether a dimension can be told of another group, which goes across the cells: of a campaign, or of firms that did two scans. It can when it follows
    /// from the cells anyway, or when every combination with it leaves enough firms: in each cell those of the group or the others, whichever are fewer, and
    /// those of the group that are in none.
    /// </summary>
    public bool Verdraagt(IReadOnlyCollection<Rapportcijfer> groep, string code)
    {
        var erin = Met(groep, code).Select(c => c.Scan).ToHashSet(StringComparer.Ordinal);
        var cijfers = Met(_cijfers, code);
        var vakken = cijfers
            .GroupBy(c => (c.Sector, c.Grootte))
            .ToDictionary(v => v.Key, v => (Erin: v.Count(c => erin.Contains(c.Scan)), Samen: v.Count()));
        var buiten = erin.Count - vakken.Values.Sum(v => v.Erin);
        return buiten + vakken.Values.Sum(v => Math.Min(v.Erin, v.Samen - v.Erin)) >= Drempels.Bedrijven
            || (
                buiten == 0
                && vakken.Values.All(v => v.Erin == 0 || v.Erin == v.Samen)
                && new Celnetwerk(Vakken(cijfers), [.. _perCode.GetValueOrDefault(code, [])]).Volgt((s, g) => vakken[(s, g)].Erin > 0)
            );
    }

    private List<Benchmarkcel> PerCode(string code)
    {
        var cijfers = Met(_cijfers, code);
        return cijfers.Count == _cijfers.Count ? _getoond : Kies(Vakken(cijfers), _getoond);
    }

    private static List<Benchmarkcel> Kies(Dictionary<(string? Sector, string? Grootte), Celomvang> vakken, List<Benchmarkcel> kandidaten)
    {
        var gekozen = new List<Benchmarkcel>();
        foreach (var cel in kandidaten)
        {
            var omvang = vakken
                .Where(v => cel.Heeft(v.Key.Sector, v.Key.Grootte))
                .Aggregate(default(Celomvang), (som, vak) => som.Met(vak.Value));
            if (omvang.MagGetoond && !new Celnetwerk(vakken, [.. gekozen, cel]).Verraadt())
            {
                gekozen.Add(cel);
            }
        }
        return gekozen;
    }

    private static List<Benchmarkcel> Kandidaten(IReadOnlyList<Rapportcijfer> cijfers)
    {
        var sectoren = cijfers.Select(c => c.Sector).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var groottes = cijfers.Select(c => c.Grootte).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        return
        [
            Benchmarkcel.Alle,
            .. groottes.Select(g => new Benchmarkcel(null, g)),
            .. sectoren.Select(s => new Benchmarkcel(s, null)),
            .. from sector in sectoren from grootte in groottes select new Benchmarkcel(sector, grootte),
        ];
    }

    private static Dictionary<(string? Sector, string? Grootte), Celomvang> Vakken(IReadOnlyList<Rapportcijfer> cijfers) =>
        cijfers.GroupBy(c => (c.Sector, c.Grootte)).ToDictionary(v => v.Key, Celomvang.Van);

    private static List<Rapportcijfer> Met(IReadOnlyCollection<Rapportcijfer> cijfers, string code) =>
        [.. cijfers.Where(c => c.Scores.ContainsKey(code))];
}
