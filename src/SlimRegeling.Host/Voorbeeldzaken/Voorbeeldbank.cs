using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Host.Voorbeeldzaken;

/// <summary>What the example bank books: paid by us (<paramref name="Af"/>) or received.</summary>
/// <param name="Retourreden">ISO code when the payment came back (AC04: account closed), else null.</param>
public sealed record Bankmutatie(decimal Bedrag, bool Af, string EndToEndId, string Tekst, string? Retourreden = null);

/// <summary>
/// Plays the bank in the examples: takes a payment file and answers with a statement, as camt.053.001.08. It reads and writes on its own,
/// so that a mistake in the program's own reading is not repeated here. The same input gives the same bytes.
/// </summary>
public static class Voorbeeldbank
{
    private static readonly XNamespace Opdracht = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static readonly XNamespace Status = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";
    private static readonly XNamespace Afschrift = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

    /// <summary>
    /// Pays everything in a payment file on its value date. <paramref name="terug"/> names by EndToEndId the payments that come back the same
    /// day, with the ISO code of the reason.
    /// </summary>
    public static byte[] Voer(byte[] pain001, decimal beginsaldo, Instant moment, IReadOnlyDictionary<string, string>? terug = null)
    {
        using var bron = new MemoryStream(pain001);
        var batch = XDocument.Load(bron).Descendants(Opdracht + "PmtInf").Single();
        var dag = LocalDatePattern.Iso.Parse(batch.Element(Opdracht + "ReqdExctnDt")!.Value).Value;
        var betaald = batch
            .Elements(Opdracht + "CdtTrfTxInf")
            .Select(x => new Bankmutatie(
                decimal.Parse(x.Descendants(Opdracht + "InstdAmt").Single().Value, CultureInfo.InvariantCulture),
                Af: true,
                x.Descendants(Opdracht + "EndToEndId").Single().Value,
                x.Descendants(Opdracht + "Ustrd").Single().Value
            ))
            .ToList();
        var teruggekomen = betaald
            .Where(x => terug?.ContainsKey(x.EndToEndId) is true)
            .Select(x => x with { Af = false, Retourreden = terug![x.EndToEndId] });
        return Schrijf(
            batch.Element(Opdracht + "PmtInfId")!.Value,
            batch.Element(Opdracht + "DbtrAcct")!.Value,
            beginsaldo,
            dag,
            moment,
            [.. betaald, .. teruggekomen]
        );
    }

    /// <summary>A statement of today with one payment that came in, on the account from which a payment file was paid.</summary>
    public static byte[] Ontvang(byte[] pain001, decimal beginsaldo, Instant moment, decimal bedrag, string tekst)
    {
        using var bron = new MemoryStream(pain001);
        var iban = XDocument.Load(bron).Descendants(Opdracht + "DbtrAcct").Single().Value;
        var kenmerk = $"ONTVANGEN-{Reeks(string.Create(CultureInfo.InvariantCulture, $"{moment} {bedrag} {tekst}"))}";
        return Schrijf(kenmerk, iban, beginsaldo, Moment.Dag(moment), moment, [new Bankmutatie(bedrag, Af: false, "NOTPROVIDED", tekst)]);
    }

