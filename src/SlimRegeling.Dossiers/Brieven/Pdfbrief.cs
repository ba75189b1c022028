using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using Tag = PdfSharp.UniversalAccessibility.PdfBlockLevelElementTag;

namespace SlimRegeling.Dossiers.Brieven;

/// <summary>
/// Makes a letter: a PDF on A4 that is accessible (PDF/UA-1) and can be kept (PDF/A-2a). The same content gives the same bytes, so its hash can be
/// signed.
/// </summary>
public static class Pdfbrief
{
    private const double Inspringing = 14;
    private const double Voethoogte = 48;

    private static readonly Letter Gewoon = new(10);

    /// <summary>Set twice: the first time only tells how many pages there are, for the foot of each.</summary>
    public static byte[] Maak(Briefinhoud inhoud)
    {
        var (druk, gespeld) = Spelling.Van(inhoud);
        druk = gespeld ? druk with { Blokken = [.. druk.Blokken, new Alinea(Randtekst.Spellingnoot(druk.Taal))] } : druk;
        var titel = $"{druk.Onderwerp} ({druk.Kenmerk})".Replace('\n', ' ');
        using var document = Begin(druk, titel);
        Zet(document, druk, Zet(null, druk, 0));
        using var uit = new MemoryStream();
        document.Save(uit, closeStream: false);
        return Pdfvorm.Maak(uit.ToArray(), titel, druk.Afzender, druk.Datum, Randtekst.Code(druk.Taal));
    }

    private static PdfDocument Begin(Briefinhoud inhoud, string titel)
    {
        var document = new PdfDocument();
        document.Info.Title = titel;
        document.Info.Author = inhoud.Afzender;
        document.Info.Creator = Pdfvorm.Programma;
        document.Info.CreationDate = inhoud.Datum.AtMidnight().InUtc().ToDateTimeUtc();
        UAManager.ForDocument(document).SetDocumentLanguage(Randtekst.Code(inhoud.Taal));
        Kleuren.Zet(document);
        return document;
    }

    /// <returns>How many pages it takes.</returns>
    private static int Zet(PdfDocument? document, Briefinhoud inhoud, int aantal)
    {
        using var bladen = new Bladen(document, (bladen, nummer) => Voet(bladen, inhoud, nummer, aantal));
        Hoofd(bladen, inhoud);
        foreach (var blok in inhoud.Blokken)
            Blok(bladen, blok);
        Slot(bladen, inhoud.Slot);
        return bladen.Aantal;
    }

    private static void Voet(Bladen bladen, Briefinhoud inhoud, int nummer, int aantal)
    {
        var letter = new Letter(8);
        var rechts = Randtekst.Blad(inhoud, nummer, aantal);
        var breedte = Lettertype.Breedte(rechts, letter);
        var links = Afbreking.Regels(inhoud.Voettekst, Bladen.Breedte - breedte - 20, x => Lettertype.Breedte(x, letter))[0];
        bladen.Buitenom(links, letter, Bladen.Links, Bladen.Hoogte - Voethoogte);
        bladen.Buitenom(rechts, letter, Bladen.Links + Bladen.Breedte - breedte, Bladen.Hoogte - Voethoogte);
    }

    private static void Hoofd(Bladen bladen, Briefinhoud inhoud)
    {
        Stuk(bladen, Tag.Paragraph, inhoud.Afzender, new(13, Vet: true));
        bladen.Wit(28);
        Stuk(bladen, Tag.Paragraph, string.Join('\n', inhoud.Adressering), Gewoon);
        bladen.Wit(28);
        Stuk(bladen, Tag.Paragraph, Randtekst.DatumEnKenmerk(inhoud), Gewoon);
        bladen.Wit(18);
        Stuk(bladen, Tag.Heading1, inhoud.Onderwerp, new(13, Vet: true), 18);
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
                Stuk(bladen, Tag.Heading2, kop.Tekst, new(10.5, Vet: true));
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
            case Strookjes strookjes:
                Strookzetter.Zet(bladen, strookjes.Alle);
                bladen.Wit(12);
                break;
            default:
                throw new ArgumentException($"Unknown block {blok.GetType().Name}.", nameof(blok));
        }
    }

    private static void Lijst(Bladen bladen, IReadOnlyList<string> punten)
    {
        bladen.Begin(Tag.List);
        foreach (var punt in punten)
        {
            bladen.Zorg(Bladen.Regelhoogte);
            bladen.Begin(Tag.ListItem);
            bladen.Begin(Tag.Label);
            bladen.Tekst("•", Gewoon);
            bladen.Einde();
            bladen.Begin(Tag.ListBody);
            bladen.Regels(Gebroken(punt, Gewoon, Inspringing), Gewoon, Bladen.Links + Inspringing);
            bladen.Einde();
            bladen.Einde();
        }

        bladen.Einde();
    }

    private static void Slot(Bladen bladen, IReadOnlyList<string> slot)
    {
        if (slot.Count == 0)
            return;
        bladen.Wit(6);
        bladen.Zorg(Math.Min(slot.Count, Bladen.RegelsPerBlad) * Bladen.Regelhoogte);
        Stuk(bladen, Tag.Paragraph, string.Join('\n', slot), Gewoon);
    }

    private static void Stuk(Bladen bladen, Tag soort, string tekst, Letter letter, double regelhoogte = Bladen.Regelhoogte)
    {
        bladen.Begin(soort);
        bladen.Regels(Gebroken(tekst, letter, 0), letter, regelhoogte: regelhoogte);
        bladen.Einde();
    }

    private static List<string> Gebroken(string tekst, Letter letter, double minder) =>
        Afbreking.Regels(tekst, Bladen.Breedte - minder, x => Lettertype.Breedte(x, letter));
}
