using System.Globalization;

namespace SlimRegeling.Regels;

/// <summary>Tests the refusal grounds, one outcome for each, in the order of <see cref="Grondcode.Alle"/> (article 2.12 a to k, then
/// 4:35 Awb).</summary>
public static class Gronden
{
    /// <param name="eisen">The outcomes of <see cref="Eisen"/>: ground a stands when one of them is not met.</param>
    public static IReadOnlyList<Toets> Toets(Regelversie versie, Plan plan, IReadOnlyList<Toets> eisen, Feiten feiten) =>
        [
            .. Grondcode
                .Alle.Select(versie.Grond)
                .Select(grond =>
                    grond.Aanvragertypen.Contains(plan.Aanvragertype)
                        ? Beoordeel(versie, grond, plan, eisen, feiten)
                        : new Toets(grond.Code, grond.Artikel, Toetsuitkomst.NietVanToepassing, [])
                ),
        ];

    private static Toets Beoordeel(Regelversie versie, Grond grond, Plan plan, IReadOnlyList<Toets> eisen, Feiten feiten) =>
        grond.Code switch
        {
            Grondcode.EisenRegeling => EisenRegeling(versie, grond, eisen),
            Grondcode.AlVerleendInTijdvak => Zaken(grond, feiten.VerleendInTijdvak),
            Grondcode.VerklaringOntbreekt => Feit(grond, feiten.VerklaringenAanwezig),
            Grondcode.PlafondOverschreden => Feit(grond, feiten.PastOnderPlafond),
            Grondcode.LopendProject when !plan.Activiteiten.Any(Subsidieberekening.HeeftKosten) => new(
                grond.Code,
                grond.Artikel,
                Toetsuitkomst.NietVanToepassing,
                []
            ),
            Grondcode.LopendProject => Zaken(grond, feiten.NietVastgesteldeZaken),
            _ => Feit(grond, feiten.Oordelen.TryGetValue(grond.Code, out var oordeel) ? oordeel : null),
        };

    private static Toets EisenRegeling(Regelversie versie, Grond grond, IReadOnlyList<Toets> eisen)
    {
        var gemist = eisen.Where(e => e.Uitkomst == Toetsuitkomst.NietVoldaan).Select(e => e.Code).ToList();
        return new(
            grond.Code,
            grond.Artikel,
            gemist.Count == 0 ? Toetsuitkomst.Voldaan : Toetsuitkomst.NietVoldaan,
            [
                new Waarde("eisen", string.Join(", ", gemist)),
                new Waarde("titels", string.Join("; ", gemist.Select(code => versie.Eis(code).Titel))),
            ]
        );
    }

    private static Toets Zaken(Grond grond, IReadOnlyList<string>? zaken) =>
        zaken is null
            ? new(grond.Code, grond.Artikel, Toetsuitkomst.NietBeoordeeld, [])
            : new(
                grond.Code,
                grond.Artikel,
                zaken.Count == 0 ? Toetsuitkomst.Voldaan : Toetsuitkomst.NietVoldaan,
                [new Waarde("aantal", zaken.Count.ToString(CultureInfo.InvariantCulture)), new Waarde("zaken", string.Join(", ", zaken))]
            );

    private static Toets Feit(Grond grond, bool? voldaan) =>
        new(
            grond.Code,
            grond.Artikel,
            voldaan switch
            {
                true => Toetsuitkomst.Voldaan,
                false => Toetsuitkomst.NietVoldaan,
                null => Toetsuitkomst.NietBeoordeeld,
            },
            []
        );
}
