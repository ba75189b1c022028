using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>From the draft of a declaration to its settlement.</summary>
public class DeclaratieTests
{
    [Fact]
    public void De_declaratie_van_het_voorbeeld_wordt_vastgesteld_op_8_227_74_en_3_627_74_blijft_te_betalen()
    {
        var ingediend = Ingediend();
        Assert.Equal(Fase.Ingediend, ingediend.Fase);
        Assert.Equal((6, 9_683.20m), (ingediend.Declaratie!.Regels, ingediend.Declaratie.Gevraagd));

        var voorgesteld = ingediend.Dan(s => Oordeel(s));
        Assert.Equal(Fase.Voorgesteld, voorgesteld.Fase);
        var afrekening = voorgesteld.Voorstel!.Afrekening!;
        Assert.Equal(
            (10_284.68m, 8_227.74m, Realisatiegevolg.Lager),
            (afrekening.SubsidiabeleKosten, afrekening.Berekend, afrekening.Realisatie)
        );
        Assert.Equal(["A", "C"], voorgesteld.Voorstel.Uitgevoerd);

        var vastgesteld = voorgesteld.Vastgesteld();
        var bericht = Assert.IsType<SubsidieVastgesteldBericht>(Assert.Single(Uitgaand.Berichten(Zaak, vastgesteld.Vaststelling!)));
        Assert.Equal((9_200.00m, 8_227.74m), (bericht.Verleend, bericht.Vastgesteld));
        Assert.Equal((4_600.00m, 3_627.74m), (bericht.Voorschotten, bericht.NogTeBetalen));
        // 22 weeks after the request.
        Assert.Equal(Dag("2025-12-02"), vastgesteld.Vaststelling!.Uiterlijk);
    }

    [Fact]
    public void Het_samenwerkingsverband_van_het_voorbeeld_betaalt_2_700_terug()
    {
        var vastgesteld = Ingediend(Verband, VanVerband).Dan(s => Oordeel(s, AllesGoed(VanVerband), VanVerband)).Vastgesteld();

        Assert.Equal((103_050.00m, -2_700.00m), (vastgesteld.Vaststelling!.Bedrag, vastgesteld.Vaststelling.NogTeBetalen));
        var beeld = Bekijken.Van(
            vastgesteld,
            vastgesteld.Opening!,
            Bekijken.Teksten.Geen,
            aanvrager: true,
            Regelstanden.Ongewijzigd,
            Op("2025-08-05T10:00:00")
        );
        // It was asked: 7.4 is of what is settled without.
        Assert.Equal("7.8, vierde lid, Kaderregeling", beeld.Besluit!.Artikel);
    }

    [Theory]
    [InlineData("2025-06-24T23:59:59", false, "periode-loopt-nog")]
    [InlineData("2025-06-24T23:59:59", true, null)]
    [InlineData("2025-06-25T00:00:00", false, null)]
    [InlineData("2025-11-26T09:00:00", false, null)]
    public void Gevraagd_wordt_na_de_laatste_dag_of_als_alles_is_gedaan_en_te_laat_kan_ook(string op, bool allesGedaan, string? code) =>
        Assert.Equal(code, DienIn(Open(), Gemaakt, op, allesGedaan).Weigering?.Code);

    [Fact]
    public void Alleen_wie_de_vaststelling_moet_vragen_vraagt_haar_en_eenmaal()
    {
        Assert.Equal("ambtshalve", DienIn(Opengesteld(), Gemaakt, "2027-07-01T10:00:00").Weigering?.Code);
        Assert.Equal("geen-concept", DienIn(Open(), null).Weigering?.Code);
        Assert.Equal("al-ingediend", DienIn(Ingediend(), Gemaakt).Weigering?.Code);
        Assert.Equal("al-beoordeeld", DienIn(Ingediend().Dan(s => Oordeel(s)), Gemaakt).Weigering?.Code);
        Assert.Equal("nog-niet-ingediend", Oordeel(Open()).Weigering?.Code);
        Assert.Equal("op-verzoek", Beoordeel(Ingediend(), ["A", "C"], "2025-08-01T10:00:00").Weigering?.Code);
        Assert.Equal("al-vastgesteld", DienIn(Ingediend().Dan(s => Oordeel(s)).Vastgesteld(), Gemaakt).Weigering?.Code);
    }

