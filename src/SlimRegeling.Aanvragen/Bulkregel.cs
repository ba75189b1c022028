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

    /// <summary>Null when these can be done as one act: at least one, at most a thousand.</summary>
    public static Weigering? Fouten(string veld, IReadOnlyCollection<string> zaaknummers) =>
        zaaknummers.Count is 0 or > Meeste
            ? Weigering.Invoer(new Fout(veld, $"Noem ten minste één en ten hoogste {Meeste} zaken tegelijk."))
            : null;

    /// <summary>A line for each that was named, in that order; a case is done once, as it was named first.</summary>
    /// <param name="regels">What became of each case.</param>
    public static IReadOnlyList<Bulkregel> Elk(IEnumerable<string> genoemd, IEnumerable<Bulkregel> regels)
    {
        var over = regels.ToDictionary(r => r.Zaaknummer, StringComparer.Ordinal);
        return [.. genoemd.Select(z => over.Remove(z, out var regel) ? regel : Van(z, Dubbel(z)))];
    }

    private static Weigering Dubbel(string zaaknummer) =>
        Weigering.Van(
            "dubbel-genoemd",
            $"Zaak {zaaknummer} staat vaker in uw verzoek. Alleen de eerste keer telt; bij die regel leest u wat ermee is gebeurd."
        );
}
