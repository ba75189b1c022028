namespace SlimRegeling.Zaken;

/// <summary>A step that no rule version has: the scheme asks nothing of it, the work on a case does.</summary>
/// <param name="Code">In <c>zaken.stap</c>.</param>
/// <param name="Artikel">Ready to follow the word "artikel".</param>
/// <param name="VanUitvoering">Who works on a case is not for the applicant.</param>
internal sealed record Eigenstap(string Code, string Titel, string Artikel, bool VanUitvoering = false)
{
    public const string Toegewezen = "aanvraag-toegewezen";
    public const string Teruggegeven = "aanvraag-teruggegeven";
    public const string Ingebrekestelling = "ingebrekestelling-ontvangen";
    public const string Vervallen = "ingebrekestelling-vervallen";
    public const string Vertraging = "vertraging-medegedeeld";
    public const string Vaststellingingebreke = "vaststelling-ingebrekestelling-ontvangen";
    public const string Vaststellingvervallen = "vaststelling-ingebrekestelling-vervallen";
    public const string Wijzigingingebreke = "wijziging-ingebrekestelling-ontvangen";
    public const string Wijzigingvervallen = "wijziging-ingebrekestelling-vervallen";
    public const string Vaststellingvertraagd = "vaststelling-vertraagd";
    public const string Bezwaaringebreke = "bezwaar-ingebrekestelling-ontvangen";
    public const string Bezwaarvervallen = "bezwaar-ingebrekestelling-vervallen";
    public const string Herbeoordeeld = "herstel-beoordeeld";
    public const string Herstelbesluit = "herstelbesluit-genomen";
    public const string Verleninghersteld = "verlening-hersteld";
    public const string Heropend = "vaststelling-heropend";
    public const string HeropendNaHerstel = "vaststelling-heropend-na-herstel";
    public const string Declaratie = "declaratie-ingediend";
    public const string Declaratieaanvulling = "declaratieaanvulling-gevraagd";
    public const string WijzigingGevraagd = "wijziging-gevraagd";
    public const string WijzigingIngetrokken = "wijziging-ingetrokken";
    public const string Wijzigingsbesluit = "wijziging-besloten";
    public const string Verleningaangepast = "verlening-aangepast";
    public const string VoortgangGemeld = "voortgang-gemeld";
    public const string VoortgangTeruggezonden = "voortgang-teruggezonden";
    public const string TweedeVoorschot = "tweede-voorschot-toegekend";
    public const string IntrekkingVoorgenomen = "intrekking-voorgenomen";
    public const string IntrekkingVervallen = "intrekking-vervallen";
    public const string IntrekkingZonderHoren = "intrekking-voorgenomen-zonder-horen";
    public const string IntrekkingZonderHorenVervallen = "intrekking-zonder-horen-vervallen";
    public const string VerleningIngetrokken = "verlening-ingetrokken";
    public const string VaststellingIngetrokken = "vaststelling-ingetrokken";
    public const string BetalingVerlaagd = "betaling-verlaagd";
    public const string IntrekkingHerroepen = "intrekking-herroepen";
    public const string BetalingTeruggekomen = "betaling-teruggekomen";

    public const string Terugvordering = "terugvordering-besloten";
    public const string Vorderingsbesluit = "vorderingsbesluit-genomen";
    public const string VorderingAfgeboekt = "vordering-afgeboekt";
    public const string Rentevergoeding = "rentevergoeding-besloten";
    public const string Betaalherinnering = "vordering-herinnerd";
    public const string Aanmaning = "vordering-aangemaand";
    public const string VorderingVoldaan = "vordering-voldaan";

    public const string WijzigingGemeld = "wijziging-gemeld";
    public const string MeldingenGezien = "meldingen-gezien";
    public const string Wijzigingvertraagd = "wijziging-vertraagd";

