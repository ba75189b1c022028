using SlimRegeling.Aanvragen.Proefberekeningen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Tests.Proefberekeningen;

/// <summary>The examples of the contract, in the windows of each applicant type and under the rules of their time.</summary>
public sealed class ProefperVersieTests
{
    [Fact]
    public void In_2024_an_owner_counts_without_surcharge_and_the_maximum_lowers_the_amount()
    {
        var antwoord = Mkb(
            "2024-03-mkb",
            """
            {"soort":"A","externeUren":[{"uren":165,"uurtarief":"135.00"}]},
            {"soort":"C","eigenUren":[{"uren":157.5,"brutojaarloon":"56000.00","eigenaar":true}]}
            """
        );
        Assert.Equal((31_513.68m, 80m), (antwoord.SubsidiabeleKosten, antwoord.Percentage));
        Assert.Equal((24_999.00m, true, 12_499.50m), (antwoord.Subsidiebedrag, antwoord.MaximumToegepast, antwoord.Voorschot));
        Assert.Contains(antwoord.Berekening, r => r.Bedrag == 5_128.20m);
    }

    [Theory]
    [InlineData("2023-03-mkb", true, 11_500.00)]
    [InlineData("2023-03-mkb", false, 7_187.50)]
    [InlineData("2024-03-mkb", true, 7_762.50)]
    [InlineData("2024-03-mkb", false, 7_762.50)]
    public void Until_2023_a_rate_above_the_cap_counts_when_it_is_that_of_the_market(string tijdvak, bool marktconform, decimal kosten)
    {
        var uren = $$"""{"uren":50,"uurtarief":"200.00","marktconform":{{(marktconform ? "true" : "false")}}}""";
        Assert.Equal(kosten, Mkb(tijdvak, $$"""{"soort":"A","externeUren":[{{uren}}]}""").SubsidiabeleKosten);
    }

    [Fact]
    public void Careers_advice_was_costed_before_2024()
    {
        const string Advies = """{"soort":"B","trajecten":10,"externeUren":[{"uren":50,"uurtarief":"125.00"}]}""";
        var toen = Mkb("2021-03-mkb", Advies);
        Assert.Equal((7_187.50m, 5_750.00m), (toen.SubsidiabeleKosten, toen.Subsidiebedrag));
        var nu = Mkb("2024-03-mkb", Advies);
        Assert.Equal((0.00m, 7_000.00m), (nu.SubsidiabeleKosten, nu.Subsidiebedrag));
    }

    [Fact]
    public void Work_placements_ended_and_then_make_the_whole_ineligible()
    {
        const string Plaatsen = """{"soort":"D","praktijkleerplaatsen":2}""";
        var toen = Mkb("2023-03-mkb", Plaatsen);
        Assert.Equal(("subsidiabel", 5_400.00m), (toen.Uitkomst, toen.Subsidiebedrag));
        foreach (var beside in new[] { "", """,{"soort":"A","overigeExterneKosten":"10000.00"}""" })
        {
            var nu = Mkb("2026-04-mkb", Plaatsen + beside);
            Assert.Equal(("nietSubsidiabel", 0.00m, 0.00m), (nu.Uitkomst, nu.Subsidiebedrag, nu.Voorschot));
        }
    }

    [Fact]
    public void A_large_enterprise_of_the_three_sectors_could_apply_until_2024()
    {
        var toen = Groot("2023-06-groot", "5610");
        Assert.Equal(("subsidiabel", "groot", 60m, 69_000.00m), (toen.Uitkomst, toen.Grootteklasse, toen.Percentage, toen.Subsidiebedrag));
        var elders = Groot("2023-06-groot", "4321");
        Assert.Equal(("nietSubsidiabel", 0.00m), (elders.Uitkomst, elders.Subsidiebedrag));
        var nu = Groot("2025-03-mkb", "5610");
        Assert.Equal(("nietSubsidiabel", 0m, 0.00m), (nu.Uitkomst, nu.Percentage, nu.Subsidiebedrag));
        Assert.Equal("nietVoldaan", nu.Toetsen.Single(t => t.Code == Eiscode.Aanvragertype).Uitkomst);
    }

    [Fact]
    public void A_partnership_that_needs_an_auditors_report_gets_a_fixed_amount_for_it_on_top()
    {
        var antwoord = Proef.Reken(Proef.Samenwerkingsverband);
        Assert.Equal((236_325.00m, 60m, 144_795.00m), (antwoord.SubsidiabeleKosten, antwoord.Percentage, antwoord.Subsidiebedrag));
        Assert.Equal((36_198.75m, false, "subsidiabel"), (antwoord.Voorschot, antwoord.MaximumToegepast, antwoord.Uitkomst));
    }

