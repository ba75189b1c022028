using NodaTime;
using SlimRegeling.Dossiers.Brieven;
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
            ["4:46, tweede lid, Awb", "U betaalt terug € 520,00", "€ 520,00 te veel voorschot", "apart besluit (artikel 4:57 Awb)"]
        );

    [Fact]
    public void Een_vaststelling_op_het_voorschot_laat_niets_te_betalen() =>
        Assert.Contains(
            "Er hoeft niets meer te worden betaald",
            Tekst(new() { Vaststelling = Vastgesteld with { Vastgesteld = 5520.00m, NogTeBetalen = 0.00m } }),
            StringComparison.Ordinal
        );

    [Fact]
    public void Geen_brief_noemt_wie_ondertekende_bij_zijn_pseudoniem()
    {
        foreach (var opdracht in (Briefopdracht[])[new() { Verlening = Verleend }, new() { Afwijzing = Afgewezen }])
            Assert.DoesNotContain("ondertekenaar-1", Tekst(opdracht), StringComparison.Ordinal);
    }

    private static void Bevat(Briefopdracht opdracht, IEnumerable<string> zinnen)
    {
        var tekst = Tekst(opdracht);
        Assert.All(zinnen, zin => Assert.Contains(zin, tekst, StringComparison.Ordinal));
    }

    private static string Tekst(Briefopdracht opdracht)
    {
        using var brief = new GelezenBrief(Pdfbrief.Maak(Brieftekst.Van(opdracht, Bouwbedrijf, Regelboek.Versie("slim-2026"), Dag)));
        return brief.Voorgelezen();
    }
}
