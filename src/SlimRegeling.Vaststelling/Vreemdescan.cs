namespace SlimRegeling.Vaststelling;

/// <summary>
/// A scan that was done for a case by a firm that is no party in it, or not yet. It is no event of the case: a stranger's would cross what is being decided.
/// It is kept beside it and counts from when the firm is a party.
/// </summary>
/// <param name="Id">The case and the scan.</param>
public sealed record Vreemdescan(string Id, string Zaaknummer, ScanAfgerond Scan)
{
    public static Vreemdescan Van(string zaaknummer, ScanAfgerond scan) => new($"{zaaknummer} {scan.Scan}", zaaknummer, scan);

    /// <summary>With those beside it; who reads them asks whose they are.</summary>
    public static Verantwoording Erbij(Verantwoording verantwoording, IReadOnlyCollection<Vreemdescan> ernaast) =>
        ernaast.Count == 0
            ? verantwoording
            : verantwoording with
            {
                Scans =
                [
                    .. verantwoording
                        .Scans.Concat(ernaast.Select(e => e.Scan))
                        .DistinctBy(s => s.Scan)
                        .OrderBy(s => s.Scan, StringComparer.Ordinal),
                ],
            };
}
