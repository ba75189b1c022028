using Npgsql;

namespace SlimRegeling.Platform.Tests.Vloer;

/// <summary>What the door of the API does with good and bad input.</summary>
public sealed class DeurTests(Proefhuis huis) : IClassFixture<Proefhuis>
{
    private static string Nieuw => $"/v1/spaarpotten/{Zaaknummer.Trek()}";

    private static string Geld(string bedrag) => $$"""{"bedrag":"{{bedrag}}","toelichting":"spaargeld"}""";

    [Fact]
    public async Task A_change_is_stored_and_answers_with_its_version()
    {
        var pad = Nieuw;
        var antwoord = await huis.Post("anna", pad, Geld("100.00"));
        Assert.Equal(200, antwoord.Status);
        Assert.Equal("\"1\"", antwoord.Etag);
        var gelezen = await huis.Haal("anna", pad);
        Assert.Equal("100.00", gelezen.Inhoud.GetProperty("bedrag").GetString());
        Assert.Equal("\"1\"", gelezen.Etag);
    }

    [Fact]
    public async Task The_second_same_call_gets_the_first_answer_and_changes_nothing()
    {
        var (pad, sleutel) = (Nieuw, Guid.NewGuid().ToString());
        var eerste = await huis.Post("anna", pad, Geld("600.00"), sleutel);
        // The second would be refused if it were decided again: 1,200 does not fit.
        var tweede = await huis.Post("anna", pad, Geld("600.00"), sleutel);
        Assert.Equal((200, "\"1\""), (tweede.Status, tweede.Etag));
        Assert.Equal(eerste.Inhoud.ToString(), tweede.Inhoud.ToString());
        Assert.Equal("600.00", (await huis.Haal("anna", pad)).Inhoud.GetProperty("bedrag").GetString());
    }

