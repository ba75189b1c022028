using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Intrekkingen;
using static SlimRegeling.Verlening.Tests.Intrekkingszaak;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>
/// The minister withdraws an award before it is settled (4:48 Awb), or a settlement within five years (4:49 Awb), wholly or down to an amount; the recipient
/// is heard first (4:8 Awb), and another signs.
/// </summary>
public sealed partial class IntrekkingenTests
{
    [Fact]
    public void De_ontvanger_wordt_eerst_gehoord_en_daarna_tekent_een_ander_de_hele_intrekking()
    {
        var zaak = Verleend().Betaald(Zaak + "-B1", 5_520.00m).Voorgesteld();
        var voornemen = Assert.Single(zaak.Gezegd.OfType<IntrekkingVoorgenomenBericht>());
        Assert.Equal((Nummer, Zaak + "-V1", 0.00m, 11_040.00m), (voornemen.Intrekking, voornemen.Wijzigt, voornemen.Bedrag, voornemen.Was));
        // Thirteen weeks of 4:56.
        Assert.Equal(Dag("2026-12-01"), voornemen.OpschortenTot);
        Assert.Equal("nog-niet-voorgelegd", zaak.Teken().Weigering?.Code);
        Assert.Equal("wacht-op-zienswijze", zaak.LegVoor().Weigering?.Code);

        zaak.BriefVerzonden();
        Assert.Equal(Dag("2026-09-16"), zaak.Verlening.Intrekking!.Termijn!.Uiterlijk);
        Assert.Equal("wacht-op-zienswijze", zaak.LegVoor(op: "2026-09-16T23:59:00").Weigering?.Code);
        zaak.Met(zaak.LegVoor(op: "2026-09-17T00:00:00")).Getekend();

        var besluit = Assert.Single(zaak.Verlening.Intrekking!.Besluiten);
        Assert.Equal((Nummer, Dag("2026-09-22"), 5_520.00m), (besluit.Besluit, besluit.Besluitdatum, besluit.Terugvordering));
        Assert.Equal([Bo, Mo], besluit.Ondertekenaars);
        Assert.Equal((0.00m, 0.00m), (zaak.Verlening.Verleend!.Bedrag, zaak.Verlening.Verleend.Voorschot));
        Assert.Equal(Fase.Ingetrokken, zaak.Verlening.Fase);
        var gezegd = Assert.Single(zaak.Gezegd.OfType<VerleningIngetrokkenBericht>());
        Assert.Equal(
            (0.00m, 11_040.00m, 0.00m, 5_520.00m, 5_520.00m, Dag("2026-06-22"), "verlening"),
            (gezegd.Bedrag, gezegd.Was, gezegd.Voorschot, gezegd.Betaald, gezegd.Terugvordering, gezegd.VerleendOp, gezegd.Soort)
        );
        Assert.Equal("al-ingetrokken", zaak.StelVoor().Weigering?.Code);
    }

    [Fact]
    public void Wat_de_bank_terugstuurde_wordt_niet_teruggevorderd_in_welke_volgorde_dat_ook_wordt_gehoord()
    {
        const string Opdracht = Zaak + "-B1";
        Assert.Equal(0.00m, Terugvordering(Verleend().Betaald(Opdracht, 5_520.00m).Teruggekomen(Opdracht, 5_520.00m)));
        Assert.Equal(0.00m, Terugvordering(Verleend().Teruggekomen(Opdracht, 5_520.00m).Betaald(Opdracht, 5_520.00m)));
        // It was paid again after that.
        Assert.Equal(
            5_520.00m,
            Terugvordering(
                Verleend().Betaald(Opdracht, 5_520.00m).Betaald(Opdracht, 5_520.00m, versie: 10).Teruggekomen(Opdracht, 5_520.00m)
            )
        );

        static decimal Terugvordering(Intrekkingszaak zaak) =>
            Assert.Single(zaak.Gereed().Getekend().Verlening.Intrekking!.Besluiten).Terugvordering;
    }

