using CsCheck;
using SlimRegeling.Dossiers.Opslag;

namespace SlimRegeling.Dossiers.Tests.Documenten;

/// <summary>What is kept is not readable without its key, and no change of it goes unseen.</summary>
public sealed class OpslagTests
{
    private static readonly byte[] Sleutel = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Theory]
    [InlineData(1)]
    [InlineData(Versleuteling.Deellengte - 1)]
    [InlineData(Versleuteling.Deellengte)]
    [InlineData(Versleuteling.Deellengte + 1)]
    [InlineData((3 * Versleuteling.Deellengte) + 7)]
    public async Task Wat_erin_gaat_komt_eruit(int lengte)
    {
        var inhoud = Willekeurig(lengte);

        var delen = Versleuteld(inhoud);

        Assert.Equal(inhoud, await Ontsleuteld(delen, Sleutel));
        Assert.True(delen.Skip(1).All(d => !inhoud.AsSpan().StartsWith(d.AsSpan(0, Math.Min(16, d.Length)))));
    }

    [Fact]
    public void Een_veranderde_byte_een_ander_deel_en_een_andere_sleutel_vallen_op()
    {
        var inhoud = Willekeurig((2 * Versleuteling.Deellengte) + 100);
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, int.MaxValue - 1], Gen.Byte[1, 255])
            .Sample(
                (deel, plaats, anders) =>
                {
                    var delen = Versleuteld(inhoud);
                    delen[deel][plaats % delen[deel].Length] ^= anders;
                    Geweigerd(delen, Sleutel);
                },
                iter: 50
            );
        var heel = Versleuteld(inhoud);
        Geweigerd([heel[0], heel[2], heel[1], heel[3]], Sleutel);
        Geweigerd(heel[..3], Sleutel);
        Geweigerd([.. heel, heel[3]], Sleutel);
        Geweigerd([heel[0]], Sleutel);
        Geweigerd([], Sleutel);
        Geweigerd(heel, new byte[32]);
    }

    [Theory]
    [InlineData("stream: OK", "Schoon")]
    [InlineData("stream: Eicar FOUND", "Besmet")]
    [InlineData("stream: OK\n", "Onduidelijk")]
    [InlineData("stream: OK FOUND", "Besmet")]
    [InlineData("OK", "Onduidelijk")]
    [InlineData("", "Onduidelijk")]
    [InlineData("INSTREAM size limit exceeded. ERROR", "Onduidelijk")]
    public void Alleen_precies_ok_is_schoon(string antwoord, string uitslag) =>
        Assert.Equal(uitslag, Scannen.Scanuitslag.Van(antwoord).GetType().Name);

    private static void Geweigerd(IReadOnlyList<byte[]> delen, byte[] sleutel) =>
        Assert.Throws<InvalidDataException>(() => Ontsleuteld(delen, sleutel).GetAwaiter().GetResult());

    private static List<byte[]> Versleuteld(byte[] inhoud) =>
        [.. Versleuteling.Versleutel(new MemoryStream(inhoud), Sleutel, Versleuteling.Kop()).Select(d => d.ToArray())];

    private static async Task<byte[]> Ontsleuteld(IReadOnlyList<byte[]> delen, byte[] sleutel)
    {
        using var uit = new MemoryStream();
        await foreach (var deel in Versleuteling.Ontsleutel(delen.Select(d => (ReadOnlyMemory<byte>)d).ToAsyncEnumerable(), sleutel))
        {
            uit.Write(deel.Span);
        }
        return uit.ToArray();
    }

    private static byte[] Willekeurig(int lengte)
    {
        var inhoud = new byte[lengte];
        new Random(lengte).NextBytes(inhoud);
        return inhoud;
    }
}
