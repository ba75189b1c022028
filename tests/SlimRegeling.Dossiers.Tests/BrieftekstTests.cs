using NodaTime;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Regels;
using static SlimRegeling.Dossiers.Tests.Brieflezing;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>The letters of an award and a refusal.</summary>
public sealed class BrieftekstTests
{
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
}
