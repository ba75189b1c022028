using System.Globalization;
using System.Security.Cryptography;
using CsCheck;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Stromen;
using Xunit;
using static SlimRegeling.Betalingen.Tests.Voorbeelden;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>From orders with any name to a file that every bank takes: what cannot be written stays out with a reason, and the sums are those of the orders.</summary>
public sealed class Kenmerktests
{
    private const string Zaaknummer = "SLIM-7K2M9QX4TB";

    [Fact]
    public void Een_bestand_met_vijandige_namen_is_geldig_sluit_en_laat_alleen_weg_wat_niet_te_schrijven_is() =>
        Gen.Select(SepaTeksttests.VijandigeNaam, Gen.Int[1, 9_999_999])
            .List[1, 6]
            .Sample(
                regels =>
                {
                    var orders = regels.Select((r, i) => (Order: Order(i + 1, r.Item2 / 100m), Naam: r.Item1)).ToList();
                    var mee = new List<Betaling>();
                    foreach (var (order, naam) in orders)
                    {
                        var betaling = Betaalbaarheid.Betaling(order, new Bankgegevens(Zaak.EersteIban, naam), out var reden);
                        Assert.Equal(betaling is null, reden is not null);
                        Assert.Equal(SepaTekst.Naam(naam).Gelukt, betaling is not null);
                        if (betaling is not null)
                        {
                            mee.Add(betaling);
                        }
                    }
                    if (mee.Count == 0)
                    {
                        return;
                    }
                    var document = Gekeurd(Pain001.Schrijf(Bestand([.. mee])).Waarde!);
                    var bedragen = document
                        .Descendants(Pain + "InstdAmt")
                        .Select(x => decimal.Parse(x.Value, CultureInfo.InvariantCulture))
                        .ToList();
                    Assert.Equal(mee.Select(b => b.Bedrag), bedragen);
                    Assert.All(
                        document.Descendants(Pain + "CtrlSum"),
                        x => Assert.Equal(mee.Sum(b => b.Bedrag), decimal.Parse(x.Value, CultureInfo.InvariantCulture))
                    );
                    Assert.All(
                        document.Descendants(Pain + "EndToEndId"),
                        x => Assert.StartsWith(Zaaknummer, x.Value, StringComparison.Ordinal)
                    );
                },
                iter: 10_000
            );

    [Fact]
    public void De_som_van_een_bestand_die_zo_is_berekend_is_die_van_zijn_bytes()
    {
        var bestand = Bestand(Betaling(1), Betaling(2, "Jörg & Zn.", 0.01m));

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Pain001.Schrijf(bestand).Waarde!)), Pain001.Hash(bestand).Waarde);
        Assert.Equal("betaling 1, naam", Assert.Single(Pain001.Hash(Bestand(Betaling(naam: "😀"))).Fouten).Plaats);
    }

    [Theory]
    [InlineData("B1")]
    [InlineData("B2-99")]
    [InlineData("B999")]
    [InlineData("B2-N99")]
    [InlineData("BH99")]
    public void Elk_kenmerk_begint_met_de_zaak_en_past_in_een_bestand(string nummer) =>
        Assert.True(SepaTekst.Kenmerk($"{Zaaknummer}-{nummer}").Gelukt);

    /// <summary>An award in parts, on the order, in the file and in the ledger: to the cent the same.</summary>
    [Fact]
    public void Wat_in_delen_wordt_betaald_telt_op_de_cent_op_in_opdracht_bestand_en_grootboek() =>
        Gen.Select(Gen.Int[1, 2_500_000], Gen.Int[0, 100], Gen.Int[0, 100])
            .Sample(
                (centen, voorschot, vastgesteld) =>
                {
                    var verleend = centen / 100m;
                    var voor = decimal.Round(verleend * voorschot / 100, 2);
                    var vast = decimal.Round(verleend * vastgesteld / 100, 2);
                    Gebeurtenis[] gehoord =
                    [
                        new VerplichtingAangegaan("2026-04-mkb", "12345678", "V1", verleend, voor, Moment),
                        new VoorschotVernomen("12345678", "V1", voor, ["bea", "mees"], Moment),
                        new VaststellingVernomen("12345678", "S1", verleend, vast, voor, vast - voor, ["bea", "mees"], Moment),
                    ];
                    var zaak = Geldzaak.Na(gehoord, [false, true, true]);
                    var orders = zaak
                        .Stand.Opdrachten(Geldzaak.Zaaknummer)
                        .Select(o => o with { Bedrag = zaak.Orders[o.Id].Bedrag })
                        .ToList();
                    var betaald = orders.Where(o => o.Bedrag > 0).ToList();
                    Assert.Equal(vast, betaald.Sum(o => o.Bedrag) - zaak.Saldo(Grootboekrekeningen.TeVorderen));
                    Assert.Equal(-betaald.Sum(o => o.Bedrag), zaak.Saldo(Grootboekrekeningen.TeBetalen));
                    if (betaald.Count == 0)
                    {
                        return;
                    }
                    var bestand = Bestand([.. betaald.Select(o => Betaling() with { Kenmerk = o.Id, Bedrag = o.Bedrag })]);
                    var som = Gekeurd(Pain001.Schrijf(bestand).Waarde!).Descendants(Pain + "CtrlSum").First().Value;
                    Assert.Equal(betaald.Sum(o => o.Bedrag), decimal.Parse(som, CultureInfo.InvariantCulture));
                },
                iter: 1_000
            );

    private static Betaalopdracht Order(int nummer, decimal bedrag)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{Zaaknummer}-B{nummer}");
        return new Betaalopdracht { Id = id }.Na(
            new BetalingOpgedragen(
                new(id, Zaaknummer, "2026-04-mkb", "12345678", "V1", Betaalsoort.Voorschot, bedrag, ["bea", "mees"]),
                Moment
            )
        );
    }
}
