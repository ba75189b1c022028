using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>What the ceiling does to a decision: budget freed, lowered or not there, and an application that is not handled.</summary>
public sealed class BudgetTests
{
    [Fact]
    public void Without_its_budget_a_proposal_lies_no_longer_ready()
    {
        var verlening = Na(Verlenen, Reservering, Vrijgegeven)!;

        Assert.Equal((Fase.InVoorbereiding, null), (verlening.Fase, verlening.Gereserveerd));
        Assert.Equal("nog-niet-voorgelegd", Onderteken(verlening).Weigering?.Code);
        var opnieuw = Volg(verlening, Hoor(verlening, Reservering with { Op = Op("2026-06-20T12:00:00") }))!;
        Assert.Equal(Fase.Voorgelegd, opnieuw.Fase);
    }

    [Fact]
    public void A_refusal_lies_ready_also_when_the_budget_is_freed() =>
        Assert.Equal(Fase.Voorgelegd, Na(Afwijzen, Reservering, Vrijgegeven)!.Fase);

    [Fact]
    public void A_proposal_above_a_lowered_budget_goes_back_to_the_assessor()
    {
        var verlening = Na(Verlenen, Reservering, Reservering with { Bedrag = 9000.00m, Op = Op("2026-06-16T12:00:00") })!;

        Assert.Equal("reservering-te-laag", Onderteken(verlening).Weigering?.Code);
        var terug = Terugzenden.Beslis(
            Zaak,
            verlening,
            new Terugzenden.Verzoek("Er is minder budget."),
            () => new Verwijzing(Guid.Empty, "h"),
            Ondertekenaar,
            Beoordeeld
        );
        Assert.Equal(verlening.Voorstel!.Hash(Zaak), Assert.IsType<Teruggezonden>(Assert.Single(terug.Gebeurtenissen)).Voorstelhash);
        verlening = Volg(verlening, terug)!;
        var lager = Verlenen with { Subsidie = 9000.00m, Voorschot = 4500.00m, Gedeeltelijk = true, Op = Op("2026-06-17T10:00:00") };
        Assert.Equal(Fase.Voorgelegd, Volg(verlening, Hoor(verlening, lager))!.Fase);
    }

    [Fact]
    public void A_proposal_whose_budget_was_freed_can_go_back_so_that_it_need_not_be_handled()
    {
        var terug = Terugzenden.Beslis(
            Zaak,
            Na(Verlenen, Reservering, Vrijgegeven)!,
            new Terugzenden.Verzoek("Een eerdere aanvraag gaat voor."),
            () => new Verwijzing(Guid.Empty, "h"),
            Ondertekenaar,
            Beoordeeld
        );

        Assert.IsType<Teruggezonden>(Assert.Single(terug.Gebeurtenissen));
    }

    [Fact]
    public void What_was_granted_keeps_its_budget() => Assert.Equal("al-verleend", Hoor(Ondertekend(), Vrijgegeven).Weigering?.Code);

    [Fact]
    public void Without_room_under_the_ceiling_an_application_is_refused_by_the_two_who_decided()
    {
        var verlening = Na(Ontoereikend)!;

        var afgewezen = verlening.Afgewezen!;
        Assert.Equal(["plafond-overschreden"], afgewezen.Gronden);
        Assert.Equal(["regelbeheerder-1", "regelbeheerder-2"], afgewezen.Ondertekenaars);
        Assert.Equal(
            (Zaak + "-V1", Dag("2026-07-01"), Dag("2026-08-03")),
            (afgewezen.Besluit, afgewezen.Besluitdatum, afgewezen.Beslistermijn)
        );
        Assert.Equal((Fase.Afgewezen, Kvk), (verlening.Fase, verlening.KvkNummer));
        var bericht = Assert.IsType<AanvraagAfgewezenBericht>(Assert.Single(Uitgaand.Berichten(Zaak, afgewezen)));
        Assert.Equal((Ontoereikend.Op, "slim-2026"), (bericht.Op, bericht.Regelversie));
        var beeld = Bekijken.Van(verlening, aanvrager: true, Regelstanden.Ongewijzigd, Beoordeeld);
        Assert.Equal("2.12, onderdeel i", Assert.Single(beeld.Besluit!.Gronden).Artikel);
    }

