using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Wijzigen;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

public class NaHetBesluitTests
{
    [Theory]
    [InlineData("2026-06-23", "2026-06-24", "2026-08-04")]
    [InlineData("2026-06-27", "2026-06-28", "2026-08-10")] // the last day would be a Saturday
    [InlineData("2026-06-28", "2026-06-29", "2026-08-10")] // a Sunday
    [InlineData("2027-02-15", "2027-02-16", "2027-03-30")] // Easter Monday
    [InlineData("2026-11-13", "2026-11-14", "2026-12-28")] // Christmas, then a weekend
    [InlineData("2026-11-20", "2026-11-21", "2027-01-04")] // New Year's Day, then a weekend
    public void De_bezwaartermijn_loopt_vanaf_de_dag_na_verzending_zes_weken(string verzonden, string van, string totEnMet)
    {
        var gestart = Assert.IsType<BezwaartermijnGestart>(Assert.Single(Hoor(Ondertekend(), Brief(verzonden)).Gebeurtenissen));

        Assert.Equal((Dag(van), Dag(totEnMet)), (gestart.Van, gestart.TotEnMet));
        var bericht = Assert.IsType<BezwaartermijnGestartBericht>(Assert.Single(Uitgaand.Berichten(Zaak, gestart)));
        Assert.Equal((Zaak, Zaak + "-V1", Dag(van), Dag(totEnMet)), (bericht.Zaaknummer, bericht.Besluit, bericht.Van, bericht.TotEnMet));
    }

    [Fact]
    public void Ook_een_afwijzing_en_een_vaststelling_starten_een_bezwaartermijn()
    {
        var afgewezen = Ondertekend(voorstel: Afwijzen);
        Assert.Single(Volg(afgewezen, Hoor(afgewezen, Brief("2026-06-23", "afwijzing")))!.Bezwaartermijnen);

        var verleend = Ondertekend();
        var beide = Volg(verleend, Hoor(verleend, Brief("2027-08-03", "vaststelling", Zaak + "-S1")))!;
        beide = Volg(beide, Hoor(beide, Brief("2026-06-23")))!;
        Assert.Equal([Zaak + "-S1", Zaak + "-V1"], beide.Bezwaartermijnen.Select(t => t.Besluit));
    }

    [Fact]
    public void Een_brief_zonder_besluit_start_niets() =>
        Assert.Empty(Hoor(Ondertekend(), Brief("2027-06-24", "bewijsverzoek", null)).Gebeurtenissen);

    [Fact]
    public void Een_verzonden_besluit_dat_hier_niet_genomen_is_wordt_apart_gezet()
    {
        Assert.Equal("onbekend-besluit", Hoor(null, Brief("2026-06-23")).Weigering?.Code);
        Assert.Equal("onbekend-besluit", Hoor(Voorgelegd(), Brief("2026-06-23")).Weigering?.Code);
    }

    [Fact]
    public void Elke_volgorde_en_elke_herhaling_na_het_besluit_geeft_dezelfde_stand()
    {
        object[] berichten = [Brief("2026-06-23"), Brief("2027-08-03", "vaststelling", Zaak + "-S1"), Vastgesteld(11040.00m)];
        var standen = Volgordes<object>([.. berichten, .. berichten])
            .Select(volgorde => Beeld(volgorde.Aggregate(Ondertekend(), (stand, bericht) => Volg(stand, Hoor(stand, bericht))!)))
            .Distinct();

        Assert.Single(standen);
    }

    [Fact]
    public void Hoger_vaststellen_dan_verleend_is_een_tegenspraak()
    {
        Assert.Equal("hoger-dan-verleend", Hoor(Ondertekend(), Vastgesteld(11040.01m)).Weigering?.Code);
        Assert.Equal("niet-verleend", Hoor(Voorgelegd(), Vastgesteld(11040.00m)).Weigering?.Code);
        var verleend = Ondertekend();
        Assert.Equal(Fase.Vastgesteld, Volg(verleend, Hoor(verleend, Vastgesteld(11040.00m)))!.Fase);
    }

    [Fact]
    public void De_aanvrager_ziet_niets_voor_het_besluit_en_daarna_niet_wie_tekenden()
    {
        Assert.False(Voorgelegd().Bekendgemaakt);
        Assert.True(Ondertekend().Bekendgemaakt);
        Assert.Equal(Kvk, Ondertekend().KvkNummer);

        var aanvrager = Bekijken.Van(Ondertekend(), aanvrager: true, Regelstanden.Ongewijzigd, Beoordeeld);
        Assert.Null(aanvrager.Voorstel);
        Assert.Null(aanvrager.Besluit!.Ondertekenaars);
        Assert.Equal([null, "A", "C"], aanvrager.Besluit.Bewijs.Select(b => b.Activiteit));
        Assert.Equal("2.11, eerste lid", aanvrager.Besluit.Artikel);
    }

    [Fact]
    public void Een_ondertekenaar_ziet_het_voorstel_met_hash_gronden_en_termijn()
    {
        var verlening = Voorgelegd(Afwijzen);
        var beeld = Bekijken.Van(verlening, aanvrager: false, Regelstanden.Ongewijzigd, Beoordeeld);

        Assert.Equal(verlening.Voorstelhash, beeld.Voorstel!.Hash);
        Assert.Equal(["2.12, onderdeel b", "2.12, onderdeel c"], beeld.Voorstel.Gronden.Select(g => g.Artikel));
        Assert.Equal(Dag("2026-08-03"), Assert.Single(beeld.Termijnen).LaatsteDag);
        Assert.Null(beeld.Besluit);
        Assert.Empty(Bekijken.Van(Na(Reservering)!, aanvrager: false, Regelstanden.Ongewijzigd, Beoordeeld).Termijnen);
    }

    [Fact]
    public void Alles_wat_gezegd_wordt_heeft_een_naam()
    {
        var context = Context.Van<VerleningContext>();
        var verlening = Voorgelegd();
        object[] gebeurtenissen =
        [
            .. Onderteken(verlening).Gebeurtenissen,
            .. Onderteken(Voorgelegd(Afwijzen)).Gebeurtenissen,
            .. Hoor(Ondertekend(), Brief("2026-06-23")).Gebeurtenissen,
            new Teruggezonden("h", Tijdvak, Ondertekenaar, new Platform.Stromen.Verwijzing(Guid.Empty, "h"), Beoordeeld),
            new BudgetTeruggegeven(Tijdvak, 1m, Beoordeeld),
            new IngetrokkenDoorAanvrager(Tijdvak, Kvk, null, Beoordeeld),
            .. Herstelzaak.Alles(),
            .. Wijzigingszaak.Alles(),
            .. Intrekkingszaak.AllesWatKan(),
            new DeclaratieVernomen(Beoordeeld),
        ];
        var bezwaar = Bezwaren.Bezwaarzaak.Alles();
        var gezegd = gebeurtenissen
            .SelectMany(e => context.Berichten(Zaak, e))
            .Concat(bezwaar.SelectMany(g => context.Berichten(g.Stroom, g.Gebeurtenis)))
            .Select(b => b.GetType())
            .Distinct();

        Assert.Equal(context.GezegdeBerichten.OrderBy(t => t.Name), gezegd.OrderBy(t => t.Name));
        Assert.All(
            gebeurtenissen.Concat(bezwaar.Select(g => g.Gebeurtenis)),
            e => Assert.Contains(e.GetType(), context.Gebeurtenisnamen.Values)
        );
    }
}
