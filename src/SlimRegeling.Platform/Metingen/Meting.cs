namespace SlimRegeling.Platform.Metingen;

/// <summary>How long one step took in the last ten minutes. Percentiles are of the measured durations, at most 9% above the true one.</summary>
/// <param name="Fouten">Answers of 500 and above; of messages: attempts that failed.</param>
public sealed record Meetstand(string Stap, long Aantal, long Fouten, int P50Milliseconden, int P99Milliseconden);

/// <summary>
/// A rolling histogram: a piece per minute, each with counts per duration. Writing takes no lock: it adds to counters; a new minute puts a new
/// piece in the place of the oldest.
/// </summary>
internal sealed class Meting
{
    public const int Minuten = 10;

    // Eight bounds per doubling, from one microsecond to a day.
    private const int PerVerdubbeling = 8;
    private const int Vakken = 37 * PerVerdubbeling;

    private readonly Stuk?[] _stukken = new Stuk?[Minuten];

    public void Duurde(TimeSpan duur, long minuut) => Interlocked.Increment(ref Van(minuut).Vakken[Vak(duur)]);

    public void Mislukte(long minuut) => Interlocked.Increment(ref Van(minuut).Fouten);

    /// <summary>Null when nothing happened in the ten minutes up to and including this one.</summary>
    public Meetstand? Stand(string stap, long minuut)
    {
        var som = new long[Vakken];
        long fouten = 0;
        foreach (var stuk in _stukken)
        {
            if (stuk is null || stuk.Minuut <= minuut - Minuten || stuk.Minuut > minuut)
            {
                continue;
            }
            fouten += Interlocked.Read(ref stuk.Fouten);
            for (var i = 0; i < Vakken; i++)
            {
                som[i] += Volatile.Read(ref stuk.Vakken[i]);
            }
        }
        var aantal = som.Sum();
        return aantal + fouten == 0
            ? null
            : new Meetstand(stap, aantal, fouten, Percentiel(som, aantal, 0.50), Percentiel(som, aantal, 0.99));
    }

    private Stuk Van(long minuut)
    {
        ref var plaats = ref _stukken[minuut % Minuten];
        while (true)
        {
            var stuk = Volatile.Read(ref plaats);
            if (stuk is not null && stuk.Minuut >= minuut)
            {
                return stuk;
            }
            Interlocked.CompareExchange(ref plaats, new Stuk(minuut), stuk);
        }
    }

    private static int Vak(TimeSpan duur) =>
        Math.Clamp((int)Math.Ceiling(Math.Log2(Math.Max(1, duur.TotalMicroseconds)) * PerVerdubbeling), 0, Vakken - 1);

    /// <summary>The upper bound of the piece in which this part of all durations ends, in whole milliseconds.</summary>
    private static int Percentiel(long[] vakken, long aantal, double deel)
    {
        var tot = (long)Math.Ceiling(aantal * deel);
        for (var i = 0; i < vakken.Length; i++)
        {
            tot -= vakken[i];
            if (tot <= 0)
            {
                return aantal == 0 ? 0 : (int)Math.Ceiling(Math.Pow(2, (double)i / PerVerdubbeling) / 1000);
            }
        }
        return 0;
    }

    private sealed class Stuk(long minuut)
    {
        public readonly long Minuut = minuut;
        public readonly int[] Vakken = new int[Meting.Vakken];
        public long Fouten;
    }
}
