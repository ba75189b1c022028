using NodaTime;
using SlimRegeling.Aanvragen.Aanvulling;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

public class AanvullenTests
{
    private static readonly LocalDate LaatsteDag = new(2026, 5, 20);
    private static readonly Instant Op = Moment.Op(new LocalDateTime(2026, 5, 11, 10, 0));

    private static readonly Formulier Duurder = Compleet with
    {
        Activiteiten = [.. Compleet.Activiteiten!, new Activiteitgegevens("B", Trajecten: 2)],
    };

    [Fact]
    public void Wat_ontbrak_komt_binnen_en_telt_vanaf_dat_moment()
    {
        var aangevuld = Vul(Na(Ingediend, Gevraagd, Verzonden), new(Duurder, "De begroting is nu volledig."), Op)
            .Gebeurde<AanvraagAangevuld>();

        Assert.Equal((Tijdvak.Id, Op, 12_440.00m), (aangevuld.Tijdvak, aangevuld.Op, aangevuld.Gevraagd));
        Assert.Equal(["A", "B", "C"], aangevuld.Activiteiten);
        Assert.NotNull(aangevuld.Toelichting);
        Assert.Equal(new AanvraagAangevuldBericht(Zaak, Tijdvak.Id, 12_440.00m, Op), Assert.Single(Uitgaand.Berichten(Zaak, aangevuld)));
    }

    [Fact]
    public void Het_verzoek_kost_plaats_en_budget_en_de_aanvulling_geeft_ze_niet_terug()
    {
        var plaats = new RangVernomen(3, true, Later);

        var gevraagd = Na(Ingediend, plaats, Gereserveerd, Gevraagd);
        Assert.Equal((null, null), (gevraagd.Rangschikking, gevraagd.Budget));
        Assert.Equal(Status.AanvullingGevraagd, gevraagd.Status);

        // A rank that was given before the request was heard of.
        var aangevuld = Na(
            Ingediend,
            Gevraagd,
            Verzonden,
            plaats,
            Vul(gevraagd, new(Toelichting: "Zie het document."), Op).Gebeurde<AanvraagAangevuld>()
        );
        Assert.Null(aangevuld.Rangschikking);
        Assert.Equal(Status.Aangevuld, aangevuld.Status);
        Assert.Equal((Ingediend.Inhoud, Ingediend.Gevraagd), (aangevuld.Inhoud, aangevuld.Gevraagd));
    }

