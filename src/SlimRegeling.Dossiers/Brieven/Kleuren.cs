using PdfSharp.Pdf;

namespace SlimRegeling.Dossiers.Brieven;

/// <summary>What the colours of a letter mean (sRGB), said in the file itself: without it they could look otherwise later (PDF/A, 6.2.3).</summary>
internal static class Kleuren
{
    private const string Naam = "sRGB IEC61966-2.1";

    private static readonly byte[] Profiel = Lees();

    public static void Zet(PdfDocument document)
    {
        var profiel = new PdfDictionary(document);
        profiel.Elements.SetInteger("/N", 3);
        profiel.CreateStream(Profiel);
        document.Internals.AddObject(profiel);
        var doel = new PdfDictionary(document);
        doel.Elements.SetName("/Type", "/OutputIntent");
        doel.Elements.SetName("/S", "/GTS_PDFA1");
        doel.Elements.SetString("/OutputConditionIdentifier", Naam);
        doel.Elements.SetString("/Info", Naam);
        doel.Elements.SetReference("/DestOutputProfile", profiel);
        document.Internals.Catalog.Elements.SetValue("/OutputIntents", new PdfArray(document, doel));
    }

    private static byte[] Lees()
    {
        using var stroom = typeof(Kleuren).Assembly.GetManifestResourceStream("Kleur/sRGB-v2-micro.icc")!;
        var bytes = new byte[stroom.Length];
        stroom.ReadExactly(bytes);
        return bytes;
    }
}
