using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace SlimRegeling.Platform.Tests.Ingebouwd;

public sealed class StartTests : Opstelling
{
    [Fact]
    public async Task Een_lege_map_krijgt_een_database_en_een_tweede_start_vindt_haar_terug()
    {
        var vers = Stopwatch.StartNew();
        await using (var postgres = await Start())
        {
            vers.Stop();
            Assert.Equal("slimregeling", await Vraag(postgres.Verbinding, "select current_database()"));
            await Vraag(postgres.Verbinding, "create table zaak (nummer text); insert into zaak values ('een')");
        }
        var bestaand = Stopwatch.StartNew();
        await using (var postgres = await Start())
        {
            bestaand.Stop();
            Assert.Equal("een", await Vraag(postgres.Verbinding, "select nummer from zaak"));
        }
        TestContext.Current.TestOutputHelper!.WriteLine($"vers {vers.ElapsedMilliseconds} ms, bestaand {bestaand.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task De_server_is_duurzaam_en_luistert_niet_op_het_netwerk()
    {
        await using var postgres = await Start();
        Dictionary<string, string> verwacht = new()
        {
            ["fsync"] = "on",
            ["synchronous_commit"] = "on",
            ["full_page_writes"] = "on",
            ["data_checksums"] = "on",
            ["listen_addresses"] = "",
            ["server_encoding"] = "UTF8",
        };
        foreach (var (instelling, waarde) in verwacht)
            Assert.Equal(waarde, await Vraag(postgres.Verbinding, $"select current_setting('{instelling}')"));
    }

    [Fact]
    public async Task Een_instelling_in_het_bestand_zet_de_duurzaamheid_niet_uit()
    {
        await using (await Start()) { }
        await File.AppendAllTextAsync(Path.Combine(Clustermap, "postgresql.conf"), "fsync = off\nsynchronous_commit = off\n", Ct);
        await using var postgres = await Start();
        Assert.Equal(
            "on on",
            await Vraag(postgres.Verbinding, "select current_setting('fsync') || ' ' || current_setting('synchronous_commit')")
        );
    }

    [Fact]
    public async Task De_server_stopt_met_het_programma()
    {
        int pid;
        await using (await Start())
        {
            pid = ServerPid();
            Assert.True(Leeft(pid));
        }
        Assert.False(Leeft(pid));
        Assert.False(File.Exists(Path.Combine(Clustermap, "postmaster.pid")));
        Assert.False(Directory.Exists(Server.Socketmap(Clustermap)));
    }

    [Fact]
    public async Task De_gegevens_zijn_van_een_onbevoegd_account_en_voor_anderen_dicht()
    {
        await using var postgres = await Start();
        var account = Account.Kies().Naam ?? Environment.UserName;
        Assert.NotEqual("root", account);
        string[] paden = [Clustermap, Path.Combine(Clustermap, "PG_VERSION"), Server.Socketmap(Clustermap), $"/proc/{ServerPid()}"];
        foreach (var pad in paden)
            Assert.Equal(account, await Roep("stat", "-c", "%U", pad));
        Assert.Equal("700", await Roep("stat", "-c", "%a", Clustermap));
        Assert.Equal("700", await Roep("stat", "-c", "%a", Server.Socketmap(Clustermap)));
    }

    [Fact]
    public async Task Een_half_aangelegde_database_wordt_weggegooid()
    {
        Directory.CreateDirectory(Path.Combine(Gegevensmap, "postgres-18.nieuw-1", "base"));
        await using var postgres = await Start();
        Assert.Equal(1, await Vraag(postgres.Verbinding, "select 1"));
        Assert.Equal([Clustermap], Directory.EnumerateDirectories(Gegevensmap));
    }

    [Fact]
    public async Task Een_pad_met_spaties_en_een_lange_naam_werkt()
    {
        File.SetUnixFileMode(Gegevensmap, (UnixFileMode)0b111_001_001);
        var map = Path.Combine(Gegevensmap, $"mijn gegevens {new string('x', 120)}");
        await using var postgres = await IngebouwdePostgres.Start(map, NullLogger.Instance, Ct);
        Assert.Equal(1, await Vraag(postgres.Verbinding, "select 1"));
    }

    [Fact]
    public async Task Gegevens_van_een_ander_onbevoegd_account_blijven_van_dat_account()
    {
        await using (await Start()) { }
        if (Environment.IsPrivilegedProcess)
            await Roep("chown", "-R", "nobody:", Clustermap);
        var eigenaar = await Roep("stat", "-c", "%U", Clustermap);
        await using var postgres = await Start();
        Assert.Equal(1, await Vraag(postgres.Verbinding, "select 1"));
        Assert.Equal(eigenaar, await Roep("stat", "-c", "%U", $"/proc/{ServerPid()}"));
    }
}
