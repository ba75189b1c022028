using System.Globalization;
using System.Text;
using SlimRegeling.Dossiers.Keuring;
using SlimRegeling.Omgeving;
using static SlimRegeling.Omgeving.Proefoffice;

namespace SlimRegeling.Dossiers.Tests.Documenten;

/// <summary>An examination ends, however much a file asks of it.</summary>
public sealed class KeurtijdTests
{
    private const string TeLang = "bestand-te-groot-uitgepakt";

    // The steps in each are of one sort, and more of them than the running clock has patience for.
    public static TheoryData<string, byte[]> Stappen() =>
        new()
        {
            { "delen van een docx", Docx([.. Enumerable.Range(0, 20).Select(i => ($"word/{i}.bin", new byte[10]))]) },
            { "tekst van een docx", Docx(Herhaal("<w:p/>", 10_000)) },
            { "tekst van een odt", Odf("application/vnd.oasis.opendocument.text", Herhaal("<text:p/>", 10_000)) },
            { "woorden van een pdf", Proefpdf.Van("x", "", $"[ {Herhaal("1 ", 10_000)}]") },
            { "stromen van een pdf", Proefpdf.Van("x", "", [.. Enumerable.Repeat(Stroom("/Filter /DCTDecode"), 20)]) },
            { "koppen voor een stroom", Proefpdf.Van("x", "", Stroom(Herhaal("/X (obj<</Y 1) ", 20))) },
            { "ascii85", Proefpdf.Van("x", "", Stroom("/Filter /A85", Herhaal("!", 10_000))) },
            { "cijfers van een stroom", Proefpdf.Van("x", "", Stroom("/Filter /AHx", Herhaal("0", 10_000))) },
            { "woorden van een stroom", Proefpdf.Van("x", "", Stroom("/N 1 /First 4", Herhaal("1 ", 10_000))) },
            { "stukken van een png", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Stuk("IHDR", 0, 0, 0, 1, 0, 0, 0, 1), .. Stukken(10_000)] },
        };

    [Theory]
    [MemberData(nameof(Stappen))]
    public void Wat_te_lang_duurt_wordt_geweigerd(string _, byte[] inhoud)
    {
        Assert.Equal(TeLang, KeuringTests.Keur(inhoud, new Lopendeklok(TimeSpan.FromSeconds(1))).Afkeuring?.Code);
        Assert.NotEqual(TeLang, KeuringTests.Keur(inhoud, new Lopendeklok(TimeSpan.Zero)).Afkeuring?.Code);
    }

    [Theory]
    [MemberData(nameof(Stappen))]
    public void Waar_niemand_meer_op_wacht_houdt_op(string _, byte[] inhoud)
    {
        using var bestand = new MemoryStream(inhoud);

        Assert.Throws<OperationCanceledException>(() =>
            Bestandskeuring.Keur(bestand, TimeProvider.System, new CancellationToken(canceled: true))
        );
    }

    /// <summary>Each sign of a field once read the whole code again.</summary>
    [Fact]
    public void Een_lange_veldcode_met_veel_tekens_kost_niet_meer_dan_de_tekst_lang_is()
    {
        var code = $"""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:instrText>TOC {Herhaal("x", 2_000_000)}</w:instrText>""";

        var gekeurd = KeuringTests.Keur(Docx(code + Herhaal("""<w:fldChar w:fldCharType="separate"/>""", 100_000)), Stilstaand);

        Assert.Equal((null, "docx"), (gekeurd.Afkeuring?.Code, gekeurd.Vorm?.Extensie));
    }

    /// <summary>Where each stream was said to end, once a text began that went on to the end of the file.</summary>
    [Fact]
    public void Stromen_die_zeggen_dat_ze_leeg_zijn_worden_niet_steeds_tot_het_einde_gelezen()
    {
        var pdf = $"%PDF-1.7\n{Herhaal("<</Length 0>>stream\n(endstream\n", 200_000)}%%EOF";

        Assert.Equal("bestand-onleesbaar", KeuringTests.Keur(Encoding.ASCII.GetBytes(pdf), Stilstaand).Afkeuring?.Code);
    }

    /// <summary>What can begin at many places is unpacked for each: together that counts too.</summary>
    [Fact]
    public void Wat_samen_te_groot_wordt_telt_bij_elke_manier_van_inpakken()
    {
        var pdf = Proefpdf.Van("x", "", Stroom(Herhaal("/X (obj<</Y 1) ", 20) + " /Filter /A85", Herhaal("z", 7_000_000)));

        Assert.Equal(TeLang, KeuringTests.Keur(pdf, Stilstaand).Afkeuring?.Code);
    }

    private static Lopendeklok Stilstaand => new(TimeSpan.Zero);

    private static string Herhaal(string wat, int aantal) => new StringBuilder().Insert(0, wat, aantal).ToString();

    private static string Stroom(string woorden, string inhoud = "x") =>
        string.Create(CultureInfo.InvariantCulture, $"<< {woorden} /Length {inhoud.Length} >>\nstream\n{inhoud}\nendstream");

    private static byte[] Stuk(string soort, params byte[] inhoud) =>
        [0, 0, 0, (byte)inhoud.Length, .. Encoding.ASCII.GetBytes(soort), .. inhoud, 0, 0, 0, 0];

    private static byte[] Stukken(int aantal) => [.. Enumerable.Repeat(Stuk("tEXt"), aantal).SelectMany(s => s), .. Stuk("IEND")];

    /// <summary>A clock that goes on by so much each time someone looks at it.</summary>
    private sealed class Lopendeklok(TimeSpan tik) : TimeProvider
    {
        private long _gekeken;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Increment(ref _gekeken) * tik.Ticks;
    }
}
