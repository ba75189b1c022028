using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Bank;

namespace SlimRegeling.Betalingen.Bankbestanden;

/// <summary>
/// Writes a credit transfer order (pain.001.001.09). The same input gives the same bytes, so a file can be made again and compared; what is kept for that is
/// spelled first, so that it does not change with how names are spelled. One batch: a file has one value date. Each payment is booked on its own (BtchBookg
/// false), so that the statement names each of them. IBAN only, no addresses: SEPA asks for neither BIC nor address within the EEA.
/// </summary>
public static class Pain001
{
    /// <summary>
    /// The layout of what is written now. Who writes other bytes for the same values gives that the next number, and goes on writing the earlier ones as they
    /// were: they are what people approved and the bank has.
    /// </summary>
    public const int Opmaak = 1;

    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    /// <summary>The most one SEPA transfer can carry (EPC115-06, AT-04).</summary>
    private const decimal HoogsteBedrag = 999_999_999.99m;

    /// <summary>Bytes of one piece of a file, about.</summary>
    private const int Stuk = 64 * 1024;

    private static readonly XmlWriterSettings Vorm = new()
    {
        Encoding = new UTF8Encoding(false),
        Indent = true,
        NewLineChars = "\n",
    };

    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    private sealed record Kop(string Kenmerk, string Opdrachtgever, string Iban);

    /// <summary>The file with every text as it is written, to be kept; one that is so already stays as it is.</summary>
    public static Uitkomst<Betaalbestand> Spel(Betaalbestand bestand)
    {
        var fouten = new List<Fout>();
        var (kop, regels) = Lees(bestand, fouten);
        return fouten.Count > 0
            ? Uitkomst<Betaalbestand>.Niet(fouten)
            : Uitkomst<Betaalbestand>.Van(
                bestand with
                {
                    Opdrachtgever = kop!.Opdrachtgever,
                    OpdrachtgeverIban = kop.Iban,
                    Betalingen = regels,
                    Opmaak = bestand.Opmaak ?? Opmaak,
                }
            );
    }

    public static Uitkomst<byte[]> Schrijf(Betaalbestand bestand)
    {
        using var uit = new MemoryStream();
        var fouten = Schrijf(bestand, uit);
        return fouten.Count > 0 ? Uitkomst<byte[]>.Niet(fouten) : Uitkomst<byte[]>.Van(uit.ToArray());
    }

    /// <summary>Writes to a stream, without holding the file in memory.</summary>
    /// <returns>All that is wrong: then nothing was written.</returns>
    public static IReadOnlyList<Fout> Schrijf(Betaalbestand bestand, Stream uit)
    {
        var fouten = new List<Fout>();
        var (kop, regels) = Lees(bestand, fouten);
        if (fouten.Count == 0)
        {
            foreach (var stuk in Stukken(bestand, kop!, regels))
                uit.Write(stuk.Span);
        }
        return fouten;
    }

    /// <summary>The same bytes piece by piece, for who sends them on: nothing is written before the piece is asked for.</summary>
    /// <exception cref="InvalidDataException">Something is wrong with it; whoever may not know what, asks its <see cref="Hash"/> first.</exception>
    public static IEnumerable<ReadOnlyMemory<byte>> Stukken(Betaalbestand bestand)
    {
        var fouten = new List<Fout>();
        var (kop, regels) = Lees(bestand, fouten);
        return fouten.Count == 0
            ? Stukken(bestand, kop!, regels)
            : throw new InvalidDataException($"Payment file {bestand.Kenmerk} cannot be written: {fouten[0]}");
    }

    /// <summary>SHA-256 of the file, in lower-case hex, without holding it in memory.</summary>
    public static Uitkomst<string> Hash(Betaalbestand bestand)
    {
        using var sha = SHA256.Create();
        IReadOnlyList<Fout> fouten;
        using (var uit = new CryptoStream(Stream.Null, sha, CryptoStreamMode.Write))
        {
            fouten = Schrijf(bestand, uit);
        }
        return fouten.Count > 0 ? Uitkomst<string>.Niet(fouten) : Uitkomst<string>.Van(Convert.ToHexStringLower(sha.Hash!));
    }

    /// <summary>Why a bank would not take this payment; nothing when it would.</summary>
    public static IReadOnlyList<Fout> Fouten(Betaling betaling)
    {
        var fouten = new List<Fout>();
        Lees(betaling, fouten);
        return fouten;
    }

