using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Tijdvakken;
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

    /// <summary>The signature came first: Tijdvakken hears of the award, and counted the budget until then.</summary>
    [Fact]
    public void What_was_granted_keeps_its_budget_and_gives_nothing_back()
    {
        Assert.Empty(Gehoord(Ondertekend(), TerugGevraagd));
        Assert.Empty(Gehoord(Ondertekend(), Verlaagd));
    }

    /// <summary>The release came first: from here on the signature is refused, so the budget may go to another.</summary>
    [Fact]
    public void What_was_not_granted_yet_is_given_back_and_cannot_be_signed_any_more()
    {
        var verlening = Voorgelegd();
        var terug = Hoor(verlening, TerugGevraagd);

        var bericht = Assert.IsType<BudgetTeruggegevenBericht>(
            Assert.Single(terug.Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(Zaak, e)))
        );
        Assert.Equal((Tijdvak, 11040.00m), (bericht.Tijdvak, bericht.Bedrag));
        Assert.Equal("nog-niet-voorgelegd", Onderteken(Volg(verlening, terug)!).Weigering?.Code);
    }

    [Fact]
    public void What_was_lowered_is_given_back_too()
    {
        var verlening = Na(Eerst, Verlenen)!;
        var terug = Hoor(verlening, Verlaagd);

        Assert.Equal(2040.00m, Assert.Single(terug.Gebeurtenissen.OfType<BudgetTeruggegeven>()).Bedrag);
        Assert.Equal("reservering-te-laag", Onderteken(Volg(verlening, terug)!).Weigering?.Code);
    }

    [Fact]
    public void What_is_asked_back_of_a_refused_or_lapsed_application_is_given_back()
    {
        Assert.Single(Hoor(Na(Ontoereikend), TerugGevraagd).Gebeurtenissen.OfType<BudgetTeruggegeven>());
        Assert.Single(Hoor(Na(Ingetrokken), TerugGevraagd).Gebeurtenissen.OfType<BudgetTeruggegeven>());
        Assert.Single(Hoor(null, TerugGevraagd).Gebeurtenissen.OfType<BudgetTeruggegeven>());
    }

    /// <summary>It was freed and set apart again; the freeing is heard last. The new budget stays, the old is given back.</summary>
    [Fact]
    public void What_was_asked_back_before_the_last_word_is_given_back_without_touching_it()
    {
        var verlening = Na(Verlenen, Eerst, TerugGevraagd with { Versie = 3 }, Eerst with { Versie = 4 })!;
        Assert.Equal(Fase.Voorgelegd, verlening.Fase);

        var terug = Hoor(verlening, TerugGevraagd);

        Assert.IsType<BudgetTeruggegeven>(Assert.Single(terug.Gebeurtenissen));
        Assert.Equal(Fase.Voorgelegd, Volg(verlening, terug)!.Fase);
    }

    /// <summary>Tijdvakken's clock went back two minutes after it reserved: what it says after that is still later.</summary>
    [Fact]
    public void A_release_after_the_clock_stepped_back_is_heard()
    {
        var verlening = Na(Verlenen, Eerst, TerugGevraagd with { Op = TweeMinutenTerug })!;

        Assert.Equal((Fase.InVoorbereiding, null), (verlening.Fase, verlening.Gereserveerd));
        Assert.Equal("nog-niet-voorgelegd", Onderteken(verlening).Weigering?.Code);
    }

    [Fact]
    public void So_is_a_lowered_amount_or_a_new_reservation()
    {
        var lager = Na(Verlenen, Eerst, Verlaagd with { Op = TweeMinutenTerug })!;
        Assert.Equal("reservering-te-laag", Onderteken(lager).Weigering?.Code);

        var opnieuw = Na(Verlenen, Eerst, TerugGevraagd, Eerst with { Op = TweeMinutenTerug, Versie = 3 })!;
        Assert.Equal(Fase.Voorgelegd, opnieuw.Fase);
    }

    [Fact]
    public void So_is_another_assessment()
    {
        var teruggezonden = Volg(Voorgelegd(Verlenen with { Versie = 5 }), Terug(Voorgelegd(Verlenen with { Versie = 5 })))!;
        var anders = Verlenen with { Subsidie = 9000.00m, Op = Beoordeeld - Duration.FromMinutes(2), Versie = 7 };

        var verlening = Volg(teruggezonden, Hoor(teruggezonden, anders))!;

        Assert.Equal((Fase.Voorgelegd, 9000.00m), (verlening.Fase, verlening.Voorstel!.Subsidie));
        // And the one before it changes nothing any more.
        Assert.Empty(Gehoord(verlening, Verlenen with { Versie = 5, Op = Beoordeeld + Duration.FromDays(1) }));
    }

    [Fact]
    public void Who_sends_back_says_which_assessment()
    {
        var terug = Assert.IsType<Teruggezonden>(Assert.Single(Terug(Voorgelegd()).Gebeurtenissen));
        var bericht = Assert.IsType<VoorstelTeruggezondenBericht>(Assert.Single(Uitgaand.Berichten(Zaak, terug)));
        Assert.Equal(Beoordeeld, bericht.BeoordeeldOp);
    }

    [Fact]
    public void A_proposal_whose_budget_was_freed_can_go_back_so_that_it_need_not_be_handled()
    {
        var terug = Terugzenden.Beslis(
            Zaak,
            Na(Verlenen, Eerst, TerugGevraagd)!,
            new Terugzenden.Verzoek("Een eerdere aanvraag gaat voor."),
            () => new Verwijzing(Guid.Empty, "h"),
            Ondertekenaar,
            Beoordeeld
        );

        Assert.IsType<Teruggezonden>(Assert.Single(terug.Gebeurtenissen));
    }

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
        Assert.Equal((Ontoereikend.Op, "slim-2026", "binnenkomst"), (bericht.Op, bericht.Regelversie, bericht.Volgorde));
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
        var brief = Brief("2026-06-11", "buiten-behandeling", Zaak + "-N1");
        var verlening = Na(BuitenBehandeling, brief, Ingetrokken with { Grond = "buiten-behandeling" })!;

        Assert.Equal((Fase.Vervallen, Kvk), (verlening.Fase, verlening.KvkNummer));
        var beeld = Bekijken.Van(verlening, aanvrager: true, Regelstanden.Ongewijzigd, Beoordeeld);
        var bezwaar = Assert.Single(beeld.Bezwaar);
        Assert.Equal((Zaak + "-N1", Dag("2026-06-12"), Dag("2026-07-23")), (bezwaar.Besluit, bezwaar.Van, bezwaar.TotEnMet));
        Assert.Equal("6:7 en 6:8 Awb", bezwaar.Artikel);
    }

    [Fact]
    public void Its_letter_may_be_heard_of_first()
    {
        var brief = Brief("2026-06-11", "buiten-behandeling", Zaak + "-N1");

        Assert.Empty(Na(brief)!.Bezwaartermijnen);
        Assert.Equal(Beeld(Na(BuitenBehandeling, brief)), Beeld(Na(brief, BuitenBehandeling)));
    }

    [Fact]
    public void A_completion_after_it_changes_nothing()
    {
        Assert.Empty(Hoor(Na(BuitenBehandeling), BuitenBehandeling).Gebeurtenissen);
        Assert.Equal("vervallen", Onderteken(Na(Verlenen, Reservering, BuitenBehandeling, Ingetrokken)!).Weigering?.Code);
    }

    private static readonly BudgetGereserveerdBericht Eerst = Reservering with { Versie = 1 };
    private static readonly BudgetGereserveerdBericht Verlaagd = Eerst with { Bedrag = 9000.00m, Terug = 2040.00m, Versie = 2 };
    private static readonly BudgetVrijgegevenBericht TerugGevraagd = Vrijgegeven with { Terug = 11040.00m, Versie = 2 };
    private static readonly Instant TweeMinutenTerug = Gereserveerd - Duration.FromMinutes(2);

    private static IReadOnlyList<Gebeurtenis> Gehoord(Verlening stand, object bericht)
    {
        var beslissing = Hoor(stand, bericht);
        Assert.Null(beslissing.Weigering);
        return beslissing.Gebeurtenissen;
    }

    private static Beslissing Terug(Verlening verlening) =>
        Terugzenden.Beslis(
            Zaak,
            verlening,
            new Terugzenden.Verzoek("Bekijk dit opnieuw."),
            () => new Verwijzing(Guid.Empty, "h"),
            Ondertekenaar,
            Beoordeeld
        );
}
