using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SlimRegeling.Host;
using SlimRegeling.Leercultuurscans.Antwoorden;

namespace SlimRegeling.Api.Tests;

/// <summary>What someone sees who has the tables and the key too: neither the order in which answers came, nor which of them leave together first.</summary>
public sealed class ScanvolgordeTests(Apihuis huis)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_order_in_which_answers_wait_is_another_each_time()
    {
        // Nine: none of them has left yet. Were they laid down by a rule, the order would be the same each time.
        var gezien = new HashSet<string>();
        for (var keer = 0; keer < 3; keer++)
        {
            var volgorde = await Volgorde("antwoordwacht", await Beantwoord(9));
            Assert.Equal(Enumerable.Range(0, 9), volgorde.Order());
            gezien.Add(string.Join(' ', volgorde));
        }
        // By chance twice the same once in 120,000 times.
        Assert.Equal(3, gezien.Count);
        Assert.DoesNotContain(string.Join(' ', Enumerable.Range(0, 9)), gezien);
        Assert.DoesNotContain(string.Join(' ', Enumerable.Range(0, 9).Reverse()), gezien);
    }

    [Fact]
    public async Task Any_five_of_ten_leave_together_and_in_any_order()
    {
        var gezien = new HashSet<string>();
        var volgordes = 0;
        for (var keer = 0; keer < 20; keer++)
        {
            var weg = await Volgorde("antwoord", await Beantwoord(10));
            Assert.Equal(5, weg.Count);
            gezien.Add(string.Join(' ', weg.Order()));
            volgordes += weg.SequenceEqual(weg.Order()) ? 1 : 0;
        }
        // Of 252 fives nearly all differ; by a rule it would be one.
        Assert.True(gezien.Count > 10, $"Only {gezien.Count} other fives in 20 scans.");
        Assert.True(volgordes < 10, $"In {volgordes} of 20 scans the five stand in the order in which they came.");
    }

    /// <summary>Who copied the tables before and after one answer sees that one more waits, and of none of them that it was there before.</summary>
    [Fact]
    public async Task Two_copies_of_the_tables_around_one_answer_do_not_tell_which_it_is()
    {
        var (scan, codes) = await Begonnen();
        for (var i = 0; i < 6; i++)
        {
            await Antwoord(scan, codes[i], i);
        }
        await huis.Stil();
        var (voor, wachtend) = (await Afdruk(), await Wachtend(scan));

        await Antwoord(scan, codes[6], 6);
        await huis.Stil();

        var (na, daarna) = (await Afdruk(), await Wachtend(scan));
        Assert.Equal(
            ["leercultuurscans.antwoordwacht", "leercultuurscans.uitnodiging"],
            na.Where(t => voor[t.Key] != t.Value).Select(t => t.Key).Order(StringComparer.Ordinal)
        );
        Assert.Equal((6, 7), (wachtend.Count, daarna.Count));
        // No row, and nothing that stands in one, is of before.
        Assert.Empty(wachtend.SelectMany(r => r.Split(' ')).Intersect(daarna.SelectMany(r => r.Split(' '))));
    }

    /// <summary>To look is to help: a database that does not answer at a start is told, and stops nothing.</summary>
    [Fact]
    public async Task That_it_cannot_be_looked_up_stops_no_start()
    {
        await using var nergens = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=niemand;Timeout=2");
        var opslag = new Antwoordopslag(nergens, Antwoordsleutel.Met("een geheim dat niemand raadt, lang genoeg"));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => opslag.Onleesbaar(Ct));

        await new Antwoordsleutelcontrole(opslag, NullLogger<Antwoordsleutelcontrole>.Instance).StartedAsync(Ct);
    }

    /// <summary>A second process makes its tables when it starts; someone may be answering at the first.</summary>
    [Fact]
    public async Task A_process_that_starts_waits_for_no_answer()
    {
        await using var bron = NpgsqlDataSource.Create(huis.Verbinding);
        await using var verbinding = await bron.OpenConnectionAsync(Ct);
        await using var antwoord = await verbinding.BeginTransactionAsync(Ct);
        await using var neem = new NpgsqlCommand(
            """
            lock table leercultuurscans.uitnodiging, leercultuurscans.antwoordconcept, leercultuurscans.antwoordwacht, leercultuurscans.antwoord
            in row exclusive mode
            """,
            verbinding,
            antwoord
        );
        await neem.ExecuteNonQueryAsync(Ct);

        await using var ander = await bron.OpenConnectionAsync(Ct);
        await using var geduld = new NpgsqlCommand("set lock_timeout = '10s'", ander);
        await geduld.ExecuteNonQueryAsync(Ct);
        await using var start = new NpgsqlCommand(
            Antwoordopslag.Ddl.Replace("{schema}", "leercultuurscans", StringComparison.Ordinal),
            ander
        );
        await start.ExecuteNonQueryAsync(Ct);
    }

    /// <summary>A secret that was taken away too early holds up no other answer, is told, and does not keep a scan open for ever.</summary>
    [Fact]
    public async Task A_scan_whose_answers_no_key_opens_still_takes_answers_and_can_be_broken_off()
    {
        var (scan, codes) = await Begonnen();
        await Antwoord(scan, codes[0], 0);
        await huis.Voer($"update leercultuurscans.antwoordwacht set inhoud = '\\x00' || inhoud where scan = '{scan}'");
        await Antwoord(scan, codes[1], 1);
        Assert.Equal(2, (await Wachtend(scan)).Count);
        await using var diensten = huis.Diensten();
        var opslag = diensten.ServiceProvider.GetRequiredService<Antwoordopslag>();
        Assert.Contains(scan, await opslag.Onleesbaar(Ct));

        Assert.Equal(500, (await huis.Post(Mensen.Anna, $"/v1/scans/{scan}/sluiting")).Status);
        await Zaakloop.Gelukt(huis.Post(Mensen.Anna, $"/v1/scans/{scan}/afbreking"));

        Assert.Empty(await Wachtend(scan));
        Assert.DoesNotContain(scan, await opslag.Onleesbaar(Ct));
    }

    /// <returns>The scan.</returns>
    private async Task<string> Beantwoord(int aantal)
    {
        var (scan, codes) = await Begonnen();
        for (var i = 0; i < aantal; i++)
        {
            await Antwoord(scan, codes[i], i);
        }
        return scan;
    }

    private async Task<(string Scan, IReadOnlyList<string> Codes)> Begonnen()
    {
        var gestart = await Zaakloop.Gelukt(huis.Post(Mensen.Anna, "/v1/scans", """{"gevraagd":12}"""));
        return (gestart.Veld("scan"), [.. gestart.Inhoud.GetProperty("codes").EnumerateArray().Select(c => c.GetString()!)]);
    }

    private async Task Antwoord(string scan, string code, int wie)
    {
        // Who it is stands in the first part.
        var eerste = string.Create(CultureInfo.InvariantCulture, $"[{1 + (wie % 5)},{1 + (wie / 5)}]");
        var inhoud = $$"""{"code":"{{code}}","antwoorden":{"D1":{{eerste}},"D2":[3,4],"D3":[3,4],"D4":[3,4],"D5":[3,4],"D6":[3,4]} }""";
        await Zaakloop.Gelukt(huis.Post(null, $"/v1/scans/{scan}/antwoorden", inhoud));
    }

    /// <summary>Of every table of the contexts what stands in it; a job seals each hour what was stored, also while this runs.</summary>
    private async Task<Dictionary<string, string>> Afdruk()
    {
        await using var bron = NpgsqlDataSource.Create(huis.Verbinding);
        await using var tabellen = bron.CreateCommand(
            """
            select string_agg(
              format('select %L, md5(coalesce(string_agg(t::text, ''|'' order by t::text), '''')) from %I.%I t',
                schemaname || '.' || tablename, schemaname, tablename), ' union all ')
            from pg_tables where schemaname = any($1) and tablename <> 'zegel'
            """
        );
        tabellen.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. Contexten.Alle().Select(c => c.Naam)] });
        await using var opdracht = bron.CreateCommand((string)(await tabellen.ExecuteScalarAsync(Ct))!);
        opdracht.CommandTimeout = 120;
        await using var rij = await opdracht.ExecuteReaderAsync(Ct);
        var afdruk = new Dictionary<string, string>();
        while (await rij.ReadAsync(Ct))
        {
            afdruk.Add(rij.GetString(0), rij.GetString(1));
        }
        return afdruk;
    }

    private async Task<List<string>> Wachtend(string scan)
    {
        await using var bron = NpgsqlDataSource.Create(huis.Verbinding);
        await using var opdracht = bron.CreateCommand(
            $"select id::text || ' ' || md5(inhoud) || ' xmin-' || xmin::text from leercultuurscans.antwoordwacht where scan = '{scan}'"
        );
        await using var rij = await opdracht.ExecuteReaderAsync(Ct);
        var rijen = new List<string>();
        while (await rij.ReadAsync(Ct))
        {
            rijen.Add(rij.GetString(0));
        }
        return rijen;
    }

    /// <summary>Of each answer which it was, as they lie in the table.</summary>
    private async Task<List<int>> Volgorde(string tabel, string scan)
    {
        await using var diensten = huis.Diensten();
        var sleutel = diensten.ServiceProvider.GetRequiredService<Antwoordsleutel>();
        await using var bron = NpgsqlDataSource.Create(huis.Verbinding);
        await using var opdracht = bron.CreateCommand($"select inhoud from leercultuurscans.{tabel} where scan = '{scan}' order by ctid");
        await using var rij = await opdracht.ExecuteReaderAsync(Ct);
        var volgorde = new List<int>();
        while (await rij.ReadAsync(Ct))
        {
            var eerste = Antwoordblad.UitVak(sleutel.Ontsleutel(scan, rij.GetFieldValue<byte[]>(0))).Antwoorden["D1"];
            volgorde.Add(eerste[0]!.Value - 1 + (5 * (eerste[1]!.Value - 1)));
        }
        return volgorde;
    }
}
