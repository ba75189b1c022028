using NodaTime;
using NodaTime.Text;
using SlimRegeling.Aanvragen.Aanvulling;
using SlimRegeling.Aanvragen.BuitenBehandeling;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>The term to complete runs from the day after the letter was sent (4:5, 4:15 Awb).</summary>
public class HersteltermijnTests
{
    private static readonly LocalDate LaatsteDag = new(2026, 5, 20);
    private static readonly Instant Op = Moment.Op(new LocalDateTime(2026, 5, 11, 10, 0));
    private static readonly Formulier Duurder = Compleet with
    {
        Activiteiten = [.. Compleet.Activiteiten!, new Activiteitgegevens("B", Trajecten: 2)],
    };

    private static readonly Instant Maandag = Moment.Op(new LocalDateTime(2024, 5, 6, 9, 30));
    private static readonly AanvraagIngediend In2024 = Ingediend with { Regelversie = "slim-2024", Op = Maandag - Duration.FromDays(30) };
    private static readonly AanvullingGevraagd GevraagdOpMaandag = Volledigheid
        .Beslis(Na(In2024), new(false, [Documentcode.DeMinimisverklaring]), Beoordelaar, Regelstanden.Ongewijzigd, Maandag)
        .Gebeurde<AanvullingGevraagd>();

    /// <summary>Asked on Monday 6 May 2024; two weeks later it is Whit Monday.</summary>
    [Theory]
    [InlineData("the same day: Whit Monday, so a day longer", "2024-05-06", "2024-05-21")]
    [InlineData("a day later: Tuesday itself", "2024-05-07", "2024-05-21")]
    [InlineData("two days later", "2024-05-08", "2024-05-22")]
    [InlineData("on a Saturday: two weeks later it is one again", "2024-05-11", "2024-05-27")]
    public void De_termijn_telt_vanaf_de_verzending(string geval, string verzondenOp, string uiterlijk)
    {
        var dag = LocalDatePattern.Iso.Parse(verzondenOp).Value;
        var laatste = LocalDatePattern.Iso.Parse(uiterlijk).Value;
        var gestart = Verzend(Na(In2024, GevraagdOpMaandag), dag);
        var stand = Na(In2024, GevraagdOpMaandag, gestart);

        Assert.True(laatste == gestart.Uiterlijk, $"{geval}: {gestart.Uiterlijk}");
        Assert.Equal(
            new HersteltermijnGestartBericht(Zaak, In2024.Tijdvak, dag, laatste, gestart.Op),
            Assert.Single(Uitgaand.Berichten(Zaak, gestart))
        );
        Assert.Equal(laatste, stand.AanvullenUiterlijk);
        var middernacht = Moment.Op(laatste.PlusDays(1).AtMidnight());
        Vul(stand, new(Compleet), middernacht - Duration.FromNanoseconds(1_000)).Gebeurde<AanvraagAangevuld>();
        Vul(stand, new(Compleet), middernacht).Geweigerd("hersteltermijn-voorbij");
        Assert.Null(Voorgesteld.Van(stand, Regelstanden.Ongewijzigd, middernacht - Duration.FromNanoseconds(1_000)));
        Assert.Equal(laatste, Voorgesteld.Van(stand, Regelstanden.Ongewijzigd, middernacht)!.AanvullenUiterlijk);
        Assert.Equal(new Stilstand(dag.PlusDays(1), laatste), Opschorting.Van(stand));
    }

    /// <summary>Sent on Monday 6 May 2024, until Tuesday the twenty-first: fifteen days.</summary>
    [Theory]
    [InlineData("2024-05-15", false)]
    [InlineData("2024-05-16", true)]
    [InlineData("2024-05-21", true)]
    [InlineData("2024-05-22", false)]
    public void Wie_nog_niet_aanvulde_wordt_een_keer_herinnerd_in_het_laatste_derde_deel_van_de_termijn(string op, bool herinnerd)
    {
        var nu = Moment.Op(LocalDatePattern.Iso.Parse(op).Value.At(new LocalTime(6, 15)));
        var gestart = Verzend(Na(In2024, GevraagdOpMaandag), new LocalDate(2024, 5, 6));
        var stand = Na(In2024, GevraagdOpMaandag, gestart);
        Assert.Same(Beslissing.Geen, AanvullingHerinneren.Beslis(Na(In2024, GevraagdOpMaandag), nu));
        var beslissing = AanvullingHerinneren.Beslis(stand, nu);
        if (!herinnerd)
        {
            Assert.Same(Beslissing.Geen, beslissing);
            return;
        }
        var gebeurd = beslissing.Gebeurde<AanvullingHerinnerd>();
        Assert.Equal(
            new AanvullingstermijnNadertBericht(Zaak, KvkNummer, gestart.Uiterlijk, nu),
            Assert.Single(Uitgaand.Berichten(Zaak, gebeurd))
        );
        Assert.Same(Beslissing.Geen, AanvullingHerinneren.Beslis(Na(In2024, GevraagdOpMaandag, gestart, gebeurd), nu));
    }

