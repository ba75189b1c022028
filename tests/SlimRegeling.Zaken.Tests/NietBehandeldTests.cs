using System.Text.Json;
using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform;

namespace SlimRegeling.Zaken.Tests;

/// <summary>What the page of a case says when it came incomplete, twice, or was left.</summary>
public sealed class NietBehandeldTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    [Fact]
    public async Task A_case_that_is_not_handled_says_why()
    {
        var zaak = Voorbeeldzaak.Nieuw();
        var op = Instant.FromUtc(2026, 5, 22, 8, 0);
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        await huis.Zeg(Zakenhuis.Bea, new AanvraagVervallenBericht(zaak.Nummer, zaak.Tijdvak, "buiten-behandeling", op));
        await huis.Zeg(
            Zakenhuis.Bea,
            new BuitenBehandelingGesteldBericht(
                zaak.Nummer,
                zaak.Tijdvak,
                zaak.Kvk,
                "slim-2026",
                $"{zaak.Nummer}-N1",
                new(2026, 5, 22),
                "niet-aangevuld",
                ["x", "y"],
                op
            )
        );
        await huis.Stil();

        var (_, beeld) = await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{zaak.Nummer}");

        Assert.Equal("buiten-behandeling", beeld.GetProperty("status").GetString());
        var stap = Stappen(beeld).Last();
        Assert.Equal(
            ("buiten-behandeling-gesteld", "Niet op tijd aangevuld", "4:5 Awb"),
            (stap.GetProperty("stap").GetString(), stap.GetProperty("uitleg").GetString(), stap.GetProperty("artikel").GetString())
        );
    }

    [Fact]
    public async Task Which_case_goes_before_a_double_is_told_to_employees_and_not_to_the_applicant()
    {
        var (zaak, eerdere) = (Voorbeeldzaak.Nieuw(), Zaaknummer.Trek());
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        await huis.Zeg(
            Zakenhuis.Ben,
            new AanvraagUitgeslotenBericht(zaak.Nummer, zaak.Tijdvak, "verbonden-onderneming", eerdere, Voorbeeldzaak.Op(3))
        );
        await huis.Stil();

        var (_, beeld) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}");
        var (_, eigen) = await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{zaak.Nummer}");

        Assert.Equal(eerdere, Stappen(beeld).Last().GetProperty("eerdere").GetString());
        Assert.Equal("Een verbonden onderneming vroeg eerder aan", Stappen(eigen).Last().GetProperty("uitleg").GetString());
        Assert.DoesNotContain(eerdere, eigen.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nog niet volledig; er ontbreekt: De-minimisverklaring", "de-minimisverklaring")]
    [InlineData("Nog niet volledig; er ontbreken: De-minimisverklaring en Mkb-verklaring", "de-minimisverklaring", "mkb-verklaring")]
    public async Task What_was_missing_at_receipt_stands_with_the_first_step_by_its_title(string uitleg, params string[] ontbreekt)
    {
        var zaak = Voorbeeldzaak.Nieuw();
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend with { Ontbreekt = ontbreekt });
        await huis.Stil();

        var (_, beeld) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}");

        Assert.Equal(uitleg, Stappen(beeld).Single().GetProperty("uitleg").GetString());
    }

    [Fact]
    public async Task A_case_that_was_withdrawn_before_the_decision_says_so_once_and_by_whom()
    {
        var zaak = Voorbeeldzaak.Nieuw();
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        await huis.Zeg(Zakenhuis.Bea, zaak.Beoordeeld(4));
        await huis.Zeg(Zakenhuis.Anna, new AanvraagIngetrokkenBericht(zaak.Nummer, zaak.Tijdvak, zaak.Kvk, Voorbeeldzaak.Op(5)));
        await huis.Zeg(
            Zakenhuis.Bea,
            new AanvraagVervallenBericht(zaak.Nummer, zaak.Tijdvak, "ingetrokken-bij-besluit", Voorbeeldzaak.Op(6))
        );
        await huis.Stil();

        var (_, beeld) = await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{zaak.Nummer}");

        Assert.Equal("vervallen", beeld.GetProperty("status").GetString());
        var stap = Assert.Single(Stappen(beeld), s => s.GetProperty("stap").GetString() == "aanvraag-ingetrokken");
        Assert.Equal(
            (Zakenhuis.Anna, "Na de beoordeling, voor het besluit"),
            (stap.GetProperty("wie").GetString(), stap.GetProperty("uitleg").GetString())
        );
    }

    private static JsonElement.ArrayEnumerator Stappen(JsonElement beeld) => beeld.GetProperty("stappen").EnumerateArray();
}
