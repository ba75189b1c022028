using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bezwaren;

namespace SlimRegeling.Web.Geldwerk;

/// <summary>Which months of the books can be closed, and which wait for who confirms it.</summary>
internal static class Boekmaanden
{
    private const string Sluiten = "sluiten";

    /// <summary>A month that is over, is not closed, and is the next in order. Null when there is none.</summary>
    public static string? TeSluiten(IReadOnlyList<Boekmaand> maanden, LocalDate vandaag)
    {
        var vorige = new LocalDate(vandaag.Year, vandaag.Month, 1).PlusMonths(-1);
        var gesloten = maanden
            .Where(m => m.BevestigdDoor is not null)
            .Select(m => YearMonthPattern.Iso.Parse(m.Maand).Value.OnDayOfMonth(1))
            .DefaultIfEmpty(vorige.PlusMonths(-1))
            .Max();
        return gesloten < vorige ? YearMonthPattern.Iso.Format(gesloten.PlusMonths(1).ToYearMonth()) : null;
    }

    /// <summary>Closed by one, and not confirmed by another.</summary>
    public static IReadOnlyList<Boekmaand> TeBevestigen(IReadOnlyList<Boekmaand> maanden) =>
        [.. maanden.Where(m => m is { AfgeslotenDoor: not null, BevestigdDoor: null })];

    /// <param name="gaten">Statements before which one is missing, as far as that is known.</param>
    public static IReadOnlyList<Stapvorm> Stappen(
        IReadOnlyList<Boekmaand> maanden,
        LocalDate vandaag,
        Persoon persoon,
        IReadOnlyList<Afschriftgat>? gaten = null
    )
    {
        var stappen = new List<Stapvorm>();
        if (persoon.Heeft(Rol.FinancieelControleur))
        {
            stappen.AddRange(
                TeBevestigen(maanden)
                    .Where(m => m.AfgeslotenDoor != persoon.Onderwerp)
                    .Select(m => new Stapvorm(
                        $"bevestigen-{m.Maand}",
                        $"Bevestigen dat {Naam(m.Maand)} is afgesloten",
                        $"Bevestig {Naam(m.Maand)}",
                        $"boekmaanden/{m.Maand}/bevestiging",
                        []
                    )
                    {
                        Gevaar = true,
                        Vast = new Dictionary<string, string> { ["hash"] = m.Hash },
                        Uitleg =
                            $"De boeken hadden toen {Weergave.Getal(m.Regels)} regels, samen {Weergave.Bedrag(m.Debet)} debet. {Zonder(m)}Daarna wordt in deze maand niets meer geboekt.",
                    })
            );
        }
        if (TeSluiten(maanden, vandaag) is { } maand)
        {
            stappen.Add(
                new(
                    $"{Sluiten}-{maand}",
                    $"De maand {Naam(maand)} afsluiten",
                    $"Sluit {Naam(maand)} af",
                    $"boekmaanden/{maand}/afsluiting",
                    Ontbreekt(maand, gaten ?? [])
                        ?
                        [
                            new(
                                "toelichting",
                                "Waarom kan de maand sluiten terwijl er een afschrift ontbreekt?",
                                Hulp: "Lees het liever eerst in. Wat op de rekening bewoog en hier niet bekend is, staat niet in de maand."
                            ),
                        ]
                        : []
                )
                {
                    Uitleg = "Alles tot en met deze maand. Een collega bevestigt het; daarna is de maand gesloten.",
                }
            );
        }
        return stappen;
    }

    private static bool Ontbreekt(string maand, IReadOnlyList<Afschriftgat> gaten)
    {
        var eerste = YearMonthPattern.Iso.Parse(maand).Value.OnDayOfMonth(1).PlusMonths(1);
        return gaten.Any(g => g.Dag < new DateOnly(eerste.Year, eerste.Month, 1));
    }

    private static string Zonder(Boekmaand m) =>
        m.Gaten is { } gaten
            ? $"Er ontbrak {Weergave.Getal(gaten)} keer een afschrift ({m.Toelichting ?? "de toelichting is vernietigd"}). "
            : "";

    public static string Gedaan(string stap) =>
        stap.StartsWith(Sluiten, StringComparison.Ordinal)
            ? "De maand is afgesloten. Een controleur bevestigt het."
            : "De maand is gesloten.";

    /// <summary><c>oktober 2026</c></summary>
    public static string Naam(string maand) =>
        YearMonthPattern.Iso.Parse(maand) is { Success: true, Value: var m }
            ? string.Join(' ', Weergave.Dag(new DateOnly(m.Year, m.Month, 1)).Split(' ')[1..])
            : maand;
}
