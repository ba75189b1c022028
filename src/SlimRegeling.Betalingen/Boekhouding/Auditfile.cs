using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>Whose books they are, in a journal file.</summary>
/// <param name="Fiscaalnummer">At most 30 characters; empty where it is not configured.</param>
internal sealed record Administratie(string Naam, string Fiscaalnummer);

/// <summary>
/// The books of a year as an XML Auditfile Financieel, version 3.2 (auditfiles.nl): accounts, months, opening balance and all lines, a journal for each kind of
/// event. What is written of it is told in <c>docs/grootboekuitvoer.md</c>.
/// </summary>
internal static class Auditfile
{
    public const string Mediatype = "application/xml";

    public const string Naamruimte = "http://www.auditfiles.nl/XAF/3.2";

    private const int Stuk = 64 * 1024;

    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Schrijf(
        Journaallezer journaal,
        Administratie administratie,
        LocalDate vandaag,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await using (journaal)
        {
            using var stuk = new MemoryStream();
            var instellingen = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
            using var xml = XmlWriter.Create(stuk, instellingen);
            var begin = await journaal.Beginbalans(ct);
            Kop(xml, journaal.Jaar, administratie, vandaag, [.. begin.Select(b => b.Rekening)]);
            Beginbalans(xml, journaal.Jaar, begin);
            var (regels, debet, credit) = await journaal.Totaal(ct);
            xml.WriteStartElement("transactions", Naamruimte);
            Totalen(xml, regels, debet, credit);
            Grootboekregel? vorige = null;
            await foreach (var regel in journaal.Regels(Journaallezer.PerSoort, ct))
            {
                Wissel(xml, vorige, regel);
                Schrijf(xml, regel);
                vorige = regel;
                if (stuk.Length >= Stuk)
                {
                    xml.Flush();
                    yield return Neem(stuk);
                }
            }
            Wissel(xml, vorige, null);
            xml.WriteEndDocument();
            xml.Flush();
            yield return Neem(stuk);
        }
    }

    /// <summary>What was written so far; whoever gets it has its own.</summary>
    private static ReadOnlyMemory<byte> Neem(MemoryStream stuk)
    {
        var bytes = stuk.ToArray();
        stuk.SetLength(0);
        return bytes;
    }

