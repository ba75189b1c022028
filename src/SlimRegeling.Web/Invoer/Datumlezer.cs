using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Web.Invoer;

/// <summary>
/// Reads a date as people in the Netherlands write it: <c>1-3-2026</c>, <c>1 mrt 2026</c>, <c>2026-03-01</c>. What can be two days is asked
/// (<c>1/3/26</c>), and a day that does not exist is told.
/// </summary>
public static partial class Datumlezer
{
    private const int Eerste = 1900;
    private const int Laatste = 2100;

    private const string Voorbeeld = "Schrijf de datum als dag, maand en jaar, zoals 1-3-2026 of 1 maart 2026.";

    // With the English ones that are no other month in Dutch.
    private static readonly string[][] Maanden =
    [
        ["januari", "jan", "january"],
        ["februari", "feb", "febr", "february"],
        ["maart", "mrt", "maa", "mar", "march"],
        ["april", "apr"],
        ["mei", "may"],
        ["juni", "jun", "june"],
        ["juli", "jul", "july"],
        ["augustus", "aug", "august"],
        ["september", "sep", "sept"],
        ["oktober", "okt", "oct", "october"],
        ["november", "nov"],
        ["december", "dec"],
    ];

    public static Gelezen<LocalDate> Lees(string? invoer)
    {
        var tekst = Wit().Replace(invoer ?? "", " ").Trim().ToLowerInvariant();
        if (tekst.Length == 0)
        {
            return Fout($"Vul een datum in. {Voorbeeld}");
        }
        if (JaarVoorop().Match(tekst) is { Success: true } voorop)
        {
            return Dag(Getal(voorop, "jaar"), Getal(voorop, "maand"), Getal(voorop, "dag"));
        }
        if (MetWoord().Match(tekst) is { Success: true } woord)
        {
            var maand = Array.FindIndex(Maanden, namen => namen.Contains(woord.Groups["maand"].Value)) + 1;
            return maand == 0 ? Fout($"'{woord.Groups["maand"].Value}' is geen maand. {Voorbeeld}")
                : !woord.Groups["jaar"].Success ? Fout($"Schrijf ook het jaar. {Voorbeeld}")
                : Dag(woord.Groups["jaar"].Value, maand, Getal(woord, "dag"));
        }
        if (InCijfers().Match(tekst) is { Success: true } cijfers)
        {
            var (eerste, tweede, jaar) = (Getal(cijfers, "dag"), Getal(cijfers, "maand"), cijfers.Groups["jaar"].Value);
            // With strokes others put the month first.
            return cijfers.Groups["teken"].Value == "/" && eerste != tweede && eerste is >= 1 and <= 12 && tweede is >= 1 and <= 12
                ? Vraag([(Eeuw(jaar), tweede, eerste), (Eeuw(jaar), eerste, tweede)])
                : Dag(jaar, tweede, eerste);
        }
        return Aaneen().Match(tekst) is { Success: true } aaneen
            ? Dag(Getal(aaneen, "jaar"), Getal(aaneen, "maand"), Getal(aaneen, "dag"))
            : Fout($"Dit is geen datum. {Voorbeeld}");
    }

    /// <summary>Of a year in two digits it is asked which one it is.</summary>
    private static Gelezen<LocalDate> Dag(string jaar, int maand, int dag)
    {
        var geheel = Eeuw(jaar);
        return jaar.Length == 2 && Bestaat(geheel, maand, dag) && Bestaat(geheel - 100, maand, dag)
            ? Vraag([(geheel, maand, dag), (geheel - 100, maand, dag)])
            : Dag(geheel, maand, dag);
    }

    private static Gelezen<LocalDate> Dag(int jaar, int maand, int dag)
    {
        if (jaar is < Eerste or > Laatste)
        {
            return Fout($"Controleer het jaar: {jaar} kan hier niet. {Voorbeeld}");
        }
        if (maand is < 1 or > 12)
        {
            return Fout($"Maand {maand} bestaat niet. {Voorbeeld}");
        }
        var dagen = CalendarSystem.Iso.GetDaysInMonth(jaar, maand);
        return dag >= 1 && dag <= dagen
            ? new Gelezen<LocalDate>.Waarde(new LocalDate(jaar, maand, dag))
            : Fout($"{dag} {Maanden[maand - 1][0]} {jaar} bestaat niet: die maand heeft {dagen} dagen. Controleer de dag en de maand.");
    }

    private static Gelezen<LocalDate> Vraag(IReadOnlyList<(int Jaar, int Maand, int Dag)> lezingen)
    {
        var bestaand = lezingen.Where(l => Bestaat(l.Jaar, l.Maand, l.Dag)).Select(l => new LocalDate(l.Jaar, l.Maand, l.Dag)).ToList();
        return bestaand.Count == lezingen.Count
            ? Gelezen<LocalDate>.Vraagt(
                [.. bestaand.Select(d => new Gelezen<LocalDate>.Lezing(d, Datumtekst.Van(d)))],
                " Is het een andere dag? Schrijf dan de maand in letters en het jaar in vier cijfers."
            )
            : Dag(lezingen[0].Jaar, lezingen[0].Maand, lezingen[0].Dag);
    }

    private static bool Bestaat(int jaar, int maand, int dag) =>
        jaar is >= Eerste and <= Laatste && maand is >= 1 and <= 12 && dag >= 1 && dag <= CalendarSystem.Iso.GetDaysInMonth(jaar, maand);

    private static int Eeuw(string jaar) => int.Parse(jaar, CultureInfo.InvariantCulture) + (jaar.Length == 2 ? 2000 : 0);

    private static int Getal(Match deel, string naam) => int.Parse(deel.Groups[naam].Value, CultureInfo.InvariantCulture);

    private static Gelezen<LocalDate>.Fout Fout(string uitleg) => new(uitleg);

    [GeneratedRegex(@"[\s\u00a0\u2007\u2009\u202f]+")]
    private static partial Regex Wit();

    [GeneratedRegex(@"^(?<jaar>[0-9]{4})(?<teken>[-/.])(?<maand>[0-9]{1,2})\k<teken>(?<dag>[0-9]{1,2})$")]
    private static partial Regex JaarVoorop();

    [GeneratedRegex(@"^(?<dag>[0-9]{1,2})(?<teken>[-/. ])(?<maand>[0-9]{1,2})\k<teken>(?<jaar>[0-9]{4}|[0-9]{2})$")]
    private static partial Regex InCijfers();

    [GeneratedRegex(@"^(?<dag>[0-9]{1,2})[-. ]{0,2}(?<maand>[a-z]+)(?:[-. ]{0,2}(?<jaar>[0-9]{4}|[0-9]{2}))?$")]
    private static partial Regex MetWoord();

    // A day first ends in a year, a year first cannot: never both.
    [GeneratedRegex(
        @"^(?:(?<jaar>(?:19|20|21)[0-9]{2})(?<maand>0[1-9]|1[0-2])(?<dag>[0-9]{2})|(?<dag>[0-9]{2})(?<maand>[0-9]{2})(?<jaar>(?:19|20|21)[0-9]{2}))$"
    )]
    private static partial Regex Aaneen();
}
