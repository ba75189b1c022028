using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>When who did not pay in time is reminded (4:112 Awb): what was paid on the last day stands on a statement that has to be read first.</summary>
public static class Aanmaanmoment
{
    /// <summary>The first day: a working day, on which that statement is there, goes by after the last to pay.</summary>
    public static LocalDate Eerste(Regelversie versie, LocalDate uiterlijk) => Feestdagen.WerkdagenNa(versie, uiterlijk, 1).PlusDays(1);

    /// <summary>The last day on which one waits for that statement when it was not read.</summary>
    /// <param name="vandaag">Of which day the rule is.</param>
    public static LocalDate Wacht(Regelversie versie, LocalDate uiterlijk, LocalDate vandaag) =>
        Feestdagen.WerkdagenNa(versie, uiterlijk, (int)versie.Op(Parameters.AanmaningWacht, vandaag));
}
