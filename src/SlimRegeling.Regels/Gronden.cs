using System.Globalization;

namespace SlimRegeling.Regels;

/// <summary>Tests the refusal grounds (article 2.12 a to k, then 4:35 Awb; 10 before 28 February 2025).</summary>
internal static class Gronden
{
    /// <param name="eisen">The requirements and their outcomes: ground a stands when one of them is not met.</param>
    public static Toets Toets(Toetsregel regel, Geval geval, Toetsblad blad, ReadOnlySpan<Toets> eisen) =>
        !regel.Geldt
            ? regel.Maak(Toetsuitkomst.NietVanToepassing)
            : regel.Code switch
            {
                Grondcode.EisenRegeling => EisenRegeling(regel, blad, eisen),
                Grondcode.AlVerleendInTijdvak => Zaken(regel, geval.Feiten.VerleendInTijdvak),
                Grondcode.VerklaringOntbreekt => Feit(regel, geval.Feiten.VerklaringenAanwezig),
                Grondcode.PlafondOverschreden => Feit(regel, geval.Feiten.PastOnderPlafond),
                Grondcode.LopendProject => LopendProject(regel, geval),
                _ => Feit(regel, geval.Oordeel(regel.Code)),
            };

    private static Toets EisenRegeling(Toetsregel regel, Toetsblad blad, ReadOnlySpan<Toets> eisen)
    {
        List<int>? gemist = null;
        for (var i = 0; i < eisen.Length; i++)
            if (eisen[i].Uitkomst == Toetsuitkomst.NietVoldaan)
                (gemist ??= []).Add(i);
        return gemist is null
            ? regel.Maak(true)
            : regel.Maak(
                false,
                new Waarde("eisen", string.Join(", ", gemist.Select(i => blad.Eisen[i].Code))),
                new Waarde("titels", string.Join("; ", gemist.Select(i => blad.Eisen[i].Titel)))
            );
    }

    /// <summary>The ground is about A and C only.</summary>
    private static Toets LopendProject(Toetsregel regel, Geval geval) =>
        geval.Vraagt(Activiteitsoort.A) || geval.Vraagt(Activiteitsoort.C)
            ? Zaken(regel, geval.Feiten.NietVastgesteldeZaken)
            : regel.Maak(Toetsuitkomst.NietVanToepassing);

    private static Toets Zaken(Toetsregel regel, IReadOnlyList<string>? zaken) =>
        zaken is null ? regel.Maak(Toetsuitkomst.NietBeoordeeld)
        : zaken.Count == 0 ? regel.Maak(true)
        : regel.Maak(
            false,
            new Waarde("aantal", zaken.Count.ToString(CultureInfo.InvariantCulture)),
            new Waarde("zaken", string.Join(", ", zaken))
        );

    private static Toets Feit(Toetsregel regel, bool? voldaan) => regel.Maak(Eisen.Uitkomst(voldaan));
}
