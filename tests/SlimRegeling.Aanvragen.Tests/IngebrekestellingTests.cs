using NodaTime;
using SlimRegeling.Aanvragen.Behandeling;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

public class IngebrekestellingTests
{
    /// <summary>Thirteen weeks after the window closed (2.11).</summary>
    private static readonly LocalDate Uiterlijk = new(2026, 7, 30);

    private static readonly LocalDate Ontvangen = new(2026, 8, 3);
    private static readonly Instant Nu = Moment.Op(new LocalDateTime(2026, 8, 4, 10, 0));
    private static readonly IngebrekestellingOntvangen Ingebreke = new(Ontvangen, Nu);

    [Fact]
    public void Een_brief_na_de_beslistermijn_stelt_ons_in_gebreke() =>
        Assert.Equal(Ontvangen, Beslis(Na(Ingediend, Volledig), Ontvangen).Gebeurde<IngebrekestellingOntvangen>().OntvangenOp);

    [Fact]
    public void Een_brief_op_de_laatste_dag_komt_te_vroeg_en_een_dag_later_niet()
    {
        var weigering = Beslis(Na(Ingediend), Uiterlijk).Geweigerd("te-vroeg");
        Assert.Contains("30 juli 2026", weigering.Uitleg, StringComparison.Ordinal);
        Assert.Equal("artikel 4:17, derde lid, Awb", weigering.Artikel);
        Beslis(Na(Ingediend), Uiterlijk.PlusDays(1)).Gebeurde<IngebrekestellingOntvangen>();
    }

    [Fact]
    public void De_termijn_waarop_wij_wachten_telt_niet_mee()
    {
        var aangevuld = Na(Ingediend, Gevraagd, Verzonden);

        Assert.Equal(Uiterlijk, InGebrekeStellen.Beslistermijn(Na(Ingediend), Sluit, Regelstanden.Ongewijzigd, Nu));
        // Asked on 6 May; until and with 20 May the term stood still.
        Assert.Equal(Uiterlijk.PlusDays(14), InGebrekeStellen.Beslistermijn(aangevuld, Sluit, Regelstanden.Ongewijzigd, Nu));
    }

    [Fact]
    public void Een_dag_die_nog_komt_is_onjuist() =>
        Assert.Equal(
            "ontvangenOp",
            Assert.Single(Beslis(Na(Ingediend), Moment.Dag(Nu).PlusDays(1)).Geweigerd("onjuiste-invoer").Fouten).Veld
        );

    [Fact]
    public void Dezelfde_brief_twee_keer_is_een_keer_en_een_tweede_brief_verandert_niets()
    {
        var ingebreke = Na(Ingediend, Ingebreke);

        Assert.Same(Beslissing.Geen, Beslis(ingebreke, Ontvangen));
        Beslis(ingebreke, Ontvangen.PlusDays(-1)).Geweigerd("al-in-gebreke");
    }

    [Fact]
    public void Na_een_besluit_of_een_intrekking_heeft_een_brief_geen_gevolg()
    {
        Beslis(Verleend(Ontvangen), Ontvangen).Geweigerd("al-besloten");
        Beslis(Na(Ingediend, new AanvraagIngetrokken(Tijdvak.Id, null, Later)), Ontvangen).Geweigerd("ingetrokken");
        // It lay unopened: the decision came after it.
        Beslis(Verleend(Ontvangen.PlusDays(1)), Ontvangen).Gebeurde<IngebrekestellingOntvangen>();
    }

    [Fact]
    public void Wie_zich_vergiste_laat_haar_vervallen_met_een_reden_en_vult_de_goede_dag_in()
    {
        var ingebreke = Na(Ingediend, Ingebreke);

        var vervallen = InGebrekeStellen.BeslisVerval(ingebreke, " Verkeerde zaak. ", Bewaar, Nu).Gebeurde<IngebrekestellingVervallen>();

        Assert.Equal((Ontvangen, Bewaard), (vervallen.OntvangenOp, vervallen.Reden));
        var na = Pas(ingebreke, vervallen);
        Assert.Null(na.Ingebreke);
        Beslis(na, Ontvangen.PlusDays(-1)).Gebeurde<IngebrekestellingOntvangen>();
        InGebrekeStellen.BeslisVerval(na, "Nog eens.", Nooit, Nu).Geweigerd("niet-in-gebreke");

        static Verwijzing Bewaar(string reden)
        {
            Assert.Equal("Verkeerde zaak.", reden);
            return Bewaard;
        }
    }

    [Fact]
    public void Zonder_reden_vervalt_zij_niet()
    {
        InGebrekeStellen.BeslisVerval(Na(Ingediend, Ingebreke), "  ", Nooit, Nu).Geweigerd("onjuiste-invoer");
        InGebrekeStellen.BeslisVerval(Na(Ingediend, Ingebreke), new string('x', 1_001), Nooit, Nu).Geweigerd("onjuiste-invoer");
    }

    private static Aanvraag Verleend(LocalDate dag) =>
        Na(Ingediend, new BesluitVernomen(KvkNummer, new Besluit(Besluitsoort.Verlening, $"{Zaak}-V1", dag, 11_040.00m), Nu));

    private static Verwijzing Nooit(string reden) => throw new InvalidOperationException("Nothing was to be kept.");

    private static Beslissing Beslis(Aanvraag aanvraag, LocalDate ontvangenOp) =>
        InGebrekeStellen.Beslis(aanvraag, ontvangenOp, Uiterlijk, Nu);
}
