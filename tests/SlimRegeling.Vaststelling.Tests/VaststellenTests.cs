using CsCheck;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Regelstand;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

public class VaststellenTests
{
    [Fact]
    public void De_zaak_van_het_voorbeeld_wordt_vastgesteld_zoals_verleend_en_de_helft_blijft_te_betalen()
    {
        var bericht = Vastgesteld(Voorgesteld());

        Assert.Equal((11040.00m, 11040.00m), (bericht.Verleend, bericht.Vastgesteld));
        Assert.Equal((5520.00m, 5520.00m), (bericht.Voorschotten, bericht.NogTeBetalen));
        Assert.Equal((Zaak + "-S1", Dag("2027-07-12")), (bericht.Besluit, bericht.Besluitdatum));
        Assert.Equal([Beoordelaar, Eerste, Tweede], bericht.Ondertekenaars);
    }

    [Theory]
    [InlineData("A", 4346.45, -1173.55)]
    [InlineData("C", 6693.55, 1173.55)]
    [InlineData("geen", 0.00, -5520.00)]
    public void Wat_niet_is_uitgevoerd_verlaagt_de_vaststelling_naar_zijn_aandeel(
        string uitgevoerd,
        decimal vastgesteld,
        decimal nogTeBetalen
    )
    {
        var bericht = Vastgesteld(Voorgesteld(null, uitgevoerd));

        Assert.Equal((vastgesteld, nogTeBetalen), (bericht.Vastgesteld, bericht.NogTeBetalen));
    }

    [Fact]
    public void Zonder_aandelen_kan_niet_gedeeltelijk_worden_vastgesteld()
    {
        var stand = InSteekproef(Verleend with { Aandelen = null }).Dan(s => GeefBewijs(s));

        Assert.Equal("aandelen-onbekend", Beoordeel(stand, ["A"]).Weigering?.Code);
        Assert.Equal(11040.00m, stand.Dan(s => Beoordeel(s, ["A", "C"])).Voorstel!.Vastgesteld);
        Assert.Equal(0.00m, stand.Dan(s => Beoordeel(s, [])).Voorstel!.Vastgesteld);
    }

    [Fact]
    public void Nooit_wordt_meer_vastgesteld_dan_verleend_en_te_betalen_is_altijd_vastgesteld_min_voorschot() =>
        Gen.Select(Gen.Int[1, 2_499_900], Gen.Int[0, 100], Gen.Int[0, 3_000_000].Array[3], Gen.Bool.Array[3])
            .Sample(
                (verleend, procent, aandelen, gedaan) =>
                {
                    string[] soorten = ["A", "B", "C"];
                    var bedrag = verleend / 100m;
                    var voorschot = Math.Round(bedrag * procent / 100m, 2, MidpointRounding.AwayFromZero);
                    var stand = Na(
                            Verleend with
                            {
                                Bedrag = bedrag,
                                Voorschot = voorschot,
                                Activiteiten = soorten,
                                Aandelen = soorten.Zip(aandelen).ToDictionary(p => p.First, p => p.Second / 100m),
                            }
                        )!
                        .Dan(s => Trek(s))
                        .Dan(s => BrieftermijnTests.Verzend(s, "bewijsverzoek", "2027-06-23"));
                    string[] uitgevoerd = [.. soorten.Where((_, i) => gedaan[i])];
                    var beslissing = Beoordeel(stand, uitgevoerd, "2027-08-02T09:00:00");
                    if (beslissing.Weigering is { } weigering)
                    {
                        Assert.Equal(("aandelen-onbekend", 0), (weigering.Code, aandelen.Sum()));
                        return;
                    }
                    var bericht = Vastgesteld(Volg(stand, beslissing)!, "2027-08-09T09:00:00");
                    Assert.InRange(bericht.Vastgesteld, 0m, bericht.Verleend);
                    Assert.Equal(bericht.Vastgesteld - voorschot, bericht.NogTeBetalen);
                    Assert.Equal(voorschot, bericht.Voorschotten);
                    Assert.Equal(bericht.Vastgesteld, decimal.Round(bericht.Vastgesteld, 2));
                    if (gedaan.All(g => g))
                    {
                        Assert.Equal(bedrag, bericht.Vastgesteld);
                    }
                }
            );

