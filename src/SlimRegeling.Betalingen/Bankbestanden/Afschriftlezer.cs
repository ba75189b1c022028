using NodaTime;
using SlimRegeling.Platform.Bank;

namespace SlimRegeling.Betalingen.Bankbestanden;

/// <summary>Takes the elements of one Stmt one by one, says what is wrong with each, and gives the statement when nothing is.</summary>
internal sealed partial class Afschriftlezer(Bankxml.Plek begin, List<Fout> fouten)
{
    /// <summary>No account here moves 13 digits; above it a sum could lose its cents.</summary>
    private const decimal HoogsteBedrag = 9_999_999_999_999.99m;

    /// <summary>The longest that the schema lets a bank tell of one entry (AddtlNtryInf); remittance lines can be without end, and all are held.</summary>
    private const int LangsteOmschrijving = 500;

    /// <summary>Max35Text: by it a movement is known.</summary>
    private const int LangsteReferentie = 35;
    private const string Omschrijving = "Ntry/NtryDtls/TxDtls/RmtInf/Ustrd";
    private const string Reden = "Ntry/NtryDtls/TxDtls/RtrInf/Rsn/Cd";
    private const string EigenReden = "Ntry/NtryDtls/TxDtls/RtrInf/Rsn/Prtry";
    private const string Soort = "Ntry/BkTxCd/Domn/Fmly/SubFmlyCd";
    private const string Onderdeelsoort = "Ntry/NtryDtls/TxDtls/BkTxCd/Domn/Fmly/SubFmlyCd";

    /// <summary>Of the ISO codes of kinds of entries: a payment that came back.</summary>
    private const string Retour = "RRTN";

    private readonly int foutenVooraf = fouten.Count;
    private readonly Dictionary<string, string> afschrift = [];
    private readonly Dictionary<string, decimal> saldi = [];
    private readonly List<Bankboeking> boekingen = [];
    private readonly HashSet<string> referenties = [];
    private readonly List<Dictionary<string, string>> onderdelen = [];
    private Dictionary<string, string> saldo = [];
    private LocalDate? slotdag;
    private Dictionary<string, string> boeking = [];
    private Dictionary<string, string> onderdeel = [];
    private readonly Bankxml.Plek beginplaats = begin;
    private Bankxml.Plek plaats = begin;

    /// <summary>Where the thing begins that is being read: the place that its problems are told with.</summary>
    public void Begin(string pad, Bankxml.Plek hier)
    {
        switch (pad)
        {
            case "Bal":
                saldo = [];
                plaats = hier;
                break;
            case "Ntry":
                boeking = [];
                onderdelen.Clear();
                plaats = hier;
                break;
            case "Ntry/NtryDtls/TxDtls":
                onderdeel = [];
                break;
        }
    }

    /// <summary>An element that has ended, with the text in it.</summary>
    public void Waarde(string pad, string tekst, string? valuta, Bankxml.Plek hier)
    {
        switch (pad)
        {
            case "Id" or "Acct/Id/IBAN" or "Acct/Ccy" or "StmtPgntn/PgNb" or "StmtPgntn/LastPgInd":
                Zet(afschrift, pad, tekst, hier);
                break;
            case "Bal/Amt" or "Ntry/Amt" or "Ntry/NtryDtls/TxDtls/Amt" or "Ntry/NtryDtls/TxDtls/AmtDtls/TxAmt/Amt":
                if (valuta != "EUR")
                    fouten.Add(
                        new(
                            hier.ToString(),
                            $"Het bedrag is niet in euro maar in '{valuta}'. Alleen een rekening in euro kan worden verwerkt."
                        )
                    );
                Zet(Doel(pad), pad, tekst, hier);
                break;
            case "Bal":
                Saldo();
                break;
            case "Ntry":
                Boeking();
                break;
            case "Ntry/NtryDtls/TxDtls":
                onderdelen.Add(onderdeel);
                break;
            case Omschrijving or "Ntry/NtryDtls/TxDtls/RmtInf/Strd/CdtrRefInf/Ref" or EigenReden:
                // A reason of the bank's own is text of a bank: what is kept for good is that there is one.
                if (pad == EigenReden)
                    Zet(onderdeel, Reden, Bankreden.Toegelicht, hier);
                var eerder = onderdeel.GetValueOrDefault(Omschrijving, "");
                if (eerder.Length < LangsteOmschrijving - 1)
                    onderdeel[Omschrijving] = Kort(eerder.Length == 0 ? tekst : $"{eerder} {tekst}");
                break;
            case "Ntry/AddtlNtryInf" or "Ntry/NtryDtls/TxDtls/Refs/EndToEndId" or Reden:
                Zet(Doel(pad), pad, Kort(tekst), hier);
                break;
            case "Bal/Tp/CdOrPrtry/Cd" or "Bal/CdtDbtInd" or "Bal/Dt/Dt" or "Bal/Dt/DtTm":
            case "Ntry/CdtDbtInd" or "Ntry/RvslInd" or "Ntry/Sts/Cd" or "Ntry/BookgDt/Dt" or "Ntry/BookgDt/DtTm":
            case "Ntry/AcctSvcrRef" or "Ntry/NtryDtls/TxDtls/CdtDbtInd" or Soort or Onderdeelsoort:
                Zet(Doel(pad), pad, tekst, hier);
                break;
        }
    }

