using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken.Tests;

/// <summary>
/// What a recipient asks or reports while the project runs is work: a change by its last day, a progress report and a declaration until it is decided.
/// </summary>
public sealed class ProjectwerkTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    private const string Wijzigingsfase = "wijziging";
    private const string Voortgangsfase = "voortgang";
    private const string Meldingsfase = "melding";

    private static readonly Instant Nu = SystemClock.Instance.GetCurrentInstant();

    private readonly Werkvenster _venster = new(huis, 200, Aanvragertype.Samenwerkingsverband);

    [Fact]
    public async Task A_change_that_is_asked_is_work_by_its_last_day_until_it_is_decided_or_withdrawn()
    {
        var zaak = await Verleend();
        Assert.Empty(await Zaken(Wijzigingsfase));
        var (eerste, tweede) = (Werkvenster.Vandaag.PlusDays(40), Werkvenster.Vandaag.PlusDays(20));

        await Hoor(Gevraagd(zaak, 1, eerste), Gevraagd(zaak, 2, tweede));

        var termijn = Werkvenster.Regels.Termijn(Termijncode.BeslistermijnWijziging);
        foreach (var fase in (string?[])[null, "uitvoeren", Wijzigingsfase])
        {
            var regel = Assert.Single(await Zaken(fase));
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
        Assert.Empty(await Zaken(Voortgangsfase));

        await Hoor(Besloten(zaak, 2));
        var daarna = Assert.Single(await Zaken(Wijzigingsfase));
        Assert.Equal(($"{zaak.Nummer}-W1", Dag(eerste)), (Tekst(daarna, "wijziging"), Uiterlijk(daarna)));
        await Hoor(new WijzigingIngetrokkenBericht(zaak.Nummer, $"{zaak.Nummer}-W1", Later(6)));
        Assert.Empty(await Zaken(Wijzigingsfase));
        Assert.False(Assert.Single(await Zaken()).TryGetProperty("wijziging", out _));
    }

    [Fact]
    public async Task A_change_of_which_was_told_in_time_that_it_comes_later_stands_with_the_later_day()
    {
        var (zaak, eerst, later) = (await Verleend(), Werkvenster.Vandaag.PlusDays(5), Werkvenster.Vandaag.PlusDays(30));
        // In either order.
        await Hoor(
            new WijzigingVertraagdBericht(zaak.Nummer, $"{zaak.Nummer}-W1", zaak.Kvk, "slim-2026", eerst, later, Later(3)),
            Gevraagd(zaak, 1, eerst)
        );
        Assert.Equal(Dag(later), Uiterlijk(Assert.Single(await Zaken(Wijzigingsfase))));
    }

    [Fact]
    public async Task The_decision_on_a_change_may_be_heard_first_and_once_it_is_settled_there_is_nothing_to_change()
    {
        var (eerst, vastgesteld) = (await Verleend(), await Verleend());
        await Hoor(Besloten(eerst, 1), Gevraagd(eerst, 1, Werkvenster.Vandaag.PlusDays(20)));
        await Hoor(Gevraagd(vastgesteld, 1, Werkvenster.Vandaag.PlusDays(20)), vastgesteld.Vastgesteld with { Op = Later(5) });
        Assert.Empty(await Zaken(Wijzigingsfase));
    }

    [Fact]
    public async Task What_is_late_stands_on_top()
    {
        var (laat, later) = (await Verleend(), await Verleend());
        await Hoor(Gevraagd(later, 1, Werkvenster.Vandaag.PlusDays(10)), Gevraagd(laat, 1, Werkvenster.Vandaag.PlusDays(-2)));
        Assert.Equal([laat.Nummer, later.Nummer], (await Zaken(Wijzigingsfase)).Select(z => Tekst(z, "zaaknummer")));
        Assert.Equal([laat.Nummer], (await Gevonden($"tijdvak={_venster.Id}&termijn=verlopen")).Select(z => Tekst(z, "zaaknummer")));
    }

    [Fact]
    public async Task A_progress_report_is_work_until_its_advance_is_given_and_as_long_as_the_period_runs()
    {
        var (zaak, voorbij) = (await Verleend(), await Verleend(Werkvenster.Vandaag.PlusDays(-1)));
        Assert.Empty(await Zaken(Voortgangsfase));

        await Hoor(Verslag(zaak), Verslag(voorbij));

        var regel = Assert.Single(await Zaken(Voortgangsfase));
        Assert.Equal((zaak.Nummer, true), (Tekst(regel, "zaaknummer"), regel.GetProperty("verslag").GetBoolean()));
        await Hoor(
            new VoorschotToegekendBericht(zaak.Nummer, zaak.Kvk, $"{zaak.Nummer}-T1", 1_000.00m, ["bo", "mo"], Later(4), NaVoortgang: true)
        );
        Assert.Empty(await Zaken(Voortgangsfase));
    }

    [Fact]
    public async Task A_report_that_went_back_is_no_work_until_another_comes_and_after_a_declaration_neither_is()
    {
        var zaak = await Verleend();
        // That it went back is heard first, and by a clock that was behind.
        await Hoor(
            new VoortgangTeruggezondenBericht(zaak.Nummer, zaak.Kvk, Werkvenster.Vandaag, Nu, Versie: 4),
            Verslag(zaak) with
            {
                Versie = 3,
            }
        );
        Assert.Empty(await Zaken(Voortgangsfase));
        await Hoor(Verslag(zaak) with { Versie = 5 });
        Assert.Single(await Zaken(Voortgangsfase));
        await Hoor(new DeclaratieIngediendBericht(zaak.Nummer, 6, 9_683.20m, Later(3)));
        Assert.Empty(await Zaken(Voortgangsfase));
    }

    [Fact]
    public async Task After_a_withdrawal_no_second_advance_is_given_and_its_report_is_no_work()
    {
        var zaak = await Verleend();
        await Hoor(
            Verslag(zaak),
            new VerleningIngetrokkenBericht(
                zaak.Nummer,
                _venster.Id,
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
        Assert.Empty(await Zaken(Voortgangsfase));
    }

    [Fact]
    public async Task A_declaration_is_to_be_settled_within_its_term_from_its_receipt()
    {
        var zaak = await Verleend();
        Assert.False(Assert.Single(await Zaken("uitvoeren")).TryGetProperty("termijn", out _));

        await Hoor(new DeclaratieIngediendBericht(zaak.Nummer, 6, 9_683.20m, Nu + Duration.FromSeconds(3)));

        var regel = Assert.Single(await Zaken("vaststellen"));
        Assert.Equal(Dag(Termijnen.Einde(Werkvenster.Regels, Termijncode.VaststellingOpVerzoek, Werkvenster.Vandaag)), Uiterlijk(regel));
        await Hoor(zaak.Vastgesteld with { Op = Later(5) });
        Assert.Empty(await Zaken());
    }

    [Fact]
    public async Task While_a_completion_is_waited_for_the_case_is_with_the_recipient_and_its_term_stands_still()
    {
        var zaak = await Verleend(op: Dagen(-100));
        var (gevraagd, laatste) = (Dagen(-20), Werkvenster.Vandaag.PlusDays(3));
        await Hoor(
            new DeclaratieIngediendBericht(zaak.Nummer, 6, 9_683.20m, Dagen(-40)),
            new DeclaratieaanvullingGevraagdBericht(zaak.Nummer, zaak.Kvk, "hash", laatste, gevraagd)
        );

        var regel = Assert.Single(await Zaken("wacht-op-aanvrager"));
        Assert.Equal(("wacht-op-aanvrager", Dag(laatste)), (Tekst(regel, "fase"), Uiterlijk(regel)));
        Assert.Equal(Werkvenster.Regels.Termijn(Termijncode.Hersteltermijn).Titel, Tekst(regel.GetProperty("termijn"), "titel"));
        Assert.Empty(await Zaken("vaststellen"));

        // Its letter was sent later, and so is its last day.
        var verzonden = Moment.Dag(Dagen(-5));
        await Hoor(
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
        Assert.Equal(Dag(uiterlijk), Uiterlijk(Assert.Single(await Zaken("wacht-op-aanvrager"))));

        await Hoor(new DeclaratieIngediendBericht(zaak.Nummer, 6, 9_683.20m, Dagen(-1)));
        Assert.Empty(await Zaken("wacht-op-aanvrager"));
        Assert.Equal(
            Dag(
                Termijnen.Einde(
                    Werkvenster.Regels,
                    Termijncode.VaststellingOpVerzoek,
                    Moment.Dag(Dagen(-40)),
                    [Stilstand.Aanvulling(verzonden, uiterlijk, Moment.Dag(Dagen(-1)))]
                )
            ),
            Uiterlijk(Assert.Single(await Zaken("vaststellen")))
        );
    }

    [Fact]
    public async Task After_the_last_day_to_complete_it_is_our_turn_again()
    {
        var zaak = await Verleend(op: Dagen(-100));
        await Hoor(
            new DeclaratieIngediendBericht(zaak.Nummer, 6, 9_683.20m, Dagen(-40)),
            new DeclaratieaanvullingGevraagdBericht(zaak.Nummer, zaak.Kvk, "hash", Werkvenster.Vandaag.PlusDays(-1), Dagen(-20))
        );
        Assert.Empty(await Zaken("wacht-op-aanvrager"));
        Assert.Single(await Zaken("vaststellen"));
    }

    [Fact]
    public async Task Who_did_not_ask_for_the_settlement_in_time_stands_with_the_day_on_which_that_was_due()
    {
        var periodeTot = Werkvenster.Vandaag.PlusYears(-1);
        await Verleend(periodeTot);
        var termijn = Verantwoordingswijze.Termijn(Werkvenster.Regels, Verantwoordingswijze.Aanvraag);
        Assert.Equal(
            Dag(Termijnen.Einde(Werkvenster.Regels, termijn, periodeTot)),
            Uiterlijk(Assert.Single(await Gevonden($"tijdvak={_venster.Id}&termijn=verlopen")))
        );
    }

    [Fact]
    public async Task The_penalty_for_deciding_late_on_a_change_runs_until_it_is_decided()
    {
        var zaak = await Verleend();
        var ontvangen = Werkvenster.Vandaag.PlusDays(-25);
        await Hoor(
            Gevraagd(zaak, 1, Werkvenster.Vandaag.PlusDays(-30)),
            // That it is void was said first, and is heard last.
            new WijzigingIngebrekestellingBericht(zaak.Nummer, $"{zaak.Nummer}-W1", ontvangen, true, Later(2), 9),
            new WijzigingIngebrekestellingBericht(zaak.Nummer, $"{zaak.Nummer}-W1", ontvangen, false, Later(3), 8)
        );

        var regel = Assert.Single(await Gevonden($"tijdvak={_venster.Id}&termijn=in-gebreke"));

        var ingebreke = regel.GetProperty("ingebreke");
        Assert.Equal(($"{zaak.Nummer}-W1", Dag(ontvangen)), (Tekst(ingebreke, "wijziging"), Tekst(ingebreke, "ontvangenOp")));
        Assert.Equal(Dwangsom.Van(Werkvenster.Regels, ontvangen, Werkvenster.Vandaag).Dagen, ingebreke.GetProperty("dagen").GetInt32());
        var (_, beeld) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}");
        Assert.Equal($"{zaak.Nummer}-W1", Tekst(Assert.Single(beeld.GetProperty("wijzigingenIngebreke").EnumerateArray()), "wijziging"));

        await Hoor(Besloten(zaak, 1));
        Assert.Empty(await Gevonden($"tijdvak={_venster.Id}&termijn=in-gebreke"));
    }

    [Fact]
    public async Task The_penalty_for_settling_late_what_was_asked_runs_until_it_is_settled()
    {
        var zaak = await Verleend();
        var ontvangen = Werkvenster.Vandaag.PlusDays(-25);
        await Hoor(
            new DeclaratieIngediendBericht(zaak.Nummer, 6, 9_683.20m, Later(3)),
            new VaststellingIngebrekestellingBericht(zaak.Nummer, ontvangen, true, Later(4), 9)
        );

        var regel = Assert.Single(await Gevonden($"tijdvak={_venster.Id}&termijn=in-gebreke"));

        var ingebreke = regel.GetProperty("ingebreke");
        Assert.True(ingebreke.GetProperty("vaststelling").GetBoolean());
        Assert.Equal(Dwangsom.Van(Werkvenster.Regels, ontvangen, Werkvenster.Vandaag).Dagen, ingebreke.GetProperty("dagen").GetInt32());
        var (_, beeld) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}");
        Assert.Equal(Dag(ontvangen), Tekst(beeld.GetProperty("vaststellingIngebreke"), "ontvangenOp"));

        await Hoor(new VaststellingIngebrekestellingBericht(zaak.Nummer, ontvangen, false, Later(5), 10));
        Assert.Empty(await Gevonden($"tijdvak={_venster.Id}&termijn=in-gebreke"));
        await Hoor(new VaststellingIngebrekestellingBericht(zaak.Nummer, ontvangen, true, Later(6), 11));
        Assert.Single(await Gevonden($"tijdvak={_venster.Id}&termijn=in-gebreke"));
        await Hoor(zaak.Vastgesteld with { Op = Later(7) });
        Assert.Empty(await Gevonden($"tijdvak={_venster.Id}&termijn=in-gebreke"));
    }

    [Fact]
    public async Task What_a_recipient_must_tell_at_once_is_work_until_it_is_read_or_a_change_is_asked_upon_it()
    {
        var zaak = await Verleend();
        Assert.Empty(await Zaken(Meldingsfase));

        await Hoor(Gemeld(zaak, 1, 4));
        var regel = Assert.Single(await Zaken(Meldingsfase));
        Assert.Equal((zaak.Nummer, true), (Tekst(regel, "zaaknummer"), regel.GetProperty("melding").GetBoolean()));
        var stap = Assert.Single(
            (await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}")).Inhoud.GetProperty("stappen").EnumerateArray(),
            s => Tekst(s, "stap") == "wijziging-gemeld"
        );
        Assert.Equal("Gebeurt later: activiteit C", Tekst(stap, "uitleg"));

        // That it was read is heard before another that was told after it, by a clock that was behind.
        await Hoor(Gemeld(zaak, 2, 5) with { Soort = null, Activiteiten = null, Gezien = true }, Gemeld(zaak, 0, 6));
        Assert.Single(await Zaken(Meldingsfase));
        await Hoor(Gevraagd(zaak, 7, Werkvenster.Vandaag.PlusDays(20)));
        Assert.Empty(await Zaken(Meldingsfase));
        await Hoor(Gemeld(zaak, 8, 7));
        Assert.Single(await Zaken(Meldingsfase));
        await Hoor(zaak.Vastgesteld with { Op = Later(9) });
        Assert.Empty(await Zaken(Meldingsfase));
    }

    /// <param name="periodeTot">Left out: a year from now.</param>
    /// <param name="op">Left out: now.</param>
    private async Task<Voorbeeldzaak> Verleend(LocalDate? periodeTot = null, Instant? op = null)
    {
        await huis.Hoor(Guid.CreateVersion7(), _venster.Bericht);
        var zaak = await _venster.Zaak("iemand");
        await Hoor(
            zaak.Verleend with
            {
                Op = op ?? Nu,
                PeriodeTot = periodeTot ?? Werkvenster.Vandaag.PlusYears(1),
                Verantwoording = Verantwoordingswijze.Aanvraag,
            }
        );
        return zaak;
    }

    private async Task Hoor(params object[] berichten)
    {
        foreach (var bericht in berichten)
        {
            await huis.Hoor(Guid.CreateVersion7(), bericht);
        }
        await huis.Bijgewerkt();
    }

    private static WijzigingGevraagdBericht Gevraagd(Voorbeeldzaak zaak, int nummer, LocalDate uiterlijk) =>
        new(zaak.Nummer, $"{zaak.Nummer}-W{nummer}", zaak.Kvk, "plan", uiterlijk, Later(nummer));

    private static WijzigingBeslotenBericht Besloten(Voorbeeldzaak zaak, int nummer) =>
        new(
            zaak.Nummer,
            $"{zaak.Nummer}-W{nummer}",
            zaak.Kvk,
            "slim-2026",
            $"{zaak.Nummer}-W{nummer}",
            zaak.Verlening,
            Werkvenster.Vandaag,
            Werkvenster.Vandaag,
            "plan",
            "afgewezen",
            Guid.Empty,
            "hash",
            ["bo", "mo"],
            Later(4)
        );

    private static WijzigingGemeldBericht Gemeld(Voorbeeldzaak zaak, int seconden, long versie) =>
        new(zaak.Nummer, zaak.Kvk, Later(seconden), "later", ["C"], Versie: versie);

    private static VoortgangGemeldBericht Verslag(Voorbeeldzaak zaak) => new(zaak.Nummer, zaak.Kvk, Werkvenster.Vandaag, Later(1));

    private static Instant Dagen(int dagen) => Nu + Duration.FromDays(dagen);

    private static Instant Later(int seconden) => Nu + Duration.FromSeconds(seconden);

    private Task<IReadOnlyList<JsonElement>> Zaken(string? fase = null) =>
        Gevonden($"tijdvak={_venster.Id}{(fase is null ? "" : $"&fase={fase}")}");

    private async Task<IReadOnlyList<JsonElement>> Gevonden(string vraag) =>
        [.. (await huis.Haal(Zakenhuis.Bea, $"/v1/werk?{vraag}")).Inhoud.GetProperty("zaken").EnumerateArray()];

    private static string? Uiterlijk(JsonElement regel) => Tekst(regel.GetProperty("termijn"), "uiterlijk");

    private static string Dag(LocalDate dag) => LocalDatePattern.Iso.Format(dag);

    private static string? Tekst(JsonElement regel, string veld) =>
        regel.TryGetProperty(veld, out var waarde) && waarde.ValueKind == JsonValueKind.String ? waarde.GetString() : null;
}
