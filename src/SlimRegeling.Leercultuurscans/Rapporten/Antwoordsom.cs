using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Instrumenten;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>
/// All that stays of the answers of one scan to one part: sums over everyone, enough to tell how well its questions hang together. Of few people the sums and
/// products together fit only one set of rows, so of few nothing stays: who has this table cannot put anybody's answers together again.
/// </summary>
/// <param name="Mensen">How many answered every question of it.</param>
/// <param name="Sommen">Of each question the sum of their answers, turned round where agreeing says less.</param>
/// <param name="Producten">Of each pair of questions the sum over people of the one answer times the other, row by row.</param>
public sealed record Antwoordsom(string Onderdeel, int Mensen, IReadOnlyList<long> Sommen, IReadOnlyList<long> Producten)
{
    /// <summary>Complete answers to a part below which nothing of it stays.</summary>
    public const int Minstens = 20;

    /// <summary>And for each question so many: more questions give more equations over the same rows.</summary>
    public const int MinstensPerVraag = 5;

    /// <summary>Of each part that enough people answered, what stays.</summary>
    /// <param name="bijgemaakt">Spare codes: answers that the firm may have given itself, and knows.</param>
    public static IReadOnlyList<Antwoordsom> Van(Vragenlijst lijst, IReadOnlyList<Antwoordblad> bladen, int bijgemaakt)
    {
        var tellend = bladen.Where(b => Berekening.TeltMee(lijst, b)).ToList();
        return [.. lijst.Delen.Select(d => Van(d, tellend, bijgemaakt)).OfType<Antwoordsom>()];
    }

    /// <param name="mensen">Of each who answered all questions those answers.</param>
    public static Antwoordsom Van(string onderdeel, IReadOnlyCollection<IReadOnlyList<int>> mensen)
    {
        var vragen = mensen.First().Count;
        return new(
            onderdeel,
            mensen.Count,
            [.. Enumerable.Range(0, vragen).Select(i => mensen.Sum(m => (long)m[i]))],
            [.. from i in Enumerable.Range(0, vragen) from j in Enumerable.Range(0, vragen) select mensen.Sum(m => (long)m[i] * m[j])]
        );
    }

    public Antwoordsom Plus(Antwoordsom ander) =>
        new(
            Onderdeel,
            Mensen + ander.Mensen,
            [.. Sommen.Zip(ander.Sommen, (a, b) => a + b)],
            [.. Producten.Zip(ander.Producten, (a, b) => a + b)]
        );

    /// <summary>The covariance of two questions, times a factor that is the same for all: whole, so that what is zero is zero.</summary>
    internal long Samen(int een, int ander) => (Mensen * Producten[(een * Sommen.Count) + ander]) - (Sommen[een] * Sommen[ander]);

    private static Antwoordsom? Van(Lijstdeel deel, List<Antwoordblad> tellend, int bijgemaakt)
    {
        var gemeten = tellend.Where(b => Berekening.Score(deel, b) is not null).ToList();
        var volledig = gemeten.Select(b => b.Antwoorden[deel.Onderdeel.Code]).Where(a => a.All(w => w is not null)).ToList();
        // A report shows the mean of all who have a score: beside it these sums would tell of the few who left one question out.
        var anders = gemeten.Count - volledig.Count;
        var drempel = Math.Max(Minstens, MinstensPerVraag * deel.Onderdeel.Vragen.Count) + bijgemaakt;
        return volledig.Count < drempel || (anders > 0 && anders < new Scandrempels(bijgemaakt).Antwoorden)
            ? null
            : Van(
                deel.Onderdeel.Code,
                [
                    .. volledig.Select(a =>
                        (IReadOnlyList<int>)[.. deel.Onderdeel.Vragen.Zip(a, (v, w) => Berekening.Antwoord(v, deel.Schaal, w!.Value))]
                    ),
                ]
            );
    }
}
