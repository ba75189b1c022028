using System.Text.Json;
using NodaTime;
using SlimRegeling.Aanvragen.Proefberekeningen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Tests.Proefberekeningen;

/// <summary>What a plan would yield, as the contract of the answer says it.</summary>
public sealed class ProefberekenenTests
{
    private const string Klein =
        """ "aanvrager":{"type":"mkb-onderneming","werkzamePersonen":12,"jaaromzet":"1500000.00","balanstotaal":"800000.00","sbiCodes":["4321"]} """;

    [Fact]
    public void External_costs_and_wages_with_the_surcharge_give_sixty_percent()
    {
        var antwoord = Proef.Reken(
            $$"""
            {"tijdvak":"2026-04-mkb",{{Klein}},"activiteiten":[
              {"soort":"A","externeUren":[{"uren":80,"uurtarief":"125.00"}]},
              {"soort":"C","eigenUren":[{"uren":100,"brutojaarloon":"39090.91"}]}]}
            """
        );

        Assert.Equal(("2026-04-mkb", "slim-2026", "subsidiabel"), (antwoord.Tijdvak, antwoord.Regelversie, antwoord.Uitkomst));
        Assert.Equal("klein", antwoord.Grootteklasse);
        Assert.Equal((14_950.00m, 60m, 8_970.00m), (antwoord.SubsidiabeleKosten, antwoord.Percentage, antwoord.Subsidiebedrag));
        Assert.Equal((4_485.00m, false), (antwoord.Voorschot, antwoord.MaximumToegepast));
        Assert.Contains(antwoord.Berekening, r => r.Bedrag == 13_000.00m);
        Assert.All(antwoord.Berekening, r => Assert.NotEmpty(r.Artikel));
        Assert.All(antwoord.Toetsen, t => Assert.Contains(t.Uitkomst, (string[])["voldaan", "nietVanToepassing", "nietBeoordeeld"]));
    }

    [Fact]
    public void Careers_advice_has_a_fixed_amount()
    {
        var antwoord = Proef.Reken($$"""{"tijdvak":"2026-04-mkb",{{Klein}},"activiteiten":[{"soort":"B","trajecten":10}]}""");
        Assert.Equal((0.00m, 7_000.00m), (antwoord.SubsidiabeleKosten, antwoord.Subsidiebedrag));
    }

    [Theory]
    [InlineData("4347.82", "nietSubsidiabel", 0.00)]
    [InlineData("4347.83", "subsidiabel", 3000.00)]
    public void Below_the_minimum_nothing_is_eligible(string kosten, string uitkomst, decimal subsidie)
    {
        var antwoord = Proef.Reken(
            $$"""{"tijdvak":"2026-04-mkb",{{Klein}},"activiteiten":[{"soort":"A","overigeExterneKosten":"{{kosten}}"}]}"""
        );
        Assert.Equal((uitkomst, subsidie), (antwoord.Uitkomst, antwoord.Subsidiebedrag));
        Assert.Equal(
            uitkomst == "subsidiabel" ? "voldaan" : "nietVoldaan",
            antwoord.Toetsen.Single(t => t.Code == Eiscode.MinimumKosten).Uitkomst
        );
    }

    [Fact]
    public void What_the_window_does_not_allow_is_an_answer_and_no_error()
    {
        var antwoord = Proef.Reken(Proef.Onderneming);
        Assert.Equal("nietSubsidiabel", antwoord.Uitkomst);
        Assert.Equal((0.00m, 0.00m), (antwoord.Subsidiebedrag, antwoord.Voorschot));
        Assert.Equal("nietVoldaan", antwoord.Toetsen.Single(t => t.Code == Eiscode.Activiteitsoort).Uitkomst);
    }

    [Fact]
    public void An_enterprise_that_is_too_large_has_no_percentage()
    {
        var antwoord = Proef.Reken(Proef.Met(Proef.Onderneming, "aanvrager.werkzamePersonen", "250"));
        Assert.Equal(("groot", 0m, "nietSubsidiabel"), (antwoord.Grootteklasse, antwoord.Percentage, antwoord.Uitkomst));
    }

    [Fact]
    public void Who_computes_in_a_window_for_others_is_told()
    {
        var antwoord = Proef.Reken(Proef.Met(Proef.Onderneming, "aanvrager.type", "\"grootbedrijf\""));
        Assert.Equal("nietSubsidiabel", antwoord.Uitkomst);
        Assert.Equal("nietVoldaan", antwoord.Toetsen.Single(t => t.Code == Eiscode.Aanvragertype).Uitkomst);
    }

