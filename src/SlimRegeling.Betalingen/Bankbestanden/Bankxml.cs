using System.Globalization;
using System.Text;
using System.Xml;

namespace SlimRegeling.Betalingen.Bankbestanden;

/// <summary>
/// Goes through a bank's XML as a stream, element by element. No DTD and nothing from outside the file is read; a file, a text in it, its depth and what is
/// told of it have a largest size.
/// </summary>
internal static class Bankxml
{
    /// <summary>Some 500 MB of what banks write.</summary>
    private const long HoogsteAantalTekens = 550_000_000;
    private const int LangsteTekst = 10_000;
    private const int DiepsteElement = 24;
    private const int MeesteFouten = 100;

    private static readonly XmlReaderSettings Veilig = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = HoogsteAantalTekens,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Takes the elements, each by the names above it with a slash between; what is of another namespace is called <c>?</c>.</summary>
    internal interface ILezer
    {
        /// <summary>Whether nothing more is to be read.</summary>
        bool Genoeg { get; }

        void Begin(string pad, Plek plek);

        void Einde(string pad, string tekst, string? valuta, Plek plek);
    }

    /// <summary>Where something stands in the file; it is told only of what is wrong.</summary>
    internal readonly record struct Plek(int Regel, int Positie)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"regel {Regel}, positie {Positie}");
    }

    /// <param name="soort">What it must be, such as <c>camt.053.001.08</c>.</param>
    /// <param name="vraag">What to do when it is something else.</param>
    public static void Lees(Stream bestand, string soort, string vraag, ILezer lezer, List<Fout> fouten)
    {
        try
        {
            using var xml = XmlReader.Create(bestand, Veilig);
            Loop(xml, soort, vraag, lezer, fouten);
        }
        catch (XmlException fout)
        {
            fouten.Add(
                new(
                    new Plek(fout.LineNumber, fout.LinePosition).ToString(),
                    "Hier is het bestand geen volledige XML, te groot, of verwijst het naar iets buiten het bestand (DTD). Haal het bestand opnieuw op bij de bank."
                )
            );
        }
    }

    private static void Loop(XmlReader xml, string soort, string vraag, ILezer lezer, List<Fout> fouten)
    {
        var ruimte = $"urn:iso:std:iso:20022:tech:xsd:{soort}";
        var pad = new Stack<string>();
        var paden = new Dictionary<(string Boven, string Naam), string>();
        var tekst = new StringBuilder();
        var brok = new char[1024];
        string? valuta = null;
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    if (pad.Count == 0 && !(xml.LocalName == "Document" && xml.NamespaceURI == ruimte))
                    {
                        fouten.Add(new(Hier(xml).ToString(), $"Dit is geen {soort}. {vraag}"));
                        return;
                    }
                    if (pad.Count == DiepsteElement)
                    {
                        fouten.Add(
                            new(
                                Hier(xml).ToString(),
                                "Het bestand is dieper genest dan een bestand van een bank kan zijn. Haal het opnieuw op bij de bank."
                            )
                        );
                        return;
                    }
                    pad.Push(Onder(pad.Count == 0 ? "" : pad.Peek(), xml.NamespaceURI == ruimte ? xml.LocalName : "?", paden));
                    tekst.Clear();
                    valuta = xml.GetAttribute("Ccy");
                    lezer.Begin(pad.Peek(), Hier(xml));
                    if (xml.IsEmptyElement)
                        Einde();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    if (!Neem(xml, tekst, brok))
                    {
                        fouten.Add(
                            new(
                                Hier(xml).ToString(),
                                $"Hier staat een tekst van meer dan {LangsteTekst} tekens: dat schrijft geen bank. Haal het bestand opnieuw op bij de bank."
                            )
                        );
                        return;
                    }
                    break;
                case XmlNodeType.EndElement:
                    Einde();
                    break;
            }
            if (lezer.Genoeg)
            {
                return;
            }
            if (fouten.Count >= MeesteFouten)
            {
                fouten.Add(
                    new(
                        Hier(xml).ToString(),
                        "Hierna is niet verder gelezen: er zijn te veel fouten. Haal het bestand opnieuw op bij de bank."
                    )
                );
                return;
            }
        }

        void Einde()
        {
            lezer.Einde(pad.Pop(), tekst.ToString().Trim(), valuta, Hier(xml));
            tekst.Clear();
            valuta = null;
        }
    }

    // A statement has few paths and many elements: each path is one text.
    private static string Onder(string boven, string naam, Dictionary<(string, string), string> paden)
    {
        if (!paden.TryGetValue((boven, naam), out var pad))
        {
            pad = boven.Length == 0 ? naam : $"{boven}/{naam}";
            // Names that somebody makes up are not kept.
            if (paden.Count < 1000)
                paden.Add((boven, naam), pad);
        }
        return pad;
    }

    // Piece by piece: one text could be as large as the file.
    private static bool Neem(XmlReader xml, StringBuilder tekst, char[] brok)
    {
        for (int aantal; (aantal = xml.ReadValueChunk(brok, 0, brok.Length)) > 0; )
        {
            if (tekst.Length + aantal > LangsteTekst)
                return false;
            tekst.Append(brok, 0, aantal);
        }
        return true;
    }

    private static Plek Hier(XmlReader xml) => xml is IXmlLineInfo plek ? new(plek.LineNumber, plek.LinePosition) : default;
}
