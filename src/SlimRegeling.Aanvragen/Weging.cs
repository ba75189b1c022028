using NodaTime;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>The rules of the window applied to an application with everything that is known about it.</summary>
public static class Weging
{
    /// <param name="versie">The version of the window, in the state that counts.</param>
    /// <param name="begroting">The activities as the assessor corrected them; null when they stand as asked. The parties of a partnership bear
    /// what is left of the costs in the proportion in which they asked.</param>
    /// <param name="subsidies">The awards to the applicant and the parties that may ask once.</param>
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
                Steun = Steun(versie, aanvraag, formulier, andere),
                NietVastgesteldeZaken = Zaken(andere, s => s.AanAanvrager(ingediend) && LiepBij(s, ingediend.Op)),
                VerleendInTijdvak = Zaken(andere, s => s.InTijdvak(ingediend)),
                VerklaringenAanwezig = formulier.Ontbreekt(versie, ingediend.Aanvragertype).Count == 0,
                PastOnderPlafond = aanvraag.Budget is null ? null : true,
                Plafondruimte = aanvraag.Budget is { Gedeeltelijk: true } budget ? budget.Gereserveerd : null,
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

    /// <summary>What each party of a partnership receives, in euro by KVK number; null for any other applicant, and when nothing is granted.</summary>
    public static IReadOnlyDictionary<string, decimal>? Delen(Beoordeling beoordeling) =>
        beoordeling is { Subsidiabel: true, Berekening.Delen: { Count: > 0 } delen }
            ? delen.OrderBy(d => d.KvkNummer, StringComparer.Ordinal).ToDictionary(d => d.KvkNummer, d => d.Bedrag)
            : null;

    private static IReadOnlyList<string> Zaken(List<Subsidie> subsidies, Func<Subsidie, bool> staatInDeWeg) =>
        [.. subsidies.Where(staatInDeWeg).Select(s => s.Zaaknummer).Distinct()];

    /// <summary>Ground k: decisive is the moment of submission.</summary>
    private static bool LiepBij(Subsidie subsidie, Instant indiening) =>
        subsidie.MetKosten && subsidie.Verleend <= indiening && (subsidie.Vastgesteld is not { } vastgesteld || vastgesteld > indiening);

    /// <summary>Of a partnership each party declared its own aid.</summary>
    private static IReadOnlyList<Steun> Steun(Regelversie versie, Aanvraag aanvraag, Formulier formulier, List<Subsidie> andere)
    {
        var ingediend = aanvraag.Ingediend!;
        if (ingediend.Aanvragertype != Aanvragertype.Samenwerkingsverband)
        {
            return Bekend(ingediend.KvkNummer, formulier.Verklaringen?.DeMinimis, andere);
        }
        return
        [
            .. (formulier.Partijen ?? []).SelectMany(partij =>
                Bekend(
                        partij.KvkNummer,
                        formulier.Van(partij).DeMinimis,
                        andere.Where(s => (s.KvkNummer ?? ingediend.KvkNummer) == partij.KvkNummer)
                    )
                    .Select(steun => steun with { KvkNummer = partij.KvkNummer })
            ),
        ];

        IReadOnlyList<Steun> Bekend(string kvkNummer, DeMinimisverklaring? verklaring, IEnumerable<Subsidie> eigen) =>
            DeMinimis.Bekend(
                versie,
                verklaring?.Bedrag ?? 0m,
                VerklaardOp(aanvraag, kvkNummer),
                [.. eigen.Select(s => new Steun(s.Bedrag, s.VerleendOp))]
            );
    }

    /// <summary>A declaration holds all aid up to the day on which it was made: that of submission, or of the completion with which it came.</summary>
    private static LocalDate VerklaardOp(Aanvraag aanvraag, string kvkNummer) =>
        Moment.Dag(
            aanvraag.Aangevuld is { Verklaard: { } verklaard } aangevuld && verklaard.Contains(kvkNummer)
                ? aangevuld.Op
                : aanvraag.Ingediend!.Op
        );
}