    /// <summary>The statement, or null when anything in it was wrong.</summary>
    public Bankafschrift? Einde()
    {
        plaats = beginplaats;
        var kenmerk = Verplicht(afschrift, "Id", "het kenmerk van het afschrift");
        if (!Iban.Lees(Verplicht(afschrift, "Acct/Id/IBAN", "het IBAN van de rekening"), out var iban, out var uitleg))
            fouten.Add(new($"{beginplaats}, rekening", uitleg));
        if (afschrift.GetValueOrDefault("Acct/Ccy", "EUR") != "EUR")
            Meld($"De rekening is niet in euro maar in '{afschrift["Acct/Ccy"]}'. Alleen een rekening in euro kan worden verwerkt.");
        if (
            afschrift.GetValueOrDefault("StmtPgntn/PgNb", "1").TrimStart('0') != "1"
            || Ja(afschrift, "StmtPgntn/LastPgInd", anders: true) is false
        )
            Meld("Dit is een deel van een afschrift. Haal het hele afschrift op bij de bank.");
        var beginsaldo = Beginsaldo();
        var eindsaldo = Saldo("CLBD", "eindsaldo");
        var geboekt = boekingen.Where(x => x.Status == Boekingsstatus.Geboekt).Sum(x => x.Bedrag);
        if (fouten.Count == foutenVooraf && beginsaldo + geboekt != eindsaldo)
            Meld(
                $"Het afschrift sluit niet: beginsaldo {Euro(beginsaldo)} en boekingen {Euro(geboekt)} geven {Euro(beginsaldo + geboekt)}, "
                    + $"maar het eindsaldo is {Euro(eindsaldo)}. Vraag de bank om een juist afschrift."
            );
        return fouten.Count > foutenVooraf
            ? null
            : new(kenmerk, iban!.Waarde, beginsaldo, eindsaldo, [.. boekingen], slotdag ?? boekingen.Max(b => (LocalDate?)b.Boekdatum));
    }

    /// <summary>The opening balance; a bank may give the closing balance of the day before instead (PRCD).</summary>
    private decimal Beginsaldo() => Saldo(saldi.ContainsKey("OPBD") || !saldi.ContainsKey("PRCD") ? "OPBD" : "PRCD", "beginsaldo");

    private decimal Saldo(string soort, string naam)
    {
        if (saldi.TryGetValue(soort, out var bedrag))
            return bedrag;
        Meld($"Het {naam} ({soort}) ontbreekt. Vraag de bank om een volledig afschrift.");
        return 0;
    }

