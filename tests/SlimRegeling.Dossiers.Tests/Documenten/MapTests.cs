using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using SlimRegeling.Dossiers.Opslag;
using SlimRegeling.Dossiers.Scannen;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Dossiers.Tests.Documenten;

/// <summary>Files in a folder, and the limits of a case.</summary>
public sealed class MapTests(Maphuis huis) : IClassFixture<Maphuis>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Een_bestand_heet_naar_wat_er_staat_en_is_zonder_sleutel_niets()
    {
        var inhoud = Proefpdf.Van("geheim plan");
        var id = await huis.Ontvangen(await huis.Zaak(), inhoud);
        await huis.Wordt(id, "beschikbaar");

        var pad = await Pad(id);
        var opgeslagen = await File.ReadAllBytesAsync(pad, Ct);

        Assert.Equal(Path.GetFileName(pad), Convert.ToHexStringLower(SHA256.HashData(opgeslagen)));
        Assert.True(opgeslagen.AsSpan().IndexOf("geheim"u8) < 0);
        Assert.Equal(inhoud, await Inhoud(id));
        Assert.Equal(0L, await huis.Lees<long>("select count(*) from dossiers.bestandsdeel"));
    }

    [Fact]
    public async Task Met_de_sleutel_van_het_dossier_zijn_de_bestanden_weg()
    {
        var zaak = await huis.Zaak();
        var id = await huis.Ontvangen(zaak, Proefpdf.Van("x"));
        await huis.Wordt(id, "beschikbaar");

        await huis.Lees<int>(
            $"with w as (delete from dossiers.mt_doc_dossiersleutel where id = '{zaak}' returning 1) select count(*)::int from w"
        );

        using var antwoord = await huis.Huis.Haal("olivia", $"/v1/documenten/{id}");
        Assert.Equal(HttpStatusCode.NotFound, antwoord.StatusCode);
    }

    [Fact]
    public async Task Wat_een_gedood_proces_achterliet_wordt_na_een_dag_opgeruimd_en_niets_anders()
    {
        var id = await huis.Ontvangen(await huis.Zaak(), Proefpdf.Van("blijft"));
        var blijft = await Pad(id);
        string Rest(string naam, int dagen)
        {
            var pad = Path.Combine(huis.Map.FullName, "onderweg", naam);
            Directory.CreateDirectory(Path.GetDirectoryName(pad)!);
            File.WriteAllText(pad, "rest");
            File.SetLastWriteTimeUtc(pad, DateTime.UtcNow.AddDays(-dagen));
            return pad;
        }
        var (oud, nieuw) = (Rest("oud", 2), Rest("nieuw", 0));
        var verweesd = Path.Combine(huis.Map.FullName, "aa", new string('a', 64));
        Directory.CreateDirectory(Path.GetDirectoryName(verweesd)!);
        File.Move(Rest("x", 2), verweesd);
        File.SetLastWriteTimeUtc(blijft, DateTime.UtcNow.AddDays(-2));

        await using (var scope = huis.Huis.Diensten.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Restenopruimen>().Voer(Ct);
        }

        Assert.Equal((false, false, true, true), (File.Exists(oud), File.Exists(verweesd), File.Exists(nieuw), File.Exists(blijft)));
    }

    [Fact]
    public async Task Een_besmet_bestand_verdwijnt_uit_de_map()
    {
        await huis.Clamav.Stop();
        var id = await huis.Ontvangen(await huis.Zaak(), Proefpdf.Van(ClamavServer.Virus));
        var pad = await Pad(id);
        Assert.True(File.Exists(pad));

        await huis.Clamav.Hervat(Ct);
        await huis.Wordt(id, "geweigerd");

        for (var i = 0; i < 100 && File.Exists(pad); i++)
        {
            await Task.Delay(100, Ct);
        }
        Assert.False(File.Exists(pad));
    }

    [Fact]
    public async Task Ook_wie_tegelijk_stuurt_komt_niet_boven_het_aantal_van_een_zaak()
    {
        var zaak = await huis.Zaak();

        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => huis.Stuur(zaak, Proefpdf.Van($"{i}"))));

        Assert.Equal(3, antwoorden.Count(a => a.Status == HttpStatusCode.Created));
        Assert.All(
            antwoorden.Where(a => a.Status != HttpStatusCode.Created),
            a => Assert.EndsWith(":te-veel-documenten", a.Inhoud.GetProperty("type").GetString(), StringComparison.Ordinal)
        );
        Assert.Equal(3L, await huis.Lees<long>($"select count(*) from dossiers.mt_doc_document where data ->> 'zaaknummer' = '{zaak}'"));
    }

    [Fact]
    public async Task Samen_mogen_ze_niet_groter_zijn_dan_de_zaak_toelaat()
    {
        var zaak = await huis.Zaak();
        var anderhalf = Proefpdf.Van(new string('x', 3 * 512 * 1024));

        var eerste = await huis.Stuur(zaak, anderhalf);
        var tweede = await huis.Stuur(zaak, anderhalf);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Conflict), (eerste.Status, tweede.Status));
        Assert.EndsWith(":zaak-te-groot", tweede.Inhoud.GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "Host=db", null, true)]
    [InlineData("Production", "Host=db", "tcp://clamav:3310", false)]
    [InlineData("Production", null, null, false)]
    [InlineData("Development", "Host=db", null, false)]
    public async Task In_productie_start_het_programma_niet_zonder_scanner(
        string omgeving,
        string? verbinding,
        string? scanner,
        bool weigert
    )
    {
        var configuratie = Configuratie(("ConnectionStrings:SlimRegeling", verbinding), (Virusscanner.Instelling, scanner));
        using var register = new Contextregister([], []);
        var gezegd = new Meeluisteraar<Scannercontrole>();
        var controle = new Scannercontrole(
            new Virusscanner(configuratie),
            new Bestandsplaatsen(register, configuratie),
            configuratie,
            new HostingEnvironment { EnvironmentName = omgeving },
            gezegd
        );

        var fout = await Record.ExceptionAsync(() => controle.StartAsync(Ct));

        Assert.Equal(weigert, fout is Opstartfout);
        Assert.Equal(weigert, fout is not null);
        // Who starts it without one reads so.
        Assert.Equal(
            !weigert && scanner is null,
            gezegd.Regels.Any(r => r.StartsWith("LET OP: Er is geen virusscanner", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("clamav")]
    [InlineData("tcp://")]
    [InlineData("http://clamav:3310")]
    [InlineData("unix:s")]
    public void Een_adres_dat_er_geen_is_wordt_gezegd(string adres) =>
        Assert.Throws<Opstartfout>(() => new Virusscanner(Configuratie((Virusscanner.Instelling, adres))));

    private static IConfigurationRoot Configuratie(params (string Naam, string? Waarde)[] waarden) =>
        new ConfigurationBuilder().AddInMemoryCollection(waarden.Select(w => KeyValuePair.Create(w.Naam, w.Waarde))).Build();

    private async Task<string> Pad(string id)
    {
        var plaats = (await huis.Lees<string>($"select data ->> 'plaats' from dossiers.mt_doc_document where id = '{id}'")).Split(':');
        Assert.Equal("map", plaats[0]);
        return Path.Combine(huis.Map.FullName, plaats[1][..2], plaats[1]);
    }

    private async Task<byte[]> Inhoud(string id)
    {
        using var antwoord = await huis.Huis.Haal("olivia", $"/v1/documenten/{id}");
        return await antwoord.Content.ReadAsByteArrayAsync(Ct);
    }
}
