using System.Globalization;
using System.Text;
using System.Text.Json;
using SlimRegeling.Host.Voorbeeldzaken;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>The bank account in the ledger lies beside the statements: what moved on these is booked or on the work list, and what is missing is told.</summary>
public sealed class BankaansluitingTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private const string Regel = "wat op afschriften bewoog, staat in het grootboek of op de werklijst";

    [Fact]
    public async Task Elke_beweging_op_een_afschrift_staat_in_het_grootboek_of_op_de_werklijst_en_een_keer()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        Assert.Equal(201, (await huis.Ronde("fien", zaak.Voorschot)).Status);
        var voor = await Aansluiting();
        var kenmerk = Guid.NewGuid().ToString("n");
        var afschrift = Schrijf(
            kenmerk,
            100_000m,
            new Bankmutatie(5520.00m, Af: true, zaak.Voorschot, "voorschot"),
            new Bankmutatie(75.00m, Af: false, "NOTPROVIDED", "van wie?"),
            new Bankmutatie(12.50m, Af: true, "NOTPROVIDED", "kosten")
        );
        await Lees(afschrift);

        var na = await Aansluiting();
        Assert.Equal(
            (-5457.50m, -5520.00m, 62.50m, 0m),
            (
                Bedrag(na, "afschriften") - Bedrag(voor, "afschriften"),
                Bedrag(na, "grootboek") - Bedrag(voor, "grootboek"),
                Bedrag(na, "werklijst") - Bedrag(voor, "werklijst"),
                Bedrag(na, "verschil")
            )
        );
        Assert.Equal(2, na.GetProperty("openRegels").GetInt32() - voor.GetProperty("openRegels").GetInt32());

        // The same again, and the same movements on a statement of another name: nothing moved.
        await Lees(afschrift);
        await Lees(afschrift.Replace(kenmerk, Guid.NewGuid().ToString("n"), StringComparison.Ordinal));
        var weer = await Aansluiting();
        Assert.All(
            (string[])["afschriften", "grootboek", "werklijst", "verschil"],
            naam => Assert.Equal(Bedrag(na, naam), Bedrag(weer, naam))
        );
        await huis.Stil();
        Assert.Empty(await huis.Verschillen());

        // What is in the ledger and on no statement is told.
        await huis.Betaald(Boekhoudhuis.Opdracht("bankaansluiting", 10.00m), Voorbeelden.Dag, Voorbeelden.Moment);
        Assert.Equal(10.00m, Bedrag(await Aansluiting(), "verschil"));
        Assert.Contains(await huis.Verschillen(), v => v.StartsWith(Regel, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Een_ontbrekend_afschrift_blijft_genoemd_tot_het_er_is()
    {
        await Lees(Schrijf("GAT-1", 50.00m));
        await Lees(Schrijf("GAT-3", 77_000.07m));
        var los = await Beeld("GAT-3");
        Assert.Contains("begint met € 77.000,07", los.GetProperty("letOp").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, await Gaten("GAT-3"));
        var blad = await huis.Haal("cor", $"/v1/afschriften/{los.GetProperty("afschrift").GetString()}");
        Assert.True(blad.Inhoud.GetProperty("afschrift").TryGetProperty("letOp", out _));

        await Lees(Schrijf("GAT-2", 50.00m, new Bankmutatie(76_950.07m, Af: false, "NOTPROVIDED", "daartussen")));

        Assert.False((await Beeld("GAT-3")).TryGetProperty("letOp", out _));
        Assert.Equal(0, await Gaten("GAT-3"));
        Assert.Equal(403, (await huis.Haal("bob", "/v1/bankaansluiting")).Status);
    }

    private static string Schrijf(string kenmerk, decimal begin, params IReadOnlyList<Bankmutatie> mutaties) =>
        Encoding.UTF8.GetString(
            Voorbeeldbank.Schrijf(kenmerk, Voorbeelden.EigenIban, begin, Voorbeelden.Dag, Voorbeelden.Moment, mutaties)
        );

    private async Task Lees(string afschrift)
    {
        var gelezen = await huis.Post("fien", "/v1/afschriften", afschrift, "application/xml");
        Assert.True(gelezen.Status == 200, gelezen.Inhoud.ToString());
    }

    private async Task<JsonElement> Aansluiting() => (await huis.Haal("cor", "/v1/bankaansluiting")).Inhoud;

    private async Task<int> Gaten(string kenmerk) =>
        (await Aansluiting()).GetProperty("gaten").EnumerateArray().Count(g => g.Veld("kenmerk") == kenmerk);

    private async Task<JsonElement> Beeld(string kenmerk) =>
        (await huis.Haal("cor", "/v1/afschriften")).Inhoud.EnumerateArray().Single(a => a.Veld("kenmerk") == kenmerk);

    private static decimal Bedrag(JsonElement van, string naam) => decimal.Parse(van.Veld(naam), CultureInfo.InvariantCulture);
}
