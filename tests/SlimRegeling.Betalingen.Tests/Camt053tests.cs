using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Host.Voorbeeldzaken;
using Xunit;
using static SlimRegeling.Betalingen.Tests.Voorbeelden;

namespace SlimRegeling.Betalingen.Tests;

public sealed partial class Camt053tests
{
    private static readonly string Goed = Encoding.UTF8.GetString(
        Voorbeeldbank.Schrijf(
            "AFSCHRIFT-1",
            EigenIban,
            100_000.00m,
            Dag,
            Moment,
            [
                new(5520.00m, Af: true, "SLIM-7K2M9QX4TB-1", "Voorschot"),
                new(5520.00m, Af: false, "SLIM-7K2M9QX4TB-1", "Retour", "AC04"),
                new(12.34m, Af: false, "NOTPROVIDED", "Terugbetaling"),
            ]
        )
    );

    [Fact]
    public void Een_afschrift_geeft_saldi_en_elke_boeking()
    {
        var afschrift = Assert.Single(Gelezen(Goed));

        Assert.Equal(
            ("AFSCHRIFT-1", EigenIban, 100_000.00m, 100_012.34m, (LocalDate?)Dag),
            (afschrift.Kenmerk, afschrift.Iban, afschrift.Beginsaldo, afschrift.Eindsaldo, afschrift.Dag)
        );
        Assert.Equal([-5520.00m, 5520.00m, 12.34m], afschrift.Boekingen.Select(x => x.Bedrag));
        Assert.Equal(["SLIM-7K2M9QX4TB-1", "SLIM-7K2M9QX4TB-1", null], afschrift.Boekingen.Select(x => x.EndToEndId));
        Assert.Equal([null, "AC04", null], afschrift.Boekingen.Select(x => x.Retourreden));
        Assert.Equal(3, afschrift.Boekingen.Select(x => x.Bankreferentie).Distinct().Count());
        Assert.All(
            afschrift.Boekingen,
            x => Assert.Equal((Dag, Boekingsstatus.Geboekt, false, 1), (x.Boekdatum, x.Status, x.Teruggedraaid, x.Onderdeel))
        );
        Assert.Equal("Voorschot", afschrift.Boekingen[0].Tekst);
    }

    [Fact]
    public void Wat_in_het_betaalbestand_staat_komt_bij_de_bank_op_het_afschrift() =>
        Gen.Decimal[0.01m, 90_000m]
            .Select(x => Math.Round(x, 2))
            .List[1, 20]
            .Sample(
                bedragen =>
                {
                    var bestand = Bestand([.. bedragen.Select((x, i) => Betaling(i + 1, bedrag: x))]);
                    var camt = Voorbeeldbank.Voer(Pain001.Schrijf(bestand).Waarde!, 50_000m, Moment);
                    GekeurdAfschrift(camt);

                    var afschrift = Assert.Single(Lees(camt).Waarde!);

                    Assert.Equal(
                        bestand.Betalingen.Select(x => (x.Kenmerk, -x.Bedrag)),
                        afschrift.Boekingen.Select(x => (x.EndToEndId!, x.Bedrag))
                    );
                    Assert.Equal(50_000m - bedragen.Sum(), afschrift.Eindsaldo);
                },
                iter: 200
            );

    [Fact]
    public void Een_betaling_die_terugkomt_staat_er_ook_weer_bij()
    {
        var pain = Pain001.Schrijf(Bestand(Betaling(1), Betaling(2))).Waarde!;
        var terug = new Dictionary<string, string> { ["SLIM-7K2M9QX4TB-2"] = "AC04" };

        var afschrift = Assert.Single(Lees(Voorbeeldbank.Voer(pain, 20_000m, Moment, terug)).Waarde!);

        Assert.Equal([-5520m, -5520m, 5520m], afschrift.Boekingen.Select(x => x.Bedrag));
        Assert.Equal(("SLIM-7K2M9QX4TB-2", "AC04"), (afschrift.Boekingen[2].EndToEndId, afschrift.Boekingen[2].Retourreden));
        Assert.Equal(Voorbeeldbank.Voer(pain, 20_000m, Moment, terug), Voorbeeldbank.Voer(pain, 20_000m, Moment, terug));
    }

