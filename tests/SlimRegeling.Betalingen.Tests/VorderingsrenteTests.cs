using NodaTime;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;
using Xunit;
using static SlimRegeling.Betalingen.Tests.Vorderingszaak;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>Interest for paying late is decided as it is owed on the day of the decision (4:98, 4:99 Awb).</summary>
public sealed class VorderingsrenteTests
{
    private static readonly LocalDate Dag = Uiterlijk.PlusDays(200);

    [Fact]
    public void Wie_failliet_gaat_of_niet_meer_is_doet_een_voorstel_dat_wacht_vervallen()
    {
        var voorgesteld = Gedaan(Aangemaand(), Rente(Aangemaand(), Dag));
        var verzoek = new Belemmeren.Verzoek(Belemmering.Faillissement, Uiterlijk.PlusDays(150), "Register.");
        var failliet = Gedaan(voorgesteld, Belemmeren.Beslis(voorgesteld, verzoek, () => Tekst, "fien", Op(Dag)));
        Assert.Null(failliet.Voorstel);

        var opnieuw = Gedaan(failliet, Rente(failliet, Dag));
        Assert.True(opnieuw.Voorstel!.Voorstel.Bedrag < voorgesteld.Voorstel!.Voorstel.Bedrag);
        var einde = Belemmeren.Beslis(opnieuw, new Belemmeren.Einde("Vernietigd."), () => Tekst, "fred", Op(Dag));
        Assert.Null(Gedaan(opnieuw, einde).Voorstel);
    }

    [Fact]
    public void Rente_die_nu_een_ander_bedrag_is_dan_is_voorgesteld_wordt_niet_getekend()
    {
        var voorgesteld = Gedaan(Aangemaand(), Rente(Aangemaand(), Dag));
        var hash = voorgesteld.Voorstel!.Hash;
        var anders = Versie.Met([new("parameters", "wettelijke-rente", "2015-01-01: 7", "BELEID", null)]);

        var getekend = VoorstelOndertekenen.Beslis(voorgesteld, hash, "fred", new(anders, []), Op(Dag));
        Assert.Equal("rente-veranderd", getekend.Weigering?.Code);
        Assert.Null(Teken(voorgesteld, hash, "fred", Dag.PlusDays(3)).Weigering);
    }

    [Fact]
    public void Rente_die_door_een_lagere_vordering_onder_de_drempel_komt_vervalt_geheel()
    {
        var vordering = Getekend(Gedaan(Lopend(), Rente(Lopend(), Dag)), Dag);
        Assert.True(vordering.Open.Rente > 40m);
        var lager = Gedaan(vordering, vordering.StelBij(400m, "BZ1", Op(Dag)));
        Assert.InRange(lager.Rente(Versie, Dag), 5m, 19.99m);

        var na = Getekend(Gedaan(lager, Rente(lager, Dag)), Dag);
        Assert.Equal(new Toerekening(0m, 0m, 400m), na.Open);
        Assert.Equal(0m, na.Renten[^1].Totaal);
        Assert.Equal("rente-onder-drempel", Rente(na, Dag).Weigering?.Code);
    }

    [Fact]
    public void Als_niets_meer_verschuldigd_is_loopt_er_geen_rente_meer_op_ook_niet_over_de_rente()
    {
        // Five days late: below the threshold, and after ten years still.
        var vijfDagen = Betaald(Lopend(20_000m), 20_000m, Uiterlijk.PlusDays(6));
        var rente = vijfDagen.Rente(Versie, Uiterlijk.PlusDays(6));
        Assert.Equal(16.44m, rente);
        Assert.Equal(rente, vijfDagen.Rente(Versie, Uiterlijk.PlusYears(10)));
        Assert.Equal("rente-onder-drempel", Rente(vijfDagen, Uiterlijk.PlusYears(10)).Weigering?.Code);

        // Above it interest that was not paid bears interest, and none once it was.
        var laat = Betaald(Lopend(20_000m), 20_000m, Uiterlijk.PlusDays(31));
        Assert.True(laat.Rente(Versie, Uiterlijk.PlusYears(3)) > laat.Rente(Versie, Uiterlijk.PlusDays(31)));
        var dag = Uiterlijk.PlusDays(40);
        var vastgesteld = Getekend(Gedaan(laat, Rente(laat, dag)), dag);
        var voldaan = Betaald(vastgesteld, vastgesteld.Open.Rente, dag, "m2");
        Assert.Equal(Toerekening.Niets, voldaan.Open);
        Assert.Equal(98.63m, voldaan.Rente(Versie, Uiterlijk.PlusYears(10)));
    }

    [Fact]
    public void Vervalt_rente_die_het_laatste_was_wat_openstond_dan_is_de_vordering_voldaan()
    {
        var deels = Betaald(Lopend(), 400m, Uiterlijk.PlusDays(10));
        var vastgesteld = Getekend(Gedaan(deels, Rente(deels, Dag)), Dag);
        var rente = vastgesteld.Open.Rente;
        Assert.True(rente > 20m);
        // What was paid is all that was ever owed of the sum, and its interest is below the threshold.
        var lager = Gedaan(vastgesteld, vastgesteld.StelBij(400m, "BZ1", Op(Dag)));
        Assert.Equal(new Toerekening(0m, rente, 0m), lager.Open);

        var voorgesteld = Gedaan(lager, Rente(lager, Dag));
        var getekend = Teken(voorgesteld, voorgesteld.Voorstel!.Hash, "fred", Dag);

        Assert.Equal(-rente, Assert.Single(getekend.Gebeurtenissen.OfType<RenteVastgesteld>()).Bedrag);
        Assert.Equal(400m, Assert.Single(getekend.Gebeurtenissen.OfType<VorderingVoldaan>()).Betaald);
        Assert.Equal(Vorderingstand.Voldaan, Gedaan(voorgesteld, getekend).Stand(Dag));
    }

    private static Beslissing Rente(Vordering vordering, LocalDate dag) =>
        RenteVoorstellen.Beslis(vordering, new("Te laat."), () => Tekst, "fien", Versie, Op(dag));
}