    private static (Kop? Kop, List<Betaling> Regels) Lees(Betaalbestand bestand, List<Fout> fouten)
    {
        // What is spelled is what was approved: it is not weighed by the rules of today.
        var gespeld = bestand.Opmaak is not null;
        if (bestand.Opmaak is not (null or Opmaak))
            fouten.Add(new("opmaak", $"Dit programma kent opmaak {bestand.Opmaak} niet. Maak het bestand met een latere versie."));
        var kop = gespeld ? new Kop(bestand.Kenmerk, bestand.Opdrachtgever, bestand.OpdrachtgeverIban) : LeesKop(bestand, fouten);
        if (bestand.Uitvoerdatum < bestand.Gemaakt.InZone(Amsterdam).Date)
            fouten.Add(new("uitvoerdatum", "De uitvoerdatum ligt voor de dag waarop het bestand is gemaakt. Kies vandaag of later."));
        if (bestand.Betalingen.Count == 0)
            fouten.Add(new("betalingen", "Er staat geen betaling in. Zet er minstens één betaalopdracht in."));

        var regels = new List<Betaling>(bestand.Betalingen.Count);
        var kenmerken = new HashSet<string>(bestand.Betalingen.Count, StringComparer.Ordinal);
        var dubbel = new HashSet<string>(StringComparer.Ordinal);
        var eigen = new List<Fout>();
        for (var i = 0; i < bestand.Betalingen.Count; i++)
        {
            var betaling = bestand.Betalingen[i];
            if ((gespeld ? betaling : Lees(betaling, eigen)) is { } regel)
                regels.Add(regel);
            if (eigen.Count > 0)
            {
                var plaats = string.Create(CultureInfo.InvariantCulture, $"betaling {i + 1}");
                fouten.AddRange(eigen.Select(f => f with { Plaats = $"{plaats}, {f.Plaats}" }));
                eigen.Clear();
            }
            if (!kenmerken.Add(betaling.Kenmerk) && dubbel.Add(betaling.Kenmerk))
                fouten.Add(
                    new($"betaling {betaling.Kenmerk}", "Dit kenmerk staat er meer dan eens in. Zet elke betaalopdracht er één keer in.")
                );
        }
        return (fouten.Count > 0 ? null : kop, regels);
    }

    private static Kop? LeesKop(Betaalbestand bestand, List<Fout> fouten)
    {
        var kenmerk = Neem(SepaTekst.Kenmerk(bestand.Kenmerk, "kenmerk van het bestand"), fouten);
        var opdrachtgever = Neem(SepaTekst.Naam(bestand.Opdrachtgever, "opdrachtgever"), fouten);
        var rekening = LeesIban(bestand.OpdrachtgeverIban, "IBAN van de opdrachtgever", fouten);
        return kenmerk is null || opdrachtgever is null || rekening is null ? null : new(kenmerk, opdrachtgever, rekening);
    }

    private static Betaling? Lees(Betaling betaling, List<Fout> fouten)
    {
        var kenmerk = Neem(SepaTekst.Kenmerk(betaling.Kenmerk, "kenmerk"), fouten);
        var naam = Neem(SepaTekst.Naam(betaling.Naam, "naam"), fouten);
        var iban = LeesIban(betaling.Iban, "IBAN", fouten);
        var omschrijving = Neem(SepaTekst.Omschrijving(betaling.Omschrijving, "omschrijving"), fouten);
        if (betaling.Bedrag is <= 0 or > HoogsteBedrag || decimal.Round(betaling.Bedrag, 2) != betaling.Bedrag)
            fouten.Add(new("bedrag", "Een bedrag ligt tussen € 0,01 en € 999.999.999,99 en heeft hele centen. Pas het bedrag aan."));
        return kenmerk is null || naam is null || iban is null || omschrijving is null
            ? null
            : new(kenmerk, naam, iban, betaling.Bedrag, omschrijving);
    }

    private static string? Neem(Uitkomst<string> uitkomst, List<Fout> fouten)
    {
        fouten.AddRange(uitkomst.Fouten);
        return uitkomst.Waarde;
    }

    private static string? LeesIban(string invoer, string plaats, List<Fout> fouten)
    {
        if (!Iban.Lees(invoer, out var iban, out var uitleg))
            fouten.Add(new(plaats, uitleg));
        return iban?.Waarde;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Stukken(Betaalbestand bestand, Kop kop, List<Betaling> regels)
    {
        using var stuk = new MemoryStream(2 * Stuk);
        using var xml = XmlWriter.Create(stuk, Vorm);
        Begin(xml, bestand, kop, regels);
        foreach (var regel in regels)
        {
            Overboeking(xml, regel);
            if (stuk.Length >= Stuk)
            {
                yield return stuk.ToArray();
                stuk.SetLength(0);
            }
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Flush();
        yield return stuk.ToArray();
    }

    private static void Begin(XmlWriter xml, Betaalbestand bestand, Kop kop, List<Betaling> regels)
    {
        xml.WriteStartElement("Document", Namespace);
        xml.WriteStartElement("CstmrCdtTrfInitn");
        xml.WriteStartElement("GrpHdr");
        xml.WriteElementString("MsgId", kop.Kenmerk);
        xml.WriteElementString("CreDtTm", InstantPattern.General.Format(bestand.Gemaakt));
        Sommen(xml, regels);
        Naam(xml, "InitgPty", kop.Opdrachtgever);
        xml.WriteEndElement();

        xml.WriteStartElement("PmtInf");
        xml.WriteElementString("PmtInfId", kop.Kenmerk);
        xml.WriteElementString("PmtMtd", "TRF");
        xml.WriteElementString("BtchBookg", "false");
        Sommen(xml, regels);
        Diep(xml, "SEPA", "PmtTpInf", "SvcLvl", "Cd");
        Diep(xml, LocalDatePattern.Iso.Format(bestand.Uitvoerdatum), "ReqdExctnDt", "Dt");
        Naam(xml, "Dbtr", kop.Opdrachtgever);
        Diep(xml, kop.Iban, "DbtrAcct", "Id", "IBAN");
        Diep(xml, "NOTPROVIDED", "DbtrAgt", "FinInstnId", "Othr", "Id");
        xml.WriteElementString("ChrgBr", "SLEV");
    }

    private static void Overboeking(XmlWriter xml, Betaling regel)
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

    private static void Sommen(XmlWriter xml, List<Betaling> regels)
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
