using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;

namespace SlimRegeling.Prestaties;

/// <summary>
/// What it costs to check and write a payment file, beside a loop that only writes the same with an XmlWriter; and to read a statement and match each entry
/// with its order, beside going through its XML and reading it without matching. One thread, no database.
/// </summary>
internal static class Betaalmeting
{
    private const int Rondes = 5;

    /// <summary>So long at least: a small file is else gone through before its code is compiled in full.</summary>
    private static readonly TimeSpan Minstens = TimeSpan.FromSeconds(1);

    /// <summary>From so many payments on the target is asked; of fewer only what says that something broke.</summary>
    private const int Vol = 100_000;

    /// <summary>The bare loop takes at least so much of the time of the program.</summary>
    private const double Doel = 0.5;
    private const double Ondergrens = 0.3;

    /// <summary>MB that writing a file may take, with what was not collected yet.</summary>
    private const double Geheugendoel = 200;
    private const double Mb = 1048576;
    private const string Ruimte = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    internal const string Eigen = "NL91ABNA0417164300";
    private static readonly Instant Nu = Instant.FromUtc(2026, 6, 30, 9, 30);
    private static readonly LocalDate Dag = new(2026, 7, 1);

    private static readonly string[] Namen =
    [
        "Bakkerij De Gouden Aar B.V.",
        "Bouwbedrijf De Troffel B.V.",
        "Stichting tot bevordering van het leren in Zuidwest-Drenthe",
        "Yıldız & Zonen Łódź Transport V.O.F.",
    ];

    /// <param name="Klok">Milliseconds.</param>
    /// <param name="Erbij">The most that the memory in use rose above what it was, bytes.</param>
    private sealed record Meting(string Wat, double Klok, long Erbij);

    public static int Voer(int aantal)
    {
        var bestand = new Betaalbestand(
            "SLIM-2026-07-01-1",
            Nu,
            Dag,
            "Uitvoering SLIM-regeling",
            Eigen,
            [.. Enumerable.Range(1, aantal).Select(Betaling)]
        );
        var gespeld = Gespeld(bestand);
        var afschrift = Afschrift(bestand);
        var orders = bestand.Betalingen.ToDictionary(b => b.Kenmerk, Onderweg, StringComparer.Ordinal);
        using (var een = new MemoryStream())
        using (var ander = new MemoryStream())
        {
            Kaal(bestand, gespeld, een);
            if (Pain001.Schrijf(bestand, ander).Count > 0 || !een.ToArray().AsSpan().SequenceEqual(ander.ToArray()))
            {
                Console.WriteLine("The bare loop does not write the same file.");
                return 1;
            }
        }

        var kaal = Meet("bare: an XmlWriter loop that writes the same", () => Kaal(bestand, gespeld, Stream.Null));
        var pain = Meet("payment file: checked, spelled and written", () => aantal - Pain001.Schrijf(bestand, Stream.Null).Count);
        var hash = Meet("its SHA-256, as a round is proposed", () => Pain001.Hash(bestand).Waarde!.Length);
        var xml = Meet("bare: go through the XML of the statement", () => Doorlopen(afschrift));
        var lezen = Meet("read the statement", () => Gelezen(afschrift).Count);
        var koppelen = Meet("read it and match each entry", () => Gekoppeld(afschrift, orders));
        var proces = new Proceskijker();
        Pain001.Schrijf(bestand, Stream.Null);
        var (hoogste, erbij) = proces.Gezien();

        Console.WriteLine(
            Tekst(
                $"{DateTime.UtcNow:yyyy-MM-dd}, {aantal} payments, statement {afschrift.Length / Mb:0} MB, one thread, .NET {Environment.Version}, {RuntimeInformation.OSDescription}; best of {Rondes} rounds or more"
            )
        );
        Console.WriteLine();
        Console.WriteLine("| | ms | MB more in use at the most | of its speed beside the bare one |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (
            var (meting, bij) in ((Meting, Meting)[])[(kaal, kaal), (pain, kaal), (hash, kaal), (xml, xml), (lezen, xml), (koppelen, lezen)]
        )
        {
            Console.WriteLine(
                Tekst($"| {meting.Wat} | {meting.Klok:0} | {meting.Erbij / Mb:0} | {bij.Klok / meting.Klok:0.00} (of: {bij.Wat}) |")
            );
        }
        var (deel, meer, gevraagd) = (kaal.Klok / pain.Klok, pain.Erbij / Mb, aantal >= Vol ? Doel : Ondergrens);
        var (snel, klein) = (deel >= gevraagd, meer < Geheugendoel);
        Console.WriteLine();
        Console.WriteLine(
            Tekst(
                $"result: betalen: {aantal} lines written at {deel:0.00} of the bare loop (asked {gevraagd:0.0}: {Gehaald(snel)}) with {meer:0} MB more in use (asked {Geheugendoel:0}: {Gehaald(klein)}), the process at most {hoogste / Mb:0} MB, {erbij / Mb:0} more; a statement read and matched in {koppelen.Klok / lezen.Klok:0.0} times reading it"
            )
        );
        return snel && klein ? 0 : 1;
    }