    [Fact]
    public void Wat_de_ontvanger_geeft_vraagt_een_antwoord_en_wat_later_komt_vraagt_het_opnieuw()
    {
        var zaak = Verleend().Voorgesteld(Deels);
        Assert.Equal("geen-voornemen", zaak.Zeg("Wacht.").Weigering?.Code);
        zaak.BriefVerzonden();
        zaak.Met(zaak.Zeg("Wij begonnen later."));
        Assert.Equal("reactie", zaak.LegVoor().Weigering?.Fouten[0].Veld);
        // It came within the term: nothing more is waited for.
        zaak.Met(zaak.LegVoor("Dat kan niet meer.", "2026-09-11T10:00:00"));
        var eerste = zaak.Ligt!.Voorstelhash;
        zaak.Met(zaak.Zeg("En nog iets.", "2026-09-12T10:00:00"));
        Assert.Equal("nog-niet-voorgelegd", zaak.Teken(hash: eerste).Weigering?.Code);
        zaak.Met(zaak.LegVoor("Ook dat niet.", "2026-09-12T11:00:00"));
        Assert.NotEqual(eerste, zaak.Ligt!.Voorstelhash);
        Assert.Equal("ander-voorstel", zaak.Teken(hash: eerste).Weigering?.Code);
        Assert.Null(zaak.Teken().Weigering);
    }

    [Fact]
    public void Wie_niets_te_zeggen_heeft_krijgt_geen_antwoord_en_een_medewerker_voert_in_wat_anders_kwam()
    {
        var zaak = Verleend().Voorgesteld().BriefVerzonden();
        Assert.Equal(422, zaak.Zeg("Brief.", ontvangen: "2026-09-09").Weigering?.Status);
        Assert.Equal(422, zaak.Zeg("Brief.", invoerder: Bo, ontvangen: "2026-08-31").Weigering?.Status);
        Assert.Equal(422, zaak.Zeg("Brief.", invoerder: Bo, ontvangen: "2026-09-11").Weigering?.Status);
        zaak.Met(zaak.Zeg(" ", invoerder: Bo, ontvangen: "2026-09-09"));
        Assert.Equal(
            (Zienswijzewijze.Ingevoerd, null),
            (zaak.Verlening.Intrekking!.Zienswijzen[0].Wijze, zaak.Verlening.Intrekking.Zienswijzen[0].Inhoud)
        );
        Assert.Equal("reactie", zaak.LegVoor("Antwoord.", "2026-09-10T12:00:00").Weigering?.Fouten[0].Veld);
        Assert.Null(zaak.LegVoor(op: "2026-09-10T12:00:00").Weigering);
    }

    [Fact]
    public void Zonder_horen_ligt_het_meteen_voor_met_de_reden_en_wachten_de_betalingen_vanaf_die_dag()
    {
        var zaak = Verleend().Voorgesteld(Alles with { NietHoren = Hoorreden.EigenGegevens, WaaromNietHoren = "U schreef het zelf." });
        var voornemen = Assert.Single(zaak.Gezegd.OfType<IntrekkingVoorgenomenBericht>());
        // Thirteen weeks of 4:56, as when they are heard.
        Assert.Equal((Hoorreden.EigenGegevens, Dag("2026-12-01")), (voornemen.NietGehoord, voornemen.OpschortenTot));
        // The letter that tells it asks nothing, so that no term runs and it lies ready still.
        Assert.Null(zaak.BriefVerzonden().Verlening.Intrekking!.Termijn);
        zaak.Getekend();
        Assert.Equal(Hoorreden.EigenGegevens, zaak.Gezegd.OfType<VerleningIngetrokkenBericht>().Single().NietGehoord);
    }

