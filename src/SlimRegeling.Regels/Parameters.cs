namespace SlimRegeling.Regels;

/// <summary>Every parameter that code reads. Files and this list are compared both ways at load, so that a parameter that no code reads
/// is an error, and so is a compulsory key that a file lacks; a test holds that each key is used.</summary>
public static class Parameters
{
    private static readonly List<Sleutel> Lijst = [];

    public static readonly Getalsleutel PercentageKlein = Procent("percentage-klein");
    public static readonly Getalsleutel PercentageMiddelgroot = Procent("percentage-middelgroot");
    public static readonly Getalsleutel PercentageSamenwerkingsverband = Procent("percentage-samenwerkingsverband");
    public static readonly Getalsleutel PercentageGrootbedrijf = Procent("percentage-grootbedrijf", optioneel: true);

    public static readonly Getalsleutel MaximumMkb = Euro("maximum-mkb-onderneming");
    public static readonly Getalsleutel MaximumLandbouw = Euro("maximum-landbouwbedrijf");
    public static readonly Getalsleutel MaximumSamenwerkingsverband = Euro("maximum-samenwerkingsverband");
    public static readonly Getalsleutel GrensPerPartij = Euro("grens-per-partij");
    public static readonly Getalsleutel MaximumLandbouwInSamenwerkingsverband = Euro("maximum-landbouw-in-samenwerkingsverband");
    public static readonly Getalsleutel MaximumVisserijInSamenwerkingsverband = Euro("maximum-visserij-in-samenwerkingsverband");
    public static readonly Getalsleutel MaximumWegvervoerInSamenwerkingsverband = Euro("maximum-wegvervoer-in-samenwerkingsverband");
    public static readonly Getalsleutel MaximumGrootbedrijf = Euro("maximum-grootbedrijf", optioneel: true);
    public static readonly Tekstsleutel AfrondingVerlening = Keuze("afronding-verlening", Afronding.Keuzes);

    public static readonly Getalsleutel BedragLoopbaantraject = Euro("bedrag-loopbaantraject", optioneel: true);
    public static readonly Getalsleutel BedragPraktijkleerplaats = Euro("bedrag-praktijkleerplaats", optioneel: true);
    public static readonly Getalsleutel BedragControleverklaring = Euro("bedrag-controleverklaring", optioneel: true);
    public static readonly Getalsleutel ControleverklaringVanaf = Euro("controleverklaring-vanaf", optioneel: true);

    public static readonly Getalsleutel MinimumKosten = Euro("minimum-subsidiabele-kosten");
    public static readonly Getalsleutel MinimumKostenSamenwerkingsverband = Euro("minimum-kosten-samenwerkingsverband", optioneel: true);
    public static readonly Getalsleutel MaximumAandeelPartij = Procent("maximum-aandeel-partij", optioneel: true);
    public static readonly Getalsleutel MinimumMkbInSamenwerkingsverband = Nieuw(
        new Getalsleutel("minimum-mkb-in-samenwerkingsverband", "aantal")
    );
    public static readonly Getalsleutel UurtariefAdviseur = Nieuw(new Getalsleutel("maximum-uurtarief-adviseur", "euro-per-uur"));
    public static readonly Tekstsleutel UurtariefBovenMaximum = Keuze("uurtarief-boven-maximum", Uurtariefkeuze.Alle);
    public static readonly Getalsleutel OpslagLoon = Procent("opslag-brutoloon");
    public static readonly Getalsleutel WerkbareUren = Nieuw(new Getalsleutel("werkbare-uren", "uren-per-jaar"));
    public static readonly Getalsleutel ToeslagOverig = Procent("toeslag-overige-kosten");
    public static readonly Getalsleutel OffertesBoven = Euro("offertes-vereist-boven");

    public static readonly Getalsleutel Voorschot = Procent("voorschot-mkb-onderneming", optioneel: true);
    public static readonly Getalsleutel VoorschotSamenwerkingsverband = Procent("voorschot-samenwerkingsverband");
    public static readonly Getalsleutel VoorschotNaVoortgang = Procent("voorschot-na-voortgang", optioneel: true);
    public static readonly Getalsleutel VoorschotGrootbedrijf = Procent("voorschot-grootbedrijf", optioneel: true);
    public static readonly Getalsleutel NihilOnderRealisatie = Procent("nihil-onder-realisatie", optioneel: true);
    public static readonly Datumsleutel NihilVervaltOp = Nieuw(new Datumsleutel("nihil-vervalt-op", Optioneel: true));
    public static readonly Getalsleutel OnderzoekOnderRealisatie = Procent("onderzoek-onder-realisatie", optioneel: true);

