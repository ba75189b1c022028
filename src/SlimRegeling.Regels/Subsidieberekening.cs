namespace SlimRegeling.Regels;

/// <summary>Costs and subsidy of a plan. Rounding to cents, half up, in this order: the hourly wage, each product of hours and rate, the
/// surcharge, the subsidy, the advance.</summary>
public static class Subsidieberekening
{
    /// <summary>Computes without judging: whether the plan may have the amount is for <see cref="Beoordeling"/>.</summary>
    /// <param name="deMinimisruimte">What may still be granted to a single applicant under the de-minimis ceiling; null when not known.
    /// Not looked at for a partnership: each of its parties has a room of its own.</param>
    public static Berekening Bereken(Regelversie versie, Plan plan, decimal? deMinimisruimte = null) =>
        Bereken(versie, plan, Grootte.Meet(versie, plan), deMinimisruimte, null, null);

    /// <param name="omvang">Null for a partnership.</param>
    /// <param name="partijruimten">For each party of a partnership what may still be granted to it, null where that is not known; null
    /// when none is.</param>
    /// <param name="plafondruimte">What the ceiling leaves; null when all of it fits.</param>
    internal static Berekening Bereken(
        Regelversie versie,
        Plan plan,
        Omvang? omvang,
        decimal? deMinimisruimte,
        IReadOnlyList<DeMinimisruimte?>? partijruimten,
        decimal? plafondruimte
    )
    {
        var staat = new Rekenstaat(versie, 12 + plan.Deelnemers.Count);
        var externEnLoon = 0m;
        for (var i = 0; i < plan.Activiteiten.Count; i++)
            if (Kosten.Telt(versie, plan.Activiteiten[i].Soort))
                externEnLoon += Kosten.Reken(staat, plan.Activiteiten[i]);

        var percentages = Percentage(plan.Aanvragertype, omvang);
        var percentage = percentages is null ? null : versie.Zoek(percentages);
        var toeslag = Getal.Centen(externEnLoon * versie[Parameters.ToeslagOverig] / 100m);
        var kosten = externEnLoon + toeslag;
        var overKosten = Getal.Centen(kosten * (percentage ?? 0m) / 100m);
        if (Soorten.Van(plan.Activiteiten).HebbenKosten(versie))
        {
            staat.Voeg(Postcode.ExternEnLoon, externEnLoon);
            staat.VoegDeel(Postcode.Toeslag, Parameters.ToeslagOverig, toeslag);
            staat.Voeg(Postcode.SubsidiabeleKosten, kosten);
            staat.VoegDeel(Postcode.SubsidieOverKosten, percentages, overKosten);
        }

        var (loopbaan, plaatsen) = percentage is null ? (0m, 0m) : Vast(staat, plan);
        var zonderVerklaring = overKosten + loopbaan + plaatsen;
        var controle = plan.IsSamenwerkingsverband ? Samenwerkingsverband.Controleverklaring(staat, zonderVerklaring) : 0m;
        var (bedrag, begrensd) = Maxima.Pas(staat, plan, zonderVerklaring + controle);

        IReadOnlyList<Partijdeel> delen = [];
        decimal subsidie;
        if (plan.IsSamenwerkingsverband)
        {
            (delen, subsidie, var partijBegrensd) = Samenwerkingsverband.Verdeel(staat, plan.Deelnemers, bedrag, partijruimten);
            begrensd |= partijBegrensd;
        }
        else
        {
            (bedrag, var ruimteBegrensd) = Maxima.PasRuimte(staat, bedrag, deMinimisruimte);
            begrensd |= ruimteBegrensd;
            subsidie = Afronding.Verlening(versie, bedrag);
        }
        if (plafondruimte < subsidie)
        {
            (delen, subsidie) = Plafond.Pas(staat, plan, delen, subsidie, plafondruimte.Value);
            begrensd = true;
        }

        if (plan.Aanvragertype == Aanvragertype.MkbOnderneming)
            staat.Voeg(Postcode.Subsidie, subsidie);
        else
            staat.Voeg(Postcode.Subsidie, Maxima.Sleutel(versie, plan), subsidie);
        var voorschotdeel = Voorschot.Percentage(plan.Aanvragertype);
        var voorschot = Voorschot.BijVerlening(versie, plan.Aanvragertype, subsidie);
        staat.VoegDeel(Postcode.Voorschot, voorschotdeel, voorschot);
        return new()
        {
            Regels = staat.Regels,
            ExternEnLoon = externEnLoon,
            Toeslag = toeslag,
            SubsidiabeleKosten = kosten,
            Percentage = percentage,
            Loopbaantrajecten = loopbaan,
            Praktijkleerplaatsen = plaatsen,
            Controleverklaring = controle,
            Delen = delen,
            Subsidiebedrag = subsidie,
            MaximumToegepast = begrensd,
            Voorschot = voorschot,
        };
    }

    /// <summary>Gross year's wage with the surcharge (not for an owner), divided over the workable hours, in cents.</summary>
    public static decimal Uurloon(Regelversie versie, EigenUren uren)
    {
        var opslag = uren.Eigenaar ? 0m : versie[Parameters.OpslagLoon];
        return Getal.Centen(uren.Brutojaarloon * (100m + opslag) / 100m / versie[Parameters.WerkbareUren]);
    }

    private static Getalsleutel? Percentage(string aanvragertype, Omvang? omvang) =>
        aanvragertype switch
        {
            Aanvragertype.Samenwerkingsverband => Parameters.PercentageSamenwerkingsverband,
            Aanvragertype.Grootbedrijf => Parameters.PercentageGrootbedrijf,
            Aanvragertype.MkbOnderneming => omvang?.Klasse switch
            {
                Grootteklasse.Klein => Parameters.PercentageKlein,
                Grootteklasse.Middelgroot => Parameters.PercentageMiddelgroot,
                _ => null,
            },
            _ => null,
        };

    /// <summary>The fixed amounts of B (from 2024) and D (until 2024), at 100% and outside the surcharge.</summary>
    private static (decimal Loopbaan, decimal Plaatsen) Vast(Rekenstaat staat, Plan plan)
    {
        var (trajecten, plaatsen) = (0, 0);
        for (var i = 0; i < plan.Activiteiten.Count; i++)
        {
            var activiteit = plan.Activiteiten[i];
            if (activiteit.Soort == Activiteitsoort.B)
                trajecten += activiteit.Trajecten;
            else if (activiteit.Soort == Activiteitsoort.D)
                plaatsen += activiteit.Praktijkleerplaatsen;
        }
        return (
            Vast(staat, Postcode.Loopbaantrajecten, Parameters.BedragLoopbaantraject, "trajecten", "bedrag-per-traject", trajecten),
            Vast(staat, Postcode.Praktijkleerplaatsen, Parameters.BedragPraktijkleerplaats, "plaatsen", "bedrag-per-plaats", plaatsen)
        );
    }

    private static decimal Vast(Rekenstaat staat, string code, Getalsleutel sleutel, string wat, string per, int aantal)
    {
        if (aantal == 0 || staat.Versie.Zoek(sleutel) is not { } bedragPer)
            return 0m;
        var bedrag = aantal * bedragPer;
        staat.Voeg(code, bedrag, Waarde.Van(wat, aantal), Waarde.Van(per, bedragPer));
        return bedrag;
    }
}