    [Fact]
    public async Task A_call_that_loses_its_database_says_so_and_happens_once_with_the_same_key()
    {
        var (pad, sleutel) = (Nieuw, Guid.NewGuid().ToString());
        var afgebroken = await Afgebroken("sparen.idempotentie", () => huis.Post("anna", pad, Geld("10.00"), sleutel));
        Assert.Equal((503, "database-weg"), (afgebroken.Status, afgebroken.Probleem));
        Assert.Contains("Idempotency-Key", afgebroken.Inhoud.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(200, (await huis.Post("anna", pad, Geld("10.00"), sleutel)).Status);
        Assert.Equal("10.00", (await huis.Haal("anna", pad)).Inhoud.GetProperty("bedrag").GetString());
    }

    [Fact]
    public async Task Who_only_reads_is_not_told_of_a_change_when_the_database_is_away()
    {
        var pad = Nieuw;
        await huis.Post("anna", pad, Geld("10.00"));
        var afgebroken = await Afgebroken("sparen.mt_doc_spaarpot", () => huis.Haal("anna", pad));
        Assert.Equal((503, "database-weg"), (afgebroken.Status, afgebroken.Probleem));
        Assert.DoesNotContain("wijziging", afgebroken.Inhoud.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_same_calls_at_once_have_one_effect()
    {
        var (pad, sleutel) = (Nieuw, Guid.NewGuid().ToString());
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => huis.Post("anna", pad, Geld("10.00"), sleutel)));
        Assert.All(antwoorden, a => Assert.Equal(200, a.Status));
        Assert.Equal("10.00", (await huis.Haal("anna", pad)).Inhoud.GetProperty("bedrag").GetString());
    }

    [Fact]
    public async Task Different_calls_at_once_are_decided_one_after_the_other()
    {
        var pad = Nieuw;
        await huis.Post("anna", pad, Geld("10.00"));
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => huis.Post("anna", pad, Geld("10.00"))));
        Assert.All(antwoorden, a => Assert.Equal(200, a.Status));
        Assert.Equal("50.00", (await huis.Haal("anna", pad)).Inhoud.GetProperty("bedrag").GetString());
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        var (pad, sleutel) = (Nieuw, Guid.NewGuid().ToString());
        await huis.Post("anna", pad, Geld("1.00"), sleutel);
        var antwoord = await huis.Post("anna", pad, Geld("2.00"), sleutel);
        Assert.Equal((422, "sleutel-hergebruikt"), (antwoord.Status, antwoord.Probleem));
        Assert.Equal("1.00", (await huis.Haal("anna", pad)).Inhoud.GetProperty("bedrag").GetString());
    }

    [Fact]
    public async Task A_key_is_that_of_the_person_who_used_it()
    {
        var sleutel = Guid.NewGuid().ToString();
        await huis.Post("anna", Nieuw, Geld("1.00"), sleutel);
        Assert.Equal(200, (await huis.Post("bram", Nieuw, Geld("2.00"), sleutel)).Status);
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_says_who_changed_it()
    {
        var pad = Nieuw;
        await huis.Post("anna", pad, Geld("1.00"));
        await huis.Post("anna", pad, Geld("1.00"));
        var antwoord = await huis.Post("anna", pad, Geld("1.00"), ifMatch: "\"1\"");
        Assert.Equal((412, "verouderd"), (antwoord.Status, antwoord.Probleem));
        Assert.Contains("anna", antwoord.Uitleg, StringComparison.Ordinal);
        Assert.Equal(200, (await huis.Post("anna", pad, Geld("1.00"), ifMatch: "\"2\"")).Status);
    }

    [Fact]
    public async Task A_refusal_names_its_rule_and_stores_nothing()
    {
        var pad = Nieuw;
        await huis.Post("anna", pad, Geld("999.00"));
        var antwoord = await huis.Post("anna", pad, Geld("2.00"));
        Assert.Equal((409, "spaarpot-vol"), (antwoord.Status, antwoord.Probleem));
        Assert.Equal("application/problem+json", antwoord.Soort);
        Assert.Equal("artikel 2", antwoord.Inhoud.GetProperty("artikel").GetString());
        Assert.Equal("999.00", (await huis.Haal("anna", pad)).Inhoud.GetProperty("bedrag").GetString());
    }

    [Fact]
    public async Task The_neighbour_is_told_that_there_is_nothing()
    {
        var pad = Nieuw;
        await huis.Post("anna", pad, Geld("1.00"));
        Assert.Equal((404, "niet-gevonden"), await Kort(huis.Haal("bram", pad)));
        Assert.Equal((404, "niet-gevonden"), await Kort(huis.Post("bram", pad, Geld("1.00"))));
        Assert.Equal(200, (await huis.Haal("bea", pad)).Status);
    }

    [Fact]
    public async Task Another_role_and_nobody_are_refused()
    {
        Assert.Equal((403, "niet-bevoegd"), await Kort(huis.Post("bea", Nieuw, Geld("1.00"))));
        Assert.Equal((401, "niet-aangemeld"), await Kort(huis.Post(null, Nieuw, Geld("1.00"))));
    }

    [Fact]
    public async Task An_unknown_case_number_and_an_unknown_address_are_problems()
    {
        Assert.Equal((404, "niet-gevonden"), await Kort(huis.Haal("anna", Nieuw)));
        Assert.Equal((404, "onbekend-adres"), await Kort(huis.Haal("anna", "/v1/bestaat-niet")));
    }

    [Fact]
    public async Task A_wrong_check_character_is_told()
    {
        var goed = Zaaknummer.Trek().ToString();
        var fout = goed[..^1] + (goed[^1] == '0' ? '1' : '0');
        var antwoord = await huis.Haal("anna", $"/v1/spaarpotten/{fout}");
        Assert.Equal((400, "onleesbaar"), (antwoord.Status, antwoord.Probleem));
        Assert.Equal("zaaknummer", antwoord.Veld);
        Assert.Contains(fout, antwoord.Uitleg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"bedrag":"1.00","toelichting":"x","extra":1}""", "extra")]
    [InlineData("""{"bedrag":"1.00"}""", "toelichting")]
    [InlineData("""{"bedrag":"1.005","toelichting":"x"}""", "bedrag")]
    [InlineData("""{"bedrag":"12345678901234.00","toelichting":"x"}""", "bedrag")]
    [InlineData("""{"bedrag":1.00,"toelichting":"x"}""", "bedrag")]
    [InlineData("""{"bedrag":"1,00","toelichting":"x"}""", "bedrag")]
    [InlineData("""{"bedrag":"1.00","toelichting":null}""", "toelichting")]
    [InlineData("""{"bedrag":"1.00","toelichting":"x\u0000y"}""", "toelichting")]
    [InlineData("""{"bedrag":"1.00","toelichting":"\u001b[31m"}""", "toelichting")]
    public async Task A_wrong_field_is_named(string json, string veld)
    {
        var pad = Nieuw;
        var antwoord = await huis.Post("anna", pad, json);
        Assert.Equal((400, "onleesbaar"), (antwoord.Status, antwoord.Probleem));
        Assert.Equal(veld, antwoord.Veld);
        Assert.Equal(404, (await huis.Haal("anna", pad)).Status);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Malformed_json_is_a_problem_in_words(string json)
    {
        var antwoord = await huis.Post("anna", Nieuw, json);
        Assert.Equal((400, "onleesbaar"), (antwoord.Status, antwoord.Probleem));
        Assert.NotEmpty(antwoord.Uitleg);
    }

    [Fact]
    public async Task A_body_above_the_limit_is_refused()
    {
        var antwoord = await huis.Post("anna", Nieuw, Geld("1.00") + new string(' ', 2000));
        Assert.Equal((413, "te-groot"), (antwoord.Status, antwoord.Probleem));
    }

    [Fact]
    public async Task A_wrong_amount_is_a_problem_with_its_article()
    {
        var antwoord = await huis.Post("anna", Nieuw, Geld("-1.00"));
        Assert.Equal((422, "bedrag"), (antwoord.Status, antwoord.Veld));
        Assert.Equal("artikel 1", antwoord.Inhoud.GetProperty("fouten")[0].GetProperty("artikel").GetString());
    }

    [Fact]
    public async Task The_dashboard_of_the_jobs_is_for_operators()
    {
        Assert.Equal(401, (await Status(null)));
        Assert.Equal(403, (await Status("bea")));
        Assert.Equal(200, (await Status("ben")));

        async Task<int> Status(string? persoon)
        {
            using var client = await huis.Als(persoon);
            using var antwoord = await client.GetAsync("/beheer/hangfire");
            return (int)antwoord.StatusCode;
        }
    }

    [Fact]
    public async Task Health_answers_without_signing_in()
    {
        using var client = await huis.Als(null);
        Assert.Equal("Healthy", await client.GetStringAsync("/health/live", TestContext.Current.CancellationToken));
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
    }

    private static async Task<(int, string)> Kort(Task<Gekregen> antwoord)
    {
        var gekregen = await antwoord;
        return (gekregen.Status, gekregen.Probleem);
    }

    /// <summary>A call that waits for this table and then loses its connection.</summary>
    private async Task<Gekregen> Afgebroken(string tabel, Func<Task<Gekregen>> doe)
    {
        await using var verbinding = new NpgsqlConnection(huis.Verbinding);
        await verbinding.OpenAsync(TestContext.Current.CancellationToken);
        await using var slot = await verbinding.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var vergrendel = new NpgsqlCommand($"lock table {tabel} in access exclusive mode", verbinding);
        await vergrendel.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var onderweg = doe();
        while (
            await huis.Vraag<long>(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
            ) == 0
        )
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        return await onderweg;
    }
}
