using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using SlimRegeling.Dossiers.Bladeren;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Tests.Documenten;

/// <summary>Pages of a PDF, made by the real programs in real processes; what is too much for them costs nobody more than its limit.</summary>
public sealed class BladerenTests
{
    private static readonly byte[] Png = [0x89, .. "PNG"u8];
    private static readonly Procesgrenzen Ruim = new(TimeSpan.FromSeconds(30), 512, 1024 * 1024);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Een_brief_wordt_geteld_getekend_en_gelezen()
    {
        var alineas = Enumerable.Range(1, 60).Select(i => new Alinea($"Alinea {i}: mevrouw Ç. Yıldız-Müller leert."));
        var pdf = Pdfbrief.Maak(Voorbeelden.Inhoud([.. alineas, Voorbeelden.Begroting(40)]));
        using var gelezen = UglyToad.PdfPig.PdfDocument.Open(pdf);
        using var plaatsen = new Bladplaatsen(TimeSpan.FromSeconds(30));
        var lezer = Lezer(plaatsen);

        Assert.Equal(gelezen.NumberOfPages, await Aantal(lezer, pdf));
        Assert.True(gelezen.NumberOfPages > 1);
        var (png, weigering) = await lezer.Teken(In(pdf), gelezen.NumberOfPages, Ct);
        Assert.Null(weigering);
        Assert.Equal(Png, png[..Png.Length]);
        var (tekst, _) = await lezer.Lees(In(pdf), 1, Ct);
        Assert.Contains("Alinea 1: mevrouw Ç. Yıldız-Müller leert.", tekst, StringComparison.Ordinal);
        Assert.Equal("blad-niet-gevonden", (await lezer.Teken(In(pdf), gelezen.NumberOfPages + 1, Ct)).Weigering?.Code);
    }

    [Fact]
    public async Task Wat_iemand_in_de_titel_zet_telt_niet_als_aantal()
    {
        var pdf = Proefpdf.Van("titel", "", "<< /Title (Plan\nPages:          99\n) >>");
        var metTitel = Encoding.Latin1.GetString(pdf).Replace("/Root 1 0 R", "/Root 1 0 R /Info 4 0 R", StringComparison.Ordinal);
        using var plaatsen = new Bladplaatsen(TimeSpan.FromSeconds(30));

        Assert.Equal(1, await Aantal(Lezer(plaatsen), Encoding.Latin1.GetBytes(metTitel)));
    }