    [Fact]
    public void Tot_en_met_de_laatste_dag_kan_het_en_daarna_staat_er_wat_er_gebeurt()
    {
        Assert.Equal(LaatsteDag, Gevraagd.Uiterlijk);
        var middernacht = Moment.Op(LaatsteDag.PlusDays(1).AtMidnight());

        Vul(Na(Ingediend, Gevraagd, Verzonden), new(Duurder), middernacht - Duration.FromNanoseconds(1_000)).Gebeurde<AanvraagAangevuld>();
        var weigering = Vul(Na(Ingediend, Gevraagd, Verzonden), new(Duurder), middernacht).Geweigerd("hersteltermijn-voorbij");

        Assert.StartsWith(
            "U kon uw aanvraag aanvullen tot en met 20 mei 2026. Dat kan nu niet meer.",
            weigering.Uitleg,
            StringComparison.Ordinal
        );
        Assert.Contains("uiterlijk op 17 juni 2026 per brief", weigering.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void Alleen_wat_gevraagd_is_verandert_en_de_verklaringen()
    {
        var anders = Compleet with
        {
            Rekening = new Rekening("NL13TEST0123456789"),
            Plan = Compleet.Plan! with { Doelen = "andere doelen" },
        };

        var fouten = Vul(Na(Ingediend, Gevraagd, Verzonden), new(anders), Op).Geweigerd("onjuiste-invoer").Fouten;
        Assert.Equal(["formulier.plan", "formulier.rekening"], fouten.Select(f => f.Veld));

        var verklaring = new Verklaringen(true, new DeMinimisverklaring(Steunsoort.Ontvangen, 100m), true);
        Vul(Na(Ingediend, Gevraagd, Verzonden), new(Duurder with { Verklaringen = verklaring }), Op).Gebeurde<AanvraagAangevuld>();
        var alles = Gevraagd with { Ontbreekt = [Documentcode.Aanvraagformulier] };
        Vul(Na(Ingediend, alles), new(anders), Op).Gebeurde<AanvraagAangevuld>();
    }

    [Fact]
    public void Wie_een_gevraagde_verklaring_weer_vergeet_hoort_het_nu_het_nog_kan()
    {
        var zonder = Compleet with { Verklaringen = Compleet.Verklaringen! with { DeMinimis = null } };
        var gevraagd = Gevraagd with { Ontbreekt = [Documentcode.DeMinimisverklaring] };

        var fout = Assert.Single(Vul(Na(Ingediend, gevraagd), new(zonder), Op).Geweigerd("onjuiste-invoer").Fouten);
        Assert.Equal(("formulier.verklaringen", "artikel 2.8, tweede lid"), (fout.Veld, fout.Artikel));
        Vul(Na(Ingediend, gevraagd), new(Compleet), Op).Gebeurde<AanvraagAangevuld>();
    }

    [Fact]
    public void Elk_deel_van_het_formulier_heeft_zijn_document_of_mag_altijd_veranderen() =>
        Assert.Equal(
            typeof(Formulier).GetProperties().Select(p => p.Name.ToLowerInvariant()).Order(),
            Formulierverschil.Velden.Select(v => v.ToLowerInvariant()).Order()
        );

    [Fact]
    public void Zonder_formulier_en_toelichting_is_er_niets_aangevuld()
    {
        Vul(Na(Ingediend, Gevraagd, Verzonden), new(), Op).Geweigerd("onjuiste-invoer");
        Vul(Na(Ingediend, Gevraagd, Verzonden), new(Toelichting: " "), Op).Geweigerd("onjuiste-invoer");
        var niets = Compleet with { Activiteiten = [new Activiteitgegevens("A")] };
        Assert.Equal(
            "formulier.activiteiten",
            Assert.Single(Vul(Na(Ingediend, Gevraagd, Verzonden), new(niets), Op).Geweigerd("onjuiste-invoer").Fouten).Veld
        );
    }

    [Fact]
    public void Aanvullen_kan_een_keer_en_alleen_als_het_gevraagd_is()
    {
        var aangevuld = Vul(Na(Ingediend, Gevraagd, Verzonden), new(Duurder), Op).Gebeurde<AanvraagAangevuld>();

        Vul(Na(Ingediend, Gevraagd, Verzonden, aangevuld), new(Duurder), Op).Geweigerd("al-aangevuld");
        Vul(Na(Ingediend, Gevraagd, Verzonden, aangevuld, Volledig), new(Duurder), Op).Geweigerd("al-aangevuld");
        Vul(Na(Ingediend), new(Duurder), Op).Geweigerd("geen-aanvulling-gevraagd");
        Vul(Na(Ingediend, Gevraagd, Verzonden, new AanvraagIngetrokken(Tijdvak.Id, null, Later)), new(Duurder), Op)
            .Geweigerd("geen-aanvulling-gevraagd");
        var afgewezen = new BesluitVernomen(KvkNummer, new Besluit(Besluitsoort.Afwijzing, $"{Zaak}-V1", LaatsteDag, 0m), Op);
        Vul(Na(Ingediend, Gevraagd, Verzonden, afgewezen), new(Duurder), Op).Geweigerd("al-besloten");
    }

    [Fact]
    public void Wat_is_aangevuld_wordt_nog_een_keer_bekeken_en_dan_is_het_volledig_vanaf_de_aanvulling()
    {
        var aangevuld = Vul(Na(Ingediend, Gevraagd, Verzonden), new(Duurder), Op).Gebeurde<AanvraagAangevuld>();

        var volledig = Beoordeel(Na(Ingediend, Gevraagd, Verzonden, aangevuld), new(true), Op + Duration.FromDays(1))
            .Gebeurde<AanvraagVolledig>();

        Assert.Equal((true, Op), (volledig.Aangevuld, volledig.VolledigOntvangenOp));
        Assert.Equal(Fase.Volledig, Na(Ingediend, Gevraagd, Verzonden, aangevuld, volledig).Fase);
    }

    [Fact]
    public void Wie_de_horizon_al_voorbij_is_telt_vlak_daarna_en_het_moment_aan_de_deur_gaat_mee()
    {
        var binnen = Op - Duration.FromSeconds(3);
        var aangevuld = Aanvullen
            .Beslis(Na(Ingediend, Gevraagd, Verzonden), new(Duurder), Compleet, _ => Ingediend.Inhoud, Regelstanden.Ongewijzigd, Op, binnen)
            .Gebeurde<AanvraagAangevuld>();

        Assert.Equal((Op, binnen), (aangevuld.Op, aangevuld.Binnengekomen));
        Assert.Equal(binnen, Assert.IsType<AanvraagAangevuldBericht>(Assert.Single(Uitgaand.Berichten(Zaak, aangevuld))).Binnengekomen);
        Assert.Null(Vul(Na(Ingediend, Gevraagd, Verzonden), new(Duurder), Op).Gebeurde<AanvraagAangevuld>().Binnengekomen);
    }

    [Fact]
    public void Met_wie_de_onderneming_verbonden_is_gaat_mee_als_dat_nog_niet_gezegd_was()
    {
        var gevraagd = Gevraagd with { Ontbreekt = [Documentcode.MkbVerklaring] };
        var ingediend = Ingediend with { Verbonden = ["30000001"] };
        Formulier Met(params string[] verbonden) => Compleet with { Onderneming = Compleet.Onderneming! with { VerbondenMet = verbonden } };
        AanvraagAangevuld Aangevuld(params string[] verbonden) =>
            Aanvullen
                .Beslis(
                    Na(ingediend, gevraagd, Verzonden),
                    new(Met(verbonden)),
                    Compleet,
                    _ => Ingediend.Inhoud,
                    Regelstanden.Ongewijzigd,
                    Op,
                    Op
                )
                .Gebeurde<AanvraagAangevuld>();

        var later = Aangevuld("30000003", "30000001", "30000002");
        Assert.Equal(["30000002", "30000003"], later.VerbondenPerPartij![KvkNummer]);
        Assert.Equal(
            later.VerbondenPerPartij,
            Assert.IsType<AanvraagAangevuldBericht>(Assert.Single(Uitgaand.Berichten(Zaak, later))).VerbondenPerPartij
        );
        Assert.Null(Aangevuld("30000001").VerbondenPerPartij);
    }

    [Fact]
    public void Nog_een_keer_vragen_kan_niet()
    {
        var aangevuld = Vul(Na(Ingediend, Gevraagd, Verzonden), new(Duurder), Op).Gebeurde<AanvraagAangevuld>();
        var opnieuw = new Volledigheid.Verzoek(false, [Documentcode.MkbVerklaring]);

        var onvoldoende = Beoordeel(Na(Ingediend, Gevraagd, Verzonden, aangevuld), opnieuw, Op).Gebeurde<AanvullingOnvoldoende>();
        Assert.Equal((Beoordelaar, Documentcode.MkbVerklaring), (onvoldoende.BeoordeeldDoor, Assert.Single(onvoldoende.Ontbreekt)));
        Assert.Same(Beslissing.Geen, Beoordeel(Na(Ingediend, Gevraagd, Verzonden, aangevuld, onvoldoende), opnieuw, Op));
        Beoordeel(Na(Ingediend, Gevraagd, Verzonden, aangevuld, onvoldoende), new(true), Op).Gebeurde<AanvraagVolledig>();

        Beoordeel(Na(Ingediend, Gevraagd, Verzonden), opnieuw, Op).Geweigerd("wacht-op-aanvulling");
        Beoordeel(Na(Ingediend, Gevraagd, Verzonden), opnieuw, Op + Duration.FromDays(30)).Geweigerd("niet-aangevuld");
        Beoordeel(Na(Ingediend, Volledig), opnieuw, Op).Geweigerd("al-volledig");
    }

    [Fact]
    public void Wie_niet_aanvult_kan_toch_behandeld_worden_en_telt_dan_vanaf_dat_moment()
    {
        var later = Op + Duration.FromDays(30);

        var gebeurd = Beoordeel(Na(Ingediend, Gevraagd, Verzonden), new(true), later).Gebeurtenissen;

        var aangevuld = Assert.IsType<AanvraagAangevuld>(gebeurd[0]);
        Assert.Equal((later, Ingediend.Inhoud), (aangevuld.Op, aangevuld.Inhoud));
        Assert.Equal(later, Assert.IsType<AanvraagVolledig>(gebeurd[1]).VolledigOntvangenOp);
    }

    private static Beslissing Vul(Aanvraag aanvraag, Aanvullen.Verzoek verzoek, Instant op) =>
        Aanvullen.Beslis(aanvraag, verzoek, Compleet, _ => new Verwijzing(Guid.CreateVersion7(), "hash"), Regelstanden.Ongewijzigd, op);

    private static Beslissing Beoordeel(Aanvraag aanvraag, Volledigheid.Verzoek verzoek, Instant op) =>
        Volledigheid.Beslis(aanvraag, verzoek, Beoordelaar, Regelstanden.Ongewijzigd, op);
}
