using System.Text.Json.Nodes;
using SlimRegeling.Host.Voorbeeldzaken;

namespace SlimRegeling.Host.Tests.Voorbeeldzaken;

public sealed class WaardenTests
{
    private static readonly Waarden Gegeven = new(
        JsonNode.Parse("""{ "zaak": "SLIM-1", "uren": 40, "lijst": [{ "uren": "{uren}" }, { "uren": 2 }], "rond": "{rond}" }""")!.AsObject()
    );

    [Fact]
    public void Een_tekst_die_alleen_een_naam_is_wordt_die_waarde()
    {
        var gevuld = Gegeven.Vul(JsonNode.Parse("""{ "{zaak}": "{uren}", "tekst": "zaak {zaak}: {lijst/1/uren} uur" }"""));

        Assert.Equal("""{"SLIM-1":40,"tekst":"zaak SLIM-1: 2 uur"}""", gevuld!.ToJsonString());
    }

    [Fact]
    public void Een_onderdeel_van_een_lijst_heeft_eigen_waarden_die_blijven()
    {
        Gegeven.Elk("lijst")[0].Zet("zaak", "SLIM-2");

        Assert.Equal(["SLIM-2 40", "SLIM-1 2"], Gegeven.Elk("lijst").Select(w => w.Tekst("{zaak} {elk/uren}")));
        Assert.Equal("SLIM-1", Gegeven.Tekst("{zaak}"));
    }

    [Theory]
    [InlineData("{onbekend}", "'onbekend' is nergens gegeven of bewaard.")]
    [InlineData("{lijst/7}", "In 'lijst' staat niets op /7.")]
    [InlineData("{rond}", "'rond' verwijst naar zichzelf.")]
    public void Wat_er_niet_is_wordt_bij_naam_genoemd(string tekst, string uitleg) =>
        Assert.Equal(uitleg, Assert.Throws<Spelfout>(() => Gegeven.Tekst(tekst)).Message);
}

public sealed class AanwijzerTests
{
    private static readonly JsonNode Antwoord = JsonNode.Parse(
        """{ "saldi": [{ "rekening": "bank", "bedrag": "-1.00" }, { "rekening": "a/b", "bedrag": "2.00" }, { "rekening": "a/b" }], "leeg": null }"""
    )!;

    [Theory]
    [InlineData("/saldi/rekening=bank/bedrag", "-1.00")]
    [InlineData("/saldi/1/rekening", "a/b")]
    [InlineData("/saldi/#", "3")]
    public void Wijst_een_waarde_aan(string aanwijzer, string waarde)
    {
        Assert.True(Aanwijzer.Volg(Antwoord, aanwijzer, out var gevonden));
        Assert.Equal(waarde, gevonden!.ToString());
    }

    [Theory]
    [InlineData("/saldi/3")]
    [InlineData("/saldi/rekening=a~1b")]
    [InlineData("/saldi/rekening=kas/bedrag")]
    [InlineData("/leeg/dieper")]
    [InlineData("/anders")]
    public void Wijst_niets_aan(string aanwijzer) => Assert.False(Aanwijzer.Volg(Antwoord, aanwijzer, out _));
}
