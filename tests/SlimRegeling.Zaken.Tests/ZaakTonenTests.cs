using System.Text.Json;
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
