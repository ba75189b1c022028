using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Instrumenten;

namespace SlimRegeling.Leercultuurscans.Tests;

/// <summary>The same 200 firms each time: some high and some low, one answer in fifteen left out, and each person with up to three wishes.</summary>
internal static class Rekenbedrijven
{
    public static List<IReadOnlyList<Antwoordblad>> Maak(Vragenlijst lijst)
    {
        // No sequence of the framework: that may change with a version.
        var stand = 20261201u;
        return
        [
            .. Enumerable
                .Range(0, 200)
                .Select(_ =>
                {
                    var niveau = Trek(4);
                    return (IReadOnlyList<Antwoordblad>)[.. Enumerable.Range(0, 6 + Trek(60)).Select(_ => Persoon(niveau))];
                }),
        ];

        Antwoordblad Persoon(int niveau)
        {
            var eigen = Trek(2);
            return new(
                lijst.Delen.ToDictionary(
                    d => d.Onderdeel.Code,
                    d =>
                        (IReadOnlyList<int?>)
                            [.. d.Onderdeel.Vragen.Select(_ => Trek(15) == 0 ? (int?)null : Math.Clamp(niveau + eigen + Trek(3), 1, 5))]
                ),
                [.. Enumerable.Range(0, Trek(4)).Select(_ => Dimensies.Kern[Trek(2) * Trek(6)]).Distinct()]
            );
        }

        int Trek(int onder)
        {
            stand = (stand * 1664525u) + 1013904223u;
            return (int)((stand >> 16) % (uint)onder);
        }
    }

    /// <summary>Who answered both questions of at least four kernvragen: of those a score needs both.</summary>
    public static List<Antwoordblad> Tellend(IReadOnlyList<Antwoordblad> bladen) =>
        [.. bladen.Where(b => Dimensies.Kern.Count(d => b.Antwoorden[d].All(a => a is not null)) >= 4)];
}
