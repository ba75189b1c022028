namespace SlimRegeling.Regels;

/// <summary>Costs and subsidy of a plan. Rounding to cents, half up, in this order: the hourly wage, each product of hours and rate, the
/// surcharge, the subsidy, the advance.</summary>
public static class Subsidieberekening
{
    /// <summary>Computes without judging: whether the plan may have the amount is for <see cref="Beoordeling"/>.</summary>
    /// <param name="deMinimisruimte">What may still be granted under the de-minimis ceiling; null when not known.</param>
    public static Berekening Bereken(Regelversie versie, Plan plan, decimal? deMinimisruimte = null)
    {
        var regels = new List<Rekenregel>();
        foreach (var activiteit in plan.Activiteiten.Where(HeeftKosten))
            Kostenregels(versie, activiteit, regels);

        var externEnLoon = regels.Sum(r => r.Bedrag);
        var toeslag = Getal.Centen(externEnLoon * versie[Parameters.ToeslagOverig] / 100m);
        var kosten = externEnLoon + toeslag;
        var percentage = Percentage(versie, plan.Onderneming);
        var overKosten = Getal.Centen(kosten * (percentage ?? 0m) / 100m);
        if (plan.Activiteiten.Any(HeeftKosten))
        {
            regels.Add(Regel(versie, Postcode.ExternEnLoon, externEnLoon));
            regels.Add(Regel(versie, Postcode.Toeslag, toeslag, Waarde.Van("percentage", versie[Parameters.ToeslagOverig])));
            regels.Add(Regel(versie, Postcode.SubsidiabeleKosten, kosten));
            regels.Add(Regel(versie, Postcode.SubsidieOverKosten, overKosten, Waarde.Van("percentage", percentage ?? 0m)));
        }

        var loopbaan = percentage is null ? 0m : Loopbaan(versie, plan, regels);
        var (bedrag, begrensd) = Begrens(versie, plan, overKosten + loopbaan, deMinimisruimte, regels);
        var subsidie = Afronding.Verlening(versie, bedrag);
        var voorschot = Getal.Centen(subsidie * versie[Parameters.Voorschot] / 100m);
        regels.Add(Regel(versie, Postcode.Subsidie, subsidie));
        regels.Add(Regel(versie, Postcode.Voorschot, voorschot, Waarde.Van("percentage", versie[Parameters.Voorschot])));

        return new()
        {
            Regels = regels,
            ExternEnLoon = externEnLoon,
            Toeslag = toeslag,
            SubsidiabeleKosten = kosten,
            Percentage = percentage,
            Loopbaantrajecten = loopbaan,
            Subsidiebedrag = subsidie,
            MaximumToegepast = begrensd,
            Voorschot = voorschot,
        };
    }

    /// <summary>A and C have costs; B has a fixed amount (2.16) and D nothing.</summary>
    internal static bool HeeftKosten(Activiteit activiteit) => activiteit.Soort is Activiteitsoort.A or Activiteitsoort.C;

    private static void Kostenregels(Regelversie versie, Activiteit activiteit, List<Rekenregel> regels)
    {
        var soort = new Waarde("activiteit", activiteit.Soort.ToString());
        foreach (var uren in activiteit.ExterneUren)
        {
            var tarief = Math.Min(uren.Uurtarief, versie[Parameters.UurtariefAdviseur]);
            regels.Add(
                Regel(
                    versie,
                    Postcode.Adviseur,
                    Getal.Centen(uren.Uren * tarief),
                    soort,
                    Waarde.Van("uren", uren.Uren),
                    Waarde.Van("uurtarief", uren.Uurtarief),
                    Waarde.Van("gerekend-uurtarief", tarief)
                )
            );
        }
        if (activiteit.OverigeExterneKosten > 0m)
            regels.Add(Regel(versie, Postcode.OverigExtern, Getal.Centen(activiteit.OverigeExterneKosten), soort));
        foreach (var uren in activiteit.EigenUren)
        {
            var opslag = uren.Eigenaar ? 0m : versie[Parameters.OpslagLoon];
            var uurloon = Uurloon(versie, uren);
            regels.Add(
                Regel(
                    versie,
                    Postcode.Loon,
                    Getal.Centen(uren.Uren * uurloon),
                    soort,
                    Waarde.Van("uren", uren.Uren),
                    Waarde.Van("uurloon", uurloon),
                    Waarde.Van("brutojaarloon", uren.Brutojaarloon),
                    Waarde.Van("opslag", opslag),
                    Waarde.Van("werkbare-uren", versie[Parameters.WerkbareUren])
                )
            );
        }
    }

    /// <summary>Gross year's wage with the surcharge (not for an owner), divided over the workable hours, in cents.</summary>
    public static decimal Uurloon(Regelversie versie, EigenUren uren)
    {
        var opslag = uren.Eigenaar ? 0m : versie[Parameters.OpslagLoon];
        return Getal.Centen(uren.Brutojaarloon * (100m + opslag) / 100m / versie[Parameters.WerkbareUren]);
    }

    private static decimal? Percentage(Regelversie versie, Onderneming onderneming) =>
        Grootte.Bepaal(versie, onderneming) switch
        {
            Grootteklasse.Klein => versie[Parameters.PercentageKlein],
            Grootteklasse.Middelgroot => versie[Parameters.PercentageMiddelgroot],
            _ => null,
        };

    private static decimal Loopbaan(Regelversie versie, Plan plan, List<Rekenregel> regels)
    {
        var trajecten = plan.Activiteiten.Where(a => a.Soort == Activiteitsoort.B).Sum(a => a.Trajecten);
        if (trajecten == 0)
            return 0m;
        var perTraject = versie[Parameters.BedragLoopbaantraject];
        var bedrag = trajecten * perTraject;
        regels.Add(
            Regel(
                versie,
                Postcode.Loopbaantrajecten,
                bedrag,
                Waarde.Van("trajecten", trajecten),
                Waarde.Van("bedrag-per-traject", perTraject)
            )
        );
        return bedrag;
    }

    private static (decimal Bedrag, bool Begrensd) Begrens(
        Regelversie versie,
        Plan plan,
        decimal bedrag,
        decimal? deMinimisruimte,
        List<Rekenregel> regels
    )
    {
        var begrensd = false;
        var maximum = versie[Sector.IsLandbouw(versie, plan.Onderneming) ? Parameters.MaximumLandbouw : Parameters.MaximumMkb];
        if (bedrag > maximum)
        {
            regels.Add(Regel(versie, Postcode.Maximum, maximum, Waarde.Van("voor-maximum", bedrag)));
            (bedrag, begrensd) = (maximum, true);
        }
        if (deMinimisruimte is { } ruimte && bedrag > ruimte)
        {
            regels.Add(Regel(versie, Postcode.DeMinimisruimte, ruimte, Waarde.Van("voor-ruimte", bedrag)));
            (bedrag, begrensd) = (ruimte, true);
        }
        return (bedrag, begrensd);
    }

    private static Rekenregel Regel(Regelversie versie, string code, decimal bedrag, params Waarde[] waarden) =>
        new(code, versie.Post(code).Artikel, bedrag, waarden);
}
