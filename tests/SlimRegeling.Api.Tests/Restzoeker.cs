using System.Security.Cryptography;
using System.Text;
using Npgsql;
using SlimRegeling.Leercultuurscans.Antwoorden;

namespace SlimRegeling.Api.Tests;

/// <summary>Looks for texts in all that a database keeps: every row of every table, and every file of its write-ahead log.</summary>
internal sealed class Restzoeker(Apihuis huis)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Which of these stand in a table; of bytes also as bytes, because a row shows only their digits.</summary>
    public async Task<IReadOnlyList<string>> InTabel(IEnumerable<string> teksten)
    {
        await using var bron = NpgsqlDataSource.Create(huis.Verbinding);
        await using var tabellen = bron.CreateCommand(
            """
            select string_agg(vraag, ' union all ') from (
              select format('select to_jsonb(t)::text as rij from %I.%I t', schemaname, tablename) as vraag
              from pg_tables where schemaname not in ('pg_catalog', 'information_schema')
              union all
              select format('select encode(%I, ''escape'') from %I.%I', c.column_name, c.table_schema, c.table_name)
              from information_schema.columns c
              join pg_tables p on p.schemaname = c.table_schema and p.tablename = c.table_name
              where c.data_type = 'bytea' and c.table_schema not in ('pg_catalog', 'information_schema')
            ) v
            """
        );
        var alles = (string)(await tabellen.ExecuteScalarAsync(Ct))!;
        await using var zoek = bron.CreateCommand($"select distinct x from ({alles}) r, unnest($1) x where strpos(r.rij, x) > 0");
        zoek.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. teksten] });
        return await Gevonden(zoek);
    }

    /// <summary>Which of these stand in the log, from which a standby, or whoever has it, makes the tables as of any moment.</summary>
    public async Task<IReadOnlyList<string>> InLog(IEnumerable<string> teksten)
    {
        // The test's server writes its log a moment later than it says so; what is switched is on disk.
        await huis.Voer("select pg_switch_wal()");
        await using var bron = NpgsqlDataSource.Create(huis.Verbinding);
        await using var zoek = bron.CreateCommand(
            """
            select distinct convert_from(g.x, 'UTF8')
            from (select pg_read_binary_file('pg_wal/' || name, 0, 16777216, true) as b from pg_ls_waldir() offset 0) f
            cross join lateral (select x from unnest($1) x where position(x in f.b) > 0) g
            """
        );
        zoek.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. teksten.Select(Encoding.UTF8.GetBytes)] });
        return await Gevonden(zoek);
    }

    /// <summary>
    /// Writes answers as they would wait, be kept or be half filled if the key were left out, and sees that both ways of looking find them: so that nothing is
    /// found of others, tells something.
    /// </summary>
    /// <param name="kenmerk">The answers of a person as they are looked for, by a number of the test and of the person.</param>
    public async Task ZietWatOpenStaat(Func<int, int, string> kenmerk)
    {
        foreach (var tabel in (string[])["antwoordwacht", "antwoord", "antwoordconcept"])
        {
            // Of no other test. Several: a page of the log can end in the middle of one.
            var proef = RandomNumberGenerator.GetInt32(1_000, int.MaxValue);
            var open = Enumerable.Range(0, 5).Select(i => kenmerk(proef, i)).ToList();
            foreach (var antwoord in open)
            {
                await Schrijf(tabel, $"scan-open-{proef}", Antwoordblad.Lees($"{{{antwoord}}}").InVak());
            }
            var (inLog, inTabel) = (await InLog(open), await InTabel(open));
            await huis.Voer($"delete from leercultuurscans.{tabel} where scan = 'scan-open-{proef}'");
            Assert.True(inLog.Count > 2, $"In the log the test sees {inLog.Count} of 5 answers that stand in the clear in {tabel}.");
            Assert.True(
                inTabel.Count == 5,
                $"In the tables the test sees {inTabel.Count} of 5 answers that stand in the clear in {tabel}."
            );
        }
    }

    private async Task Schrijf(string tabel, string scan, byte[] inhoud)
    {
        await using var bron = NpgsqlDataSource.Create(huis.Verbinding);
        await using var opdracht = bron.CreateCommand(
            tabel == "antwoordconcept"
                ? "insert into leercultuurscans.antwoordconcept (plaats, scan, inhoud) values (uuid_send(gen_random_uuid()), $1, $2)"
                : $"insert into leercultuurscans.{tabel} (id, scan, inhoud) values (gen_random_uuid(), $1, $2)"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = scan });
        opdracht.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = inhoud });
        await opdracht.ExecuteNonQueryAsync(Ct);
    }

    private static async Task<IReadOnlyList<string>> Gevonden(NpgsqlCommand zoek)
    {
        zoek.CommandTimeout = 300;
        await using var rij = await zoek.ExecuteReaderAsync(Ct);
        var gevonden = new List<string>();
        while (await rij.ReadAsync(Ct))
        {
            gevonden.Add(rij.GetString(0));
        }
        return gevonden;
    }
}
