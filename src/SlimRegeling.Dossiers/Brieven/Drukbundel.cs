using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;

namespace SlimRegeling.Dossiers.Brieven;

/// <summary>Letters behind each other in one PDF, for a printer: what the letters say beside what is seen (tags, what they conform to) is not in it.</summary>
public static class Drukbundel
{
    public static byte[] Maak(IReadOnlyList<byte[]> brieven)
    {
        using var bundel = new PdfDocument();
        foreach (var brief in brieven)
        {
            using var stroom = new MemoryStream(brief, writable: false);
            using var gelezen = PdfReader.Open(stroom, PdfDocumentOpenMode.Import);
            foreach (var blad in gelezen.Pages)
            {
                bundel.AddPage(blad);
            }
        }
        using var uit = new MemoryStream();
        bundel.Save(uit, closeStream: false);
        return uit.ToArray();
    }
}