    private static string Reeks(string kenmerk) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(kenmerk)))[..10];

    /// <summary>A statement of one day with these movements; <paramref name="kenmerk"/> (35 at most) names it; the bank's references follow from it.</summary>
    public static byte[] Schrijf(
        string kenmerk,
        string iban,
        decimal beginsaldo,
        LocalDate dag,
        Instant moment,
        IReadOnlyList<Bankmutatie> mutaties
    )
    {
        var datum = LocalDatePattern.Iso.Format(dag);
        var tijd = InstantPattern.General.Format(moment);
        var reeks = Reeks(kenmerk);
        var eindsaldo = beginsaldo + mutaties.Sum(x => x.Af ? -x.Bedrag : x.Bedrag);
        var document = new XDocument(
            E(
                "Document",
                E(
                    "BkToCstmrStmt",
                    E("GrpHdr", E("MsgId", kenmerk), E("CreDtTm", tijd)),
                    E(
                        "Stmt",
                        E("Id", kenmerk),
                        E("CreDtTm", tijd),
                        E("Acct", E("Id", E("IBAN", iban)), E("Ccy", "EUR")),
                        Saldo("OPBD", beginsaldo, datum),
                        Saldo("CLBD", eindsaldo, datum),
                        mutaties.Select((x, i) => Boeking(x, datum, string.Create(CultureInfo.InvariantCulture, $"{reeks}-{i + 1:000000}")))
                    )
                )
            )
        );
        return Bytes(document);
    }

    /// <summary>
    /// Refuses payments of a payment file before anything is booked, as pain.002.001.10: by EndToEndId the ISO code of the reason. With
    /// <paramref name="geheel"/> it refuses the whole file for that reason.
    /// </summary>
    public static byte[] Wijs(byte[] pain001, Instant moment, IReadOnlyDictionary<string, string> af, string? geheel = null)
    {
        using var bron = new MemoryStream(pain001);
        var kenmerk = XDocument.Load(bron).Descendants(Opdracht + "PmtInfId").Single().Value;
        var document = new XDocument(
            S(
                "Document",
                S(
                    "CstmrPmtStsRpt",
                    S("GrpHdr", S("MsgId", $"S-{kenmerk}"), S("CreDtTm", InstantPattern.General.Format(moment))),
                    S(
                        "OrgnlGrpInfAndSts",
                        S("OrgnlMsgId", kenmerk),
                        S("OrgnlMsgNmId", "pain.001.001.09"),
                        S("GrpSts", geheel is null ? "PART" : "RJCT"),
                        geheel is null ? null : Waarom(geheel)
                    ),
                    S(
                        "OrgnlPmtInfAndSts",
                        S("OrgnlPmtInfId", kenmerk),
                        af.Select(x =>
                            S("TxInfAndSts", S("OrgnlInstrId", x.Key), S("OrgnlEndToEndId", x.Key), S("TxSts", "RJCT"), Waarom(x.Value))
                        )
                    )
                )
            )
        );
        return Bytes(document);

        static XElement S(string naam, params object?[] inhoud) => new(Status + naam, inhoud);
        static XElement Waarom(string code) => S("StsRsnInf", S("Rsn", S("Cd", code)));
    }

    private static byte[] Bytes(XDocument document)
    {
        using var uit = new MemoryStream();
        using (
            var xml = XmlWriter.Create(
                uit,
                new()
                {
                    Encoding = new UTF8Encoding(false),
                    Indent = true,
                    NewLineChars = "\n",
                }
            )
        )
            document.Save(xml);
        return uit.ToArray();
    }

    private static XElement Saldo(string soort, decimal bedrag, string datum) =>
        E("Bal", E("Tp", E("CdOrPrtry", E("Cd", soort))), Bedrag(Math.Abs(bedrag)), Richting(af: bedrag < 0), E("Dt", E("Dt", datum)));

    private static XElement Boeking(Bankmutatie mutatie, string datum, string referentie) =>
        E(
            "Ntry",
            Bedrag(mutatie.Bedrag),
            Richting(mutatie.Af),
            E("RvslInd", "false"),
            E("Sts", E("Cd", "BOOK")),
            E("BookgDt", E("Dt", datum)),
            E("ValDt", E("Dt", datum)),
            E("AcctSvcrRef", referentie),
            E(
                "BkTxCd",
                E(
                    "Domn",
                    E("Cd", "PMNT"),
                    E("Fmly", E("Cd", mutatie.Af ? "ICDT" : "RCDT"), E("SubFmlyCd", mutatie.Retourreden is null ? "ESCT" : "RRTN"))
                )
            ),
            E(
                "NtryDtls",
                E(
                    "TxDtls",
                    E("Refs", E("EndToEndId", mutatie.EndToEndId)),
                    E("RmtInf", E("Ustrd", mutatie.Tekst)),
                    mutatie.Retourreden is null ? null : E("RtrInf", E("Rsn", E("Cd", mutatie.Retourreden)))
                )
            )
        );

    private static XElement Bedrag(decimal bedrag) =>
        E("Amt", new XAttribute("Ccy", "EUR"), bedrag.ToString("F2", CultureInfo.InvariantCulture));

    private static XElement Richting(bool af) => E("CdtDbtInd", af ? "DBIT" : "CRDT");

    private static XElement E(string naam, params object?[] inhoud) => new(Afschrift + naam, inhoud);
}
