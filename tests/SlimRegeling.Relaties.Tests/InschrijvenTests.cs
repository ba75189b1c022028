using System.Text.Json;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using static SlimRegeling.Relaties.Tests.Voorbeelden;

namespace SlimRegeling.Relaties.Tests;

public sealed class InschrijvenTests
{
    [Fact]
    public void Een_eerste_inschrijving_zegt_de_gegevens_en_rekening_een()
    {
        var berichten = Inschrijven
            .Beslis(null, Opgegeven(), Wie, Regelstanden.Ongewijzigd, Nu)
            .Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(Kvk, e))
            .ToList();

        Assert.Equal(
            [
                new OndernemingGewijzigdBericht(Kvk, Eerste.Id, Eerste.Hash, Nu),
                new RekeningGewijzigdBericht(Kvk, 1, Eerste.Id, Eerste.Hash, Wie, Nu),
            ],
            berichten
        );
    }

    [Fact]
    public void Nog_eens_hetzelfde_inschrijven_verandert_niets_en_bewaart_niets() =>
        Assert.Empty(
            Inschrijven
                .Beslis(
                    Ingeschreven(),
                    new(
                        "4120",
                        new(() => throw new InvalidOperationException(), Eerste),
                        new(() => throw new InvalidOperationException(), Eerste)
                    ),
                    Wie,
                    Regelstanden.Ongewijzigd,
                    Nu
                )
                .Gebeurtenissen
        );

    [Fact]
    public void Een_ander_adres_met_dezelfde_rekening_laat_de_rekening_met_rust()
    {
        var gebeurtenis = Assert.Single(
            Inschrijven
                .Beslis(Ingeschreven(), Opgegeven(zelfdeRekening: Eerste, nieuw: Tweede), Wie, Regelstanden.Ongewijzigd, Nu)
                .Gebeurtenissen
        );

        Assert.Equal(new GegevensGewijzigd(Tweede, "4120", Nu), gebeurtenis);
    }

    [Fact]
    public void Een_andere_rekening_krijgt_het_volgende_nummer_en_zegt_wie_haar_wijzigde()
    {
        var stand = Ingeschreven();

        var beslissing = RekeningWijzigen.Beslis(stand, new(() => Tweede, null), "persoon-2", Nu);

        Assert.Equal(new RekeningGewijzigd(2, Tweede, "persoon-2", Nu), Assert.Single(beslissing.Gebeurtenissen));
        Assert.Equal([1, 2], Volg(stand, beslissing).Rekeningen.Select(r => r.Volgnummer));
    }

    [Fact]
    public void Terug_naar_een_oude_rekening_is_ook_een_wijziging()
    {
        var stand = Volg(Ingeschreven(), RekeningWijzigen.Beslis(Ingeschreven(), new(() => Tweede, null), Wie, Nu));

        var beslissing = RekeningWijzigen.Beslis(stand, new(() => Eerste, Eerste), Wie, Nu);

        Assert.Equal(3, Assert.IsType<RekeningGewijzigd>(Assert.Single(beslissing.Gebeurtenissen)).Volgnummer);
    }

    [Fact]
    public void Zonder_inschrijving_is_er_geen_rekening_te_wijzigen()
    {
        var alleenSteun = Hoor(null, Verleend("SLIM-A", 1000.00m, "2026-06-22"));

        Assert.Equal("niet-ingeschreven", RekeningWijzigen.Beslis(alleenSteun, new(() => Tweede, null), Wie, Nu).Weigering?.Code);
    }

    [Fact]
    public void Gegevens_worden_bewaard_in_een_vaste_vorm()
    {
        var (gegevens, fouten) = new Ondernemingsgegevens(
            " De Troffel ",
            "Dorpsstraat 12",
            "3511ab",
            "Utrecht",
            ["41.20", "4321"]
        ).Controleer();
        var (rekening, _) = new Rekeninggegevens("nl91 abna 0417 1643 00", " De Troffel ").Controleer();

        Assert.Empty(fouten);
        Assert.True(gegevens!.Zelfde(new("De Troffel", "Dorpsstraat 12", "3511 AB", "Utrecht", ["4120", "4321"])));
        Assert.False(gegevens.Zelfde(gegevens with { SbiCodes = ["4321", "4120"] }));
        Assert.Equal(new Rekeninggegevens("NL91ABNA0417164300", "De Troffel"), rekening);
    }

    [Fact]
    public void Alle_foute_velden_worden_tegelijk_genoemd()
    {
        var (_, fouten) = new Ondernemingsgegevens("", "Straat\n1", "0123 AB", new string('x', 81), ["bouw"]).Controleer();

        Assert.Equal(["naam", "straat", "plaats", "postcode", "sbiCodes"], fouten.Select(f => f.Veld));
        Assert.All(fouten, f => Assert.EndsWith(".", f.Uitleg, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "Vul een IBAN in.")]
    [InlineData("NL92ABNA0417164300", "Het controlegetal van dit IBAN klopt niet. Controleer of er een tikfout in staat.")]
    [InlineData("US64SVBKUS6S3300958879", "Dit land doet niet mee aan SEPA. Geef een rekening op in een SEPA-land.")]
    public void Een_iban_dat_niet_klopt_wordt_geweigerd_met_de_reden(string iban, string uitleg)
    {
        var (rekening, fouten) = new Rekeninggegevens(iban, "De Troffel").Controleer();

        Assert.Null(rekening);
        Assert.Equal(new Fout("iban", uitleg, "2.8, eerste lid, onderdeel c"), Assert.Single(fouten));
    }

    [Fact]
    public void Niets_over_een_persoon_staat_in_een_gebeurtenis_of_bericht()
    {
        var json = string.Concat(
            Inschrijven
                .Beslis(null, Opgegeven(), Wie, Regelstanden.Ongewijzigd, Nu)
                .Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(Kvk, e).Append(e))
                .Select(x => JsonSerializer.Serialize(x, x.GetType(), Platform.Stromen.Json.Opties))
        );

        foreach (
            var gegeven in (string[])
                [
                    Voorbeelden.Gegevens.Naam,
                    Voorbeelden.Gegevens.Straat,
                    Voorbeelden.Gegevens.Postcode,
                    Voorbeelden.Rekening.Iban,
                    Voorbeelden.Rekening.Tenaamstelling,
                ]
        )
            Assert.DoesNotContain(gegeven, json, StringComparison.Ordinal);
    }

    [Fact]
    public void De_context_beschrijft_zich_en_elke_gebeurtenis_heeft_een_naam() =>
        Assert.Equal(
            [
                "briefwijze-gekozen",
                "contact-gewijzigd",
                "machtiging-beeindigd",
                "machtiging-geweigerd",
                "machtiging-verleend",
                "medewerker-aangemeld",
                "medewerker-geblokkeerd",
                "medewerker-gedeblokkeerd",
                "medewerkernaam-gegeven",
                "medewerkervoorstel-gedaan",
                "medewerkervoorstel-teruggezonden",
                "onderneming-ingeschreven",
                "ondernemingsgegevens-gewijzigd",
                "rekening-gewijzigd",
                "rol-ingetrokken",
                "rol-toegekend",
                "steun-bijgesteld",
                "steun-geregistreerd",
                "steunopgave-bevestigd",
                "steunopgave-gemaakt",
                "steunopgave-vervallen",
                "steunruimte-herrekend",
                "steunvaststelling-vernomen",
                "steunverlening-vernomen",
            ],
            Context.Van<RelatiesContext>().Gebeurtenisnamen.Keys.Order(StringComparer.Ordinal)
        );
}
