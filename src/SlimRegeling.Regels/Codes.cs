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
    public const string Activiteitsoort = "activiteitsoort";
    public const string MinimumKosten = "minimum-kosten";
    public const string DeMinimisruimte = "de-minimisruimte";
    public const string NietEnkelBestuurders = "niet-enkel-bestuurders";
    public const string Gesprekstijd = "gesprekstijd";
    public const string EisenLoopbaanadviseur = "eisen-loopbaanadviseur";
    public const string Marktconformiteit = "marktconformiteit";

    /// <summary>The requirements that an assessor judges; the plan cannot tell them.</summary>
    public static IReadOnlyList<string> DoorBeoordelaar { get; } =
    [NietEnkelBestuurders, Gesprekstijd, EisenLoopbaanadviseur, Marktconformiteit];

    public static IReadOnlyList<string> Alle { get; } =
    [
        Aanvragertype,
        MkbOmvang,
        Activiteitsoort,
        MinimumKosten,
        DeMinimisruimte,
        NietEnkelBestuurders,
        Gesprekstijd,
        EisenLoopbaanadviseur,
        Marktconformiteit,
    ];
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
    public const string Maximum = "maximum";
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
        Maximum,
        DeMinimisruimte,
        Subsidie,
        Voorschot,
    ];
}

/// <summary>Codes of the terms; each is a key of the section termijnen.</summary>
public static class Termijncode
{
    public const string Bezwaar = "bezwaar";
    public const string Beslistermijn = "beslistermijn";
    public const string BeslistermijnAdvies = "beslistermijn-met-advies";
    public const string Hersteltermijn = "hersteltermijn";
    public const string MededelingBuitenBehandeling = "mededeling-buiten-behandeling";
    public const string Initiatiefperiode = "initiatiefperiode";
    public const string VerlengingInitiatiefperiode = "verlenging-initiatiefperiode";
    public const string AmbtshalveVaststelling = "ambtshalve-vaststelling";
    public const string Bewijs = "bewijs-steekproef";
    public const string Betaling = "betaling";
    public const string BeslissingOpBezwaar = "beslissing-op-bezwaar";

    public static IReadOnlyList<string> Alle { get; } =
    [
        Bezwaar,
        Beslistermijn,
        BeslistermijnAdvies,
        Hersteltermijn,
        MededelingBuitenBehandeling,
        Initiatiefperiode,
        VerlengingInitiatiefperiode,
        AmbtshalveVaststelling,
        Bewijs,
        Betaling,
        BeslissingOpBezwaar,
    ];
}

/// <summary>Codes of the steps of a case; each is a key of the section stappen.</summary>
public static class Stapcode
{
    public const string AanvraagIngediend = "aanvraag-ingediend";
    public const string AanvullingGevraagd = "aanvulling-gevraagd";
    public const string AanvraagVolledig = "aanvraag-volledig";
    public const string BuitenBehandeling = "buiten-behandeling-gesteld";
    public const string AanvraagIngetrokken = "aanvraag-ingetrokken";
    public const string Geloot = "geloot";
    public const string BudgetGereserveerd = "budget-gereserveerd";
    public const string BudgetOntoereikend = "budget-ontoereikend";
    public const string ScanAfgerond = "scan-afgerond";
    public const string AanvraagBeoordeeld = "aanvraag-beoordeeld";
    public const string BesluitVoorgelegd = "besluit-voorgelegd";
    public const string VoorstelTeruggezonden = "voorstel-teruggezonden";
    public const string SubsidieVerleend = "subsidie-verleend";
    public const string AanvraagAfgewezen = "aanvraag-afgewezen";
    public const string BriefVerzonden = "brief-verzonden";
    public const string BezwaartermijnGestart = "bezwaartermijn-gestart";
    public const string VoorschotToegekend = "voorschot-toegekend";
    public const string RekeningGewijzigd = "rekening-gewijzigd";
    public const string BetalingOpgedragen = "betaling-opgedragen";
    public const string BetalingAangehouden = "betaling-aangehouden";
    public const string BetalingVrijgegeven = "betaling-vrijgegeven";
    public const string BetalingGeaccordeerd = "betaling-geaccordeerd";
    public const string BetalingUitgevoerd = "betaling-uitgevoerd";
    public const string InSteekproef = "in-steekproef";
    public const string DocumentOntvangen = "document-ontvangen";
    public const string BewijsOntvangen = "bewijs-ontvangen";
    public const string SubsidieVastgesteld = "subsidie-vastgesteld";
    public const string SteunGeregistreerd = "steun-geregistreerd";

    public static IReadOnlyList<string> Alle { get; } =
    [
        AanvraagIngediend,
        AanvullingGevraagd,
        AanvraagVolledig,
        BuitenBehandeling,
        AanvraagIngetrokken,
        Geloot,
        BudgetGereserveerd,
        BudgetOntoereikend,
        ScanAfgerond,
        AanvraagBeoordeeld,
        BesluitVoorgelegd,
        VoorstelTeruggezonden,
        SubsidieVerleend,
        AanvraagAfgewezen,
        BriefVerzonden,
        BezwaartermijnGestart,
        VoorschotToegekend,
        RekeningGewijzigd,
        BetalingOpgedragen,
        BetalingAangehouden,
        BetalingVrijgegeven,
        BetalingGeaccordeerd,
        BetalingUitgevoerd,
        InSteekproef,
        DocumentOntvangen,
        BewijsOntvangen,
        SubsidieVastgesteld,
        SteunGeregistreerd,
    ];
}