    [Theory]
    [InlineData("regels[0].activiteit", "B")]
    [InlineData("regels[0].partij", null)]
    [InlineData("regels[0].documenten[0]", null)]
    [InlineData("regels[1].week", null)]
    [InlineData("regels[4].id", null)]
    [InlineData("verslagen", null)]
    public void Elke_fout_noemt_haar_regel_en_veld(string veld, string? activiteit)
    {
        var regels = Gemaakt.Regels.ToList();
        regels[0] = regels[0] with { Activiteit = activiteit ?? "A", Partij = "12345678", Documenten = ["niet-van-deze-zaak"] };
        regels[1] = regels[1] with { Week = Dag("2024-09-03") };
        regels[4] = regels[4] with { Id = "Geen Id" };

        var weigering = DienIn(Open(), new Declaratie(regels)).Weigering!;

        Assert.Equal(("onjuiste-invoer", 422), (weigering.Code, weigering.Status));
        Assert.Contains(veld, weigering.Fouten.Select(f => f.Veld));
    }

    [Theory]
    [InlineData("slim-2024", "15, eerste lid, onderdeel b")]
    [InlineData("slim-2025", "2.17, eerste lid, onderdeel b")]
    [InlineData("slim-2026", "2.17, eerste lid, onderdeel b")]
    public void Een_traject_noemt_wie_het_volgde_en_heeft_een_prestatieverklaring(string versie, string artikel)
    {
        var verleend = Ketting with { Regelversie = versie, Activiteiten = ["A", "B", "C"] };
        var traject = new Kostenregel("t-1", Kostensoort.Traject, "B", AfgerondOp: Dag("2025-05-30"));

        Assert.Equal([("regels[0].medewerker", artikel), ("regels[0].documenten", artikel)], Mist(traject));
        Assert.Equal([("regels[0].documenten", artikel)], Mist(traject with { Medewerker = "P-01" }));
        Assert.Empty(Mist(traject with { Medewerker = "P-01", Documenten = ["doc-1"] }));

        IReadOnlyList<(string, string?)> Mist(Kostenregel regel) => VanRegel(verleend, regel);
    }

    [Fact]
    public void Een_praktijkleerplaats_noemt_wie_haar_gebruikte_en_heeft_een_overeenkomst()
    {
        var verleend = Ketting with { Activiteiten = ["A", "C", "D"] };
        var plaats = new Kostenregel("d-1", Kostensoort.Praktijkleerplaats, "D", Weken: 40m);

        Assert.Equal(
            [("regels[0].medewerker", "4, eerste lid, onderdeel d"), ("regels[0].documenten", "4, eerste lid, onderdeel d")],
            VanRegel(verleend, plaats)
        );
        Assert.Empty(VanRegel(verleend, plaats with { Medewerker = "P-01", Documenten = ["doc-1"] }));
    }

    private static IReadOnlyList<(string, string?)> VanRegel(Berichten.Verlening.SubsidieVerleendBericht verleend, Kostenregel regel) =>
        [
            .. DienIn(Open(verleend), new Declaratie([regel]))
                .Weigering!.Fouten.Where(f => f.Veld.StartsWith("regels[0].", StringComparison.Ordinal))
                .Select(f => (f.Veld, f.Artikel)),
        ];

    [Theory]
    [InlineData(24999.99, false)]
    [InlineData(25000.00, true)]
    public void Vanaf_25_000_hoort_er_een_evaluatieverslag_bij(decimal verleend, bool nodig)
    {
        var groot = Ketting with
        {
            Aanvragertype = "grootbedrijf",
            Bedrag = verleend,
            SubsidiabeleKosten = 60_000.00m,
            Activiteiten = ["A", "C"],
        };

        var weigering = DienIn(Open(groot), Gemaakt).Weigering;

        Assert.Equal(nodig, weigering?.Fouten.Any(f => f.Uitleg.Contains("(evaluatieverslag)", StringComparison.Ordinal)) == true);
    }

