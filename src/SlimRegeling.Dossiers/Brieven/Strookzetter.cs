using Tag = PdfSharp.UniversalAccessibility.PdfBlockLevelElementTag;

namespace SlimRegeling.Dossiers.Brieven;

/// <summary>Sets slips two beside each other, with a rule to cut along: a QR code, and beside it the text that says the same.</summary>
internal static class Strookzetter
{
    private const int Naast = 2;
    private const double Vak = Bladen.Breedte / Naast;
    private const double Lucht = 4;

    /// <summary>Of a link of some eighty signs each square is then half a millimetre, which a telephone reads from paper.</summary>
    private const double Zijde = 68;

    private static readonly Letter Klein = new(8);

    public static void Zet(Bladen bladen, IReadOnlyList<Strookje> stroken)
    {
        foreach (var rij in stroken.Select(s => (Strook: s, Regels: Gebroken(s))).Chunk(Naast))
        {
            var hoogte = rij.Max(s => Math.Max(s.Strook.Link is null ? 0 : Zijde, s.Regels.Count * Bladen.Regelhoogte));
            bladen.Zorg(hoogte + (2 * Lucht));
            foreach (var (plek, (strook, regels)) in rij.Index())
            {
                Zet(bladen, strook, regels, Bladen.Links + (plek * Vak));
            }
            bladen.Verder(hoogte + Lucht);
            bladen.Lijn(0.3);
            bladen.Verder(Lucht);
        }
    }

    private static void Zet(Bladen bladen, Strookje strook, List<string> regels, double links)
    {
        if (strook.Link is { } link)
        {
            bladen.Qr(link, strook.Beschrijving, links, Zijde);
        }
        bladen.Begin(Tag.Paragraph);
        foreach (var (nummer, regel) in regels.Index())
        {
            bladen.Tekst(regel, Klein, links + Inspringing(strook), nummer * Bladen.Regelhoogte);
        }
        bladen.Einde();
    }

    private static double Inspringing(Strookje strook) => strook.Link is null ? 0 : Zijde + Lucht;

    private static List<string> Gebroken(Strookje strook) =>
        Afbreking.Regels(strook.Tekst, Vak - Inspringing(strook) - Lucht, x => Lettertype.Breedte(x, Klein));
}
