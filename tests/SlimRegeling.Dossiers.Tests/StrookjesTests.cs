using QRCoder;
using SlimRegeling.Dossiers.Brieven;
using static SlimRegeling.Dossiers.Tests.Voorbeelden;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>Slips to cut apart: what is drawn is the QR code of exactly that address, and who cannot scan has the same in text.</summary>
public sealed class StrookjesTests
{
    private const string Adres = "https://slim.example.nl/scan/scan-3f8k2m9x4q7a#";
    private const int Rand = 4;

    [Fact]
    public void Wat_getekend_is_is_de_QR_code_van_precies_dat_adres()
    {
        var link = Adres + Code(1);
        using var brief = Lees(1);
        using var verwacht = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        var vakken = brief.Vakken(1);

        // Three of the corners of the code without its white edge are black.
        var zonderRand = verwacht.ModuleMatrix.Count - (2 * Rand);
        var (links, boven) = (vakken.Min(v => v.Left), vakken.Max(v => v.Top));
        var maat = (vakken.Max(v => v.Right) - links) / zonderRand;
        Assert.InRange(maat * verwacht.ModuleMatrix.Count, 67, 69);
        for (var rij = 0; rij < zonderRand; rij++)
        {
            for (var plek = 0; plek < zonderRand; plek++)
            {
                var (x, y) = (links + ((plek + 0.5) * maat), boven - ((rij + 0.5) * maat));
                var zwart = vakken.Any(v => v.Left < x && x < v.Right && v.Bottom < y && y < v.Top);
                Assert.True(verwacht.ModuleMatrix[rij + Rand][plek + Rand] == zwart, $"Row {rij}, square {plek}.");
            }
        }
    }

    [Fact]
    public void Elke_code_staat_er_ook_als_tekst_en_elke_QR_code_zegt_wat_zij_is()
    {
        using var brief = Lees(3);

        var tekst = brief.Voorgelezen().Kaal();
        Assert.All(Enumerable.Range(1, 3), n => Assert.Contains(Code(n), tekst, StringComparison.Ordinal));
        Assert.Equal(["QR-code van strook 1", "QR-code van strook 2", "QR-code van strook 3"], brief.Beschrijvingen());
        Assert.Equal(["1:Figure", "1:P", "1:Figure", "1:P", "1:Figure", "1:P"], brief.Tags().SkipWhile(t => t != "1:Figure").Take(6));
        Assert.Equal(0, brief.LosseLetters());
        Assert.Empty(brief.BuitenDeMarges());
    }

    [Fact]
    public void Vijfhonderd_strookjes_staan_op_ten_hoogste_dertig_bladen()
    {
        using var brief = Lees(500);

        Assert.InRange(brief.AantalBladen, 28, 30);
    }

    [Fact]
    public void Zonder_adres_is_een_strookje_alleen_tekst()
    {
        using var brief = new GelezenBrief(Pdfbrief.Maak(Inhoud(new Strookjes([new($"Uw eigen code:\n{Code(1)}")]))));

        Assert.Contains(Code(1), brief.Voorgelezen().Kaal(), StringComparison.Ordinal);
        Assert.Empty(brief.Vakken(1));
    }

    private static GelezenBrief Lees(int aantal) =>
        new(
            Pdfbrief.Maak(
                Inhoud(
                    new Strookjes([
                        .. Enumerable
                            .Range(1, aantal)
                            .Select(n => new Strookje(
                                $"slim.example.nl/scan/scan-3f8k2m9x4q7a\nUw eigen code:\n{Code(n)}",
                                Adres + Code(n),
                                $"QR-code van strook {n}"
                            )),
                    ])
                )
            )
        );

    private static string Code(int nummer) => $"0123-4567-89ab-cdef-ghjk-mn{nummer % 10}{nummer / 10 % 10}-pq";
}
