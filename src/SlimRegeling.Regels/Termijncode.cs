namespace SlimRegeling.Regels;

/// <summary>Codes of the terms; each is a key of the section termijnen.</summary>
public static class Termijncode
{
    public const string Bezwaar = "bezwaar";
    public const string BeslistermijnMkb = "beslistermijn";
    public const string BeslistermijnSamenwerkingsverband = "beslistermijn-samenwerkingsverband";
    public const string BeslistermijnGrootbedrijf = "beslistermijn-grootbedrijf";
    public const string BeslistermijnAdvies = "beslistermijn-met-advies";
    public const string Hersteltermijn = "hersteltermijn";
    public const string MededelingBuitenBehandeling = "mededeling-buiten-behandeling";
    public const string InitiatiefperiodeEen = "initiatiefperiode";
    public const string InitiatiefperiodeSamenwerkingsverband = "initiatiefperiode-samenwerkingsverband";
    public const string VerlengingInitiatiefperiode = "verlenging-initiatiefperiode";
    public const string Voortgangsverslag = "voortgangsverslag";
    public const string Einddeclaratie = "einddeclaratie";
    public const string VerzoekOmVaststelling = "verzoek-om-vaststelling";
    public const string VaststellingOpVerzoek = "vaststelling-op-verzoek";
    public const string AmbtshalveVaststelling = "ambtshalve-vaststelling";
    public const string Bewijs = "bewijs-steekproef";
    public const string Betaling = "betaling";
    public const string BeslissingOpBezwaar = "beslissing-op-bezwaar";
    public const string BeslissingOpBezwaarCommissie = "beslissing-op-bezwaar-met-commissie";
    public const string VerdagingBezwaar = "verdaging-bezwaar";
    public const string BezwaarPerPost = "bezwaar-per-post";
    public const string HerstelBezwaar = "herstel-bezwaar";
    public const string ReactieHoren = "reactie-horen";
    public const string UitnodigingHoren = "uitnodiging-horen";
    public const string Beroep = "beroep";
    public const string Ingebrekestelling = "ingebrekestelling";
    public const string VaststellingDwangsom = "vaststelling-dwangsom";
    public const string BeslistermijnWijziging = "beslistermijn-wijziging";
    public const string ZienswijzeIntrekking = "zienswijze-intrekking";
    public const string OpschortingBetaling = "opschorting-betaling";
    public const string LaatsteTermijnVaststelling = "laatste-termijn-vaststelling";
    public const string Aanmaning = "aanmaning";
    public const string Terugvordering = "terugvordering";
    public const string Verjaring = "verjaring";

    public static IReadOnlyList<string> Alle { get; } =
    [
        Bezwaar,
        BeslistermijnMkb,
        BeslistermijnSamenwerkingsverband,
        BeslistermijnGrootbedrijf,
        BeslistermijnAdvies,
        Hersteltermijn,
        MededelingBuitenBehandeling,
        InitiatiefperiodeEen,
        InitiatiefperiodeSamenwerkingsverband,
        VerlengingInitiatiefperiode,
        Voortgangsverslag,
        Einddeclaratie,
        VerzoekOmVaststelling,
        VaststellingOpVerzoek,
        AmbtshalveVaststelling,
        Bewijs,
        Betaling,
        BeslissingOpBezwaar,
        BeslissingOpBezwaarCommissie,
        VerdagingBezwaar,
        BezwaarPerPost,
        HerstelBezwaar,
        ReactieHoren,
        UitnodigingHoren,
        Beroep,
        Ingebrekestelling,
        VaststellingDwangsom,
        BeslistermijnWijziging,
        ZienswijzeIntrekking,
        OpschortingBetaling,
        LaatsteTermijnVaststelling,
        Aanmaning,
        Terugvordering,
        Verjaring,
    ];

    /// <summary>Those that a version may lack because its law has none.</summary>
    public static IReadOnlyList<string> Optioneel { get; } =
    [BeslistermijnGrootbedrijf, Voortgangsverslag, Einddeclaratie, VerzoekOmVaststelling, AmbtshalveVaststelling, Bewijs];

    /// <summary>The term within which an application of this type is decided on.</summary>
    public static string Beslistermijn(string aanvragertype) =>
        aanvragertype switch
        {
            Aanvragertype.Samenwerkingsverband => BeslistermijnSamenwerkingsverband,
            Aanvragertype.Grootbedrijf => BeslistermijnGrootbedrijf,
            _ => BeslistermijnMkb,
        };

    /// <summary>The period within which an initiative of this type of applicant is carried out.</summary>
    public static string Initiatiefperiode(string aanvragertype) =>
        aanvragertype == Aanvragertype.Samenwerkingsverband ? InitiatiefperiodeSamenwerkingsverband : InitiatiefperiodeEen;
}

/// <summary>An event that a term begins after, as the files write it; regelversie.schema.json lists them all.</summary>
public static class Termijnbegin
{
    public const string Ontvangst = "ontvangst";
}
