using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Declaraties.Vergelijken;

/// <summary>The hours of a person in a year, of all other cases together: which cases that are cannot be read from it.</summary>
/// <param name="Persoon">Pseudonym.</param>
public sealed record Jaaruren(string Persoon, int Jaar, decimal Uren)
{
    public const string Soort = "uren-in-een-jaar";

    /// <summary>A person with more hours in a year, here and elsewhere, than the wage of a year is divided over.</summary>
    internal static IEnumerable<Signaal> Signalen(IReadOnlyList<Regelafdruk> regels, IReadOnlyList<Jaaruren> elders, Regelversie versie)
    {
        var meeste = versie[Parameters.WerkbareUren];
        var ergensAnders = elders.ToDictionary(e => (e.Persoon, e.Jaar), e => e.Uren);
        foreach (
            var groep in regels
                .Where(regel => regel is { Persoon: not null, Week: not null })
                .GroupBy(regel => (Persoon: regel.Persoon!, Jaar: Van(regel.Week!.Value)))
                .OrderBy(groep => groep.Key.Jaar)
        )
        {
            var (hier, daar) = (groep.Sum(regel => regel.Uren ?? 0m), ergensAnders.GetValueOrDefault(groep.Key));
            if (hier + daar <= meeste)
            {
                continue;
            }
            yield return new(
                Soort,
                [.. groep.Select(regel => regel.Regel).Order(StringComparer.Ordinal)],
                [],
                daar > 0m
                    ? "Met de uren van dezelfde persoon in andere zaken zijn dit meer uren dan een jaar heeft."
                    : "Voor één persoon zijn dit meer uren dan een jaar heeft.",
                versie.Post(Postcode.Loon).Artikel,
                Uren: Getal.Centen(hier),
                MeesteUren: meeste,
                Jaar: groep.Key.Jaar,
                UrenElders: Getal.Centen(daar)
            );
        }
    }

    /// <summary>A week is of the year of its Thursday, which holds most of it.</summary>
    private static int Van(LocalDate maandag) => maandag.PlusDays(3).Year;
}
