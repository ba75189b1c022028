using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace SlimRegeling.Dossiers.Brieven;

/// <summary>
/// The pages of one letter: where the next line comes, when a new page begins, and what a reader's software is told of it. Without a document nothing
/// is drawn: then it only tells how many pages there would be.
/// </summary>
internal sealed class Bladen : IDisposable
{
    public const double Regelhoogte = 14.5;
    public const double Links = 71;

    /// <summary>A4 in whole points, as PDFsharp has it.</summary>
    public const double Hoogte = 842;

    public const double Breedte = 595 - Links - Rechts;
    private const double Rechts = 71;
    private const double Boven = 71;
    private const double Onder = 85;
    private readonly PdfDocument? document;
    private readonly StructureBuilder? bouwer;
    private readonly Action<Bladen, int> voet;
    private readonly Dictionary<(string Gezicht, double Grootte), XFont> fonts = [];
    private XGraphics? vlak;
    private double y;

    /// <param name="voet">Draws the foot of the page with this number, at once when the page begins.</param>
    public Bladen(PdfDocument? document, Action<Bladen, int> voet)
    {
        (this.document, this.voet) = (document, voet);
        bouwer = document is null ? null : UAManager.ForDocument(document).StructureBuilder;
        Nieuw();
    }

    /// <summary>Lines of text that fit on an empty page.</summary>
    public static int RegelsPerBlad => (int)((Hoogte - Boven - Onder) / Regelhoogte);

    public int Aantal { get; private set; }

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

    /// <summary>From here until <see cref="Einde"/> is one element of the tree.</summary>
    public void Begin(PdfBlockLevelElementTag soort) => bouwer?.BeginElement(soort);

    /// <summary>From here until <see cref="Einde"/> is decoration: not in the tree.</summary>
    public void BeginVersiering() => bouwer?.BeginArtifact();

    public void Einde() => bouwer?.End();

    /// <summary>The element that was begun last is the header of its column.</summary>
    public void IsKolomkop() => bouwer?.CurrentStructureElement.TableAttributes.Elements.SetName("/Scope", "/Column");

    /// <summary>One line at the current height. The space at its end keeps the last word apart from the next line's first for a screen reader.</summary>
    public void Tekst(string tekst, Letter letter, double x = Links, double lager = 0) =>
        Zet(tekst, letter, XBrushes.Black, x, y + lager + (Regelhoogte * 0.75));

    /// <summary>Lines below each other, each on the page where it fits.</summary>
    public void Regels(IEnumerable<string> regels, Letter letter, double x = Links, double regelhoogte = Regelhoogte)
    {
        foreach (var regel in regels)
        {
            Zorg(regelhoogte);
            Tekst(regel, letter, x);
            Verder(regelhoogte);
        }
    }

    /// <summary>A rule over the full width; decoration, so not in the tree.</summary>
    public void Lijn(double dikte)
    {
        BeginVersiering();
        vlak?.DrawLine(new XPen(XColors.Gray, dikte), Links, y, Links + Breedte, y);
        Einde();
    }

    /// <summary>A QR code at the current height, as one picture.</summary>
    /// <param name="beschrijving">What a screen reader tells of it.</param>
    public void Qr(string tekst, string beschrijving, double x, double zijde)
    {
        if (bouwer is null || vlak is null)
            return;
        // The tree measures from the bottom of the page.
        bouwer.BeginElement(PdfIllustrationElementTag.Figure, beschrijving, new XRect(x, Hoogte - y - zijde, zijde, zijde));
        var vakjes = Qrvakjes.Van(tekst);
        var maat = zijde / vakjes.Count;
        foreach (var (rij, van, lengte) in Qrvakjes.Stukken(vakjes))
            vlak.DrawRectangle(XBrushes.Black, x + (van * maat), y + (rij * maat), lengte * maat, maat);
        Einde();
    }

    /// <summary>Text outside the tree, at a height of the page itself.</summary>
    public void Buitenom(string tekst, Letter letter, double x, double hoogte)
    {
        BeginVersiering();
        Zet(tekst, letter, XBrushes.DimGray, x, hoogte);
        Einde();
    }

    public void Dispose() => vlak?.Dispose();

    private void Zet(string tekst, Letter letter, XBrush kleur, double x, double hoogte)
    {
        if (vlak is null)
            return;
        foreach (var (stuk, gezicht) in Lettertype.Stukken(tekst + " ", letter.Vet))
        {
            vlak.DrawString(stuk, Font(gezicht, letter.Grootte), kleur, x, hoogte);
            x += Lettertype.Breedte(stuk, letter);
        }
    }

    private XFont Font(string gezicht, double grootte) =>
        fonts.TryGetValue((gezicht, grootte), out var font) ? font : fonts[(gezicht, grootte)] = Lettertype.Font(gezicht, grootte);

    private void Nieuw()
    {
        Aantal++;
        y = Boven;
        if (document is not null)
        {
            bouwer!.EndMarkedContentsWithId();
            vlak?.Dispose();
            var blad = document.AddPage();
            blad.Size = PageSize.A4;
            vlak = XGraphics.FromPdfPage(blad);
        }
        voet(this, Aantal);
    }
}
