using NodaTime;
using SlimRegeling.Regels;
using static SlimRegeling.Zaken.Tests.Werklijst;

namespace SlimRegeling.Zaken.Tests;

/// <summary>The list of work: by the term that ends first, and the same while others work on it.</summary>
public sealed class WerkTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    private static readonly Instant Nu = SystemClock.Instance.GetCurrentInstant();

    private readonly Werklijst _lijst = new(huis);

    [Fact]
    public async Task Pages_stay_as_they_are_while_cases_come_in_before_and_between_them()
    {
        var wie = Iemand();
        Werkvenster[] vensters = [await _lijst.Venster(20), await _lijst.Venster(10)];
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
            var (_, lijst) = await _lijst.Vraag($"wie={wie}&aantal=3{(na is null ? "" : $"&na={na}")}");
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
        var (laat, week, later) = (await _lijst.Venster(91 + 8), await _lijst.Venster(91 - 3), await _lijst.Venster(0));
        string[] zaken = [(await later.Zaak(wie)).Nummer, (await week.Zaak(wie)).Nummer, (await laat.Zaak(wie)).Nummer];
        await huis.Bijgewerkt();

        var (_, lijst) = await _lijst.Vraag($"wie={wie}");

        Assert.Equal([zaken[2], zaken[1], zaken[0]], Nummers(lijst));
        Assert.Equal(
            new[] { laat, week, later }.Select(v => (Dag(v.Beslissen), Period.DaysBetween(Werkvenster.Vandaag, v.Beslissen))),
            lijst
                .GetProperty("zaken")
                .EnumerateArray()
                .Select(z => z.GetProperty("termijn"))
                .Select(t => (Tekst(t, "uiterlijk")!, t.GetProperty("dagen").GetInt32()))
        );
        Assert.Equal([zaken[2]], await _lijst.Nummers($"wie={wie}&termijn=verlopen"));
        Assert.Equal([zaken[2], zaken[1]], await _lijst.Nummers($"wie={wie}&termijn=week"));
        Assert.Equal([zaken[2], zaken[1]], await _lijst.Nummers($"wie={wie}&termijn=maand"));
    }

    [Fact]
    public async Task A_case_of_a_window_that_was_not_heard_of_stands_last_until_it_is()
    {
        var (onbekend, wie) = (new Werkvenster(huis, 0, Aanvragertype.Samenwerkingsverband), Iemand());
        var zonder = await onbekend.Zaak(wie);
        var met = await (await _lijst.Venster(0)).Zaak(wie);
        await huis.Bijgewerkt();
        var (_, lijst) = await _lijst.Vraag($"wie={wie}");
        Assert.Equal([met.Nummer, zonder.Nummer], Nummers(lijst));
        Assert.Null(Tekst(lijst.GetProperty("zaken")[1], "aanvragertype"));

        await huis.Hoor(Guid.NewGuid(), onbekend.Bericht);
        await huis.Bijgewerkt();

        var regel = Assert.Single(await _lijst.Regels($"wie={wie}&aanvragertype=samenwerkingsverband"));
        Assert.Equal(
            (zonder.Nummer, Dag(onbekend.Beslissen)),
            (Tekst(regel, "zaaknummer"), Tekst(regel.GetProperty("termijn"), "uiterlijk"))
        );
    }

    [Fact]
    public async Task Who_has_a_case_is_seen_at_once_in_whatever_order_it_was_heard()
    {
        var (venster, collega) = (await _lijst.Venster(3), Iemand());
        var zaak = await venster.Zaak();
        await huis.Bijgewerkt();
        Assert.Equal([zaak.Nummer], await _lijst.Nummers($"tijdvak={venster.Id}&wie=niemand"));

        await venster.Toegewezen(zaak, Zakenhuis.Bea, 5);
        Assert.Equal([zaak.Nummer], await _lijst.Nummers($"tijdvak={venster.Id}&wie=mij"));
        // It was handed over before, and that comes late.
        await venster.Toegewezen(zaak, collega, 4);
        Assert.Equal([zaak.Nummer], await _lijst.Nummers($"tijdvak={venster.Id}&wie=mij"));
        await venster.Toegewezen(zaak, collega, 6);
        Assert.Equal([zaak.Nummer], await _lijst.Nummers($"tijdvak={venster.Id}&wie={collega}"));
        Assert.Equal(collega, Tekst((await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}")).Inhoud, "behandelaar"));
        await venster.Toegewezen(zaak, null, 7);
        Assert.Equal([zaak.Nummer], await _lijst.Nummers($"tijdvak={venster.Id}&wie=niemand"));

        var (_, eigen) = await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{zaak.Nummer}");
        Assert.Equal("aanvraag-ingediend", Tekst(Assert.Single(eigen.GetProperty("stappen").EnumerateArray()), "stap"));
        Assert.DoesNotContain(collega, eigen.GetRawText(), StringComparison.Ordinal);
    }

    /// <summary>Messages of many cases while rounds go on: what is in the list is what the headers say.</summary>
    [Fact]
    public async Task What_is_heard_while_terms_are_worked_out_is_not_lost()
    {
        var venster = await _lijst.Venster(1);
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
        var venster = await _lijst.Venster(2);
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
        var (status, probleem) = await _lijst.Vraag(vraag);

        Assert.Equal(422, status);
        Assert.Equal(veld, Tekst(Assert.Single(probleem.GetProperty("fouten").EnumerateArray()), "veld"));
    }

    private static string Iemand() => $"b-{Guid.NewGuid():N}";
}
