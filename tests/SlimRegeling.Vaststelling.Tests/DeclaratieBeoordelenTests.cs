using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>A declaration is judged line by line: with reasons, by the rules of the day, and anew after an objection.</summary>
public class DeclaratieBeoordelenTests
{
    [Fact]
    public void Elke_regel_wordt_eenmaal_beoordeeld_en_wat_niet_is_aanvaard_heeft_reden_code_en_artikel()
    {
        Assert.Contains("regels", Velden([Goed(Adviseur.Id)]));
        Assert.Contains("regels[0].regel", Velden([Goed("onbekend")]));
        Assert.Contains("regels[1].regel", Velden([Goed("uren-1"), Goed("uren-1")]));
        Assert.Contains("regels[0].uitkomst", Velden([new("uren-1", "misschien")]));
        Assert.Equal(
            ["regels[0].artikel", "regels[0].code", "regels[0].reden"],
            Velden([new("uren-1", "afgewezen", null, " ", "onzin", "")])
                .Where(v => v.StartsWith("regels[0].", StringComparison.Ordinal))
                .Order()
        );
        Assert.Contains("regels[0].bedrag", Velden([new("uren-1", "aanvaard", 1.00m)]));
        // No more than was asked, and not just as much.
        Assert.Contains("regels[0].bedrag", Velden([Gewijzigd("uren-1", 950.40m)]));
        Assert.DoesNotContain("regels[0].bedrag", Velden([Gewijzigd("uren-1", 950.39m)]));
        // An adviser never above the highest rate.
        Assert.Contains("regels[0].uitkomst", Velden([Goed(Adviseur.Id)]));
        Assert.Contains("regels[0].bedrag", Velden([Gewijzigd(Adviseur.Id, 4_860.01m)]));
        Assert.DoesNotContain("regels[0].bedrag", Velden([Gewijzigd(Adviseur.Id, 4_860.00m)]));

        static IEnumerable<string> Velden(Regeloordeel[] oordelen) =>
            Oordeel(Ingediend(), new DeclaratieBeoordelen.Verzoek(oordelen)).Weigering!.Fouten.Select(f => f.Veld);
    }

    [Fact]
    public void Zonder_artikel_geldt_dat_van_de_reden_en_wat_geen_artikel_is_wordt_geweigerd()
    {
        var zonder = Oordelen with { Regels = [.. Oordelen.Regels.Select(r => r with { Artikel = null })] };
        object? bewaard = null;
        var beslissing = DeclaratieBeoordelen.Beslis(
            Zaak,
            Ingediend(),
            Gemaakt,
            zonder,
            inhoud =>
            {
                bewaard = inhoud;
                return Bewaar(inhoud);
            },
            Beoordelaar,
            Regelstanden.Ongewijzigd,
            Op("2025-08-01T10:00:00")
        );

        Assert.Null(beslissing.Weigering);
        var oordelen = Assert.IsType<Declaratiebeoordeling>(bewaard).Regels;
        Assert.Equal(["12, vierde lid", "12, tweede lid"], oordelen.Where(o => o.Uitkomst != "aanvaard").Select(o => o.Artikel));
        foreach (var (code, artikel) in ((string, string?)[])[("anders", null), ("tarief", "x"), ("tarief", "zie de regeling")])
        {
            var regels = Oordelen.Regels.Select((r, i) => i == 0 ? r with { Code = code, Artikel = artikel } : r);
            var fout = Assert.Single(Oordeel(Ingediend(), Oordelen with { Regels = [.. regels] }).Weigering!.Fouten);
            Assert.Equal("regels[0].artikel", fout.Veld);
        }
    }

