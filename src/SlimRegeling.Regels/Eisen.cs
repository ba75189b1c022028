namespace SlimRegeling.Regels;

/// <summary>Tests a plan against the requirements of the scheme.</summary>
internal static class Eisen
{
    public static Toets Toets(Toetsregel regel, in Geval geval) =>
        regel.Code switch
        {
            Eiscode.Aanvragertype => EisenAanvrager.Type(regel, geval),
            Eiscode.MkbOmvang => EisenAanvrager.Mkb(regel, geval),
            Eiscode.GrootbedrijfOmvang => EisenAanvrager.Groot(regel, geval),
            Eiscode.GrootbedrijfSector => EisenAanvrager.GrootSector(regel, geval),
            Eiscode.Activiteitsoort => Activiteitsoort(regel, geval),
            Eiscode.ActiviteitC => regel.Maak(geval.Soorten.Bevat(Regels.Activiteitsoort.C)),
            Eiscode.MinimumKosten => MinimumKosten(regel, geval),
            Eiscode.MkbPartijen => EisenSamenwerkingsverband.Mkb(regel, geval),
            Eiscode.PartijOmvang => EisenSamenwerkingsverband.Omvang(regel, geval),
            Eiscode.AandeelPartij => EisenSamenwerkingsverband.Aandeel(regel, geval),
            Eiscode.ActiviteitPerPartij or Eiscode.NietEnkelBestuurders => Oordeel(regel, geval, geldt: true),
            Eiscode.BrancheorganisatieOpgericht => Oordeel(regel, geval, EisenSamenwerkingsverband.HeeftBrancheorganisatie(geval.Plan)),
            Eiscode.DeMinimisruimte => EisenDeMinimis.Toets(regel, geval),
            Eiscode.Gesprekstijd or Eiscode.EisenLoopbaanadviseur => Oordeel(regel, geval, geval.Soorten.Bevat(Regels.Activiteitsoort.B)),
            Eiscode.ErkendLeerbedrijf => Oordeel(regel, geval, geval.Soorten.Bevat(Regels.Activiteitsoort.D)),
            Eiscode.Marktconformiteit => Marktconformiteit(regel, geval),
            _ => throw new ArgumentOutOfRangeException(nameof(regel), regel.Code, "Deze eis wordt niet getoetst."),
        };

    private static Toets Activiteitsoort(Toetsregel regel, in Geval geval) =>
        regel.Maak(geval.Soorten.Binnen(geval.Versie.Eis(Eiscode.Activiteitsoort).Activiteiten), geval.Soorten.Waarde());

    /// <summary>Fixed amounts stand outside it. A partnership has a minimum of its own, where the version has one.</summary>
    private static Toets MinimumKosten(Toetsregel regel, in Geval geval)
    {
        var (versie, plan) = (geval.Versie, geval.Plan);
        if (!geval.Soorten.HebbenKosten(versie))
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
    private static Toets Marktconformiteit(Toetsregel regel, in Geval geval)
    {
        var (versie, grens) = (geval.Versie, geval.Versie[Parameters.OffertesBoven]);
        var (grootste, tarief) = (0m, 0m);
        var activiteiten = geval.Plan.Activiteiten;
        for (var i = 0; i < activiteiten.Count; i++)
        {
            if (!Kosten.Telt(versie, activiteiten[i].Soort))
                continue;
            grootste = Math.Max(grootste, activiteiten[i].OverigeExterneKosten);
            tarief = Math.Max(tarief, Kosten.HoogsteBovenMaximum(versie, activiteiten[i].ExterneUren));
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

    private static Toets Oordeel(Toetsregel regel, in Geval geval, bool geldt) =>
        regel.Maak(geldt ? Uitkomst(geval.Oordeel(regel.Code)) : Toetsuitkomst.NietVanToepassing);

    internal static Toetsuitkomst Uitkomst(bool? voldaan) =>
        voldaan switch
        {
            true => Toetsuitkomst.Voldaan,
            false => Toetsuitkomst.NietVoldaan,
            null => Toetsuitkomst.NietBeoordeeld,
        };
}
