using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;
using PdfSharp.Pdf.IO;

namespace SlimRegeling.Dossiers.Keuring;

/// <summary>
/// A PDF is looked at twice: word for word, which also bounds how far it unpacks and how deep it goes, and then as the objects that a reader
/// finds. A script, a program to start, an embedded file or a film in either is refused, and so is what cannot be read.
/// </summary>
internal static class Pdfkeuring
{
    private const int Diepste = 200;

    // Between the length that is told and the word that ends a stream stands the end of a line.
    private const int MeesteWit = 32;

    // Deep enough for what the words allow; what recurses further ends in an exception, not in the end of the process.
    private const int Stapel = 16 * 1024 * 1024;

    private static readonly Dictionary<string, Afkeuring> Namen = new()
    {
        ["JS"] = Afkeuring.Script,
        ["JavaScript"] = Afkeuring.Script,
        ["Launch"] = Afkeuring.Script,
        ["ImportData"] = Afkeuring.Script,
        ["XFA"] = Afkeuring.Script,
        ["Rendition"] = Afkeuring.Script,
        ["EmbeddedFile"] = Afkeuring.Ingesloten,
        ["EmbeddedFiles"] = Afkeuring.Ingesloten,
        ["RichMedia"] = Afkeuring.Ingesloten,
        ["GoToE"] = Afkeuring.Ingesloten,
        ["Encrypt"] = Afkeuring.Versleuteld,
    };

    public static void Keur(Stream bestand, Keurtijd tijd)
    {
        Tekst(Bestandskeuring.Lees(bestand, 0, (int)bestand.Length), tijd);
        Objecten(bestand, tijd);
    }

    // A function of its own, so that the bytes are let go before the objects are read.
    private static void Tekst(byte[] bytes, Keurtijd tijd)
    {
        // First: that it is encrypted says more than that its streams cannot be unpacked.
        Woorden(bytes, tijd);
        Stromen(bytes, new Pdffilters(tijd), tijd);
    }

    private static void Woorden(byte[] bytes, Keurtijd tijd)
    {
        var lezer = new Pdflezer(bytes);
        var (diepte, begin, einde) = (0, 0, 0);
        for (Pdfwoord woord; (woord = lezer.Volgende()) != Pdfwoord.Einde; )
        {
            tijd.Stap();
            if (woord == Pdfwoord.Open && diepte++ == 0)
            {
                begin = lezer.Begin;
            }
            else if (woord == Pdfwoord.Sluit && diepte > 0 && --diepte == 0)
            {
                einde = lezer.Plaats;
            }
            Bezie(woord, lezer.Waarde, diepte);
            if (woord == Pdfwoord.Woord && lezer.Waarde is "obj" or "endobj")
            {
                // A bracket too many in one object says nothing of the next.
                diepte = 0;
            }
            else if (woord == Pdfwoord.Woord && lezer.Waarde == "stream" && einde > begin)
            {
                // Its bytes are no words.
                var (plaats, zegt) = (Na(bytes, lezer.Plaats), Pdfwoordenboek.Lees(bytes.AsSpan(begin, einde - begin)));
                lezer.Plaats = plaats + Lengte(bytes, plaats, zegt?.Lengte);
                (diepte, begin, einde) = (0, 0, 0);
            }
        }
    }

    /// <summary>
    /// Every stream that a reader could find, wherever its table of objects points: also in what reads as a remark, a text or the bytes of
    /// another stream.
    /// </summary>
    private static void Stromen(byte[] bytes, Pdffilters filters, Keurtijd tijd)
    {
        var vanaf = 0;
        while (bytes.AsSpan(vanaf).IndexOf("stream"u8) is >= 0 and var gevonden)
        {
            var begin = vanaf + gevonden;
            vanaf = begin + 6;
            if (vanaf >= bytes.Length || bytes[vanaf] is not ((byte)'\r' or (byte)'\n') || bytes.AsSpan(0, begin).EndsWith("end"u8))
            {
                continue;
            }
            tijd.Bewaak();
            if (!KanBegin(bytes.AsSpan(0, begin)))
            {
                continue;
            }
            var koppen = Pdfwoordenboek.Voor(bytes.AsSpan(0, begin), tijd);
            if (koppen.Count == 0)
            {
                throw new Afgekeurd(Afkeuring.Onleesbaar);
            }
            foreach (var kop in koppen)
            {
                tijd.Bewaak();
                Stroom(bytes, Na(bytes, vanaf), kop, filters, tijd);
            }
        }
    }