    [Fact]
    public void Een_verzamelboeking_wordt_per_betaling_verteld()
    {
        var verzameld = Goed.Replace(
            "<TxDtls>\n            <Refs>\n              <EndToEndId>NOTPROVIDED",
            """<TxDtls><Refs><EndToEndId>A</EndToEndId></Refs><Amt Ccy="EUR">10.00</Amt></TxDtls><TxDtls><Refs><EndToEndId>B</EndToEndId></Refs><Amt Ccy="EUR">2.34</Amt></TxDtls><TxDtls><Refs><EndToEndId>C</EndToEndId></Refs><Amt Ccy="EUR">0</Amt></TxDtls><TxDtls><Amt Ccy="EUR">0.00</Amt><Refs><EndToEndId>NOTPROVIDED""",
            StringComparison.Ordinal
        );

        var boekingen = Assert.Single(Gelezen(verzameld)).Boekingen.Skip(2).ToList();

        Assert.Equal(
            [("A", 10.00m, 1), ("B", 2.34m, 2), ("C", 0m, 3), (null, 0m, 4)],
            boekingen.Select(x => (x.EndToEndId, x.Bedrag, x.Onderdeel))
        );
        Assert.Single(boekingen.Select(x => x.Bankreferentie).Distinct());
        Geweigerd(verzameld.Replace(">2.34<", ">2.35<", StringComparison.Ordinal), "tellen op tot 12.35");
    }

    [Theory]
    [InlineData("<RtrInf><Rsn><Prtry>69 AC04</Prtry></Rsn></RtrInf>", "ESCT", "NARR", "Retour 69 AC04")]
    [InlineData("<RtrInf><Rsn><Prtry>69 AC04</Prtry></Rsn></RtrInf>", "RRTN", "NARR", "Retour 69 AC04")]
    [InlineData("", "RRTN", "", "Retour")]
    [InlineData("", "ESCT", null, "Retour")]
    public void Wat_terugkwam_is_ook_zonder_iso_reden_een_retour(string reden, string soort, string? retourreden, string tekst)
    {
        var camt = Retour().Replace(Goed, reden, 1).Replace("RRTN", soort, StringComparison.Ordinal);
        GekeurdAfschrift(Encoding.UTF8.GetBytes(camt));

        var boeking = Assert.Single(Gelezen(camt)).Boekingen[1];

        Assert.Equal((retourreden, tekst), (boeking.Retourreden, boeking.Tekst));
    }

    [Fact]
    public void Ook_van_een_deel_van_een_boeking_kan_de_soort_zeggen_dat_het_terugkwam()
    {
        const string Retourdeel =
            "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>RRTN</SubFmlyCd></Fmly></Domn></BkTxCd><RmtInf><Ustrd>Terugbetaling";
        var camt = Eerste(Goed, "<RmtInf>\n              <Ustrd>Terugbetaling", Retourdeel);
        GekeurdAfschrift(Encoding.UTF8.GetBytes(camt));

        Assert.Equal([null, "AC04", ""], Assert.Single(Gelezen(camt)).Boekingen.Select(b => b.Retourreden));
    }

    [Theory]
    [InlineData("<Ustrd>Terugbetaling</Ustrd><Strd><CdtrRefInf><Ref>SLIM-7K2M9QX4TB-TV1</Ref></CdtrRefInf></Strd>", "Terugbetaling ")]
    [InlineData("<Strd><CdtrRefInf><Ref>SLIM-7K2M9QX4TB-TV1</Ref></CdtrRefInf></Strd>", "")]
    public void Een_betalingskenmerk_in_zijn_eigen_veld_staat_bij_de_omschrijving(string omschrijving, string vooraf)
    {
        var afschrift = Assert.Single(Gelezen(Eerste(Goed, "<Ustrd>Terugbetaling</Ustrd>", omschrijving)));

        Assert.Equal($"{vooraf}SLIM-7K2M9QX4TB-TV1", afschrift.Boekingen[2].Tekst);
    }

    [Theory]
    [InlineData("2026-03-31T22:30:00Z", 4, 1)]
    [InlineData("2026-03-31T21:30:00.000Z", 3, 31)]
    [InlineData("2026-04-01T00:30:00+02:00", 4, 1)]
    [InlineData("2026-03-31T23:30:00", 3, 31)]
    public void Een_boekmoment_is_van_de_dag_die_het_hier_is(string moment, int maand, int dag)
    {
        const string Boekdag = "<BookgDt>\n          <Dt>2026-07-01</Dt>";
        var afschrift = Assert.Single(Gelezen(Eerste(Goed, Boekdag, $"<BookgDt><DtTm>{moment}</DtTm>")));

        Assert.Equal(new LocalDate(2026, maand, dag), afschrift.Boekingen[0].Boekdatum);
    }