    [Theory]
    [InlineData("292000.00", "2026-05-04", "8000.00", "voldaan")]
    [InlineData("300000.00", "2026-05-04", "0.00", "nietVoldaan")]
    [InlineData("300000.00", "2026-05-05", "8970.00", "voldaan")]
    [InlineData("300000.00", "2023-05-04", "8970.00", "voldaan")]
    public void Aid_counts_up_to_the_closing_day_of_the_window(string steun, string verleendOp, string subsidie, string uitkomst)
    {
        var antwoord = Proef.Reken(
            $$"""
            {"tijdvak":"2026-04-mkb",
             "aanvrager":{"type":"mkb-onderneming","werkzamePersonen":12,"jaaromzet":"1500000.00","balanstotaal":"800000.00",
               "sbiCodes":["4321"],"deMinimissteun":[{"bedrag":"{{steun}}","verleendOp":"{{verleendOp}}"}]},
             "activiteiten":[{"soort":"A","overigeExterneKosten":"13000.00"}]}
            """
        );
        Assert.Equal(
            subsidie,
            JsonSerializer.SerializeToElement(antwoord, Platform.Stromen.Json.Opties).GetProperty("subsidiebedrag").GetString()
        );
        Assert.Equal(uitkomst, antwoord.Toetsen.Single(t => t.Code == Eiscode.DeMinimisruimte).Uitkomst);
    }

    [Theory]
    [InlineData("", "nietBeoordeeld")]
    [InlineData(""","deMinimissteun":[]""", "voldaan")]
    public void Aid_that_is_not_told_is_not_judged(string steun, string uitkomst)
    {
        var antwoord = Proef.Reken(
            $$"""
            {"tijdvak":"2026-04-mkb",
             "aanvrager":{"type":"mkb-onderneming","werkzamePersonen":12,"jaaromzet":"1500000.00","balanstotaal":"800000.00","sbiCodes":["4321"]{{steun}}},
             "activiteiten":[{"soort":"A","overigeExterneKosten":"13000.00"}]}
            """
        );
        Assert.Equal(uitkomst, antwoord.Toetsen.Single(t => t.Code == Eiscode.DeMinimisruimte).Uitkomst);
        Assert.Equal("subsidiabel", antwoord.Uitkomst);
    }

    [Fact]
    public void The_answer_has_exactly_the_fields_of_the_contract()
    {
        var antwoord = JsonSerializer.SerializeToElement(Proef.Reken(Proef.Onderneming), Platform.Stromen.Json.Opties);
        Assert.Equal(
            [
                "tijdvak",
                "regelversie",
                "uitkomst",
                "grootteklasse",
                "subsidiabeleKosten",
                "percentage",
                "subsidiebedrag",
                "maximumToegepast",
                "voorschot",
                "toetsen",
                "berekening",
                "onbevestigd",
            ],
            antwoord.EnumerateObject().Select(v => v.Name)
        );
        Assert.Equal(["code", "artikel", "uitkomst", "uitleg"], antwoord.GetProperty("toetsen")[0].EnumerateObject().Select(v => v.Name));
        Assert.Equal(["omschrijving", "bedrag", "artikel"], antwoord.GetProperty("berekening")[0].EnumerateObject().Select(v => v.Name));
    }

    [Fact]
    public void A_partnership_has_no_size_class_and_says_so_with_null()
    {
        var antwoord = JsonSerializer.SerializeToElement(Proef.Reken(Proef.Samenwerkingsverband), Platform.Stromen.Json.Opties);
        Assert.Equal(JsonValueKind.Null, antwoord.GetProperty("grootteklasse").ValueKind);
    }