    [Fact]
    public void Wie_aanvaardt_waarin_iets_is_gezien_schrijft_op_waarom()
    {
        const string Gezien = "Er is niet te zien dat deze factuur is betaald.";
        const string Reden = "De contante betaling staat op de kwitantie.";

        foreach (var reden in (string?[])[null, " ", Gezien, $" {Gezien} ", new string('x', 2_001)])
        {
            var fout = Assert.Single(Oordeel(Ingediend(), Met(Goed(Onbetaald.Id) with { Reden = reden })).Weigering!.Fouten);
            Assert.Equal(("regels[5].reden", "3:46 Awb"), (fout.Veld, fout.Artikel));
        }
        var zonder = Oordeel(Ingediend(), Met(Goed(Onbetaald.Id))).Weigering!.Fouten[0].Uitleg;
        Assert.StartsWith($"Regel '{Onbetaald.Id}' aanvaardt u, maar daarin is iets gezien: {Gezien}", zonder, StringComparison.Ordinal);
        Assert.EndsWith("Schrijf op waarom u haar toch aanvaardt, of wijzig haar of wijs haar af.", zonder, StringComparison.Ordinal);

        object? bewaard = null;
        var beslissing = DeclaratieBeoordelen.Beslis(
            Zaak,
            Ingediend(),
            Gemaakt,
            Met(Goed(Onbetaald.Id) with { Reden = Reden }),
            inhoud =>
            {
                bewaard = inhoud;
                return Bewaar(inhoud);
            },
            Beoordelaar,
            Regelstanden.Ongewijzigd,
            Op("2025-08-01T10:00:00")
        );
        Assert.Null(beslissing.Weigering);
        var beoordeling = Assert.IsType<Declaratiebeoordeling>(bewaard);
        Assert.Equal(Reden, beoordeling.Regels[5].Reden);
        // It takes nothing off, so no letter has it among the corrections.
        Assert.DoesNotContain(Onderbouwen.Correcties(Gemaakt, beoordeling, Regelboek.Versie("slim-2024")), c => c.Reden == Reden);
    }

    /// <summary>It is computed again as it was decided.</summary>
    [Fact]
    public void Een_voorstel_van_voor_die_reden_blijft_zoals_het_was()
    {
        var toen = DeclaratieBeoordelen.Beslis(
            Zaak,
            Ingediend(),
            Gemaakt,
            Met(Goed(Onbetaald.Id)),
            Bewaar,
            Beoordelaar,
            Regelstanden.Ongewijzigd,
            Op("2025-08-01T10:00:00"),
            zonderRedenen: true
        );

        Assert.Null(toen.Weigering);
    }

    [Fact]
    public void Wat_alleen_bekeken_moet_worden_vraagt_geen_reden()
    {
        // Paid before the invoice: someone looks, and nothing is proposed to be taken off.
        var vooraf = Gemaakt with
        {
            Regels = [.. Gemaakt.Regels.Select(r => r.Id == Leermiddel.Id ? r with { Betaaldatum = Dag("2024-11-03") } : r)],
        };

        Assert.Null(Oordeel(Ingediend(declaratie: vooraf), declaratie: vooraf).Weigering);
    }

    [Fact]
    public void Wat_op_een_handtekening_wacht_is_te_vinden_tot_het_is_vastgesteld()
    {
        Assert.Null(Ingediend().LigtVoor);
        var voorgesteld = Ingediend().Dan(s => Oordeel(s));
        Assert.Equal(voorgesteld.Voorstel!.Voorstelhash, voorgesteld.LigtVoor);
        Assert.Null(voorgesteld.Vastgesteld().LigtVoor);
    }

    [Fact]
    public void De_hash_die_wordt_ondertekend_hangt_aan_elk_oordeel()
    {
        var een = Ingediend().Dan(s => Oordeel(s));
        var anders = Oordelen with { Regels = [.. Oordelen.Regels.Select((r, i) => i == 5 ? r with { Reden = "Anders." } : r)] };

        Assert.NotEqual(een.Voorstel!.Voorstelhash, Ingediend().Dan(s => Oordeel(s, anders)).Voorstel!.Voorstelhash);
        Assert.Equal("zelf-voorgesteld", Onderteken(een, Beoordelaar, "2025-08-04T10:00:00").Weigering?.Code);
    }

    [Fact]
    public void Onder_60_procent_van_een_samenwerkingsverband_kiest_de_beoordelaar_met_een_reden()
    {
        var weinig = VanVerband with { Regels = [VanVerband.Regels[0]] };
        var stand = Ingediend(Verband, weinig);

        Assert.Equal("nihil", Veld(AllesGoed(weinig)));
        Assert.Equal("reden", Veld(AllesGoed(weinig, nihil: true)));
        Assert.Equal(0.00m, Bedrag(AllesGoed(weinig, nihil: true, "Het initiatief is niet uitgevoerd.")));
        // 60,000.00 x 1.15 x 60% + 3,000.00.
        Assert.Equal(44_400.00m, Bedrag(AllesGoed(weinig, nihil: false, "Wat er is, werkt.")));
        Assert.Equal("nihil", Oordeel(Ingediend(), Oordelen with { Nihil = true, Reden = "x" }).Weigering?.Fouten[0].Veld);

        string? Veld(DeclaratieBeoordelen.Verzoek verzoek) => Oordeel(stand, verzoek, weinig).Weigering?.Fouten[0].Veld;
        decimal Bedrag(DeclaratieBeoordelen.Verzoek verzoek) => stand.Dan(s => Oordeel(s, verzoek, weinig)).Voorstel!.Vastgesteld;
    }