    public static readonly Getalsleutel AmbtshalveOnder = Euro("ambtshalve-vaststelling-onder", optioneel: true);

    public static readonly Getalsleutel KleinPersonen = Nieuw(new Getalsleutel("klein-minder-dan-personen", "fte"));
    public static readonly Getalsleutel KleinOmzetOfBalans = Euro("klein-ten-hoogste-omzet-of-balans");
    public static readonly Getalsleutel MkbPersonen = Nieuw(new Getalsleutel("mkb-minder-dan-personen", "fte"));
    public static readonly Getalsleutel MkbOmzet = Euro("mkb-ten-hoogste-omzet");
    public static readonly Getalsleutel MkbBalans = Euro("mkb-ten-hoogste-balans");
    public static readonly Getalsleutel VerbondenBoven = Procent("verbonden-boven");
    public static readonly Getalsleutel PartnerVanaf = Procent("partner-vanaf");

    public static readonly Tekstsleutel SbiLandbouw = Nieuw(new Tekstsleutel("sbi-afdeling-landbouw", "sbi-code", []));
    public static readonly Tekstsleutel SbiVisserij = Nieuw(new Tekstsleutel("sbi-afdeling-visserij", "sbi-code", []));
    public static readonly Tekstsleutel SbiWegvervoer = Nieuw(new Tekstsleutel("sbi-wegvervoer", "sbi-code", []));
    public static readonly Lijstsleutel SbiGrootbedrijfLandbouw = Nieuw(new Lijstsleutel("sbi-grootbedrijf-landbouw", Optioneel: true));
    public static readonly Lijstsleutel SbiGrootbedrijfHoreca = Nieuw(new Lijstsleutel("sbi-grootbedrijf-horeca", Optioneel: true));
    public static readonly Lijstsleutel SbiGrootbedrijfRecreatie = Nieuw(new Lijstsleutel("sbi-grootbedrijf-recreatie", Optioneel: true));

    public static readonly Getalsleutel DeMinimisAlgemeen = Plafond("de-minimis-plafond-algemeen");
    public static readonly Getalsleutel DeMinimisLandbouw = Plafond("de-minimis-plafond-landbouw");
    public static readonly Getalsleutel DeMinimisVisserij = Plafond("de-minimis-plafond-visserij");
    public static readonly Getalsleutel DeMinimisWegvervoer = Plafond("de-minimis-plafond-wegvervoer");
    public static readonly Tekstsleutel DeMinimisPeriode = Nieuw(
        new Tekstsleutel("de-minimis-periode", "keuze", DeMinimisperiode.Alle, Gedateerd: true)
    );
    public static readonly Tekstsleutel Steunregister = Nieuw(
        new Tekstsleutel("steunregister", "keuze", Regels.Steunregister.Keuzes, Gedateerd: true)
    );
    public static readonly Tekstsleutel SteunregisterLandbouw = Nieuw(
        new Tekstsleutel("steunregister-landbouw", "keuze", Regels.Steunregister.Keuzes, Gedateerd: true)
    );
    public static readonly Getalsleutel SteunregisterWerkdagen = Gedateerd("steunregister-werkdagen", "aantal");
    public static readonly Getalsleutel SteunregisterWaarschuwing = Gedateerd("steunregister-waarschuwing", "aantal");
    public static readonly Getalsleutel BegrotingVerplichtingen = Gedateerd("begroting-verplichtingen", "euro");
    public static readonly Getalsleutel BegrotingKas = Gedateerd("begroting-kas", "euro");
    public static readonly Tekstsleutel BezwaarBudget = Nieuw(
        new Tekstsleutel("bezwaar-budget", "keuze", Bezwaargeld.Keuzes, Gedateerd: true)
    );
    public static readonly Tekstsleutel BijdragenDerden = Nieuw(
        new Tekstsleutel("bijdragen-van-derden", "keuze", Bijdragekeuze.Keuzes, Gedateerd: true)
    );
    public static readonly Tekstsleutel ModelVoortgangsverslag = Vindplaats("model-voortgangsverslag");
    public static readonly Tekstsleutel ModelActiviteitenverslag = Vindplaats("model-activiteitenverslag");
    public static readonly Tekstsleutel ModelFinancieelVerslag = Vindplaats("model-financieel-verslag");
    public static readonly Getalsleutel BezwaarZonderStempel = Gedateerd("bezwaar-zonder-stempel", "aantal");

