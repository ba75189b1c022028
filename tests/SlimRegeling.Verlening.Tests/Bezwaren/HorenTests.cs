using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Bezwaren;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

/// <summary>Whether it can be dealt with (6:6, 6:11 Awb), and being heard or not (7:2, 7:3, 7:5, 7:7 Awb).</summary>
public sealed class HorenTests
{
    [Fact]
    public void Op_tijd_kan_niet_te_laat_heten_en_te_laat_wel_worden_verontschuldigd()
    {
        var opTijd = Bezwaarzaak.Afgewezen().Ingediend("2026-08-04T10:00:00");
        Assert.NotNull(opTijd.Beoordeel(Ontvankelijkheid.TeLaat).Weigering);
        Assert.NotNull(opTijd.Beoordeel(Ontvankelijkheid.Verschoonbaar).Weigering);
        Assert.Null(opTijd.Beoordeel(Ontvankelijkheid.OpTijd).Weigering);

        var teLaat = Bezwaarzaak.Afgewezen().Ingediend("2026-08-05T10:00:00", redenTeLaat: "Ziek.");
        Assert.NotNull(teLaat.Beoordeel(Ontvankelijkheid.OpTijd, "2026-08-06T10:00:00").Weigering);
        Assert.True(teLaat.Beoordeeld(Ontvankelijkheid.Verschoonbaar, "2026-08-06T10:00:00").Bezwaar!.Oordeel!.Ontvankelijk);
        Assert.False(teLaat.Beoordeeld(Ontvankelijkheid.TeLaat, "2026-08-06T11:00:00").Bezwaar!.Oordeel!.Ontvankelijk);
    }

