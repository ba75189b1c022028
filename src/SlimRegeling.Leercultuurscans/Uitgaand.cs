using NodaTime;
using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Scans;

namespace SlimRegeling.Leercultuurscans;

/// <summary>What other contexts hear: the evidence that a scan was done, never what it found.</summary>
public static class Uitgaand
{
    public static IEnumerable<object> Berichten(string stroom, object gebeurtenis) =>
        gebeurtenis switch
        {
            RapportVastgesteld { Zaaknummer: { } zaaknummer, Bewijs: { } bewijs } e =>
            [
                Afgerond(zaaknummer, e.KvkNummer, stroom, e.Instrument, e.Van, e.Tot, e.Gevraagd, e.Beeld, e.Rapport.Hash, e.Op, bewijs),
            ],
            RapportVastgesteld { Zaaknummer: { } zaaknummer } e => [Eerder(zaaknummer, stroom, e)],
            ScanGekoppeld e =>
            [
                Afgerond(e.Zaaknummer, e.KvkNummer, stroom, e.Instrument, e.Van, e.Tot, e.Gevraagd, e.Beeld, e.Rapporthash, e.Op, e.Bewijs),
            ],
            _ => [],
        };

    private static ScanAfgerondBericht Afgerond(
        string zaaknummer,
        string kvkNummer,
        string scan,
        string instrument,
        LocalDate van,
        LocalDate tot,
        int gevraagd,
        string beeld,
        string hash,
        Instant op,
        Scanbewijs bewijs
    ) =>
        new(
            zaaknummer,
            kvkNummer,
            scan,
            instrument,
            van,
            tot,
            gevraagd,
            beeld,
            hash,
            op,
            bewijs.Vragenlijst,
            bewijs.Bron,
            bewijs.Instrumentversie,
            bewijs.Onderbouwing,
            bewijs.Validatie,
            bewijs.Instrumenthash,
            bewijs.Beantwoord,
            bewijs.Leiding,
            tot,
            bewijs.Dimensies,
            bewijs.OnderzoekBedrijven,
            bewijs.OnderzoekPersonen,
            bewijs.OnderzoekJaar
        );

    /// <summary>Of before more was told: as it was said then.</summary>
    private static ScanAfgerondBericht Eerder(string zaaknummer, string scan, RapportVastgesteld e)
    {
        var instrument = Instrumentboek.Ingebouwd.Zoek(e.Instrument);
        return new(
            zaaknummer,
            e.KvkNummer,
            scan,
            e.Instrument,
            e.Van,
            e.Tot,
            e.Gevraagd,
            e.Beeld,
            e.Rapport.Hash,
            e.Op,
            instrument?.Naam.Nl,
            instrument?.Bron
        );
    }
}
