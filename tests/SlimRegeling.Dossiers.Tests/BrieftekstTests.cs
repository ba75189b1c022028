using NodaTime;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Regels;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

public sealed class BrieftekstTests
{
    private const string Bezwaarkop = "Bent u het niet eens met dit besluit?";

    /// <summary>Six weeks after 22 June 2026 is Monday 3 August.</summary>
    private static readonly string[] Bezwaar =
    [
        Bezwaarkop,
        "6 weken na de dag waarop wij deze brief hebben verzonden",
        "tot en met 3 augustus 2026",
        "6:7 en 6:8 Awb",
        "6:5 Awb",
    ];

    [Fact]
    public void De_verlening_noemt_bedragen_periode_voorschot_verantwoording_en_bezwaar() =>
        Bevat(
            new() { Verlening = Verleend },
            [
                "Bouwbedrijf De Troffel B.V. Dorpsstraat 12 3511 AB Utrecht",
                "Ons kenmerk: SLIM-000000000A-V1",
                "op 22 juni 2026 besloten u subsidie te verlenen",
                "2.11, eerste lid",
                "€ 18.400,00",
                "€ 11.040,00",
                "€ 5.520,00",
                "A: doorlichting",
                "C: ondersteuning",
                "van 23 juni 2026 tot en met 22 juni 2027",
                "2.13, eerste en derde lid",
                "2.18, tweede lid, onderdeel a",
                "uiterlijk op 3 augustus 2026 op de rekening",
                "4:87, eerste lid, Awb",
                "uiterlijk op 23 november 2027 zelf vast",
                "7.4, tweede lid, Kaderregeling",
                "2.24, eerste lid",
                "2.17, eerste lid, onderdeel c",
                "36 maanden",
                "2023/2831",
                "noem het kenmerk SLIM-000000000A-V1",
                .. Bezwaar,
            ]
        );

    /// <summary>By hand: 18,400.00 is 11,040.00 and 7,360.00. Of a partnership 230,000.00 and the auditor's 3,000.00 are 141,000.00 and 92,000.00.</summary>
    [Fact]
    public void De_verlening_noemt_wie_de_begrote_kosten_betaalt_en_hoe_lang_de_administratie_wordt_bewaard()
    {
        Bevat(
            new() { Verlening = Verleend },
            [
                "4.2, tweede lid, Kaderregeling",
                "Uw eigen bijdrage",
                Getal.Euro(7_360.00m),
                "Bijdragen van derden",
                Getal.Euro(0.00m),
                "Begrote kosten samen",
                "tot 10 jaar na de vaststelling (artikel 5.2, derde lid, Kaderregeling)",
            ]
        );
        Bevat(
            new()
            {
                Verlening = Verleend with
                {
                    Aanvragertype = Aanvragertype.Samenwerkingsverband,
                    SubsidiabeleKosten = 230_000.00m,
                    Bedrag = 141_000.00m,
                    Activiteiten = ["C"],
                    Aandelen = new Dictionary<string, decimal> { ["C"] = 138_000.00m },
                    Verantwoording = Verantwoordingswijze.Aanvraag,
                },
            },
            [Getal.Euro(92_000.00m), Getal.Euro(233_000.00m)]
        );
    }

    [Fact]
    public void De_verlening_zonder_voorschot_zwijgt_over_een_voorschotbetaling() =>
        Assert.DoesNotContain("Uw voorschot", Tekst(new() { Verlening = Verleend with { Voorschot = 0.00m } }), StringComparison.Ordinal);

    [Fact]
    public void De_verlening_noemt_alleen_bewijs_van_eigen_activiteiten() =>
        Assert.DoesNotContain("prestatieverklaring", Tekst(new() { Verlening = Verleend }), StringComparison.Ordinal);

    [Fact]
    public void De_afwijzing_noemt_elke_grond_met_haar_artikel_en_bezwaar() =>
        Bevat(
            new() { Afwijzing = Afgewezen },
            [
                "U krijgt geen subsidie",
                "artikel 2.12)",
                "Initiatieven en resultaten zijn onvoldoende meetbaar (artikel 2.12, onderdeel b)",
                "Een eerdere subsidie voor A of C is nog niet vastgesteld (artikel 2.12, onderdeel k)",
                .. Bezwaar,
            ]
        );

    [Fact]
    public void Het_bewijsverzoek_noemt_de_uiterste_dag_en_opent_geen_bezwaar()
    {
        Bevat(
            new() { Bewijsverzoek = BewijsGevraagd },
            ["uiterlijk op 27 juli 2027", "2.24, eerste lid", "7.4, eerste lid, Kaderregeling", "4:46 Awb", "Ons kenmerk: SLIM-000000000A "]
        );
        Assert.DoesNotContain(Bezwaarkop, Tekst(new() { Bewijsverzoek = BewijsGevraagd }), StringComparison.Ordinal);
    }

