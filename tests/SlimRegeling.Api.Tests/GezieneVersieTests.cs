namespace SlimRegeling.Api.Tests;

/// <summary>Who says which version of the draft they saw, submits that one or nothing.</summary>
public sealed class GezieneVersieTests(Apihuis huis)
{
    private const string Gevraagd = "11040.00";

    private static readonly string Anders = Zaakloop.Formulier.Replace("\"uren\":40", "\"uren\":30", StringComparison.Ordinal);

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task A_draft_that_moved_on_is_not_submitted_unseen_and_its_last_version_is()
    {
        var wie = huis.Ondernemer().Wie;
        var zaak = await _loop.Concept(await _loop.Tijdvak(), wie);
        var gezien = await Etag(wie, zaak);
        await Zaakloop.Gelukt(huis.Put(wie, $"/v1/aanvragen/{zaak}/concept", Anders));

        await huis.Weigert(
            () => DienIn(wie, zaak, gezien),
            a => a.IsProbleem(412, "verouderd").Noemt("Er is niets ingediend").Noemt("kijk wat er veranderd is")
        );
        var bewijs = await Zaakloop.Gelukt(DienIn(wie, zaak, await Etag(wie, zaak)));

        Assert.NotEqual(Gevraagd, bewijs.Veld("gevraagd"));
    }

    [Fact]
    public async Task The_version_that_was_submitted_gives_its_receipt_again_and_another_one_says_what_was_submitted()
    {
        var wie = huis.Ondernemer().Wie;
        var zaak = await _loop.Concept(await _loop.Tijdvak(), wie);
        var eerder = await Etag(wie, zaak);
        await Zaakloop.Gelukt(huis.Put(wie, $"/v1/aanvragen/{zaak}/concept", Anders));
        var gezien = await Etag(wie, zaak);
        var sleutel = Guid.NewGuid().ToString();

        var bewijs = await Zaakloop.Gelukt(DienIn(wie, zaak, gezien, sleutel));

        foreach (var weer in (string?[])[sleutel, null])
        {
            Assert.Equal(bewijs.Tekst, (await Zaakloop.Gelukt(DienIn(wie, zaak, gezien, weer))).Tekst);
        }
        Assert.Equal(bewijs.Tekst, (await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening"))).Tekst);
        await huis.Weigert(() => DienIn(wie, zaak, eerder), a => a.IsProbleem(412, "verouderd").Noemt("al ingediend"));
    }

    [Fact]
    public async Task The_neighbour_learns_nothing_by_naming_a_version()
    {
        var wie = huis.Ondernemer().Wie;
        var zaak = await _loop.Concept(await _loop.Tijdvak(), wie);
        await huis.Weigert(() => DienIn(huis.Ondernemer().Wie, zaak, "\"7\""), a => a.IsProbleem(404, "niet-gevonden"));
    }

    [Fact]
    public async Task Without_a_version_what_is_there_is_submitted()
    {
        var wie = huis.Ondernemer().Wie;
        var zaak = await _loop.Concept(await _loop.Tijdvak(), wie);
        await Zaakloop.Gelukt(huis.Put(wie, $"/v1/aanvragen/{zaak}/concept", Anders));
        var bewijs = await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening"));
        Assert.NotEqual(Gevraagd, bewijs.Veld("gevraagd"));
    }

    [Fact]
    public async Task A_save_between_reading_and_writing_is_noticed_in_the_transaction_itself()
    {
        var wie = huis.Ondernemer().Wie;
        var zaak = await _loop.Concept(await _loop.Tijdvak(), wie);
        var gezien = await Etag(wie, zaak);

        Task<Gekregen> bezig;
        await using (var verbinding = new Npgsql.NpgsqlConnection(huis.Verbinding))
        {
            await verbinding.OpenAsync(TestContext.Current.CancellationToken);
            await using var transactie = await verbinding.BeginTransactionAsync(TestContext.Current.CancellationToken);
            // What a save does to the row; its transaction is open while the submission has read and wants to write.
            await using var opslaan = new Npgsql.NpgsqlCommand(
                $"update aanvragen.mt_doc_concept set mt_version = mt_version + 1 where id = '{zaak}'",
                verbinding,
                transactie
            );
            await opslaan.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            bezig = DienIn(wie, zaak, gezien);
            await WachtOpRij();
            await transactie.CommitAsync(TestContext.Current.CancellationToken);
        }

        (await bezig).IsProbleem(412, "verouderd");
        Assert.Equal(
            0,
            await huis.Tel($"select count(*) from aanvragen.mt_events where stream_id = '{zaak}' and type = 'aanvraag-ingediend'")
        );
        await Zaakloop.Gelukt(DienIn(wie, zaak, await Etag(wie, zaak)));
    }

    [Fact]
    public async Task Whoever_saves_at_the_same_time_what_is_submitted_is_the_version_that_was_given()
    {
        var tijdvak = await _loop.Tijdvak();
        for (var ronde = 0; ronde < 40; ronde++)
        {
            var wie = huis.Ondernemer().Wie;
            var zaak = await _loop.Concept(tijdvak, wie);
            var gezien = await Etag(wie, zaak);
            var (voor, na) = ronde % 2 == 0 ? (ronde / 2, 0) : (0, ronde / 2);

            var samen = await Task.WhenAll(
                Na(voor, () => DienIn(wie, zaak, gezien)),
                Na(na, () => huis.Put(wie, $"/v1/aanvragen/{zaak}/concept", Anders))
            );

            var ingediend = samen[0];
            if (ingediend.Status == 200)
            {
                samen[1].IsProbleem(409, "al-ingediend");
            }
            else
            {
                ingediend.IsProbleem(412, "verouderd");
                Assert.True(samen[1].Status == 200, samen[1].Tekst);
                Assert.Equal(0, await huis.Tel($"select count(*) from aanvragen.mt_events where stream_id = '{zaak}'"));
                ingediend = await Zaakloop.Gelukt(DienIn(wie, zaak, await Etag(wie, zaak)));
            }
            Assert.Equal(samen[0].Status == 200, ingediend.Veld("gevraagd") == Gevraagd);
        }
    }

    private static Task<Gekregen> Na(int milliseconden, Func<Task<Gekregen>> doe) =>
        Task.Run(async () =>
        {
            await Task.Delay(milliseconden, TestContext.Current.CancellationToken);
            return await doe();
        });

    private async Task WachtOpRij()
    {
        for (var i = 0; i < 500; i++)
        {
            if (await huis.Tel("select count(*) from pg_locks where locktype = 'transactionid' and not granted") > 0)
            {
                return;
            }
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        Assert.Fail("Nobody waits for the draft.");
    }

    private async Task<string> Etag(string wie, string zaak) => (await huis.Haal(wie, $"/v1/aanvragen/{zaak}/concept")).Etag!;

    private Task<Gekregen> DienIn(string wie, string zaak, string gezien, string? sleutel = null) =>
        huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening", sleutel: sleutel, ifMatch: gezien);
}
