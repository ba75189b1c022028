using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

/// <summary>A plan with the facts beside it, for each applicant type and version: one in which every requirement is met and none is
/// without meaning, and the same without one of them.</summary>
internal static class Gevallen
{
    private static readonly IReadOnlyDictionary<string, bool> AllesGoed = Grondcode
        .DoorBeoordelaar.Concat(Eiscode.DoorBeoordelaar)
        .ToDictionary(code => code, _ => true);

    public static (Plan Plan, Feiten Feiten) Goed(Regelversie versie, string type) =>
        (
            Plan(versie, type, 60_000.00m, 250_000.00m),
            new()
            {
                TijdvakVoor = type,
                Peildatum = new(2026, 7, 1),
                Steun = [],
                NietVastgesteldeZaken = [],
                VerleendInTijdvak = [],
                VerklaringenAanwezig = true,
                PastOnderPlafond = true,
                Oordelen = AllesGoed,
            }
        );

    /// <summary>A plan so large that it meets every maximum, with little room for the first party or the applicant.</summary>
    public static (Plan Plan, Feiten Feiten) Rijk(Regelversie versie, string type) =>
        (Plan(versie, type, 900_000.00m, 900_000.00m), Goed(versie, type).Feiten with { Steun = [new(299_000.00m, new(2026, 1, 1))] });

    public static (Plan Plan, Feiten Feiten) Zonder(Regelversie versie, string type, string eis)
    {
        var (plan, feiten) = Goed(versie, type);
        var (een, rest) = plan.Deelnemers.Count > 0 ? (plan.Deelnemers[0], plan.Deelnemers.Skip(1)) : (null, []);
        return eis switch
        {
            Eiscode.Aanvragertype => (plan, feiten with { TijdvakVoor = Ander(type) }),
            Eiscode.MkbOmvang => (plan with { Onderneming = Klein with { WerkzamePersonen = 250m } }, feiten),
            Eiscode.GrootbedrijfOmvang => (plan with { Onderneming = Hotel with { WerkzamePersonen = 50m, Jaaromzet = 1m } }, feiten),
            Eiscode.GrootbedrijfSector => (plan with { Onderneming = Hotel with { SbiCodes = ["6201"] } }, feiten),
            Eiscode.Activiteitsoort => (plan with { Activiteiten = [.. plan.Activiteiten, new(Activiteitsoort.D)] }, feiten),
            Eiscode.ActiviteitC => (Plan(versie, type, 60_000.00m, 250_000.00m, Activiteitsoort.A), feiten),
            Eiscode.MinimumKosten => (Plan(versie, type, 1.00m, 1.00m), feiten),
            Eiscode.MkbPartijen => (MetDeelnemers(plan, [een! with { Soort = Partijsoort.Brancheorganisatie }, .. rest.Take(1)]), feiten),
            Eiscode.PartijOmvang => (
                MetDeelnemers(plan, [een! with { Onderneming = Klein with { WerkzamePersonen = 250m } }, .. rest]),
                feiten
            ),
            Eiscode.AandeelPartij => (MetDeelnemers(plan, [een! with { AandeelKosten = 5_000_000.00m }, .. rest]), feiten),
            Eiscode.DeMinimisruimte => (
                plan,
                feiten with
                {
                    Steun =
                    [
                        new(300_000.00m, new(2026, 1, 1)),
                        .. plan.Deelnemers.Select(d => new Steun(300_000.00m, new(2026, 1, 1)) { KvkNummer = d.KvkNummer }),
                    ],
                }
            ),
            _ => (plan, feiten with { Oordelen = Behalve(feiten.Oordelen, eis) }),
        };
    }

    public static IReadOnlyDictionary<string, bool> Behalve(IReadOnlyDictionary<string, bool> oordelen, string code) =>
        oordelen.ToDictionary(o => o.Key, o => o.Value && o.Key != code);

    /// <summary>C, B and, where it exists, D; a large order, so that the price must be judged; a brancheorganisatie among the parties.
    /// </summary>
    private static Plan Plan(
        Regelversie versie,
        string type,
        decimal kosten,
        decimal kostenVerband,
        Activiteitsoort soort = Activiteitsoort.C
    )
    {
        var verband = type == Aanvragertype.Samenwerkingsverband;
        Activiteit[] activiteiten =
        [
            new(soort)
            {
                OverigeExterneKosten = verband ? kostenVerband : kosten,
                ExterneUren = [new(1m, 100.00m)],
                EigenUren = [new(1m, 40_000.00m)],
            },
            new(Activiteitsoort.B) { Trajecten = 1 },
            .. versie.Eis(Eiscode.Activiteitsoort).Activiteiten.Contains("D")
                ? (Activiteit[])[new(Activiteitsoort.D) { Praktijkleerplaatsen = 1 }]
                : [],
        ];
        return verband ? Regels.Plan.Voor([Partij("10000001", 5m), Partij("10000002", 3m), Partij("10000003", 1m), Branche], activiteiten)
            : type == Aanvragertype.Grootbedrijf ? VanGrootbedrijf(activiteiten)
            : Met(activiteiten);
    }

    private static string Ander(string type) =>
        type == Aanvragertype.MkbOnderneming ? Aanvragertype.Samenwerkingsverband : Aanvragertype.MkbOnderneming;

    private static Deelnemer Branche => Partij("10000004", 1m) with { Soort = Partijsoort.Brancheorganisatie, Onderneming = null };

    private static Plan MetDeelnemers(Plan plan, IReadOnlyList<Deelnemer> deelnemers) => plan with { Deelnemers = deelnemers };
}
