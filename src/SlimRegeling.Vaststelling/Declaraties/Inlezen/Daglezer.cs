using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Calendars;

namespace SlimRegeling.Vaststelling.Declaraties.Inlezen;

/// <summary>Reads a day as people write it, or as a sheet keeps it. What can be two days (<c>3/4/2024</c>) is asked and never guessed.</summary>
internal static partial class Daglezer
{
    private const int Eerste = 2000;
    private const int Laatste = 2100;

    private const string Voorbeeld = "Schrijf dag, maand en jaar, zoals 4-3-2024.";

    private static readonly LocalDate Nul = new(1899, 12, 30);

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

    private static readonly string[] Weekdagen = ["", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

    /// <returns>What is wrong, or null.</returns>
    public static string? Lees(Cel cel, out LocalDate dag) =>
        cel.Soort switch
        {
            Celsoort.Datum => VanBlad(cel.Waarde!, out dag),
            Celsoort.Getal => Fout($"hier staat een getal en geen datum. Zet de eigenschap van de cel op Datum. {Voorbeeld}", out dag),
            _ => VanTekst(cel.Waarde!, out dag),
        };

    /// <summary>A week by its Monday, or by its number.</summary>
    public static string? LeesWeek(Cel cel, out LocalDate maandag)
    {
        if (cel.Soort == Celsoort.Tekst && Weeknummer().Match(cel.Waarde!) is { Success: true } week)
        {
            var (jaar, nummer) = (Getal(week, "jaar"), Getal(week, "week"));
            if (jaar is < Eerste or > Laatste || nummer < 1 || nummer > WeekYearRules.Iso.GetWeeksInWeekYear(jaar))
            {
                return Fout($"week {nummer} van {jaar} bestaat niet.", out maandag);
            }
            maandag = LocalDate.FromWeekYearWeekAndDay(jaar, nummer, IsoDayOfWeek.Monday);
            return null;
        }
        if (Lees(cel, out maandag) is { } fout)
        {
            return fout;
        }
        if (maandag.DayOfWeek == IsoDayOfWeek.Monday)
        {
            return null;
        }
        var begin = maandag.PlusDays(1 - (int)maandag.DayOfWeek);
        return $"{Toon(maandag)} is een {Weekdagen[(int)maandag.DayOfWeek]} en geen maandag. Schrijf de maandag van die week: {Toon(begin)}.";
    }

    /// <summary>As people write it, and as it is read.</summary>
    public static string Toon(LocalDate dag) => string.Create(CultureInfo.InvariantCulture, $"{dag.Day}-{dag.Month}-{dag.Year}");

    /// <summary>As a sheet keeps it, that counts from 1900.</summary>
    public static int Bladdag(LocalDate dag) => Period.DaysBetween(Nul, dag);

    private static string? VanBlad(string ruw, out LocalDate dag)
    {
        if (!double.TryParse(ruw, NumberStyles.Float, CultureInfo.InvariantCulture, out var dagen) || dagen is not (>= 0 and < 100_000))
        {
            return Fout($"dit is geen datum. {Voorbeeld}", out dag);
        }
        if (dagen < 1 || Math.Truncate(dagen) != dagen)
        {
            return Fout($"hier staat een tijd. Schrijf alleen de dag. {Voorbeeld}", out dag);
        }
        dag = Nul.PlusDays((int)dagen);
        return Jaar(dag.Year);
    }

    private static string? VanTekst(string invoer, out LocalDate dag)
    {
        var tekst = invoer.ToLowerInvariant();
        if (JaarVoorop().Match(tekst) is { Success: true } voorop)
        {
            return Dag(Getal(voorop, "jaar"), Getal(voorop, "maand"), Getal(voorop, "dag"), out dag);
        }
        if (MetWoord().Match(tekst) is { Success: true } woord)
        {
            var naam = woord.Groups["maand"].Value;
            var maand = Array.FindIndex(Maanden, namen => namen.Contains(naam)) + 1;
            return maand == 0
                ? Fout($"'{naam}' is geen maand. {Voorbeeld}", out dag)
                : Dag(Getal(woord, "jaar"), maand, Getal(woord, "dag"), out dag);
        }
        if (InCijfers().Match(tekst) is { Success: true } cijfers)
        {
            var (eerste, tweede, jaar) = (Getal(cijfers, "dag"), Getal(cijfers, "maand"), Getal(cijfers, "jaar"));
            // With strokes others put the month first.
            return cijfers.Groups["teken"].Value == "/" && eerste != tweede && eerste is >= 1 and <= 12 && tweede is >= 1 and <= 12
                ? Fout(
                    $"bedoelt u {eerste} {Maanden[tweede - 1][0]} of {tweede} {Maanden[eerste - 1][0]} {jaar}? Schrijf de dag met streepjes, zoals 4-3-2024.",
                    out dag
                )
                : Dag(jaar, tweede, eerste, out dag);
        }
        return KortJaar().IsMatch(tekst)
            ? Fout($"schrijf het jaar in vier cijfers. {Voorbeeld}", out dag)
            : Fout($"dit is geen datum. {Voorbeeld}", out dag);
    }

    private static string? Dag(int jaar, int maand, int dag, out LocalDate datum)
    {
        datum = default;
        if (Jaar(jaar) is { } fout)
        {
            return fout;
        }
        if (maand is < 1 or > 12)
        {
            return $"maand {maand} bestaat niet. {Voorbeeld}";
        }
        var dagen = CalendarSystem.Iso.GetDaysInMonth(jaar, maand);
        if (dag < 1 || dag > dagen)
        {
            return $"{dag} {Maanden[maand - 1][0]} {jaar} bestaat niet: die maand heeft {dagen} dagen.";
        }
        datum = new(jaar, maand, dag);
        return null;
    }

    private static string? Jaar(int jaar) => jaar is >= Eerste and <= Laatste ? null : $"controleer het jaar: {jaar} kan hier niet.";

    private static string Fout(string uitleg, out LocalDate dag)
    {
        dag = default;
        return uitleg;
    }

    private static int Getal(Match deel, string naam) => int.Parse(deel.Groups[naam].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<jaar>[0-9]{4})-?\s?w(?:eek)?\s?(?<week>[0-9]{1,2})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Weeknummer();

    // With the midnight that some programs put behind it.
    [GeneratedRegex(@"^(?<jaar>[0-9]{4})(?<teken>[-/.])(?<maand>[0-9]{1,2})\k<teken>(?<dag>[0-9]{1,2})(?:[t ]00:00(?::00(?:\.0+)?)?z?)?\z")]
    private static partial Regex JaarVoorop();

    [GeneratedRegex(@"^(?<dag>[0-9]{1,2})(?<teken>[-/.])(?<maand>[0-9]{1,2})\k<teken>(?<jaar>[0-9]{4})(?: 0{1,2}:00(?::00)?)?\z")]
    private static partial Regex InCijfers();

    [GeneratedRegex(@"^(?<dag>[0-9]{1,2})[-. ]{1,2}(?<maand>[a-z]+)[-. ]{1,2}(?<jaar>[0-9]{4})\z")]
    private static partial Regex MetWoord();

    [GeneratedRegex(@"^[0-9]{1,2}[-/. ]{1,2}(?:[0-9]{1,2}|[a-z]+)[-/. ]{1,2}[0-9]{2}\z")]
    private static partial Regex KortJaar();
}
