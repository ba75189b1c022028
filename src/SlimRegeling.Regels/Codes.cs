namespace SlimRegeling.Regels;

/// <summary>Codes of the refusal grounds; each is a key of the section gronden.</summary>
public static class Grondcode
{
    public const string EisenRegeling = "eisen-regeling";
    public const string OnvoldoendeMeetbaar = "onvoldoende-meetbaar";
    public const string NietHaalbaar = "niet-haalbaar";
    public const string EvaluatieOngeschikt = "evaluatie-ongeschikt";
    public const string StrijdMetRegelgeving = "strijd-met-regelgeving";
    public const string NoodzaakNietAangetoond = "noodzaak-niet-aangetoond";
    public const string AlVerleendInTijdvak = "al-verleend-in-tijdvak";
    public const string VerklaringOntbreekt = "verklaring-ontbreekt";
    public const string PlafondOverschreden = "plafond-overschreden";
    public const string CommercieelDoel = "commercieel-doel";
    public const string LopendProject = "lopend-project";
    public const string AlgemeneWeigering = "algemene-weigering";

    /// <summary>In the order of the article.</summary>
    public static IReadOnlyList<string> Alle { get; } =
    [
        EisenRegeling,
        OnvoldoendeMeetbaar,
        NietHaalbaar,
        EvaluatieOngeschikt,
        StrijdMetRegelgeving,
        NoodzaakNietAangetoond,
        AlVerleendInTijdvak,
        VerklaringOntbreekt,
        PlafondOverschreden,
        CommercieelDoel,
        LopendProject,
        AlgemeneWeigering,
    ];

    /// <summary>Those that a version may lack because its law has none.</summary>
    public static IReadOnlyList<string> Optioneel { get; } = [LopendProject];

    /// <summary>The grounds that an assessor judges; no data can tell them.</summary>
    public static IReadOnlyList<string> DoorBeoordelaar { get; } =
    [
        OnvoldoendeMeetbaar,
        NietHaalbaar,
        EvaluatieOngeschikt,
        StrijdMetRegelgeving,
        NoodzaakNietAangetoond,
        CommercieelDoel,
        AlgemeneWeigering,
    ];
}

/// <summary>Codes of the requirements; each is a key of the section eisen.</summary>
public static class Eiscode
{
    public const string Aanvragertype = "aanvragertype";
    public const string MkbOmvang = "mkb-omvang";
    public const string GrootbedrijfOmvang = "grootbedrijf-omvang";
    public const string GrootbedrijfSector = "grootbedrijf-sector";
    public const string Activiteitsoort = "activiteitsoort";
    public const string ActiviteitC = "activiteit-c";
    public const string MinimumKosten = "minimum-kosten";
    public const string MkbPartijen = "mkb-partijen";
    public const string PartijOmvang = "partij-omvang";
    public const string AandeelPartij = "aandeel-partij";
    public const string ActiviteitPerPartij = "activiteit-per-partij";
    public const string BrancheorganisatieOpgericht = "brancheorganisatie-opgericht";
    public const string DeMinimisruimte = "de-minimisruimte";
    public const string NietEnkelBestuurders = "niet-enkel-bestuurders";
    public const string Gesprekstijd = "gesprekstijd";
    public const string EisenLoopbaanadviseur = "eisen-loopbaanadviseur";
    public const string ErkendLeerbedrijf = "erkend-leerbedrijf";
    public const string Marktconformiteit = "marktconformiteit";

    /// <summary>The requirements that an assessor judges; the plan cannot tell them.</summary>
    public static IReadOnlyList<string> DoorBeoordelaar { get; } =
    [
        ActiviteitPerPartij,
        BrancheorganisatieOpgericht,
        NietEnkelBestuurders,
        Gesprekstijd,
        EisenLoopbaanadviseur,
        ErkendLeerbedrijf,
        Marktconformiteit,
    ];

    /// <summary>In the order in which they are tested and shown.</summary>
    public static IReadOnlyList<string> Alle { get; } =
    [
        Aanvragertype,
        MkbOmvang,
        GrootbedrijfOmvang,
        GrootbedrijfSector,
        Activiteitsoort,
        ActiviteitC,
        MinimumKosten,
        MkbPartijen,
        PartijOmvang,
        AandeelPartij,
        ActiviteitPerPartij,
        BrancheorganisatieOpgericht,
        DeMinimisruimte,
        NietEnkelBestuurders,
        Gesprekstijd,
        EisenLoopbaanadviseur,
        ErkendLeerbedrijf,
        Marktconformiteit,
    ];

