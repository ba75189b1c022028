using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Steekproeven;

/// <summary>What was found in a case that was drawn and settled.</summary>
/// <param name="Fout">By how much it was settled lower than the award on the list, in euro; all of that when it was withdrawn.</param>
public sealed record Waarneming(string Stratum, decimal Fout);

/// <param name="Beoordeeld">How many of those that were drawn are settled.</param>
/// <param name="Gevonden">The faults in these together, in euro.</param>
/// <param name="Geschat">In all cases of the stratum; null while none is settled.</param>
public sealed record Stratumschatting(string Code, int Beoordeeld, decimal Gevonden, decimal? Geschat);

/// <summary>
/// What the faults that were found say of all cases of the list. Mean per unit by stratum: the mean fault of the settled cases times the number of cases
/// of the stratum, added up. It is right in expectation however small a stratum is, which an estimate by ratio is not, and within a class of amounts a
/// ratio gains little. The margin is that of 95%, with the correction for a finite list; in small samples with rare faults it is a rough one.
/// </summary>
/// <param name="Gevonden">Euro; here and below.</param>
/// <param name="Geschat">Null while of some stratum none is settled.</param>
/// <param name="Marge">Half the interval; null while of some stratum one is settled and there are more.</param>
public sealed record Foutschatting(decimal Gevonden, decimal? Geschat, decimal? Marge, IReadOnlyList<Stratumschatting> Strata)
{
    /// <summary>The part of the normal distribution outside this many deviations is 5%.</summary>
    private const decimal Afwijkingen = 1.96m;

    public static Foutschatting Van(IReadOnlyList<Stratum> strata, IReadOnlyList<Waarneming> waarnemingen)
    {
        var bij = waarnemingen.ToLookup(w => w.Stratum, w => w.Fout, StringComparer.Ordinal);
        var schattingen = strata.Select(stratum => Schat(stratum, [.. bij[stratum.Code]])).ToList();
        var varianties = strata.Select(stratum => Variantie(stratum.Aantal, [.. bij[stratum.Code]])).ToList();
        return new(
            waarnemingen.Sum(w => w.Fout),
            schattingen.TrueForAll(s => s.Geschat is not null) ? schattingen.Sum(s => s.Geschat) : null,
            varianties.TrueForAll(v => v is not null) ? Getal.Centen(Afwijkingen * Wortel(varianties.Sum() ?? 0)) : null,
            schattingen
        );
    }

    private static Stratumschatting Schat(Stratum stratum, decimal[] fouten) =>
        new(
            stratum.Code,
            fouten.Length,
            fouten.Sum(),
            fouten.Length == 0 ? null : Getal.Centen(stratum.Aantal * fouten.Sum() / fouten.Length)
        );

    /// <summary>Of the estimated total of a stratum: N²(1 − n/N)s²/n. Nothing is uncertain when all were looked at.</summary>
    private static decimal? Variantie(int aantal, decimal[] fouten)
    {
        var n = fouten.Length;
        if (n == aantal)
        {
            return 0;
        }
        if (n < 2)
        {
            return null;
        }
        var gemiddeld = fouten.Sum() / n;
        var spreiding = fouten.Sum(f => (f - gemiddeld) * (f - gemiddeld)) / (n - 1);
        return (decimal)aantal * (aantal - n) * spreiding / n;
    }

    private static decimal Wortel(decimal getal) => (decimal)Math.Sqrt((double)getal);
}
