namespace SlimRegeling.Regels;

/// <summary>Tests the refusal grounds (article 2.12 a to k, then 4:35 Awb; 10 before 28 February 2025).</summary>
internal static class Gronden
{
    /// <param name="eisen">The requirements and their outcomes: ground a stands when one of them is not met.</param>
    public static Toets Toets(Toetsregel regel, in Geval geval, Toetsblad blad, ReadOnlySpan<Toets> eisen) =>
        !regel.Geldt
            ? regel.Maak(Toetsuitkomst.NietVanToepassing)
            : regel.Code switch
            {
                Grondcode.EisenRegeling => EisenRegeling(regel, blad, eisen),
                Grondcode.AlVerleendInTijdvak => Zaken(regel, geval.Feiten.VerleendInTijdvak),
                Grondcode.VerklaringOntbreekt => VerklaringOntbreekt(regel, geval),
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

    /// <summary>A grootbedrijf has no mkb-verklaring to send.</summary>
    private static Toets VerklaringOntbreekt(Toetsregel regel, in Geval geval)
    {
        var uitkomst = Eisen.Uitkomst(geval.Feiten.VerklaringenAanwezig);
        return geval.Plan.Aanvragertype == Aanvragertype.Grootbedrijf
            ? regel.Maak(uitkomst, new Waarde("verklaring", Documentcode.DeMinimisverklaring))
            : regel.Maak(uitkomst);
    }

    /// <summary>The ground is about A and C only; a partnership cannot do without C.</summary>
    private static Toets LopendProject(Toetsregel regel, in Geval geval)
    {
        if (!geval.Soorten.Bevat(Activiteitsoort.A) && !geval.Soorten.Bevat(Activiteitsoort.C))
            return regel.Maak(Toetsuitkomst.NietVanToepassing);
        var zaken = geval.Feiten.NietVastgesteldeZaken;
        return geval.Plan.IsSamenwerkingsverband ? Zaken(regel, zaken, new Waarde("anders", "")) : Zaken(regel, zaken);
    }

    private static Toets Zaken(Toetsregel regel, IReadOnlyList<string>? zaken, params ReadOnlySpan<Waarde> meer) =>
        zaken is null ? regel.Maak(Toetsuitkomst.NietBeoordeeld)
        : zaken.Count == 0 ? regel.Maak(true)
        : regel.Maak(false, [Waarde.Van("aantal", zaken.Count), new Waarde("zaken", string.Join(", ", zaken)), .. meer]);

    private static Toets Feit(Toetsregel regel, bool? voldaan) => regel.Maak(Eisen.Uitkomst(voldaan));
}
