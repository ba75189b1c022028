using NodaTime;

namespace SlimRegeling.Regels;

/// <param name="Code">A code of <see cref="Termijncode"/>.</param>
/// <param name="Verschoven">Whether the Algemene termijnenwet (or policy, where the term says so) moved the last day.</param>
public sealed record Termijnloop(string Code, string Artikel, LocalDate EersteDag, LocalDate LaatsteDag, bool Verschoven);

/// <summary>Days on which a term stood still (4:15 Awb), both included.</summary>
public sealed record Stilstand(LocalDate Van, LocalDate TotEnMet)
{
    /// <summary>While the applicant completes: from the day after the request until the day on which it was completed, or else through
    /// the last day on which it could be (4:15, first paragraph, under a).</summary>
    public static Stilstand Aanvulling(LocalDate gevraagdOp, LocalDate uiterlijk, LocalDate? aangevuldOp) =>
        new(gevraagdOp.PlusDays(1), aangevuldOp?.PlusDays(-1) ?? uiterlijk);
}

/// <summary>When a term runs. All terms of this scheme begin on the day after their event and end with the end of a day.</summary>
public static class Termijnen
{
    // Algemene termijnenwet, article 2: a term of at least so many days holds at least so many days that are none off.
    private const int TenMinsteDagen = 3;
    private const int TenMinsteWerkdagen = 2;

    /// <param name="gebeurtenis">The day of the event that the term counts from: sending, closing of the window, date of the decision.</param>
    /// <param name="stilstand">In any order; days before the term or after its end, and days named twice, do not count twice.</param>
    public static Termijnloop Loop(Regelversie versie, string code, LocalDate gebeurtenis, IReadOnlyList<Stilstand>? stilstand = null)
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
        var laatste = Opgeschort(eerste, ongestoord, stilstand ?? []);
        var einde = termijn.AlgemeneTermijnenwet ? Verschoven(versie, eerste, laatste) : laatste;
        return new(code, termijn.Artikel, eerste, einde, einde != laatste);
    }

    /// <summary>The last day on which what the term is for can still be done.</summary>
    public static LocalDate Einde(Regelversie versie, string code, LocalDate gebeurtenis, IReadOnlyList<Stilstand>? stilstand = null) =>
        Loop(versie, code, gebeurtenis, stilstand).LaatsteDag;

    /// <summary>The last day to decide on an application, from what the version counts it from.</summary>
    /// <param name="aanvragertype">Of the window.</param>
    /// <param name="stilstand">While a completion is, or was, waited for; null when none was asked.</param>
    public static LocalDate Beslistermijn(
        Regelversie versie,
        string aanvragertype,
        LocalDate ontvangen,
        LocalDate sluiting,
        Stilstand? stilstand
    )
    {
        var code = Termijncode.Beslistermijn(aanvragertype);
        var begin = versie.Termijn(code).Begin == Termijnbegin.Ontvangst ? ontvangen : sluiting;
        return Einde(versie, code, begin, stilstand is null ? null : [stilstand]);
    }

    /// <summary>Twelve months from 1 July end on 30 June. A first day that the last month lacks (31 January plus one month) ends on that
    /// month's last day.</summary>
    private static LocalDate LaatsteDagVanMaanden(LocalDate eerste, int maanden)
    {
        var zelfdeDag = eerste.PlusMonths(maanden);
        return zelfdeDag.Day == eerste.Day ? zelfdeDag.PlusDays(-1) : zelfdeDag;
    }

    /// <summary>Each day of standing still within the term puts its end a day later.</summary>
    private static LocalDate Opgeschort(LocalDate eerste, LocalDate laatste, IReadOnlyList<Stilstand> stilstand)
    {
        var nietGeteld = eerste;
        foreach (var stil in stilstand.OrderBy(s => s.Van))
        {
            var van = LocalDate.Max(stil.Van, nietGeteld);
            if (van > laatste)
                break;
            if (stil.TotEnMet < van)
                continue;
            laatste = laatste.PlusDays(Period.DaysBetween(van, stil.TotEnMet) + 1);
            nietGeteld = stil.TotEnMet.PlusDays(1);
        }
        return laatste;
    }

    /// <summary>Algemene termijnenwet: first long enough (article 2), then not ending on a day off (article 1).</summary>
    private static LocalDate Verschoven(Regelversie versie, LocalDate eerste, LocalDate laatste)
    {
        if (Period.DaysBetween(eerste, laatste) + 1 < TenMinsteDagen)
            return Feestdagen.EersteWerkdag(versie, laatste);
        var werkdag = eerste.PlusDays(-1);
        for (var n = 0; n < TenMinsteWerkdagen; n++)
            werkdag = Feestdagen.EersteWerkdag(versie, werkdag.PlusDays(1));
        return Feestdagen.EersteWerkdag(versie, LocalDate.Max(laatste, werkdag));
    }
}
