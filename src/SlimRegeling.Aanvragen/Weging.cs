using NodaTime;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>The rules of the window applied to an application with everything that is known about it.</summary>
public static class Weging
{
    /// <param name="versie">The version of the window, in the state that counts.</param>
    /// <param name="begroting">The activities as the assessor corrected them; null when they stand as asked.</param>
    /// <param name="oordelen">The assessor's judgment by code; true when it does not stand in the way.</param>
    public static Beoordeling Weeg(
        Regelversie versie,
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
            versie,
            formulier.Regelplan(ingediend.Aanvragertype, begroting),
            new Feiten
            {
                Peildatum = Moment.Dag(nu),
                Steun = Steun(versie, formulier.Verklaringen, andere, Moment.Dag(ingediend.Op)),
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
    public static IReadOnlyDictionary<string, decimal> Aandelen(Plan plan, Regelversie versie) =>
        plan
            .Activiteiten.GroupBy(a => a.Soort)
            .OrderBy(g => g.Key)
            .ToDictionary(
                g => g.Key.ToString(),
                g =>
                {
                    var alleen = Subsidieberekening.Bereken(versie, plan with { Activiteiten = [.. g] });
                    return Getal.Centen(alleen.SubsidiabeleKosten * (alleen.Percentage ?? 0m) / 100m)
                        + alleen.Loopbaantrajecten
                        + alleen.Praktijkleerplaatsen;
                }
            );

    /// <summary>Ground k: decisive is the moment of submission.</summary>
    private static bool LiepBij(Subsidie subsidie, Instant indiening) =>
        subsidie.MetKosten && subsidie.Verleend <= indiening && (subsidie.Vastgesteld is not { } vastgesteld || vastgesteld > indiening);

    /// <summary>The declaration was made on the day of submission and holds all aid up to then, our own awards among it.</summary>
    private static IReadOnlyList<Steun> Steun(Regelversie versie, Verklaringen? verklaringen, List<Subsidie> eigen, LocalDate indiening) =>
        DeMinimis.Bekend(
            versie,
            verklaringen?.DeMinimis.Bedrag ?? 0m,
            indiening,
            [.. eigen.Select(s => new Steun(s.Bedrag, s.VerleendOp))]
        );
}
