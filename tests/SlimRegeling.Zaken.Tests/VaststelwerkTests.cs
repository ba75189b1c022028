using NodaTime;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using static SlimRegeling.Zaken.Tests.Projectwerk;
using static SlimRegeling.Zaken.Tests.Werklijst;

namespace SlimRegeling.Zaken.Tests;

/// <summary>A settlement that is asked for is work by its last day, and with the recipient while something is waited for.</summary>
public sealed class VaststelwerkTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    private readonly Projectwerk _werk = new(huis);

    [Fact]
    public async Task A_declaration_is_to_be_settled_within_its_term_from_its_receipt()
    {
        var zaak = await _werk.Verleend();
        Assert.False(Assert.Single(await _werk.Zaken("uitvoeren")).TryGetProperty("termijn", out _));

        await _werk.Hoor(new DeclaratieIngediendBericht(zaak.Nummer, 6, 9_683.20m, Nu + Duration.FromSeconds(3)));

        var regel = Assert.Single(await _werk.Zaken("vaststellen"));
        Assert.Equal(Dag(Termijnen.Einde(Werkvenster.Regels, Termijncode.VaststellingOpVerzoek, Werkvenster.Vandaag)), Uiterlijk(regel));
        await _werk.Hoor(zaak.Vastgesteld with { Op = Later(5) });
        Assert.Empty(await _werk.Zaken());
    }

    [Fact]
    public async Task While_a_completion_is_waited_for_the_case_is_with_the_recipient_and_its_term_stands_still()
    {
        var zaak = await _werk.Verleend(op: Dagen(-100));
        var (gevraagd, laatste) = (Dagen(-20), Werkvenster.Vandaag.PlusDays(3));
        await _werk.Hoor(
            new DeclaratieIngediendBericht(zaak.Nummer, 6, 9_683.20m, Dagen(-40)),
            new DeclaratieaanvullingGevraagdBericht(zaak.Nummer, zaak.Kvk, "hash", laatste, gevraagd)
        );

        var regel = Assert.Single(await _werk.Zaken("wacht-op-aanvrager"));
        Assert.Equal(("wacht-op-aanvrager", Dag(laatste)), (Tekst(regel, "fase"), Uiterlijk(regel)));
        Assert.Equal(Werkvenster.Regels.Termijn(Termijncode.Hersteltermijn).Titel, Tekst(regel.GetProperty("termijn"), "titel"));
        Assert.Empty(await _werk.Zaken("vaststellen"));

        // Its letter was sent later, and so is its last day.
        var verzonden = Moment.Dag(Dagen(-5));
        await _werk.Hoor(
            new BriefVerzondenBericht(
                zaak.Nummer,
                $"{zaak.Nummer}-declaratie-aanvulling",
                "declaratie-aanvulling",
                null,
                verzonden,
                Dagen(-5)
            )
        );
        var uiterlijk = Termijnen.Einde(Werkvenster.Regels, Termijncode.Hersteltermijn, verzonden);
        Assert.Equal(Dag(uiterlijk), Uiterlijk(Assert.Single(await _werk.Zaken("wacht-op-aanvrager"))));

        await _werk.Hoor(new DeclaratieIngediendBericht(zaak.Nummer, 6, 9_683.20m, Dagen(-1)));
        Assert.Empty(await _werk.Zaken("wacht-op-aanvrager"));
        Assert.Equal(
            Dag(
                Termijnen.Einde(
                    Werkvenster.Regels,
                    Termijncode.VaststellingOpVerzoek,
                    Moment.Dag(Dagen(-40)),
                    [Stilstand.Aanvulling(verzonden, uiterlijk, Moment.Dag(Dagen(-1)))]
                )
            ),
            Uiterlijk(Assert.Single(await _werk.Zaken("vaststellen")))
        );
    }

    [Fact]
    public async Task After_the_last_day_to_complete_it_is_our_turn_again()
    {
        var zaak = await _werk.Verleend(op: Dagen(-100));
        await _werk.Hoor(
            new DeclaratieIngediendBericht(zaak.Nummer, 6, 9_683.20m, Dagen(-40)),
            new DeclaratieaanvullingGevraagdBericht(zaak.Nummer, zaak.Kvk, "hash", Werkvenster.Vandaag.PlusDays(-1), Dagen(-20))
        );
        Assert.Empty(await _werk.Zaken("wacht-op-aanvrager"));
        Assert.Single(await _werk.Zaken("vaststellen"));
    }

    [Fact]
    public async Task Who_did_not_ask_for_the_settlement_in_time_stands_with_the_day_on_which_that_was_due()
    {
        var periodeTot = Werkvenster.Vandaag.PlusYears(-1);
        await _werk.Verleend(periodeTot);
        var termijn = Verantwoordingswijze.Termijn(Werkvenster.Regels, Verantwoordingswijze.Aanvraag);
        Assert.Equal(
            Dag(Termijnen.Einde(Werkvenster.Regels, termijn, periodeTot)),
            Uiterlijk(Assert.Single(await _werk.Gevonden("termijn=verlopen")))
        );
    }

    [Fact]
    public async Task The_penalty_for_settling_late_what_was_asked_runs_until_it_is_settled()
    {
        var zaak = await _werk.Verleend();
        var ontvangen = Werkvenster.Vandaag.PlusDays(-25);
        await _werk.Hoor(
            new DeclaratieIngediendBericht(zaak.Nummer, 6, 9_683.20m, Later(3)),
            new VaststellingIngebrekestellingBericht(zaak.Nummer, ontvangen, true, Later(4), 9)
        );

        var regel = Assert.Single(await _werk.Gevonden("termijn=in-gebreke"));

        var ingebreke = regel.GetProperty("ingebreke");
        Assert.True(ingebreke.GetProperty("vaststelling").GetBoolean());
        Assert.Equal(Dwangsom.Van(Werkvenster.Regels, ontvangen, Werkvenster.Vandaag).Dagen, ingebreke.GetProperty("dagen").GetInt32());
        var (_, beeld) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}");
        Assert.Equal(Dag(ontvangen), Tekst(beeld.GetProperty("vaststellingIngebreke"), "ontvangenOp"));

        await _werk.Hoor(new VaststellingIngebrekestellingBericht(zaak.Nummer, ontvangen, false, Later(5), 10));
        Assert.Empty(await _werk.Gevonden("termijn=in-gebreke"));
        await _werk.Hoor(new VaststellingIngebrekestellingBericht(zaak.Nummer, ontvangen, true, Later(6), 11));
        Assert.Single(await _werk.Gevonden("termijn=in-gebreke"));
        await _werk.Hoor(zaak.Vastgesteld with { Op = Later(7) });
        Assert.Empty(await _werk.Gevonden("termijn=in-gebreke"));
    }
}