    public static readonly Getalsleutel SteekproefPercentage = Gedateerd("steekproef-percentage", "procent");
    public static readonly Getalsleutel SteekproefPercentageRisico = Gedateerd("steekproef-percentage-risico", "procent");
    public static readonly Getalsleutel SteekproefMinimum = Gedateerd("steekproef-minimum", "aantal");
    public static readonly Getalsleutel SteekproefMiddenVanaf = Gedateerd("steekproef-midden-vanaf", "euro");
    public static readonly Getalsleutel SteekproefHoogVanaf = Gedateerd("steekproef-hoog-vanaf", "euro");
    public static readonly Getalsleutel SteekproefRisicoVanaf = Gedateerd("steekproef-risico-vanaf", "aantal");
    public static readonly Getalsleutel SteekproefEersteSubsidie = Gedateerd("steekproef-eerste-subsidie", "aantal");
    public static readonly Getalsleutel SteekproefEerdereBevinding = Gedateerd("steekproef-eerdere-bevinding", "aantal");
    public static readonly Getalsleutel SteekproefGeenScan = Gedateerd("steekproef-geen-scan", "aantal");
    public static readonly Getalsleutel SteekproefGemeld = Gedateerd("steekproef-gemeld", "aantal");
    public static readonly Getalsleutel UrenPerWeek = Gedateerd("uren-per-week", "aantal");

    public static readonly Getalsleutel DwangsomEersteDeel = Gedateerd("dwangsom-eerste-deel", "euro");
    public static readonly Getalsleutel DwangsomTweedeDeel = Gedateerd("dwangsom-tweede-deel", "euro");
    public static readonly Getalsleutel DwangsomDerdeDeel = Gedateerd("dwangsom-derde-deel", "euro");
    public static readonly Getalsleutel DwangsomDagenPerDeel = Gedateerd("dwangsom-dagen-per-deel", "aantal");
    public static readonly Getalsleutel DwangsomMeesteDagen = Gedateerd("dwangsom-meeste-dagen", "aantal");

    public static readonly Getalsleutel WettelijkeRente = Gedateerd("wettelijke-rente", "procent");
    public static readonly Getalsleutel RenteDrempel = Gedateerd("rente-drempel", "euro");
    public static readonly Getalsleutel RenteDrempelBestuursorgaan = Gedateerd("rente-drempel-bestuursorgaan", "euro");
    public static readonly Getalsleutel AanmaningVergoedingLaag = Gedateerd("aanmaning-vergoeding-laag", "euro");
    public static readonly Getalsleutel AanmaningVergoedingHoog = Gedateerd("aanmaning-vergoeding-hoog", "euro");
    public static readonly Getalsleutel AanmaningGrens = Gedateerd("aanmaning-grens", "euro");
    public static readonly Getalsleutel AanmaningWacht = Gedateerd("aanmaning-wacht", "aantal");
    public static readonly Getalsleutel RetourkostenHoogstens = Gedateerd("retourkosten-hoogstens", "euro");

    /// <summary>In the order of the files.</summary>
    public static IReadOnlyList<Sleutel> Alle => Lijst;

    private static readonly HashSet<Sleutel> AlleenMkb = [PercentageKlein, PercentageMiddelgroot, MaximumMkb, Voorschot];

    private static readonly HashSet<Sleutel> AlleenSamenwerkingsverband =
    [
        PercentageSamenwerkingsverband,
        MaximumSamenwerkingsverband,
        GrensPerPartij,
        MaximumLandbouwInSamenwerkingsverband,
        MaximumVisserijInSamenwerkingsverband,
        MaximumWegvervoerInSamenwerkingsverband,
        BedragControleverklaring,
        ControleverklaringVanaf,
        MinimumKostenSamenwerkingsverband,
        MaximumAandeelPartij,
        MinimumMkbInSamenwerkingsverband,
        VoorschotSamenwerkingsverband,
    ];

