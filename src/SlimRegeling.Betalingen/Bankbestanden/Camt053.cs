using System.Globalization;
using System.Text;
using System.Xml;

namespace SlimRegeling.Betalingen.Bankbestanden;

/// <summary>
/// Reads bank statements (camt.053.001.08) as a stream. No DTD and nothing from outside the file is read, and a file has a largest size.
/// Either every statement in it is complete and adds up, or none is given.
/// </summary>
public static class Camt053
{
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
    private const string Wortel = "Document/BkToCstmrStmt/Stmt";
    private const long HoogsteAantalTekens = 100_000_000;
    private const int DiepsteElement = 24;

    private static readonly XmlReaderSettings Veilig = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = HoogsteAantalTekens,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static Uitkomst<IReadOnlyList<Bankafschrift>> Lees(Stream bestand)
    {
        var fouten = new List<Fout>();
        var afschriften = new List<Bankafschrift>();
        try
        {
            using var xml = XmlReader.Create(bestand, Veilig);
            Loop(xml, afschriften, fouten);
        }
        catch (XmlException fout)
        {
            fouten.Add(
                new(
                    Plaats(fout.LineNumber, fout.LinePosition),
                    "Hier is het bestand geen volledige XML, te groot, of verwijst het naar iets buiten het bestand (DTD). Haal het bestand opnieuw op bij de bank."
                )
            );
        }

        if (fouten.Count == 0 && afschriften.Count == 0)
            fouten.Add(new("bestand", "Er staat geen bankafschrift in. Haal het bestand opnieuw op bij de bank."));
        foreach (var dubbel in afschriften.GroupBy(x => (x.Iban, x.Kenmerk)).Where(x => x.Count() > 1))
            fouten.Add(
                new($"afschrift {dubbel.Key.Kenmerk}", "Dit afschrift staat er meer dan eens in. Haal het bestand opnieuw op bij de bank.")
            );
        return fouten.Count == 0
            ? Uitkomst<IReadOnlyList<Bankafschrift>>.Van(afschriften)
            : Uitkomst<IReadOnlyList<Bankafschrift>>.Niet(fouten);
    }

    private static void Loop(XmlReader xml, List<Bankafschrift> afschriften, List<Fout> fouten)
    {
        var pad = new Stack<string>();
        var tekst = new StringBuilder();
        string? valuta = null;
        Afschriftlezer? afschrift = null;
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    if (pad.Count == 0 && !(xml.LocalName == "Document" && xml.NamespaceURI == Namespace))
                    {
                        fouten.Add(new(Hier(xml), "Dit is geen camt.053.001.08. Vraag de bank om bankafschriften in die vorm."));
                        return;
                    }

                    var naam = xml.NamespaceURI == Namespace ? xml.LocalName : "?";
                    pad.Push(pad.Count == 0 ? naam : $"{pad.Peek()}/{naam}");
                    if (pad.Count > DiepsteElement)
                    {
                        fouten.Add(
                            new(Hier(xml), "Het bestand is dieper genest dan een bankafschrift kan zijn. Haal het opnieuw op bij de bank.")
                        );
                        return;
                    }

                    tekst.Clear();
                    valuta = xml.GetAttribute("Ccy");
                    if (pad.Peek() == Wortel)
                        afschrift = new(Hier(xml), fouten);
                    else if (pad.Peek().StartsWith(Wortel, StringComparison.Ordinal))
                        afschrift?.Begin(pad.Peek()[(Wortel.Length + 1)..], Hier(xml));
                    if (xml.IsEmptyElement)
                        Einde();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    tekst.Append(xml.Value);
                    break;
                case XmlNodeType.EndElement:
                    Einde();
                    break;
            }
        }

        void Einde()
        {
            var element = pad.Pop();
            if (element == Wortel)
            {
                if (afschrift!.Einde() is { } compleet)
                    afschriften.Add(compleet);
                afschrift = null;
            }
            else if (element.StartsWith(Wortel, StringComparison.Ordinal))
            {
                afschrift?.Waarde(element[(Wortel.Length + 1)..], tekst.ToString().Trim(), valuta, Hier(xml));
            }

            tekst.Clear();
            valuta = null;
        }
    }

    private static string Hier(XmlReader xml) => xml is IXmlLineInfo plek ? Plaats(plek.LineNumber, plek.LinePosition) : "bestand";

    private static string Plaats(int regel, int positie) =>
        string.Create(CultureInfo.InvariantCulture, $"regel {regel}, positie {positie}");
}
