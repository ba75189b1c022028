using CsCheck;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

public class OndertekenenTests
{
    [Fact]
    public void De_zaak_van_het_voorbeeld_wordt_verleend_met_de_helft_als_voorschot()
    {
        var beslissing = Onderteken(Voorgelegd());

        var verleend = Assert.IsType<Verleend>(beslissing.Gebeurtenissen[0]);
        Assert.Equal((18400.00m, 11040.00m, 5520.00m), (verleend.SubsidiabeleKosten, verleend.Bedrag, verleend.Voorschot));
        Assert.Equal(Zaak + "-V1", verleend.Besluit);
        Assert.Equal(Dag("2026-06-22"), verleend.Besluitdatum);
        Assert.Equal((Dag("2026-06-23"), Dag("2027-06-22")), (verleend.PeriodeVan, verleend.PeriodeTot));
        Assert.Equal(Dag("2026-08-03"), verleend.Beslistermijn);
        Assert.Equal("ambtshalve", verleend.Verantwoording);
        Assert.Equal([Beoordelaar, Ondertekenaar], verleend.Ondertekenaars);
        var voorschot = Assert.IsType<VoorschotToegekend>(beslissing.Gebeurtenissen[1]);
        Assert.Equal((verleend.Besluit, 5520.00m), (voorschot.Besluit, voorschot.Bedrag));
    }

    [Fact]
    public void Zonder_voorschot_wordt_er_geen_toegekend() =>
        Assert.Single(Onderteken(Voorgelegd(Verlenen with { Voorschot = 0.00m })).Gebeurtenissen);

    [Fact]
    public void Een_afwijzing_noemt_haar_gronden_en_kent_geen_geld_toe()
    {
        var afgewezen = Assert.IsType<Afgewezen>(Assert.Single(Onderteken(Voorgelegd(Afwijzen)).Gebeurtenissen));

        Assert.Equal(["onvoldoende-meetbaar", "niet-haalbaar"], afgewezen.Gronden);
        Assert.Equal(Zaak + "-V1", afgewezen.Besluit);
    }

