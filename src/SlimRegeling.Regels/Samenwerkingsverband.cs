namespace SlimRegeling.Regels;

/// <summary>What the parties of a partnership receive (articles 2.11, fourth paragraph, and 2.22).</summary>
internal static class Samenwerkingsverband
{
    private const decimal Cent = 0.01m;

    /// <summary>The fixed amount for the auditor's report, on top of a subsidy that requires one; zero where the version has none.</summary>
    public static decimal Controleverklaring(Rekenstaat staat, decimal subsidie)
    {
        if (staat.Versie.Zoek(Parameters.BedragControleverklaring) is not { } bedrag)
            return 0m;
        if (staat.Versie.Zoek(Parameters.ControleverklaringVanaf) is not { } vanaf || subsidie < vanaf)
            return 0m;
        staat.Voeg(Postcode.Controleverklaring, bedrag, Waarde.Van("vanaf", vanaf));
        return bedrag;
    }

    /// <summary>Divides the subsidy over the parties and lowers each part to what that party may have; what is cut goes to nobody.</summary>
    public static (IReadOnlyList<Partijdeel> Delen, decimal Som, bool Begrensd) Verdeel(
        Rekenstaat staat,
        IReadOnlyList<Deelnemer> deelnemers,
        decimal bedrag,
        IReadOnlyList<DeMinimisruimte?>? ruimten
    )
    {
        var verdeling = Verdeling.NaarRato(bedrag, deelnemers);
        var delen = new Partijdeel[deelnemers.Count];
        var (som, begrensd) = (0m, false);
        for (var i = 0; i < delen.Length; i++)
        {
            var (deelnemer, deel) = (deelnemers[i], verdeling[i]);
            var kvkNummer = new Waarde("kvkNummer", deelnemer.KvkNummer);
            staat.Voeg(Postcode.Partijdeel, deel, kvkNummer, Waarde.Van("aandeel", deelnemer.AandeelKosten));

            var (sleutel, grens) = Grens(staat.Versie, deelnemer);
            if (deel > grens)
            {
                var soort = new Waarde("grens", sleutel.Code);
                staat.Voeg(Postcode.Partijgrens, sleutel, grens, kvkNummer, Waarde.Van("deel", deel), soort);
                (deel, begrensd) = (grens, true);
            }
            if (ruimten?[i] is { } ruimte && deel > ruimte.Beschikbaar)
            {
                staat.Voeg(Postcode.DeMinimisruimte, ruimte.Beschikbaar, kvkNummer, Waarde.Van("voor-ruimte", deel));
                (deel, begrensd) = (ruimte.Beschikbaar, true);
            }
            deel = Afronding.Verlening(staat.Versie, deel);
            delen[i] = new(deelnemer.KvkNummer, deel);
            som += deel;
        }
        return (delen, som, begrensd);
    }

    /// <summary>The most that a party may have: a cent less than the limit of every party, or what its sector may have.</summary>
    private static (Getalsleutel Sleutel, decimal Grens) Grens(Regelversie versie, Deelnemer deelnemer)
    {
        var grens = Math.Max(0m, versie[Parameters.GrensPerPartij] - Cent);
        return Sectorgrens(versie, deelnemer.Onderneming) is { } sector && versie[sector] < grens
            ? (sector, versie[sector])
            : (Parameters.GrensPerPartij, grens);
    }

    private static Getalsleutel? Sectorgrens(Regelversie versie, Onderneming? onderneming) =>
        onderneming is null ? null
        : Sector.IsLandbouw(versie, onderneming) ? Parameters.MaximumLandbouwInSamenwerkingsverband
        : Sector.IsVisserij(versie, onderneming) ? Parameters.MaximumVisserijInSamenwerkingsverband
        : Sector.IsWegvervoer(versie, onderneming) ? Parameters.MaximumWegvervoerInSamenwerkingsverband
        : null;
}
