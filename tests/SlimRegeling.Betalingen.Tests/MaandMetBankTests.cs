using System.Text;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Platform.Tijd;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>A month closes when what moved on the bank account is booked, and knowingly while a statement is missing.</summary>
public sealed class MaandMetBankTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private const string Uitleg = "De bank zoekt het afschrift nog.";

    private static Instant Nu => new Moment(SystemClock.Instance).Nu;

    [Fact]
    public async Task Een_maand_sluit_niet_met_open_bankregels_en_alleen_met_een_toelichting_als_er_een_afschrift_ontbreekt()
    {
        var maand = new LocalDate(Moment.Dag(Nu).Year, Moment.Dag(Nu).Month, 1).PlusMonths(-1);
        var laatste = maand.PlusMonths(1).PlusDays(-1);
        var pad = $"/v1/boekmaanden/{YearMonthPattern.Iso.Format(maand.ToYearMonth())}";
        var verslag = await Lees("MAAND-1", 100.00m, laatste, new Bankmutatie(50.00m, Af: false, "NOTPROVIDED", "van wie?"));
        var regel = verslag.Inhoud.GetProperty("ongekoppeld")[0].Veld("bankregel");
        // What moved after it does not stand in its way.
        await Lees("MAAND-2", 150.00m, laatste.PlusDays(1), new Bankmutatie(1.00m, Af: false, "NOTPROVIDED", "later"));

        Assert.Equal("bankregels-open", (await huis.Post("cor", $"{pad}/afsluiting", "{}")).Probleem);
        const string tussen = """{"afhandeling":"tussenrekening","toelichting":"Nog niet bekend."}""";
        Assert.Equal(200, (await huis.Post("fien", $"/v1/bankregels/{regel}/voorstel", tussen)).Status);
        Assert.Equal("bankregels-open", (await huis.Post("cor", $"{pad}/afsluiting", "{}")).Probleem);
        Assert.Equal(200, (await huis.Bevestig("cor", regel)).Status);
        Assert.Equal(200, (await huis.Post("cor", $"{pad}/afsluiting", "{}")).Status);

        await Lees("MAAND-0", 9_999.00m, laatste);
        Assert.Equal("intussen-een-gat", (await huis.BevestigMaand("anna", pad)).Probleem);
        var zonder = await huis.Post("cor", $"{pad}/afsluiting", "{}");
        Assert.Equal((422, "toelichting"), (zonder.Status, zonder.Inhoud.GetProperty("fouten")[0].Veld("veld")));
        Assert.Equal(200, (await huis.Post("cor", $"{pad}/afsluiting", $$"""{"toelichting":"{{Uitleg}}"}""")).Status);
        var gesloten = Assert.Single((await huis.Haal("anna", "/v1/boekmaanden")).Inhoud.EnumerateArray());
        Assert.Equal((1, Uitleg), (gesloten.GetProperty("gaten").GetInt32(), gesloten.Veld("toelichting")));
        Assert.Equal(200, (await huis.BevestigMaand("anna", pad)).Status);
    }

    private async Task<Gekregen> Lees(string kenmerk, decimal begin, LocalDate dag, params IReadOnlyList<Bankmutatie> mutaties)
    {
        var afschrift = Voorbeeldbank.Schrijf(kenmerk, Voorbeelden.EigenIban, begin, dag, Nu, mutaties);
        var gelezen = await huis.Post("fien", "/v1/afschriften", Encoding.UTF8.GetString(afschrift), "application/xml");
        Assert.True(gelezen.Status == 200, gelezen.Inhoud.ToString());
        return gelezen;
    }
}