    [Theory]
    [InlineData("slim-2025", 24999.99, false)]
    [InlineData("slim-2025", 25000.00, true)]
    [InlineData("slim-2026", 24999.99, false)]
    [InlineData("slim-2026", 25000.00, true)]
    public void Vanaf_25_000_hoort_er_van_een_samenwerkingsverband_een_activiteitenverslag_bij_en_altijd_een_evaluatieverslag(
        string versie,
        decimal verleend,
        bool nodig
    )
    {
        var verband = Verband with { Regelversie = versie, Bedrag = verleend };
        string[] altijd = ["deelnemende-ondernemingen", "producten-methode"];
        string[] artikelen = nodig ? ["2.24, derde lid", "7.6 en 7.8 Kaderregeling"] : ["2.24, derde lid"];

        // What a partnership must evaluate does not hang on the amount (2.26).
        Assert.Equal(artikelen, Stuur(altijd)!.Fouten.Select(f => f.Artikel));
        Assert.Equal(nodig, Stuur([.. altijd, "evaluatieverslag"]) is not null);
        Assert.Null(Stuur([.. altijd, "evaluatieverslag", "activiteitenverslag"]));

        Platform.Stromen.Weigering? Stuur(string[] verslagen) =>
            DienIn(Open(verband), VanVerband with { Verslagen = Verslagen(verslagen) }).Weigering;
    }

    [Theory]
    [InlineData(124999.99, false)]
    [InlineData(125000.00, true)]
    public void Vanaf_125_000_hoort_er_een_controleverklaring_bij_en_telt_zij_mee(decimal verleend, bool nodig)
    {
        var zonder = VanVerband with { Verslagen = [.. VanVerband.Verslagen!.Where(v => v.Code != "financieel-verslag")] };
        var verband = Verband with { Bedrag = verleend };

        Assert.Equal(nodig, DienIn(Open(verband), zonder).Weigering is not null);

        var voorgesteld = Ingediend(verband, VanVerband).Dan(s => Oordeel(s, AllesGoed(VanVerband, controle: nodig), VanVerband));
        Assert.Equal(nodig ? 103_050.00m : 100_050.00m, voorgesteld.Voorstel!.Vastgesteld);
    }

    [Fact]
    public void Een_afwijking_van_een_vijfde_wordt_uitgelegd()
    {
        var zonder = VanVerband with { Afwijkingen = null };

        var fout = Assert.Single(DienIn(Open(Verband), zonder).Weigering!.Fouten);

        Assert.Equal(("afwijkingen", "7.8, tweede lid, Kaderregeling"), (fout.Veld, fout.Artikel));
        // 160,000.00 with the surcharge is 184,000.00: 20% less than 230,000.00. A cent more is less than that.
        Assert.NotNull(DienIn(Open(Verband), Samen(zonder, 160_000.00m)).Weigering);
        Assert.Null(DienIn(Open(Verband), Samen(zonder, 160_000.01m)).Weigering);

        static Declaratie Samen(Declaratie declaratie, decimal bedrag) =>
            declaratie with
            {
                Regels = [declaratie.Regels[0] with { Bedrag = bedrag }],
            };
    }

