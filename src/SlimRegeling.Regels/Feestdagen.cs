using NodaTime;
using NodaTime.Text;

namespace SlimRegeling.Regels;

/// <summary>The days that are none for the Algemene termijnenwet: its holidays (article 3), Saturdays and Sundays.</summary>
public static class Feestdagen
{
    public static bool IsFeestdag(Regelversie versie, LocalDate dag)
    {
        foreach (var feestdag in versie.Feestdagen.Values)
            if (Valt(feestdag, dag.Year) == dag)
                return true;
        return false;
    }

    /// <summary>The day itself when it counts, else the next that is no Saturday, Sunday or holiday.</summary>
    public static LocalDate EersteWerkdag(Regelversie versie, LocalDate dag)
    {
        while (dag.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || IsFeestdag(versie, dag))
            dag = dag.PlusDays(1);
        return dag;
    }

    /// <summary>The day that is so many working days after this one.</summary>
    public static LocalDate WerkdagenNa(Regelversie versie, LocalDate dag, int aantal)
    {
        for (; aantal > 0; aantal--)
            dag = EersteWerkdag(versie, dag.PlusDays(1));
        return dag;
    }

    /// <summary>Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher).</summary>
    public static LocalDate Pasen(int jaar)
    {
        var gulden = jaar % 19;
        var (eeuw, inEeuw) = (jaar / 100, jaar % 100);
        var correctie = (eeuw - (eeuw + 8) / 25 + 1) / 3;
        var maan = (19 * gulden + eeuw - eeuw / 4 - correctie + 15) % 30;
        var zondag = (32 + 2 * (eeuw % 4) + 2 * (inEeuw / 4) - maan - inEeuw % 4) % 7;
        var laat = (gulden + 11 * maan + 22 * zondag) / 451;
        var telling = maan + zondag - 7 * laat + 114;
        return new(jaar, telling / 31, telling % 31 + 1);
    }

    private static LocalDate? Valt(Feestdag feestdag, int jaar)
    {
        if (feestdag.Datum is { } datum)
            return LocalDatePattern.Iso.Parse(datum).Value;
        if (feestdag.DagenNaPasen is { } dagen)
            return Pasen(jaar).PlusDays(dagen);
        var dag = new LocalDate(jaar, feestdag.Maand!.Value, feestdag.Dag!.Value);
        return feestdag.OpZondagDagEerder && dag.DayOfWeek == IsoDayOfWeek.Sunday ? dag.PlusDays(-1) : dag;
    }
}
