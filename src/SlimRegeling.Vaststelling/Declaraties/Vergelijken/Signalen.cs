using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Declaraties.Vergelijken;

/// <summary>A line of another case, or of this one, by its number only.</summary>
public sealed record Vindplaats(string Zaaknummer, string Regel);

/// <summary>Something in a declaration for an assessor to look at: nothing follows from it by itself.</summary>
/// <param name="Soort">
/// dubbele-factuur, zelfde-bedrag-en-dag, dubbele-prestatie, uren-in-een-week, uren-met-feestdagen, uren-in-meer-zaken or uren-in-een-jaar.
/// </param>
/// <param name="Regels">The lines of this case.</param>
/// <param name="Elders">The lines of other cases.</param>
/// <param name="Week">The Monday of the week.</param>
/// <param name="Uren">Of this person in this week or year, in this case only.</param>
/// <param name="MeesteUren">How many hours that week or year holds.</param>
/// <param name="Jaar">The year, when it is not about a week.</param>
/// <param name="UrenElders">Of this person in this year, in all other cases together.</param>
public sealed record Signaal(
    string Soort,
    IReadOnlyList<string> Regels,
    IReadOnlyList<Vindplaats> Elders,
    string Uitleg,
    string Artikel,
    LocalDate? Week = null,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Uren = null,
    [property: JsonConverter(typeof(AantalConverter))] decimal? MeesteUren = null,
    int? Jaar = null,
    [property: JsonConverter(typeof(AantalConverter))] decimal? UrenElders = null
);

/// <summary>Finds costs that are declared twice and hours that cannot be, over all cases.</summary>
public static class Signalen
{
    public const string DubbeleFactuur = "dubbele-factuur";
    public const string ZelfdeBedragEnDag = "zelfde-bedrag-en-dag";
    public const string DubbelePrestatie = "dubbele-prestatie";
    public const string UrenInEenWeek = "uren-in-een-week";
    public const string UrenMetFeestdagen = "uren-met-feestdagen";
    public const string UrenInMeerZaken = "uren-in-meer-zaken";

    /// <param name="regels">The lines of the case that is looked at.</param>
    /// <param name="anderen">The lines of other cases that have a person and week, an invoice or something with a fixed amount in common with these.</param>
    /// <param name="versie">The rule version of the case: how many hours a week and a year hold.</param>
    /// <param name="jaren">The hours in other cases of who works here, by year.</param>
    public static IReadOnlyList<Signaal> Van(
        IReadOnlyList<Regelafdruk> regels,
        IReadOnlyList<Regelafdruk> anderen,
        Regelversie versie,
        IReadOnlyList<Jaaruren> jaren
    )
    {
        var dubbel = Gelijk(regels, anderen, regel => regel.Factuur).ToList();
        var metNummer = dubbel.Select(groep => Sleutel(groep.Eigen, groep.Anderen)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. dubbel.Select(groep =>
                Gevonden(
                    versie,
                    DubbeleFactuur,
                    groep,
                    "Deze factuur staat er meer dan één keer: dezelfde leverancier en hetzelfde nummer."
                )
            ),
            .. Gelijk(regels, anderen, regel => regel.Betaling)
                .Where(groep => !metNummer.Contains(Sleutel(groep.Eigen, groep.Anderen)))
                .Select(groep =>
                    Gevonden(
                        versie,
                        ZelfdeBedragEnDag,
                        groep,
                        "Van dezelfde leverancier staat hetzelfde bedrag van dezelfde dag er meer dan één keer."
                    )
                ),
            .. Gelijk(regels, anderen, regel => regel.Prestatie)
                .Select(groep =>
                    Gevonden(
                        versie,
                        DubbelePrestatie,
                        groep,
                        "Dit traject of deze praktijkleerplaats staat er meer dan één keer: dezelfde persoon, en dezelfde dag of evenveel weken."
                    ) with
                    {
                        Artikel = VanVastBedrag(versie).Artikel,
                    }
                ),
            .. Weken(regels, anderen, versie),
            .. Jaaruren.Signalen(regels, jaren, versie),
        ];
    }