    [Fact]
    public void Een_aanvulling_wordt_eenmaal_gevraagd_en_tot_haar_laatste_dag_afgewacht()
    {
        var gevraagd = Ingediend().Dan(s => Vraag(s)).Dan(s => BrieftermijnTests.Verzend(s, "declaratie-aanvulling", "2025-07-07"));
        Assert.Equal(Fase.AanvullingGevraagd, gevraagd.Fase);
        var bericht = Assert.IsType<DeclaratieaanvullingGevraagdBericht>(
            Assert.Single(Uitgaand.Berichten(Zaak, gevraagd.Declaratieaanvulling!))
        );
        Assert.Equal("al-gevraagd", Vraag(gevraagd).Weigering?.Code);
        var laatste = bericht.Uiterlijk.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var daarna = bericht.Uiterlijk.PlusDays(1).ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("wacht-op-aanvulling", Oordeel(gevraagd, op: $"{laatste}T23:59:59").Weigering?.Code);
        Assert.Null(Oordeel(gevraagd, op: $"{daarna}T00:00:00").Weigering);

        var aangevuld = gevraagd.Dan(s => DienIn(s, Gemaakt, "2025-07-10T10:00:00"));
        Assert.Equal(Fase.Ingediend, aangevuld.Fase);
        Assert.Equal("al-gevraagd", Vraag(aangevuld, "2025-07-11T10:00:00").Weigering?.Code);
        Assert.Null(Oordeel(aangevuld, op: "2025-07-10T11:00:00").Weigering);

        static Platform.Stromen.Beslissing Vraag(Verantwoording stand, string op = "2025-07-07T10:00:00") =>
            DeclaratieAanvullen.Beslis(stand, "Stuur de factuur.", Bewaar, Beoordelaar, Regelstanden.Ongewijzigd, Op(op));
    }

    [Fact]
    public void Het_concept_wordt_overschreven_zolang_niemand_anders_dat_deed()
    {
        var bestaand = new Declaratieconcept(Zaak, Kvk, Gemaakt) { Version = 3 };

        Assert.Null(DeclaratieOpslaan.Weiger(Open(), bestaand, Gemaakt, 3));
        Assert.Null(DeclaratieOpslaan.Weiger(Open(), bestaand, Gemaakt, null));
        Assert.Null(DeclaratieOpslaan.Weiger(Open(), null, Gemaakt, 0));
        Assert.Equal(("verouderd", 412), Code(DeclaratieOpslaan.Weiger(Open(), bestaand, Gemaakt, 2)));
        Assert.Equal(("verouderd", 412), Code(DeclaratieOpslaan.Weiger(Open(), null, Gemaakt, 1)));
        Assert.Equal(("al-ingediend", 409), Code(DeclaratieOpslaan.Weiger(Ingediend(), null, Gemaakt, null)));
        // What is missing is told when it is sent.
        Assert.Null(DeclaratieOpslaan.Weiger(Open(), null, new Declaratie([new("x", "", "")]), null));

        static (string?, int?) Code(Platform.Stromen.Weigering? weigering) => (weigering?.Code, weigering?.Status);
    }

    [Fact]
    public void Alleen_het_concept_dat_men_zag_wordt_ingediend()
    {
        var concept = new Declaratieconcept(Zaak, Kvk, Gemaakt) { Version = 3 };

        Assert.Null(DeclaratieIndienen.Gewijzigd(concept, 3));
        Assert.Null(DeclaratieIndienen.Gewijzigd(concept, null));
        Assert.Null(DeclaratieIndienen.Gewijzigd(null, 0));
        var weigering = DeclaratieIndienen.Gewijzigd(concept, 2)!;
        Assert.Equal(("concept-gewijzigd", 409), (weigering.Code, weigering.Status));
        Assert.NotNull(DeclaratieIndienen.Gewijzigd(null, 2));
    }

    [Fact]
    public void De_termijn_om_te_beslissen_loopt_vanaf_het_verzoek()
    {
        Assert.Null(Beeld(Open()).VaststellenUiterlijk);
        var beeld = Beeld(Ingediend());
        Assert.Equal((Dag("2025-12-02"), Dag("2025-11-25")), (beeld.VaststellenUiterlijk, beeld.VerzoekUiterlijk));

        static Bekijken.Beeld Beeld(Verantwoording stand) =>
            Bekijken.Van(
                stand,
                stand.Opening!,
                Bekijken.Teksten.Geen,
                aanvrager: true,
                Regelstanden.Ongewijzigd,
                Op("2025-07-02T10:00:00")
            );
    }
}