    [Theory]
    [InlineData("2026-06-22T00:00:00", "2026-06-22", "2026-06-23", "2027-06-22")]
    [InlineData("2026-06-22T23:59:59", "2026-06-22", "2026-06-23", "2027-06-22")]
    [InlineData("2026-12-24T12:00:00", "2026-12-24", "2026-12-25", "2027-12-24")]
    [InlineData("2026-12-31T12:00:00", "2026-12-31", "2027-01-01", "2027-12-31")]
    [InlineData("2026-07-03T12:00:00", "2026-07-03", "2026-07-04", "2027-07-03")]
    [InlineData("2027-02-28T12:00:00", "2027-02-28", "2027-03-01", "2028-02-29")]
    public void De_initiatiefperiode_loopt_van_de_dag_na_dagtekening_twaalf_maanden_en_verschuift_nooit(
        string getekend,
        string datum,
        string van,
        string tot
    )
    {
        var verleend = Ondertekend(getekend).Verleend!;

        Assert.Equal((Dag(datum), Dag(van), Dag(tot)), (verleend.Besluitdatum, verleend.PeriodeVan, verleend.PeriodeTot));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Het_besluit_zegt_met_welk_sjabloon_de_brief_is_gelezen(bool verleent)
    {
        var verlening = Voorgelegd(verleent ? Verlenen : Afwijzen);
        var op = Op("2026-06-22T10:00:00");

        var besluit = Ondertekenen
            .Beslis(Zaak, verlening, verlening.Voorstelhash!, Ondertekenaar, Regelstanden.Ongewijzigd, op, brief: "gelezen")
            .Gebeurtenissen[0];

        var gezegd = Assert.Single(Uitgaand.Berichten(Zaak, besluit));
        Assert.Equal("gelezen", gezegd is SubsidieVerleendBericht b ? b.Brief : ((AanvraagAfgewezenBericht)gezegd).Brief);
    }

    [Fact]
    public void De_verlening_zegt_voor_welke_soort_aanvrager_zij_is()
    {
        var verleend = Ondertekend().Verleend!;

        Assert.Equal("mkb-onderneming", verleend.Aanvragertype);
        Assert.Equal("mkb-onderneming", Uitgaand.Berichten(Zaak, verleend).OfType<SubsidieVerleendBericht>().Single().Aanvragertype);
    }

    [Theory]
    [InlineData("2026-05-04T17:00:00", "2026-08-03")]
    [InlineData("2026-05-03T17:00:00", "2026-08-02")]
    [InlineData("2026-09-25T17:00:00", "2026-12-25")]
    public void De_beslistermijn_is_dertien_weken_na_sluiting_en_verschuift_niet_naar_een_werkdag(string sluit, string laatste)
    {
        var verleend = Ondertekend(voorstel: Verlenen with { TijdvakSluit = Op(sluit) }).Verleend!;

        Assert.Equal(Dag(laatste), verleend.Beslistermijn);
    }

    [Theory]
    [InlineData("slim-2025", "samenwerkingsverband", "2026-04-07T23:59:59", "2026-07-07", "2.11, tweede lid")]
    [InlineData("slim-2025", "samenwerkingsverband", "2026-04-08T00:00:00", "2026-07-08", "2.11, tweede lid")]
    [InlineData("slim-2025", "samenwerkingsverband", null, "2026-08-03", "2.11, tweede lid")]
    [InlineData("slim-2025", "mkb-onderneming", "2026-04-08T00:00:00", "2026-08-03", "2.11, eerste lid")]
    [InlineData("slim-2026", "samenwerkingsverband", "2026-04-08T00:00:00", "2026-08-03", "2.11, tweede lid")]
    [InlineData("slim-2024", "grootbedrijf", "2026-04-08T00:00:00", "2026-10-05", "9")]
    public void De_beslistermijn_loopt_na_ontvangst_of_na_sluiting_zoals_de_versie_zegt(
        string versie,
        string type,
        string? ontvangen,
        string laatste,
        string artikel
    )
    {
        var voorstel = Afwijzen with { Regelversie = versie, Aanvragertype = type, Ontvangen = ontvangen is null ? null : Op(ontvangen) };

        var afgewezen = Ondertekend(voorstel: voorstel);

        Assert.Equal(Dag(laatste), afgewezen.Afgewezen!.Beslistermijn);
        var termijn = Assert.Single(Bekijken.Van(afgewezen, aanvrager: false, Regelstanden.Ongewijzigd, Beoordeeld).Termijnen);
        Assert.Equal((Dag(laatste), artikel), (termijn.LaatsteDag, termijn.Artikel));
    }

    [Theory]
    [InlineData("2026-08-03T23:59:59", false)]
    [InlineData("2026-08-04T00:00:00", true)]
    public void Te_laat_besluiten_wordt_getoond_en_niet_geweigerd(string getekend, bool teLaat) =>
        Assert.Equal(teLaat, Bekijken.Van(Ondertekend(getekend), aanvrager: false, Regelstanden.Ongewijzigd, Beoordeeld).Besluit!.TeLaat);

    [Fact]
    public void Wie_beoordeelde_ondertekent_niet()
    {
        var weigering = Onderteken(Voorgelegd(), wie: Beoordelaar).Weigering;

        Assert.Equal(("zelf-beoordeeld", 403), (weigering?.Code, weigering?.Status));
    }

    [Fact]
    public void Wie_een_andere_hash_noemt_ondertekent_niets()
    {
        var weigering = Ondertekenen
            .Beslis(Zaak, Voorgelegd(), new string('0', 64), Ondertekenaar, Regelstanden.Ongewijzigd, Op("2026-06-22T10:00:00"))
            .Weigering;

        Assert.Equal(("ander-voorstel", 409), (weigering?.Code, weigering?.Status));
    }

    [Fact]
    public void De_hash_van_een_eerder_voorstel_geldt_niet_meer()
    {
        var eerder = Voorgelegd();
        var later = Volg(eerder, Hoor(eerder, Verlenen with { Subsidie = 9000.00m, Op = Op("2026-06-16T10:00:00") }))!;

        Assert.Equal(
            "ander-voorstel",
            Ondertekenen
                .Beslis(Zaak, later, eerder.Voorstelhash!, Ondertekenaar, Regelstanden.Ongewijzigd, Op("2026-06-22T10:00:00"))
                .Weigering?.Code
        );
    }

    [Fact]
    public void Twee_keer_ondertekenen_geeft_een_besluit()
    {
        var verleend = Ondertekend();

        Assert.Equal("al-besloten", Onderteken(verleend).Weigering?.Code);
        Assert.Equal(
            "al-besloten",
            Ondertekenen
                .Beslis(Zaak, verleend, verleend.Voorstelhash!, "ander", Regelstanden.Ongewijzigd, Op("2026-06-23T10:00:00"))
                .Weigering?.Code
        );
    }

    [Fact]
    public void Voor_de_beurt_ondertekenen_wordt_geweigerd()
    {
        Assert.Equal("nog-niet-voorgelegd", Onderteken(Na(Verlenen)!).Weigering?.Code);
        Assert.Equal("vervallen", Onderteken(Na(Verlenen, Reservering, Ingetrokken)!).Weigering?.Code);
    }

    [Fact]
    public void Meer_verlenen_dan_gereserveerd_kan_niet()
    {
        var weigering = Onderteken(Na(Verlenen, Reservering with { Bedrag = 11039.99m })!).Weigering;

        Assert.Equal(("reservering-te-laag", "2.12, onderdeel i"), (weigering?.Code, weigering?.Artikel));
    }

    [Fact]
    public void Een_teruggezonden_voorstel_wordt_niet_ondertekend_en_een_nieuw_voorstel_wel()
    {
        var verlening = Voorgelegd();
        var terug = Volg(
            verlening,
            Terugzenden.Beslis(
                Zaak,
                verlening,
                new Terugzenden.Verzoek("De begroting klopt niet."),
                () => new Verwijzing(Guid.Empty, "h"),
                Ondertekenaar,
                Op("2026-06-16T09:00:00")
            )
        )!;

        Assert.Equal("teruggezonden", Onderteken(terug).Weigering?.Code);
        Assert.Equal(Fase.Teruggezonden, Volg(terug, Hoor(terug, Verlenen))!.Fase);
        Assert.Equal(
            Fase.Teruggezonden,
            Volg(terug, Hoor(terug, Reservering with { Bedrag = 12000.00m, Op = Op("2026-06-17T10:00:00") }))!.Fase
        );
        var opnieuw = Volg(terug, Hoor(terug, Verlenen with { Op = Op("2026-06-18T10:00:00") }))!;
        Assert.Null(Onderteken(opnieuw).Weigering);
    }

    [Fact]
    public void Wie_het_voorstelde_ondertekent_het_niet_maar_neemt_het_wel_terug()
    {
        var verlening = Voorgelegd();
        var ondertekend = Ondertekenen.Beslis(
            Zaak,
            verlening,
            verlening.Voorstelhash!,
            Beoordelaar,
            Regelstanden.Ongewijzigd,
            Op("2026-06-22T12:00:00")
        );

        var terug = Terugzenden.Beslis(
            Zaak,
            verlening,
            new("Ik vergat een activiteit."),
            () => new(Guid.Empty, "h"),
            Beoordelaar,
            Op("2026-06-16T09:00:00")
        );

        Assert.Equal("zelf-beoordeeld", ondertekend.Weigering?.Code);
        Assert.Equal(Beoordelaar, Assert.IsType<Teruggezonden>(Assert.Single(terug.Gebeurtenissen)).Door);
    }

    [Fact]
    public void Terugzenden_vraagt_een_reden_en_een_voorstel()
    {
        var bewaard = 0;
        Verwijzing Bewaar()
        {
            bewaard++;
            return new Verwijzing(Guid.Empty, "h");
        }
        var zonderReden = Terugzenden.Beslis(Zaak, Voorgelegd(), new Terugzenden.Verzoek(" "), Bewaar, Ondertekenaar, Beoordeeld).Weigering;
        var zonderVoorstel = Terugzenden
            .Beslis(Zaak, Ondertekend(), new Terugzenden.Verzoek("Toch niet"), Bewaar, Ondertekenaar, Beoordeeld)
            .Weigering;

        Assert.Equal((422, "reden"), (zonderReden?.Status, zonderReden?.Fouten[0].Veld));
        Assert.Equal("al-besloten", zonderVoorstel?.Code);
        Assert.Equal(0, bewaard);
    }

    [Fact]
    public void Er_wordt_nooit_meer_verleend_dan_voorgesteld_en_gereserveerd_en_nooit_meer_voorgeschoten_dan_verleend() =>
        Gen.Select(Gen.Int[1, 2_499_900], Gen.Int[0, 2_499_900], Gen.Int[0, 2_499_900])
            .Sample(
                (subsidie, voorschot, budget) =>
                {
                    var bericht = Verlenen with { Subsidie = subsidie / 100m, Voorschot = Math.Min(voorschot, subsidie) / 100m };
                    var verlening = Na(bericht, Reservering with { Bedrag = budget / 100m })!;
                    var beslissing = Onderteken(verlening);
                    if (budget < subsidie)
                    {
                        Assert.Equal("reservering-te-laag", beslissing.Weigering?.Code);
                        return;
                    }
                    var gezegd = beslissing.Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(Zaak, e)).ToList();
                    var verleend = gezegd.OfType<SubsidieVerleendBericht>().Single();
                    Assert.Equal(bericht.Subsidie, verleend.Bedrag);
                    Assert.Equal(bericht.Voorschot, gezegd.OfType<VoorschotToegekendBericht>().Sum(v => v.Bedrag));
                }
            );
}
