using System.Globalization;
using System.Text.RegularExpressions;
using QRCoder;
using SlimRegeling.Web.Scanwerk;

namespace SlimRegeling.Web.Tests;

/// <summary>The QR code on a page is that of exactly the link beside it.</summary>
public sealed partial class QrpadTests
{
    [Theory]
    [InlineData("https://slim.example.nl/scan/scan-3f8k2m9x4q7a#0123-4567-89ab-cdef-ghjk-mnpq-rs")]
    [InlineData("http://127.0.0.1:40001/scan/scan-000000000000#zzzz-zzzz-zzzz-zzzz-zzzz-zzzz-zz")]
    public void What_is_drawn_are_the_squares_of_that_link(string link)
    {
        using var verwacht = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);

        var pad = Qrpad.Van(link, "QR-code");

        var getekend = new HashSet<(int Rij, int Plek)>();
        foreach (Match stuk in Stuk().Matches(pad.Lijn))
        {
            var (van, rij, lengte) = (Getal(stuk, 1), Getal(stuk, 2), Getal(stuk, 3));
            Assert.All(Enumerable.Range(van, lengte), plek => Assert.True(getekend.Add((rij, plek))));
        }
        Assert.Equal("", Stuk().Replace(pad.Lijn, ""));
        Assert.Equal(verwacht.ModuleMatrix.Count, pad.Zijde);
        for (var rij = 0; rij < pad.Zijde; rij++)
        {
            for (var plek = 0; plek < pad.Zijde; plek++)
            {
                Assert.Equal(verwacht.ModuleMatrix[rij][plek], getekend.Contains((rij, plek)));
            }
        }
    }

    private static int Getal(Match stuk, int groep) => int.Parse(stuk.Groups[groep].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\d+) (\d+)\.5h(\d+)")]
    private static partial Regex Stuk();
}
