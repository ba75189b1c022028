namespace SlimRegeling.Regels;

// What others contributed, and what each party of a partnership may have.
public static partial class Vaststellingsberekening
{
    /// <summary>
    /// The costs that the recipient bore. Of a partnership what was contributed to one party takes nothing from the costs of another; rounded up, so that
    /// more accepted never gives less.
    /// </summary>
    private static decimal NaBijdrage(Regelversie versie, Vaststellingsgrondslag grondslag, decimal kosten)
    {
        if (!Bijdragekeuze.TrektAf(versie, grondslag.VastgesteldOp))
            return kosten;
        if (grondslag.BijdragenPerPartij is null)
            return Math.Max(0m, kosten - grondslag.Bijdragen);
        var eigen = grondslag
            .Aanvaard.GroupBy(a => a.Partij ?? "")
            .Sum(partij => EigenKosten(versie, grondslag, partij.Key, partij.Sum(a => Kosten(versie, a))));
        return Math.Min(kosten, OmhoogInCenten(eigen));
    }

    /// <summary>With the surcharge, not rounded.</summary>
    private static decimal EigenKosten(Regelversie versie, Vaststellingsgrondslag grondslag, string partij, decimal kosten) =>
        Math.Max(0m, kosten * (100m + versie[Parameters.ToeslagOverig]) / 100m - Bijdrage(versie, grondslag, partij));

    /// <summary>What goes off the costs of this party; of one that has no number, when the parties are not told, all.</summary>
    private static decimal Bijdrage(Regelversie versie, Vaststellingsgrondslag grondslag, string partij) =>
        !Bijdragekeuze.TrektAf(versie, grondslag.VastgesteldOp) ? 0m
        : grondslag.BijdragenPerPartij is { } perPartij ? perPartij.GetValueOrDefault(partij)
        : partij.Length == 0 ? grondslag.Bijdragen
        : 0m;

    /// <summary>
    /// What the parties together may have on their own costs, less what others contributed to those, each no more than its limit. What a party makes is
    /// rounded up, so that without a limit the percentage of all costs decides, and more of one party takes nothing from another.
    /// </summary>
    private static decimal Partijen(Rekenstaat staat, Vaststellingsgrondslag grondslag)
    {
        var versie = staat.Versie;
        var som = 0m;
        foreach (var partij in grondslag.Aanvaard.GroupBy(a => a.Partij ?? "").OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var kosten = partij.Sum(a => Kosten(versie, a));
            var deel =
                OmhoogInCenten(EigenKosten(versie, grondslag, partij.Key, kosten) * grondslag.Percentage / 100m)
                + partij.Sum(a => a.Trajecten) * (BedragPerTraject(versie) ?? 0m)
                + OmhoogInCenten(partij.Sum(a => a.Weken) / WekenPerPlaats * (versie.Zoek(Parameters.BedragPraktijkleerplaats) ?? 0m));
            var kvkNummer = new Waarde("kvkNummer", partij.Key);
            var bijdrage = Bijdrage(versie, grondslag, partij.Key);
            Waarde[] waarden =
                bijdrage > 0m
                    ? [kvkNummer, Waarde.Van("aandeel", MetToeslag(versie, kosten)), Waarde.Van("bijdragen", bijdrage)]
                    : [kvkNummer, Waarde.Van("aandeel", kosten)];
            staat.Voeg(Postcode.Partijdeel, Getal.Centen(deel), waarden);
            var (sleutel, grens) = Grens(versie, grondslag.Sectoren.GetValueOrDefault(partij.Key));
            if (deel > grens)
            {
                staat.Voeg(Postcode.Partijgrens, sleutel, grens, kvkNummer, Waarde.Van("deel", deel), new Waarde("grens", sleutel.Code));
                deel = grens;
            }
            som += deel;
        }
        return som;
    }

    private static decimal OmhoogInCenten(decimal bedrag) => decimal.Ceiling(bedrag * 100m) / 100m;

    private static (Getalsleutel Sleutel, decimal Grens) Grens(Regelversie versie, string? sector)
    {
        var grens = Math.Max(0m, versie[Parameters.GrensPerPartij] - Cent);
        Getalsleutel? eigen = sector switch
        {
            Sectornaam.Landbouw => Parameters.MaximumLandbouwInSamenwerkingsverband,
            Sectornaam.Visserij => Parameters.MaximumVisserijInSamenwerkingsverband,
            Sectornaam.Wegvervoer => Parameters.MaximumWegvervoerInSamenwerkingsverband,
            _ => null,
        };
        return eigen is not null && versie[eigen] < grens ? (eigen, versie[eigen]) : (Parameters.GrensPerPartij, grens);
    }
}