    private static IEnumerable<(List<Regelafdruk> Eigen, List<Regelafdruk> Anderen)> Gelijk(
        IReadOnlyList<Regelafdruk> regels,
        IReadOnlyList<Regelafdruk> anderen,
        Func<Regelafdruk, string?> kenmerk
    )
    {
        var elders = anderen.Where(regel => kenmerk(regel) is not null).ToLookup(kenmerk, StringComparer.Ordinal);
        return from groep in regels.Where(regel => kenmerk(regel) is not null).GroupBy(kenmerk, StringComparer.Ordinal)
            let eigen = groep.ToList()
            let ander = elders[groep.Key].ToList()
            where eigen.Count + ander.Count > 1
            select (eigen, ander);
    }

    private static IEnumerable<Signaal> Weken(IReadOnlyList<Regelafdruk> regels, IReadOnlyList<Regelafdruk> anderen, Regelversie versie)
    {
        var elders = anderen.Where(regel => regel.Persoon is not null).ToLookup(regel => (regel.Persoon, regel.Week));
        foreach (
            var groep in regels
                .Where(regel => regel is { Persoon: not null, Week: not null })
                .GroupBy(regel => (regel.Persoon, regel.Week))
                .OrderBy(groep => groep.Key.Week)
        )
        {
            var (eigen, ander, week) = (groep.ToList(), elders[groep.Key].ToList(), groep.Key.Week!.Value);
            var (uren, meeste) = (eigen.Sum(regel => regel.Uren ?? 0), Weekuren.Meeste(versie, week));
            // In two cases is worth a look also when it fits: it can be the same hours twice.
            if (uren <= meeste && ander.Count == 0)
            {
                continue;
            }
            var (soort, uitleg) =
                uren + ander.Sum(regel => regel.Uren ?? 0) <= meeste
                    ? (
                        UrenInMeerZaken,
                        "Dezelfde persoon heeft in deze week ook uren in een andere zaak. Samen passen zij in een week; ga na of het niet dezelfde uren zijn."
                    )
                : uren <= meeste
                    ? (UrenInMeerZaken, "Met de uren van dezelfde persoon in andere zaken zijn dit meer uren dan een week toelaat.")
                : Weekuren.AantalFeestdagen(versie, week) > 0
                    ? (
                        UrenMetFeestdagen,
                        "In deze week valt een feestdag of meer. Voor één persoon zijn dit meer uren dan zo'n week toelaat."
                    )
                : (UrenInEenWeek, "Voor één persoon zijn dit meer uren dan een week toelaat.");
            yield return Gevonden(versie, soort, (eigen, ander), uitleg) with
            {
                Week = week,
                Uren = Getal.Centen(uren),
                MeesteUren = meeste,
            };
        }
    }

    private static Signaal Gevonden(
        Regelversie versie,
        string soort,
        (List<Regelafdruk> Eigen, List<Regelafdruk> Anderen) groep,
        string uitleg
    ) =>
        new(
            soort,
            [.. groep.Eigen.Select(regel => regel.Regel).Order(StringComparer.Ordinal)],
            [
                .. groep
                    .Anderen.Select(regel => new Vindplaats(regel.Zaaknummer, regel.Regel))
                    .OrderBy(v => v.Zaaknummer, StringComparer.Ordinal)
                    .ThenBy(v => v.Regel, StringComparer.Ordinal),
            ],
            uitleg,
            versie.Post(Postcode.SubsidiabeleKosten).Artikel
        );

    private static Post VanVastBedrag(Regelversie versie) =>
        versie.Posten.GetValueOrDefault(Postcode.Loopbaantrajecten) ?? versie.Post(Postcode.SubsidiabeleKosten);

    private static string Sleutel(List<Regelafdruk> eigen, List<Regelafdruk> anderen) =>
        string.Join('\n', eigen.Concat(anderen).Select(regel => $"{regel.Zaaknummer} {regel.Regel}").Order(StringComparer.Ordinal));
}