    [Fact]
    public void What_no_source_confirms_is_named_when_it_can_matter_to_this_applicant()
    {
        Assert.Equal(
            ["afronding-verlening", "sbi-afdeling-landbouw", "sbi-afdeling-visserij", "sbi-wegvervoer", "de-minimis-plafond-wegvervoer"],
            Proef.Reken(Proef.Onderneming).Onbevestigd
        );
        var mkb = Onbevestigd(Proef.Onderneming, "mkb-onderneming");
        var groot = Onbevestigd(Proef.Onderneming, "grootbedrijf");
        var samen = Onbevestigd(Proef.Samenwerkingsverband, "samenwerkingsverband");
        Assert.All([mkb, groot, samen], codes => Assert.Contains("bedrag-praktijkleerplaats", codes));
        Assert.All([mkb, groot, samen], codes => Assert.Contains("praktijkleerplaatsen", codes));
        Assert.All([mkb, groot, samen], codes => Assert.DoesNotContain("nihil-vervalt-op", codes));
        Assert.All([mkb, groot, samen], codes => Assert.DoesNotContain("hersteltermijn", codes));
        Assert.Equal(
            ["voorschot-grootbedrijf", "sbi-grootbedrijf-landbouw", "sbi-grootbedrijf-horeca", "sbi-grootbedrijf-recreatie"],
            groot.Except(mkb)
        );
        Assert.Empty(mkb.Except(groot));
        Assert.Equal(
            [
                "maximum-landbouw-in-samenwerkingsverband",
                "maximum-visserij-in-samenwerkingsverband",
                "maximum-wegvervoer-in-samenwerkingsverband",
                "voorschot-samenwerkingsverband",
                "activiteit-c",
                "mkb-partijen",
                "activiteit-per-partij",
            ],
            samen.Except(mkb)
        );

        static IReadOnlyList<string> Onbevestigd(string json, string type)
        {
            var toen = Proef.Met(json, "activiteiten", """[{"soort":"C","overigeExterneKosten":"205500.00"}]""");
            toen = Proef.Met(Proef.Met(toen, "tijdvak", "\"2020-04-swv\""), "aanvrager.type", $"\"{type}\"");
            return Proef.Reken(toen).Onbevestigd;
        }
    }

    [Fact]
    public void The_rules_hold_as_they_were_changed_and_confirmed_by_now()
    {
        Regelstanden regels = new([
            Stap(1, Voorbeelden.Later, new Regelwijziging("parameters", "percentage-klein", "50", "Staatscourant", null)),
            Stap(2, Voorbeelden.Later, new Regelwijziging("parameters", "afronding-verlening", null, "Staatscourant", null)),
            Stap(
                3,
                Voorbeelden.Later + Duration.Epsilon,
                new Regelwijziging("parameters", "percentage-klein", "10", "Staatscourant", null)
            ),
        ]);
        var antwoord = Proef.Reken(
            $$"""{"tijdvak":"2026-04-mkb",{{Klein}},"activiteiten":[{"soort":"A","overigeExterneKosten":"13000.00"}]}""",
            regels
        );
        Assert.Equal((50m, 7_475.00m), (antwoord.Percentage, antwoord.Subsidiebedrag));
        Assert.DoesNotContain("afronding-verlening", antwoord.Onbevestigd);

        static Regelstap Stap(int nummer, Instant vanaf, Regelwijziging wijziging) => new("slim-2026", nummer, vanaf, wijziging);
    }

    [Fact]
    public void The_shares_of_the_parties_must_be_all_of_the_costs()
    {
        foreach (var aandeel in new[] { "65499.99", "65500.01" })
        {
            var weigering = Proef.Geweigerd(
                Proef.Met(Proef.Samenwerkingsverband, "aanvrager.deelnemers[0].aandeelKosten", $"\"{aandeel}\"")
            );
            Assert.Equal(422, weigering.Status);
            var fout = Assert.Single(weigering.Fouten);
            Assert.Equal("aanvrager.deelnemers", fout.Veld);
            Assert.Contains("€ 205.500,00", fout.Uitleg, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_examples_of_the_API_document_compute()
    {
        var voorbeeld = typeof(Proefverzoek).GetCustomAttributes(false).OfType<Platform.Api.VoorbeeldAttribute>().Single().Json;
        Assert.Equal(8_970.00m, Proef.Reken(voorbeeld).Subsidiebedrag);

        var deelnemers = typeof(Proefaanvrager)
            .GetProperty(nameof(Proefaanvrager.Deelnemers))!
            .GetCustomAttributes(false)
            .OfType<Platform.Api.VoorbeeldAttribute>()
            .Single()
            .Json;
        var samen = Proef.Met(
            Proef.Met(Proef.Samenwerkingsverband, "aanvrager.deelnemers", deelnemers),
            "activiteiten",
            """[{"soort":"C","overigeExterneKosten":"200000.00"}]"""
        );
        Assert.Equal(230_000.00m, Proef.Reken(samen).SubsidiabeleKosten);
    }
}
