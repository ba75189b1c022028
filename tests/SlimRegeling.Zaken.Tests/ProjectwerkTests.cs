using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Regels;
using static SlimRegeling.Zaken.Tests.Projectwerk;
using static SlimRegeling.Zaken.Tests.Werklijst;

namespace SlimRegeling.Zaken.Tests;

/// <summary>What a recipient asks or reports while the project runs is work: a change by its last day, a progress report until it is decided.</summary>
public sealed class ProjectwerkTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    private const string Wijzigingsfase = "wijziging";
    private const string Voortgangsfase = "voortgang";
    private const string Meldingsfase = "melding";

    private readonly Projectwerk _werk = new(huis);

    [Fact]
    public async Task A_change_that_is_asked_is_work_by_its_last_day_until_it_is_decided_or_withdrawn()
    {
        var zaak = await _werk.Verleend();
        Assert.Empty(await _werk.Zaken(Wijzigingsfase));
        var (eerste, tweede) = (Werkvenster.Vandaag.PlusDays(40), Werkvenster.Vandaag.PlusDays(20));

        await _werk.Hoor(Gevraagd(zaak, 1, eerste), Gevraagd(zaak, 2, tweede));

        var termijn = Werkvenster.Regels.Termijn(Termijncode.BeslistermijnWijziging);
        foreach (var fase in (string?[])[null, "uitvoeren", Wijzigingsfase])
        {
            var regel = Assert.Single(await _werk.Zaken(fase));
            Assert.Equal(
                (zaak.Nummer, "uitvoeren", $"{zaak.Nummer}-W2", "iemand"),
                (Tekst(regel, "zaaknummer"), Tekst(regel, "fase"), Tekst(regel, "wijziging"), Tekst(regel, "behandelaar"))
            );
            var beeld = regel.GetProperty("termijn");
            Assert.Equal(
                (termijn.Titel, termijn.Artikel, Dag(tweede), 20),
                (Tekst(beeld, "titel"), Tekst(beeld, "artikel"), Tekst(beeld, "uiterlijk"), beeld.GetProperty("dagen").GetInt32())
            );
        }
        Assert.Empty(await _werk.Zaken(Voortgangsfase));

        await _werk.Hoor(Besloten(zaak, 2));
        var daarna = Assert.Single(await _werk.Zaken(Wijzigingsfase));
        Assert.Equal(($"{zaak.Nummer}-W1", Dag(eerste)), (Tekst(daarna, "wijziging"), Uiterlijk(daarna)));
        await _werk.Hoor(new WijzigingIngetrokkenBericht(zaak.Nummer, $"{zaak.Nummer}-W1", Later(6)));
        Assert.Empty(await _werk.Zaken(Wijzigingsfase));
        Assert.False(Assert.Single(await _werk.Zaken()).TryGetProperty("wijziging", out _));
    }

    [Fact]
    public async Task A_change_of_which_was_told_in_time_that_it_comes_later_stands_with_the_later_day()
    {
        var (zaak, eerst, later) = (await _werk.Verleend(), Werkvenster.Vandaag.PlusDays(5), Werkvenster.Vandaag.PlusDays(30));
        // In either order.
        await _werk.Hoor(
            new WijzigingVertraagdBericht(zaak.Nummer, $"{zaak.Nummer}-W1", zaak.Kvk, "slim-2026", eerst, later, Later(3)),
            Gevraagd(zaak, 1, eerst)
        );
        Assert.Equal(Dag(later), Uiterlijk(Assert.Single(await _werk.Zaken(Wijzigingsfase))));
    }

    [Fact]
    public async Task The_decision_on_a_change_may_be_heard_first_and_once_it_is_settled_there_is_nothing_to_change()
    {
        var (eerst, vastgesteld) = (await _werk.Verleend(), await _werk.Verleend());
        await _werk.Hoor(Besloten(eerst, 1), Gevraagd(eerst, 1, Werkvenster.Vandaag.PlusDays(20)));
        await _werk.Hoor(Gevraagd(vastgesteld, 1, Werkvenster.Vandaag.PlusDays(20)), vastgesteld.Vastgesteld with { Op = Later(5) });
        Assert.Empty(await _werk.Zaken(Wijzigingsfase));
    }

    [Fact]
    public async Task What_is_late_stands_on_top()
    {
        var (laat, later) = (await _werk.Verleend(), await _werk.Verleend());
        await _werk.Hoor(Gevraagd(later, 1, Werkvenster.Vandaag.PlusDays(10)), Gevraagd(laat, 1, Werkvenster.Vandaag.PlusDays(-2)));
        Assert.Equal([laat.Nummer, later.Nummer], (await _werk.Zaken(Wijzigingsfase)).Select(z => Tekst(z, "zaaknummer")));
        Assert.Equal([laat.Nummer], (await _werk.Gevonden("termijn=verlopen")).Select(z => Tekst(z, "zaaknummer")));
    }

    [Fact]
    public async Task A_progress_report_is_work_until_its_advance_is_given_and_as_long_as_the_period_runs()
    {
        var (zaak, voorbij) = (await _werk.Verleend(), await _werk.Verleend(Werkvenster.Vandaag.PlusDays(-1)));
        Assert.Empty(await _werk.Zaken(Voortgangsfase));

        await _werk.Hoor(Verslag(zaak), Verslag(voorbij));

        var regel = Assert.Single(await _werk.Zaken(Voortgangsfase));
        Assert.Equal((zaak.Nummer, true), (Tekst(regel, "zaaknummer"), regel.GetProperty("verslag").GetBoolean()));
        await _werk.Hoor(
            new VoorschotToegekendBericht(zaak.Nummer, zaak.Kvk, $"{zaak.Nummer}-T1", 1_000.00m, ["bo", "mo"], Later(4), NaVoortgang: true)
        );
        Assert.Empty(await _werk.Zaken(Voortgangsfase));
    }

    [Fact]
    public async Task A_report_that_went_back_is_no_work_until_another_comes_and_after_a_declaration_neither_is()
    {
        var zaak = await _werk.Verleend();
        // That it went back is heard first, and by a clock that was behind.
        await _werk.Hoor(
            new VoortgangTeruggezondenBericht(zaak.Nummer, zaak.Kvk, Werkvenster.Vandaag, Nu, Versie: 4),
            Verslag(zaak) with
            {
                Versie = 3,
            }
        );
        Assert.Empty(await _werk.Zaken(Voortgangsfase));
        await _werk.Hoor(Verslag(zaak) with { Versie = 5 });
        Assert.Single(await _werk.Zaken(Voortgangsfase));
        await _werk.Hoor(new DeclaratieIngediendBericht(zaak.Nummer, 6, 9_683.20m, Later(3)));
        Assert.Empty(await _werk.Zaken(Voortgangsfase));
    }

    [Fact]
    public async Task After_a_withdrawal_no_second_advance_is_given_and_its_report_is_no_work()
    {
        var zaak = await _werk.Verleend();
        await _werk.Hoor(
            Verslag(zaak),
            new VerleningIngetrokkenBericht(
                zaak.Nummer,
                _werk.Tijdvak,
                zaak.Kvk,
                "slim-2026",
                $"{zaak.Nummer}-I1",
                zaak.Verlening,
                "verlening",
                Werkvenster.Vandaag,
                "niet-besteed",
                4_000.00m,
                11_040.00m,
                4_000.00m,
                0.00m,
                0.00m,
                Werkvenster.Vandaag,
                Guid.Empty,
                "hash",
                ["bo", "mo"],
                Later(4),
                PeriodeTot: zaak.Verleend.PeriodeTot,
                Verantwoording: Verantwoordingswijze.Aanvraag
            )
        );
        Assert.Empty(await _werk.Zaken(Voortgangsfase));
    }

    [Fact]
    public async Task The_penalty_for_deciding_late_on_a_change_runs_until_it_is_decided()
    {
        var zaak = await _werk.Verleend();
        var ontvangen = Werkvenster.Vandaag.PlusDays(-25);
        await _werk.Hoor(
            Gevraagd(zaak, 1, Werkvenster.Vandaag.PlusDays(-30)),
            // That it is void was said first, and is heard last.
            new WijzigingIngebrekestellingBericht(zaak.Nummer, $"{zaak.Nummer}-W1", ontvangen, true, Later(2), 9),
            new WijzigingIngebrekestellingBericht(zaak.Nummer, $"{zaak.Nummer}-W1", ontvangen, false, Later(3), 8)
        );

        var regel = Assert.Single(await _werk.Gevonden("termijn=in-gebreke"));

        var ingebreke = regel.GetProperty("ingebreke");
        Assert.Equal(($"{zaak.Nummer}-W1", Dag(ontvangen)), (Tekst(ingebreke, "wijziging"), Tekst(ingebreke, "ontvangenOp")));
        Assert.Equal(Dwangsom.Van(Werkvenster.Regels, ontvangen, Werkvenster.Vandaag).Dagen, ingebreke.GetProperty("dagen").GetInt32());
        var (_, beeld) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}");
        Assert.Equal($"{zaak.Nummer}-W1", Tekst(Assert.Single(beeld.GetProperty("wijzigingenIngebreke").EnumerateArray()), "wijziging"));

        await _werk.Hoor(Besloten(zaak, 1));
        Assert.Empty(await _werk.Gevonden("termijn=in-gebreke"));
    }

    [Fact]
    public async Task What_a_recipient_must_tell_at_once_is_work_until_it_is_read_or_a_change_is_asked_upon_it()
    {
        var zaak = await _werk.Verleend();
        Assert.Empty(await _werk.Zaken(Meldingsfase));

        await _werk.Hoor(Gemeld(zaak, 1, 4));
        var regel = Assert.Single(await _werk.Zaken(Meldingsfase));
        Assert.Equal((zaak.Nummer, true), (Tekst(regel, "zaaknummer"), regel.GetProperty("melding").GetBoolean()));
        var stap = Assert.Single(
            (await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}")).Inhoud.GetProperty("stappen").EnumerateArray(),
            s => Tekst(s, "stap") == "wijziging-gemeld"
        );
        Assert.Equal("Gebeurt later: activiteit C", Tekst(stap, "uitleg"));

        // That it was read is heard before another that was told after it, by a clock that was behind.
        await _werk.Hoor(Gemeld(zaak, 2, 5) with { Soort = null, Activiteiten = null, Gezien = true }, Gemeld(zaak, 0, 6));
        Assert.Single(await _werk.Zaken(Meldingsfase));
        await _werk.Hoor(Gevraagd(zaak, 7, Werkvenster.Vandaag.PlusDays(20)));
        Assert.Empty(await _werk.Zaken(Meldingsfase));
        await _werk.Hoor(Gemeld(zaak, 8, 7));
        Assert.Single(await _werk.Zaken(Meldingsfase));
        await _werk.Hoor(zaak.Vastgesteld with { Op = Later(9) });
        Assert.Empty(await _werk.Zaken(Meldingsfase));
    }
}