    /// <summary>Those that a version may lack because its law has none.</summary>
    public static IReadOnlyList<string> Optioneel { get; } =
    [GrootbedrijfOmvang, GrootbedrijfSector, AandeelPartij, EisenLoopbaanadviseur, ErkendLeerbedrijf];
}

/// <summary>Codes of the documents of an application; each is a key of the section documenten.</summary>
public static class Documentcode
{
    public const string Aanvraagformulier = "aanvraagformulier";
    public const string Activiteitenplan = "activiteitenplan";
    public const string Begroting = "begroting";
    public const string BewijsRekening = "bewijs-bankrekening";
    public const string DeMinimisverklaring = "de-minimisverklaring";
    public const string MkbVerklaring = "mkb-verklaring";
    public const string Machtiging = "machtiging";
    public const string Samenwerkingsovereenkomst = "samenwerkingsovereenkomst";
    public const string BegrotingPerPartij = "begroting-per-partij";

    public static IReadOnlyList<string> Alle { get; } =
    [
        Aanvraagformulier,
        Activiteitenplan,
        Begroting,
        BewijsRekening,
        DeMinimisverklaring,
        MkbVerklaring,
        Machtiging,
        Samenwerkingsovereenkomst,
        BegrotingPerPartij,
    ];
}

/// <summary>Codes of the documents by which a recipient accounts; each is a key of the section verantwoording.</summary>
public static class Bewijscode
{
    public const string Activiteitenverslag = "activiteitenverslag";
    public const string FinancieelVerslag = "financieel-verslag";

    public static IReadOnlyList<string> Alle { get; } =
    [
        "deelnemende-ondernemingen",
        "ontwikkelplan",
        "prestatieverklaringen",
        "producten-methode",
        "gebruik-praktijkleerplaatsen",
        "urenregistratie",
        "facturen-en-betaalbewijzen",
        "evaluatieverslag",
        Activiteitenverslag,
        FinancieelVerslag,
    ];

    /// <summary>Those that a version may lack because its law has none.</summary>
    public static IReadOnlyList<string> Optioneel { get; } =
    ["gebruik-praktijkleerplaatsen", "urenregistratie", "facturen-en-betaalbewijzen", Activiteitenverslag, FinancieelVerslag];
}

/// <summary>Codes of the lines of a computation; each is a key of the section posten.</summary>
public static class Postcode
{
    public const string Adviseur = "externe-adviseur";
    public const string OverigExtern = "overige-externe-kosten";
    public const string Loon = "directe-loonkosten";
    public const string ExternEnLoon = "externe-kosten-en-loonkosten";
    public const string Toeslag = "toeslag";
    public const string SubsidiabeleKosten = "subsidiabele-kosten";
    public const string SubsidieOverKosten = "subsidie-over-kosten";
    public const string Loopbaantrajecten = "loopbaantrajecten";
    public const string Praktijkleerplaatsen = "praktijkleerplaatsen";
    public const string Controleverklaring = "controleverklaring";
    public const string Maximum = "maximum";
    public const string Partijdeel = "partijdeel";
    public const string Partijgrens = "partijgrens";
    public const string DeMinimisruimte = "verlaagd-tot-de-minimisruimte";
    public const string Subsidie = "subsidie";
    public const string Voorschot = "voorschot";

    public static IReadOnlyList<string> Alle { get; } =
    [
        Adviseur,
        OverigExtern,
        Loon,
        ExternEnLoon,
        Toeslag,
        SubsidiabeleKosten,
        SubsidieOverKosten,
        Loopbaantrajecten,
        Praktijkleerplaatsen,
        Controleverklaring,
        Maximum,
        Partijdeel,
        Partijgrens,
        DeMinimisruimte,
        Subsidie,
        Voorschot,
    ];

    /// <summary>Those that a version may lack because its law has none.</summary>
    public static IReadOnlyList<string> Optioneel { get; } = [Praktijkleerplaatsen, Controleverklaring];
}
