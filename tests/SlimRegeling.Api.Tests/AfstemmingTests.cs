using System.Text.Json;

namespace SlimRegeling.Api.Tests;

/// <summary>Where nothing was damaged the reconciliation finds nothing, in what the whole program stored of a case from draft to payment.</summary>
public sealed class AfstemmingTests(Afstemhuis huis) : IClassFixture<Afstemhuis>
{
    [Fact]
    public async Task Without_damage_it_finds_nothing_and_says_what_it_looked_at()
    {
        var (zaak, _, wie) = await huis.Betaald();
        await huis.Betaald();
        // And what goes another way.
        var loop = huis.Loop;
        var tijdvak = await loop.Tijdvak();
        await loop.Concept(tijdvak, wie);
        var ingetrokken = await loop.Ingediend(tijdvak, huis.Huis.Ondernemer().Wie);
        await Zaakloop.Gelukt(huis.Huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{ingetrokken}/volledigheid", """{"volledig":true}"""));
        await loop.Geloot(3, "11040.00");
        await huis.Verouder();

        var alarmen = await huis.Alarmen();
        var laatste = (await huis.Beeld()).GetProperty("laatste");

        Assert.True(alarmen.Count == 0, string.Join('\n', alarmen));
        Assert.True(laatste.GetProperty("sluit").GetBoolean(), laatste.ToString());
        Assert.True(laatste.GetProperty("verleningen").GetInt32() >= 2);
        Assert.True(laatste.GetProperty("betalingen").GetInt32() >= 2);
        Assert.True(laatste.GetProperty("berichten").GetProperty("effecten").GetInt64() > 100);
        var regels = laatste.GetProperty("controles").EnumerateArray().Select(c => c.GetProperty("regel").GetString()).ToHashSet();
        foreach (
            var regel in (string[])
                [
                    "reservering volgt uit de gebeurtenissen",
                    "grootboek volgt uit de gebeurtenissen",
                    "maandsluiting volgt uit de gebeurtenissen",
                    "een gesloten maand is zoals zij werd bevestigd",
                    "zaak volgt uit de berichten",
                    "stap volgt uit de berichten",
                    "een bericht heeft zijn gevolg",
                ]
        )
        {
            Assert.Contains(regel, regels);
        }
        Assert.Empty(await Gezien(zaak));
    }

    [Fact]
    public async Task What_happens_meanwhile_is_under_way_and_no_alarm()
    {
        var tijdvak = await huis.Loop.Tijdvak();
        var bezig = Dien();
        while (!bezig.IsCompleted)
        {
            await huis.Stem();
        }
        await bezig;

        var alarmen = (await huis.Beeld()).GetProperty("alarmen").EnumerateArray().ToList();
        Assert.True(alarmen.All(a => !a.GetProperty("nogZo").GetBoolean()), string.Join('\n', alarmen));
        Assert.Equal(0, (await huis.Beeld()).GetProperty("open").GetInt32());

        async Task Dien()
        {
            for (var i = 0; i < 25; i++)
            {
                await huis.Loop.Ingediend(tijdvak, huis.Huis.Ondernemer().Wie);
            }
        }
    }

    [Fact]
    public async Task An_alarm_is_there_until_someone_says_why_and_comes_back_as_another()
    {
        var (zaak, tijdvak, _) = await huis.Betaald();
        await huis.Huis.Voer($"update tijdvakken.plafondstand set gereserveerd = gereserveerd - 1 where tijdvak = '{tijdvak}'");
        var alarm = Assert.Single(await huis.Alarmen());
        Assert.Equal(alarm.GetProperty("id").GetGuid(), Assert.Single(await huis.Alarmen()).GetProperty("id").GetGuid());
        Assert.Contains("Degraded", (await huis.Huis.Haal(null, "/health/ready")).Tekst, StringComparison.Ordinal);

        // Put right, it is gone; that it was there somebody still has to look at.
        await huis.Huis.Voer($"update tijdvakken.plafondstand set gereserveerd = gereserveerd + 1 where tijdvak = '{tijdvak}'");
        Assert.Empty(await huis.Alarmen());
        Assert.Equal(1, (await huis.Beeld()).GetProperty("open").GetInt32());
        var pad = $"/v1/afstemming/alarmen/{alarm.GetProperty("id").GetGuid()}/afhandeling";
        (await huis.Huis.Post(Mensen.Controleur, pad, """{"reden":" "}""")).IsProbleem(422, "onjuiste-invoer");
        await Zaakloop.Gelukt(huis.Huis.Post(Mensen.Controleur, pad, """{"reden":"Hersteld na een proef."}"""));
        (await huis.Huis.Post(Afstemhuis.Beheerder, pad, """{"reden":"Ook gezien."}""")).IsProbleem(409, "al-afgehandeld");
        Assert.Equal(0, (await huis.Beeld()).GetProperty("open").GetInt32());

        await huis.Huis.Voer($"update tijdvakken.plafondstand set gereserveerd = gereserveerd - 1 where tijdvak = '{tijdvak}'");
        var opnieuw = Assert.Single(await huis.Alarmen());
        Assert.NotEqual(alarm.GetProperty("id").GetGuid(), opnieuw.GetProperty("id").GetGuid());
        // Handled while it is still so, it stays to be read with its reason, and is no alarm again.
        await Zaakloop.Gelukt(
            huis.Huis.Post(
                Afstemhuis.Beheerder,
                $"/v1/afstemming/alarmen/{opnieuw.GetProperty("id").GetGuid()}/afhandeling",
                """{"reden":"Bekend."}"""
            )
        );
        var bekend = Assert.Single(await huis.Alarmen());
        Assert.Equal(("Bekend.", Afstemhuis.Beheerder), (Veld(bekend, "reden"), Veld(bekend, "afgehandeldDoor")));
        Assert.Equal(0, (await huis.Beeld()).GetProperty("open").GetInt32());
        await huis.Huis.Voer($"update tijdvakken.plafondstand set gereserveerd = gereserveerd + 1 where tijdvak = '{tijdvak}'");
        Assert.Empty(await huis.Alarmen());
        Assert.DoesNotContain("Hersteld na een proef", await Tabel(), StringComparison.Ordinal);
        Assert.Empty(await Gezien(zaak));
    }

    [Fact]
    public async Task Two_who_handle_one_alarm_at_once_leave_one_reason()
    {
        var (_, tijdvak, _) = await huis.Betaald();
        await huis.Huis.Voer($"update tijdvakken.plafondstand set gereserveerd = gereserveerd - 2 where tijdvak = '{tijdvak}'");
        var id = (await huis.Alarmen()).Single(a => Veld(a, "onderwerp") == tijdvak).GetProperty("id").GetGuid();
        // Signed in before they begin.
        await huis.Beeld(Mensen.Controleur);

        var antwoorden = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i =>
                    huis.Huis.Post(
                        i % 2 == 0 ? Afstemhuis.Beheerder : Mensen.Controleur,
                        $"/v1/afstemming/alarmen/{id}/afhandeling",
                        """{"reden":"Gezien."}"""
                    )
                )
        );
        await huis.Huis.Voer($"update tijdvakken.plafondstand set gereserveerd = gereserveerd + 2 where tijdvak = '{tijdvak}'");

        Assert.Single(antwoorden, a => a.Status == 200);
        Assert.Equal(5, antwoorden.Count(a => a.Status == 409));
        Assert.Equal(1, await huis.Huis.Tel($"select count(*) from zaken.mt_doc_inhoud where data ->> 'eigenaar' = '{id}'"));
    }

    [Fact]
    public async Task Only_who_keeps_watch_over_it_may_look()
    {
        (await huis.Huis.Haal(Mensen.Beoordelaar, "/v1/afstemming")).IsProbleem(403, "niet-bevoegd");
        (await huis.Huis.Haal(Mensen.Anna, "/v1/afstemming")).IsProbleem(403, "niet-bevoegd");
        await Zaakloop.Gelukt(huis.Huis.Haal(Mensen.Controleur, "/v1/afstemming"));
    }

    private static string? Veld(JsonElement alarm, string naam) => alarm.GetProperty(naam).GetString();

    private async Task<IReadOnlyList<JsonElement>> Gezien(string zaak) =>
        [
            .. (await Zaakloop.Gelukt(huis.Huis.Haal(Mensen.Functionaris, $"/v1/inzagen?zaaknummer={zaak}")))
                .Inhoud.GetProperty("inzagen")
                .EnumerateArray()
                .Where(i => Veld(i, "wat") == "afstemming"),
        ];

    private Task<string> Tabel() => huis.Huis.Lees("select string_agg(a::text, ' ') from zaken.alarm a");
}