    [Fact]
    public async Task Wat_geen_pdf_is_wordt_geweigerd_in_gewone_woorden()
    {
        using var plaatsen = new Bladplaatsen(TimeSpan.FromSeconds(30));
        var lezer = Lezer(plaatsen);
        foreach (
            var bytes in (byte[][])
                [
                    [],
                    [.. "%PDF-1.7\n"u8],
                    new byte[100_000],
                ]
        )
        {
            var (_, tel) = await lezer.Tel(In(bytes), Ct);
            var (_, teken) = await lezer.Teken(In(bytes), 1, Ct);
            var (_, lees) = await lezer.Lees(In(bytes), 1, Ct);
            foreach (var weigering in new[] { tel, teken, lees })
            {
                Assert.Equal("blad-onleesbaar", weigering?.Code);
                Assert.Contains("Bewaar het document", weigering?.Uitleg, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Een_blad_dat_nooit_klaar_is_wordt_op_tijd_beeindigd()
    {
        var begin = Stopwatch.GetTimestamp();
        var afloop = await Teken(Proefpdf.ZonderEinde(), Ruim with { Tijd = TimeSpan.FromSeconds(1.5) });

        Assert.Equal(Proceseinde.TeLang, afloop.Einde);
        Assert.Equal("blad-te-zwaar", Bladlezer.Weeg(afloop, 1)?.Code);
        Assert.True(Stopwatch.GetElapsedTime(begin) < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Meer_dan_het_mag_zeggen_zegt_een_proces_niet()
    {
        var pdf = Proefpdf.MetBladen("Wij leren");
        Assert.Equal(Proceseinde.Vanzelf, (await Teken(pdf, Ruim)).Einde);

        var afloop = await Teken(pdf, Ruim with { Uitvoerbytes = 1000 });

        Assert.Equal(Proceseinde.TeVeel, afloop.Einde);
        Assert.True(afloop.Uit.Length <= 1000);
        Assert.Equal("blad-te-zwaar", Bladlezer.Weeg(afloop, 1)?.Code);
    }

    [Fact]
    public async Task Meer_geheugen_dan_het_mag_krijgt_een_proces_niet()
    {
        var past = await Voer("dd", "if=/dev/zero", "of=/dev/null", "bs=64M", "count=1");
        Assert.Equal((Proceseinde.Vanzelf, 0), (past.Einde, past.Code));

        var teVeel = await Voer("dd", "if=/dev/zero", "of=/dev/null", "bs=1G", "count=1");

        Assert.Equal(Proceseinde.Vanzelf, teVeel.Einde);
        Assert.NotEqual(0, teVeel.Code);
        Assert.Contains("memory", teVeel.Fout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Een_bestand_schrijft_een_proces_niet()
    {
        var pad = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.bin");
        var afloop = await Voer("dd", "if=/dev/zero", $"of={pad}", "bs=1", "count=1");

        Assert.NotEqual(0, afloop.Code);
        Assert.True(new FileInfo(pad) is { Exists: false } or { Length: 0 });
        File.Delete(pad);
    }

    [Fact]
    public async Task Een_proces_krijgt_geen_instelling_van_ons_en_niet_de_rechten_van_root()
    {
        Environment.SetEnvironmentVariable("SLIM_GEHEIM_VAN_EEN_PROEF", "geheim");

        var omgeving = await Voer("env");
        var wie = await Voer("id", "-u");

        Assert.Equal((0, 0), (omgeving.Code, wie.Code));
        Assert.DoesNotContain("SLIM_GEHEIM", Encoding.UTF8.GetString(omgeving.Uit), StringComparison.Ordinal);
        Assert.DoesNotContain("HOME=", Encoding.UTF8.GetString(omgeving.Uit), StringComparison.Ordinal);
        Assert.NotEqual("0", Encoding.UTF8.GetString(wie.Uit).Trim());
    }

    [Fact]
    public async Task Wie_weggaat_laat_geen_proces_achter()
    {
        using var weg = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var begin = Stopwatch.GetTimestamp();

        // It waits for input that does not come.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Begrensdproces.Voer(Programma("cat"), [], Ruim, Nooit(weg.Token), weg.Token)
        );

        Assert.True(Stopwatch.GetElapsedTime(begin) < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Bytes_die_niet_kloppen_zijn_geen_antwoord_ook_als_het_programma_al_klaar_is() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => Begrensdproces.Voer(Programma("true"), [], Ruim, Beschadigd(), Ct));

    [Fact]
    public async Task Wie_geen_plaats_krijgt_hoort_dat_en_houdt_wie_moet_oordelen_niet_op()
    {
        using var plaatsen = new Bladplaatsen(TimeSpan.FromMilliseconds(50));
        using var bezet = await plaatsen.Neem(voorOnderneming: true, Ct);
        var pdf = Proefpdf.Van("x");

        var (_, weigering) = await Lezer(plaatsen, namens: Zaken.Kvk).Tel(In(pdf), Ct);
        Assert.Equal("bladen-druk", weigering?.Code);
        Assert.Equal(503, weigering?.Status);
        Assert.Equal(1, await Aantal(Lezer(plaatsen), pdf));

        using var een = await plaatsen.Neem(voorOnderneming: false, Ct);
        using (await plaatsen.Neem(voorOnderneming: false, Ct))
        {
            Assert.Equal("bladen-druk", (await Lezer(plaatsen).Tel(In(pdf), Ct)).Weigering?.Code);
        }
        Assert.Equal(1, await Aantal(Lezer(plaatsen), pdf));
    }

    [Fact]
    public async Task Zonder_programmas_wordt_niets_getoond()
    {
        using var plaatsen = new Bladplaatsen(TimeSpan.FromSeconds(30));
        var (_, weigering) = await Lezer(plaatsen, "geen").Tel(In(Proefpdf.Van("x")), Ct);

        Assert.Equal("bladen-uit", weigering?.Code);
        Assert.Equal(503, weigering?.Status);
        Assert.Throws<Opstartfout>(() => Programmas("/nergens"));
    }

    [Theory]
    [InlineData(0, "Syntax Error: Couldn't find a font for 'Helvetica'", "blad-onleesbaar")]
    [InlineData(0, "Out of memory", "blad-te-zwaar")]
    [InlineData(0, "Syntax Warning: May not be a PDF file (continuing anyway)", null)]
    [InlineData(1, "", "blad-onleesbaar")]
    [InlineData(99, "Wrong page range given", "blad-niet-gevonden")]
    [InlineData(139, "", "blad-te-zwaar")]
    public void Wat_niet_heel_is_wordt_niet_getoond(int code, string fout, string? weigering) =>
        Assert.Equal(weigering, Bladlezer.Weeg(new(Proceseinde.Vanzelf, code, [1], fout), 1)?.Code);

    private static async Task<int> Aantal(Bladlezer lezer, byte[] pdf)
    {
        var (aantal, weigering) = await lezer.Tel(In(pdf), Ct);
        Assert.Null(weigering);
        return aantal;
    }

    private static Bladlezer Lezer(Bladplaatsen plaatsen, string? map = null, string? namens = null) =>
        new(Programmas(map), plaatsen, new Aanroep { Namens = namens }, NullLogger<Bladlezer>.Instance);

    private static Bladprogrammas Programmas(string? map = null) =>
        new(
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [Bladprogrammas.Instelling] = map }).Build()
        );

    private static Task<Afloop> Teken(byte[] pdf, Procesgrenzen grenzen) =>
        Begrensdproces.Voer(Programmas().Pad(Bladprogrammas.Tekenen)!, ["-png", "-singlefile", "-"], grenzen, In(pdf), Ct);

    private static Task<Afloop> Voer(string programma, params IReadOnlyList<string> argumenten) =>
        Begrensdproces.Voer(Programma(programma), argumenten, Ruim, In([]), Ct);

    private static string Programma(string naam) =>
        ((string[])["/usr/bin", "/bin"]).Select(map => Path.Combine(map, naam)).First(File.Exists);

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> In(byte[] bytes)
    {
        await Task.CompletedTask;
        foreach (var deel in bytes.Chunk(256 * 1024))
        {
            yield return deel;
        }
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Nooit(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        await Task.Delay(Timeout.Infinite, ct);
        yield return default;
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Beschadigd()
    {
        await Task.CompletedTask;
        yield return new byte[1024 * 1024];
        throw new InvalidDataException("These are other bytes.");
    }
}
