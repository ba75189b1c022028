using System.Text;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Host.Voorbeeldzaken;
using Xunit;
using static SlimRegeling.Betalingen.Tests.Voorbeelden;

namespace SlimRegeling.Betalingen.Tests;

public sealed class Pain002tests
{
    private static readonly byte[] Bestaand = Pain001.Schrijf(Bestand(Betaling(1), Betaling(2), Betaling(3))).Waarde!;

    private static readonly string Goed = Encoding.UTF8.GetString(
        Voorbeeldbank.Wijs(
            Bestaand,
            Moment,
            new Dictionary<string, string> { ["SLIM-7K2M9QX4TB-2"] = "AC04", ["SLIM-7K2M9QX4TB-3"] = "MS03" }
        )
    );

    [Fact]
    public void Een_statusbericht_noemt_welke_betalingen_de_bank_niet_uitvoert_en_waarom()
    {
        GekeurdeStatus(Encoding.UTF8.GetBytes(Goed));

        var bericht = Lees(Goed).Waarde!;

        Assert.Equal("SLIM-2026-07-01-1", bericht.Bestand);
        Assert.Null(bericht.Geheel);
        Assert.Equal(
            [new Betaalstatusregel("SLIM-7K2M9QX4TB-2", "AC04"), new Betaalstatusregel("SLIM-7K2M9QX4TB-3", "MS03")],
            bericht.Afgewezen
        );
    }

    [Fact]
    public void Een_bank_wijst_ook_het_hele_bestand_af()
    {
        var geheel = Voorbeeldbank.Wijs(Bestaand, Moment, new Dictionary<string, string>(), "DUPL");
        GekeurdeStatus(geheel);

        var bericht = Lees(Encoding.UTF8.GetString(geheel)).Waarde!;

        Assert.Equal("DUPL", bericht.Geheel);
        Assert.Empty(bericht.Afgewezen);
        var perBatch = Encoding
            .UTF8.GetString(geheel)
            .Replace("RJCT", "PART", StringComparison.Ordinal)
            .Replace("</OrgnlPmtInfId>", "</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts>", StringComparison.Ordinal);
        Assert.Equal("DUPL", Lees(perBatch).Waarde!.Geheel);
    }

    [Fact]
    public void Dat_de_bank_iets_al_heeft_gaat_voor_elke_andere_reden_waar_het_ook_staat()
    {
        const string Dubbel = "<StsRsnInf><Rsn><Cd>AM05</Cd></Rsn></StsRsnInf>";
        var bijBetaling = Goed.Replace("</TxInfAndSts>", $"{Dubbel}</TxInfAndSts>", StringComparison.Ordinal);
        Assert.All(Lees(bijBetaling).Waarde!.Afgewezen, r => Assert.Equal("AM05", r.Reden));
        var bijBatch = Goed.Replace("</OrgnlPmtInfId>", $"</OrgnlPmtInfId>{Dubbel}", StringComparison.Ordinal);
        Assert.All(Lees(bijBatch).Waarde!.Afgewezen, r => Assert.Equal("AM05", r.Reden));
        var bijBestand = Goed.Replace("</GrpSts>", $"</GrpSts>{Dubbel}", StringComparison.Ordinal);
        Assert.All(Lees(bijBestand).Waarde!.Afgewezen, r => Assert.Equal("AM05", r.Reden));
        // A file that is refused for one payment that was there before: none of it is to be paid again unseen.
        var geheel = bijBetaling.Replace("<GrpSts>PART</GrpSts>", "<GrpSts>RJCT</GrpSts>", StringComparison.Ordinal);
        Assert.Equal("AM05", Lees(geheel).Waarde!.Geheel);
    }

