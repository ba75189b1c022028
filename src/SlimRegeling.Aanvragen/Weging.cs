using NodaTime;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>The rules of the window applied to an application with everything that is known about it.</summary>
public static class Weging
{
    /// <param name="begroting">The activities as the assessor corrected them; null when they stand as asked.</param>
    /// <param name="oordelen">The assessor's judgment by code; true when it does not stand in the way.</param>
    public static Beoordeling Weeg(
        Aanvraag aanvraag,
        Formulier formulier,
        IReadOnlyList<Activiteitgegevens>? begroting,
        IReadOnlyList<Subsidie> subsidies,
        IReadOnlyDictionary<string, bool> oordelen,
        Instant nu
    )
    {
        var ingediend = aanvraag.Ingediend ?? throw new InvalidOperationException("Only what was submitted can be weighed.");
        var andere = subsidies.Where(s => s.Zaaknummer != aanvraag.Id).ToList();
        return Beoordeling.Van(
            Regelboek.Versie(ingediend.Regelversie),
            formulier.Regelplan(ingediend.Aanvragertype, begroting),
            new Feiten
            {
                Peildatum = Moment.Dag(nu),
                Steun = Steun(formulier.Verklaringen, andere, Moment.Dag(ingediend.Op)),
                NietVastgesteldeZaken = [.. andere.Where(s => LiepBij(s, ingediend.Op)).Select(s => s.Zaaknummer)],
                VerleendInTijdvak = [.. andere.Where(s => s.Tijdvak == ingediend.Tijdvak).Select(s => s.Zaaknummer)],
                VerklaringenAanwezig = formulier.Verklaringen is { Mkb: true },
                PastOnderPlafond = aanvraag.Budget is null ? null : true,
                Oordelen = oordelen,
            }
        );
    }

    /// <summary>What an assessor must judge under these rules: no data can tell it.</summary>
    public static IReadOnlyList<string> TeOordelen(Beoordeling zonderOordelen) =>
        [
            .. zonderOordelen
                .Toetsen.Where(t => t.Uitkomst == Toetsuitkomst.NietBeoordeeld && t.Code is not Grondcode.PlafondOverschreden)
                .Select(t => t.Code),
        ];

    /// <summary>What each kind of activity weighs in the subsidy, in euro before any maximum.</summary>
    public static IReadOnlyDictionary<string, decimal> Aandelen(Plan plan, string regelversie) =>
        plan
            .Activiteiten.GroupBy(a => a.Soort)
            .OrderBy(g => g.Key)
            .ToDictionary(
                g => g.Key.ToString(),
                g =>
                {
                    var alleen = Subsidieberekening.Bereken(Regelboek.Versie(regelversie), plan with { Activiteiten = [.. g] });
                    return Getal.Centen(alleen.SubsidiabeleKosten * (alleen.Percentage ?? 0m) / 100m) + alleen.Loopbaantrajecten;
                }
            );

    /// <summary>Ground k: decisive is the moment of submission.</summary>
    private static bool LiepBij(Subsidie subsidie, Instant indiening) =>
        subsidie.MetKosten && subsidie.Verleend <= indiening && (subsidie.Vastgesteld is not { } vastgesteld || vastgesteld > indiening);

    /// <summary>
    /// The declaration holds all aid, our own awards among it; awards that are known here count in full when they are more than what was
    /// declared. Declared aid has no date of its own and counts as of the day of submission.
    /// </summary>
    private static IReadOnlyList<Steun> Steun(Verklaringen? verklaringen, List<Subsidie> eigen, LocalDate indiening)
    {
        var verklaard = verklaringen?.DeMinimis.Bedrag ?? 0m;
        return eigen.Sum(s => s.Bedrag) > verklaard ? [.. eigen.Select(s => new Steun(s.Bedrag, s.VerleendOp))]
            : verklaard > 0m ? [new Steun(verklaard, indiening)]
            : [];
    }
}