    [Fact]
    public void Wat_de_ontvanger_niet_mocht_weten_zegt_dat_ook_als_er_niets_van_komt()
    {
        var zaak = Verleend().Voorgesteld(Alles with { NietHoren = Hoorreden.Doel, WaaromNietHoren = "Het geld verdwijnt anders." });
        zaak.Met(zaak.ZendTerug());
        Assert.Equal(Hoorreden.Doel, Assert.Single(zaak.Gezegd.OfType<IntrekkingVervallenBericht>()).NietGehoord);
        var gehoord = Verleend().Gereed();
        Assert.Null(Assert.Single(gehoord.Met(gehoord.ZendTerug()).Gezegd.OfType<IntrekkingVervallenBericht>()).NietGehoord);
    }

    [Fact]
    public void Wie_voorstelde_of_voorlegde_tekent_niet_en_wie_belang_heeft_ook_niet()
    {
        var zaak = Verleend().Voorgesteld().BriefVerzonden();
        zaak.Met(zaak.LegVoor(wie: "bo-3"));
        Assert.Equal("zelf-voorgesteld", zaak.Teken(wie: Bo).Weigering?.Code);
        Assert.Equal("zelf-voorgesteld", zaak.Teken(wie: "bo-3").Weigering?.Code);
        Assert.Equal("eigen-belang", zaak.Teken(metBelang: [Mo]).Weigering?.Code);
        Assert.Equal("voorstel-met-belang", zaak.Teken(metBelang: [Bo]).Weigering?.Code);
        Assert.Equal("voorstel-met-belang", zaak.Teken(metBelang: ["bo-3"]).Weigering?.Code);
        var hash = zaak.Ligt!.Voorstelhash;
        zaak.Getekend();
        Assert.Equal([Bo, "bo-3", Mo], zaak.Verlening.Intrekking!.Besluiten[0].Ondertekenaars);
        Assert.Equal("al-ondertekend", zaak.Teken(hash: hash).Weigering?.Code);
    }

    [Fact]
    public void Wat_teruggaat_laat_een_nummer_open_en_zegt_dat_er_niets_van_komt()
    {
        var zaak = Verleend().Gereed();
        Assert.Equal("intrekking-ligt-voor", zaak.StelVoor().Weigering?.Code);
        Assert.Equal(422, zaak.ZendTerug(" ").Weigering?.Status);
        zaak.Met(zaak.ZendTerug());
        Assert.Equal(Nummer, Assert.Single(zaak.Gezegd.OfType<IntrekkingVervallenBericht>()).Intrekking);
        Assert.Equal("geen-voorstel", zaak.Teken().Weigering?.Code);
        Assert.Equal(11_040.00m, zaak.Verlening.Verleend!.Bedrag);
        zaak.Voorgesteld(op: "2026-09-23T10:00:00");
        Assert.Equal(Zaak + "-I2", zaak.Verlening.Intrekkingsvoorstel);
        // The letter of the first that is heard now starts no term of the second.
        var brief = Brief("2026-09-24", "intrekking-voornemen", null) with
        {
            Brief = Nummer + "-intrekking-voornemen",
        };
        Assert.Null(zaak.Hoor(brief).Verlening.Intrekking!.Termijn);
    }

    [Theory]
    [InlineData(11_039.99, true)]
    [InlineData(11_040.00, false)]
    [InlineData(0, true)]
    [InlineData(-0.01, false)]
    [InlineData(100.001, false)]
    public void Er_blijft_minder_over_en_nooit_minder_dan_niets(decimal bedrag, bool kan) =>
        Assert.Equal(kan ? null : "bedrag", Verleend().StelVoor(Alles with { Bedrag = bedrag }).Weigering?.Fouten[0].Veld);

