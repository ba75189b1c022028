namespace SlimRegeling.Regels;

/// <summary>Tests a plan against the requirements of the scheme, one outcome for each, in the order of <see cref="Eiscode.Alle"/>.</summary>
public static class Eisen
{
    /// <param name="ruimte">Null when the aid granted earlier is not known.</param>
    public static IReadOnlyList<Toets> Toets(
        Regelversie versie,
        Plan plan,
        Berekening berekening,
        DeMinimisruimte? ruimte,
        IReadOnlyDictionary<string, bool> oordelen
    ) =>
        [
            Aanvragertype(versie, plan),
            MkbOmvang(versie, plan),
            Activiteitsoort(versie, plan),
            MinimumKosten(versie, plan, berekening),
            DeMinimisruimte(versie, ruimte),
            Oordeel(versie, Eiscode.NietEnkelBestuurders, geldt: true, oordelen),
            Oordeel(versie, Eiscode.Gesprekstijd, HeeftLoopbaan(plan), oordelen),
            Oordeel(versie, Eiscode.EisenLoopbaanadviseur, HeeftLoopbaan(plan), oordelen),
            Marktconformiteit(versie, plan, oordelen),
        ];

    private static Toets Aanvragertype(Regelversie versie, Plan plan)
    {
        // Only the plan of a single mkb-onderneming is computed yet: another type is refused and not treated as one.
        var mag =
            plan.Aanvragertype == Regels.Aanvragertype.MkbOnderneming
            && versie.Eis(Eiscode.Aanvragertype).Aanvragertypen.Contains(plan.Aanvragertype);
        return Maak(versie, Eiscode.Aanvragertype, mag, new Waarde("aanvragertype", plan.Aanvragertype));
    }

    private static Toets MkbOmvang(Regelversie versie, Plan plan)
    {
        var klasse = Grootte.Bepaal(versie, plan.Onderneming);
        var (personen, omzet, balans) = Grootte.MetGelieerde(plan.Onderneming);
        return Maak(
            versie,
            Eiscode.MkbOmvang,
            klasse != Grootteklasse.Groot,
            new Waarde("grootteklasse", klasse.ToString()),
            Waarde.Van("personen", personen),
            Waarde.Van("omzet", omzet),
            Waarde.Van("balans", balans)
        );
    }

    private static Toets Activiteitsoort(Regelversie versie, Plan plan)
    {
        var vervallen = plan.Activiteiten.Any(a => a.Soort == Regels.Activiteitsoort.D);
        var soorten = string.Join(", ", plan.Activiteiten.Select(a => a.Soort).Distinct().Order());
        return Maak(versie, Eiscode.Activiteitsoort, !vervallen, new Waarde("activiteiten", soorten));
    }

    private static Toets MinimumKosten(Regelversie versie, Plan plan, Berekening berekening)
    {
        if (!plan.Activiteiten.Any(Subsidieberekening.HeeftKosten))
            return Maak(versie, Eiscode.MinimumKosten, Toetsuitkomst.NietVanToepassing);
        var minimum = versie[Parameters.MinimumKosten];
        return Maak(
            versie,
            Eiscode.MinimumKosten,
            berekening.SubsidiabeleKosten >= minimum,
            Waarde.Van("subsidiabele-kosten", berekening.SubsidiabeleKosten),
            Waarde.Van("minimum", minimum)
        );
    }

    private static Toets DeMinimisruimte(Regelversie versie, DeMinimisruimte? ruimte) =>
        ruimte is null
            ? Maak(versie, Eiscode.DeMinimisruimte, Toetsuitkomst.NietBeoordeeld)
            : Maak(
                versie,
                Eiscode.DeMinimisruimte,
                ruimte.Beschikbaar > 0m,
                Waarde.Van("plafond", ruimte.Plafond),
                Waarde.Van("meegeteld", ruimte.Meegeteld),
                Waarde.Van("beschikbaar", ruimte.Beschikbaar)
            );

    private static Toets Marktconformiteit(Regelversie versie, Plan plan, IReadOnlyDictionary<string, bool> oordelen)
    {
        var grens = versie[Parameters.OffertesBoven];
        var grootste = plan.Activiteiten.Where(Subsidieberekening.HeeftKosten).Select(a => a.OverigeExterneKosten).DefaultIfEmpty().Max();
        return Oordeel(
            versie,
            Eiscode.Marktconformiteit,
            grootste > grens,
            oordelen,
            Waarde.Van("overige-externe-kosten", grootste),
            Waarde.Van("grens", grens)
        );
    }

    private static bool HeeftLoopbaan(Plan plan) => plan.Activiteiten.Any(a => a.Soort == Regels.Activiteitsoort.B);

    private static Toets Oordeel(
        Regelversie versie,
        string code,
        bool geldt,
        IReadOnlyDictionary<string, bool> oordelen,
        params Waarde[] waarden
    ) =>
        !geldt ? Maak(versie, code, Toetsuitkomst.NietVanToepassing, waarden)
        : oordelen.TryGetValue(code, out var oordeel) ? Maak(versie, code, oordeel, waarden)
        : Maak(versie, code, Toetsuitkomst.NietBeoordeeld, waarden);

    private static Toets Maak(Regelversie versie, string code, bool voldaan, params Waarde[] waarden) =>
        Maak(versie, code, voldaan ? Toetsuitkomst.Voldaan : Toetsuitkomst.NietVoldaan, waarden);

    private static Toets Maak(Regelversie versie, string code, Toetsuitkomst uitkomst, params Waarde[] waarden) =>
        new(code, versie.Eis(code).Artikel, uitkomst, waarden);
}
