using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Regelstand;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

public class SteekproefTests
{
    [Theory]
    [InlineData("2027-06-22T23:59:59", "periode-loopt-nog")]
    [InlineData("2027-06-23T00:00:00", null)]
    public void De_steekproef_komt_na_de_laatste_dag_van_de_periode(string op, string? code) =>
        Assert.Equal(code, Trek(Opengesteld(), op).Weigering?.Code);

    [Theory]
    [InlineData("2027-06-23T09:00:00", "2027-07-21")]
    [InlineData("2027-06-26T09:00:00", "2027-07-26")] // four weeks later is a Saturday
    public void Bewijs_wordt_gevraagd_met_een_termijn(string op, string uiterlijk)
    {
        var gebeurtenis = Assert.Single(Trek(Opengesteld(), op).Gebeurtenissen);
        var bericht = Assert.IsType<BewijsGevraagdBericht>(Assert.Single(Uitgaand.Berichten(Zaak, gebeurtenis)));

        Assert.Equal((Kvk, Dag(uiterlijk)), (bericht.KvkNummer, bericht.Uiterlijk));
    }

    [Fact]
    public void Een_zaak_valt_een_keer_in_de_steekproef() => Assert.Equal("al-in-steekproef", Trek(InSteekproef()).Weigering?.Code);

    [Fact]
    public void Een_trekking_heeft_een_zaad()
    {
        var weigering = SteekproefTrekken
            .Beslis(Opengesteld(), new(" ", new string('x', 201)), Beoordelaar, Regelstanden.Ongewijzigd, Op("2027-06-23T09:00:00"))
            .Weigering;

        Assert.Equal(["zaad", "bron"], weigering!.Fouten.Select(f => f.Veld));
    }

    [Fact]
    public void Wie_zelf_om_vaststelling_verzoekt_valt_niet_in_de_steekproef() =>
        Assert.Equal("op-verzoek", Trek(Opengesteld(Verleend with { Verantwoording = "aanvraag" })).Weigering?.Code);

    [Fact]
    public void Bewijs_noemt_documenten_van_de_zaak_bij_elke_activiteit()
    {
        var gebeurtenis = Assert.Single(GeefBewijs(InSteekproef()).Gebeurtenissen);

        Assert.Equal(2, Assert.IsType<BewijsOntvangenBericht>(Assert.Single(Uitgaand.Berichten(Zaak, gebeurtenis))).Stukken);
    }

    [Fact]
    public void Alle_fouten_in_het_bewijs_worden_tegelijk_genoemd()
    {
        var bewaard = false;
        var weigering = BewijsIndienen
            .Beslis(
                InSteekproef(),
                new([new("A", " ", []), new("B", "wel", ["doc-1"]), new("A", "wel", ["doc-9"])]),
                inhoud =>
                {
                    bewaard = true;
                    return Bewaar(inhoud);
                },
                Op("2027-07-02T09:00:00")
            )
            .Weigering!;

        Assert.Equal(422, weigering.Status);
        Assert.Equal(
            [
                "activiteiten",
                "activiteiten[0].documenten",
                "activiteiten[0].toelichting",
                "activiteiten[1].soort",
                "activiteiten[2].documenten[0]",
                "activiteiten[2].soort",
            ],
            weigering.Fouten.Select(f => f.Veld).Order(StringComparer.Ordinal)
        );
        Assert.False(bewaard);
    }

    [Fact]
    public void Ongevraagd_bewijs_wordt_niet_aangenomen() => Assert.Equal("niet-in-steekproef", GeefBewijs(Opengesteld()).Weigering?.Code);

    [Fact]
    public void Bewijs_na_de_laatste_dag_telt_mee_en_wordt_getoond_als_te_laat()
    {
        var op = InSteekproef().Dan(s => GeefBewijs(s, op: "2027-07-21T23:59:59"));
        var telaat = InSteekproef()
            .Dan(s => BrieftermijnTests.Verzend(s, "bewijsverzoek", "2027-06-23"))
            .Dan(s => GeefBewijs(s, op: "2027-07-22T00:00:00"));

        Assert.False(
            Bekijken
                .Van(op, op.Opening!, Bekijken.Teksten.Geen, aanvrager: true, Regelstanden.Ongewijzigd, Op("2027-08-01T12:00:00"))
                .Bewijs!.TeLaat
        );
        Assert.True(
            Bekijken
                .Van(telaat, telaat.Opening!, Bekijken.Teksten.Geen, aanvrager: true, Regelstanden.Ongewijzigd, Op("2027-08-01T12:00:00"))
                .Bewijs!.TeLaat
        );
    }

    [Fact]
    public void Later_bewijs_vervangt_eerder_bewijs_tot_er_een_voorstel_ligt()
    {
        var eerder = InSteekproef().Dan(s => GeefBewijs(s));
        var later = eerder.Dan(s => GeefBewijs(s, new([new("A", "nieuw", ["doc-2"]), new("C", "nieuw", ["doc-2"])])));

        Assert.Equal(["doc-2", "doc-2"], later.Bewijs!.Stukken.SelectMany(s => s.Documenten));
        Assert.Equal("al-beoordeeld", GeefBewijs(Voorgesteld()).Weigering?.Code);
    }

    [Theory]
    [InlineData("slim-2026", "2027-11-23", "2.24, tweede lid")]
    [InlineData("slim-2024", "2027-11-23", "24")]
    public void Wie_zelf_om_vaststelling_vraagt_ziet_tot_wanneer_en_komt_niet_in_de_steekproef(string versie, string dag, string artikel)
    {
        var opVerzoek = Opengesteld(Verleend with { Regelversie = versie, Verantwoording = "aanvraag" });

        var beeld = Bekijken.Van(
            opVerzoek,
            opVerzoek.Opening!,
            Bekijken.Teksten.Geen,
            aanvrager: true,
            Regelstanden.Ongewijzigd,
            Op("2028-01-01T10:00:00")
        );
        Assert.Equal(
            (null, Dag(dag), artikel, false),
            (beeld.VaststellenUiterlijk, beeld.VerzoekUiterlijk, beeld.VaststellenArtikel, beeld.TeLaat)
        );
        var weigering = Trek(opVerzoek).Weigering;
        Assert.Equal(("op-verzoek", artikel), (weigering?.Code, weigering?.Artikel));
    }
}