    [Fact]
    public void Wie_het_besluit_nam_beoordeelt_en_hoort_niet_maar_mag_wel_voorbereiden()
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend(gronden: null);
        foreach (var nam in (string[])[Beoordelaar, Ondertekenaar])
        {
            Assert.Equal("nam-bestreden-besluit", zaak.Beoordeel(Ontvankelijkheid.TeLaat, wie: nam).Weigering?.Code);
            Assert.Equal("nam-bestreden-besluit", zaak.ZieAf(Hoorgrond.WilNiet, wie: nam).Weigering?.Code);
            Assert.Equal("nam-bestreden-besluit", Hoor(zaak, nam).Weigering?.Code);
            Assert.Null(HerstelVragen.Beslis(zaak.Bezwaar!, nam, Bezwaarzaak.Versie, Op("2026-07-02T10:00:00")).Weigering);
        }
        Assert.Null(Hoor(zaak, Bezwaarzaak.Bo).Weigering);
    }

    /// <summary>An interest is declared at the case now, and the door keeps all of it closed.</summary>
    [Fact]
    public void Wie_vroeger_bij_het_bezwaar_zelf_een_belang_meldde_doet_niets_meer()
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend();
        zaak.Met(new BelangGemeld(Bezwaarzaak.Bo, Bezwaarzaak.Verwijs(), Op("2026-07-02T10:00:00")));
        Assert.Equal("eigen-belang", zaak.Beoordeel(Ontvankelijkheid.OpTijd).Weigering?.Code);
        Assert.Equal("eigen-belang", Nodig(zaak, "2026-08-11T10:30:00").Weigering?.Code);
        Assert.Null(zaak.Beoordeel(Ontvankelijkheid.OpTijd, wie: "bo-3").Weigering);
    }

    [Fact]
    public void Wie_niets_liet_weten_wordt_gehoord_tot_de_dag_om_te_reageren_voorbij_is()
    {
        // Two weeks after 1 July.
        var zaak = Bezwaarzaak.Afgewezen().Ingediend();
        Assert.Equal(Dag("2026-07-15"), zaak.Bezwaar!.Ingediend!.ReactieUiterlijk);
        Fout(zaak.ZieAf(Hoorgrond.GeenReactie, "2026-07-15T23:59:59"), "artikel 7:3, onderdeel d, Awb");
        Assert.Null(zaak.ZieAf(Hoorgrond.GeenReactie, "2026-07-16T00:00:00").Weigering);
        var reageerde = Bezwaarzaak.Afgewezen().Ingediend(wilHoren: true);
        Fout(reageerde.ZieAf(Hoorgrond.GeenReactie, "2026-07-16T00:00:00"), "artikel 7:3, onderdeel d, Awb");
    }

    [Fact]
    public void Dat_iemand_niet_wil_zegt_die_zelf()
    {
        Fout(Bezwaarzaak.Afgewezen().Ingediend().ZieAf(Hoorgrond.WilNiet), "artikel 7:3, onderdeel c, Awb");
        Fout(Bezwaarzaak.Afgewezen().Ingediend(wilHoren: true).ZieAf(Hoorgrond.WilNiet), "artikel 7:3, onderdeel c, Awb");
        Assert.Null(Bezwaarzaak.Afgewezen().Ingediend(wilHoren: false).ZieAf(Hoorgrond.WilNiet).Weigering);
    }

    [Theory]
    [InlineData(Hoorgrond.KennelijkOngegrond, "ongegrond", null)]
    [InlineData(Hoorgrond.KennelijkOngegrond, "gegrond", "hoorgrond-past-niet")]
    [InlineData(Hoorgrond.VolledigTegemoet, "gegrond", null)]
    [InlineData(Hoorgrond.VolledigTegemoet, "ongegrond", "hoorgrond-past-niet")]
    [InlineData(Hoorgrond.WilNiet, "gegrond", null)]
    public void Wie_niet_hoort_omdat_de_uitkomst_vaststaat_beslist_ook_zo(string grond, string uitkomst, string? weigering)
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend(wilHoren: false).Beoordeeld().Afgezien(grond);
        if (uitkomst == "gegrond")
        {
            zaak.Herbeoordeeld(11040);
        }
        Assert.Equal(weigering, zaak.StelVoor(uitkomst).Weigering?.Code);
    }

    [Fact]
    public void Zonder_horen_of_reden_waarom_niet_wordt_er_niet_beslist()
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend(wilHoren: true).Beoordeeld();
        Assert.Equal("niet-gehoord", zaak.StelVoor("ongegrond").Weigering?.Code);
        zaak.Met(Nodig(zaak, "2026-08-11T10:30:00"));
        // An invitation is no hearing.
        Assert.Equal("niet-gehoord", zaak.StelVoor("ongegrond").Weigering?.Code);
        zaak.Met(Hoor(zaak, Bezwaarzaak.Bo));
        Assert.Null(zaak.StelVoor("ongegrond", "2026-08-12T10:00:00").Weigering);
        Assert.Equal("al-gehoord", zaak.ZieAf(Hoorgrond.KennelijkOngegrond).Weigering?.Code);
    }

    [Fact]
    public void Een_hoorzitting_komt_nog_en_een_verslag_is_van_een_dag_die_was()
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend();
        Fout(Nodig(zaak, "2026-07-02T09:00:00"), "artikel 7:2 Awb");
        Fout(Nodig(zaak, "2026-08-11T10:30:00", "per brief"), "artikel 7:2 Awb");
        Fout(Hoor(zaak, Bezwaarzaak.Bo, "2026-08-12"), "artikel 7:2 Awb");
        Assert.Null(Hoor(zaak, Bezwaarzaak.Bo, "2026-08-11").Weigering);
        Fout(Hoor(zaak, Bezwaarzaak.Bo, "2026-08-11", " "), "artikel 7:7 Awb");
    }

    /// <summary>Documents can come until ten days before, and lie ready for a week (7:4 Awb); the invitation is of 2 July.</summary>
    [Fact]
    public void Tussen_uitnodiging_en_horen_zitten_twee_weken_tenzij_men_met_minder_instemt()
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend();
        Fout(Nodig(zaak, "2026-07-03T10:00:00"), "artikel 7:4 Awb");
        Fout(Nodig(zaak, "2026-07-15T23:59:59"), "artikel 7:4 Awb");
        Assert.Null(Nodig(zaak, "2026-07-16T00:00:00").Weigering);

        var eerder = zaak.Met(Nodig(zaak, "2026-07-03T10:00:00", instemming: "Eva, per telefoon.")).Bezwaar!.Hoorzitting!;
        Assert.Equal("Eva, per telefoon.", eerder.Instemming?.Hash);
        // Nobody agrees to what is over.
        Fout(Nodig(zaak, "2026-07-02T08:00:00", instemming: "Eva, per telefoon."), "artikel 7:2 Awb");
    }

    [Fact]
    public void Wie_op_kantoor_wordt_gehoord_leest_waar_dat_is()
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend();
        Fout(Nodig(zaak, "2026-08-11T10:30:00", Hoorwijze.OpKantoor), "artikel 7:2 Awb");
        Fout(Nodig(zaak, "2026-08-11T10:30:00", Hoorwijze.OpKantoor, new string('a', 201)), "artikel 7:2 Awb");
        zaak.Met(Nodig(zaak, "2026-08-11T10:30:00", Hoorwijze.OpKantoor, " Plein 1, Den Haag "));
        Assert.Equal("Plein 1, Den Haag", Assert.Single(zaak.Gezegd.OfType<BezwaarHoorzittingBericht>()).Plaats);
    }

    /// <summary>Each has a right of their own (7:3, under c and d), or must not be harmed (under e).</summary>
    [Theory]
    [InlineData(Hoorgrond.WilNiet, true, "artikel 7:3 Awb")]
    [InlineData(Hoorgrond.VolledigTegemoet, true, "artikel 7:3, onderdeel e, Awb")]
    [InlineData(Hoorgrond.VolledigTegemoet, false, "artikel 7:3, onderdeel e, Awb")]
    [InlineData(Hoorgrond.KennelijkOngegrond, true, null)]
    public void Van_anderen_wordt_ook_gezegd_waarom_zij_niet_worden_gehoord(string grond, bool partij, string? artikel)
    {
        // The applicant has an interest in what somebody else objects to.
        var zaak = partij
            ? Bezwaarzaak.Afgewezen().Ingediend(wilHoren: false)
            : Bezwaarzaak.Afgewezen().Overgetypt(new(Zaak, Zaak + "-V1", Indiener.Derde, Dag("2026-07-01"), true));
        if (partij)
        {
            zaak.Met(Partij(zaak, "2026-07-02T10:00:00"));
        }
        if (artikel is null)
        {
            Assert.Null(zaak.ZieAf(grond).Weigering);
            return;
        }
        Fout(zaak.ZieAf(grond), artikel);
        Assert.Null(zaak.ZieAf(grond, anderen: "De buurman schreef dat hij niet komt.").Weigering);
    }

    [Fact]
    public void Wie_later_belang_blijkt_te_hebben_wordt_niet_overgeslagen()
    {
        var zaak = Bezwaarzaak.TeBeslissen();
        zaak.Met(Partij(zaak, "2026-08-06T10:00:00"));
        Assert.Equal("anderen-niet-gehoord", zaak.StelVoor("ongegrond").Weigering?.Code);
        zaak.Met(zaak.ZieAf(Hoorgrond.WilNiet, "2026-08-06T11:00:00", anderen: "Hij ook niet."));
        Assert.Null(zaak.StelVoor("ongegrond").Weigering);
    }

    private static Beslissing Partij(Bezwaarzaak zaak, string op) =>
        Bijhouden.VoegToe(zaak.Bezwaar!, new("Buurman", "geluid"), Bezwaarzaak.Verwijs, Bezwaarzaak.Bo, Op(op));

    private static Beslissing Nodig(
        Bezwaarzaak zaak,
        string wanneer,
        string wijze = Hoorwijze.Telefonisch,
        string? plaats = null,
        string? instemming = null
    ) =>
        Horen.Nodig(
            zaak.Bezwaar!,
            new(NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(wanneer).Value, wijze, plaats, instemming),
            Bezwaarzaak.Verwijs,
            Bezwaarzaak.Bo,
            Bezwaarzaak.Versie,
            Op("2026-07-02T09:00:00")
        );

    private static Beslissing Hoor(Bezwaarzaak zaak, string wie, string dag = "2026-08-11", string tekst = "Gezegd is dit.") =>
        Horen.Gehoord(zaak.Bezwaar!, new(Dag(dag), tekst), Bezwaarzaak.Verwijs, wie, Op("2026-08-11T12:00:00"));

    private static void Fout(Beslissing beslissing, string artikel) =>
        Assert.Equal(artikel, Assert.Single(beslissing.Weigering?.Fouten ?? []).Artikel);
}