    [Fact]
    public void Van_een_samenwerkingsverband_is_de_som_van_de_partijen_het_geheel()
    {
        Dictionary<string, decimal> delen = new() { [Kvk] = 6_040m, ["87654321"] = 5_000m };
        var voorstel = Verlenen with { Partijen = delen, Aanvragertype = "samenwerkingsverband", Voorschot = 2_760m };
        Assert.Equal("partijen", Velden(Deels).Single());
        Assert.Equal("partijen", Velden(Deels with { Partijen = Delen(4_000m) }).Single());
        Assert.Equal("partijen", Velden(Deels with { Partijen = Delen(3_000m, 1_000.01m) }).Single());
        Assert.Equal("partijen", Velden(Deels with { Partijen = Delen(-1_000m, 5_000m) }).Single());
        Assert.Equal("partijen", Velden(Deels with { Bedrag = 6_041m, Partijen = Delen(6_041m, 0m) }).Single());
        Assert.Equal("partijen", Verleend().StelVoor(Deels with { Partijen = Delen(4_000m, 0m) }).Weigering!.Fouten[0].Veld);

        var gezegd = Verleend(voorstel).Gereed(Deels with { Partijen = Delen(4_000m, 0m) }).Getekend().Gezegd;
        var bericht = gezegd.OfType<VerleningIngetrokkenBericht>().Single();
        Assert.Equal((4_000m, 2_760m), (bericht.Partijen!.Values.Sum(), bericht.Voorschot));
        Assert.Equal(bericht.Bedrag, bericht.Partijen!.Values.Sum());
        Assert.Equal(bericht.Was, bericht.PartijenWas!.Values.Sum());

        IEnumerable<string> Velden(IntrekkingVoorstellen.Verzoek verzoek) =>
            Verleend(voorstel).StelVoor(verzoek).Weigering!.Fouten.Select(f => f.Veld);

        Dictionary<string, decimal> Delen(params decimal[] bedragen) =>
            bedragen.Select((bedrag, i) => (i == 0 ? Kvk : "87654321", bedrag)).ToDictionary(d => d.Item1, d => d.bedrag);
    }

    [Fact]
    public void Elk_veld_dat_niet_klopt_wordt_genoemd_met_zijn_artikel()
    {
        var fout = Verleend()
            .StelVoor(
                new(
                    11_041m,
                    "nieuwe-feiten",
                    " ",
                    "",
                    Vanaf: Dag("2026-06-21"),
                    Sinds: Dag("2026-07-01"),
                    NietHoren: "zomaar",
                    WaaromNietHoren: ""
                )
            )
            .Weigering!;
        Assert.Equal(
            ["bedrag", "grond", "vanaf", "sinds", "argument", "hardheid", "nietHoren", "waaromNietHoren"],
            fout.Fouten.Select(f => f.Veld)
        );
        Assert.All(fout.Fouten, f => Assert.NotNull(f.Artikel));
        Assert.Equal("artikel 4.1", fout.Fouten.Single(f => f.Veld == "hardheid").Artikel);
        Assert.Equal("niet-verleend", new Intrekkingszaak(Voorgelegd()).StelVoor().Weigering?.Code);
    }

    [Fact]
    public void Na_de_vaststelling_wordt_die_verlaagd_met_gronden_van_4_49()
    {
        var zaak = NaVaststelling(9_000.00m).Betaald(Zaak + "-B1", 5_520.00m).Betaald(Zaak + "-B2", 3_480.00m);
        var op = "2028-01-10T10:00:00";
        Assert.Equal("grond", zaak.StelVoor(Deels, op).Weigering?.Fouten[0].Veld);
        Assert.Equal("bedrag", zaak.StelVoor(Na(9_000.00m), op).Weigering?.Fouten[0].Veld);
        zaak.Voorgesteld(Na(4_000.00m) with { NietHoren = Hoorreden.AlGehoord, WaaromNietHoren = "U reageerde al." }, op)
            .Getekend("2028-01-11T10:00:00");
        var gezegd = zaak.Gezegd.OfType<VerleningIngetrokkenBericht>().Single();
        Assert.Equal(
            ("vaststelling", Zaak + "-S1", 4_000.00m, 11_040.00m, 9_000.00m, 5_000.00m),
            (gezegd.Soort, gezegd.Wijzigt, gezegd.Bedrag, gezegd.Was, gezegd.VastgesteldWas, gezegd.Terugvordering)
        );
        Assert.Equal((4_000.00m, Nummer), (zaak.Verlening.Vaststelling!.Vastgesteld, zaak.Verlening.Vaststelling.Besluit));
        // What is heard of the settlement once more is older.
        Assert.Same(Beslissing.Geen, BijSubsidieVastgesteld.Beslis(zaak.Verlening, Voorbeelden.Vastgesteld(9_000.00m)));
    }

