namespace SlimRegeling.Regels.Tests;

public class RegelwijzigingTests
{
    private const string Bron = "Staatscourant 2026, 12345";

    private static readonly Regelversie Versie = Regelboek.Versie("slim-2026");

    [Fact]
    public void Een_wijziging_verandert_waarde_status_bron_en_hash_en_laat_het_bestand_met_rust()
    {
        var nieuw = Versie.Met([new("parameters", "afronding-verlening", "hele-euros-omlaag", Bron, "Besluit van de minister.")]);

        var parameter = nieuw.Parameters["afronding-verlening"];
        Assert.Equal(("hele-euros-omlaag", Status.Bevestigd, Bron), (parameter.Waarde, parameter.Status, parameter.Bron));
        Assert.Equal("Besluit van de minister.", parameter.Toelichting);
        Assert.Equal(Bron, nieuw.Bronnen[Bron]);
        Assert.Equal("hele-euros-omlaag", nieuw[Parameters.AfrondingVerlening]);
        Assert.DoesNotContain("afronding-verlening", nieuw.Onbevestigd);
        Assert.NotEqual(Versie.Hash, nieuw.Hash);

        Assert.Equal(
            ("centen", Status.Onbevestigd),
            (Versie.Parameters["afronding-verlening"].Waarde, Versie.Parameters["afronding-verlening"].Status)
        );
        Assert.Equal((Versie.Id, Versie.Vanaf, Versie.Vorige), (nieuw.Id, nieuw.Vanaf, nieuw.Vorige));
        Assert.Equal(Versie.AlleRegels.Count(), nieuw.AlleRegels.Count());
    }

    [Fact]
    public void Een_bevestiging_verandert_de_status_en_niet_de_hash()
    {
        var nieuw = Versie.Met([
            new("termijnen", "hersteltermijn", null, "UVB", null),
            new("feestdagen", "vrijdag-na-hemelvaart-2026", null, Bron, null),
        ]);

        Assert.Equal(Versie.Hash, nieuw.Hash);
        Assert.Equal(Versie.Onbevestigd.Except(["hersteltermijn", "vrijdag-na-hemelvaart-2026"]).Order(), nieuw.Onbevestigd.Order());
        Assert.Equal(Versie.Termijn(Termijncode.Hersteltermijn).Toelichting, nieuw.Termijn(Termijncode.Hersteltermijn).Toelichting);
        Assert.Equal(Versie.Bronnen.Count + 1, nieuw.Bronnen.Count);
    }

    [Fact]
    public void Een_getal_een_termijn_en_een_gedateerde_waarde_worden_gelezen_zoals_gewijzigd()
    {
        var nieuw = Versie.Met([
            new("parameters", "maximum-uurtarief-adviseur", "140.00", Bron, null),
            new("termijnen", "beslistermijn", "16", Bron, null),
            new("parameters", "de-minimis-plafond-visserij", "2014-01-01: 30000.00; 2026-06-01: 40000.00", Bron, null),
            new("parameters", "maximum-uurtarief-adviseur", "141.00", Bron, null),
        ]);

        Assert.Equal(141.00m, nieuw[Parameters.UurtariefAdviseur]);
        Assert.Equal((16, "weken"), (nieuw.Termijn("beslistermijn").Lengte, nieuw.Termijn("beslistermijn").Eenheid));
        Assert.Equal(30_000m, nieuw.Op(Parameters.DeMinimisVisserij, new(2026, 5, 31)));
        Assert.Equal(40_000m, nieuw.Op(Parameters.DeMinimisVisserij, new(2026, 6, 1)));
        Assert.Equal(135.00m, Versie[Parameters.UurtariefAdviseur]);
    }

    [Fact]
    public void Zonder_wijzigingen_is_het_dezelfde_versie_en_gelijke_wijzigingen_geven_gelijke_hash()
    {
        Regelwijziging[] wijziging = [new("parameters", "werkbare-uren", "1700", Bron, null)];

        Assert.Same(Versie, Versie.Met([]));
        Assert.Equal(Versie.Met(wijziging).Hash, Versie.Met(wijziging).Hash);
        Assert.Equal(Versie.Hash, Versie.Met([new("parameters", "werkbare-uren", "1720.00", Bron, null)]).Hash);
    }

    [Theory]
    [InlineData("een onbekende code", "parameters", "vakantiedagen", "3", "deze versie heeft geen regel met deze code")]
    [InlineData("een onbekende sectie", "boetes", "werkbare-uren", "3", "deze versie heeft geen regel met deze code")]
    [InlineData(
        "een regel uit een andere versie",
        "parameters",
        "bedrag-praktijkleerplaats",
        "2700.00",
        "deze versie heeft geen regel met deze code"
    )]
    [InlineData("tekst waar een getal hoort", "parameters", "werkbare-uren", "veel", "'veel' is geen getal van nul of meer")]
    [InlineData("een negatief getal", "parameters", "werkbare-uren", "-1", "'-1' is geen getal van nul of meer")]
    [InlineData("een komma", "parameters", "maximum-uurtarief-adviseur", "140,00", "'140,00' is geen getal")]
    [InlineData("tiende centen", "parameters", "maximum-uurtarief-adviseur", "140.005", "meer dan twee decimalen")]
    [InlineData("meer dan honderd procent", "parameters", "percentage-klein", "101", "'101' is meer dan 100 procent")]
    [InlineData("een onbekende keuze", "parameters", "afronding-verlening", "stuivers", "kies uit centen, hele-euros-omlaag")]
    [InlineData("een gedateerde waarde zonder dag", "parameters", "de-minimis-plafond-visserij", "40000.00", "geef per dag een waarde")]
    [InlineData(
        "een onbekende periode",
        "parameters",
        "de-minimis-periode",
        "2014-01-01: altijd",
        "kies uit drie-belastingjaren, 36-maanden"
    )]
    [InlineData(
        "een gedateerde waarde die later begint",
        "parameters",
        "de-minimis-plafond-visserij",
        "2024-01-01: 40000.00",
        "deze waarden beginnen later"
    )]
    [InlineData("delen door niets", "parameters", "werkbare-uren", "0", "'0' is minder dan 1")]
    [InlineData("meer geld dan er is", "parameters", "maximum-mkb-onderneming", "10000000000000.00", "is te groot")]
    [InlineData("een halve week", "termijnen", "beslistermijn", "12.5", "'12.5' is geen lengte")]
    [InlineData("een termijn van niets", "termijnen", "beslistermijn", "0", "'0' is geen lengte")]
    [InlineData("een lange termijn die zou verschuiven", "termijnen", "bezwaar", "13", "de Algemene termijnenwet geldt niet")]
    [InlineData("een waarde voor een grond", "gronden", "lopend-project", "ja", "deze regel heeft geen waarde")]
    public void Een_wijziging_wordt_geweigerd_om(string reden, string sectie, string code, string waarde, string melding)
    {
        var fout = Assert.Throws<RegelbestandException>(() => Versie.Met([new(sectie, code, waarde, Bron, null)]));

        Assert.True(fout.Fouten.Any(f => f.Contains(melding, StringComparison.Ordinal)), $"{reden}: {fout.Message}");
        Assert.Contains($"/{sectie}/{code}", fout.Message, StringComparison.Ordinal);
        Assert.Contains("slim-2026", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Een_wijziging_zonder_bron_wordt_geweigerd() =>
        Assert.Contains(
            "noem de bron",
            Assert.Throws<RegelbestandException>(() => Versie.Met([new("parameters", "werkbare-uren", null, " ", null)])).Message,
            StringComparison.Ordinal
        );
}