    private static readonly Eigenstap[] Alle =
    [
        new(Toegewezen, "Aanvraag heeft een beoordelaar", "2.12", VanUitvoering: true),
        new(Teruggegeven, "Beoordelaar heeft de aanvraag teruggegeven", "2.12", VanUitvoering: true),
        new(Ingebrekestelling, "Ingebrekestelling ontvangen", "4:17, derde lid, Awb"),
        new(Vervallen, "Ingebrekestelling vervallen", "4:17, derde lid, Awb"),
        new(Vertraging, "Wij beslissen later op de aanvraag", "4:14, eerste lid, Awb"),
        new(Vaststellingingebreke, "Ingebrekestelling over de vaststelling ontvangen", "4:17, derde lid, Awb"),
        new(Vaststellingvervallen, "Ingebrekestelling over de vaststelling vervallen", "4:17, derde lid, Awb"),
        new(Wijzigingingebreke, "Ingebrekestelling over een wijziging ontvangen", "4:17, derde lid, Awb"),
        new(Wijzigingvervallen, "Ingebrekestelling over een wijziging vervallen", "4:17, derde lid, Awb"),
        new(Vaststellingvertraagd, "Wij stellen de subsidie later vast", "4:14, eerste lid, Awb"),
        new(Bezwaaringebreke, "Ingebrekestelling over een bezwaar ontvangen", "4:17, derde lid, Awb"),
        new(Bezwaarvervallen, "Ingebrekestelling over een bezwaar vervallen", "4:17, derde lid, Awb"),
        new(Herbeoordeeld, "Aanvraag opnieuw beoordeeld om een fout te herstellen", "2.12", VanUitvoering: true),
        new(Herstelbesluit, "Fout in het besluit hersteld", "2.11, eerste lid"),
        new(Verleninghersteld, "Verlening verhoogd om een fout te herstellen", "2.11, eerste lid"),
        new(Heropend, "Subsidie wordt opnieuw vastgesteld", "7:11, tweede lid, Awb"),
        new(IntrekkingVoorgenomen, "Voornemen om de subsidie in te trekken of te verlagen", "4:8, eerste lid, Awb"),
        new(IntrekkingVervallen, "Voornemen om in te trekken vervallen", "4:8, eerste lid, Awb"),
        new(IntrekkingZonderHoren, "Voornemen om in te trekken of te verlagen, zonder horen", "4:56 Awb", VanUitvoering: true),
        new(IntrekkingZonderHorenVervallen, "Voornemen zonder horen vervallen", "4:56 Awb", VanUitvoering: true),
        new(VerleningIngetrokken, "Verlening geheel of deels ingetrokken", "4:48, eerste lid, Awb"),
        new(VaststellingIngetrokken, "Vaststelling geheel of deels ingetrokken", "4:49, eerste lid, Awb"),
        new(IntrekkingHerroepen, "Intrekking geheel of deels herroepen na bezwaar", "7:11, tweede lid, Awb"),
        new(BetalingVerlaagd, "Betaling verlaagd of vervallen", "4:52, eerste lid, Awb"),
        new(BetalingTeruggekomen, "Betaling teruggekomen van de bank", "4:87, eerste lid, Awb"),
        new(Terugvordering, "Besloten om subsidie terug te vorderen", "4:57, eerste lid, Awb"),
        new(Vorderingsbesluit, "Besluit over een terugvordering", "4:94, eerste lid, Awb"),
        new(VorderingAfgeboekt, "Terugvordering afgeboekt", "4:57, eerste lid, Awb", VanUitvoering: true),
        new(Rentevergoeding, "Besloten om wettelijke rente te vergoeden", "4:99 Awb"),
        new(Betaalherinnering, "Herinnerd aan de laatste dag om terug te betalen", "4:87, eerste lid, Awb"),
        new(Aanmaning, "Aangemaand om terug te betalen", "4:112, eerste lid, Awb"),
        new(VorderingVoldaan, "Terugvordering voldaan", "4:89, eerste lid, Awb"),
        new(HeropendNaHerstel, "Subsidie wordt opnieuw vastgesteld, omdat een fout is hersteld", "4:46, eerste lid, Awb"),
        new(Declaratie, "Declaratie ingediend", "4:44 Awb"),
        new(Declaratieaanvulling, "Gevraagd om de declaratie aan te vullen", "4:45, tweede lid, Awb"),
        new(WijzigingGevraagd, "Wijziging gevraagd", "5.7 Kaderregeling"),
        new(WijzigingIngetrokken, "Verzoek om een wijziging ingetrokken", "5.7 Kaderregeling"),
        new(Wijzigingsbesluit, "Besluit over een wijziging", "4:13 Awb"),
        new(Verleningaangepast, "Verlening gewijzigd op verzoek", "2.11, eerste lid"),
        new(VoortgangGemeld, "Voortgangsverslag ontvangen", "2.18, eerste lid"),
        new(VoortgangTeruggezonden, "Voortgangsverslag teruggezonden", "2.18, eerste lid"),
        new(TweedeVoorschot, "Tweede voorschot toegekend", "2.18, tweede lid, onderdeel c"),
        new(WijzigingGemeld, "Wijziging gemeld door de aanvrager", "5.7 Kaderregeling"),
        new(MeldingenGezien, "Gemelde wijzigingen gelezen", "5.7 Kaderregeling", VanUitvoering: true),
        new(Wijzigingvertraagd, "Wij beslissen later op een wijziging", "4:14, derde lid, Awb"),
    ];

    public static Eigenstap? Van(string code) => Array.Find(Alle, s => s.Code == code);
}