    // Behind a dictionary, or behind a remark, which could be between.
    private static bool KanBegin(ReadOnlySpan<byte> ervoor)
    {
        var tekst = ervoor.TrimEnd("\0\t\n\f\r "u8);
        return tekst.EndsWith(">"u8) || tekst[(tekst.LastIndexOfAny((byte)'\r', (byte)'\n') + 1)..].Contains((byte)'%');
    }

    private static void Bezie(Pdfwoord woord, string waarde, int diepte)
    {
        if (diepte > Diepste)
        {
            throw new Afgekeurd(Afkeuring.Onleesbaar);
        }
        if (woord == Pdfwoord.Naam && Namen.TryGetValue(waarde, out var afkeuring))
        {
            throw new Afgekeurd(afkeuring);
        }
    }

    private static void Stroom(byte[] bytes, int plaats, Pdfwoordenboek zegt, Pdffilters filters, Keurtijd tijd)
    {
        if (zegt.Filters is null)
        {
            throw new Afgekeurd(Afkeuring.Onleesbaar);
        }
        try
        {
            if (filters.Ontpak(bytes, plaats, Lengte(bytes, plaats, zegt.Lengte), zegt.Filters, zegt.KanObjecten) is not { } inhoud)
            {
                return;
            }
            var lezer = new Pdflezer(inhoud);
            var diepte = 0;
            for (Pdfwoord woord; (woord = lezer.Volgende()) != Pdfwoord.Einde; )
            {
                tijd.Stap();
                diepte = Math.Max(
                    0,
                    diepte
                        + (
                            woord == Pdfwoord.Open ? 1
                            : woord == Pdfwoord.Sluit ? -1
                            : 0
                        )
                );
                Bezie(woord, lezer.Waarde, diepte);
            }
        }
        catch (InvalidDataException) when (!zegt.KanObjecten)
        {
            // A damaged picture or page is for who looks at it; nothing of the document itself is in it.
        }
    }

    private static int Na(byte[] bytes, int plaats)
    {
        if (plaats < bytes.Length && bytes[plaats] == '\r')
        {
            plaats++;
        }
        return plaats < bytes.Length && bytes[plaats] == '\n' ? plaats + 1 : plaats;
    }

    // The length that is told holds when the stream does end there.
    private static int Lengte(byte[] bytes, int plaats, int? gezegd)
    {
        if (gezegd is >= 0 and var n && n <= bytes.Length - plaats)
        {
            ReadOnlySpan<byte> erna = bytes.AsSpan(plaats + n);
            var regel = erna[..Math.Min(MeesteWit, erna.Length)];
            if (erna[(regel.Length - regel.TrimStart("\0\t\n\f\r "u8).Length)..].StartsWith("endstream"u8))
            {
                return n;
            }
        }
        var einde = bytes.AsSpan(plaats).IndexOf("endstream"u8);
        return einde < 0 ? bytes.Length - plaats : einde;
    }

    private static void Objecten(Stream bestand, Keurtijd tijd)
    {
        Exception? fout = null;
        var draad = new Thread(
            () =>
            {
                try
                {
                    bestand.Position = 0;
                    Loop(new Begrensdestroom(bestand, tijd), tijd);
                }
                catch (Exception e)
                {
                    fout = e;
                }
            },
            Stapel
        );
        draad.Start();
        draad.Join();
        switch (fout)
        {
            case null:
                return;
            case Afgekeurd afgekeurd:
                throw afgekeurd;
            case OperationCanceledException gestopt:
                throw gestopt;
            default:
                // The reader says in many ways that it cannot read something.
                throw new InvalidDataException("PDFsharp cannot read this.", fout);
        }
    }

    private static void Loop(Stream bestand, Keurtijd tijd)
    {
        using var document = PdfReader.Open(bestand, PdfDocumentOpenMode.Import);
        if (document.PageCount == 0)
        {
            throw new InvalidDataException("A PDF has a page.");
        }
        var werk = new Stack<PdfItem>(document.Internals.GetAllObjects());
        while (werk.TryPop(out var ding))
        {
            tijd.Stap();
            switch (ding)
            {
                case PdfName naam:
                    Bezie(Pdfwoord.Naam, naam.Value.TrimStart('/'), 0);
                    break;
                case PdfArray rij:
                    foreach (var deel in rij.Elements)
                    {
                        Leg(werk, deel);
                    }
                    break;
                case PdfDictionary woordenboek:
                    foreach (var (sleutel, waarde) in woordenboek.Elements)
                    {
                        Bezie(Pdfwoord.Naam, sleutel.TrimStart('/'), 0);
                        Leg(werk, waarde);
                    }
                    break;
            }
        }
    }

    // What is referred to is in the list of objects itself.
    private static void Leg(Stack<PdfItem> werk, PdfItem? ding)
    {
        if (ding is not (null or PdfReference))
        {
            werk.Push(ding);
        }
    }
}