    [Fact]
    public void Een_teruggedraaide_en_een_verwachte_boeking_worden_als_zodanig_verteld()
    {
        var draai = Eerste(Goed, "<RvslInd>false", "<RvslInd>true");
        Assert.True(Assert.Single(Gelezen(draai)).Boekingen[0].Teruggedraaid);

        var verwacht = Eerste(Goed, "BOOK", "PDNG").Replace("100012.34", "105532.34", StringComparison.Ordinal);
        Assert.Equal(Boekingsstatus.Verwacht, Assert.Single(Gelezen(verwacht)).Boekingen[0].Status);
    }

    [Theory]
    [InlineData("100012.34", "100012.35", "sluit niet")]
    [InlineData("Ccy=\"EUR\">5520.00", "Ccy=\"USD\">5520.00", "niet in euro maar in 'USD'")]
    [InlineData("<Ccy>EUR", "<Ccy>SEK", "niet in euro maar in 'SEK'")]
    [InlineData("Ccy=\"EUR\">5520.00", "Ccy=\"EUR\">-5520.00", "geen bedrag in hele centen")]
    [InlineData("Ccy=\"EUR\">5520.00", "Ccy=\"EUR\">5520.001", "geen bedrag in hele centen")]
    [InlineData("Ccy=\"EUR\">5520.00", "Ccy=\"EUR\">99999999999999999999", "geen bedrag in hele centen")]
    [InlineData("Ccy=\"EUR\">5520.00", "Ccy=\"EUR\">", "geen bedrag in hele centen")]
    [InlineData("DBIT", "DEBET", "geen CRDT of DBIT")]
    [InlineData("BOOK", "XXXX", "niet bekend")]
    [InlineData("<RvslInd>false", "<RvslInd>nee", "geen true of false")]
    [InlineData("2026-07-01</Dt>\n        </BookgDt>", "2026-13-01</Dt>\n        </BookgDt>", "geen datum")]
    [InlineData("-000001</AcctSvcrRef>", "-00000000000000000000000000000001</AcctSvcrRef>", "ten hoogste 35 tekens")]
    [InlineData(
        "2026-07-01</Dt>\n        </Dt>\n      </Bal>\n      <Ntry>",
        "vandaag</Dt>\n        </Dt>\n      </Bal>\n      <Ntry>",
        "De dag van het eindsaldo"
    )]
    [InlineData("OPBD", "XPCD", "beginsaldo (OPBD) ontbreekt")]
    [InlineData("CLBD", "CLAV", "eindsaldo (CLBD) ontbreekt")]
    [InlineData("CLBD", "OPBD", "meer dan eens")]
    [InlineData("<Id>AFSCHRIFT-1</Id>", "", "het kenmerk van het afschrift")]
    [InlineData("<Id>AFSCHRIFT-1</Id>", "<Id>AFSCHRIFT-1</Id><Id>X</Id>", "staat er twee keer")]
    [InlineData(
        "<Id>AFSCHRIFT-1</Id>",
        "<Id>A</Id><StmtPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>",
        "deel van een afschrift"
    )]
    [InlineData("NL91ABNA0417164300", "NL92ABNA0417164300", "controlegetal")]
    [InlineData("-000001</AcctSvcrRef>", "-000002</AcctSvcrRef>", "staat er twee keer in")]
    [InlineData("camt.053.001.08", "camt.053.001.02", "geen camt.053.001.08")]
    [InlineData("</BkToCstmrStmt>", "", "geen volledige XML")]
    [InlineData("Stmt>", "Anders>", "geen bankafschrift")]
    public void Een_fout_in_het_afschrift_weigert_het_hele_bestand_met_de_plaats(string was, string wordt, string uitleg) =>
        Geweigerd(
            was is "Stmt>" or "NL91ABNA0417164300" ? Goed.Replace(was, wordt, StringComparison.Ordinal) : Eerste(Goed, was, wordt),
            uitleg
        );

    [Fact]
    public void Dezelfde_boeking_twee_keer_wordt_gezien_ook_als_de_saldi_sluiten()
    {
        var begin = Goed.IndexOf("<Ntry>", StringComparison.Ordinal);
        var eind = Goed.IndexOf("</Ntry>", StringComparison.Ordinal) + "</Ntry>".Length;

        Geweigerd(Goed.Insert(eind, Goed[begin..eind]).Replace("100012.34", "94492.34", StringComparison.Ordinal), "staat er twee keer in");
    }

