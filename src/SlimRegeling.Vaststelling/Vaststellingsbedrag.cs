using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling;

/// <summary>What remains of an award when not all of it was done.</summary>
public static class Vaststellingsbedrag
{
    /// <summary>
    /// The award when every activity was done (7.4, third paragraph, Kaderregeling: at most the award). Otherwise lower (4:46, second
    /// paragraph, under a, Awb) by the part that the activities not done have in the award, in cents, half up. Null when the award does
    /// not tell what each activity weighs.
    /// </summary>
    public static decimal? Bereken(Opengesteld verleend, IReadOnlyList<string> uitgevoerd)
    {
        if (verleend.Activiteiten.All(uitgevoerd.Contains))
        {
            return verleend.Verleend;
        }
        if (uitgevoerd.Count == 0)
        {
            return 0.00m;
        }
        if (verleend.Aandelen is not { } aandelen || !verleend.Activiteiten.All(aandelen.ContainsKey))
        {
            return null;
        }
        var geheel = verleend.Activiteiten.Sum(a => aandelen[a]);
        var gedaan = verleend.Activiteiten.Where(uitgevoerd.Contains).Sum(a => aandelen[a]);
        return geheel > 0 && gedaan >= 0 && gedaan <= geheel ? Getal.Centen(verleend.Verleend * gedaan / geheel) : null;
    }
}