    [Fact]
    public void Het_verzoek_om_aanvulling_noemt_wat_ontbreekt_de_laatste_dag_en_wat_er_anders_gebeurt()
    {
        Bevat(
            new() { Aanvulling = AanvullingGevraagd },
            [
                "Ons kenmerk: SLIM-000000000A ",
                "4:5, eerste lid, Awb",
                "• De-minimisverklaring (artikel 2.8, tweede lid).",
                "• Mkb-verklaring (artikel 2.8, tweede lid).",
                "tot en met 6 juli 2026",
                "vanaf het moment waarop uw aanvulling binnenkomt (artikel 2.10, derde lid; artikel 2.3 Kaderregeling)",
                "4:15 Awb",
                "binnen 4 weken weten (artikel 4:5, vierde lid, Awb)",
            ]
        );
        Assert.DoesNotContain(Bezwaarkop, Tekst(new() { Aanvulling = AanvullingGevraagd }), StringComparison.Ordinal);
    }

    [Fact]
    public void Het_verzoek_om_aanvulling_zegt_wat_er_mis_is_met_wat_wel_kwam()
    {
        var geval = new Briefgeval(
            new() { Aanvulling = AanvullingGevraagd },
            Regelboek.Versie("slim-2026"),
            Dag,
            Toelichting: new(
                new Dictionary<string, string>
                {
                    ["mkb-verklaring"] = "De handtekening\nontbreekt. {afzender}\n# Geen kop",
                    ["begroting"] = "Wordt niet gevraagd.",
                }
            )
        );

        using var brief = new GelezenBrief(Pdfbrief.Maak(Brieftekst.Van(Briefsoorten.Zoek("aanvulling")!.Ingebouwd, geval, Bouwbedrijf)));
        var tekst = brief.Voorgelezen();

        Assert.Contains(
            "• Mkb-verklaring (artikel 2.8, tweede lid). De handtekening ontbreekt. {afzender} # Geen kop",
            tekst,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Wordt niet gevraagd", tekst, StringComparison.Ordinal);
    }

    [Fact]
    public void Wie_de_brief_een_dag_later_krijgt_leest_een_dag_meer()
    {
        var gisteren = AanvullingGevraagd with { Uiterlijk = new(2026, 7, 5), Op = Nu - Duration.FromDays(1) };

        var brief = Tekst(new() { Aanvulling = gisteren });

        Assert.Contains("tot en met 6 juli 2026", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("5 juli 2026", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Het_besluit_niet_te_behandelen_noemt_reden_artikel_en_bezwaar()
    {
        Bevat(
            new() { BuitenBehandeling = NietBehandeld },
            [
                "Ons kenmerk: SLIM-000000000A-N1 ",
                "op 22 juni 2026 besloten uw aanvraag SLIM-000000000A",
                "niet te behandelen (artikel 4:5 Awb). U krijgt geen subsidie.",
                "dat kon tot en met 20 juni 2026. Wij hebben niets van u ontvangen. Dit ontbreekt:",
                "• Mkb-verklaring (artikel 2.8, tweede lid).",
                .. Bezwaar,
            ]
        );
        Bevat(
            new() { BuitenBehandeling = NietBehandeld with { AangevuldOp = Dag } },
            ["Uw aanvulling kwam op 22 juni 2026, maar uw aanvraag is nog niet volledig."]
        );
        Bevat(
            new()
            {
                BuitenBehandeling = NietBehandeld with
                {
                    Grond = "dubbele-aanvraag",
                    Ontbreekt = [],
                    AanvullenUiterlijk = null,
                    Eerdere = "SLIM-111111111B",
                },
            },
            ["niet te behandelen (artikel 2.8, vierde lid)", "eerder aan: aanvraag SLIM-111111111B.", .. Bezwaar]
        );
    }

    [Fact]
    public void De_vaststelling_noemt_wat_nog_wordt_betaald_en_bezwaar() =>
        Bevat(
            new() { Vaststelling = Vastgesteld },
            [
                "vastgesteld op € 11.040,00",
                "7.4, tweede lid, Kaderregeling",
                "het hele bedrag",
                "U krijgt nog € 5.520,00",
                "Wij betalen € 5.520,00 uiterlijk op 3 augustus 2026",
                "SLIM-000000000A-S1",
                .. Bezwaar,
            ]
        );

    [Fact]
    public void Een_lagere_vaststelling_noemt_de_reden_en_wat_terug_moet() =>
        Bevat(
            new() { Vaststelling = Vastgesteld with { Vastgesteld = 5000.00m, NogTeBetalen = -520.00m } },
            [
                "4:46, tweede lid, Awb",
                "U betaalt terug € 520,00",
                "€ 520,00 te veel voorschot",
                "U betaalt pas terug na een apart besluit (artikel 4:57 Awb)",
            ]
        );

    [Fact]
    public void Een_vaststelling_op_het_voorschot_laat_niets_te_betalen() =>
        Assert.Contains(
            "Er hoeft niets meer te worden betaald",
            Tekst(new() { Vaststelling = Vastgesteld with { Vastgesteld = 5520.00m, NogTeBetalen = 0.00m } }),
            StringComparison.Ordinal
        );

    [Fact]
    public void Een_vaststelling_na_bezwaar_noemt_die_waarvoor_zij_komt_en_alleen_wat_er_meer_is()
    {
        var opnieuw = Vastgesteld with
        {
            Besluit = Nummer + "-S2",
            Voorschotten = 6693.55m,
            NogTeBetalen = 4346.45m,
            Vervangt = Nummer + "-S1",
            Bezwaarbesluit = Nummer + "-BZ1-1",
            EerderVastgesteld = 6600.00m,
        };
        Bevat(
            new() { Vaststelling = opnieuw },
            [
                "Ons kenmerk: SLIM-000000000A-S2",
                "volgt op onze beslissing op bezwaar SLIM-000000000A-BZ1-1 (artikel 7:11, tweede lid, Awb)",
                "in de plaats van ons besluit SLIM-000000000A-S1",
                "vast op € 6.600,00",
                "Wij betalen € 4.346,45",
                .. Bezwaar,
            ]
        );
        var gelijk = Tekst(new() { Vaststelling = opnieuw with { Voorschotten = 11040.00m, NogTeBetalen = 0.00m } });
        Assert.Contains("Er komt niets bij.", gelijk, StringComparison.Ordinal);
        Assert.DoesNotContain("in de plaats van", Tekst(new() { Vaststelling = Vastgesteld }), StringComparison.Ordinal);
    }

    [Fact]
    public void Geen_brief_noemt_wie_ondertekende_bij_zijn_pseudoniem()
    {
        foreach (var opdracht in (Briefopdracht[])[new() { Verlening = Verleend }, new() { Afwijzing = Afgewezen }])
            Assert.DoesNotContain("ondertekenaar-1", Tekst(opdracht), StringComparison.Ordinal);
    }

    [Fact]
    public void De_afwijzing_zegt_wat_de_beoordelaar_schreef_en_aan_welke_eis_niet_is_voldaan()
    {
        Onderbouwing waarom = new(
            [
                new("onvoldoende-meetbaar", "nietVoldaan", "Niet meetbaar.", "U noemt geen\nmoment van meten."),
                new("minimum-kosten", "nietVoldaan", "Uw kosten zijn te laag (artikel 2.4)."),
                new("mkb-omvang", "voldaan", "Uw onderneming is klein."),
            ],
            []
        );

        var tekst = Tekst(new() { Afwijzing = Afgewezen }, waarom);

        Assert.Contains("(artikel 2.12, onderdeel b). U noemt geen moment van meten.", tekst, StringComparison.Ordinal);
        Assert.Contains(
            "Uw aanvraag voldoet niet aan deze eisen: • Uw kosten zijn te laag (artikel 2.4).",
            tekst,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Uw onderneming is klein", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("deze eisen", Tekst(new() { Afwijzing = Afgewezen }), StringComparison.Ordinal);
    }

    [Fact]
    public void De_verlening_laat_zien_hoe_het_bedrag_is_berekend()
    {
        Onderbouwing waarom = new([], [new("Externe kosten", 10000.00m, "2.14"), new("Loonkosten", 6000.50m, "2.14, eerste lid")]);

        Assert.Contains(
            "Zo hebben wij dit berekend: Onderdeel van de berekening Artikel Bedrag Externe kosten 2.14 € 10.000,00 Loonkosten 2.14, eerste lid € 6.000,50",
            Tekst(new() { Verlening = Verleend }, waarom),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Zo hebben wij dit berekend", Tekst(new() { Verlening = Verleend }), StringComparison.Ordinal);
    }

    private static void Bevat(Briefopdracht opdracht, IEnumerable<string> zinnen)
    {
        var tekst = Tekst(opdracht);
        Assert.All(zinnen, zin => Assert.Contains(zin, tekst, StringComparison.Ordinal));
    }

    private static string Tekst(Briefopdracht opdracht, Onderbouwing? onderbouwing = null)
    {
        var geval = new Briefgeval(opdracht, Regelboek.Versie("slim-2026"), Dag, onderbouwing);
        using var brief = new GelezenBrief(Pdfbrief.Maak(Brieftekst.Van(Briefsoorten.Van(opdracht).Ingebouwd, geval, Bouwbedrijf)));
        return brief.Voorgelezen();
    }
}
