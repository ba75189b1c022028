using SlimRegeling.Berichten.Leercultuurscans;

namespace SlimRegeling.Leercultuurscans;

/// <summary>What other contexts hear: the evidence that a scan was done, never what it found.</summary>
public static class Uitgaand
{
    public static IEnumerable<object> Berichten(string stroom, object gebeurtenis) =>
        gebeurtenis switch
        {
            RapportVastgesteld e => [Afgerond(stroom, e, Instrumenten.Alle.GetValueOrDefault(e.Instrument))],
            _ => [],
        };

    private static ScanAfgerondBericht Afgerond(string scan, RapportVastgesteld e, Instrument? instrument) =>
        new(
            e.Zaaknummer,
            e.KvkNummer,
            scan,
            e.Instrument,
            e.Van,
            e.Tot,
            e.Gevraagd,
            e.Beeld,
            e.Rapport.Hash,
            e.Op,
            instrument?.Naam,
            instrument?.Bron
        );
}