    [Fact]
    public void Hetzelfde_afschrift_twee_keer_in_een_bestand_wordt_gezien()
    {
        var begin = Goed.IndexOf("<Stmt>", StringComparison.Ordinal);
        var eind = Goed.IndexOf("</Stmt>", StringComparison.Ordinal) + "</Stmt>".Length;

        Geweigerd(Goed.Insert(eind, Goed[begin..eind]), "meer dan eens");
    }

    [Theory]
    [InlineData("<!DOCTYPE Document SYSTEM \"http://127.0.0.1:9/x.dtd\">")]
    [InlineData("<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>")]
    [InlineData("<!DOCTYPE Document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>")]
    public void Een_bestand_dat_iets_van_buiten_haalt_wordt_geweigerd(string dtd) =>
        Geweigerd(
            Goed.Replace("<Document", dtd + "<Document", StringComparison.Ordinal).Replace("Voorschot", "&x;", StringComparison.Ordinal),
            "DTD"
        );

    [Fact]
    public void Een_half_bestand_geeft_nooit_een_half_afschrift() =>
        Gen.Int[0, Goed.Length - "</Document>".Length]
            .Sample(
                lengte =>
                {
                    var uitkomst = Lees(Encoding.UTF8.GetBytes(Goed[..lengte]));
                    return uitkomst.Waarde is null && uitkomst.Fouten.All(x => x.Plaats.StartsWith("regel ", StringComparison.Ordinal));
                },
                iter: 500
            );

    [Fact]
    public void Een_veranderde_byte_geeft_fouten_of_een_afschrift_dat_sluit_en_nooit_een_uitzondering()
    {
        var bytes = Encoding.UTF8.GetBytes(Goed);
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte)
            .Sample(
                (plek, waarde) =>
                {
                    var anders = bytes.ToArray();
                    anders[plek] = waarde;
                    var uitkomst = Lees(anders);
                    return uitkomst.Waarde is null
                        ? uitkomst.Fouten.Count > 0
                        : uitkomst.Waarde.All(x =>
                            x.Beginsaldo + x.Boekingen.Where(b => b.Status == Boekingsstatus.Geboekt).Sum(b => b.Bedrag) == x.Eindsaldo
                        );
                },
                iter: 3_000
            );
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000FFFE00000000")]
    [InlineData("0000003C0000003F")]
    [InlineData("504B0304")]
    public void Een_bestand_dat_geen_xml_is_wordt_geweigerd(string hex) =>
        Assert.Contains(Lees(Convert.FromHexString(hex)).Fouten, x => x.Uitleg.Contains("geen volledige XML", StringComparison.Ordinal));

    [Fact]
    public void Diep_geneste_xml_wordt_geweigerd() =>
        Geweigerd(Eerste(Goed, "<Stmt>", "<Stmt>" + string.Concat(Enumerable.Repeat("<a>", 10_000))), "dieper genest");

    [GeneratedRegex(@"<RtrInf>.*?</RtrInf>", RegexOptions.Singleline)]
    private static partial Regex Retour();

    private static string Eerste(string tekst, string was, string wordt)
    {
        var plek = tekst.IndexOf(was, StringComparison.Ordinal);
        Assert.True(plek >= 0, $"'{was}' staat niet in het voorbeeld");
        return tekst[..plek] + wordt + tekst[(plek + was.Length)..];
    }

    private static IReadOnlyList<Bankafschrift> Gelezen(string camt)
    {
        var uitkomst = Lees(Encoding.UTF8.GetBytes(camt));
        Assert.Empty(uitkomst.Fouten);
        return uitkomst.Waarde!;
    }

    private static void Geweigerd(string camt, string uitleg)
    {
        var uitkomst = Lees(Encoding.UTF8.GetBytes(camt));
        Assert.Null(uitkomst.Waarde);
        Assert.Contains(uitkomst.Fouten, x => x.Uitleg.Contains(uitleg, StringComparison.Ordinal) && x.Plaats.Length > 0);
    }

    private static Uitkomst<IReadOnlyList<Bankafschrift>> Lees(byte[] camt)
    {
        using var bron = new MemoryStream(camt);
        return Camt053.Lees(bron);
    }
}
