using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace SlimRegeling.Platform.Tests.Ingebouwd;

public sealed class HerstelTests : Opstelling
{
    [Fact]
    public async Task Wat_vastligt_overleeft_een_kill_van_het_programma_en_de_server_gaat_mee()
    {
        using var gastheer = Gastheer.Start(Gegevensmap);
        var verbinding = (await gastheer.Verbinding())!;
        await Vraag(verbinding, "create table zaak (nummer int)");
        var pid = ServerPid();
        var vastgelegd = 0;
        var schrijver = Task.Run(
            async () =>
            {
                await using var open = new NpgsqlConnection(verbinding);
                await open.OpenAsync(Ct);
                while (true)
                {
                    await using var opdracht = new NpgsqlCommand($"insert into zaak values ({vastgelegd})", open);
                    await opdracht.ExecuteNonQueryAsync(Ct);
                    vastgelegd++;
                }
            },
            Ct
        );
        await Tot(() => vastgelegd > 100);
        gastheer.Dood();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => schrijver);
        await Tot(() => !Leeft(pid));

        await using var postgres = await Start();
        var aantal = Convert.ToInt32(await Vraag(postgres.Verbinding, "select count(*) from zaak"), CultureInfo.InvariantCulture);
        Assert.InRange(aantal, vastgelegd, vastgelegd + 1);
    }

    [Fact]
    public async Task Een_nieuwe_start_meteen_na_een_kill_wacht_op_de_oude_server()
    {
        for (var keer = 0; keer < 3; keer++)
        {
            using var gastheer = Gastheer.Start(Gegevensmap);
            Assert.NotNull(await gastheer.Verbinding());
            gastheer.Dood();
            await gastheer.Einde();
            await using var postgres = await Start();
            Assert.Equal(1, await Vraag(postgres.Verbinding, "select 1"));
        }
    }

    [Fact]
    public async Task Een_gedode_server_komt_terug_met_zijn_gegevens_zolang_het_programma_leeft()
    {
        await using var postgres = await Start();
        await using var bron = NpgsqlDataSource.Create(postgres.Verbinding);
        await using (var opdracht = bron.CreateCommand("create table zaak (nummer text); insert into zaak values ('een')"))
            await opdracht.ExecuteNonQueryAsync(Ct);
        var oud = ServerPid();
        await Roep("kill", "-9", $"{oud}");
        await Tot(() => AndereServer(oud));
        await Tot(async () =>
        {
            try
            {
                await using var opdracht = bron.CreateCommand("select nummer from zaak");
                return (string?)await opdracht.ExecuteScalarAsync(Ct) == "een";
            }
            catch (NpgsqlException)
            {
                return false;
            }
        });
    }

    [Fact]
    public async Task Een_gedode_waakhond_laat_geen_server_zonder_toezicht_achter()
    {
        await using var postgres = await Start();
        var oud = ServerPid();
        var waakhond = (await File.ReadAllTextAsync($"/proc/{oud}/stat", Ct)).Split(") ")[1].Split(' ')[1];
        await Roep("kill", "-9", waakhond);
        await Tot(() => AndereServer(oud));
        await Tot(async () =>
        {
            try
            {
                return await Vraag(postgres.Verbinding, "select 1") is 1;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        });
    }

    [Fact]
    public async Task Een_achtergebleven_pid_van_een_ander_programma_houdt_de_start_niet_tegen()
    {
        await using (await Start()) { }
        using var ander = Process.Start(Account.Kies().Opdracht("/bin/sleep", ["300"]))!;
        try
        {
            await SchrijfPid(ander.Id);
            await using var postgres = await Start();
            Assert.Equal(1, await Vraag(postgres.Verbinding, "select 1"));
            Assert.NotEqual(ander.Id, ServerPid());
            Assert.True(Leeft(ander.Id));
        }
        finally
        {
            ander.Kill();
        }
    }

    [Fact]
    public async Task Een_achtergebleven_pid_van_een_andere_postgres_houdt_de_start_niet_tegen()
    {
        await using (await Start()) { }
        var elders = Path.Combine(Gegevensmap, "elders");
        await using var andere = await IngebouwdePostgres.Start(elders, NullLogger.Instance, Ct);
        var pid = int.Parse(File.ReadLines(Path.Combine(elders, "postgres-18", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        await SchrijfPid(pid);
        await using var postgres = await Start();
        Assert.Equal(1, await Vraag(postgres.Verbinding, "select 1"));
        Assert.Equal(1, await Vraag(andere.Verbinding, "select 1"));
    }

    [Fact]
    public async Task Een_achtergebleven_pid_van_niemand_houdt_de_start_niet_tegen()
    {
        await using (await Start()) { }
        using (var kort = Process.Start("true"))
        {
            await kort.WaitForExitAsync(Ct);
            await SchrijfPid(kort.Id);
        }
        await using var postgres = await Start();
        Assert.Equal(1, await Vraag(postgres.Verbinding, "select 1"));
    }

    private bool AndereServer(int oud) => !Leeft(oud) && PidBestand.Lees(Clustermap) is { } nieuw && nieuw.Pid != oud;

    private Task SchrijfPid(int pid) =>
        File.WriteAllTextAsync(
            Path.Combine(Clustermap, "postmaster.pid"),
            $"{pid}\n{Clustermap}\n1700000000\n5432\n{Server.Socketmap(Clustermap)}\n\n  1234567         1\nready   \n",
            Ct
        );
}
