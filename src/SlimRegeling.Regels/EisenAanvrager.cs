namespace SlimRegeling.Regels;

/// <summary>The requirements on who applies: type, size, and the sector of a grootbedrijf (articles 2.1, 2.19 and 2.21; 1, 17, 19 and 22
/// before 28 February 2025).</summary>
internal static class EisenAanvrager
{
    public static Toets Type(Toetsregel regel, in Geval geval)
    {
        var (type, tijdvakVoor) = (geval.Plan.Aanvragertype, geval.Feiten.TijdvakVoor);
        var waarde = new Waarde("aanvragertype", type);
        if (tijdvakVoor is not null && tijdvakVoor != type)
            return regel.Maak(false, waarde, new Waarde("tijdvak-voor", tijdvakVoor));
        if (geval.Versie.Aanvragertypen.Contains(type))
            return regel.Maak(true, waarde);
        return regel.Maak(false, waarde, new Waarde("mogelijk", string.Join(", ", geval.Versie.Aanvragertypen)));
    }

    public static Toets Mkb(Toetsregel regel, in Geval geval) => Omvang(regel, geval, klasse => klasse != Grootteklasse.Groot);

    public static Toets Groot(Toetsregel regel, in Geval geval) => Omvang(regel, geval, klasse => klasse == Grootteklasse.Groot);

    public static Toets GrootSector(Toetsregel regel, in Geval geval) =>
        geval.Plan.Onderneming.HoofdSbi is { } sbi
            ? regel.Maak(Sector.IsVoorGrootbedrijf(geval.Versie, geval.Plan.Onderneming), new Waarde("sbi", sbi))
            : regel.Maak(Toetsuitkomst.NietBeoordeeld);

    private static Toets Omvang(Toetsregel regel, in Geval geval, Func<Grootteklasse, bool> past)
    {
        var omvang = geval.Omvang ?? throw new ArgumentException("De grootte van een samenwerkingsverband bestaat niet.", nameof(geval));
        return regel.Maak(
            past(omvang.Klasse),
            new Waarde("grootteklasse", omvang.Klasse.ToString()),
            Waarde.Van("personen", omvang.Personen),
            Waarde.Van("omzet", omvang.Omzet),
            Waarde.Van("balans", omvang.Balans)
        );
    }
}
