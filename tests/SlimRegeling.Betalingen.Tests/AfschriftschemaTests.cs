using System.Text;
using System.Xml.Schema;
using CsCheck;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Host.Voorbeeldzaken;
using Xunit;
using static SlimRegeling.Betalingen.Tests.Voorbeelden;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>Every statement in the tests is one of the example bank: what it writes is held to a schema that it does not know.</summary>
public sealed class AfschriftschemaTests
{
    private const string Eerste = "<EndToEndId>SLIM-7K2M9QX4TB-1</EndToEndId>\n            </Refs>";

    private static readonly string Goed = Encoding.UTF8.GetString(
        Voorbeeldbank.Schrijf(
            "AFSCHRIFT-1",
            EigenIban,
            100_000.00m,
            Dag,
            Moment,
            [new(5520.00m, Af: true, "SLIM-7K2M9QX4TB-1", "Voorschot"), new(5520.00m, Af: false, "SLIM-7K2M9QX4TB-1", "Retour", "AC04")]
        )
    );

    private static readonly Gen<Bankmutatie> Mutatie = Gen.Select(
        Gen.Int[0, 999_999_999],
        Gen.Bool,
        Gen.OneOf("NOTPROVIDED", "SLIM-7K2M9QX4TB-B1", new string('x', 35)),
        Gen.OneOf("Voorschot", "Jörg & <Zn.> \"van\" 't Hof €", "]]>", new string('é', 140)),
        Gen.OneOf<string?>(null, "AC04", "MS03"),
        (centen, af, kenmerk, tekst, reden) => new Bankmutatie(centen / 100m, af, kenmerk, tekst, reden)
    );

    [Fact]
    public void Wat_de_voorbeeldbank_schrijft_is_een_afschrift_dat_zo_wordt_gelezen() =>
        Gen.Select(Mutatie.List[0, 30], Gen.Int[-999_999_999, 999_999_999])
            .Sample(
                (mutaties, centen) =>
                {
                    var camt = Voorbeeldbank.Schrijf(new string('A', 35), EigenIban, centen / 100m, Dag, Moment, mutaties);
                    GekeurdAfschrift(camt);

                    var gelezen = Assert.Single(Gelezen(camt));

                    Assert.Equal(centen / 100m, gelezen.Beginsaldo);
                    Assert.Equal(
                        mutaties.Select(m => (m.Af ? -m.Bedrag : m.Bedrag, m.Tekst, m.Retourreden)),
                        gelezen.Boekingen.Select(b => (b.Bedrag, b.Tekst, b.Retourreden))
                    );
                },
                iter: 300
            );

    [Fact]
    public void Ook_wat_terugkomt_en_wat_binnenkomt_op_een_betaalbestand_is_een_afschrift()
    {
        var pain = Pain001.Schrijf(Bestand(Betaling(1), Betaling(2))).Waarde!;

        GekeurdAfschrift(Voorbeeldbank.Voer(pain, 20_000m, Moment, new Dictionary<string, string> { ["SLIM-7K2M9QX4TB-2"] = "AC04" }));
        GekeurdAfschrift(Voorbeeldbank.Ontvang(pain, -20_000m, Moment, 12.34m, "terug SLIM-7K2M9QX4TB-TV1"));
    }

    /// <summary>What a bank may write and ours does not: the schema and the reader both take it.</summary>
    [Theory]
    [InlineData("<Id>AFSCHRIFT-1</Id>", "<Id>AFSCHRIFT-1</Id><StmtPgntn><PgNb>00001</PgNb><LastPgInd>true</LastPgInd></StmtPgntn>")]
    [InlineData("<BookgDt>\n          <Dt>2026-07-01</Dt>", "<BookgDt><DtTm>2026-06-30T22:30:00Z</DtTm>")]
    [InlineData("<RvslInd>false</RvslInd>", "<RvslInd>true</RvslInd>")]
    [InlineData("<RvslInd>false</RvslInd>", "")]
    [InlineData("<Ustrd>Voorschot</Ustrd>", "<Ustrd>V</Ustrd><Strd><CdtrRefInf><Ref>SLIM-7K2M9QX4TB-TV1</Ref></CdtrRefInf></Strd>")]
    [InlineData("</NtryDtls>", "</NtryDtls><AddtlNtryInf>Toelichting</AddtlNtryInf>")]
    [InlineData(
        Eerste,
        $"""{Eerste}<Amt Ccy="EUR">5000.00</Amt><CdtDbtInd>DBIT</CdtDbtInd></TxDtls><TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">520.00</Amt></TxAmt></AmtDtls>"""
    )]
    public void Wat_een_bank_anders_mag_schrijven_laat_het_schema_toe_en_wordt_gelezen(string was, string wordt)
    {
        var camt = Anders(was, wordt);
        GekeurdAfschrift(camt);

        Assert.NotEmpty(Assert.Single(Gelezen(camt)).Boekingen);
    }

    [Theory]
    [InlineData("Ccy=\"EUR\">5520.00", "Ccy=\"USD\">5520.00")]
    [InlineData("<Ccy>EUR", "<Ccy>SEK")]
    [InlineData(">5520.00<", ">-5520.00<")]
    [InlineData(">5520.00<", ">5520.001<")]
    [InlineData(">5520.00<", "><")]
    [InlineData("DBIT", "DEBET")]
    [InlineData("BOOK", "XXXX")]
    [InlineData("<RvslInd>false", "<RvslInd>nee")]
    [InlineData("<Dt>2026-07-01", "<Dt>2026-13-01")]
    [InlineData("<Id>AFSCHRIFT-1</Id>", "")]
    [InlineData("<Id>AFSCHRIFT-1</Id>", "<Id>AFSCHRIFT-1</Id><Id>AFSCHRIFT-1</Id>")]
    [InlineData("AFSCHRIFT-1", "AFSCHRIFT-123456789012345678901234567")]
    [InlineData("-000001</AcctSvcrRef>", "-000002</AcctSvcrRef>")]
    [InlineData("-000001</AcctSvcrRef>", "-0000010000000000000000000000000000001</AcctSvcrRef>")]
    [InlineData("Voorschot", "")]
    [InlineData("AC04", "AC040")]
    [InlineData("<NtryDtls>", "<NtryDtls><Anders />")]
    public void Het_schema_weigert_wat_geen_afschrift_is(string was, string wordt) =>
        Assert.Throws<XmlSchemaValidationException>(() => GekeurdAfschrift(Anders(was, wordt)));

    private static byte[] Anders(string was, string wordt)
    {
        var plek = Goed.IndexOf(was, StringComparison.Ordinal);
        Assert.True(plek >= 0, $"'{was}' staat niet in het voorbeeld");
        return Encoding.UTF8.GetBytes(Goed[..plek] + wordt + Goed[(plek + was.Length)..]);
    }

    private static IReadOnlyList<Bankafschrift> Gelezen(byte[] camt)
    {
        using var bron = new MemoryStream(camt);
        var uitkomst = Camt053.Lees(bron);
        Assert.Empty(uitkomst.Fouten);
        return uitkomst.Waarde!;
    }
}