    private void Saldo()
    {
        var soort = saldo.GetValueOrDefault("Bal/Tp/CdOrPrtry/Cd");
        if (soort is not ("OPBD" or "PRCD" or "CLBD"))
            return;
        if (!saldi.TryAdd(soort, Bedrag(saldo, "Bal/Amt") * Teken(saldo, "Bal/CdtDbtInd")))
            Meld($"Het saldo {soort} staat er meer dan eens in. Vraag de bank om een juist afschrift.");
        if (soort == "CLBD" && (saldo.GetValueOrDefault("Bal/Dt/Dt") ?? saldo.GetValueOrDefault("Bal/Dt/DtTm")) is { } dag)
            slotdag = Dag(dag, "dag van het eindsaldo");
    }

    private void Boeking()
    {
        var referentie = Verplicht(boeking, "Ntry/AcctSvcrRef", "de bankreferentie van een boeking");
        if (referentie.Length > 0 && !referenties.Add(referentie))
            Meld($"De boeking met bankreferentie {referentie} staat er twee keer in. Vraag de bank om een juist afschrift.");
        if (referentie.Length > LangsteReferentie)
            Meld($"Een bankreferentie heeft ten hoogste {LangsteReferentie} tekens. Vraag de bank om een juist afschrift.");
        var bedrag = Bedrag(boeking, "Ntry/Amt") * Teken(boeking, "Ntry/CdtDbtInd");
        var delen = onderdelen.Count > 1 ? [.. onderdelen.Select(x => Deel(x, bedrag))] : new List<decimal> { bedrag };
        if (delen.Sum() != bedrag)
            Meld(
                $"De betalingen in deze boeking tellen op tot {Euro(delen.Sum())}, maar de boeking is {Euro(bedrag)}. Vraag de bank om een juist afschrift."
            );
        var datum = Boekdatum();
        var status = Status();
        var terug = Ja(boeking, "Ntry/RvslInd", anders: false);
        for (var i = 0; i < delen.Count; i++)
        {
            var deel = i < onderdelen.Count ? onderdelen[i] : [];
            var kenmerk = deel.GetValueOrDefault("Ntry/NtryDtls/TxDtls/Refs/EndToEndId");
            var tekst = deel.GetValueOrDefault(Omschrijving) ?? boeking.GetValueOrDefault("Ntry/AddtlNtryInf") ?? "";
            boekingen.Add(
                new(referentie, i + 1, delen[i], datum, status, terug, kenmerk is "NOTPROVIDED" ? null : kenmerk, Terugreden(deel), tekst)
            );
        }
    }

    /// <summary>Why it came back; empty when the bank says only that it did, null when it does not say so.</summary>
    private string? Terugreden(Dictionary<string, string> deel) =>
        deel.GetValueOrDefault(Reden)
        ?? ((deel.GetValueOrDefault(Onderdeelsoort) ?? boeking.GetValueOrDefault(Soort)) == Retour ? "" : null);

    /// <summary>The part's own amount; its own direction when it has one, else that of the whole entry.</summary>
    private decimal Deel(Dictionary<string, string> deel, decimal geheel)
    {
        var pad = deel.ContainsKey("Ntry/NtryDtls/TxDtls/Amt") ? "Ntry/NtryDtls/TxDtls/Amt" : "Ntry/NtryDtls/TxDtls/AmtDtls/TxAmt/Amt";
        var richting = "Ntry/NtryDtls/TxDtls/CdtDbtInd";
        return Bedrag(deel, pad) * (deel.ContainsKey(richting) ? Teken(deel, richting) : Math.Sign(geheel));
    }

    private Boekingsstatus Status()
    {
        switch (boeking.GetValueOrDefault("Ntry/Sts/Cd"))
        {
            case "BOOK":
                return Boekingsstatus.Geboekt;
            case "PDNG" or "FUTR":
                return Boekingsstatus.Verwacht;
            case "INFO":
                return Boekingsstatus.Informatie;
            case var anders:
                Meld(
                    $"De status '{anders}' van een boeking is niet bekend (BOOK, PDNG, FUTR of INFO). Vraag de bank om een juist afschrift."
                );
                return default;
        }
    }

    private LocalDate Boekdatum() =>
        Dag(boeking.GetValueOrDefault("Ntry/BookgDt/Dt") ?? boeking.GetValueOrDefault("Ntry/BookgDt/DtTm") ?? "", "boekdatum");
}
