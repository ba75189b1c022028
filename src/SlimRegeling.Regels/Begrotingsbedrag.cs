namespace SlimRegeling.Regels;

/// <summary>What a part of a budget counts for, so that what is accepted can be laid beside what was asked.</summary>
public static class Begrotingsbedrag
{
    /// <summary>
    /// Euro: the costs that count after the highest rates and rounding, before the surcharge, and the fixed amounts (2.14, 2.16). What the version
    /// has no amount for counts for nothing.
    /// </summary>
    public static decimal Van(Regelversie versie, Activiteit activiteit)
    {
        var staat = new Rekenstaat(versie, activiteit.EigenUren.Count + activiteit.ExterneUren.Count + 1);
        var kosten = Kosten.Telt(versie, activiteit.Soort) ? Kosten.Reken(staat, activiteit) : 0m;
        return activiteit.Soort switch
        {
            Activiteitsoort.B => kosten + activiteit.Trajecten * (versie.Zoek(Parameters.BedragLoopbaantraject) ?? 0m),
            Activiteitsoort.D => kosten + activiteit.Praktijkleerplaatsen * (versie.Zoek(Parameters.BedragPraktijkleerplaats) ?? 0m),
            _ => kosten,
        };
    }
}