    private static readonly HashSet<Sleutel> AlleenGrootbedrijf =
    [
        PercentageGrootbedrijf,
        MaximumGrootbedrijf,
        VoorschotGrootbedrijf,
        SbiGrootbedrijfLandbouw,
        SbiGrootbedrijfHoreca,
        SbiGrootbedrijfRecreatie,
    ];

    private static readonly HashSet<Sleutel> NaVerlening =
    [
        VoorschotNaVoortgang,
        NihilOnderRealisatie,
        NihilVervaltOp,
        OnderzoekOnderRealisatie,
        AmbtshalveOnder,
        Steunregister,
        SteunregisterLandbouw,
        SteunregisterWerkdagen,
        SteunregisterWaarschuwing,
        BegrotingVerplichtingen,
        BegrotingKas,
        BezwaarBudget,
        BijdragenDerden,
        ModelVoortgangsverslag,
        ModelActiviteitenverslag,
        ModelFinancieelVerslag,
        BezwaarZonderStempel,
        SteekproefPercentage,
        SteekproefPercentageRisico,
        SteekproefMinimum,
        SteekproefMiddenVanaf,
        SteekproefHoogVanaf,
        SteekproefRisicoVanaf,
        SteekproefEersteSubsidie,
        SteekproefEerdereBevinding,
        SteekproefGeenScan,
        SteekproefGemeld,
        UrenPerWeek,
        WettelijkeRente,
        RenteDrempel,
        RenteDrempelBestuursorgaan,
        AanmaningVergoedingLaag,
        AanmaningVergoedingHoog,
        AanmaningGrens,
        AanmaningWacht,
        RetourkostenHoogstens,
    ];

    private static readonly HashSet<Sleutel> BijTeLaat =
    [
        DwangsomEersteDeel,
        DwangsomTweedeDeel,
        DwangsomDerdeDeel,
        DwangsomDagenPerDeel,
        DwangsomMeesteDagen,
    ];

    /// <summary>Whether a parameter can matter to the assessment of an application by this type.</summary>
    public static bool Telt(Sleutel sleutel, string aanvragertype) =>
        !NaVerlening.Contains(sleutel)
        && !BijTeLaat.Contains(sleutel)
        && (!AlleenMkb.Contains(sleutel) || aanvragertype == Aanvragertype.MkbOnderneming)
        && (!AlleenSamenwerkingsverband.Contains(sleutel) || aanvragertype == Aanvragertype.Samenwerkingsverband)
        && (!AlleenGrootbedrijf.Contains(sleutel) || aanvragertype == Aanvragertype.Grootbedrijf);

    private static Getalsleutel Procent(string code, bool optioneel = false) => Nieuw(new Getalsleutel(code, "procent", optioneel));

    private static Getalsleutel Euro(string code, bool optioneel = false) => Nieuw(new Getalsleutel(code, "euro", optioneel));

    private static Getalsleutel Plafond(string code) => Gedateerd(code, "euro");

    private static Getalsleutel Gedateerd(string code, string eenheid) => Nieuw(new Getalsleutel(code, eenheid, Gedateerd: true));

    private static Tekstsleutel Vindplaats(string code) => Nieuw(new Tekstsleutel(code, Verslagmodel.Eenheid, [], Gedateerd: true));

    private static Tekstsleutel Keuze(string code, IReadOnlyList<string> keuzes) => Nieuw(new Tekstsleutel(code, "keuze", keuzes));

    private static T Nieuw<T>(T sleutel)
        where T : Sleutel
    {
        sleutel = sleutel with { Plaats = Lijst.Count };
        Lijst.Add(sleutel);
        return sleutel;
    }
}

/// <summary>What happens with the part of an adviser's rate above the maximum.</summary>
public static class Uurtariefkeuze
{
    /// <summary>It counts when quotes show that the rate is that of the market.</summary>
    public const string Marktconform = "marktconform";
    public const string Nooit = "nooit";

    internal static readonly string[] Alle = [Marktconform, Nooit];
}

/// <summary>The period over which de-minimis aid counts.</summary>
public static class DeMinimisperiode
{
    /// <summary>The fiscal year of granting and the two before it.</summary>
    public const string DrieBelastingjaren = "drie-belastingjaren";
    public const string ZesendertigMaanden = "36-maanden";

    internal static readonly string[] Alle = [DrieBelastingjaren, ZesendertigMaanden];
}