    // 600,000 of costs are 414,000 of subsidy and 3,000 for the report; half of it is 208,500.
    [Theory]
    [InlineData("600000.00", "300000.00", "150000.00", 408_499.99)]
    // 1,000,000 of costs stop at 500,000; of 40, 40 and 20 percent two come at the limit of a party.
    [InlineData("1000000.00", "400000.00", "400000.00", 499_999.98)]
    public void What_one_party_may_not_have_goes_to_nobody(string kosten, string eerste, string tweede, decimal subsidie)
    {
        var rest = decimal.Parse(kosten, Inv) - decimal.Parse(eerste, Inv) - decimal.Parse(tweede, Inv);
        var antwoord = Samen(kosten, eerste, tweede, rest.ToString("0.00", Inv));
        Assert.Equal((subsidie, true), (antwoord.Subsidiebedrag, antwoord.MaximumToegepast));
    }

    [Fact]
    public void A_party_that_bears_more_than_its_share_makes_the_whole_ineligible()
    {
        Assert.Equal("subsidiabel", Samen("250000.00", "200000.00", "25000.00", "25000.00").Uitkomst);
        var antwoord = Samen("250000.00", "200000.01", "24999.99", "25000.00");
        Assert.Equal("nietVoldaan", antwoord.Toetsen.Single(t => t.Code == Eiscode.AandeelPartij).Uitkomst);
        Assert.Equal("nietSubsidiabel", antwoord.Uitkomst);
    }

    [Fact]
    public void Parties_that_are_linked_are_no_partnership()
    {
        var antwoord = Proef.Reken(Proef.Met(Proef.Samenwerkingsverband, "aanvrager.deelnemers[1].verbondenMet", """["33333333"]"""));
        Assert.Equal("nietVoldaan", antwoord.Toetsen.Single(t => t.Code == Eiscode.MkbPartijen).Uitkomst);
    }

    [Fact]
    public void Every_applicant_type_is_answered_in_every_window()
    {
        foreach (var tijdvak in Regels.Aanvraagtijdvakken.Alle)
        {
            foreach (var type in new[] { Aanvragertype.MkbOnderneming, Aanvragertype.Grootbedrijf, Aanvragertype.Samenwerkingsverband })
            {
                // Costs at the rate that every version takes.
                var json =
                    type == Aanvragertype.Samenwerkingsverband
                        ? Proef.Met(Proef.Samenwerkingsverband, "activiteiten", """[{"soort":"C","overigeExterneKosten":"205500.00"}]""")
                        : Proef.Met(Proef.Onderneming, "aanvrager.type", $"\"{type}\"");
                var antwoord = Proef.Reken(Proef.Met(json, "tijdvak", $"\"{tijdvak.Id}\""));
                Assert.Equal((tijdvak.Id, tijdvak.Regelversie), (antwoord.Tijdvak, antwoord.Regelversie));
                if (type != tijdvak.Aanvragertype)
                {
                    Assert.Equal("nietVoldaan", antwoord.Toetsen.Single(t => t.Code == Eiscode.Aanvragertype).Uitkomst);
                }
                else if (type == Aanvragertype.Samenwerkingsverband)
                {
                    Assert.Equal("subsidiabel", antwoord.Uitkomst);
                }
            }
        }
    }

    private static readonly IFormatProvider Inv = System.Globalization.CultureInfo.InvariantCulture;

    private static Proefberekenen.Antwoord Mkb(string tijdvak, string activiteiten) =>
        Proef.Reken(
            $$"""
            {"tijdvak":"{{tijdvak}}",
             "aanvrager":{"type":"mkb-onderneming","werkzamePersonen":12,"jaaromzet":"1500000.00","balanstotaal":"800000.00","sbiCodes":["4321"]},
             "activiteiten":[{{activiteiten}}]}
            """
        );

    private static Proefberekenen.Antwoord Groot(string tijdvak, string sbi) =>
        Proef.Reken(
            $$"""
            {"tijdvak":"{{tijdvak}}",
             "aanvrager":{"type":"grootbedrijf","werkzamePersonen":400,"jaaromzet":"90000000.00","balanstotaal":"60000000.00","sbiCodes":["{{sbi}}"]},
             "activiteiten":[{"soort":"A","overigeExterneKosten":"100000.00"}]}
            """
        );

    private static Proefberekenen.Antwoord Samen(string kosten, string eerste, string tweede, string derde)
    {
        var json = Proef.Met(Proef.Samenwerkingsverband, "activiteiten", $$"""[{"soort":"C","overigeExterneKosten":"{{kosten}}"}]""");
        string[] aandelen = [eerste, tweede, derde];
        for (var i = 0; i < aandelen.Length; i++)
        {
            json = Proef.Met(json, $"aanvrager.deelnemers[{i}].aandeelKosten", $"\"{aandelen[i]}\"");
        }
        return Proef.Reken(json);
    }
}
