using System.Collections.Concurrent;
using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Regelstand;

/// <summary>
/// The states of one version. A change counts only when all that were signed before it are known: messages come in any order, and a state
/// that leaves one out in the middle has never been in force.
/// </summary>
internal sealed class Versiestanden
{
    private readonly Regelversie _bestand;
    private readonly Regelstap[] _getekend;
    private readonly ConcurrentDictionary<(int Bekend, int Geldend), Regelversie> _onthouden = new();

    public Versiestanden(IEnumerable<Regelstap> stappen)
    {
        var opVolgorde = stappen.DistinctBy(s => s.Volgnummer).OrderBy(s => s.Volgnummer).ToList();
        _getekend = [.. opVolgorde.TakeWhile((stap, i) => stap.Volgnummer == i + 1)];
        _bestand = Regelboek.Versie(opVolgorde[0].Regelversie);
    }

    public Regelversie Op(Instant moment) => Stand(_getekend.Length, moment);

    /// <summary>Looks back from all that is known to ever less of it, at the moment first.</summary>
    public Regelversie? Met(string hash, Instant moment)
    {
        for (var bekend = _getekend.Length; bekend >= 0; bekend--)
        {
            if (Stand(bekend, moment) is { } versie && versie.Hash == hash)
            {
                return versie;
            }
        }
        return null;
    }

    public IEnumerable<Regelversie> Vanaf(Instant moment) =>
        _getekend.Select(s => s.GeldtVanaf).Where(vanaf => vanaf > moment).Order().Prepend(moment).Select(Op);

    /// <summary>With the first so many that were signed, as far as they hold at the moment.</summary>
    private Regelversie Stand(int bekend, Instant moment)
    {
        var geldend = 0;
        for (var i = 0; i < bekend; i++)
        {
            geldend += _getekend[i].GeldtVanaf <= moment ? 1 : 0;
        }
        return geldend == 0
            ? _bestand
            : _onthouden.GetOrAdd(
                (bekend, geldend),
                sleutel =>
                    _bestand.Met([
                        .. _getekend
                            .Take(sleutel.Bekend)
                            .OrderBy(s => s.GeldtVanaf)
                            .ThenBy(s => s.Volgnummer)
                            .Take(sleutel.Geldend)
                            .Select(s => s.Wijziging),
                    ])
            );
    }
}
