using System.Diagnostics;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Medewerkers;

/// <summary>
/// What was decided about employees as the contexts of this process know it, kept in memory for a second: nearly every call of an employee asks,
/// and it seldom changes. The latest version wins, whichever context heard it first.
/// </summary>
internal sealed class Rolcorrecties(Contextregister contexten) : IRolcorrectie
{
    private static readonly TimeSpan Houdbaar = TimeSpan.FromSeconds(1);

    private volatile Gelezen? _onthouden;

    public async ValueTask<Rolcorrectie?> Van(string onderwerp, CancellationToken ct)
    {
        if (_onthouden is not { } bekend || Stopwatch.GetElapsedTime(bekend.Op) >= Houdbaar)
        {
            var op = Stopwatch.GetTimestamp();
            bekend = _onthouden = new(await Lees(ct), op);
        }
        return bekend.Correcties.GetValueOrDefault(onderwerp).Correctie;
    }

    private async Task<IReadOnlyDictionary<string, (long Versie, Rolcorrectie Correctie)>> Lees(CancellationToken ct)
    {
        var samen = new Dictionary<string, (long Versie, Rolcorrectie Correctie)>(StringComparer.Ordinal);
        var lezers = contexten.Hier.Where(o => o.Context.GehoordeBerichten.Contains(typeof(MedewerkerGewijzigdBericht)));
        foreach (var groep in lezers.GroupBy(o => o.Bron))
        {
            foreach (var (medewerker, gehoord) in await Medewerkertabel.Lees(groep.Key, groep.Select(o => o.Context.Naam), ct))
            {
                if (samen.GetValueOrDefault(medewerker).Versie <= gehoord.Versie)
                {
                    samen[medewerker] = gehoord;
                }
            }
        }
        return samen;
    }

    private sealed record Gelezen(IReadOnlyDictionary<string, (long Versie, Rolcorrectie Correctie)> Correcties, long Op);
}
