using NodaTime;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>
/// The rules about debts: those of the Awb are the same for every window, so they follow the day, and a change that was signed counts at once.
/// </summary>
public static class Geldschuldregels
{
    public static Regelversie Op(Regelstanden regels, Instant moment)
    {
        var dag = Moment.Dag(moment);
        return regels.Versie(Regelboek.Laad().Last(v => v.Vanaf <= dag).Id, moment);
    }
}
