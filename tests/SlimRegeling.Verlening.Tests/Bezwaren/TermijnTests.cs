using NodaTime;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

/// <summary>The chance to mend (6:6 Awb) and the last day to decide (7:10 Awb), on both sides of each boundary.</summary>
public sealed class TermijnTests
{
    [Fact]
    public void Er_is_zes_weken_vanaf_het_einde_van_de_bezwaartermijn_wanneer_het_bezwaar_ook_kwam()
    {
        foreach (var op in (string[])["2026-06-24T10:00:00", "2026-08-04T10:00:00"])
        {
            Assert.Equal(Dag("2026-09-15"), Bezwaarzaak.Afgewezen().Ingediend(op).Uiterlijk);
        }
        // The term to object ended on a Monday, because its last day would have been a Saturday.
        Assert.Equal(Dag("2026-09-21"), Bezwaarzaak.Afgewezen("2026-06-27").Ingediend().Uiterlijk);
        // The last day would be Christmas.
        Assert.Equal(Dag("2026-12-28"), Bezwaarzaak.Afgewezen("2026-10-02").Ingediend().Uiterlijk);
    }

    [Fact]
    public void Met_een_commissie_is_er_twaalf_weken()
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend();
        zaak.Met(Verdagen.StelIn(zaak.Bezwaar!, Bezwaarzaak.Bo, Bezwaarzaak.Versie, Op("2026-09-15T10:00:00")));
        Assert.Equal(Dag("2026-10-27"), zaak.Uiterlijk);
        Assert.Equal(
            "commissie-al-ingesteld",
            Verdagen.StelIn(zaak.Bezwaar!, Bezwaarzaak.Bo, Bezwaarzaak.Versie, Op("2026-09-16T10:00:00")).Weigering?.Code
        );
    }

    [Fact]
    public void Verdagen_kan_een_keer_en_tot_en_met_de_laatste_dag()
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend();
        Assert.Equal("beslistermijn-voorbij", Verdaag(zaak, "2026-09-16T00:00:00").Weigering?.Code);
        zaak.Met(Verdaag(zaak, "2026-09-15T23:59:59"));
        Assert.Equal(Dag("2026-10-27"), zaak.Uiterlijk);
        Assert.Equal("al-verdaagd", Verdaag(zaak, "2026-09-16T10:00:00").Weigering?.Code);
        Assert.Equal(
            "termijn-onbekend",
            Verdaag(Bezwaarzaak.Afgewezen(verzonden: null).Ingediend(), "2026-07-02T10:00:00").Weigering?.Code
        );
    }

    [Fact]
    public void Verder_uitstel_vraagt_instemming_en_een_latere_dag()
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend();
        Fout(StelUit(zaak, "2026-09-15"), "totEnMet");
        zaak.Met(StelUit(zaak, "2026-09-16"));
        Assert.Equal(Dag("2026-09-16"), zaak.Uiterlijk);
        Fout(StelUit(zaak, "2026-10-01", grond: "zomaar"), "grond");
        // Someone else has an interest: they agree too, or cannot be harmed by it.
        zaak.Met(
            Bijhouden.VoegToe(zaak.Bezwaar!, new("Buurman", "geluid"), Bezwaarzaak.Verwijs, Bezwaarzaak.Bo, Op("2026-08-10T10:00:00"))
        );
        Fout(StelUit(zaak, "2026-10-01"), "anderen");
        Assert.Null(StelUit(zaak, "2026-10-01", anderen: "Het plan begint pas in november.").Weigering);
        Assert.Null(StelUit(zaak, "2026-10-01", grond: Uitstelgrond.AllenStemmenIn).Weigering);
        // Also after the last day, unlike adjourning (7:10, fourth paragraph).
        Assert.Null(StelUit(zaak, "2026-10-01", Uitstelgrond.AllenStemmenIn, "2026-09-20T10:00:00").Weigering);
    }

    [Fact]
    public void Om_herstel_wordt_een_keer_gevraagd_en_alleen_als_er_iets_ontbreekt()
    {
        Assert.Equal("niets-te-herstellen", Vraag(Bezwaarzaak.Afgewezen().Ingediend()).Weigering?.Code);
        var zaak = Bezwaarzaak.Afgewezen().Ingediend(gronden: null);
        zaak.Met(Vraag(zaak));
        Assert.Equal("herstel-al-gevraagd", Vraag(zaak).Weigering?.Code);
    }

    [Fact]
    public void De_termijn_om_te_herstellen_loopt_vanaf_de_verzending_en_sluit_na_de_laatste_dag()
    {
        var zaak = Gevraagd("2026-08-06");
        Assert.Equal(Dag("2026-08-20"), zaak.Bezwaar!.Hersteltermijn!.Uiterlijk);
        Fout(zaak.Beoordeel(Ontvankelijkheid.NietHersteld, "2026-08-20T23:59:59"), "grond");
        Assert.Null(zaak.Beoordeel(Ontvankelijkheid.NietHersteld, "2026-08-21T00:00:00").Weigering);
        // Sent again: it does not begin anew.
        Assert.Same(Beslissing.Geen, Bezwaarpost.Herstel(zaak.Bezwaar, Herstelbrief("2026-08-07"), Regelstanden.Ongewijzigd));
    }

    [Fact]
    public void Wie_op_de_laatste_dag_herstelt_is_op_tijd_en_een_dag_later_niet()
    {
        var opTijd = Gevraagd("2026-08-06");
        opTijd.Met(VulAan(opTijd, "2026-08-20T23:59:59"));
        Assert.Empty(opTijd.Bezwaar!.Ontbreekt);
        Fout(opTijd.Beoordeel(Ontvankelijkheid.NietHersteld, "2026-08-21T10:00:00"), "grond");
        Assert.Null(opTijd.Beoordeel(Ontvankelijkheid.OpTijd, "2026-08-21T10:00:00").Weigering);

        var teLaat = Gevraagd("2026-08-06");
        teLaat.Met(VulAan(teLaat, "2026-08-21T00:00:00"));
        Assert.Null(teLaat.Beoordeel(Ontvankelijkheid.NietHersteld, "2026-08-21T10:00:00").Weigering);
    }

    [Fact]
    public void Zonder_gronden_kan_het_niet_worden_behandeld_en_zonder_kans_op_herstel_niet_worden_afgewezen()
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend(gronden: null);
        Fout(zaak.Beoordeel(Ontvankelijkheid.OpTijd), "grond");
        Fout(zaak.Beoordeel(Ontvankelijkheid.NietHersteld), "grond");
    }

    [Fact]
    public void Zolang_op_herstel_wordt_gewacht_staat_de_beslistermijn_stil()
    {
        // From 7 August, the day after it was sent, until the day on which it was mended (7:10, second paragraph): ten days.
        var zaak = Gevraagd("2026-08-06");
        zaak.Met(VulAan(zaak, "2026-08-17T10:00:00"));
        Assert.Equal(Dag("2026-09-25"), zaak.Uiterlijk);
        // Not mended: through the last day on which it could be, fourteen days.
        Assert.Equal(Dag("2026-09-29"), Gevraagd("2026-08-06").Uiterlijk);
        // Before the term to decide began, nothing stood still.
        var eerder = Gevraagd("2026-07-06");
        eerder.Met(VulAan(eerder, "2026-07-10T10:00:00"));
        Assert.Equal(Dag("2026-09-15"), eerder.Uiterlijk);
    }

    [Fact]
    public void Wie_de_brief_zelf_stuurt_begint_de_termijn_op_die_dag()
    {
        var zaak = Bezwaarzaak.Afgewezen();
        zaak.Met(
            BezwaarInvoeren.Beslis(
                zaak.Verlening,
                [],
                new(Zaak, Zaak + "-V1", Indiener.Derde, Dag("2026-07-01"), Ondertekend: true, Naam: "Buurman"),
                Bezwaarzaak.Bewaar,
                Regelstanden.Ongewijzigd,
                Op("2026-07-02T10:00:00")
            )
        );
        zaak.Met(HerstelVragen.Beslis(zaak.Bezwaar!, Bezwaarzaak.Bo, Bezwaarzaak.Versie, Op("2026-08-06T10:00:00")));
        Assert.Equal(Dag("2026-08-20"), zaak.Bezwaar!.Hersteltermijn!.Uiterlijk);
    }

    [Fact]
    public void Een_medewerker_typt_over_wat_per_post_kwam_en_niets_wat_niet_ontbrak()
    {
        var zaak = Gevraagd("2026-08-06");
        Fout(Typ(zaak, new("Daarom", null, [Bezwaareis.Dagtekening], Dag("2026-08-19"))), "hersteld");
        Fout(Typ(zaak, new("Daarom", null, [Bezwaareis.Gronden], Dag("2026-08-22"))), "ontvangenOp");
        Fout(Typ(zaak, new(null, null, [Bezwaareis.Gronden], Dag("2026-08-19"))), "tekst");
        zaak.Met(Typ(zaak, new("Daarom", null, [Bezwaareis.Gronden], Dag("2026-08-19"))));
        Assert.Equal(Dag("2026-08-19"), zaak.Bezwaar!.HersteldOp);
    }

    [Fact]
    public void Met_de_verzending_van_de_beslissing_begint_de_beroepstermijn_en_eenmaal()
    {
        var zaak = Bezwaarzaak.TeBeslissen().Voorgesteld("ongegrond").Getekend();
        var brief = Voorbeelden.Brief("2026-08-11", "beslissing-op-bezwaar", Bezwaarzaak.Nummer + "-1");
        zaak.Met(Bezwaarpost.Beslist(zaak.Bezwaar!, brief, Regelstanden.Ongewijzigd));
        var termijn = Assert.Single(zaak.Bezwaar!.Beroepstermijnen);
        Assert.Equal((Dag("2026-08-12"), Dag("2026-09-22")), (termijn.Van, termijn.TotEnMet));
        Assert.Same(Beslissing.Geen, Bezwaarpost.Beslist(zaak.Bezwaar, brief, Regelstanden.Ongewijzigd));
        var ander = brief with { Besluit = Bezwaarzaak.Nummer + "-2" };
        Assert.Equal("onbekend-besluit", Bezwaarpost.Beslist(zaak.Bezwaar, ander, Regelstanden.Ongewijzigd).Weigering?.Code);
    }

    private static Bezwaarzaak Gevraagd(string verzonden)
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend(gronden: null);
        zaak.Met(HerstelVragen.Beslis(zaak.Bezwaar!, Bezwaarzaak.Bo, Bezwaarzaak.Versie, Op(verzonden + "T09:00:00")));
        return zaak.Met(Bezwaarpost.Herstel(zaak.Bezwaar!, Herstelbrief(verzonden), Regelstanden.Ongewijzigd));
    }

    private static BriefVerzondenBericht Herstelbrief(string dag) =>
        new(Zaak, Bezwaarzaak.Nummer + "-bezwaar-herstel", "bezwaar-herstel", null, Dag(dag), Op(dag + "T16:00:00"));

    private static Beslissing Vraag(Bezwaarzaak zaak) =>
        HerstelVragen.Beslis(zaak.Bezwaar!, Bezwaarzaak.Bo, Bezwaarzaak.Versie, Op("2026-07-02T10:00:00"));

    private static Beslissing VulAan(Bezwaarzaak zaak, string op) =>
        BezwaarAanvullen.Beslis(zaak.Bezwaar!, new("Daarom."), tekst => new Verwijzing(Guid.Empty, tekst), Bezwaarzaak.Versie, Op(op));

    private static Beslissing Typ(Bezwaarzaak zaak, BezwaarAanvullen.Verzoek verzoek) =>
        BezwaarAanvullen.VoerIn(
            zaak.Bezwaar!,
            verzoek,
            tekst => new Verwijzing(Guid.Empty, tekst),
            Bezwaarzaak.Bo,
            Bezwaarzaak.Versie,
            Op("2026-08-21T10:00:00")
        );

    private static Beslissing Verdaag(Bezwaarzaak zaak, string op) =>
        Verdagen.Verdaag(zaak.Bezwaar!, Bezwaarzaak.Bo, Bezwaarzaak.Versie, Op(op));

    private static Beslissing StelUit(
        Bezwaarzaak zaak,
        string tot,
        string grond = Uitstelgrond.IndienerStemtIn,
        string op = "2026-08-10T10:00:00",
        string? anderen = null
    ) =>
        Verdagen.StelUit(
            zaak.Bezwaar!,
            new(grond, Dag(tot), "Per telefoon.", anderen),
            Bezwaarzaak.Verwijs,
            Bezwaarzaak.Bo,
            Bezwaarzaak.Versie,
            Op(op)
        );

    private static void Fout(Beslissing beslissing, string veld) =>
        Assert.Equal(veld, Assert.Single(beslissing.Weigering?.Fouten ?? []).Veld);
}
