using CsCheck;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

public class IndienenTests
{
    [Fact]
    public void De_zaak_vraagt_11040()
    {
        var ingediend = Indienen
            .Beslis(Ingevuld, Tijdvak, null, () => Bewaard, Regelstanden.Ongewijzigd, Binnen)
            .Gebeurde<AanvraagIngediend>();

        Assert.Equal(11_040.00m, ingediend.Gevraagd);
        Assert.Equal(["A", "C"], ingediend.Activiteiten);
        Assert.Equal("slim-2026", ingediend.Regelversie);
        Assert.Equal(KvkNummer, ingediend.KvkNummer);
        Assert.Equal(Binnen, ingediend.Op);
    }

    [Fact]
    public void Nog_een_keer_indienen_verandert_niets_en_bewaart_niets()
    {
        var ontvangen = Ingevuld with { Ontvangen = new Ontvangstbewijs(Zaak, Binnen, 11_040.00m), Formulier = new Formulier() };

        var beslissing = Indienen.Beslis(
            ontvangen,
            Tijdvak,
            new Deurstand(),
            () => throw new InvalidOperationException(),
            Regelstanden.Ongewijzigd,
            Later
        );

        Assert.Same(Beslissing.Geen, beslissing);
    }

    [Fact]
    public void Alleen_de_versie_die_werd_gezien_gaat_mee()
    {
        Assert.Null(Indienen.Verouderd(Ingevuld with { Version = 3 }, null));
        Assert.Null(Indienen.Verouderd(Ingevuld with { Version = 3 }, 3));
        var weigering = Indienen.Verouderd(Ingevuld with { Version = 4 }, 3)!;
        Assert.Equal(("verouderd", 412), (weigering.Code, weigering.Status));
        Assert.Contains("Er is niets ingediend.", weigering.Uitleg, StringComparison.Ordinal);

        // Submitting makes it one higher.
        var ontvangen = Ingevuld with
        {
            Ontvangen = new Ontvangstbewijs(Zaak, Binnen, 11_040.00m),
            Version = 4,
        };
        Assert.Null(Indienen.Verouderd(ontvangen, 3));
        Assert.Contains("al ingediend", Indienen.Verouderd(ontvangen, 2)?.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void Op_het_moment_van_opening_kan_het_en_een_tel_ervoor_niet()
    {
        Indienen.Beslis(Ingevuld, Tijdvak, null, () => Bewaard, Regelstanden.Ongewijzigd, Opent).Gebeurde<AanvraagIngediend>();

        var weigering = Indienen
            .Beslis(Ingevuld, Tijdvak, null, Nooit, Regelstanden.Ongewijzigd, Opent - Duration.Epsilon)
            .Geweigerd("tijdvak-nog-niet-open");
        Assert.Equal("artikel 2.6", weigering.Artikel);
        Assert.Contains("7-4-2026 om 09.00 uur", weigering.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void Een_tel_voor_sluiting_kan_het_en_op_het_moment_van_sluiting_niet()
    {
        Indienen
            .Beslis(Ingevuld, Tijdvak, null, () => Bewaard, Regelstanden.Ongewijzigd, Sluit - Duration.Epsilon)
            .Gebeurde<AanvraagIngediend>();

        var weigering = Indienen.Beslis(Ingevuld, Tijdvak, null, Nooit, Regelstanden.Ongewijzigd, Sluit).Geweigerd("tijdvak-gesloten");
        Assert.Contains("Uw concept blijft bewaard", weigering.Uitleg, StringComparison.Ordinal);
        Assert.Contains(
            "Er is nog geen volgend tijdvak voor een mkb-onderneming vastgesteld. Zodra dat er is, staat het in de Staatscourant en in de lijst van tijdvakken (/v1/tijdvakken)",
            weigering.Uitleg,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Wie_te_laat_is_leest_waar_en_wanneer_het_weer_kan()
    {
        var volgende = Tijdvak with
        {
            Id = "2026-08-mkb",
            Opent = Moment.Op(new(2026, 8, 10, 9, 0)),
            Sluit = Moment.Op(new(2026, 9, 7, 17, 0)),
            RegistratieVanaf = Moment.Op(new(2026, 7, 27, 9, 0)),
        };
        string Uitleg(Instant binnen) =>
            Indienen
                .Beslis(Ingevuld, Tijdvak, null, Nooit, Regelstanden.Ongewijzigd, binnen, volgende)
                .Geweigerd("tijdvak-gesloten")
                .Uitleg;

        Assert.EndsWith(
            "Het volgende tijdvak voor een mkb-onderneming is 2026-08-mkb: indienen kan van 10-8-2026 om 09.00 uur tot 7-9-2026 om 17.00 uur. "
                + $"Vanaf 27-7-2026 om 09.00 uur kunt u uw concept daarheen meenemen: begin een aanvraag in dat tijdvak uit {Zaak}.",
            Uitleg(Sluit),
            StringComparison.Ordinal
        );
        Assert.Contains("Nu al kunt u uw concept", Uitleg(Moment.Op(new(2026, 7, 27, 9, 0))), StringComparison.Ordinal);
        Assert.Contains(
            "Vanaf 27-7-2026 om 09.00 uur kunt u daarvoor een aanvraag klaarzetten.",
            Beginnen.Weiger(KvkNummer, Tijdvak.Id, Tijdvak, Sluit, volgende)!.Uitleg,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("the day summer time starts", "2026-03-29", "2026-03-29T15:00:00Z")]
    [InlineData("the day summer time ends", "2026-10-25", "2026-10-25T16:00:00Z")]
    public void Ook_als_de_klok_die_dag_verspringt_sluit_het_om_vijf_uur_in_Amsterdam(string geval, string dag, string sluit)
    {
        var datum = LocalDatePattern.Iso.Parse(dag).Value;
        var tijdvak = Tijdvak with { Opent = Moment.Op(datum.At(new LocalTime(9, 0))), Sluit = Moment.Op(datum.At(new LocalTime(17, 0))) };
        Beslissing Om(int uur, int minuut, int seconde, int microseconde) =>
            Indienen.Beslis(
                Ingevuld,
                tijdvak,
                null,
                () => Bewaard,
                Regelstanden.Ongewijzigd,
                Moment.Op(datum.At(new LocalTime(uur, minuut, seconde))) + Duration.FromTicks(microseconde * 10)
            );

        Assert.Equal(InstantPattern.ExtendedIso.Parse(sluit).Value, tijdvak.Sluit);
        Assert.True(Om(8, 59, 59, 999_999).Weigering?.Code == "tijdvak-nog-niet-open", geval);
        Om(9, 0, 0, 0).Gebeurde<AanvraagIngediend>();
        Om(16, 59, 59, 999_999).Gebeurde<AanvraagIngediend>();
        Assert.True(Om(17, 0, 0, 0).Weigering?.Code == "tijdvak-gesloten", geval);
    }

    [Fact]
    public void Een_tweede_aanvraag_in_het_tijdvak_kan_niet()
    {
        var weigering = Weiger(new Deurstand.Deelname(KvkNummer, "SLIM-ANDERE", KvkNummer));

        Assert.Equal("artikel 2.8, vierde lid", weigering.Artikel);
        Assert.Contains("SLIM-ANDERE", weigering.Uitleg, StringComparison.Ordinal);
        Assert.Equal(new Eerdere("SLIM-ANDERE", "/v1/aanvragen/SLIM-ANDERE/intrekking"), weigering.Eerdere);
    }

    [Fact]
    public void Intrekken_wordt_alleen_aangeboden_waar_het_nog_kan()
    {
        Deurstand.Deelname Eigen(Fase fase, Besluit? besluit = null) => new(KvkNummer, "SLIM-ANDERE", KvkNummer, fase, besluit);
        Besluit Besluit(Besluitsoort soort) => new(soort, "SLIM-ANDERE-V1", new LocalDate(2026, 4, 8), 1m);

        var beoordeeld = Weiger(Eigen(Fase.Beoordeeld));
        Assert.Equal("/v1/verleningen/SLIM-ANDERE/intrekking", beoordeeld.Eerdere?.Intrekking);
        var verleend = Weiger(Eigen(Fase.Beoordeeld, Besluit(Besluitsoort.Verlening)));
        Assert.Equal(new Eerdere("SLIM-ANDERE"), verleend.Eerdere);
        Assert.DoesNotContain("Trek die eerst in", verleend.Uitleg, StringComparison.Ordinal);
        Assert.Contains(Uitvoerder.Schrijf("SLIM-ANDERE-V1"), verleend.Uitleg, StringComparison.Ordinal);
        var afgewezen = Weiger(Eigen(Fase.Volledig, Besluit(Besluitsoort.Afwijzing)));
        Assert.Equal(new Eerdere("SLIM-ANDERE"), afgewezen.Eerdere);
        Assert.Contains("maak dan bezwaar", afgewezen.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void Van_de_zaak_van_een_ander_zegt_de_weigering_alleen_wie_er_meedoet()
    {
        var weigering = Weiger(new Deurstand.Deelname(KvkNummer, "SLIM-ANDERE", "30000009"));

        Assert.Contains(KvkNummer, weigering.Uitleg, StringComparison.Ordinal);
        Assert.DoesNotContain("SLIM-ANDERE", weigering.Uitleg, StringComparison.Ordinal);
        Assert.Null(weigering.Eerdere);
    }

    [Fact]
    public void Wie_de_horizon_al_voorbij_is_telt_vlak_daarna_of_is_te_laat()
    {
        Instant Op(Instant horizon) =>
            Indienen
                .Beslis(Ingevuld, Tijdvak, new Deurstand(horizon), () => Bewaard, Regelstanden.Ongewijzigd, Binnen)
                .Gebeurde<AanvraagIngediend>()
                .Op;

        Assert.Equal(Binnen, Op(Binnen - Duration.FromTicks(10)));
        Assert.Equal(Binnen + Duration.FromTicks(10), Op(Binnen));
        Assert.Equal(Sluit - Duration.FromTicks(10), Op(Sluit - Duration.FromTicks(20)));
        Indienen
            .Beslis(Ingevuld, Tijdvak, new Deurstand(Sluit - Duration.FromTicks(10)), Nooit, Regelstanden.Ongewijzigd, Binnen)
            .Geweigerd("tijdvak-gesloten");
    }

    [Fact]
    public void Wie_vlak_na_de_horizon_telt_houdt_het_moment_aan_de_deur()
    {
        AanvraagIngediend Ingediend(Instant? horizon) =>
            Indienen
                .Beslis(Ingevuld, Tijdvak, new Deurstand(horizon), () => Bewaard, Regelstanden.Ongewijzigd, Binnen)
                .Gebeurde<AanvraagIngediend>();

        var verschoven = Ingediend(Binnen + Duration.FromSeconds(1));
        Assert.Equal(Binnen, verschoven.Binnengekomen);
        Assert.Equal(Binnen, Assert.IsType<AanvraagIngediendBericht>(Assert.Single(Uitgaand.Berichten(Zaak, verschoven))).Binnengekomen);
        Assert.Null(Ingediend(null).Binnengekomen);
        Assert.Null(Ingediend(Binnen - Duration.FromSeconds(1)).Binnengekomen);
    }

    [Fact]
    public void Niemand_krijgt_een_moment_tot_en_met_een_horizon_die_al_voorbij_was() =>
        Gen.Select(Gen.Bool, Gen.Long[-400, 400])
            .Array[1, 60]
            .Sample(stappen =>
            {
                // In steps of 100 ns, as a clock counts; a database keeps the whole microseconds.
                Instant? horizon = null;
                foreach (var (verschuift, ticks) in stappen)
                {
                    var moment = Binnen + Duration.FromTicks(ticks);
                    if (verschuift)
                    {
                        horizon = horizon is { } was ? Instant.Max(was, Bewaard(moment)) : Bewaard(moment);
                        continue;
                    }
                    var op = Deurstand.Na(horizon, moment);
                    Assert.True(op >= moment);
                    Assert.True(horizon is not { } voorbij || Bewaard(op) > voorbij);
                    Assert.True(op == moment || op == horizon!.Value + Duration.FromTicks(10));
                }

                static Instant Bewaard(Instant moment) => Instant.FromUnixTimeTicks((long)Math.Floor(moment.ToUnixTimeTicks() / 10m) * 10);
            });

    private static Weigering Weiger(Deurstand.Deelname deelname) =>
        Indienen
            .Beslis(Ingevuld, Tijdvak, new Deurstand(null, [deelname]), Nooit, Regelstanden.Ongewijzigd, Binnen)
            .Geweigerd("al-aangevraagd");

    private static Verwijzing Nooit() => throw new InvalidOperationException("A refusal keeps nothing.");
}