    [Theory]
    // Nil by itself until 10 July 2023, lower by itself after it; since 2025 as the assessor chose, with the auditor's report.
    [InlineData("slim-2022", "2023-07-07", null, Realisatiegevolg.Nihil, 0.00)]
    [InlineData("slim-2022", "2023-07-10", null, Realisatiegevolg.Lager, 41400.00)]
    [InlineData("slim-2023-09", "2025-08-01", null, Realisatiegevolg.Lager, 41400.00)]
    [InlineData("slim-2024", "2025-08-01", null, Realisatiegevolg.Lager, 41400.00)]
    [InlineData("slim-2025", "2025-08-01", false, Realisatiegevolg.Onderzoek, 44400.00)]
    [InlineData("slim-2025", "2025-08-01", true, Realisatiegevolg.Onderzoek, 0.00)]
    [InlineData("slim-2026", "2025-08-01", false, Realisatiegevolg.Onderzoek, 44400.00)]
    [InlineData("slim-2026", "2025-08-01", true, Realisatiegevolg.Onderzoek, 0.00)]
    public void Een_samenwerkingsverband_onder_60_procent_wordt_vastgesteld_zoals_zijn_versie_zegt(
        string versie,
        string dag,
        bool? nihil,
        Realisatiegevolg gevolg,
        decimal bedrag
    )
    {
        var (op, vroeg) = ($"{dag}T10:00:00", versie == "slim-2022");
        var verband = Verband with
        {
            Regelversie = versie,
            PeriodeVan = vroeg ? Dag("2021-07-01") : Verband.PeriodeVan,
            PeriodeTot = vroeg ? Dag("2023-05-31") : Verband.PeriodeTot,
        };
        // 60,000.00 with the surcharge is 69,000.00: 30% of 230,000.00.
        var weinig = new Declaratie(
            [VanVerband.Regels[0]],
            Afwijkingen: VanVerband.Afwijkingen,
            Verslagen: [.. VanVerband.Verslagen!, .. Verslagen("facturen-en-betaalbewijzen")]
        );
        var ingediend = Open(verband).Dan(s => DienIn(s, weinig, vroeg ? "2023-07-03T10:00:00" : "2025-07-01T10:00:00"));
        var reden = nihil is null ? null : "De methode werkt in een van de drie bedrijven.";

        var controle = gevolg == Realisatiegevolg.Onderzoek;
        var vastgesteld = ingediend.Dan(s => Oordeel(s, AllesGoed(weinig, nihil, reden, controle), weinig, op)).Vastgesteld(op);

        Assert.Equal(gevolg, vastgesteld.Voorstel!.Afrekening!.Realisatie);
        Assert.Equal(nihil, vastgesteld.Voorstel.Afrekening.Nihil);
        var bericht = Assert.IsType<SubsidieVastgesteldBericht>(Assert.Single(Uitgaand.Berichten(Zaak, vastgesteld.Vaststelling!)));
        Assert.Equal((bedrag, bedrag - 105_750.00m), (bericht.Vastgesteld, bericht.NogTeBetalen));
        // Where the rules decide nobody chooses, and where they leave it open somebody must.
        var anders = AllesGoed(weinig, nihil is null ? true : null, "Waarom.", controle);
        Assert.Equal("nihil", Oordeel(ingediend, anders, weinig, op).Weigering?.Fouten.Single().Veld);
    }

    [Fact]
    public void De_regel_onder_60_procent_is_die_van_de_dag_van_vaststellen()
    {
        var oud = Ketting with { Regelversie = "slim-2022", PeriodeVan = Dag("2022-01-01"), PeriodeTot = Dag("2022-12-31") };
        var weinig = new Declaratie(
            [Leermiddel],
            Verslagen: Verslagen("deelnemende-ondernemingen", "producten-methode", "facturen-en-betaalbewijzen")
        );
        var ingediend = Open(oud).Dan(s => DienIn(s, weinig, "2023-02-01T10:00:00"));
        var nihil = ingediend.Dan(s => Oordeel(s, AllesGoed(weinig), weinig, "2023-07-09T10:00:00"));

        Assert.Equal((0.00m, Realisatiegevolg.Nihil), (nihil.Voorstel!.Vastgesteld, nihil.Voorstel.Afrekening!.Realisatie));
        Assert.Null(Onderteken(nihil, Eerste, "2023-07-09T12:00:00").Weigering);
        Assert.Equal("andere-dag-andere-regel", Onderteken(nihil, Eerste, "2023-07-10T09:00:00").Weigering?.Code);
        var daarna = ingediend.Dan(s => Oordeel(s, AllesGoed(weinig), weinig, "2023-07-10T10:00:00"));
        Assert.Equal(1_133.44m, daarna.Voorstel!.Vastgesteld);
    }

