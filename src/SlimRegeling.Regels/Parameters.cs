namespace SlimRegeling.Regels;

/// <summary>The key of a parameter that is a number, with the unit that the file must state.</summary>
public sealed record Getalsleutel(string Code, string Eenheid);

/// <summary>The key of a parameter that is a choice or a code.</summary>
public sealed record Tekstsleutel(string Code, string Eenheid);

/// <summary>Every parameter that code reads. The file and this list are compared both ways at load, so that a parameter that no
/// code reads is an error, and so is a key that the file lacks; a test holds that each key is used.</summary>
public static class Parameters
{
    public static readonly Getalsleutel PercentageKlein = new("percentage-klein", "procent");
    public static readonly Getalsleutel PercentageMiddelgroot = new("percentage-middelgroot", "procent");
    public static readonly Getalsleutel MaximumMkb = new("maximum-mkb-onderneming", "euro");
    public static readonly Getalsleutel MaximumLandbouw = new("maximum-landbouwbedrijf", "euro");
    public static readonly Getalsleutel MinimumKosten = new("minimum-subsidiabele-kosten", "euro");
    public static readonly Getalsleutel UurtariefAdviseur = new("maximum-uurtarief-adviseur", "euro-per-uur");
    public static readonly Getalsleutel OpslagLoon = new("opslag-brutoloon", "procent");
    public static readonly Getalsleutel WerkbareUren = new("werkbare-uren", "uren-per-jaar");
    public static readonly Getalsleutel ToeslagOverig = new("toeslag-overige-kosten", "procent");
    public static readonly Getalsleutel OffertesBoven = new("offertes-vereist-boven", "euro");
    public static readonly Getalsleutel BedragLoopbaantraject = new("bedrag-loopbaantraject", "euro");
    public static readonly Getalsleutel Voorschot = new("voorschot-mkb-onderneming", "procent");
    public static readonly Tekstsleutel AfrondingVerlening = new("afronding-verlening", "keuze");

    public static readonly Getalsleutel KleinPersonen = new("klein-minder-dan-personen", "fte");
    public static readonly Getalsleutel KleinOmzetOfBalans = new("klein-ten-hoogste-omzet-of-balans", "euro");
    public static readonly Getalsleutel MkbPersonen = new("mkb-minder-dan-personen", "fte");
    public static readonly Getalsleutel MkbOmzet = new("mkb-ten-hoogste-omzet", "euro");
    public static readonly Getalsleutel MkbBalans = new("mkb-ten-hoogste-balans", "euro");

    public static readonly Tekstsleutel SbiLandbouw = new("sbi-afdeling-landbouw", "sbi-code");
    public static readonly Tekstsleutel SbiVisserij = new("sbi-afdeling-visserij", "sbi-code");
    public static readonly Getalsleutel DeMinimisAlgemeen = new("de-minimis-plafond-algemeen", "euro");
    public static readonly Getalsleutel DeMinimisLandbouw = new("de-minimis-plafond-landbouw", "euro");
    public static readonly Getalsleutel DeMinimisVisserij = new("de-minimis-plafond-visserij", "euro");
    public static readonly Getalsleutel DeMinimisPeriode = new("de-minimis-periode", "maanden");

    public static IReadOnlyList<Getalsleutel> Getallen { get; } =
    [
        PercentageKlein,
        PercentageMiddelgroot,
        MaximumMkb,
        MaximumLandbouw,
        MinimumKosten,
        UurtariefAdviseur,
        OpslagLoon,
        WerkbareUren,
        ToeslagOverig,
        OffertesBoven,
        BedragLoopbaantraject,
        Voorschot,
        KleinPersonen,
        KleinOmzetOfBalans,
        MkbPersonen,
        MkbOmzet,
        MkbBalans,
        DeMinimisAlgemeen,
        DeMinimisLandbouw,
        DeMinimisVisserij,
        DeMinimisPeriode,
    ];

    public static IReadOnlyList<Tekstsleutel> Teksten { get; } = [AfrondingVerlening, SbiLandbouw, SbiVisserij];
}
