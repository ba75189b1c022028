using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>What can be said of an objection that came by post after its term, when nobody can tell on which day it was posted (6:9, second paragraph, Awb).</summary>
public static class Poststempel
{
    /// <summary>The last day on which it may still have been posted in time, in working days after the term.</summary>
    /// <param name="einde">The last day of the term to object.</param>
    public static LocalDate OntbreektTot(Regelversie versie, LocalDate einde) =>
        Feestdagen.WerkdagenNa(versie, einde, (int)versie.Op(Parameters.BezwaarZonderStempel, einde));
}