    [Fact]
    public void Twee_verschillende_mensen_ondertekenen_en_geen_van_beiden_stelde_voor()
    {
        var voorgesteld = Voorgesteld();
        var een = voorgesteld.Dan(s => Onderteken(s, Eerste));

        Assert.Equal(("zelf-voorgesteld", 403), Code(Onderteken(voorgesteld, Beoordelaar)));
        Assert.Equal(("zelf-voorgesteld", 403), Code(Onderteken(een, Beoordelaar)));
        Assert.Equal(("al-ondertekend", 403), Code(Onderteken(een, Eerste)));
        Assert.Equal(Fase.Voorgesteld, een.Fase);
        Assert.Equal(Fase.Vastgesteld, een.Dan(s => Onderteken(s, Tweede)).Fase);
    }

    [Fact]
    public void De_eerste_handtekening_zegt_nog_niets() =>
        Assert.Empty(Onderteken(Voorgesteld(), Eerste).Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(Zaak, e)));

    [Fact]
    public void Wie_een_andere_hash_noemt_ondertekent_niets() =>
        Assert.Equal(
            ("ander-voorstel", 409),
            Code(Ondertekenen.Beslis(Zaak, Voorgesteld(), new string('0', 64), Eerste, Regelstanden.Ongewijzigd, Op("2027-07-12T09:00:00")))
        );

    [Fact]
    public void Een_nieuw_voorstel_maakt_eerdere_handtekeningen_ongedaan()
    {
        var getekend = Voorgesteld().Dan(s => Onderteken(s, Eerste));
        var opnieuw = getekend.Dan(s => Beoordeel(s, ["A"], "2027-07-13T09:00:00"));

        Assert.Empty(opnieuw.Ondertekenaars);
        Assert.Equal(
            ("ander-voorstel", 409),
            Code(
                Ondertekenen.Beslis(
                    Zaak,
                    opnieuw,
                    getekend.Voorstel!.Voorstelhash,
                    Tweede,
                    Regelstanden.Ongewijzigd,
                    Op("2027-07-14T09:00:00")
                )
            )
        );
    }

    [Fact]
    public void Na_de_vaststelling_is_er_niets_meer_te_doen()
    {
        var vastgesteld = Voorgesteld().Dan(s => Onderteken(s, Eerste)).Dan(s => Onderteken(s, Tweede));

        Assert.Equal("al-vastgesteld", Onderteken(vastgesteld, "ondertekenaar-3").Weigering?.Code);
        Assert.Equal("al-vastgesteld", Beoordeel(vastgesteld, ["A"]).Weigering?.Code);
        Assert.Equal("al-vastgesteld", Trek(vastgesteld).Weigering?.Code);
        Assert.Equal("al-vastgesteld", GeefBewijs(vastgesteld).Weigering?.Code);
        Assert.Equal(5520.00m, Volg(vastgesteld, Hoor(vastgesteld, Betaling))!.Betaald);
    }

    [Theory]
    [InlineData("2027-07-21T23:59:59", "wacht-op-bewijs")]
    [InlineData("2027-07-22T00:00:00", null)]
    public void Zonder_bewijs_wordt_pas_na_de_termijn_beoordeeld(string op, string? code) =>
        Assert.Equal(
            code,
            Beoordeel(InSteekproef().Dan(s => BrieftermijnTests.Verzend(s, "bewijsverzoek", "2027-06-23")), [], op).Weigering?.Code
        );

    [Fact]
    public void Buiten_de_steekproef_wordt_vastgesteld_zoals_verleend_en_niet_lager()
    {
        Assert.Equal("periode-loopt-nog", Beoordeel(Opengesteld(), ["A", "C"], "2027-06-22T12:00:00").Weigering?.Code);
        Assert.Equal("vraag-eerst-bewijs", Beoordeel(Opengesteld(), ["A"]).Weigering?.Code);

        var voorgesteld = Opengesteld().Dan(s => Beoordeel(s, ["A", "C"]));
        Assert.Equal(11040.00m, voorgesteld.Voorstel!.Vastgesteld);
        Assert.Equal("al-voorgesteld", Trek(voorgesteld).Weigering?.Code);
    }

    [Fact]
    public void Over_elke_activiteit_wordt_met_een_argument_geoordeeld()
    {
        var stand = InSteekproef().Dan(s => GeefBewijs(s));
        var weigering = Beoordelen
            .Beslis(Zaak, stand, new([new("A", true, "")]), Bewaar, Beoordelaar, Regelstanden.Ongewijzigd, Op("2027-07-05T09:00:00"))
            .Weigering!;

        Assert.Equal(["activiteiten", "activiteiten[0].argument"], weigering.Fouten.Select(f => f.Veld));
    }

    [Fact]
    public void Voor_de_beurt_ondertekenen_wordt_geweigerd() =>
        Assert.Equal("nog-niet-voorgelegd", Onderteken(InSteekproef(), Eerste).Weigering?.Code);

    [Theory]
    [InlineData("2027-11-23T23:59:59", false)]
    [InlineData("2027-11-24T00:00:00", true)]
    public void Na_tweeentwintig_weken_vaststellen_is_te_laat_en_kan_toch(string op, bool teLaat)
    {
        var vastgesteld = Voorgesteld().Dan(s => Onderteken(s, Eerste)).Dan(s => Onderteken(s, Tweede, op));
        var beeld = Bekijken.Van(
            vastgesteld,
            vastgesteld.Opening!,
            Bekijken.Teksten.Geen,
            aanvrager: false,
            Regelstanden.Ongewijzigd,
            Op("2027-12-01T12:00:00")
        );

        Assert.Equal((Dag("2027-11-23"), teLaat), (beeld.VaststellenUiterlijk, beeld.Besluit!.TeLaat));
    }

    [Fact]
    public void Wat_de_ontvanger_meldde_staat_bij_de_vaststelling_en_laat_een_voorstel_liggen()
    {
        var stand = Volg(Voorgesteld(), Hoor(Voorgesteld(), Gemeld))!;
        var beeld = Bekijken.Van(
            stand,
            stand.Opening!,
            Bekijken.Teksten.Geen,
            aanvrager: false,
            Regelstanden.Ongewijzigd,
            Op("2027-07-06T12:00:00")
        );

        var melding = Assert.Single(beeld.Meldingen!);
        Assert.Equal((Gemeld.Op, "later", "C"), (melding.Op, melding.Soort, melding.Activiteiten!.Single()));
        Assert.NotNull(beeld.Voorstel);
        Assert.Empty(Hoor(stand, Gemeld).Gebeurtenissen);
    }

    [Fact]
    public void De_aanvrager_ziet_het_besluit_maar_niet_het_voorstel_en_wie_tekenden()
    {
        var voorgesteld = Voorgesteld();
        Assert.NotNull(
            Bekijken
                .Van(
                    voorgesteld,
                    voorgesteld.Opening!,
                    Bekijken.Teksten.Geen,
                    aanvrager: false,
                    Regelstanden.Ongewijzigd,
                    Op("2027-07-12T12:00:00")
                )
                .Voorstel
        );
        var vastgesteld = voorgesteld.Dan(s => Onderteken(s, Eerste)).Dan(s => Onderteken(s, Tweede));
        var beeld = Bekijken.Van(
            vastgesteld,
            vastgesteld.Opening!,
            Bekijken.Teksten.Geen,
            aanvrager: true,
            Regelstanden.Ongewijzigd,
            Op("2027-07-12T12:00:00")
        );

        Assert.Null(beeld.Voorstel);
        Assert.Null(beeld.Besluit!.Ondertekenaars);
        Assert.Equal(11040.00m, beeld.Besluit.Vastgesteld);
    }

    private static (string?, int?) Code(Platform.Stromen.Beslissing beslissing) =>
        (beslissing.Weigering?.Code, beslissing.Weigering?.Status);

    private static SubsidieVastgesteldBericht Vastgesteld(Verantwoording voorgesteld, string op = "2027-07-12T09:00:00") =>
        Onderteken(voorgesteld.Dan(s => Onderteken(s, Eerste, op)), Tweede, op)
            .Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(Zaak, e))
            .OfType<SubsidieVastgesteldBericht>()
            .Single();
}
