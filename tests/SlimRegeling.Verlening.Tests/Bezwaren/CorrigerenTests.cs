using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Bezwaren;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

/// <summary>What was typed in wrongly from a letter is put right, and what follows from it is computed again.</summary>
public sealed class CorrigerenTests
{
    private static readonly BezwaarCorrigeren.Verzoek Goed = new(
        Dag("2026-08-04"),
        "De maand was verkeerd.",
        Dagtekening: Dag("2026-08-01"),
        Naam: "Eva",
        Adres: "Dorpsstraat 1, 3511 AB Utrecht"
    );

    [Fact]
    public void Een_andere_dag_maakt_een_bezwaar_op_tijd_en_vraagt_een_nieuw_oordeel()
    {
        var zaak = Post("2026-08-14").Beoordeeld(Ontvankelijkheid.TeLaat, "2026-08-20T10:30:00");
        zaak.Met(zaak.Corrigeer(Goed));
        Assert.Equal(Tijdigheid.OpTijd, Bezwaardagen.Tijdig(zaak.Bezwaar!, Bezwaarzaak.Versie));
        Assert.Null(zaak.Bezwaar!.Oordeel);
        Assert.Equal(Dag("2026-08-18"), zaak.Bezwaar.Ingediend!.ReactieUiterlijk);
        var gecorrigeerd = Assert.Single(zaak.Bezwaar.Correcties);
        Assert.Equal((Bezwaarzaak.Bo, "De maand was verkeerd."), (gecorrigeerd.Door, Tekst(gecorrigeerd.Reden)));

        // Who it is from says nothing of its days.
        zaak.Beoordeeld(Ontvankelijkheid.OpTijd, "2026-08-20T12:00:00");
        zaak.Met(zaak.Corrigeer(Goed with { Naam = "Eva de Wit" }, "2026-08-20T13:00:00"));
        Assert.NotNull(zaak.Bezwaar!.Oordeel);
    }

    [Fact]
    public void Wie_het_schreef_wordt_verbeterd_en_wat_men_schreef_blijft()
    {
        var zaak = Post("2026-07-01");
        zaak.Met(zaak.Corrigeer(Goed with { Naam = "Eva de Wit", Dagtekening = null }));
        var inhoud = zaak.Bezwaar!.Ingediend!.Inhoud.Hash;
        Assert.Contains("Eva de Wit", inhoud, StringComparison.Ordinal);
        Assert.Contains("Het plan is wel meetbaar.", inhoud, StringComparison.Ordinal);
        // The date was typed in from elsewhere: the letter lacks it.
        Assert.Equal([Bezwaareis.Dagtekening], zaak.Bezwaar.Ontbreekt);
        zaak.Met(zaak.Corrigeer(Goed, "2026-08-20T12:00:00"));
        Assert.Empty(zaak.Bezwaar!.Ontbreekt);
    }

    [Fact]
    public void Een_dag_die_niet_kan_wordt_niet_vastgelegd_en_een_reden_is_nodig()
    {
        var zaak = Post("2026-07-01");
        Fout(zaak.Corrigeer(Goed with { OntvangenOp = Dag("2026-08-21") }), "ontvangenOp");
        Fout(zaak.Corrigeer(Goed with { OntvangenOp = Dag("2026-06-21") }), "ontvangenOp");
        Fout(zaak.Corrigeer(Goed with { Poststempel = Dag("2026-08-05") }), "poststempel");
        Fout(zaak.Corrigeer(Goed with { KvkNummer = "123" }), "kvkNummer");
        Fout(zaak.Corrigeer(Goed with { Reden = " " }), "reden");
    }

    [Fact]
    public void Alleen_wat_per_post_kwam_wordt_gecorrigeerd_en_alleen_voor_de_beslissing()
    {
        var online = Bezwaarzaak.TeBeslissen();
        Assert.Equal("online-ontvangen", online.Corrigeer(Goed).Weigering?.Code);

        var zaak = Post("2026-07-01").Beoordeeld().Afgezien(Hoorgrond.WilNiet).Voorgesteld("ongegrond");
        Assert.Equal("voorstel-ligt-voor", zaak.Corrigeer(Goed).Weigering?.Code);
        Assert.Equal("al-beslist-op-bezwaar", zaak.Getekend().Corrigeer(Goed).Weigering?.Code);
    }

    private static Bezwaarzaak Post(string ontvangen) =>
        Bezwaarzaak
            .Afgewezen()
            .Overgetypt(
                new(
                    Zaak,
                    Zaak + "-V1",
                    Indiener.Aanvrager,
                    Dag(ontvangen),
                    Ondertekend: true,
                    Dagtekening: Dag("2026-06-30"),
                    Naam: "Eva",
                    Adres: "Dorpsstraat 1, 3511 AB Utrecht",
                    Gronden: "Het plan is wel meetbaar.",
                    WilHoren: false
                )
            );

    private static string Tekst(Verwijzing reden) =>
        System.Text.Json.JsonSerializer.Deserialize<Reden>(reden.Hash, Platform.Stromen.Json.Opties)!.Tekst;

    private static void Fout(Beslissing beslissing, string veld) =>
        Assert.Equal(veld, Assert.Single(beslissing.Weigering?.Fouten ?? []).Veld);
}
