using System.Text.Json;

namespace SlimRegeling.Platform.Tests.Vloer;

/// <summary>A message that was set apart can be read, and has its effect once when it is sent again.</summary>
public sealed class ApartgezetTests(Proefhuis huis) : IClassFixture<Proefhuis>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_set_apart_is_read_with_what_went_wrong()
    {
        var zaak = await Apart(huis);
        var bericht = await Een(huis, zaak);
        Assert.Equal("bank", bericht.GetProperty("context").GetString());
        Assert.Equal("geld-gespaard", bericht.GetProperty("soort").GetString());
        Assert.DoesNotContain("13.00", bericht.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Dertien telt niet.", bericht.GetProperty("fout").GetString(), StringComparison.Ordinal);
        Assert.False(bericht.TryGetProperty("aangebodenOp", out _));
        var stand = (await huis.Haal("ben", "/v1/beheer/berichten")).Inhoud;
        Assert.Equal("geheugen", stand.GetProperty("bus").GetString());
        var bank = stand.GetProperty("contexten").EnumerateArray().Single(c => c.GetProperty("context").GetString() == "bank");
        Assert.True(bank.GetProperty("apart").GetInt64() >= 1);
        Assert.Equal(0, bank.GetProperty("outbox").GetInt64());
        Assert.Equal(1, bank.GetProperty("afnemers").GetInt64());
        Assert.Empty(stand.GetProperty("elders").EnumerateArray());
    }

    [Fact]
    public async Task What_stands_in_a_message_is_read_one_by_one_and_is_a_view_of_its_case()
    {
        var zaak = await Apart(huis);
        var id = (await Een(huis, zaak)).GetProperty("id").GetString()!;
        Assert.Equal(0L, await Gezien(zaak));
        var inhoud = (await huis.Haal("ben", $"/v1/beheer/berichten/apart/{id}")).Inhoud.GetProperty("json").GetString();
        Assert.Contains("\"13.00\"", inhoud, StringComparison.Ordinal);
        Assert.Equal(1L, await Gezien(zaak));
        Assert.Equal(
            (id, "bericht"),
            (
                await huis.Vraag<string>($"select kenmerk from bank.inzage where zaaknummer = '{zaak}'"),
                await huis.Vraag<string>($"select wat from bank.inzage where zaaknummer = '{zaak}'")
            )
        );
    }

    [Fact]
    public async Task Sent_again_while_the_cause_is_there_it_is_set_apart_again_with_the_new_error()
    {
        var zaak = await Apart(huis);
        var eerst = (await Een(huis, zaak)).GetProperty("op").GetString();
        Assert.Equal(200, (await Hervat(huis, "ben", zaak)).Status);
        await Tot(async () => (await Een(huis, zaak)).GetProperty("op").GetString() != eerst);
        var opnieuw = await Een(huis, zaak);
        Assert.False(opnieuw.TryGetProperty("aangebodenOp", out _));
        Assert.Equal("ben", opnieuw.GetProperty("aangebodenDoor").GetString());
        Assert.Equal(0L, await Keren(huis, zaak));
    }

    [Fact]
    public async Task Sent_again_by_many_at_once_it_has_its_effect_once()
    {
        var zaak = await Apart(huis);
        var id = (await Een(huis, zaak)).GetProperty("id").GetString()!;
        BankContext.Hersteld[zaak] = true;
        var antwoorden = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(i => huis.Post(i % 2 == 0 ? "ben" : "rianne", $"/v1/beheer/berichten/apart/{id}/hervatting", "{}"))
        );
        // Who comes when it is done already is told that it does not stand apart.
        Assert.All(antwoorden, a => Assert.True(a.Status is 200 or 404));
        Assert.Contains(antwoorden, a => a.Status == 200);
        await Tot(async () => await Keren(huis, zaak) > 0);
        Assert.DoesNotContain(await Lijst(huis), b => b.GetProperty("sleutel").GetString() == zaak);
        var daarna = await huis.Post("ben", $"/v1/beheer/berichten/apart/{id}/hervatting", "{}");
        Assert.Equal((404, "niet-gevonden"), (daarna.Status, daarna.Probleem));
        Assert.Contains("staat niet apart", daarna.Uitleg, StringComparison.Ordinal);
        Assert.Equal(404, (await huis.Haal("ben", $"/v1/beheer/berichten/apart/{id}")).Status);

        // A wish that was left behind, as by a process that died after the effect, does nothing.
        await huis.Vraag<Guid>($"update bank.geparkeerd set aangeboden_op = now() where sleutel = '{zaak}' returning id");
        await Task.Delay(2500, Ct);
        Assert.Equal(1L, await Keren(huis, zaak));
        // The other hearer, which handled it at once, did not hear it again.
        Assert.Equal(1L, await huis.Vraag<long>($"select keren::bigint from teller.telling where zaaknummer = '{zaak}'"));
    }

    [Fact]
    public async Task What_fails_keeps_only_its_own_case_waiting()
    {
        var fout = Zaaknummer.Trek().ToString();
        await huis.Post("anna", $"/v1/spaarpotten/{fout}", """{"bedrag":"13.00","toelichting":"x"}""");
        await huis.Post("anna", $"/v1/spaarpotten/{fout}", """{"bedrag":"2.00","toelichting":"erna"}""");
        // In every lane.
        string[] goed = [.. Enumerable.Range(0, 8).Select(_ => Zaaknummer.Trek().ToString())];
        foreach (var zaak in goed)
        {
            await huis.Post("anna", $"/v1/spaarpotten/{zaak}", """{"bedrag":"2.00","toelichting":"x"}""");
        }
        foreach (var zaak in goed)
        {
            await Tot(async () => await Keren(huis, zaak) == 1);
        }

        Assert.DoesNotContain(await Lijst(huis), b => b.GetProperty("sleutel").GetString() == fout);
        Assert.Equal(0L, await Keren(huis, fout));
        await huis.Stil();
        Assert.Contains(await Lijst(huis), b => b.GetProperty("sleutel").GetString() == fout);
        Assert.Equal(1L, await Keren(huis, fout));
    }

    [Fact]
    public async Task A_process_that_ends_between_the_wish_and_the_effect_leaves_it_to_the_next()
    {
        await using var eigen = new Proefhuis();
        await eigen.InitializeAsync();
        var zaak = await Apart(eigen);
        var poort = new BankContext.Poort(new TaskCompletionSource(), new TaskCompletionSource());
        BankContext.Hersteld[zaak] = true;
        BankContext.Poorten[zaak] = poort;
        Assert.Equal(200, (await Hervat(eigen, "ben", zaak)).Status);
        await poort.Aangekomen.Task.WaitAsync(Ct);
        Assert.True((await Een(eigen, zaak)).TryGetProperty("aangebodenOp", out _));

        // The next process meets no gate.
        BankContext.Poorten.TryRemove(zaak, out _);
        Assert.Equal(0L, await Keren(eigen, zaak));
        await eigen.Herstart();

        await Tot(async () => await Keren(eigen, zaak) > 0);
        await Task.Delay(1500, Ct);
        Assert.Equal(1L, await Keren(eigen, zaak));
        Assert.Empty(await Lijst(eigen));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-")]
    [InlineData("bank-")]
    [InlineData("bank-0190f1a2-0000-7000-8000-000000000000")]
    [InlineData("nergens-0190f1a2-0000-7000-8000-000000000000")]
    public async Task What_stands_nowhere_cannot_be_sent_again(string id)
    {
        var antwoord = await huis.Post("ben", $"/v1/beheer/berichten/apart/{id}/hervatting", "{}");
        Assert.Equal((404, "niet-gevonden"), (antwoord.Status, antwoord.Probleem));
        Assert.Equal(404, (await huis.Haal("ben", $"/v1/beheer/berichten/apart/{id}")).Status);
    }

    [Fact]
    public async Task Applicants_and_assessors_see_and_send_nothing()
    {
        foreach (var wie in (string[])["anna", "bea"])
        {
            foreach (
                var pad in (string[])
                    ["/v1/beheer/berichten", "/v1/beheer/berichten/apart", "/v1/beheer/berichten/apart/bank-x", "/v1/beheer/metingen"]
            )
            {
                Assert.Equal(403, (await huis.Haal(wie, pad)).Status);
            }
            Assert.Equal(403, (await huis.Post(wie, "/v1/beheer/berichten/apart/bank-x/hervatting", "{}")).Status);
        }
    }

    [Fact]
    public async Task The_floor_measures_its_endpoints_and_its_messages()
    {
        var zaak = await Apart(huis);
        var beeld = (await huis.Haal("rianne", "/v1/beheer/metingen")).Inhoud;
        Assert.Equal(10, beeld.GetProperty("minuten").GetInt32());
        var post = Stap(beeld, "verzoeken", "POST /v1/spaarpotten/{zaaknummer}");
        Assert.True(post.GetProperty("aantal").GetInt64() >= 1);
        Assert.True(post.GetProperty("p50Milliseconden").GetInt32() >= 1);
        Assert.True(post.GetProperty("p99Milliseconden").GetInt32() >= post.GetProperty("p50Milliseconden").GetInt32());
        Assert.True(Stap(beeld, "berichten", "bank: geld-gespaard").GetProperty("fouten").GetInt64() >= 5);
        Assert.DoesNotContain(zaak, beeld.GetRawText(), StringComparison.Ordinal);
    }

    private Task<long> Gezien(string zaak) => huis.Vraag<long>($"select count(*) from bank.inzage where zaaknummer = '{zaak}'");

    private static JsonElement Stap(JsonElement beeld, string soort, string stap) =>
        beeld.GetProperty(soort).EnumerateArray().Single(s => s.GetProperty("stap").GetString() == stap);

    private static async Task<string> Apart(Proefhuis huis)
    {
        var zaak = Zaaknummer.Trek().ToString();
        await huis.Post("anna", $"/v1/spaarpotten/{zaak}", """{"bedrag":"13.00","toelichting":"x"}""");
        await huis.Stil();
        return zaak;
    }

    private static async Task<IReadOnlyList<JsonElement>> Lijst(Proefhuis huis) =>
        [.. (await huis.Haal("ben", "/v1/beheer/berichten/apart")).Inhoud.GetProperty("berichten").EnumerateArray()];

    private static async Task<JsonElement> Een(Proefhuis huis, string zaak) =>
        (await Lijst(huis)).Single(b => b.GetProperty("sleutel").GetString() == zaak);

    private static async Task<Gekregen> Hervat(Proefhuis huis, string wie, string zaak) =>
        await huis.Post(wie, $"/v1/beheer/berichten/apart/{(await Een(huis, zaak)).GetProperty("id").GetString()}/hervatting", "{}");

    private static Task<long> Keren(Proefhuis huis, string zaak) =>
        huis.Vraag<long>($"select coalesce(sum((data ->> 'keren')::int), 0)::bigint from bank.mt_doc_rekening where id = '{zaak}'");

    private static async Task Tot(Func<Task<bool>> waar)
    {
        using var eindig = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await waar())
        {
            await Task.Delay(50, eindig.Token);
        }
    }
}
