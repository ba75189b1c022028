using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using SlimRegeling.Dossiers.Scannen;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Dossiers.Tests.Documenten;

/// <summary>One document that cannot be examined or destroyed now does not stop those behind it; with a real clamd.</summary>
public sealed class ScannerhapertTests(Maphuis huis) : IClassFixture<Maphuis>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Een_document_waarvan_het_bestand_weg_is_houdt_het_volgende_niet_op_en_komt_later_zelf()
    {
        var zaak = await huis.Zaak();
        await huis.Clamav.Stop();
        var eerste = await huis.Ontvangen(zaak, Proefpdf.Van("eerste"));
        var tweede = await huis.Ontvangen(zaak, Proefpdf.Van("tweede"));
        var plaats = await huis.Lees<string>($"select data ->> 'plaats' from dossiers.mt_doc_document where id = '{eerste}'");
        var adres = plaats.Split(':')[1];
        var (pad, elders) = (Path.Combine(huis.Map.FullName, adres[..2], adres), Path.Combine(huis.Map.FullName, "elders"));
        File.Move(pad, elders);

        await huis.Clamav.Hervat(Ct);
        await huis.Wordt(tweede, "beschikbaar");

        Assert.Equal("in-onderzoek", (await huis.Stand(eerste)).GetProperty("stand").GetString());
        using (var antwoord = await huis.Huis.Haal("ben", "/v1/beheer/documenten"))
        {
            var cijfers = await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct);
            Assert.Equal(("bereikbaar", 1), (cijfers.GetProperty("stand").GetString(), cijfers.GetProperty("onduidelijk").GetInt32()));
        }

        File.Move(elders, pad);
        await huis.Wordt(eerste, "beschikbaar");
    }

    [Fact]
    public async Task Een_geweigerd_document_dat_niet_te_vernietigen_is_houdt_de_anderen_niet_op()
    {
        var zaak = await huis.Zaak();
        await huis.Lees<int>(
            $$"""
            with w as (insert into dossiers.mt_doc_document (id, data) values ('0', '{"id":"0","zaaknummer":"{{zaak}}","kvkNummer":"{{Zaken.Kvk}}","soort":"plan","mediatype":"application/pdf","hash":"h","plaats":"elders:h","stand":"{{nameof(
                Documentstand.Geweigerd
            )}}"}') returning 1) select count(*)::int from w
            """
        );

        await huis.Wordt(await huis.Ontvangen(zaak, Proefpdf.Van("verder")), "beschikbaar");

        await huis.Lees<int>("with w as (delete from dossiers.mt_doc_document where id = '0' returning 1) select count(*)::int from w");
    }

    [Fact]
    public async Task Een_scanner_die_ophangt_kan_het_van_het_document_hebben_en_een_die_er_niet_is_niet()
    {
        using var luister = new TcpListener(IPAddress.Loopback, 0);
        luister.Start();
        var scanner = new Virusscanner(
            new ConfigurationBuilder()
                .AddInMemoryCollection([KeyValuePair.Create(Virusscanner.Instelling, (string?)$"tcp://{luister.LocalEndpoint}")])
                .Build()
        );
        var scan = scanner.Scan(Bytes(), Ct);
        (await luister.AcceptSocketAsync(Ct)).Dispose();

        Assert.True((await Assert.ThrowsAsync<Scanneruitval>(() => scan)).BijDocument);

        luister.Stop();
        Assert.False((await Assert.ThrowsAsync<Scanneruitval>(() => scanner.Scan(Bytes(), Ct))).BijDocument);
    }

    private static IAsyncEnumerable<ReadOnlyMemory<byte>> Bytes() =>
        new[] { (ReadOnlyMemory<byte>)new byte[] { 1, 2, 3 } }.ToAsyncEnumerable();
}
