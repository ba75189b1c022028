using System.Globalization;
using CsCheck;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using Xunit;
using static SlimRegeling.Betalingen.Tests.Voorbeelden;

namespace SlimRegeling.Betalingen.Tests;

public sealed class Pain001tests
{
    [Fact]
    public void Een_betaalbestand_noemt_elke_betaling_en_sluit_op_aantal_en_som()
    {
        var document = Gekeurd(Geschreven(Bestand(Betaling(1), Betaling(2, "Jörg & Zn.", 0.01m))));

        var kop = document.Descendants(Pain + "GrpHdr").Single();
        Assert.Equal("SLIM-2026-07-01-1", kop.Element(Pain + "MsgId")!.Value);
        Assert.Equal("2026-06-30T09:30:00Z", kop.Element(Pain + "CreDtTm")!.Value);
        Assert.Equal("2", kop.Element(Pain + "NbOfTxs")!.Value);
        Assert.Equal("5520.01", kop.Element(Pain + "CtrlSum")!.Value);
        Assert.Equal("2026-07-01", document.Descendants(Pain + "ReqdExctnDt").Single().Value);
        Assert.Equal(["SLIM-7K2M9QX4TB-1", "SLIM-7K2M9QX4TB-2"], document.Descendants(Pain + "EndToEndId").Select(x => x.Value));
        Assert.Equal(["Bakkerij De Gouden Aar B.V.", "Jorg + Zn."], document.Descendants(Pain + "Cdtr").Select(x => x.Value));
    }

    [Fact]
    public void Dezelfde_invoer_geeft_dezelfde_bytes()
    {
        var bestand = Bestand(Betaling(1), Betaling(2));

        Assert.Equal(Geschreven(bestand), Geschreven(bestand));
    }

    [Fact]
    public void In_stukken_zijn_het_dezelfde_bytes_en_blijft_elk_stuk_klein()
    {
        var bestand = Bestand([.. Enumerable.Range(1, 1_000).Select(i => Betaling(i))]);

        var stukken = Pain001.Stukken(bestand).Select(stuk => stuk.ToArray()).ToList();

        Assert.True(stukken.Count > 5);
        Assert.All(stukken, stuk => Assert.InRange(stuk.Length, 1, 80 * 1024));
        Assert.Equal(Geschreven(bestand), stukken.SelectMany(stuk => stuk));
        var fout = Assert.Throws<InvalidDataException>(() => Pain001.Stukken(Bestand(Betaling(naam: "😀"))));
        Assert.Contains("betaling 1, naam", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Elk_bestand_is_geldig_met_kloppende_sommen_of_wordt_geheel_geweigerd() =>
        Gen.Select(SepaTeksttests.VijandigeNaam, SepaTeksttests.VijandigeNaam, Gen.Decimal[-1m, 2_000_000m])
            .Select((naam, omschrijving, bedrag) => (naam, omschrijving, bedrag: Math.Round(bedrag, 2)))
            .List[1, 8]
            .Sample(
                regels =>
                {
                    var betalingen = regels
                        .Select((x, i) => Betaling(i + 1, x.naam, x.bedrag) with { Omschrijving = x.omschrijving })
                        .ToList();
                    var uitkomst = Pain001.Schrijf(Bestand(betalingen));
                    if (uitkomst.Waarde is not { } bytes)
                    {
                        Assert.NotEmpty(uitkomst.Fouten);
                        return;
                    }

                    var document = Gekeurd(bytes);
                    Assert.Equal(bytes, Geschreven(Bestand(betalingen)));
                    var bedragen = document
                        .Descendants(Pain + "InstdAmt")
                        .Select(x => decimal.Parse(x.Value, CultureInfo.InvariantCulture))
                        .ToList();
                    Assert.Equal(betalingen.Select(x => x.Bedrag), bedragen);
                    Assert.All(
                        document.Descendants(Pain + "CtrlSum"),
                        x => Assert.Equal(bedragen.Sum(), decimal.Parse(x.Value, CultureInfo.InvariantCulture))
                    );
                    Assert.All(
                        document.Descendants(Pain + "NbOfTxs"),
                        x => Assert.Equal(bedragen.Count, int.Parse(x.Value, CultureInfo.InvariantCulture))
                    );
                },
                iter: 2_000
            );

    public static TheoryData<Betaalbestand, string, string> Fout =>
        new()
        {
            { Bestand(), "betalingen", "Er staat geen betaling in" },
            { Bestand(Betaling(bedrag: 0m)), "betaling 1, bedrag", "hele centen" },
            { Bestand(Betaling(bedrag: -5m)), "betaling 1, bedrag", "hele centen" },
            { Bestand(Betaling(bedrag: 1.001m)), "betaling 1, bedrag", "hele centen" },
            { Bestand(Betaling(bedrag: 1_000_000_000m)), "betaling 1, bedrag", "hele centen" },
            { Bestand(Betaling(1), Betaling(1)), "betaling SLIM-7K2M9QX4TB-1", "meer dan eens" },
            { Bestand(Betaling(1), Betaling(2, naam: "😀")), "betaling 2, naam", "gewone letters" },
            { Bestand(Betaling() with { Iban = "NL92ABNA0417164300" }), "betaling 1, IBAN", "controlegetal" },
            { Bestand(Betaling() with { Kenmerk = "te lang ".PadRight(40, 'x') }), "betaling 1, kenmerk", "Kies een ander kenmerk" },
            { Bestand(Betaling()) with { Kenmerk = "" }, "kenmerk van het bestand", "Kies een ander kenmerk" },
            { Bestand(Betaling()) with { OpdrachtgeverIban = "NL" }, "IBAN van de opdrachtgever", "geen IBAN" },
            { Bestand(Betaling()) with { Uitvoerdatum = new LocalDate(2026, 6, 29) }, "uitvoerdatum", "Kies vandaag of later" },
        };

    [Theory]
    [MemberData(nameof(Fout), DisableDiscoveryEnumeration = true)]
    public void Een_fout_weigert_het_hele_bestand_en_zegt_waar(Betaalbestand bestand, string plaats, string uitleg)
    {
        var uitkomst = Pain001.Schrijf(bestand);

        Assert.Null(uitkomst.Waarde);
        var fout = Assert.Single(uitkomst.Fouten);
        Assert.Equal(plaats, fout.Plaats);
        Assert.Contains(uitleg, fout.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void Alle_fouten_worden_tegelijk_verteld() =>
        Assert.Equal(
            3,
            Pain001.Schrijf(Bestand(Betaling(1, naam: ""), Betaling(2, bedrag: 0m), Betaling(3) with { Iban = "x" })).Fouten.Count
        );

    private static byte[] Geschreven(Betaalbestand bestand)
    {
        var uitkomst = Pain001.Schrijf(bestand);
        Assert.Empty(uitkomst.Fouten);
        return uitkomst.Waarde!;
    }
}
