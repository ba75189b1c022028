using NodaTime;
using SlimRegeling.Aanvragen.Aanvulling;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

public class BehandelingTests
{
    private static readonly Volledigheid.Verzoek IsVolledig = new(true);

    [Fact]
    public void Een_volledige_aanvraag_telt_vanaf_haar_ontvangst()
    {
        var volledig = Volledigheid
            .Beslis(Na(Ingediend), IsVolledig, Beoordelaar, Regelstanden.Ongewijzigd, Later)
            .Gebeurde<AanvraagVolledig>();

        Assert.Equal(Binnen, volledig.VolledigOntvangenOp);
        Assert.Equal(Later, volledig.Op);
        Assert.False(volledig.Aangevuld);
    }

    [Fact]
    public void Twee_keer_volledig_is_een_keer_volledig() =>
        Assert.Same(
            Beslissing.Geen,
            Volledigheid.Beslis(Na(Ingediend, Volledig), IsVolledig, Beoordelaar, Regelstanden.Ongewijzigd, Later)
        );

    [Fact]
    public void Aanvulling_vragen_noemt_de_documenten_en_de_termijn()
    {
        var gevraagd = Volledigheid
            .Beslis(Na(Ingediend), new(false, [Documentcode.MkbVerklaring]), Beoordelaar, Regelstanden.Ongewijzigd, Later)
            .Gebeurde<AanvullingGevraagd>();

        Assert.Equal([Documentcode.MkbVerklaring], gevraagd.Ontbreekt);
        Assert.Equal(new LocalDate(2026, 5, 20), gevraagd.Uiterlijk);
    }

    [Fact]
    public void Wat_er_mis_is_met_wat_wel_kwam_staat_naast_de_gebeurtenis()
    {
        Aanvullingstoelichting? bewaard = null;
        var verzoek = new Volledigheid.Verzoek(
            false,
            [Documentcode.MkbVerklaring, Documentcode.Begroting],
            new Dictionary<string, string>
            {
                [Documentcode.MkbVerklaring] = " De handtekening\r\nontbreekt. ",
                [Documentcode.Begroting] = "  ",
            }
        );

        var gevraagd = Volledigheid
            .Beslis(
                Na(Ingediend),
                verzoek,
                Beoordelaar,
                Regelstanden.Ongewijzigd,
                Later,
                bewaar: geschreven =>
                {
                    bewaard = geschreven;
                    return Bewaard;
                }
            )
            .Gebeurde<AanvullingGevraagd>();

        Assert.Equal(Bewaard, gevraagd.Toelichting);
        Assert.Equal(KeyValuePair.Create(Documentcode.MkbVerklaring, "De handtekening\nontbreekt."), Assert.Single(bewaard!.Teksten));
        var bericht = Assert.IsType<AanvullingGevraagdBericht>(Assert.Single(Uitgaand.Berichten(Zaak, gevraagd)));
        Assert.Equal(Bewaard.Hash, bericht.Toelichtinghash);
    }

    [Fact]
    public void Wat_er_mis_is_gaat_nooit_verloren_zonder_dat_het_gezegd_wordt()
    {
        Dictionary<string, string> Bij(string tekst) => new() { [Documentcode.MkbVerklaring] = tekst };
        void Geweigerd(Aanvraag aanvraag, Volledigheid.Verzoek verzoek) =>
            Assert.Contains(
                Volledigheid.Beslis(aanvraag, verzoek, Beoordelaar, Regelstanden.Ongewijzigd, Later).Geweigerd("onjuiste-invoer").Fouten,
                f => f.Veld == $"toelichting.{Documentcode.MkbVerklaring}"
            );
        var aangevuld = new AanvraagAangevuld(
            Tijdvak.Id,
            Ingediend.Regelversie,
            "",
            Ingediend.Gevraagd,
            Ingediend.Activiteiten,
            Bewaard,
            null,
            Later
        );

        Geweigerd(Na(Ingediend), new(false, [Documentcode.Begroting], Bij("Niet gevraagd.")));
        Geweigerd(Na(Ingediend), new(false, [Documentcode.MkbVerklaring], Bij(new string('x', 1_001))));
        Geweigerd(Na(Ingediend), new(true, null, Bij("Toch volledig.")));
        Geweigerd(Na(Ingediend, Gevraagd, Verzonden, aangevuld), new(false, [Documentcode.MkbVerklaring], Bij("Er gaat geen brief meer.")));
    }

