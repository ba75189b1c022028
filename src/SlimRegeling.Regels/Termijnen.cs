using NodaTime;

namespace SlimRegeling.Regels;

/// <param name="Code">A code of <see cref="Termijncode"/>.</param>
/// <param name="Verschoven">Whether the Algemene termijnenwet (or policy, where the term says so) moved the last day.</param>
public sealed record Termijnloop(string Code, string Artikel, LocalDate EersteDag, LocalDate LaatsteDag, bool Verschoven);

/// <summary>When a term runs. All terms of this scheme begin on the day after their event and end with the end of a day.</summary>
public static class Termijnen
{
    /// <param name="gebeurtenis">The day of the event that the term counts from: sending, closing of the window, date of the decision.</param>
    /// <param name="dagenStil">Whole days during which the term stood still (4:15 Awb); they are added before a move.</param>
    public static Termijnloop Loop(Regelversie versie, string code, LocalDate gebeurtenis, int dagenStil = 0)
    {
        var termijn = versie.Termijn(code);
        var eerste = gebeurtenis.PlusDays(1);
        var ongestoord = termijn.Eenheid switch
        {
            "dagen" => gebeurtenis.PlusDays(termijn.Lengte),
            "weken" => gebeurtenis.PlusWeeks(termijn.Lengte),
            "maanden" => LaatsteDagVanMaanden(eerste, termijn.Lengte),
            var eenheid => throw new InvalidOperationException($"Termijn {code} heeft een onbekende eenheid '{eenheid}'."),
        };
        var laatste = ongestoord.PlusDays(dagenStil);
        var einde = termijn.AlgemeneTermijnenwet ? Feestdagen.EersteWerkdag(versie, laatste) : laatste;
        return new(code, termijn.Artikel, eerste, einde, einde != laatste);
    }

    /// <summary>The last day on which what the term is for can still be done.</summary>
    public static LocalDate Einde(Regelversie versie, string code, LocalDate gebeurtenis, int dagenStil = 0) =>
        Loop(versie, code, gebeurtenis, dagenStil).LaatsteDag;

    /// <summary>Twelve months from 1 July end on 30 June. A first day that the last month lacks (31 January plus one month) ends on that
    /// month's last day.</summary>
    private static LocalDate LaatsteDagVanMaanden(LocalDate eerste, int maanden)
    {
        var zelfdeDag = eerste.PlusMonths(maanden);
        return zelfdeDag.Day == eerste.Day ? zelfdeDag.PlusDays(-1) : zelfdeDag;
    }
}
