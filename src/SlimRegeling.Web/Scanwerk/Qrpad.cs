using System.Globalization;
using System.Text;
using QRCoder;

namespace SlimRegeling.Web.Scanwerk;

/// <summary>A QR code as one line on the page itself: an image of its own would have an address, and that a log.</summary>
/// <param name="Zijde">How many squares it is high and wide, with the white edge that a camera needs.</param>
/// <param name="Lijn">Of an SVG path as wide as a square.</param>
/// <param name="Naam">What a screen reader says.</param>
public sealed record Qrpad(int Zijde, string Lijn, string Naam)
{
    /// <summary>A page with more would be too much for a telephone; they are on the slips too.</summary>
    public const int MeesteOpEenBlad = 500;

    public static Qrpad Van(string tekst, string naam)
    {
        using var code = QRCodeGenerator.GenerateQrCode(tekst, QRCodeGenerator.ECCLevel.M);
        var vakjes = code.ModuleMatrix;
        var lijn = new StringBuilder();
        for (var rij = 0; rij < vakjes.Count; rij++)
        {
            for (var van = 0; van < vakjes.Count; van++)
            {
                var tot = van;
                while (tot < vakjes.Count && vakjes[rij][tot])
                {
                    tot++;
                }
                if (tot > van)
                {
                    lijn.Append(CultureInfo.InvariantCulture, $"M{van} {rij}.5h{tot - van}");
                    van = tot;
                }
            }
        }
        return new(vakjes.Count, lijn.ToString(), naam);
    }
}
