namespace SlimRegeling.Regels;

/// <summary>One rule that a plan is tested against, with the outcomes that look at no value made once: most are of that kind.</summary>
internal sealed class Toetsregel(RegelVoorTypen regel, bool geldt)
{
    private readonly Toets[] zonderWaarden =
    [
        .. Enum.GetValues<Toetsuitkomst>().Select(uitkomst => new Toets(regel.Code, regel.Artikel, uitkomst, [])),
    ];

    public string Code => regel.Code;

    public string Titel => regel.Titel;

    /// <summary>Whether the rule holds for the applicant type of the sheet.</summary>
    public bool Geldt => geldt;

    public Toets Maak(Toetsuitkomst uitkomst) => zonderWaarden[(int)uitkomst];

    public Toets Maak(Toetsuitkomst uitkomst, params Waarde[] waarden) => new(regel.Code, regel.Artikel, uitkomst, waarden);

    public Toets Maak(bool voldaan) => Maak(voldaan ? Toetsuitkomst.Voldaan : Toetsuitkomst.NietVoldaan);

    public Toets Maak(bool voldaan, params Waarde[] waarden) => Maak(voldaan ? Toetsuitkomst.Voldaan : Toetsuitkomst.NietVoldaan, waarden);
}

/// <summary>The requirements and refusal grounds of a version for one applicant type, in the order in which they are tested and shown:
/// every requirement that holds for the type, and every ground.</summary>
internal sealed class Toetsblad
{
    public Toetsregel[] Eisen { get; }
    public Toetsregel[] Gronden { get; }

    public Toetsblad(Regelversie versie, string aanvragertype)
    {
        Eisen = [.. Regels(versie, versie.Eisen, Eiscode.Alle, aanvragertype).Where(r => r.Geldt)];
        Gronden = [.. Regels(versie, versie.Gronden, Grondcode.Alle, aanvragertype)];
    }

    private static IEnumerable<Toetsregel> Regels<T>(
        Regelversie versie,
        IReadOnlyDictionary<string, T> sectie,
        IReadOnlyList<string> codes,
        string aanvragertype
    )
        where T : RegelVoorTypen =>
        codes.Where(sectie.ContainsKey).Select(code => new Toetsregel(sectie[code], Geldt(versie, sectie[code], aanvragertype)));

    /// <summary>A rule for all types of the version holds also for an applicant of a type that the version does not have: they see what
    /// else stands in the way.</summary>
    private static bool Geldt(Regelversie versie, RegelVoorTypen regel, string aanvragertype) =>
        regel.Aanvragertypen.Contains(aanvragertype)
        || (!versie.Aanvragertypen.Contains(aanvragertype) && versie.Aanvragertypen.All(regel.Aanvragertypen.Contains));
}
