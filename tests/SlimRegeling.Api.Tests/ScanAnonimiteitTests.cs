using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Platform;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// What someone learns who has the database, its write-ahead log (and so every backup) and what was said on the bus, but not the key: no answer, and
/// so no join of one to a code or a moment; not while the scan is open, and not after it.
/// </summary>
public sealed class ScanAnonimiteitTests(Apihuis huis)
{
    private readonly Restzoeker _resten = new(huis);

    /// <summary>What one person answers: of each test and person another.</summary>
    private static string Kenmerk(int proef, int i) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"\"D1\":[{1 + (i % 5)},{1 + (i / 5 % 5)}],\"D2\":[5,{proef}],\"D3\":[1,5],\"D4\":[5,2],\"D5\":[2,5],\"D6\":[4,1]"
        );

    [Fact]
    public async Task No_answer_is_in_the_tables_or_the_log_of_the_database_before_or_after_closing()
    {
        var (scan, codes) = await Scan(14);
        for (var i = 0; i < 13; i++)
        {
            var voor = await Rijen("antwoordwacht", scan);
            await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/antwoorden", Antwoorden(codes[i], 1, i)));
            // Five leave together when ten wait, so that five at least go on waiting.
            Assert.Equal(voor == 9 ? 5 : voor + 1, await Rijen("antwoordwacht", scan));
            // What was written in the transaction of the last code is all that waits.
            Assert.Equal(1L, await Getal($"select count(distinct xmin::text) from leercultuurscans.antwoordwacht where scan = '{scan}'"));
            Assert.Equal(
                await Rijen("antwoordwacht", scan),
                await Getal(
                    $"""
                    select count(*) from leercultuurscans.antwoordwacht w
                    join leercultuurscans.uitnodiging u on u.xmin = w.xmin and u.scan = w.scan where w.scan = '{scan}'
                    """
                )
            );
        }
        Assert.Equal((8L, 5L), (await Rijen("antwoordwacht", scan), await Rijen("antwoord", scan)));
        // One length, or that would tell how much was filled in.
        Assert.Equal(1L, await Getal($"select count(distinct length(inhoud)) from leercultuurscans.antwoordwacht where scan = '{scan}'"));
        Assert.Equal(0L, await Getal($"select count(*) from leercultuurscans.antwoord where scan = '{scan}' and antwoorden is not null"));
        await huis.Stil();
        var antwoorden = Enumerable.Range(0, 13).Select(i => Kenmerk(1, i)).ToList();
        Assert.Empty(await _resten.InLog(antwoorden));
        Assert.Empty(await _resten.InTabel(antwoorden));
        await _resten.ZietWatOpenStaat(Kenmerk);

        await Zaakloop.Gelukt(huis.Post(Mensen.Anna, $"/v1/scans/{scan}/sluiting"));
        await huis.Stil();

        // Answers and codes are gone. Of thirteen people no sums are left either, from which their rows would follow: only what the report shows.
        Assert.Equal((0L, 0L, 0L), (await Rijen("antwoord", scan), await Rijen("antwoordwacht", scan), await Rijen("uitnodiging", scan)));
        Assert.Equal(0L, await Getal($"select count(*) from leercultuurscans.antwoordsom where scan = '{scan}'"));
        Assert.Empty(await _resten.InLog(antwoorden));
        Assert.Empty(await _resten.InTabel(antwoorden));
    }

    /// <summary>Neither the codes, which are shown once, nor anything that was answered.</summary>
    [Fact]
    public async Task Nothing_that_is_kept_or_said_of_a_scan_holds_a_code_or_an_answer()
    {
        var (scan, codes) = await Scan(6);
        var eigen = new List<string>();
        foreach (var (i, code) in codes.Index())
        {
            eigen.Add(await Open(scan, code));
            await Zaakloop.Gelukt(huis.Put(null, $"/v1/scans/{scan}/concept", Antwoorden(eigen[i], 3, 20 + i)));
            // One of them stays half filled.
            if (i > 0)
            {
                await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/antwoorden", Antwoorden(eigen[i], 3, 20 + i)));
            }
        }
        await huis.Stil();
        var antwoord = Kenmerk(3, 20);
        string[] vormen =
        [
            antwoord,
            antwoord.Replace("\"", "\\\"", StringComparison.Ordinal),
            antwoord.Replace(":", ": ", StringComparison.Ordinal).Replace(",", ", ", StringComparison.Ordinal),
        ];
        Assert.Empty(await _resten.InTabel([.. codes, .. eigen, .. vormen]));
        await _resten.ZietWatOpenStaat(Kenmerk);
    }

    [Fact]
    public async Task A_list_is_kept_half_filled_and_goes_on_elsewhere_with_the_own_code_only()
    {
        var (scan, codes) = await Scan(6);
        var eigen = await Open(scan, codes[0]);
        await Zaakloop.Gelukt(huis.Put(null, $"/v1/scans/{scan}/concept", $$"""{"code":"{{eigen}}","antwoorden":{"D3":[2,null]} }"""));

        var weer = await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/vragenlijst", $$"""{"code":"{{eigen.ToUpperInvariant()}}"}"""));
        Assert.Equal(2, weer.Inhoud.GetProperty("half").GetProperty("antwoorden").GetProperty("D3")[0].GetInt32());
        Assert.Equal((6, eigen), (weer.Inhoud.GetProperty("onderdelen").GetArrayLength(), weer.Veld("code")));
        var ander = await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/vragenlijst", $$"""{"code":"{{codes[1]}}"}"""));
        Assert.False(ander.Inhoud.TryGetProperty("half", out _));

        await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/antwoorden", Antwoorden(eigen, 4, 0)));
        Assert.Equal(0L, await Rijen("antwoordconcept", scan));
        await IsOngeldig(scan, eigen);
    }

    /// <summary>The firm has every code that it handed out. With one that was opened, or used, it learns nothing: neither what was filled in nor which of both.</summary>
    [Fact]
    public async Task With_the_codes_that_it_handed_out_a_firm_reads_no_draft_and_does_not_see_who_began()
    {
        var (scan, codes) = await Scan(6);
        var eigen = await Open(scan, codes[0]);
        await Zaakloop.Gelukt(huis.Put(null, $"/v1/scans/{scan}/concept", Antwoorden(eigen, 4, 1)));
        await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/antwoorden", Antwoorden(await Open(scan, codes[1]), 4, 2)));
        await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/antwoorden", Antwoorden(codes[2], 4, 3)));
        foreach (var code in codes.Take(3))
        {
            await IsOngeldig(scan, code);
        }
        // Nor by trying with what is not good anyway, which would leave a code that nobody used as it was.
        foreach (var code in (string[])[codes[0], codes[5]])
        {
            (await huis.Put(null, $"/v1/scans/{scan}/concept", Antwoorden(code, 4, 4))).IsProbleem(409, "code-ongeldig");
            var leeg = $$"""{"code":"{{code}}","antwoorden":{} }""";
            (await huis.Post(null, $"/v1/scans/{scan}/antwoorden", leeg)).IsProbleem(409, "code-ongeldig");
        }
        await Open(scan, codes[5]);
        await IsOngeldig(scan, codes[5]);
    }

    [Fact]
    public async Task Who_begins_again_from_the_same_page_gets_the_same_code_and_from_another_none()
    {
        var (scan, codes) = await Scan(6);
        var (beurt, ander) = (new string('a', 32), new string('b', 32));
        var tegelijk = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Open(scan, codes[0], beurt)));
        Assert.Single(tegelijk.Distinct());
        Assert.Equal(tegelijk[0], await Open(scan, codes[0], beurt));
        Assert.DoesNotContain(codes[0], tegelijk[0], StringComparison.Ordinal);
        var vreemd = $$"""{"code":"{{codes[0]}}","beurt":"{{ander}}"}""";
        (await huis.Post(null, $"/v1/scans/{scan}/vragenlijst", vreemd)).IsProbleem(409, "code-ongeldig");
        Assert.Equal(6L, await Rijen("uitnodiging", scan));
        // What anyone would guess is no secret of the page.
        await Open(scan, codes[1], "1");
        (await huis.Post(null, $"/v1/scans/{scan}/vragenlijst", $$"""{"code":"{{codes[1]}}","beurt":"1"}""")).IsProbleem(
            409,
            "code-ongeldig"
        );
    }

    /// <summary>A firm can open the list itself and hand out the codes that it got for it.</summary>
    [Fact]
    public async Task An_own_code_is_exchanged_too_until_something_is_kept_under_it_and_then_it_is_told()
    {
        var (scan, codes) = await Scan(6);
        var (bedrijf, werknemer) = (new string('a', 32), new string('b', 32));
        var uitgedeeld = await Open(scan, codes[0], bedrijf);
        // Who goes on, page after page, keeps the code.
        Assert.Equal((uitgedeeld, false), await Geopend(uitgedeeld, null));
        var (eigen, vers) = await Geopend(uitgedeeld, werknemer);
        Assert.True(vers);
        Assert.NotEqual(uitgedeeld, eigen);
        // Twice the same from one page, and of what it handed out the firm has nothing any more.
        Assert.Equal((eigen, true), await Geopend(uitgedeeld, werknemer));
        await IsOngeldig(scan, uitgedeeld);

        await Zaakloop.Gelukt(huis.Put(null, $"/v1/scans/{scan}/concept", Antwoorden(eigen, 4, 0)));
        Assert.Equal((eigen, false), await Geopend(eigen, new string('c', 32)));

        async Task<(string, bool)> Geopend(string code, string? beurt)
        {
            var inhoud = beurt is null ? $$"""{"code":"{{code}}"}""" : $$"""{"code":"{{code}}","beurt":"{{beurt}}"}""";
            var lijst = await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/vragenlijst", inhoud));
            return (lijst.Veld("code"), lijst.Inhoud.GetProperty("vers").GetBoolean());
        }
    }

    /// <summary>Closing destroys what is there; a draft that comes at the same moment must not stay behind.</summary>
    [Fact]
    public async Task A_draft_that_comes_while_the_scan_closes_does_not_outlive_it()
    {
        var (scan, codes) = await Scan(6);
        var eigen = await Open(scan, codes[5]);
        Task<Gekregen> bewaren;
        await using (var sluiting = await huis.Slot($"scan {scan}"))
        {
            bewaren = huis.Put(null, $"/v1/scans/{scan}/concept", Antwoorden(eigen, 4, 0));
            await huis.WachtOpSlot("ShareLock");
            await using var vernietig = new NpgsqlCommand(
                $"delete from leercultuurscans.uitnodiging where scan = '{scan}'",
                sluiting.Connection,
                sluiting
            );
            await vernietig.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await sluiting.CommitAsync(TestContext.Current.CancellationToken);
        }
        (await bewaren).IsProbleem(409, "code-ongeldig");
        Assert.Equal(0L, await Rijen("antwoordconcept", scan));

        // What an earlier version left behind goes at night.
        await huis.Voer(
            $"insert into leercultuurscans.antwoordconcept (plaats, scan, inhoud) values (uuid_send(gen_random_uuid()), '{scan}', 'x')"
        );
        await using var diensten = huis.Diensten();
        await diensten.ServiceProvider.GetRequiredService<Restenopruimen>().Voer(TestContext.Current.CancellationToken);
        Assert.Equal(0L, await Rijen("antwoordconcept", scan));
    }

    /// <summary>Used, guessed, of another scan, late, with nonsense beside it: word for word the same.</summary>
    [Fact]
    public async Task Whatever_is_wrong_with_a_code_the_answer_is_the_same()
    {
        var (scan, codes) = await Scan(6);
        var (ander, andere) = await Scan(6);
        foreach (var (i, code) in codes.Take(5).Index())
        {
            await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/antwoorden", Antwoorden(code, 5, i)));
        }
        var gezegd = new HashSet<string>
        {
            await Gezegd(scan, codes[0]),
            await Gezegd(scan, new string('0', 26)),
            await Gezegd(scan, andere[0]),
            await Gezegd("scan-bestaat-niet", codes[5]),
            await Gezegd(scan, codes[0], "{}"),
            await Gezegd(scan, codes[5], "{}"),
        };
        await Zaakloop.Gelukt(huis.Post(Mensen.Anna, $"/v1/scans/{scan}/sluiting"));
        gezegd.Add(await Gezegd(scan, codes[5]));
        Assert.Single(gezegd);
        Assert.DoesNotContain(ander, gezegd.Single(), StringComparison.Ordinal);
    }

    /// <summary>Who lost a code gets another; more people than were asked cannot answer by it.</summary>
    [Fact]
    public async Task Spare_codes_do_not_make_more_answers_than_people_were_asked()
    {
        var (scan, codes) = await Scan(6);
        var erbij = await Zaakloop.Gelukt(huis.Post(Mensen.Anna, $"/v1/scans/{scan}/codes", """{"aantal":1}"""));
        var reserve = erbij.Inhoud.GetProperty("codes")[0].GetString()!;
        await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/antwoorden", Antwoorden(reserve, 5, 0)));
        foreach (var (i, code) in codes.Take(5).Index())
        {
            await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/antwoorden", Antwoorden(code, 5, i)));
        }
        // The last code, which nobody used, is good for nothing now: neither to open the list nor to send.
        await IsOngeldig(scan, codes[5]);
        Assert.Equal(0L, await Getal($"select count(*) from leercultuurscans.uitnodiging where scan = '{scan}' and eigen"));
    }

    private async Task<string> Gezegd(string scan, string code, string? antwoorden = null)
    {
        var inhoud = antwoorden is null ? Antwoorden(code, 5, 0) : $$"""{"code":"{{code}}","antwoorden":{{antwoorden}} }""";
        var antwoord = await huis.Post(null, $"/v1/scans/{scan}/antwoorden", inhoud);
        antwoord.IsProbleem(409, "code-ongeldig");
        var probleem = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(antwoord.Tekst)!;
        // Where it was asked, which the caller knows.
        probleem.Remove("instance");
        return JsonSerializer.Serialize(probleem);
    }

    private async Task<(string Scan, IReadOnlyList<string> Codes)> Scan(int gevraagd)
    {
        string zaak = Zaaknummer.Trek();
        var gestart = await Zaakloop.Gelukt(
            huis.Post(
                Mensen.Anna,
                "/v1/scans",
                string.Create(CultureInfo.InvariantCulture, $$"""{"zaaknummer":"{{zaak}}","gevraagd":{{gevraagd}} }""")
            )
        );
        return (gestart.Veld("scan"), [.. gestart.Inhoud.GetProperty("codes").EnumerateArray().Select(c => c.GetString()!)]);
    }

    /// <summary>The code of one's own.</summary>
    private async Task<string> Open(string scan, string code, string? beurt = null)
    {
        var inhoud = beurt is null ? $$"""{"code":"{{code}}"}""" : $$"""{"code":"{{code}}","beurt":"{{beurt}}"}""";
        return (await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/vragenlijst", inhoud))).Veld("code");
    }

    private async Task IsOngeldig(string scan, string code)
    {
        (await huis.Post(null, $"/v1/scans/{scan}/vragenlijst", $$"""{"code":"{{code}}"}""")).IsProbleem(409, "code-ongeldig");
        (await huis.Put(null, $"/v1/scans/{scan}/concept", Antwoorden(code, 4, 0))).IsProbleem(409, "code-ongeldig");
        (await huis.Post(null, $"/v1/scans/{scan}/antwoorden", Antwoorden(code, 4, 0))).IsProbleem(409, "code-ongeldig");
    }

    private static string Antwoorden(string code, int proef, int i) => $$"""{"code":"{{code}}","antwoorden":{ {{Kenmerk(proef, i)}} } }""";

    private Task<long> Rijen(string tabel, string scan) => Getal($"select count(*) from leercultuurscans.{tabel} where scan = '{scan}'");

    private async Task<long> Getal(string sql)
    {
        await using var bron = NpgsqlDataSource.Create(huis.Verbinding);
        await using var opdracht = bron.CreateCommand(sql);
        return (long)(await opdracht.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