    [Fact]
    public void Na_bezwaar_wordt_opnieuw_beoordeeld_door_anderen_en_nooit_voor_minder()
    {
        var heropend = Ingediend().Dan(s => Oordeel(s)).Vastgesteld().Dan(s => Hoor(s, Gegrond));
        Assert.Equal(Fase.Ingediend, heropend.Fase);
        Assert.Equal("nam-bestreden-besluit", Oordeel(heropend, op: "2025-11-03T10:00:00").Weigering?.Code);

        var alles = new DeclaratieBeoordelen.Verzoek([Oordelen.Regels[0], .. Gemaakt.Regels.Skip(1).Select(r => Toch(r.Id))]);
        var meer = heropend.Dan(s => Oordeel(s, alles, op: "2025-11-03T10:00:00", wie: "bo-2"));
        // 9,143.20 x 1.15 is 10,514.68; 80% is 8,411.74.
        Assert.Equal(8_411.74m, meer.Voorstel!.Vastgesteld);
        var niets = Oordelen with
        {
            Regels = [.. Oordelen.Regels.Select(r => new Regeloordeel(r.Regel, "afgewezen", null, "r", "anders", "13"))],
        };
        var minder = heropend.Dan(s => Oordeel(s, niets, op: "2025-11-03T10:00:00", wie: "bo-2"));
        Assert.Equal((8_227.74m, 0.00m), (minder.Voorstel!.Vastgesteld, minder.Voorstel.Afrekening!.Berekend));
        Assert.Equal(["A", "C"], minder.Voorstel.NietUitgevoerd);

        var opnieuw = meer.Dan(s => Onderteken(s, "mo-3", "2025-11-04T10:00:00")).Dan(s => Onderteken(s, "mo-4", "2025-11-04T10:00:00"));
        Assert.Equal((Zaak + "-S2", 184.00m), (opnieuw.Vaststelling!.Besluit, opnieuw.Vaststelling.NogTeBetalen));
        // The recipient can send another declaration with it.
        Assert.Null(DienIn(heropend, Gemaakt, "2025-10-06T10:00:00").Weigering);
    }

    [Fact]
    public void Zonder_kosten_of_percentage_in_de_verlening_is_er_niets_te_berekenen()
    {
        Assert.Equal("verlening-onvolledig", Oordeel(Ingediend(Ketting with { Aandelen = null })).Weigering?.Code);
        Assert.Equal("declaratie-vernietigd", DeclaratieVernietigd().Weigering?.Code);

        static Beslissing DeclaratieVernietigd() =>
            DeclaratieBeoordelen.Beslis(
                Zaak,
                Ingediend(),
                null,
                Oordelen,
                Bewaar,
                Beoordelaar,
                Regelstanden.Ongewijzigd,
                Op("2025-08-01T10:00:00")
            );
    }

    [Fact]
    public void De_proef_rekent_met_wat_is_gezien_zolang_er_niet_is_geoordeeld()
    {
        var stand = Ingediend();
        var leeg = Proef(new([]));

        Assert.Equal(
            [(Adviseur.Id, "tarief", (decimal?)4_860.00m), (Onbetaald.Id, "geen-betaalbewijs", null)],
            leeg.Signalen.Select(s => (s.Regel, s.Code, s.Bedrag))
        );
        Assert.Equal(Gemaakt.Regels.Select(r => r.Id), leeg.TeOordelen);
        Assert.Equal((8_227.74m, 3_627.74m), (leeg.Vastgesteld, leeg.NogTeBetalen));
        var eens = Proef(new([Goed(Onbetaald.Id)]));
        Assert.Equal((5, 8_411.74m), (eens.TeOordelen.Count, eens.Vastgesteld));

        DeclaratieProef.Beeld Proef(DeclaratieBeoordelen.Verzoek verzoek) =>
            DeclaratieProef.Reken(stand, Gemaakt, verzoek, Regelboek.Versie("slim-2024"), Op("2025-08-01T10:00:00"))!;
    }

    [Theory]
    [InlineData("2024-06-24", "periode")]
    [InlineData("2024-06-25", null)]
    [InlineData("2025-06-24", null)]
    [InlineData("2025-06-25", "periode")]
    public void Een_factuur_valt_van_de_eerste_tot_en_met_de_laatste_dag_in_de_periode(string dag, string? code) =>
        Assert.Equal(code, Signalen(Leermiddel with { Factuurdatum = Dag(dag), Betaaldatum = Dag(dag) }).SingleOrDefault());

