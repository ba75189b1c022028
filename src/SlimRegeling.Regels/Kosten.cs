namespace SlimRegeling.Regels;

/// <summary>Eligible costs of an activity, line by line (article 2.14; 12 before 28 February 2025).</summary>
internal static class Kosten
{
    private static readonly Waarde[] Soorten = [.. Enum.GetNames<Activiteitsoort>().Select(naam => new Waarde("activiteit", naam))];

    /// <summary>Whether an activity of this kind is paid by its costs. B is so until its amount is fixed (2.16); D never.</summary>
    public static bool Telt(Regelversie versie, Activiteitsoort soort) =>
        soort switch
        {
            Activiteitsoort.A or Activiteitsoort.C => true,
            Activiteitsoort.B => versie.Zoek(Parameters.BedragLoopbaantraject) is null,
            _ => false,
        };

    /// <summary>Adds a line for each cost; their sum in euro.</summary>
    public static decimal Reken(Rekenstaat staat, Activiteit activiteit)
    {
        var soort = Soorten[(int)activiteit.Soort];
        var som = 0m;
        for (var i = 0; i < activiteit.ExterneUren.Count; i++)
            som += Adviseur(staat, soort, activiteit.ExterneUren[i]);
        if (activiteit.OverigeExterneKosten > 0m)
        {
            var bedrag = Getal.Centen(activiteit.OverigeExterneKosten);
            staat.Voeg(Postcode.OverigExtern, bedrag, soort);
            som += bedrag;
        }
        for (var i = 0; i < activiteit.EigenUren.Count; i++)
            som += Loon(staat, soort, activiteit.EigenUren[i]);
        return som;
    }

    /// <summary>The rate of an adviser that counts: to the maximum, or in full where the version allows it when the rate is shown to be
    /// that of the market.</summary>
    private static decimal Tarief(Regelversie versie, ExterneUren uren) =>
        TeltVolledig(versie, uren) ? uren.Uurtarief : Math.Min(uren.Uurtarief, versie[Parameters.UurtariefAdviseur]);

    /// <summary>The highest rate that counts although it is above the maximum; zero when there is none.</summary>
    public static decimal HoogsteBovenMaximum(Regelversie versie, IReadOnlyList<ExterneUren> uren)
    {
        var hoogste = 0m;
        for (var i = 0; i < uren.Count; i++)
            if (TeltVolledig(versie, uren[i]) && uren[i].Uurtarief > versie[Parameters.UurtariefAdviseur])
                hoogste = Math.Max(hoogste, uren[i].Uurtarief);
        return hoogste;
    }

    private static bool TeltVolledig(Regelversie versie, ExterneUren uren) =>
        uren.Marktconform && versie[Parameters.UurtariefBovenMaximum] == Uurtariefkeuze.Marktconform;

    private static decimal Adviseur(Rekenstaat staat, Waarde soort, ExterneUren uren)
    {
        var (tarief, maximum) = (Tarief(staat.Versie, uren), staat.Versie[Parameters.UurtariefAdviseur]);
        var bedrag = Getal.Centen(uren.Uren * tarief);
        var (uur, opgegeven, gerekend) = (
            Waarde.Van("uren", uren.Uren),
            Waarde.Van("uurtarief", uren.Uurtarief),
            Waarde.Van("gerekend-uurtarief", tarief)
        );
        Waarde[] waarden =
            tarief > maximum ? [soort, uur, opgegeven, gerekend, Waarde.Van("maximum", maximum)] : [soort, uur, opgegeven, gerekend];
        staat.Voeg(Postcode.Adviseur, bedrag, waarden);
        return bedrag;
    }

    private static decimal Loon(Rekenstaat staat, Waarde soort, EigenUren uren)
    {
        var versie = staat.Versie;
        var uurloon = Subsidieberekening.Uurloon(versie, uren);
        var bedrag = Getal.Centen(uren.Uren * uurloon);
        staat.Voeg(
            Postcode.Loon,
            bedrag,
            soort,
            Waarde.Van("uren", uren.Uren),
            Waarde.Van("uurloon", uurloon),
            Waarde.Van("brutojaarloon", uren.Brutojaarloon),
            Waarde.Van("opslag", uren.Eigenaar ? 0m : versie[Parameters.OpslagLoon]),
            Waarde.Van("werkbare-uren", versie[Parameters.WerkbareUren])
        );
        return bedrag;
    }
}
