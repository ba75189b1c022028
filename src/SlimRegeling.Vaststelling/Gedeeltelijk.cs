using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// What a proposal to settle ambtshalve rests on of the activities that were done for a part. <c>PerActiviteit</c>: what counts of each of these, in euro;
/// <c>Aantallen</c>: of those that are paid by the piece how many were completed.
/// </summary>
public sealed record Gedeeltelijk(IReadOnlyDictionary<string, decimal> PerActiviteit, IReadOnlyDictionary<string, int> Aantallen);

/// <summary>
/// What counts of an activity that was done for a part (4:46, second paragraph, under a, Awb): of what is paid by the piece each that was completed (2.16),
/// of any other what the assessor found; never more than its part in the award.
/// </summary>
internal static class Deeloordeel
{
    /// <summary>By which less is settled when not all was done.</summary>
    public const string Lager = "4:46, tweede lid, onderdeel a, Awb";

    private const string NietMeerDanVerleend = "4:46, eerste lid, Awb";

    public static bool Is(Beoordelen.Oordeel oordeel) => oordeel is { Aantal: not null } or { Bedrag: not null };

    /// <summary>What is wrong in one judgment, whatever the award gives.</summary>
    public static IEnumerable<Fout> Fouten(Beoordelen.Oordeel oordeel, string veld, Regelversie versie)
    {
        if (!Is(oordeel))
        {
            yield break;
        }
        if (!oordeel.Uitgevoerd)
        {
            yield return new(
                $"{veld}.uitgevoerd",
                "Een activiteit die niet is uitgevoerd heeft geen aantal of bedrag. Laat dat weg, of kies dat zij voor een deel is uitgevoerd.",
                Lager
            );
            yield break;
        }
        var perStuk = Vaststellingsberekening.BedragPerStuk(versie, oordeel.Soort) is not null;
        if (oordeel.Aantal is { } aantal && (!perStuk || aantal < 1))
        {
            yield return new(
                $"{veld}.aantal",
                perStuk
                    ? "Vul in hoeveel trajecten zijn afgerond: één of meer. Is er geen afgerond? Kies dan dat de activiteit niet is uitgevoerd."
                    : "Deze activiteit heeft geen vast bedrag per stuk. Vul het bedrag in dat meetelt.",
                Lager
            );
        }
        if (oordeel.Bedrag is { } bedrag && (perStuk || bedrag <= 0 || bedrag != Getal.Centen(bedrag)))
        {
            yield return new(
                $"{veld}.bedrag",
                perStuk
                    ? "Deze activiteit heeft een vast bedrag per traject. Vul in hoeveel trajecten zijn afgerond."
                    : "Vul een bedrag boven nul in, in hele centen. Telt er niets mee? Kies dan dat de activiteit niet is uitgevoerd.",
                Lager
            );
        }
    }

    /// <summary>What is found of an activity above its part in the award.</summary>
    /// <param name="aandelen">The part of each activity, in euro.</param>
    public static IReadOnlyList<Fout> TeVeel(IReadOnlyList<Beoordelen.Oordeel> oordelen, IReadOnlyDictionary<string, decimal> aandelen) =>
        [
            .. oordelen
                .Select((oordeel, i) => (oordeel, i))
                .Where(x => x.oordeel.Bedrag > aandelen[x.oordeel.Soort])
                .Select(x => new Fout(
                    $"activiteiten[{x.i}].bedrag",
                    $"Voor activiteit {x.oordeel.Soort} is het ten hoogste {Getal.Euro(aandelen[x.oordeel.Soort])}: dat is haar deel van wat is verleend.",
                    NietMeerDanVerleend
                )),
        ];

    /// <param name="deels">The judgments of what was done for a part.</param>
    /// <param name="aandelen">The part of each activity, in euro.</param>
    public static Gedeeltelijk Van(
        IReadOnlyList<Beoordelen.Oordeel> deels,
        IReadOnlyDictionary<string, decimal> aandelen,
        Regelversie versie
    )
    {
        var geordend = deels.OrderBy(o => o.Soort, StringComparer.Ordinal).ToList();
        return new(
            geordend.ToDictionary(o => o.Soort, o => o.Bedrag ?? Stuks(o)),
            geordend.Where(o => o.Aantal is not null).ToDictionary(o => o.Soort, o => o.Aantal!.Value)
        );

        decimal Stuks(Beoordelen.Oordeel oordeel) =>
            Math.Min((oordeel.Aantal ?? 0) * (Vaststellingsberekening.BedragPerStuk(versie, oordeel.Soort) ?? 0m), aandelen[oordeel.Soort]);
    }

    /// <summary>The awarded activities that are paid by the piece; null when there are none.</summary>
    public static string[]? PerStuk(Opengesteld opening, Regelversie versie) =>
        opening.Activiteiten.Where(a => Vaststellingsberekening.BedragPerStuk(versie, a) is not null).ToArray() is { Length: > 0 } soorten
            ? soorten
            : null;

    public static List<Bekijken.Deel>? Beeld(Gedeeltelijk? gedeeltelijk) =>
        gedeeltelijk
            ?.PerActiviteit.Select(a => new Bekijken.Deel(
                a.Key,
                a.Value,
                gedeeltelijk.Aantallen.TryGetValue(a.Key, out var aantal) ? aantal : null
            ))
            .ToList();
}
