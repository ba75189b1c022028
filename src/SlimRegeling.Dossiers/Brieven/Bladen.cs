using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace SlimRegeling.Dossiers.Brieven;

/// <summary>The pages of one letter: where the next line comes, when a new page begins, and what a reader's software is told of it.</summary>
internal sealed class Bladen : IDisposable
{
    public const double Regelhoogte = 14.5;
    public const double Links = 71;
    private const double Rechts = 71;
    private const double Boven = 71;
    private const double Onder = 85;
    private readonly PdfDocument document;
    private readonly Action<Bladen, int> voet;
    private XGraphics? vlak;
    private double y;

    /// <param name="voet">Draws the foot of the page with this number, at once when the page begins.</param>
    public Bladen(PdfDocument document, Action<Bladen, int> voet)
    {
        (this.document, this.voet) = (document, voet);
        Bouwer = UAManager.ForDocument(document).StructureBuilder;
        Nieuw();
    }

    public StructureBuilder Bouwer { get; }

    public double Breedte => document.Pages[^1].Width.Point - Links - Rechts;

    public double Hoogte => document.Pages[^1].Height.Point;

    /// <summary>Lines of text that fit on an empty page.</summary>
    public int RegelsPerBlad => (int)((Hoogte - Boven - Onder) / Regelhoogte);

    /// <summary>A measure that needs no page.</summary>
    public double Meet(string tekst, XFont font) => vlak!.MeasureString(tekst, font).Width;

    /// <summary>Begins a new page when this height does not fit any more; false when it fits.</summary>
    public bool Zorg(double hoogte)
    {
        if (y + hoogte <= Hoogte - Onder)
            return false;
        Nieuw();
        return true;
    }

    /// <summary>White space; none at the top of a page.</summary>
    public void Wit(double hoogte)
    {
        if (y > Boven)
            y += hoogte;
    }

    public void Verder(double hoogte) => y += hoogte;

    /// <summary>One line at the current height. The space at its end keeps the last word apart from the next line's first for a screen reader.</summary>
    public void Tekst(string tekst, XFont font, double x = Links, double lager = 0) =>
        vlak!.DrawString(tekst + " ", font, XBrushes.Black, x, y + lager + (Regelhoogte * 0.75));

    /// <summary>Lines below each other, each on the page where it fits.</summary>
    public void Regels(IEnumerable<string> regels, XFont font, double x = Links, double regelhoogte = Regelhoogte)
    {
        foreach (var regel in regels)
        {
            Zorg(regelhoogte);
            Tekst(regel, font, x);
            Verder(regelhoogte);
        }
    }

    /// <summary>A rule over the full width; decoration, so not in the tree.</summary>
    public void Lijn(double dikte)
    {
        Bouwer.BeginArtifact();
        vlak!.DrawLine(new XPen(XColors.Gray, dikte), Links, y, Links + Breedte, y);
        Bouwer.End();
    }

    /// <summary>Text outside the tree, at a height of the page itself.</summary>
    public void Buitenom(string tekst, XFont font, double x, double hoogte)
    {
        Bouwer.BeginArtifact();
        vlak!.DrawString(tekst + " ", font, XBrushes.DimGray, x, hoogte);
        Bouwer.End();
    }

    public void Dispose() => vlak?.Dispose();

    private void Nieuw()
    {
        Bouwer.EndMarkedContentsWithId();
        vlak?.Dispose();
        var blad = document.AddPage();
        blad.Size = PageSize.A4;
        vlak = XGraphics.FromPdfPage(blad);
        y = Boven;
        voet(this, document.PageCount);
    }
}
