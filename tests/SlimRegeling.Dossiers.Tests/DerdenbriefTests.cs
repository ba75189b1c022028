using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>The letters on an objection to others than the applicant: what they say, whose they are, and where they go.</summary>
public sealed class DerdenbriefTests
{
    private const string Bezwaar = Nummer + "-BZ1";

    private static readonly BezwaarBeslistBericht Beslist = new(
        Nummer,
        Bezwaar,
        Kvk,
        "slim-2026",
        Nummer + "-V1",
        "afwijzing",
        "derde",
        Bezwaar + "-1",
        Dag,
        "gegrond",
        Guid.Empty,
        "hash",
        ["bo-2", "mo-2"],
        Nu,
        Gevolg: "verlenen",
        NietGehoord: "wil-niet-gehoord",
        SubsidiabeleKosten: 18400.00m,
        Bedrag: 11040.00m
    );

    [Fact]
    public void Geen_brief_aan_een_ander_noemt_een_bedrag_of_een_zaak_op_de_website()
    {
        var soorten = Briefsoorten.Alle.Where(s => !s.Voorbeeld.NoemtOnderneming).ToList();

        Assert.Equal(5, soorten.Count);
        Assert.All(
            soorten,
            soort =>
            {
                var tekst = Tekst(soort.Voorbeeld);
                Assert.DoesNotContain("€", tekst, StringComparison.Ordinal);
                Assert.DoesNotContain("website", tekst, StringComparison.Ordinal);
                Assert.DoesNotContain("U krijgt alsnog", tekst, StringComparison.Ordinal);
                Assert.Contains("Postbus", tekst, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void De_beslissing_zegt_elk_wat_zij_is_en_wie_in_beroep_kan()
    {
        var indiener = Tekst(new() { Bezwaarbeslissing = Beslist, Ontvanger = Derden.Indiener });
        var partij = Tekst(new() { Bezwaarbeslissing = Beslist, Ontvanger = "partij-1" });

        foreach (var tekst in (string[])[indiener, partij])
        {
            Assert.Contains("Wij herroepen het besluit. De aanvrager krijgt alsnog subsidie.", tekst, StringComparison.Ordinal);
            Assert.Contains("Het plan is haalbaar.", tekst, StringComparison.Ordinal);
            Assert.Contains("tot en met 3 augustus 2026", tekst, StringComparison.Ordinal);
        }
        Assert.Contains("Uw bezwaar is gegrond.", indiener, StringComparison.Ordinal);
        Assert.Contains("U liet weten dat u niet wilde worden gehoord.", indiener, StringComparison.Ordinal);
        Assert.DoesNotContain("6:13", indiener, StringComparison.Ordinal);
        Assert.Contains("Dat bezwaar is gegrond.", partij, StringComparison.Ordinal);
        Assert.Contains("De indiener liet weten niet te willen worden gehoord.", partij, StringComparison.Ordinal);
        Assert.Contains("artikel 6:13 Awb", partij, StringComparison.Ordinal);
    }

    [Fact]
    public void De_uitnodiging_noemt_wie_zelf_bezwaar_maakte_en_wie_een_belang_heeft()
    {
        var uitnodiging = Briefsoorten.Zoek("bezwaar-hoorzitting-derde")!.Voorbeeld;

        Assert.Contains("waarom u het niet eens bent", Tekst(uitnodiging), StringComparison.Ordinal);
        Assert.Contains("U hebt daarbij een belang.", Tekst(uitnodiging with { Ontvanger = "partij-2" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Elk_heeft_een_eigen_brief_die_van_geen_onderneming_is_en_zegt_aan_wie_hij_ging()
    {
        var opdracht = new Briefopdracht { Bezwaarbeslissing = Beslist, Ontvanger = "partij-1" };
        Assert.Equal($"{Bezwaar}-1-beslissing-op-bezwaar-afschrift-partij-1", opdracht.Brief);
        Assert.Equal($"{Bezwaar}-1-beslissing-op-bezwaar", (opdracht with { Ontvanger = null }).Brief);

        var brief = Verzenden
            .Beslis(null, opdracht, null, Nu, naarPost: true)
            .Gebeurtenissen.Aggregate(new Brief { Id = opdracht.Brief }, (b, e) => Vouw.Volg(b, Opgeslagen(e)));
        Assert.Equal(("", true, "partij-1"), (brief.KvkNummer, brief.NaarPost, brief.Opdracht!.Ontvanger));
        var verzonden = new BriefVerzonden(Nummer, opdracht.Soort, opdracht.Besluit, Dag, Nu, opdracht.Ontvanger);
        Assert.Equal("partij-1", Assert.IsType<BriefVerzondenBericht>(Assert.Single(Uitgaand.Berichten(brief.Id, verzonden))).Ontvanger);
        // What the applicant's letter was read with is another text.
        Assert.Null((opdracht with { Bezwaarbeslissing = Beslist with { Brief = "hash" } }).Gelezen);
    }

    [Theory]
    [InlineData("Plein 2, 2511 CR Den Haag", "Plein 2|2511 CR Den Haag")]
    [InlineData("Plein 2\n2511 CR Den Haag", "Plein 2|2511 CR Den Haag")]
    [InlineData("Postbus 1", "Postbus 1|")]
    public void Wat_op_een_regel_is_overgetypt_komt_op_regels(string getypt, string regels)
    {
        var adres = Derden.Van(new("indiener", "Bram Buurman", getypt));

        Assert.Equal("Bram Buurman", adres.Naam);
        Assert.Equal(regels, $"{adres.Straat}|{$"{adres.Postcode} {adres.Plaats}".Trim()}");
    }

    private static string Tekst(Briefopdracht opdracht) =>
        Brieflezing.Lees(new(opdracht, Regelboek.Versie("slim-2026"), Dag, Motivering: new("Het plan is haalbaar.")));
}