    [Theory]
    [InlineData("AM05")]
    [InlineData("DUPL")]
    public void Wat_de_bank_weigert_omdat_zij_het_al_heeft_gaat_niet_terug(string reden)
    {
        var opdracht = new Opdracht("B1", "SLIM", "2026-04-mkb", "12345678", "V1", Betaalsoort.Voorschot, 5520m, ["bea"]);
        var stand = new Betaalopdracht { Id = "B1" }
            .Na(new BetalingOpgedragen(opdracht, Moment))
            .Na(new BetalingInRonde("R1", 1, Moment))
            .Na(new BetalingInBestand("R1", 1, Moment, ["fred", "cor"]));

        var (beslissing, oordeel, uitleg) = StatusVerwerken.Beslis(stand, "R1", reden, Moment);

        Assert.Empty(beslissing.Gebeurtenissen);
        Assert.Equal(StatusVerwerken.Oordeel.Tegenstrijdig, oordeel);
        Assert.Contains("dubbel", uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void Wat_de_bank_aanneemt_is_geen_nieuws() =>
        Assert.Empty(Lees(Goed.Replace("RJCT", "ACSP", StringComparison.Ordinal)).Waarde!.Afgewezen);

    [Theory]
    [InlineData("pain.002.001.10", "pain.002.001.03", "geen pain.002.001.10")]
    [InlineData("RJCT", "XXXX", "niet bekend")]
    [InlineData("SLIM-7K2M9QX4TB-2", "SLIM-7K2M9QX4TB-3", "staat er twee keer in")]
    [InlineData("<OrgnlMsgId>SLIM-2026-07-01-1</OrgnlMsgId>", "", "over welk betaalbestand")]
    [InlineData("</CstmrPmtStsRpt>", "", "geen volledige XML")]
    [InlineData("<OrgnlEndToEndId>SLIM-7K2M9QX4TB-2</OrgnlEndToEndId>", "", "welke het is")]
    [InlineData("<Document", "<!DOCTYPE Document SYSTEM \"http://127.0.0.1:9/x.dtd\"><Document", "DTD")]
    public void Een_fout_weigert_het_hele_bericht_met_de_plaats(string was, string wordt, string uitleg)
    {
        var uitkomst = Lees(Goed.Replace(was, wordt, StringComparison.Ordinal));

        Assert.Null(uitkomst.Waarde);
        Assert.Contains(uitkomst.Fouten, x => x.Uitleg.Contains(uitleg, StringComparison.Ordinal) && x.Plaats.Length > 0);
    }

    [Fact]
    public void Een_afgewezen_betaling_gaat_terug_naar_haar_opdracht_en_een_keer()
    {
        var opdracht = new Opdracht("B1", "SLIM", "2026-04-mkb", "12345678", "V1", Betaalsoort.Voorschot, 5520m, ["bea", "mees"]);
        var stand = new Betaalopdracht { Id = "B1" }
            .Na(new BetalingOpgedragen(opdracht, Moment))
            .Na(new BetalingInRonde("R1", 1, Moment))
            .Na(new BetalingInBestand("R1", 1, Moment, ["fred", "cor"]));

        var (beslissing, oordeel, uitleg) = StatusVerwerken.Beslis(stand, "R1", "AC04", Moment);

        Assert.Equal(StatusVerwerken.Oordeel.Teruggezet, oordeel);
        Assert.Contains("opgeheven", uitleg, StringComparison.Ordinal);
        var terug = stand.Na(Assert.Single(beslissing.Gebeurtenissen));
        Assert.Equal((Betaalstatus.Opgedragen, "AC04"), (terug.Status, terug.Teruggegeven));
        Assert.Null(terug.Bestand);
        Assert.Empty(terug.Akkoorden);
        Assert.Empty(StatusVerwerken.Beslis(terug, "R1", "AC04", Moment).Beslissing.Gebeurtenissen);
        var later = terug.Na(new BetalingInRonde("R2", 1, Moment)).Na(new BetalingInBestand("R2", 1, Moment, ["fred", "cor"]));
        Assert.Equal(StatusVerwerken.Oordeel.EerderVerwerkt, StatusVerwerken.Beslis(later, "R1", "AC04", Moment).Oordeel);
        var uitgevoerd = later.Na(new BetalingUitgevoerd(opdracht, "ref/1", Dag, Moment));
        Assert.Equal(StatusVerwerken.Oordeel.Tegenstrijdig, StatusVerwerken.Beslis(uitgevoerd, "R2", "AC04", Moment).Oordeel);
    }

    private static Uitkomst<Betaalstatusbericht> Lees(string bericht)
    {
        using var bron = new MemoryStream(Encoding.UTF8.GetBytes(bericht));
        return Pain002.Lees(bron);
    }
}
