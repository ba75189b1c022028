using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>Reads the report that was fixed.</summary>
public sealed class Rapportlezer(Werkeenheid<LeercultuurscansContext> eenheid)
{
    /// <summary>Either the scan with its report, or why there is none for this caller.</summary>
    public async Task<(Scan? Scan, Rapport? Rapport, Weigering? Weigering)> Lees(string scan, Stroom<Scan> scans, CancellationToken ct)
    {
        if (await scans.Lees(scan, ct) is not { Gestart: not null } stand)
        {
            return (null, null, Weigering.NietGevonden(scan));
        }
        if (stand.Rapport is not { } verwijzing)
        {
            return (
                null,
                null,
                stand.Afgebroken
                    ? Weigering.Van("scan-afgebroken", "De scan is afgebroken. Er is geen rapport.")
                    : Weigering.Van("scan-open", "De scan is nog open. Het rapport komt er als u de scan sluit.")
            );
        }
        return await eenheid.Lees<Rapport>(verwijzing, ct) is { } rapport
            ? (stand, rapport, null)
            : (null, null, Weigering.NietGevonden(scan));
    }
}
