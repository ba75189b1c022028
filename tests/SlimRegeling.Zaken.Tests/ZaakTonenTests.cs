using System.Text.Json;
using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform;

namespace SlimRegeling.Zaken.Tests;

public sealed class ZaakTonenTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    [Fact]
    public async Task A_case_that_was_said_from_beginning_to_end_stands_on_one_page()
    {
        var zaak = Voorbeeldzaak.Nieuw();
        await huis.Zeg(Zakenhuis.Ben, zaak.Venster);
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        foreach (var bericht in zaak.Geheel.Skip(2))
        {
            await huis.Zeg(Zakenhuis.Bea, bericht);
        }
        await huis.Stil();

        var (status, beeld) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}");

        Assert.Equal(200, status);
        Assert.Equal("afgerond", beeld.GetProperty("status").GetString());
        Assert.Equal("11111111", beeld.GetProperty("kvkNummer").GetString());
        Assert.Equal("2026-04-mkb", beeld.GetProperty("tijdvak").GetString());
        Assert.Equal("2026-07-30", beeld.GetProperty("beslissenUiterlijk").GetString());
        Assert.Equal(3, beeld.GetProperty("rang").GetInt32());
        Assert.Equal(
            """{"gevraagd":"11040.00","gereserveerd":"11040.00","verleend":"11040.00","voorschot":"5520.00","betaald":"11040.00","vastgesteld":"11040.00"}""",
            beeld.GetProperty("bedragen").GetRawText()
        );
        Assert.Equal(
            [
                "aanvraag-ingediend",
                "aanvraag-volledig",
                "geloot",
                "budget-gereserveerd",
                "aanvraag-beoordeeld",
                "subsidie-verleend",
                "voorschot-toegekend",
                "brief-verzonden",
                "betaling-opgedragen",
                "betaling-uitgevoerd",
                "subsidie-vastgesteld",
                "betaling-opgedragen",
                "betaling-uitgevoerd",
            ],
            Stappen(beeld).Select(s => s.GetProperty("stap").GetString())
        );
        var verleend = Stappen(beeld).Single(s => s.GetProperty("stap").GetString() == "subsidie-verleend");
        Assert.Equal("Subsidie verleend", verleend.GetProperty("titel").GetString());
        Assert.Equal("2.11, eerste lid", verleend.GetProperty("artikel").GetString());
        Assert.Equal("11040.00", verleend.GetProperty("bedrag").GetString());
        Assert.Equal(Zakenhuis.Bea, verleend.GetProperty("wie").GetString());
    }

    [Theory]
    // The window closes on 30 April, the application is received on 7 April. None of these windows was ever published by the minister.
    [InlineData("slim-2025", "mkb-onderneming", "2026-07-30")]
    [InlineData("slim-2025", "samenwerkingsverband", "2026-07-07")]
    [InlineData("slim-2026", "samenwerkingsverband", "2026-07-30")]
    [InlineData("slim-2024", "grootbedrijf", "2026-10-01")]
    public async Task The_term_to_decide_follows_the_type_that_the_window_is_for(string versie, string type, string uiterlijk)
    {
        var zaak = Voorbeeldzaak.Nieuw(tijdvak: $"proef-{versie}-{type}");
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend with { Regelversie = versie });
        await huis.Stil();
        var (_, zonder) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}");
        Assert.False(zonder.TryGetProperty("beslissenUiterlijk", out var onbekend) && onbekend.ValueKind != JsonValueKind.Null);

        await huis.Zeg(Zakenhuis.Ben, zaak.Venster with { Aanvragertype = type, Regelversie = versie });
        await huis.Stil();
        var (_, beeld) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}");

        Assert.Equal(uiterlijk, beeld.GetProperty("beslissenUiterlijk").GetString());
    }

    [Fact]
    public async Task While_a_completion_is_waited_for_the_term_stands_still_and_no_budget_is_set_apart()
    {
        var zaak = Voorbeeldzaak.Nieuw();
        // Asked on 6 May, sent on 7 May with a term until 21 May; completed on 11 May: three days.
        var gevraagd = new AanvullingGevraagdBericht(
            zaak.Nummer,
            zaak.Tijdvak,
            zaak.Kvk,
            ["begroting"],
            new(2026, 5, 20),
            Instant.FromUtc(2026, 5, 6, 8, 0)
        );
        var gestart = new HersteltermijnGestartBericht(
            zaak.Nummer,
            zaak.Tijdvak,
            new(2026, 5, 7),
            new(2026, 5, 21),
            Instant.FromUtc(2026, 5, 7, 8, 0)
        );
        var vrij = new BudgetVrijgegevenBericht(
            zaak.Nummer,
            zaak.Tijdvak,
            "aanvulling-gevraagd",
            Instant.FromUtc(2026, 5, 6, 9, 0),
            Versie: 2
        );
        var aangevuld = new AanvraagAangevuldBericht(zaak.Nummer, zaak.Tijdvak, 12_000.00m, Instant.FromUtc(2026, 5, 11, 8, 0));
        // In another order than it happened.
        foreach (var bericht in (object[])[zaak.Venster, vrij, gestart, gevraagd, zaak.Gereserveerd])
        {
            await huis.Zeg(Zakenhuis.Bea, bericht);
        }
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        await huis.Stil();
        var (_, wacht) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}");
        Assert.Equal("aanvulling-gevraagd", wacht.GetProperty("status").GetString());
        Assert.Equal("2026-08-13", wacht.GetProperty("beslissenUiterlijk").GetString());
        Assert.False(wacht.GetProperty("bedragen").TryGetProperty("gereserveerd", out _));

        await huis.Zeg(Zakenhuis.Anna, aangevuld);
        await huis.Stil();

        var (_, beeld) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}");
        Assert.Equal("aangevuld", beeld.GetProperty("status").GetString());
        Assert.Equal("2026-08-02", beeld.GetProperty("beslissenUiterlijk").GetString());
        Assert.Equal("12000.00", beeld.GetProperty("bedragen").GetProperty("gevraagd").GetString());
    }

    [Theory]
    [InlineData("loting", "geloot", "2.10, eerste lid")]
    [InlineData("zonder-loting", "zonder-loting-gerangschikt", "2.10, eerste lid")]
    [InlineData("achteraan", "achteraan-gerangschikt", "2.10, derde lid")]
    [InlineData("ontvangst", "op-ontvangst-gerangschikt", "2.3, eerste lid, Kaderregeling")]
    [InlineData("aanvulling", "op-aanvulling-gerangschikt", "2.3, eerste lid, onderdeel a, Kaderregeling")]
    [InlineData("gelijken-geloot", "gelijken-geloot", "2.3, eerste lid, onderdeel b, Kaderregeling")]
    public async Task A_rank_says_how_it_came_about(string wijze, string stap, string artikel)
    {
        var zaak = Voorbeeldzaak.Nieuw();
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        await huis.Zeg(Zakenhuis.Bea, zaak.Gerangschikt with { Wijze = wijze });
        await huis.Stil();

        var (_, beeld) = await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{zaak.Nummer}");

        var laatste = Stappen(beeld).Last();
        Assert.Equal((stap, artikel), (laatste.GetProperty("stap").GetString(), laatste.GetProperty("artikel").GetString()));
        Assert.Equal("Plaats 3, binnen het plafond", laatste.GetProperty("uitleg").GetString());
    }

    [Fact]
    public async Task A_letter_of_the_same_moment_stands_after_the_decision_that_it_tells()
    {
        var zaak = Voorbeeldzaak.Nieuw();
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        await huis.Zeg(Zakenhuis.Bea, zaak.Vastgesteld);
        await huis.Zeg(Zakenhuis.Bea, zaak.Brief with { Op = zaak.Vastgesteld.Op });
        await huis.Stil();

        var (_, beeld) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}");

        Assert.Equal(
            ["aanvraag-ingediend", "subsidie-vastgesteld", "brief-verzonden"],
            Stappen(beeld).Select(s => s.GetProperty("stap").GetString())
        );
    }

    [Theory]
    [InlineData("aanvulling", "Verzoek om aanvulling verzonden", "4:5, eerste lid, Awb")]
    [InlineData("bewijsverzoek", "Verzoek om bewijs verzonden", "2.24, eerste lid")]
    public async Task A_letter_that_asks_is_no_decision(string soort, string titel, string artikel)
    {
        var zaak = Voorbeeldzaak.Nieuw();
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        await huis.Zeg(Zakenhuis.Bea, zaak.Brief with { Soort = soort, Besluit = null });
        await huis.Stil();

        var (_, beeld) = await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{zaak.Nummer}");

        var stap = Stappen(beeld).Last();
        Assert.Equal((titel, artikel), (stap.GetProperty("titel").GetString(), stap.GetProperty("artikel").GetString()));
        Assert.StartsWith($"Brief over {soort}, verzonden op ", stap.GetProperty("uitleg").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declaration_and_what_is_asked_of_it_are_steps_with_their_article()
    {
        var zaak = Voorbeeldzaak.Nieuw();
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        await huis.Zeg(Zakenhuis.Anna, new DeclaratieIngediendBericht(zaak.Nummer, 6, 9_683.20m, Voorbeeldzaak.Op(20)));
        await huis.Zeg(
            Zakenhuis.Bea,
            new DeclaratieaanvullingGevraagdBericht(zaak.Nummer, zaak.Kvk, "hash", new(2027, 8, 4), Voorbeeldzaak.Op(21))
        );
        await huis.Zeg(Zakenhuis.Bea, zaak.Brief with { Soort = "declaratie-aanvulling", Besluit = null, Op = Voorbeeldzaak.Op(22) });
        await huis.Stil();

        var (_, beeld) = await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{zaak.Nummer}");

        Assert.Equal(
            [
                ("Declaratie ingediend", "4:44 Awb"),
                ("Gevraagd om de declaratie aan te vullen", "4:45, tweede lid, Awb"),
                ("Verzoek om de declaratie aan te vullen verzonden", "4:45, tweede lid, Awb"),
            ],
            Stappen(beeld).TakeLast(3).Select(s => (s.GetProperty("titel").GetString(), s.GetProperty("artikel").GetString()))
        );
        Assert.Equal("bewijs-ontvangen", beeld.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("ambtshalve", "7.4, tweede lid, Kaderregeling")]
    [InlineData("aanvraag", "7.8, vierde lid, Kaderregeling")]
    public async Task A_settlement_has_the_article_of_the_way_in_which_it_came(string wijze, string artikel)
    {
        var zaak = Voorbeeldzaak.Nieuw();
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        await huis.Zeg(Zakenhuis.Bea, zaak.Verleend with { Verantwoording = wijze });
        await huis.Zeg(Zakenhuis.Bea, zaak.Vastgesteld);
        await huis.Stil();

        var (_, beeld) = await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{zaak.Nummer}");

        Assert.Equal(artikel, Stappen(beeld).Last().GetProperty("artikel").GetString());
    }

    [Fact]
    public async Task What_a_step_is_about_stands_there_in_words_and_not_by_its_code()
    {
        var zaak = Voorbeeldzaak.Nieuw();
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        await huis.Zeg(
            Zakenhuis.Anna,
            new DocumentBeschikbaarBericht(zaak.Nummer, zaak.Kvk, "1", "bewijs-bankrekening", "hash", Voorbeeldzaak.Op(2))
        );
        await huis.Zeg(
            Zakenhuis.Anna,
            new DocumentGeweigerdBericht(
                zaak.Nummer,
                zaak.Kvk,
                "2",
                "bewijs-activiteit-a",
                "virus",
                "Stuur een ander bestand.",
                Voorbeeldzaak.Op(3),
                Voorbeeldzaak.Op(4)
            )
        );
        await huis.Zeg(Zakenhuis.Bea, zaak.Brief with { Soort = "buiten-behandeling" });
        await huis.Stil();

        var (_, beeld) = await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{zaak.Nummer}");

        Assert.Equal(
            [
                "Soort: Bewijs dat de bankrekening van de aanvrager is",
                "Soort: bewijs activiteit a. Geweigerd. Stuur een ander bestand.",
                "Brief over het niet behandelen van de aanvraag, verzonden op 15 juni 2026",
            ],
            Stappen(beeld).Skip(1).Select(s => s.GetProperty("uitleg").GetString())
        );
    }

    [Fact]
    public async Task An_applicant_sees_the_own_case_and_no_pseudonym_of_an_employee()
    {
        var zaak = Voorbeeldzaak.Nieuw();
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        await huis.Zeg(Zakenhuis.Bea, zaak.Volledig);
        await huis.Stil();

        var (_, beeld) = await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{zaak.Nummer}");

        Assert.Equal([Zakenhuis.Anna, "uitvoering"], Stappen(beeld).Select(s => s.GetProperty("wie").GetString()));
    }

    [Fact]
    public async Task The_neighbour_is_told_the_same_as_when_there_is_no_such_case()
    {
        var zaak = Voorbeeldzaak.Nieuw();
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        await huis.Stil();
        var nietBestaand = Zaaknummer.Trek();

        var (vanAnder, probleem) = await huis.Haal(Zakenhuis.Bram, $"/v1/zaken/{zaak.Nummer}");
        var (vanNiemand, zelfde) = await huis.Haal(Zakenhuis.Bram, $"/v1/zaken/{nietBestaand}");

        Assert.Equal(404, vanAnder);
        Assert.Equal(404, vanNiemand);
        Assert.Equal(
            probleem.GetProperty("detail").GetString(),
            zelfde.GetProperty("detail").GetString()!.Replace(nietBestaand, zaak.Nummer, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("SLIM-0000000001")]
    [InlineData("12345")]
    public async Task A_number_with_a_wrong_check_character_is_told_from_an_unknown_one(string nummer)
    {
        var (status, probleem) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{nummer}");
        Assert.Equal(400, status);
        Assert.Contains("geen zaaknummer", probleem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_not_sign_in_sees_nothing() =>
        Assert.Equal(401, (await huis.Haal(null, $"/v1/zaken/{Voorbeeldzaak.Nieuw().Nummer}")).Status);

    private static JsonElement.ArrayEnumerator Stappen(JsonElement beeld) => beeld.GetProperty("stappen").EnumerateArray();
}