    [Theory]
    [InlineData("2032-08-03T23:59:00", null)]
    [InlineData("2032-08-04T00:00:00", "vijf-jaar-voorbij")]
    public void Na_vijf_jaar_blijft_een_vaststelling_zoals_zij_is(string op, string? weigering) =>
        Assert.Equal(weigering, NaVaststelling(9_000.00m).StelVoor(Na(0.00m), op).Weigering?.Code);

    [Theory]
    [InlineData("2028-03-01", null)]
    [InlineData("2027-08-05", "vijf-jaar-voorbij")]
    public void Wie_na_de_vaststelling_een_verplichting_niet_nakwam_telt_vanaf_die_dag(string sinds, string? weigering)
    {
        var verzoek = Na(0.00m) with { Grond = "verplichtingen-na-vaststelling", Sinds = Dag(sinds) };
        Assert.Equal(weigering, NaVaststelling(9_000.00m).StelVoor(verzoek, "2033-03-01T10:00:00").Weigering?.Code);
        Assert.Equal(
            "sinds",
            NaVaststelling(9_000.00m).StelVoor(verzoek with { Sinds = null }, "2028-01-01T10:00:00").Weigering?.Fouten[0].Veld
        );
    }

    [Fact]
    public void Wat_intussen_werd_vastgesteld_vraagt_een_nieuw_voorstel_en_een_vaststelling_die_kruist_is_niet_meer_waard()
    {
        var zaak = Verleend().Gereed(Deels);
        var (voor, vastgesteld) = (zaak.Verlening, Voorbeelden.Vastgesteld(11_040.00m));
        zaak.Hoor(vastgesteld);
        Assert.Equal("verlening-gewijzigd", zaak.Teken(op: "2027-09-22T10:00:00").Weigering?.Code);

        var kruist = new Intrekkingszaak(voor).Getekend();
        kruist.Hoor(vastgesteld);
        Assert.Equal(4_000.00m, kruist.Verlening.Vaststelling!.Vastgesteld);
    }

    [Fact]
    public void Een_intrekking_wordt_nagerekend()
    {
        var zaak = Verleend().Gereed(Deels).Getekend();
        var (stand, gebeurd) = ((Verlening?)null, new List<Gebeurtenis>());
        foreach (var bericht in (object[])[Reservering, Verlenen])
        {
            Gebeurt(Voorbeelden.Hoor(stand, bericht));
        }
        Gebeurt(Onderteken(stand!));
        var verloop = new Verloop(Zaak, [.. gebeurd, .. zaak.Gebeurd]);

        var nagerekend = Narekenen.Stroom(verloop, Regelstanden.Ongewijzigd).ToList();

        Assert.Contains(nagerekend, n => n.Besluit == "verlening-ingetrokken");
        Assert.Contains(nagerekend, n => n.Besluit == "zienswijzetermijn-gestart");
        Assert.All(nagerekend, n => Assert.Empty(n.Verschillen));

        void Gebeurt(Beslissing beslissing)
        {
            gebeurd.AddRange(beslissing.Gebeurtenissen);
            stand = Volg(stand, beslissing);
        }
    }

    private static IntrekkingVoorstellen.Verzoek Na(decimal bedrag) => Alles with { Bedrag = bedrag, Grond = "nieuwe-feiten" };
}