    [Fact]
    public void Onvolledig_zonder_of_met_een_onbekend_document_is_onjuist()
    {
        Volledigheid.Beslis(Na(Ingediend), new(false), Beoordelaar, Regelstanden.Ongewijzigd, Later).Geweigerd("onjuiste-invoer");
        var weigering = Volledigheid
            .Beslis(Na(Ingediend), new(false, ["paspoort"]), Beoordelaar, Regelstanden.Ongewijzigd, Later)
            .Geweigerd("onjuiste-invoer");
        Assert.Equal("ontbreekt[0]", Assert.Single(weigering.Fouten).Veld);
        Volledigheid
            .Beslis(Na(Ingediend), new(true, [Documentcode.MkbVerklaring]), Beoordelaar, Regelstanden.Ongewijzigd, Later)
            .Geweigerd("onjuiste-invoer");
    }

    [Theory]
    [InlineData("slim-2026", Aanvragertype.MkbOnderneming, Documentcode.BewijsRekening, true)]
    [InlineData("slim-2026", Aanvragertype.MkbOnderneming, Documentcode.Machtiging, true)]
    [InlineData("slim-2026", Aanvragertype.MkbOnderneming, Documentcode.Samenwerkingsovereenkomst, false)]
    [InlineData("slim-2026", Aanvragertype.Samenwerkingsverband, Documentcode.Samenwerkingsovereenkomst, true)]
    [InlineData("slim-2022", Aanvragertype.MkbOnderneming, Documentcode.BewijsRekening, false)]
    [InlineData("slim-2024", Aanvragertype.MkbOnderneming, Documentcode.BewijsRekening, true)]
    [InlineData("slim-2024", Aanvragertype.Grootbedrijf, Documentcode.BewijsRekening, false)]
    public void Aanvulling_vraag_je_alleen_van_wat_bij_de_aanvraag_hoort(string versie, string type, string document, bool hoort)
    {
        var ingediend = Na(Ingediend with { Regelversie = versie, Aanvragertype = type });

        var beslissing = Volledigheid.Beslis(ingediend, new(false, [document]), Beoordelaar, Regelstanden.Ongewijzigd, Later);

        if (hoort)
        {
            Assert.Equal([document], beslissing.Gebeurde<AanvullingGevraagd>().Ontbreekt);
        }
        else
        {
            var fout = Assert.Single(beslissing.Geweigerd("onjuiste-invoer").Fouten);
            Assert.StartsWith($"'{document}' is geen document dat bij deze aanvraag hoort.", fout.Uitleg, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Volledigheid_beoordeel_je_alleen_van_een_lopende_aanvraag()
    {
        Volledigheid.Beslis(Na(), IsVolledig, Beoordelaar, Regelstanden.Ongewijzigd, Later).Geweigerd("niet-ingediend");
        Volledigheid
            .Beslis(
                Na(Ingediend, new AanvraagIngetrokken(Tijdvak.Id, null, Binnen)),
                IsVolledig,
                Beoordelaar,
                Regelstanden.Ongewijzigd,
                Later
            )
            .Geweigerd("niet-ingediend");
        Volledigheid
            .Beslis(Na(Ingediend, Gevraagd), IsVolledig, Beoordelaar, Regelstanden.Ongewijzigd, Later)
            .Geweigerd("wacht-op-aanvulling");
    }

    [Fact]
    public void Van_een_zaak_van_een_collega_zegt_een_ander_niet_of_zij_volledig_is()
    {
        var vanCollega = Na(Ingediend, new AanvraagToegewezen("beoordelaar-2", Later));

        foreach (var verzoek in (Volledigheid.Verzoek[])[IsVolledig, new(false, [Documentcode.Begroting])])
        {
            var weigering = Volledigheid
                .Beslis(vanCollega, verzoek, Beoordelaar, Regelstanden.Ongewijzigd, Later)
                .Geweigerd("van-andere-beoordelaar");
            Assert.Equal(403, weigering.Status);
            Assert.Contains("beoordelaar-2", weigering.Uitleg, StringComparison.Ordinal);
        }
        var terug = Pas(vanCollega, new AanvraagTeruggegeven("beoordelaar-2", Later));
        foreach (var eigen in (Aanvraag[])[Na(Ingediend, Toegewezen), terug])
        {
            Volledigheid.Beslis(eigen, IsVolledig, Beoordelaar, Regelstanden.Ongewijzigd, Later).Gebeurde<AanvraagVolledig>();
        }
    }

    [Fact]
    public void Intrekken_kan_tot_de_beoordeling()
    {
        Assert.Equal(Tijdvak.Id, Intrekken.Beslis(Na(Ingediend), () => null, Later).Gebeurde<AanvraagIngetrokken>().Tijdvak);
        Assert.Equal(Bewaard, Intrekken.Beslis(Na(Ingediend, Volledig), () => Bewaard, Later).Gebeurde<AanvraagIngetrokken>().Reden);
        Intrekken.Beslis(Na(), Nooit, Later).Geweigerd("niet-ingediend");
        var beoordeeld = Intrekken.Beslis(BeoordelenTests.Beoordeeld(), Nooit, Later).Geweigerd("al-beoordeeld");
        Assert.Contains($"/v1/verleningen/{Zaak}/intrekking", beoordeeld.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void Na_het_besluit_hoort_wie_intrekt_wat_nog_kan()
    {
        var dag = new LocalDate(2026, 6, 22);
        Weigering Na_(Besluitsoort soort) =>
            Intrekken
                .Beslis(
                    Pas(Na(Ingediend, Volledig), new BesluitVernomen(KvkNummer, new Besluit(soort, $"{Zaak}-V1", dag, 1m), Later)),
                    Nooit,
                    Later
                )
                .Geweigerd("al-besloten");

        Assert.Contains("maak dan bezwaar", Na_(Besluitsoort.Afwijzing).Uitleg, StringComparison.Ordinal);
        Assert.Contains(Uitvoerder.Schrijf($"{Zaak}-V1"), Na_(Besluitsoort.Verlening).Uitleg, StringComparison.Ordinal);
        Assert.Contains("22 juni 2026", Na_(Besluitsoort.Vaststelling).Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void Wie_bij_het_besluit_intrekt_is_hier_een_keer_ingetrokken_en_telt_na_de_horizon()
    {
        var bericht = new AanvraagIngetrokkenBericht(Zaak, Tijdvak.Id, KvkNummer, Later);
        var ingetrokken = BijAanvraagIngetrokken.Beslis(BeoordelenTests.Beoordeeld(), bericht, Later).Gebeurde<AanvraagIngetrokken>();

        Assert.Equal((Tijdvak.Id, Later, true), (ingetrokken.Tijdvak, ingetrokken.Op, ingetrokken.BijBesluit));
        Assert.Equal(
            new AanvraagVervallenBericht(Zaak, Tijdvak.Id, "ingetrokken-bij-besluit", Later),
            Assert.Single(Uitgaand.Berichten(Zaak, ingetrokken))
        );
        var stand = Pas(BeoordelenTests.Beoordeeld(), ingetrokken);
        Assert.Equal(Status.Ingetrokken, stand.Status);
        Assert.Same(Beslissing.Geen, BijAanvraagIngetrokken.Beslis(stand, bericht, Later));
        // The proposal that was sent back while it was withdrawn opens nothing.
        var terug = new VoorstelTeruggezondenBericht(Zaak, Tijdvak.Id, "hash", Later);
        Assert.Same(Beslissing.Geen, BijVoorstelTeruggezonden.Beslis(stand, terug));
        BijAanvraagIngetrokken
            .Beslis(Pas(BeoordelenTests.Beoordeeld(), new TerugzendingVernomen("hash", Later)), bericht, Later)
            .Gebeurde<AanvraagIngetrokken>();
    }

    [Fact]
    public void Twee_keer_intrekken_is_een_keer_intrekken() =>
        Assert.Same(Beslissing.Geen, Intrekken.Beslis(Na(Ingediend, new AanvraagIngetrokken(Tijdvak.Id, null, Binnen)), Nooit, Later));

    [Fact]
    public void De_horizon_gaat_alleen_vooruit()
    {
        var ontvangst = new Ontvangst().Apply(OntvangenTotZeggen.Beslis(null, Binnen, 3, Later).Gebeurde<OntvangenTot>());

        Assert.Equal((Binnen, 3), (ontvangst.Tot, ontvangst.Aantal));
        Assert.Same(Beslissing.Geen, OntvangenTotZeggen.Beslis(ontvangst, Binnen, 3, Later));
        OntvangenTotZeggen.Beslis(ontvangst, Binnen + Duration.Epsilon, 3, Later).Gebeurde<OntvangenTot>();
    }

    private static Verwijzing? Nooit() => throw new InvalidOperationException("Nothing is withdrawn.");
}
