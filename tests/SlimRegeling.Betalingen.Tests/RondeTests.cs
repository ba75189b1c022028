using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Stromen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>A round: who may approve what, and what becomes of it when a payment in it changes.</summary>
public sealed class RondeTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private const string Hash = "hash";
    private static readonly Instant Nu = Voorbeelden.Moment;
    private static readonly Verwijzing Inhoud = new(Guid.Empty, "hash");
    private static readonly HashSet<string> Niets = [];

    [Theory]
    [InlineData("fien", Hash, "eigen-ronde")]
    [InlineData("bea", Hash, "eigen-besluit")]
    [InlineData("cor", Hash, "eigen-controle")]
    [InlineData("kim", Hash, "eigen-controle")]
    [InlineData("fred", "ander", "andere-ronde")]
    public void Wie_er_de_hand_in_had_of_iets_anders_zag_accordeert_niet(string wie, string hash, string code)
    {
        var geweigerd = RondeAccorderen.Beslis(Voorgesteld(), Stand(Opdracht("B1")), hash, wie, Nu).Weigering;

        Assert.Equal(code, geweigerd?.Code);
        Assert.NotNull(geweigerd?.Artikel);
    }

    [Fact]
    public void Wie_zei_dat_de_bank_een_betaling_niet_uitvoerde_accordeert_de_ronde_niet_waarin_zij_weer_staat()
    {
        var onderweg = Opdracht("B1").Na(new BetalingInBestand("R0", 1, Nu, ["jan", "anna"]));
        var terug = onderweg.Na(Assert.Single(StatusVerwerken.Beslis(onderweg, "R0", "AC04", Nu, "fred").Beslissing.Gebeurtenissen));
        var opnieuw = terug.Na(new BetalingInRonde("R1", 1, Nu));

        Assert.Equal("eigen-controle", RondeAccorderen.Beslis(Voorgesteld(), Stand(opnieuw), Hash, "fred", Nu).Weigering?.Code);
        Assert.Null(RondeAccorderen.Beslis(Voorgesteld(), Stand(opnieuw), Hash, "anna", Nu).Weigering);
    }

    [Theory]
    [InlineData(Regelafhandeling.Koppelen, 5520, null)]
    [InlineData(Regelafhandeling.Retour, 5500, "AC04")]
    public void Wie_met_de_hand_boekte_dat_een_betaling_terugkwam_accordeert_de_ronde_niet_waarin_zij_weer_staat(
        Regelafhandeling hoe,
        int bedrag,
        string? reden
    )
    {
        var onderweg = Opdracht("B1").Na(new BetalingInBestand("R0", 1, Nu, ["jan", "anna"]));
        var betaald = onderweg.Na(new BetalingUitgevoerd(onderweg.Opdracht, "m0", Voorbeelden.Dag, Nu));
        var regel = new Bankregel { Id = "m1" }
            .Na(new BankregelGemeld("m1", "A", bedrag, Voorbeelden.Dag, "B1", reden, Inhoud, Nu))
            .Na(new BankregelVoorgesteld(hoe, "B1", Inhoud, "fred", Nu));
        var terug = betaald.Na(Assert.Single(BankregelAfhandelen.Boek(hoe, betaald, regel, Nu, 50m, "eva").Gebeurtenissen));
        var opnieuw = terug.Na(new BetalingInRonde("R1", 1, Nu));

        foreach (var wie in (string[])["fred", "eva"])
        {
            Assert.Equal("eigen-controle", RondeAccorderen.Beslis(Voorgesteld(), Stand(opnieuw), Hash, wie, Nu).Weigering?.Code);
        }
        Assert.Null(RondeAccorderen.Beslis(Voorgesteld(), Stand(opnieuw), Hash, "anna", Nu).Weigering);
    }

    [Fact]
    public void Met_het_tweede_akkoord_is_er_een_bestand_en_eerder_niet()
    {
        var ronde = Voorgesteld();
        var eerste = RondeAccorderen.Beslis(ronde, Stand(Opdracht("B1")), Hash, "fred", Nu).Gebeurtenissen;
        Assert.IsType<BetaalrondeGeaccordeerd>(Assert.Single(eerste));
        ronde = ronde.Na(eerste[0]);
        Assert.Equal("zelfde-persoon", RondeAccorderen.Beslis(ronde, Stand(Opdracht("B1")), Hash, "fred", Nu).Weigering?.Code);
        var tweede = RondeAccorderen.Beslis(ronde, Stand(Opdracht("B1")), Hash, "anna", Nu).Gebeurtenissen;
        var gemaakt = Assert.IsType<BetaalbestandGemaakt>(tweede[^1]);
        Assert.Equal((Hash, 5520m), (gemaakt.Hash, gemaakt.Totaal));
        ronde = tweede.Aggregate(ronde, (stand, gebeurtenis) => stand.Na(gebeurtenis));
        Assert.Equal(Rondestatus.Bestand, ronde.Status);
        Assert.Equal("al-geaccordeerd", RondeAccorderen.Beslis(ronde, Stand(Opdracht("B1")), Hash, "jan", Nu).Weigering?.Code);
    }

    [Fact]
    public void Wat_veranderde_sinds_het_voorstel_wordt_genoemd_en_niet_betaald()
    {
        var opdracht = Opdracht("B1");
        Betaalopdracht[] veranderd =
        [
            opdracht.Na(new BetalingAangehouden("SLIM", 5520m, 2, Nu)),
            opdracht.Na(new AanhoudingGelegd("SLIM", 5520m, "BS1", Aanhoudgrond.Beslag, Nu)),
            opdracht.Na(new BetalingVerlaagd(opdracht.Opdracht, "I1", 5520m, 1000m, Nu)),
            opdracht.Na(new BetalingVerlaagd(opdracht.Opdracht, "I1", 5520m, 0m, Nu)),
        ];
        foreach (var stand in veranderd)
        {
            var geweigerd = RondeAccorderen.Beslis(Voorgesteld(), Stand(stand), Hash, "fred", Nu).Weigering;
            Assert.Equal("ronde-verouderd", geweigerd?.Code);
            Assert.Equal("B1", Assert.Single(geweigerd!.Fouten).Veld);
            Assert.Equal("ronde-verouderd", RondeAccorderen.Verzend(stand, "R1", 1, ["fred", "anna"], Nu).Weigering?.Code);
        }
        var andereRekening = new RondeAccorderen.Stand([new Kandidaat(opdracht, Rekening(2))], Niets);
        Assert.Equal("ronde-verouderd", RondeAccorderen.Beslis(Voorgesteld(), andereRekening, Hash, "fred", Nu).Weigering?.Code);
        var opgeschort = new RondeAccorderen.Stand([new Kandidaat(opdracht, Rekening(1))], new HashSet<string> { "SLIM" });
        Assert.Equal("ronde-verouderd", RondeAccorderen.Beslis(Voorgesteld(), opgeschort, Hash, "fred", Nu).Weigering?.Code);
        var teVeelBetaald = new RondeAccorderen.Stand([new Kandidaat(opdracht, Rekening(1), TeVeelBetaald: true)], Niets);
        Assert.Equal("ronde-verouderd", RondeAccorderen.Beslis(Voorgesteld(), teVeelBetaald, Hash, "fred", Nu).Weigering?.Code);
    }

    [Fact]
    public void Wat_terugkwam_wacht_zolang_de_zaak_het_nog_als_ontvangen_telt_en_terugvordert()
    {
        var weg = Opdracht("B1").Na(new BetalingInBestand("R1", 1, Nu));
        var terug = weg.Na(new BetalingAfgewezen(weg.Opdracht, "R1", "AC04", Nu));
        var verplichting = new Verplichting()
            .Na(new VerplichtingAangegaan("2026-04-mkb", "12345678", "V1", 11040m, 5520m, Nu))
            .Na(new VerplichtingIngetrokken("2026-04-mkb", "I1", 10040m, 4520m, 0m, 0m, 4520m, Nu));

        Assert.True(Betaalbaarheid.IsTeVeelBetaald(terug, verplichting));
        Assert.NotNull(Betaalbaarheid.Bezwaar(new Kandidaat(terug, Rekening(1), TeVeelBetaald: true)));
        Assert.False(Betaalbaarheid.IsTeVeelBetaald(Opdracht("B2"), verplichting));
        // Of what was claimed so much came off the order.
        var verrekend = verplichting.Na(new VorderingVerrekend("2026-04-mkb", "I1", 4520m, Nu));
        Assert.False(Betaalbaarheid.IsTeVeelBetaald(terug, verrekend));
        Assert.False(Betaalbaarheid.IsTeVeelBetaald(terug, null));
    }

    [Fact]
    public void Een_ronde_van_een_dag_die_voorbij_is_wordt_niet_geaccordeerd() =>
        Assert.Equal(
            "uitvoerdatum-voorbij",
            RondeAccorderen.Beslis(Voorgesteld(), Stand(Opdracht("B1")), Hash, "fred", Nu + Duration.FromDays(5)).Weigering?.Code
        );

    [Fact]
    public void Een_betaling_staat_in_een_ronde_tegelijk() =>
        Assert.Equal("niet-betaalbaar", RondeVoorstellen.NeemOp(Opdracht("B1"), "R2", 1, Nu).Weigering?.Code);

    [Fact]
    public async Task Wat_uit_een_ronde_is_genomen_vraagt_nieuwe_akkoorden_en_kan_in_een_volgende()
    {
        var (een, ander) = (Zaak.Nieuw(), Zaak.Nieuw());
        foreach (var zaak in (Zaak[])[een, ander])
        {
            await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        }
        var ronde = await huis.StelVoor("fien", [een.Voorschot, ander.Voorschot]);
        Assert.Equal(200, (await huis.Accordeer("fred", ronde)).Status);
        await huis.Zeg(ander.Rekening(2));
        Assert.Equal("ronde-verouderd", (await huis.Accordeer("anna", ronde)).Probleem);

        var pad = $"/v1/betaalrondes/{ronde.Inhoud.GetProperty("ronde").GetString()}";
        var alles = $$"""{"opdrachten":["{{een.Voorschot}}","{{ander.Voorschot}}"],"toelichting":"x"}""";
        Assert.Equal("ronde-leeg", (await huis.Post("cor", $"{pad}/uitname", alles)).Probleem);
        var uitname = $$"""{"opdrachten":["{{ander.Voorschot}}"],"toelichting":"De rekening is veranderd."}""";
        Assert.Equal(200, (await huis.Post("cor", $"{pad}/uitname", uitname)).Status);
        Assert.Equal("eigen-ronde", (await huis.Accordeer("cor", ronde)).Probleem);
        Assert.Equal("andere-ronde", (await huis.Accordeer("anna", ronde)).Probleem);
        var beeld = (await huis.Haal("anna", pad)).Inhoud;
        Assert.Equal(een.Voorschot, Assert.Single(beeld.GetProperty("regels").EnumerateArray()).GetProperty("betaalopdracht").GetString());
        Assert.Equal(ander.Voorschot, Assert.Single(beeld.GetProperty("uitgenomen").EnumerateArray()).GetString());
        Assert.Empty(beeld.GetProperty("ronde").GetProperty("akkoorden").EnumerateArray());
        var opnieuw = new Gekregen(200, beeld.GetProperty("ronde"));
        Assert.Equal(200, (await huis.Accordeer("anna", opnieuw)).Status);
        Assert.Equal(200, (await huis.Accordeer("fred", opnieuw)).Status);

        var bestand = Voorbeelden.Gekeurd(await huis.Bestand("fien", pad.Replace("rondes", "bestanden", StringComparison.Ordinal)));
        Assert.Equal([een.Voorschot], bestand.Descendants(Voorbeelden.Pain + "EndToEndId").Select(e => e.Value));
        var order = (await huis.Haal("fien", $"/v1/betaalopdrachten/{ander.Voorschot}")).Inhoud;
        Assert.Equal("opgedragen", order.GetProperty("status").GetString());
        Assert.False(order.TryGetProperty("ronde", out _));
        await huis.Post(
            "cor",
            $"/v1/rekeningen/{ander.KvkNummer}/controle",
            """{"volgnummer":2,"akkoord":true,"toelichting":"Gebeld op het bekende nummer."}"""
        );
        Assert.Equal(201, (await huis.Ronde("fien", ander.Voorschot)).Status);
    }

    [Fact]
    public async Task Wat_twee_mensen_tegelijk_accorderen_telt_een_keer_en_de_ander_hoort_dat()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        var ronde = await huis.StelVoor("fien", [zaak.Voorschot]);
        Assert.Equal(200, (await huis.Accordeer("fred", ronde)).Status);

        var tegelijk = await Task.WhenAll(huis.Accordeer("anna", ronde), huis.Accordeer("cor", ronde));

        Assert.Equal([200, 409], tegelijk.Select(a => a.Status).Order());
        Assert.Equal("al-geaccordeerd", tegelijk.Single(a => a.Status == 409).Probleem);
        var gebeurd = await huis.Vraag(
            $"select type from betalingen.mt_events where stream_id = '{zaak.Voorschot}' and type = 'betaling-in-bestand'"
        );
        Assert.Single(gebeurd);
    }

    [Fact]
    public async Task Het_nummer_van_een_ronde_wordt_geteld_zonder_de_rondes_van_die_dag_te_lezen()
    {
        var (een, ander) = (Zaak.Nieuw(), Zaak.Nieuw());
        foreach (var zaak in (Zaak[])[een, ander])
        {
            await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        }
        var eerste = Ronde(await huis.StelVoor("fien", [een.Voorschot]));
        // Who would read it, finds no round.
        Assert.Single(await Zet("\"geen dag\""));

        var tweede = Ronde(await huis.StelVoor("fien", [ander.Voorschot]));

        Assert.Single(await Zet("\"2026-07-01\""));
        Assert.Equal(Volgnummer(eerste) + 1, Volgnummer(tweede));

        static string Ronde(Gekregen voorgesteld) => voorgesteld.Inhoud.GetProperty("ronde").GetString()!;
        static int Volgnummer(string ronde) => int.Parse(ronde.Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture);
        Task<IReadOnlyList<string>> Zet(string dag) =>
            huis.Vraag(
                $"update betalingen.mt_doc_betaalronde set data = jsonb_set(data, array['uitvoerdatum'], '{dag}') where id = '{eerste}' returning id"
            );
    }

    private static Betaalopdracht Opdracht(string id) =>
        new Betaalopdracht { Id = id }
            .Na(new BetalingOpgedragen(new(id, "SLIM", "2026-04-mkb", "12345678", "V1", Betaalsoort.Voorschot, 5520m, ["bea", "mees"]), Nu))
            .Na(new AanhoudingGelegd("SLIM", 5520m, "BZ1", Aanhoudgrond.Bezwaar, Nu))
            .Na(new AanhoudingOpgeheven("SLIM", 5520m, "BZ1", Aanhoudgrond.Bezwaar, "kim", Inhoud, Nu))
            .Na(new BetalingInRonde("R1", 1, Nu));

    private static Rekening Rekening(int volgnummer) =>
        Enumerable
            .Range(1, volgnummer)
            .Aggregate(new Rekening(), (r, n) => r.Na(new RekeningVernomen(n, Inhoud, "piet", Nu)))
            .Na(new RekeningGecontroleerd(volgnummer, true, "cor", Inhoud, Nu));

    private static RondeAccorderen.Stand Stand(Betaalopdracht opdracht) => new([new Kandidaat(opdracht, Rekening(1))], Niets);

    private static Betaalronde Voorgesteld() =>
        new Betaalronde { Id = "R1" }.Na(
            new BetaalrondeVoorgesteld(Voorbeelden.Dag, [new Ronderegel("B1", "SLIM", 5520m, 1)], 5520m, Hash, Inhoud, "fien", Nu)
        );
}
