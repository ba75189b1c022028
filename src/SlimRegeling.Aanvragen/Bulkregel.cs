using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>What became of one case in an act on many.</summary>
/// <param name="Code">Code of the refusal, as the act on this one case alone would give it.</param>
/// <param name="Uiterlijk">The last day on which the applicant can complete.</param>
public sealed record Bulkregel(string Zaaknummer, bool Gelukt, LocalDate? Uiterlijk = null, string? Code = null, string? Uitleg = null)
{
    public const int Meeste = 1_000;

    public static Bulkregel Van(string zaaknummer, Weigering? weigering, LocalDate? uiterlijk = null) =>
        weigering is null
            ? new(zaaknummer, true, uiterlijk)
            : new(zaaknummer, false, Code: weigering.Code, Uitleg: weigering.Fouten is [var fout, ..] ? fout.Uitleg : weigering.Uitleg);

    /// <summary>Null when these can be done as one act: at least one, at most a thousand, each once.</summary>
    public static Weigering? Fouten(string veld, IReadOnlyList<string> zaaknummers)
    {
        if (zaaknummers.Count is 0 or > Meeste)
        {
            return Weigering.Invoer(new Fout(veld, $"Noem ten minste één en ten hoogste {Meeste} zaken tegelijk."));
        }
        var dubbel = zaaknummers.GroupBy(z => z, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return dubbel is null ? null : Weigering.Invoer(new Fout(veld, $"Zaak {dubbel.Key} staat er twee keer. Noem elke zaak één keer."));
    }
}
