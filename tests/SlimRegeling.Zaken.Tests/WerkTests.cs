using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken.Tests;

/// <summary>The list of work: by the term that ends first, and the same while others work on it.</summary>
public sealed class WerkTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    private static readonly Instant Nu = SystemClock.Instance.GetCurrentInstant();

    [Fact]
    public async Task Pages_stay_as_they_are_while_cases_come_in_before_and_between_them()
    {
        var wie = Iemand();
        Werkvenster[] vensters = [await Venster(20), await Venster(10)];
        var zaken = new List<(Werkvenster Venster, Voorbeeldzaak Zaak)>();
        for (var i = 0; i < 10; i++)
        {
            zaken.Add((vensters[i % 2], await vensters[i % 2].Zaak(wie)));
        }
        await huis.Bijgewerkt();
        var gezien = new List<string>();
        string? na = null;
        do
        {
            var (_, lijst) = await Werk($"wie={wie}&aantal=3{(na is null ? "" : $"&na={na}")}");
            gezien.AddRange(Nummers(lijst));
            na = Tekst(lijst, "volgende");
            await vensters[0].Zaak(wie);
            await vensters[1].Zaak(wie);
            await huis.Bijgewerkt();
        } while (na is not null && gezien.Count < 100);

        Assert.Equal(gezien.Count, gezien.Distinct().Count());
        var eerst = zaken.OrderBy(z => z.Venster.Beslissen).ThenBy(z => z.Zaak.Nummer, StringComparer.Ordinal).Select(z => z.Zaak.Nummer);
        Assert.Equal(eerst, gezien.Where(n => zaken.Exists(z => z.Zaak.Nummer == n)));
    }

    [Fact]
    public async Task What_is_late_stands_on_top_and_each_has_its_days()
    {
        var wie = Iemand();
        // Thirteen weeks after it closed; a holiday can move a last day by four days.
        var (laat, week, later) = (await Venster(91 + 8), await Venster(91 - 3), await Venster(0));
        string[] zaken = [(await later.Zaak(wie)).Nummer, (await week.Zaak(wie)).Nummer, (await laat.Zaak(wie)).Nummer];
        await huis.Bijgewerkt();

        var (_, lijst) = await Werk($"wie={wie}");

        Assert.Equal([zaken[2], zaken[1], zaken[0]], Nummers(lijst));
        Assert.Equal(
            new[] { laat, week, later }.Select(v => (Dag(v.Beslissen), Period.DaysBetween(Werkvenster.Vandaag, v.Beslissen))),
            lijst
                .GetProperty("zaken")
                .EnumerateArray()
                .Select(z => z.GetProperty("termijn"))
                .Select(t => (Tekst(t, "uiterlijk")!, t.GetProperty("dagen").GetInt32()))
        );
        Assert.Equal([zaken[2]], await Gevonden($"wie={wie}&termijn=verlopen"));
        Assert.Equal([zaken[2], zaken[1]], await Gevonden($"wie={wie}&termijn=week"));
        Assert.Equal([zaken[2], zaken[1]], await Gevonden($"wie={wie}&termijn=maand"));
    }

    [Fact]
    public async Task The_term_is_that_of_where_the_case_stands()
    {
        var venster = await Venster(5);
        var (gevraagd, verleend, afgewezen) = (await venster.Zaak(), await venster.Zaak(), await venster.Zaak());
        var verzonden = Werkvenster.Vandaag.PlusDays(-3);
        await huis.Hoor(
            Guid.NewGuid(),
            new AanvullingGevraagdBericht(gevraagd.Nummer, venster.Id, gevraagd.Kvk, ["begroting"], verzonden.PlusDays(14), Nu)
        );
        await huis.Hoor(
            Guid.NewGuid(),
            new HersteltermijnGestartBericht(gevraagd.Nummer, venster.Id, verzonden, verzonden.PlusDays(14), Nu)
        );
        await huis.Hoor(Guid.NewGuid(), verleend.Verleend with { Op = Nu });
        await huis.Hoor(
            Guid.NewGuid(),
            new AanvraagAfgewezenBericht(
                afgewezen.Nummer,
                venster.Id,
                afgewezen.Kvk,
                "slim-2026",
                afgewezen.Verlening,
                Werkvenster.Vandaag,
                ["x"],
                ["a", "b"],
                Nu
            )
        );
        await huis.Bijgewerkt();

        Assert.Equal(
            Dag(Termijnen.Einde(Werkvenster.Regels, Termijncode.MededelingBuitenBehandeling, verzonden.PlusDays(14))),
            await Uiterlijk(gevraagd, "fase=wacht-op-aanvrager")
        );
        Assert.Equal(
            Dag(Termijnen.Einde(Werkvenster.Regels, Termijncode.AmbtshalveVaststelling, verleend.Verleend.PeriodeTot)),
            await Uiterlijk(verleend, "fase=uitvoeren&status=verleend")
        );
        Assert.Equal(2, (await Gevonden($"tijdvak={venster.Id}")).Count);

        async Task<string?> Uiterlijk(Voorbeeldzaak zaak, string filter)
        {
            var (_, lijst) = await Werk($"tijdvak={venster.Id}&{filter}");
            var regel = Assert.Single(lijst.GetProperty("zaken").EnumerateArray());
            Assert.Equal(zaak.Nummer, Tekst(regel, "zaaknummer"));
            return Tekst(regel.GetProperty("termijn"), "uiterlijk");
        }
    }

    [Fact]
    public async Task A_case_of_a_window_that_was_not_heard_of_stands_last_until_it_is()
    {
        var (onbekend, wie) = (new Werkvenster(huis, 0, Aanvragertype.Samenwerkingsverband), Iemand());
        var zonder = await onbekend.Zaak(wie);
        var met = await (await Venster(0)).Zaak(wie);
        await huis.Bijgewerkt();
        var (_, lijst) = await Werk($"wie={wie}");
        Assert.Equal([met.Nummer, zonder.Nummer], Nummers(lijst));
        Assert.Null(Tekst(lijst.GetProperty("zaken")[1], "aanvragertype"));

        await huis.Hoor(Guid.NewGuid(), onbekend.Bericht);
        await huis.Bijgewerkt();

        var regel = (await Werk($"wie={wie}&aanvragertype=samenwerkingsverband")).Inhoud.GetProperty("zaken").EnumerateArray().Single();
        Assert.Equal(
            (zonder.Nummer, Dag(onbekend.Beslissen)),
            (Tekst(regel, "zaaknummer"), Tekst(regel.GetProperty("termijn"), "uiterlijk"))
        );
    }

    [Fact]
    public async Task Who_has_a_case_is_seen_at_once_in_whatever_order_it_was_heard()
    {
        var (venster, collega) = (await Venster(3), Iemand());
        var zaak = await venster.Zaak();
        await huis.Bijgewerkt();
        Assert.Equal([zaak.Nummer], await Gevonden($"tijdvak={venster.Id}&wie=niemand"));

        await venster.Toegewezen(zaak, Zakenhuis.Bea, 5);
        Assert.Equal([zaak.Nummer], await Gevonden($"tijdvak={venster.Id}&wie=mij"));
        // It was handed over before, and that comes late.
        await venster.Toegewezen(zaak, collega, 4);
        Assert.Equal([zaak.Nummer], await Gevonden($"tijdvak={venster.Id}&wie=mij"));
        await venster.Toegewezen(zaak, collega, 6);
        Assert.Equal([zaak.Nummer], await Gevonden($"tijdvak={venster.Id}&wie={collega}"));
        Assert.Equal(collega, Tekst((await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}")).Inhoud, "behandelaar"));
        await venster.Toegewezen(zaak, null, 7);
        Assert.Equal([zaak.Nummer], await Gevonden($"tijdvak={venster.Id}&wie=niemand"));

        var (_, eigen) = await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{zaak.Nummer}");
        Assert.Equal("aanvraag-ingediend", Tekst(Assert.Single(eigen.GetProperty("stappen").EnumerateArray()), "stap"));
        Assert.DoesNotContain(collega, eigen.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_penalty_runs_from_the_reminder_until_it_is_void_or_decided()
    {
        var venster = await Venster(91 + 40);
        var (zaak, besloten) = (await venster.Zaak(), await venster.Zaak());
        var ontvangen = Werkvenster.Vandaag.PlusDays(-25);
        foreach (var laat in (Voorbeeldzaak[])[zaak, besloten])
        {
            await huis.Hoor(Guid.NewGuid(), new IngebrekestellingBericht(laat.Nummer, ontvangen, true, Nu, 3));
        }
        await huis.Hoor(Guid.NewGuid(), besloten.Verleend with { Op = Nu });
        await huis.Bijgewerkt();
        var verwacht = Dwangsom.Van(Werkvenster.Regels, ontvangen, Werkvenster.Vandaag);

        var (_, lijst) = await Werk($"tijdvak={venster.Id}&termijn=in-gebreke");

        var regel = Assert.Single(lijst.GetProperty("zaken").EnumerateArray());
        Assert.Equal(zaak.Nummer, Tekst(regel, "zaaknummer"));
        var ingebreke = regel.GetProperty("ingebreke");
        Assert.Equal(
            (verwacht.Dagen, verwacht.Bedrag.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)),
            (ingebreke.GetProperty("dagen").GetInt32(), Tekst(ingebreke, "bedrag"))
        );
        Assert.True(verwacht.Dagen > 0);
        var (_, beeld) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{besloten.Nummer}");
        Assert.Equal(
            Dwangsom.Van(Werkvenster.Regels, ontvangen, Werkvenster.Vandaag.PlusDays(-1)).Dagen,
            beeld.GetProperty("ingebreke").GetProperty("dagen").GetInt32()
        );
        var (_, eigen) = await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{zaak.Nummer}");
        Assert.Null(Tekst(eigen, "ingebreke"));
        Assert.Contains(eigen.GetProperty("stappen").EnumerateArray(), s => Tekst(s, "titel") == "Ingebrekestelling ontvangen");

        await huis.Hoor(Guid.NewGuid(), new IngebrekestellingBericht(zaak.Nummer, ontvangen, false, Nu, 4));
        Assert.Empty(await Gevonden($"tijdvak={venster.Id}&termijn=in-gebreke"));
    }

    [Fact]
    public async Task Who_was_told_that_the_decision_comes_late_keeps_the_term_of_the_law_beside_that_day()
    {
        var venster = await Venster(91 + 40);
        var zaak = await venster.Zaak();
        var (eerst, later) = (Werkvenster.Vandaag.PlusDays(10), Werkvenster.Vandaag.PlusDays(20));
        // The second is heard first.
        await huis.Hoor(Guid.NewGuid(), Gemeld(later, 4));
        await huis.Hoor(Guid.NewGuid(), Gemeld(eerst, 3));
        await huis.Bijgewerkt();
        var verwacht = LocalDatePattern.Iso.Format(later);

        var (_, lijst) = await Werk($"tijdvak={venster.Id}&termijn=verlopen");
        var regel = Assert.Single(lijst.GetProperty("zaken").EnumerateArray());
        Assert.Equal(verwacht, Tekst(regel, "besluitVerwacht"));
        Assert.True(regel.GetProperty("termijn").GetProperty("dagen").GetInt32() < 0);
        var (_, eigen) = await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{zaak.Nummer}");
        Assert.Equal(verwacht, Tekst(eigen, "besluitVerwacht"));
        Assert.NotEqual(verwacht, Tekst(eigen, "beslissenUiterlijk"));
        Assert.Contains(eigen.GetProperty("stappen").EnumerateArray(), s => Tekst(s, "artikel") == "4:14, eerste lid, Awb");

        await huis.Hoor(Guid.NewGuid(), zaak.Verleend with { Op = Nu });
        await huis.Bijgewerkt();
        var (_, besloten) = await Werk($"tijdvak={venster.Id}");
        Assert.Null(Tekst(Assert.Single(besloten.GetProperty("zaken").EnumerateArray()), "besluitVerwacht"));

        VertragingMedegedeeldBericht Gemeld(LocalDate dag, long versie) =>
            new(zaak.Nummer, zaak.Kvk, "slim-2026", Werkvenster.Vandaag.PlusDays(-40), dag, Nu, versie);
    }

    /// <summary>Messages of many cases while rounds go on: what is in the list is what the headers say.</summary>
    [Fact]
    public async Task What_is_heard_while_terms_are_worked_out_is_not_lost()
    {
        var venster = await Venster(1);
        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(async n =>
                {
                    var zaak = await venster.Zaak($"b{n % 3}");
                    await huis.Hoor(Guid.NewGuid(), zaak.Volledig with { Op = Nu });
                    await venster.Toegewezen(zaak, n % 2 == 0 ? null : "b4", 3);
                    if (n % 4 == 0)
                    {
                        await huis.Hoor(Guid.NewGuid(), zaak.Verleend with { Op = Nu + Duration.FromSeconds(1) });
                        await huis.Hoor(Guid.NewGuid(), zaak.Vastgesteld with { Op = Nu + Duration.FromSeconds(2) });
                    }
                })
        );
        await huis.Bijgewerkt();

        Assert.Equal(
            ["10", "20"],
            await huis.Lees(
                $"""
                select count(*)::text from zaken.werk w join zaken.zaak z using (zaaknummer)
                where w.tijdvak = '{venster.Id}' and w.status = z.status and w.behandelaar = z.behandelaar
                  and w.uiterlijk = '{Dag(venster.Beslissen)}'
                group by w.behandelaar order by 1
                """
            )
        );
        Assert.Equal(["30"], await huis.Lees($"select count(*)::text from zaken.werk where tijdvak = '{venster.Id}'"));
    }

    [Fact]
    public async Task Who_treats_and_signs_sees_it_and_what_they_saw_is_in_the_view_log()
    {
        var venster = await Venster(2);
        var zaak = await venster.Zaak();
        await huis.Bijgewerkt();
        foreach (var ander in (string[])[Zakenhuis.Anna, Zakenhuis.Fenna, Zakenhuis.Ben])
        {
            Assert.Equal(403, (await huis.Haal(ander, "/v1/werk")).Status);
        }
        Assert.Empty(await huis.Gezien(zaak.Nummer));

        Assert.Equal([zaak.Nummer], Nummers((await huis.Haal(Zakenhuis.Mila, $"/v1/werk?tijdvak={venster.Id}")).Inhoud));

        Assert.Equal(["werklijst"], await huis.Gezien(zaak.Nummer));
    }

    [Theory]
    [InlineData("status=afgewezen", "status")]
    [InlineData("status=klaar", "status")]
    [InlineData("fase=klaar", "fase")]
    [InlineData("termijn=morgen", "termijn")]
    [InlineData("aanvragertype=stichting", "aanvragertype")]
    [InlineData("na=2026-04-07", "na")]
    [InlineData("na=2026-13-07_SLIM-71ZCH67ZP3", "na")]
    [InlineData("aantal=0", "aantal")]
    [InlineData("aantal=101", "aantal")]
    public async Task A_filter_that_does_not_exist_is_told_with_what_does(string vraag, string veld)
    {
        var (status, probleem) = await Werk(vraag);

        Assert.Equal(422, status);
        Assert.Equal(veld, Tekst(Assert.Single(probleem.GetProperty("fouten").EnumerateArray()), "veld"));
    }

    private static string Iemand() => $"b-{Guid.NewGuid():N}";

    private async Task<Werkvenster> Venster(int gesloten)
    {
        var venster = new Werkvenster(huis, gesloten);
        await huis.Hoor(Guid.NewGuid(), venster.Bericht);
        return venster;
    }

    private Task<(int Status, JsonElement Inhoud)> Werk(string vraag) => huis.Haal(Zakenhuis.Bea, $"/v1/werk?{vraag}");

    private async Task<IReadOnlyList<string>> Gevonden(string vraag) => [.. Nummers((await Werk(vraag)).Inhoud)];

    private static IEnumerable<string> Nummers(JsonElement lijst) =>
        lijst.GetProperty("zaken").EnumerateArray().Select(z => z.GetProperty("zaaknummer").GetString()!);

    private static string Dag(LocalDate dag) => LocalDatePattern.Iso.Format(dag);

    private static string? Tekst(JsonElement regel, string veld) =>
        regel.TryGetProperty(veld, out var waarde) && waarde.ValueKind == JsonValueKind.String ? waarde.GetString() : null;
}
