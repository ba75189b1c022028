namespace SlimRegeling.Regels;

/// <summary>Tests a plan against the requirements of the scheme.</summary>
internal static class Eisen
{
    /// <summary>What each set of kinds of activity is called; the place has a bit for each kind.</summary>
    private static readonly string[] Soortnamen = [.. Enumerable.Range(0, 16).Select(Soortnaam)];

    public static Toets Toets(Toetsregel regel, Geval geval) =>
        regel.Code switch
        {
            Eiscode.Aanvragertype => EisenAanvrager.Type(regel, geval),
            Eiscode.MkbOmvang => EisenAanvrager.Mkb(regel, geval),
            Eiscode.GrootbedrijfOmvang => EisenAanvrager.Groot(regel, geval),
            Eiscode.GrootbedrijfSector => EisenAanvrager.GrootSector(regel, geval),
            Eiscode.Activiteitsoort => Activiteitsoort(regel, geval),
            Eiscode.ActiviteitC => regel.Maak(geval.Vraagt(Regels.Activiteitsoort.C)),
            Eiscode.MinimumKosten => MinimumKosten(regel, geval),
            Eiscode.MkbPartijen => EisenSamenwerkingsverband.Mkb(regel, geval),
            Eiscode.PartijOmvang => EisenSamenwerkingsverband.Omvang(regel, geval),
            Eiscode.AandeelPartij => EisenSamenwerkingsverband.Aandeel(regel, geval),
            Eiscode.ActiviteitPerPartij or Eiscode.NietEnkelBestuurders => Oordeel(regel, geval, geldt: true),
            Eiscode.BrancheorganisatieOpgericht => Oordeel(regel, geval, EisenSamenwerkingsverband.HeeftBrancheorganisatie(geval.Plan)),
            Eiscode.DeMinimisruimte => EisenDeMinimis.Toets(regel, geval),
            Eiscode.Gesprekstijd or Eiscode.EisenLoopbaanadviseur => Oordeel(regel, geval, geval.Vraagt(Regels.Activiteitsoort.B)),
            Eiscode.ErkendLeerbedrijf => Oordeel(regel, geval, geval.Vraagt(Regels.Activiteitsoort.D)),
            Eiscode.Marktconformiteit => Marktconformiteit(regel, geval),
            _ => throw new ArgumentOutOfRangeException(nameof(regel), regel.Code, "Deze eis wordt niet getoetst."),
        };

    private static Toets Activiteitsoort(Toetsregel regel, Geval geval)
    {
        var (gevraagd, mag) = (0, true);
        var toegestaan = geval.Versie.Eis(Eiscode.Activiteitsoort).Activiteiten;
        foreach (var activiteit in geval.Plan.Activiteiten)
        {
            var bit = 1 << (int)activiteit.Soort;
            if ((gevraagd & bit) == 0)
                mag &= toegestaan.Contains(Soortnamen[bit]);
            gevraagd |= bit;
        }
        return regel.Maak(mag, new Waarde("activiteiten", Soortnamen[gevraagd]));
    }

    /// <summary>Fixed amounts stand outside it. A partnership has a minimum of its own, where the version has one.</summary>
    private static Toets MinimumKosten(Toetsregel regel, Geval geval)
    {
        var (versie, plan) = (geval.Versie, geval.Plan);
        if (!HeeftKosten(versie, plan))
            return regel.Maak(Toetsuitkomst.NietVanToepassing);
        var eigen = plan.IsSamenwerkingsverband ? versie.Zoek(Parameters.MinimumKostenSamenwerkingsverband) : null;
        var minimum = eigen ?? versie[Parameters.MinimumKosten];
        return regel.Maak(
            geval.Berekening.SubsidiabeleKosten >= minimum,
            Waarde.Van("subsidiabele-kosten", geval.Berekening.SubsidiabeleKosten),
            Waarde.Van("minimum", minimum),
            new Waarde("soorten", Kosten.Telt(versie, Regels.Activiteitsoort.B) ? "A, B en C" : "A en C"),
            new Waarde("anders", plan.IsSamenwerkingsverband ? "" : ZonderMinimum(versie))
        );
    }

    private static bool HeeftKosten(Regelversie versie, Plan plan)
    {
        foreach (var activiteit in plan.Activiteiten)
            if (Kosten.Telt(versie, activiteit.Soort))
                return true;
        return false;
    }

    /// <summary>The kinds with a fixed amount: whoever asks only those has no minimum to reach.</summary>
    private static string ZonderMinimum(Regelversie versie) =>
        (Kosten.Telt(versie, Regels.Activiteitsoort.B), versie.Zoek(Parameters.BedragPraktijkleerplaats) is null) switch
        {
            (false, true) => "B",
            (false, false) => "B of D",
            (true, false) => "D",
            _ => "",
        };

    /// <summary>Orders to others than an adviser above the limit; and an adviser's rate above the maximum, where that may count.</summary>
    private static Toets Marktconformiteit(Toetsregel regel, Geval geval)
    {
        var (versie, grens) = (geval.Versie, geval.Versie[Parameters.OffertesBoven]);
        var (grootste, tarief) = (0m, 0m);
        foreach (var activiteit in geval.Plan.Activiteiten)
        {
            if (!Kosten.Telt(versie, activiteit.Soort))
                continue;
            grootste = Math.Max(grootste, activiteit.OverigeExterneKosten);
            foreach (var uren in activiteit.ExterneUren)
                if (Kosten.BovenMaximum(versie, uren))
                    tarief = Math.Max(tarief, uren.Uurtarief);
        }
        var uitkomst =
            grootste <= grens && tarief == 0m ? Toetsuitkomst.NietVanToepassing : Uitkomst(geval.Oordeel(Eiscode.Marktconformiteit));
        return tarief == 0m
            ? regel.Maak(uitkomst, Waarde.Van("overige-externe-kosten", grootste), Waarde.Van("grens", grens))
            : regel.Maak(
                uitkomst,
                Waarde.Van("overige-externe-kosten", grootste),
                Waarde.Van("grens", grens),
                Waarde.Van("uurtarief", tarief),
                Waarde.Van("maximum-uurtarief", versie[Parameters.UurtariefAdviseur])
            );
    }

    private static Toets Oordeel(Toetsregel regel, Geval geval, bool geldt) =>
        regel.Maak(geldt ? Uitkomst(geval.Oordeel(regel.Code)) : Toetsuitkomst.NietVanToepassing);

    internal static Toetsuitkomst Uitkomst(bool? voldaan) =>
        voldaan switch
        {
            true => Toetsuitkomst.Voldaan,
            false => Toetsuitkomst.NietVoldaan,
            null => Toetsuitkomst.NietBeoordeeld,
        };

    private static string Soortnaam(int soorten) =>
        string.Join(", ", Enum.GetValues<Activiteitsoort>().Where(soort => (soorten & (1 << (int)soort)) != 0));
}
