using System.Collections;
using QRCoder;

namespace SlimRegeling.Dossiers.Brieven;

/// <summary>A QR code as squares, with the white edge that a camera needs around them.</summary>
internal static class Qrvakjes
{
    /// <summary>Still read when a seventh of it is worn or folded away.</summary>
    private const QRCodeGenerator.ECCLevel Herstel = QRCodeGenerator.ECCLevel.M;

    /// <returns>Row by row; true is black.</returns>
    public static IReadOnlyList<BitArray> Van(string tekst)
    {
        using var code = QRCodeGenerator.GenerateQrCode(tekst, Herstel);
        return code.ModuleMatrix;
    }

    /// <summary>Black squares beside each other as one piece: fewer to draw.</summary>
    public static IEnumerable<(int Rij, int Van, int Lengte)> Stukken(IReadOnlyList<BitArray> vakjes)
    {
        for (var rij = 0; rij < vakjes.Count; rij++)
        {
            for (var van = 0; van < vakjes[rij].Count; van++)
            {
                var tot = van;
                while (tot < vakjes[rij].Count && vakjes[rij][tot])
                {
                    tot++;
                }
                if (tot > van)
                {
                    yield return (rij, van, tot - van);
                    van = tot;
                }
            }
        }
    }
}
