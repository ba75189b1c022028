using System.Globalization;
using System.Text;

namespace SlimRegeling.Host.Voorbeeldzaken;

/// <summary>A document as an applicant would send it: a PDF of one page with one line. The same text gives the same bytes.</summary>
internal static class Voorbeelddocument
{
    public static byte[] Pdf(string tekst)
    {
        var regel = string.Concat(
            tekst.Select(c =>
                c is '(' or ')' or '\\' ? $"\\{c}"
                : c is >= ' ' and <= '~' ? $"{c}"
                : "?"
            )
        );
        var inhoud = $"BT /F1 14 Tf 60 760 Td ({regel}) Tj ET";
        string[] delen =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {inhoud.Length} >>\nstream\n{inhoud}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var plaatsen = new List<int>();
        for (var i = 0; i < delen.Length; i++)
        {
            plaatsen.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{delen[i]}\nendobj\n");
        }
        var wijzer = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {delen.Length + 1}\n0000000000 65535 f \n");
        foreach (var plaats in plaatsen)
        {
            pdf.Append(CultureInfo.InvariantCulture, $"{plaats:D10} 00000 n \n");
        }
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {delen.Length + 1} /Root 1 0 R >>\nstartxref\n{wijzer}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
