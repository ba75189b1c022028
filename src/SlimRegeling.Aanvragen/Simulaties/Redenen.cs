using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Simulaties;

/// <summary>Why an outcome is what it is, and which rules make two outcomes differ.</summary>
internal static class Redenen
{
    private static readonly string[] Grenzen = [Postcode.Maximum, Postcode.Partijgrens, Postcode.DeMinimisruimte];
    private static readonly string[] Slot = [Postcode.Subsidie, Postcode.Voorschot];

    public static Reden Van(BenoemdeRegel regel) => new(regel.Code, regel.Artikel, $"{regel.Titel}.");

    /// <summary>The first that stands in the way, or that nothing comes out.</summary>
    public static Reden? Beletsel(Regelversie versie, Beoordeling beoordeling) =>
        beoordeling.Toetsen.FirstOrDefault(StaatInDeWeg) is { } toets ? Van(toets)
        : beoordeling.Subsidiebedrag > 0m ? null
        : Van(versie.Post(Postcode.Subsidie));

    /// <summary>The requirements and grounds that come out otherwise; when all are the same, the lines from which the amount differs.</summary>
    public static IReadOnlyList<Reden> Verschillen(Beoordeling voor, Beoordeling na)
    {
        var toetsen = na.Toetsen.Where(t => StaatInDeWeg(t) != voor.Toetsen.Any(v => v.Code == t.Code && StaatInDeWeg(v))).ToList();
        return toetsen.Count > 0 ? [.. toetsen.Select(Van)] : [.. Regels(voor.Berekening.Regels, na.Berekening.Regels)];
    }

    /// <summary>The first line that differs is the cause; those of limits say what came of it.</summary>
    private static IEnumerable<Reden> Regels(IReadOnlyList<Rekenregel> voor, IReadOnlyList<Rekenregel> na)
    {
        var eerste = Enumerable
            .Range(0, Math.Min(voor.Count, na.Count))
            .Where(i => voor[i].Code != na[i].Code || voor[i].Bedrag != na[i].Bedrag)
            .Select(i => Slot.Contains(na[i].Code) ? voor[i] : na[i])
            .FirstOrDefault();
        if (eerste is null)
        {
            yield break;
        }
        yield return Van(eerste);
        foreach (var code in Grenzen.Where(code => code != eerste.Code))
        {
            var (toen, nu) = (voor.FirstOrDefault(r => r.Code == code), na.FirstOrDefault(r => r.Code == code));
            if (toen?.Bedrag != nu?.Bedrag)
            {
                yield return Van((nu ?? toen)!);
            }
        }
    }

    // Ground a only says that a requirement is not met, which says so itself.
    private static bool StaatInDeWeg(Toets toets) => toets.Uitkomst == Toetsuitkomst.NietVoldaan && toets.Code != Grondcode.EisenRegeling;

    private static Reden Van(Toets toets) => new(toets.Code, toets.Artikel, toets.Uitleg);

    private static Reden Van(Rekenregel regel) => new(regel.Code, regel.Artikel, regel.Omschrijving);
}