    [Theory]
    [InlineData("slim-2020", "10, onderdeel i")]
    [InlineData("slim-2025", "2.12, onderdeel i")]
    public void The_ground_is_that_of_the_version(string versie, string artikel)
    {
        var verlening = Na(Ontoereikend with { Regelversie = versie, Aanvragertype = "samenwerkingsverband" })!;

        var beeld = Bekijken.Van(verlening, aanvrager: false, Regelstanden.Ongewijzigd, Beoordeeld);
        Assert.Equal(artikel, Assert.Single(beeld.Besluit!.Gronden).Artikel);
    }

    [Fact]
    public void The_refusal_takes_the_place_of_a_proposal_that_waited_for_budget()
    {
        var verlening = Na(Verlenen, Ontoereikend)!;

        Assert.Equal(Fase.Afgewezen, verlening.Fase);
        Assert.Empty(Hoor(verlening, Verlenen with { Op = Op("2026-07-02T10:00:00") }).Gebeurtenissen);
        Assert.Empty(Hoor(verlening, Ingetrokken with { Op = Op("2026-07-02T10:00:00") }).Gebeurtenissen);
    }

    [Fact]
    public void What_has_lapsed_or_was_decided_stays_so()
    {
        Assert.Empty(Hoor(Na(Ingetrokken), Ontoereikend).Gebeurtenissen);
        Assert.Empty(Hoor(Ondertekend(), Ontoereikend).Gebeurtenissen);
        Assert.Empty(Hoor(Ondertekend(voorstel: Afwijzen), Ontoereikend).Gebeurtenissen);
    }

    [Fact]
    public void One_person_refuses_nobody()
    {
        Assert.Equal("onbruikbaar-besluit", Hoor(null, Ontoereikend with { Ondertekenaars = ["regelbeheerder-1"] }).Weigering?.Code);
        Assert.Equal("onbruikbaar-besluit", Hoor(null, Ontoereikend with { Ondertekenaars = ["een", "een"] }).Weigering?.Code);
    }

    [Fact]
    public void The_objection_term_of_a_refusal_on_the_ceiling_starts_with_its_letter()
    {
        var verlening = Na(Ontoereikend, Brief("2026-07-02", "afwijzing"))!;

        Assert.Equal((Dag("2026-07-03"), Dag("2026-08-13")), (verlening.Bezwaartermijnen[0].Van, verlening.Bezwaartermijnen[0].TotEnMet));
    }

    [Fact]
    public void So_does_that_of_an_application_that_is_not_handled()
    {
        var brief = Brief("2026-06-11", "buiten-behandeling", Zaak + "-B1");
        var verlening = Na(BuitenBehandeling, brief, Ingetrokken with { Grond = "buiten-behandeling" })!;

        Assert.Equal((Fase.Vervallen, Kvk), (verlening.Fase, verlening.KvkNummer));
        var beeld = Bekijken.Van(verlening, aanvrager: true, Regelstanden.Ongewijzigd, Beoordeeld);
        var bezwaar = Assert.Single(beeld.Bezwaar);
        Assert.Equal((Zaak + "-B1", Dag("2026-06-12"), Dag("2026-07-23")), (bezwaar.Besluit, bezwaar.Van, bezwaar.TotEnMet));
        Assert.Equal("6:7 en 6:8 Awb", bezwaar.Artikel);
    }

    [Fact]
    public void Its_letter_may_be_heard_of_first()
    {
        var brief = Brief("2026-06-11", "buiten-behandeling", Zaak + "-B1");

        Assert.Empty(Na(brief)!.Bezwaartermijnen);
        Assert.Equal(Beeld(Na(BuitenBehandeling, brief)), Beeld(Na(brief, BuitenBehandeling)));
    }

    [Fact]
    public void A_completion_after_it_changes_nothing()
    {
        Assert.Empty(Hoor(Na(BuitenBehandeling), BuitenBehandeling).Gebeurtenissen);
        Assert.Equal("vervallen", Onderteken(Na(Verlenen, Reservering, BuitenBehandeling, Ingetrokken)!).Weigering?.Code);
    }
}