    internal static string Gehaald(bool ja) => ja ? "met" : "missed";

    /// <summary>Each name as a bank takes it: the bare loop only writes.</summary>
    internal static List<(string Naam, decimal Bedrag)> Gespeld(Betaalbestand bestand) =>
        [.. bestand.Betalingen.Select(b => (SepaTekst.Naam(b.Naam).Waarde!, b.Bedrag))];

    /// <summary>One in a hundred must be spelled.</summary>
    internal static string Naam(int nummer) => Namen[nummer % 100 == 0 ? 3 : nummer % 3];

    private static Betaling Betaling(int nummer) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"SLIM-{nummer:0000000000}-B1"),
            Naam(nummer),
            "NL02ABNA0123456789",
            1_000m + (nummer % 1_000_000 / 100m),
            string.Create(CultureInfo.InvariantCulture, $"Voorschot SLIM-subsidie SLIM-{nummer:0000000000}")
        );

    private static Betaalopdracht Onderweg(Betaling betaling) =>
        new Betaalopdracht { Id = betaling.Kenmerk }
            .Na(
                new BetalingOpgedragen(
                    new(
                        betaling.Kenmerk,
                        betaling.Kenmerk[..15],
                        "2026-04-mkb",
                        "12345678",
                        "V1",
                        Betaalsoort.Voorschot,
                        betaling.Bedrag,
                        []
                    ),
                    Nu
                )
            )
            .Na(new BetalingInBestand("SLIM-2026-07-01-1", 1, Nu, ["a", "b"]));

    internal static int Kaal(Betaalbestand bestand, List<(string Naam, decimal Bedrag)> gespeld, Stream uit)
    {
        var vorm = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(false),
            Indent = true,
            NewLineChars = "\n",
        };
        using var xml = XmlWriter.Create(uit, vorm);
        var som = Euro(gespeld.Sum(g => g.Bedrag));
        var aantal = gespeld.Count.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement("Document", Ruimte);
        xml.WriteStartElement("CstmrCdtTrfInitn");
        xml.WriteStartElement("GrpHdr");
        xml.WriteElementString("MsgId", bestand.Kenmerk);
        xml.WriteElementString("CreDtTm", "2026-06-30T09:30:00Z");
        xml.WriteElementString("NbOfTxs", aantal);
        xml.WriteElementString("CtrlSum", som);
        Diep(xml, bestand.Opdrachtgever, "InitgPty", "Nm");
        xml.WriteEndElement();
        xml.WriteStartElement("PmtInf");
        xml.WriteElementString("PmtInfId", bestand.Kenmerk);
        xml.WriteElementString("PmtMtd", "TRF");
        xml.WriteElementString("BtchBookg", "false");
        xml.WriteElementString("NbOfTxs", aantal);
        xml.WriteElementString("CtrlSum", som);
        Diep(xml, "SEPA", "PmtTpInf", "SvcLvl", "Cd");
        Diep(xml, "2026-07-01", "ReqdExctnDt", "Dt");
        Diep(xml, bestand.Opdrachtgever, "Dbtr", "Nm");
        Diep(xml, Eigen, "DbtrAcct", "Id", "IBAN");
        Diep(xml, "NOTPROVIDED", "DbtrAgt", "FinInstnId", "Othr", "Id");
        xml.WriteElementString("ChrgBr", "SLEV");
        for (var i = 0; i < gespeld.Count; i++)
        {
            var betaling = bestand.Betalingen[i];
            xml.WriteStartElement("CdtTrfTxInf");
            xml.WriteStartElement("PmtId");
            xml.WriteElementString("InstrId", betaling.Kenmerk);
            xml.WriteElementString("EndToEndId", betaling.Kenmerk);
            xml.WriteEndElement();
            xml.WriteStartElement("Amt");
            xml.WriteStartElement("InstdAmt");
            xml.WriteAttributeString("Ccy", "EUR");
            xml.WriteString(Euro(betaling.Bedrag));
            xml.WriteEndElement();
            xml.WriteEndElement();
            Diep(xml, gespeld[i].Naam, "Cdtr", "Nm");
            Diep(xml, betaling.Iban, "CdtrAcct", "Id", "IBAN");
            Diep(xml, betaling.Omschrijving, "RmtInf", "Ustrd");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        return gespeld.Count;
    }

    private static void Diep(XmlWriter xml, string tekst, params ReadOnlySpan<string> pad)
    {
        foreach (var element in pad)
        {
            xml.WriteStartElement(element);
        }
        xml.WriteString(tekst);
        foreach (var _ in pad)
        {
            xml.WriteEndElement();
        }
    }

    /// <summary>On which the bank carried out all of it.</summary>
    internal static byte[] Afschrift(Betaalbestand bestand)
    {
        var som = bestand.Betalingen.Sum(b => b.Bedrag);
        var tekst = new StringBuilder();
        tekst.Append(
            Tekst(
                $"""
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr><Stmt><Id>A</Id>
                <Acct><Id><IBAN>{Eigen}</IBAN></Id><Ccy>EUR</Ccy></Acct>
                <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{som:0.00}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
                <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
                """
            )
        );
        for (var i = 0; i < bestand.Betalingen.Count; i++)
        {
            var betaling = bestand.Betalingen[i];
            tekst.Append(
                Tekst(
                    $"""
                    <Ntry><Amt Ccy="EUR">{betaling.Bedrag:0.00}</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>false</RvslInd><Sts><Cd>BOOK</Cd></Sts>
                    <BookgDt><Dt>2026-07-01</Dt></BookgDt><ValDt><Dt>2026-07-01</Dt></ValDt><AcctSvcrRef>R{i:000000000}</AcctSvcrRef>
                    <NtryDtls><TxDtls><Refs><EndToEndId>{betaling.Kenmerk}</EndToEndId></Refs><RmtInf><Ustrd>{betaling.Omschrijving}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
                    """
                )
            );
        }
        tekst.Append("</Stmt></BkToCstmrStmt></Document>");
        return Encoding.UTF8.GetBytes(tekst.ToString());
    }

    private static int Doorlopen(byte[] afschrift)
    {
        using var bron = new MemoryStream(afschrift);
        using var lezer = XmlReader.Create(bron);
        var knopen = 0;
        while (lezer.Read())
        {
            knopen += lezer.Value.Length > 0 ? 1 : 0;
        }
        return knopen;
    }

    internal static IReadOnlyList<Bankboeking> Gelezen(byte[] afschrift)
    {
        using var bron = new MemoryStream(afschrift);
        return Camt053.Lees(bron).Waarde![0].Boekingen;
    }

    private static int Gekoppeld(byte[] afschrift, Dictionary<string, Betaalopdracht> orders) =>
        Gelezen(afschrift)
            .GroupBy(b => b.EndToEndId ?? "", StringComparer.Ordinal)
            .Sum(groep =>
                AfschriftVerwerken
                    .Beslis(orders[groep.Key], [.. groep.Select(b => new AfschriftVerwerken.Mutatie($"{b.Bankreferentie}/1", b))], Nu)
                    .Beslissing.Gebeurtenissen.Count
            );

    private static Meting Meet(string wat, Func<int> doe)
    {
        var (klok, erbij) = (double.MaxValue, 0L);
        var begin = Stopwatch.StartNew();
        for (var ronde = 0; ronde < Rondes || begin.Elapsed < Minstens; ronde++)
        {
            using var kijker = new Geheugenkijker(verzamelt: false);
            var sinds = Stopwatch.StartNew();
            if (doe() == 0)
            {
                throw new InvalidOperationException($"{wat} gave nothing.");
            }
            klok = Math.Min(klok, sinds.Elapsed.TotalMilliseconds);
            erbij = Math.Max(erbij, kijker.Erbij());
        }
        return new(wat, klok, erbij);
    }

    private static string Euro(decimal bedrag) => bedrag.ToString("F2", CultureInfo.InvariantCulture);

    private static string Tekst(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
}
