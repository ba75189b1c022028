using System.Globalization;
using System.Text;
using System.Xml;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Bank;

namespace SlimRegeling.Betalingen.Bankbestanden;

/// <summary>
/// Writes a credit transfer order (pain.001.001.09). The same input gives the same bytes, so a file can be made again and compared. One
/// batch: a file has one value date. Each payment is booked on its own (BtchBookg false), so that the statement names each of them.
/// IBAN only, no addresses: SEPA asks for neither BIC nor address within the EEA.
/// </summary>
public static class Pain001
{
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    /// <summary>The most one SEPA transfer can carry (EPC115-06, AT-04).</summary>
    private const decimal HoogsteBedrag = 999_999_999.99m;

    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    private sealed record Regel(string Kenmerk, string Naam, string Iban, decimal Bedrag, string Omschrijving);

    public static Uitkomst<byte[]> Schrijf(Betaalbestand bestand)
    {
        var fouten = new List<Fout>();
        var kenmerk = Neem(SepaTekst.Kenmerk(bestand.Kenmerk, "kenmerk van het bestand"));
        var opdrachtgever = Neem(SepaTekst.Naam(bestand.Opdrachtgever, "opdrachtgever"));
        var rekening = LeesIban(bestand.OpdrachtgeverIban, "IBAN van de opdrachtgever");
        if (bestand.Uitvoerdatum < bestand.Gemaakt.InZone(Amsterdam).Date)
            fouten.Add(new("uitvoerdatum", "De uitvoerdatum ligt voor de dag waarop het bestand is gemaakt. Kies vandaag of later."));
        if (bestand.Betalingen.Count == 0)
            fouten.Add(new("betalingen", "Er staat geen betaling in. Zet er minstens één betaalopdracht in."));
        var regels = bestand.Betalingen.Select((betaling, i) => Controleer(betaling, i + 1)).ToList();
        foreach (var dubbel in bestand.Betalingen.GroupBy(x => x.Kenmerk).Where(x => x.Count() > 1))
            fouten.Add(new($"betaling {dubbel.Key}", "Dit kenmerk staat er meer dan eens in. Zet elke betaalopdracht er één keer in."));

        return fouten.Count > 0
            ? Uitkomst<byte[]>.Niet(fouten)
            : Uitkomst<byte[]>.Van(Document(bestand, kenmerk!, opdrachtgever!, rekening!.Waarde, regels!));

        T? Neem<T>(Uitkomst<T> uitkomst)
            where T : class
        {
            fouten.AddRange(uitkomst.Fouten);
            return uitkomst.Waarde;
        }

        Iban? LeesIban(string invoer, string plaats)
        {
            if (!Iban.Lees(invoer, out var iban, out var uitleg))
                fouten.Add(new(plaats, uitleg));
            return iban;
        }

        Regel? Controleer(Betaling betaling, int nummer)
        {
            var plaats = string.Create(CultureInfo.InvariantCulture, $"betaling {nummer}");
            var eigen = Neem(SepaTekst.Kenmerk(betaling.Kenmerk, $"{plaats}, kenmerk"));
            var naam = Neem(SepaTekst.Naam(betaling.Naam, $"{plaats}, naam"));
            var iban = LeesIban(betaling.Iban, $"{plaats}, IBAN");
            var omschrijving = Neem(SepaTekst.Omschrijving(betaling.Omschrijving, $"{plaats}, omschrijving"));
            if (betaling.Bedrag is <= 0 or > HoogsteBedrag || decimal.Round(betaling.Bedrag, 2) != betaling.Bedrag)
                fouten.Add(
                    new($"{plaats}, bedrag", "Een bedrag ligt tussen € 0,01 en € 999.999.999,99 en heeft hele centen. Pas het bedrag aan.")
                );
            return eigen is null || naam is null || iban is null || omschrijving is null
                ? null
                : new(eigen, naam, iban.Waarde, betaling.Bedrag, omschrijving);
        }
    }

    private static byte[] Document(Betaalbestand bestand, string kenmerk, string opdrachtgever, string rekening, List<Regel> regels)
    {
        using var uit = new MemoryStream();
        var vorm = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(false),
            Indent = true,
            NewLineChars = "\n",
        };
        using (var xml = XmlWriter.Create(uit, vorm))
        {
            xml.WriteStartElement("Document", Namespace);
            xml.WriteStartElement("CstmrCdtTrfInitn");
            xml.WriteStartElement("GrpHdr");
            xml.WriteElementString("MsgId", kenmerk);
            xml.WriteElementString("CreDtTm", InstantPattern.General.Format(bestand.Gemaakt));
            Sommen(xml, regels);
            Naam(xml, "InitgPty", opdrachtgever);
            xml.WriteEndElement();

            xml.WriteStartElement("PmtInf");
            xml.WriteElementString("PmtInfId", kenmerk);
            xml.WriteElementString("PmtMtd", "TRF");
            xml.WriteElementString("BtchBookg", "false");
            Sommen(xml, regels);
            Diep(xml, "SEPA", "PmtTpInf", "SvcLvl", "Cd");
            Diep(xml, LocalDatePattern.Iso.Format(bestand.Uitvoerdatum), "ReqdExctnDt", "Dt");
            Naam(xml, "Dbtr", opdrachtgever);
            Diep(xml, rekening, "DbtrAcct", "Id", "IBAN");
            Diep(xml, "NOTPROVIDED", "DbtrAgt", "FinInstnId", "Othr", "Id");
            xml.WriteElementString("ChrgBr", "SLEV");
            foreach (var regel in regels)
                Overboeking(xml, regel);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return uit.ToArray();
    }

    private static void Overboeking(XmlWriter xml, Regel regel)
    {
        xml.WriteStartElement("CdtTrfTxInf");
        xml.WriteStartElement("PmtId");
        xml.WriteElementString("InstrId", regel.Kenmerk);
        xml.WriteElementString("EndToEndId", regel.Kenmerk);
        xml.WriteEndElement();
        xml.WriteStartElement("Amt");
        xml.WriteStartElement("InstdAmt");
        xml.WriteAttributeString("Ccy", "EUR");
        xml.WriteString(Bedrag(regel.Bedrag));
        xml.WriteEndElement();
        xml.WriteEndElement();
        Naam(xml, "Cdtr", regel.Naam);
        Diep(xml, regel.Iban, "CdtrAcct", "Id", "IBAN");
        Diep(xml, regel.Omschrijving, "RmtInf", "Ustrd");
        xml.WriteEndElement();
    }

    private static void Sommen(XmlWriter xml, List<Regel> regels)
    {
        xml.WriteElementString("NbOfTxs", regels.Count.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("CtrlSum", Bedrag(regels.Sum(x => x.Bedrag)));
    }

    private static void Naam(XmlWriter xml, string element, string naam) => Diep(xml, naam, element, "Nm");

    private static void Diep(XmlWriter xml, string tekst, params ReadOnlySpan<string> pad)
    {
        foreach (var element in pad)
            xml.WriteStartElement(element);
        xml.WriteString(tekst);
        foreach (var _ in pad)
            xml.WriteEndElement();
    }

    private static string Bedrag(decimal bedrag) => bedrag.ToString("F2", CultureInfo.InvariantCulture);
}
