using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Tijdvakken.Regelversies;

/// <summary>What a change would do to the version, and what is wrong with it.</summary>
internal static class Regelwijzigingcontrole
{
    /// <summary>Tried on the state at the moment and on each that is known to follow: a later change must stay possible.</summary>
    public static IReadOnlyList<Fout> Fouten(Regelstanden standen, Regelstap stap)
    {
        try
        {
            foreach (var versie in standen.Met(stap).Vanaf(stap.Regelversie, stap.GeldtVanaf))
            {
                _ = versie.Hash;
            }
            return [];
        }
        catch (RegelbestandException e)
        {
            var artikel = Regelboek.Versie(stap.Regelversie).Zoek(stap.Wijziging.Sectie, stap.Wijziging.Code)?.Artikel;
            return [.. e.Fouten.Select(fout => new Fout("waarde", Zin(fout), artikel is null ? null : $"artikel {artikel}"))];
        }
    }

    /// <summary>A file's error names its place first, which here is the field.</summary>
    private static string Zin(string fout)
    {
        var uitleg = RegelbestandException.ZonderPlaats(fout);
        return $"{char.ToUpperInvariant(uitleg[0])}{uitleg[1..]}.";
    }
}