    /// <param name="gebruikt">Accounts that the opening balance names.</param>
    private static void Kop(XmlWriter xml, int jaar, Administratie administratie, LocalDate vandaag, IReadOnlyList<string> gebruikt)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("auditfile", Naamruimte);
        xml.WriteStartElement("header", Naamruimte);
        Element(xml, "fiscalYear", jaar.ToString(CultureInfo.InvariantCulture));
        Element(xml, "startDate", Dag(Journaallezer.Begin(jaar)));
        Element(xml, "endDate", Dag(Journaallezer.Eind(jaar)));
        Element(xml, "curCode", "EUR");
        Element(xml, "dateCreated", Dag(vandaag));
        Element(xml, "softwareDesc", "SLIM-regeling");
        Element(xml, "softwareVersion", Platform.Api.Eindpunten.Versie);
        xml.WriteEndElement();
        xml.WriteStartElement("company", Naamruimte);
        Element(xml, "companyName", administratie.Naam);
        Element(xml, "taxRegistrationCountry", "NL");
        Element(xml, "taxRegIdent", administratie.Fiscaalnummer);
        xml.WriteStartElement("generalLedger", Naamruimte);
        foreach (var rekening in Grootboekrekeningen.Alle.Union(gebruikt))
        {
            xml.WriteStartElement("ledgerAccount", Naamruimte);
            Element(xml, "accID", rekening);
            Element(xml, "accDesc", rekening);
            // No account ends with the year: what was settled is laid beside the ceiling of its window.
            Element(xml, "accTp", "B");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteStartElement("periods", Naamruimte);
        for (var maand = 1; maand <= 12; maand++)
        {
            xml.WriteStartElement("period", Naamruimte);
            Element(xml, "periodNumber", maand.ToString(CultureInfo.InvariantCulture));
            Element(xml, "periodDesc", Datumtekst.Maanden[maand - 1]);
            var eerste = new LocalDate(jaar, maand, 1);
            Element(xml, "startDatePeriod", Dag(eerste));
            Element(xml, "endDatePeriod", Dag(eerste.PlusMonths(1).PlusDays(-1)));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Beginbalans(XmlWriter xml, int jaar, IReadOnlyList<(string Rekening, decimal Bedrag)> begin)
    {
        xml.WriteStartElement("openingBalance", Naamruimte);
        Element(xml, "opBalDate", Dag(Journaallezer.Begin(jaar)));
        Totalen(xml, begin.Count, begin.Sum(b => Math.Max(0, b.Bedrag)), begin.Sum(b => Math.Max(0, -b.Bedrag)));
        foreach (var ((rekening, bedrag), nr) in begin.Select((b, i) => (b, i + 1)))
        {
            xml.WriteStartElement("obLine", Naamruimte);
            Element(xml, "nr", nr.ToString(CultureInfo.InvariantCulture));
            Element(xml, "accID", rekening);
            Zijde(xml, bedrag);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Totalen(XmlWriter xml, long regels, decimal debet, decimal credit)
    {
        Element(xml, "linesCount", regels.ToString(CultureInfo.InvariantCulture));
        Element(xml, "totalDebit", Bedrag(debet));
        Element(xml, "totalCredit", Bedrag(credit));
    }

    /// <summary>Ends the transaction and the journal that end here, and begins those that begin.</summary>
    private static void Wissel(XmlWriter xml, Grootboekregel? vorige, Grootboekregel? regel)
    {
        if (vorige is not null && vorige.Boeking != regel?.Boeking)
        {
            xml.WriteEndElement();
        }
        var anderJournaal = vorige?.Soort != regel?.Soort;
        if (vorige is not null && (regel is null || anderJournaal))
        {
            xml.WriteEndElement();
        }
        if (regel is null)
        {
            return;
        }
        if (vorige is null || anderJournaal)
        {
            var soort = regel.Soort ?? "onbekend";
            xml.WriteStartElement("journal", Naamruimte);
            Element(xml, "jrnID", soort);
            Element(xml, "desc", soort);
            Element(xml, "jrnTp", regel.KeertOm is null ? "Z" : "M");
        }
        if (vorige?.Boeking != regel.Boeking)
        {
            xml.WriteStartElement("transaction", Naamruimte);
            Element(xml, "nr", regel.Boeking.ToString("N"));
            Element(xml, "desc", regel.Stroom);
            Element(xml, "periodNumber", regel.Boekdatum.Month.ToString(CultureInfo.InvariantCulture));
            Element(xml, "trDt", Dag(regel.Boekdatum));
        }
    }

    private static void Schrijf(XmlWriter xml, Grootboekregel regel)
    {
        xml.WriteStartElement("trLine", Naamruimte);
        Element(xml, "nr", regel.Regel.ToString(CultureInfo.InvariantCulture));
        Element(xml, "accID", regel.Rekening);
        Element(xml, "docRef", regel.Besluit);
        Element(xml, "effDate", Dag(regel.Gebeurtenisdag ?? regel.Boekdatum));
        Element(xml, "desc", regel.Tijdvak);
        Zijde(xml, regel.Debet - regel.Credit);
        if (regel.KeertOm is { } keertOm)
        {
            Element(xml, "recRef", keertOm.ToString("N"));
        }
        Element(xml, "projID", regel.Zaaknummer);
        xml.WriteEndElement();
    }

    private static void Zijde(XmlWriter xml, decimal bedrag)
    {
        Element(xml, "amnt", Bedrag(Math.Abs(bedrag)));
        Element(xml, "amntTp", bedrag < 0 ? "C" : "D");
    }

    private static void Element(XmlWriter xml, string naam, string inhoud) => xml.WriteElementString(naam, Naamruimte, inhoud);

    private static string Dag(LocalDate dag) => LocalDatePattern.Iso.Format(dag);

    private static string Bedrag(decimal bedrag) => bedrag.ToString("0.00", CultureInfo.InvariantCulture);
}