    [Theory]
    // The week of 24 June 2024 holds the first day; that of 17 June does not. That of 23 June 2025 holds the last day.
    [InlineData("2024-06-17", "periode")]
    [InlineData("2024-06-24", null)]
    [InlineData("2025-06-23", null)]
    [InlineData("2025-06-30", "periode")]
    public void Een_week_telt_als_een_van_haar_dagen_in_de_periode_valt(string week, string? code) =>
        Assert.Equal(code, Signalen(Eigen with { Week = Dag(week) }).SingleOrDefault());

    [Theory]
    // It was sent on 1 July 2025, at half past eleven at night in Amsterdam; the invoice is of 4 November 2024.
    [InlineData("2025-07-02", "afgewezen")]
    [InlineData("2025-07-01", null)]
    [InlineData("2024-11-04", null)]
    [InlineData("2024-11-03", "aanvaard")]
    public void Een_factuur_is_betaald_van_haar_eigen_dag_tot_en_met_de_dag_van_indienen(string betaald, string? uitkomst)
    {
        var declaratie = Gemaakt with { Regels = [Leermiddel with { Betaaldatum = Dag(betaald) }] };
        var stand = Open().Dan(s => DienIn(s, Gemaakt, "2025-07-01T23:30:00"));

        var signaal = Signaleren.Van(stand, declaratie, Regelboek.Versie("slim-2024")).SingleOrDefault();

        Assert.Equal((uitkomst is null ? null : "geen-betaalbewijs", uitkomst), (signaal?.Code, signaal?.Uitkomst));
        // What only has to be looked at counts until someone finds otherwise.
        Assert.Equal(uitkomst ?? "aanvaard", Signaleren.Oordeel(Leermiddel, signaal is null ? [] : [signaal]).Uitkomst);
    }

    [Fact]
    public void Wat_een_programma_ziet_staat_bij_zijn_regel()
    {
        Assert.Equal(["geen-factuur"], Signalen(Leermiddel with { Factuurnummer = " " }));
        Assert.Equal(["geen-factuur"], Signalen(Leermiddel with { Factuurdatum = null }));
        Assert.Equal(["geen-betaalbewijs"], Signalen(Onbetaald));
        // 1,210.00 with 210.00 VAT is 1,000.00 without; 1,000.00 with 210.00 beside it is right.
        Assert.Equal(["btw"], Signalen(Factuur("x", 1_210.00m) with { Btw = 210.00m }));
        Assert.Empty(Signalen(Factuur("x", 1_000.00m) with { Btw = 210.00m }));
        Assert.Equal(["btw"], Signalen(Factuur("x", 109.00m) with { Btw = 9.00m }));
        Assert.Equal(["dubbel"], Signalen(Leermiddel, Leermiddel with { Id = "nog-eens", Leverancier = "LEVERANCIER B.V. " }));
        Assert.Equal(["dubbel"], Signalen(Eigen, Eigen with { Id = "nog-eens" }));
        Assert.Empty(Signalen(Eigen, Eigen with { Id = "a", Activiteit = "A" }));
        // Sixty hours fit in a week; on Whit Monday of 2025 nobody works, so forty-eight.
        Assert.Empty(Signalen(Eigen with { Uren = 60m }));
        Assert.Equal(["uren"], Signalen(Eigen with { Uren = 60.01m }));
        Assert.Equal(["uren", "uren"], Signalen(Eigen with { Uren = 40m }, Eigen with { Id = "a", Activiteit = "A", Uren = 20.5m }));
        Assert.Empty(Signalen(Eigen with { Week = Dag("2025-06-09"), Uren = 48m }));
        Assert.Equal(["uren"], Signalen(Eigen with { Week = Dag("2025-06-09"), Uren = 48.01m }));
    }

    /// <summary>With another judgment of the line that nobody saw paid.</summary>
    private static DeclaratieBeoordelen.Verzoek Met(Regeloordeel anders) =>
        Oordelen with
        {
            Regels = [.. Oordelen.Regels.Select(r => r.Regel == anders.Regel ? anders : r)],
        };

    private static Regeloordeel Gewijzigd(string id, decimal bedrag) => new(id, "gewijzigd", bedrag, "r", "anders", "13");

    private static IReadOnlyList<string> Signalen(params Kostenregel[] regels) =>
        [.. Signaleren.Van(Open(), new Declaratie(regels), Regelboek.Versie("slim-2024")).Select(s => s.Code)];
}
