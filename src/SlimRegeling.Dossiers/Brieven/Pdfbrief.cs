using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using SlimRegeling.Platform.Tijd;
using Tag = PdfSharp.UniversalAccessibility.PdfBlockLevelElementTag;

namespace SlimRegeling.Dossiers.Brieven;

/// <summary>Makes a letter: an accessible PDF (PDF/UA-1) on A4. The same content gives the same bytes, so its hash can be signed.</summary>
public static class Pdfbrief
{
    private const double Inspringing = 14;
    private const double Voethoogte = 48;

    private static XFont Gewoon => Lettertype.Van(10);

    /// <summary>Drawn twice: the first time only tells how many pages there are, for the foot of each.</summary>
    public static byte[] Maak(Briefinhoud inhoud)
    {
        using var proef = Teken(inhoud, 1);
        using var brief = Teken(inhoud, proef.PageCount);
        using var uit = new MemoryStream();
        brief.Save(uit, closeStream: false);
        return Pdfvorm.Maak(uit.ToArray(), Titel(inhoud), inhoud.Afzender, inhoud.Datum);
    }

    private static string Titel(Briefinhoud inhoud) => Lettertype.Drukbaar($"{inhoud.Onderwerp} ({inhoud.Kenmerk})").Replace('\n', ' ');

    private static PdfDocument Teken(Briefinhoud inhoud, int aantalBladen)
    {
        var document = new PdfDocument();
        document.Info.Title = Titel(inhoud);
        document.Info.Author = Lettertype.Drukbaar(inhoud.Afzender);
        document.Info.CreationDate = inhoud.Datum.AtMidnight().InUtc().ToDateTimeUtc();
        UAManager.ForDocument(document).SetDocumentLanguage("nl-NL");
        using var bladen = new Bladen(document, (bladen, nummer) => Voet(bladen, inhoud, nummer, aantalBladen));
        Hoofd(bladen, inhoud);
        foreach (var blok in inhoud.Blokken)
            Blok(bladen, blok);
        Slot(bladen, inhoud.Slot);
        return document;
    }

    private static void Voet(Bladen bladen, Briefinhoud inhoud, int nummer, int aantal)
    {
        var font = Lettertype.Van(8);
        var rechts = string.Create(CultureInfo.InvariantCulture, $"{inhoud.Kenmerk} · pagina {nummer} van {aantal}");
        var breedte = bladen.Meet(rechts, font);
        var links = Afbreking.Regels(Lettertype.Drukbaar(inhoud.Voettekst), bladen.Breedte - breedte - 20, x => bladen.Meet(x, font))[0];
        bladen.Buitenom(links, font, Bladen.Links, bladen.Hoogte - Voethoogte);
        bladen.Buitenom(rechts, font, Bladen.Links + bladen.Breedte - breedte, bladen.Hoogte - Voethoogte);
    }

    private static void Hoofd(Bladen bladen, Briefinhoud inhoud)
    {
        Stuk(bladen, Tag.Paragraph, inhoud.Afzender, Lettertype.Van(13, vet: true));
        bladen.Wit(28);
        Stuk(bladen, Tag.Paragraph, string.Join('\n', inhoud.Adressering), Gewoon);
        bladen.Wit(28);
        Stuk(bladen, Tag.Paragraph, $"Datum: {Datumtekst.Van(inhoud.Datum)}\nOns kenmerk: {inhoud.Kenmerk}", Gewoon);
        bladen.Wit(18);
        Stuk(bladen, Tag.Heading1, inhoud.Onderwerp, Lettertype.Van(13, vet: true), 18);
        bladen.Wit(10);
    }

    private static void Blok(Bladen bladen, Briefblok blok)
    {
        switch (blok)
        {
            case Alinea alinea:
                Stuk(bladen, Tag.Paragraph, alinea.Tekst, Gewoon);
                bladen.Wit(9);
                break;
            case Kop kop:
                bladen.Wit(6);
                bladen.Zorg(Bladen.Regelhoogte * 4);
                Stuk(bladen, Tag.Heading2, kop.Tekst, Lettertype.Van(10.5, vet: true));
                bladen.Wit(3);
                break;
            case Opsomming opsomming:
                Lijst(bladen, opsomming.Punten);
                bladen.Wit(9);
                break;
            case Tabel tabel:
                new Tabelzetter(bladen, tabel).Zet();
                bladen.Wit(12);
                break;
            default:
                throw new ArgumentException($"Unknown block {blok.GetType().Name}.", nameof(blok));
        }
    }

    private static void Lijst(Bladen bladen, IReadOnlyList<string> punten)
    {
        bladen.Bouwer.BeginElement(Tag.List);
        foreach (var punt in punten)
        {
            bladen.Zorg(Bladen.Regelhoogte);
            bladen.Bouwer.BeginElement(Tag.ListItem);
            bladen.Bouwer.BeginElement(Tag.Label);
            bladen.Tekst("•", Gewoon);
            bladen.Bouwer.End();
            bladen.Bouwer.BeginElement(Tag.ListBody);
            bladen.Regels(Gebroken(bladen, punt, Gewoon, Inspringing), Gewoon, Bladen.Links + Inspringing);
            bladen.Bouwer.End();
            bladen.Bouwer.End();
        }

        bladen.Bouwer.End();
    }

    private static void Slot(Bladen bladen, IReadOnlyList<string> slot)
    {
        if (slot.Count == 0)
            return;
        bladen.Wit(6);
        bladen.Zorg(Math.Min(slot.Count, bladen.RegelsPerBlad) * Bladen.Regelhoogte);
        Stuk(bladen, Tag.Paragraph, string.Join('\n', slot), Gewoon);
    }

    private static void Stuk(Bladen bladen, Tag soort, string tekst, XFont font, double regelhoogte = Bladen.Regelhoogte)
    {
        bladen.Bouwer.BeginElement(soort);
        bladen.Regels(Gebroken(bladen, tekst, font, 0), font, regelhoogte: regelhoogte);
        bladen.Bouwer.End();
    }

    private static List<string> Gebroken(Bladen bladen, string tekst, XFont font, double minder) =>
        Afbreking.Regels(Lettertype.Drukbaar(tekst), bladen.Breedte - minder, x => bladen.Meet(x, font));
}
