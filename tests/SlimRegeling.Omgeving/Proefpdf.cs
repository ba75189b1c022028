using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SlimRegeling.Omgeving;

/// <summary>Small PDFs that any reader opens, and such with things in them that a careful one refuses.</summary>
public static class Proefpdf
{
    private const string Pagina = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";

    /// <summary>A page with this as a remark beside it.</summary>
    /// <param name="catalogus">More of the catalogue, such as <c>/OpenAction 4 0 R</c>.</param>
    /// <param name="meer">Further objects, from 4 on.</param>
    public static byte[] Van(string opmerking, string catalogus = "", params IReadOnlyList<string> meer)
    {
        string[] delen = [$"<< /Type /Catalog /Pages 2 0 R {catalogus} >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", Pagina, .. meer];
        return Document(opmerking, delen);
    }

    /// <summary>A page for each text, in a font that the reader must have.</summary>
    public static byte[] MetBladen(params IReadOnlyList<string> teksten)
    {
        var bladen = teksten.SelectMany(
            (tekst, i) =>
                new[]
                {
                    $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * i} 0 R >>",
                    Los($"BT /F1 18 Tf 72 760 Td ({Ontdaan(tekst)}) Tj ET"),
                }
        );
        string[] delen =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{string.Join(' ', teksten.Select((_, i) => $"{4 + 2 * i} 0 R"))}] /Count {teksten.Count} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            .. bladen,
        ];
        return Document("bladen", delen);
    }

    /// <summary>A page with a form of twenty forms of twenty forms, and so on, twelve deep: small to send, and nobody sees the end of drawing it.</summary>
    public static byte[] ZonderEinde()
    {
        const int Eerste = 5;
        const int Diepte = 12;
        var vormen = Enumerable
            .Range(Eerste, Diepte)
            .Select(nummer =>
                nummer == Eerste + Diepte - 1
                    ? Los("0 0 500 500 re f", "/Type /XObject /Subtype /Form /BBox [0 0 595 842]")
                    : Los(
                        string.Concat(Enumerable.Repeat("/X Do ", 20)),
                        $"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X {nummer + 1} 0 R >> >>"
                    )
            );
        string[] delen =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>",
            Los("/X Do"),
            .. vormen,
        ];
        return Document("zonder einde", delen);
    }

    private static byte[] Document(string opmerking, string[] delen)
    {
        var pdf = new StringBuilder($"%PDF-1.7\n% {opmerking}\n");
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
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    // A stream as it is.
    private static string Los(string inhoud, string woorden = "") =>
        string.Create(CultureInfo.InvariantCulture, $"<< /Length {inhoud.Length} {woorden} >>\nstream\n{inhoud}\nendstream");

    private static string Ontdaan(string tekst) => string.Concat(tekst.Select(c => c is '(' or ')' or '\\' ? $"\\{c}" : c.ToString()));

    /// <summary>A stream as an object, packed with zlib.</summary>
    /// <param name="woorden">More of its dictionary.</param>
    public static string Stroom(byte[] inhoud, string woorden = "")
    {
        var ingepakt = Encoding.Latin1.GetString(Ingepakt(inhoud));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Length {ingepakt.Length} /Filter /FlateDecode {woorden} >>\nstream\n{ingepakt}\nendstream"
        );
    }

    /// <summary>All objects of the document are packed in one stream, and the table of objects too (PDF 1.5).</summary>
    /// <param name="actie">Object 4, to which the catalogue points as what to do at opening; null: nothing.</param>
    public static byte[] MetObjectstroom(string? actie)
    {
        string[] objecten =
        [
            $"<< /Type /Catalog /Pages 2 0 R {(actie is null ? "" : "/OpenAction 4 0 R")} >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            Pagina,
            .. actie is null ? [] : new[] { actie },
        ];
        var kop = new StringBuilder();
        var lijf = new StringBuilder();
        for (var i = 0; i < objecten.Length; i++)
        {
            kop.Append(CultureInfo.InvariantCulture, $"{i + 1} {lijf.Length} ");
            lijf.Append(objecten[i]).Append('\n');
        }
        var nummer = objecten.Length + 1;
        var pdf = new StringBuilder("%PDF-1.7\n");
        var objectstroom = pdf.Length;
        var inhoud = Encoding.Latin1.GetBytes($"{kop}{lijf}");
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"{nummer} 0 obj\n{Stroom(inhoud, string.Create(CultureInfo.InvariantCulture, $"/Type /ObjStm /N {objecten.Length} /First {kop.Length}"))}\nendobj\n"
        );
        var tabel = pdf.Length;
        var rijen = new List<byte> { 0, 0, 0, 0, 0, 255, 255 };
        for (var i = 0; i < objecten.Length; i++)
        {
            rijen.AddRange([2, 0, 0, 0, (byte)nummer, 0, (byte)i]);
        }
        rijen.AddRange([1, .. Groot(objectstroom), 0, 0]);
        rijen.AddRange([1, .. Groot(tabel), 0, 0]);
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"{nummer + 1} 0 obj\n{Stroom([.. rijen], string.Create(CultureInfo.InvariantCulture, $"/Type /XRef /Size {nummer + 2} /W [1 4 2] /Root 1 0 R"))}\nendobj\nstartxref\n{tabel}\n%%EOF\n"
        );
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    private static byte[] Groot(int getal) => [(byte)(getal >> 24), (byte)(getal >> 16), (byte)(getal >> 8), (byte)getal];

    private static byte[] Ingepakt(byte[] inhoud)
    {
        using var uit = new MemoryStream();
        using (var pak = new ZLibStream(uit, CompressionLevel.Optimal))
        {
            pak.Write(inhoud);
        }
        return uit.ToArray();
    }
}