    [Fact]
    public void Zolang_de_brief_niet_verzonden_is_loopt_er_niets()
    {
        var stand = Na(Ingediend, Gevraagd);
        var later = Op + Duration.FromDays(90);

        Assert.Null(Voorgesteld.Van(stand, Regelstanden.Ongewijzigd, later));
        Assert.Null(Opschorting.Van(stand));
        Assert.Contains(
            "nog niet verzonden",
            Stellen.Beslis(stand, "ander", Regelstanden.Ongewijzigd, later).Geweigerd("wacht-op-aanvulling").Uitleg,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "nog niet verzonden",
            Beoordeel(stand, new(true), later).Geweigerd("wacht-op-aanvulling").Uitleg,
            StringComparison.Ordinal
        );
        Vul(stand, new(Duurder), later).Gebeurde<AanvraagAangevuld>();
    }

    [Fact]
    public void Een_brief_over_iets_anders_of_nog_een_keer_verandert_niets()
    {
        Berichten.Dossiers.BriefVerzondenBericht brief = new(Zaak, "brief", "aanvulling", null, LaatsteDag, Op);

        Assert.Same(Beslissing.Geen, BijBriefVerzonden.Beslis(Na(Ingediend), brief, Regelstanden.Ongewijzigd));
        Assert.Same(Beslissing.Geen, BijBriefVerzonden.Beslis(Na(Ingediend, Gevraagd, Verzonden), brief, Regelstanden.Ongewijzigd));
    }

    [Fact]
    public void Wie_aanvulde_voor_de_brief_uitging_hield_de_beslistermijn_niet_op()
    {
        var aangevuld = Vul(Na(Ingediend, Gevraagd), new(Duurder), Op).Gebeurde<AanvraagAangevuld>();

        Assert.Null(Opschorting.Van(Na(Ingediend, Gevraagd, aangevuld)));
        Assert.Null(Opschorting.Van(Na(Ingediend, Gevraagd, aangevuld, Verzend(Na(Ingediend, Gevraagd), new(2026, 5, 12)))));
    }

    [Fact]
    public void De_beslistermijn_staat_stil_van_de_dag_na_het_verzoek_tot_de_dag_van_de_aanvulling()
    {
        var aangevuld = Vul(Na(Ingediend, Gevraagd, Verzonden), new(Duurder), Op).Gebeurde<AanvraagAangevuld>();

        Assert.Null(Opschorting.Van(Na(Ingediend)));
        Assert.Null(Opschorting.Van(Na(Ingediend, Gevraagd)));
        Assert.Equal(new Stilstand(new(2026, 5, 7), new(2026, 5, 10)), Opschorting.Van(Na(Ingediend, Gevraagd, Verzonden, aangevuld)));
        var nooit = Beoordeel(Na(Ingediend, Gevraagd, Verzonden), new(true), Op + Duration.FromDays(30)).Gebeurtenissen;
        Assert.Equal(new Stilstand(new(2026, 5, 7), LaatsteDag), Opschorting.Van(Na([Ingediend, Gevraagd, Verzonden, .. nooit])));
        Assert.Null(Opschorting.Van(Na(Ingediend, Gevraagd, Verzonden, aangevuld with { Op = Later })));
    }

    private static Beslissing Vul(Aanvraag aanvraag, Aanvullen.Verzoek verzoek, Instant op) =>
        Aanvullen.Beslis(aanvraag, verzoek, Compleet, _ => new Verwijzing(Guid.CreateVersion7(), "hash"), Regelstanden.Ongewijzigd, op);

    private static Beslissing Beoordeel(Aanvraag aanvraag, Volledigheid.Verzoek verzoek, Instant op) =>
        Volledigheid.Beslis(aanvraag, verzoek, Beoordelaar, Regelstanden.Ongewijzigd, op);
}
