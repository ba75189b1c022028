using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Xml.Linq;
using CsCheck;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Host.Voorbeeldzaken;
using Xunit;
using static SlimRegeling.Betalingen.Tests.Voorbeelden;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>One large file: names that people and attackers write, each on an account of its own in one of many countries.</summary>
public sealed class VijandigBestandTests
{
    private const int Regels = 10_000;

    /// <summary>Land, the letters of the bank where its IBAN has them, and how many digits follow.</summary>
    private static readonly (string Land, string Bank, int Cijfers)[] Rekeningvormen =
    [
        ("NL", "ABNA", 10),
        ("BE", "", 12),
        ("DE", "", 18),
        ("GB", "BARC", 14),
        ("IE", "AIBK", 14),
        ("ES", "", 20),
        ("FR", "", 23),
        ("MT", "MALT", 23),
        ("NO", "", 11),
        ("PL", "", 24),
    ];

    private static readonly Gen<(string Naam, string Iban, decimal Bedrag)> Regel = Gen.Select(
            SepaTeksttests.VijandigeNaam,
            Gen.Int[0, Rekeningvormen.Length - 1],
            Gen.Int[1, 99_999_999]
        )
        .Select((naam, vorm, getal) => (naam, Iban(Rekeningvormen[vorm], getal), getal / 100m));

    [Fact]
    public void Een_bestand_van_tienduizend_regels_met_vijandige_namen_is_geldig_sluit_en_komt_zo_op_het_afschrift() =>
        Regel
            .Array[Regels]
            .Sample(
                regels =>
                {
                    var mee = Betaalbaar(regels);
                    // So many names do not all fail: without a large file there is nothing to look at.
                    Assert.InRange(mee.Count, Regels / 2, Regels - 1);
                    var bestand = Bestand(mee);
                    var bytes = Pain001.Schrijf(bestand).Waarde!;
                    Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), Pain001.Hash(bestand).Waarde);

                    var document = Gekeurd(bytes);
                    Assert.Equal(
                        mee.Select(b => (b.Kenmerk, SepaTekst.Naam(b.Naam).Waarde!, b.Iban, b.Bedrag)),
                        document.Descendants(Pain + "CdtTrfTxInf").Select(Gelezen)
                    );
                    var (aantal, som) = (mee.Count.ToString(CultureInfo.InvariantCulture), mee.Sum(b => b.Bedrag));
                    Assert.All(document.Descendants(Pain + "NbOfTxs"), x => Assert.Equal(aantal, x.Value));
                    Assert.All(
                        document.Descendants(Pain + "CtrlSum"),
                        x => Assert.Equal(som, decimal.Parse(x.Value, CultureInfo.InvariantCulture))
                    );

                    var camt = Voorbeeldbank.Voer(bytes, som, Moment);
                    GekeurdAfschrift(camt);
                    using var afschrift = new MemoryStream(camt);
                    var geboekt = Assert.Single(Camt053.Lees(afschrift).Waarde!);
                    Assert.Equal(0m, geboekt.Eindsaldo);
                    Assert.Equal(mee.Select(b => (b.Kenmerk, -b.Bedrag)), geboekt.Boekingen.Select(b => (b.EndToEndId!, b.Bedrag)));
                },
                iter: 2
            );

    /// <summary>What can be written; the rest is held with a reason, and only that.</summary>
    private static List<Betaling> Betaalbaar(IReadOnlyList<(string Naam, string Iban, decimal Bedrag)> regels)
    {
        var mee = new List<Betaling>();
        foreach (var ((naam, iban, bedrag), nummer) in regels.Select((r, i) => (r, i + 1)))
        {
            var betaling = Betaalbaarheid.Betaling(Order(nummer, bedrag), new Bankgegevens(iban, naam), out var reden);
            Assert.Equal(betaling is null, reden is not null);
            Assert.Equal(SepaTekst.Naam(naam).Gelukt, betaling is not null);
            if (betaling is not null)
            {
                mee.Add(betaling);
            }
        }
        return mee;
    }

    private static (string, string, string, decimal) Gelezen(XElement betaling) =>
        (
            betaling.Descendants(Pain + "EndToEndId").Single().Value,
            betaling.Element(Pain + "Cdtr")!.Value,
            betaling.Element(Pain + "CdtrAcct")!.Value,
            decimal.Parse(betaling.Descendants(Pain + "InstdAmt").Single().Value, CultureInfo.InvariantCulture)
        );

    private static Betaalopdracht Order(int nummer, decimal bedrag)
    {
        var zaaknummer = string.Create(CultureInfo.InvariantCulture, $"SLIM-{nummer:0000000000}");
        var id = $"{zaaknummer}-B1";
        return new Betaalopdracht { Id = id }.Na(
            new BetalingOpgedragen(
                new(id, zaaknummer, "2026-04-mkb", "12345678", $"{zaaknummer}-V1", Betaalsoort.Voorschot, bedrag, ["bea", "mees"]),
                Moment
            )
        );
    }

    /// <summary>With the check digits of ISO 7064: letters count as two digits, A is 10.</summary>
    private static string Iban((string Land, string Bank, int Cijfers) vorm, int nummer)
    {
        var (land, rekening) = (vorm.Land, vorm.Bank + nummer.ToString($"D{vorm.Cijfers}", CultureInfo.InvariantCulture));
        var cijfers = string.Concat(
            $"{rekening}{land}00".Select(x => char.IsAsciiDigit(x) ? x.ToString() : (x - 'A' + 10).ToString(CultureInfo.InvariantCulture))
        );
        var rest = (int)(BigInteger.Parse(cijfers, CultureInfo.InvariantCulture) % 97);
        return string.Create(CultureInfo.InvariantCulture, $"{land}{98 - rest:00}{rekening}");
    }
}
