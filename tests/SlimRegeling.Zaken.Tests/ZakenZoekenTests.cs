using System.Text.Json;

namespace SlimRegeling.Zaken.Tests;

public sealed class ZakenZoekenTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    [Fact]
    public async Task Pages_stay_as_they_are_while_new_cases_come_in()
    {
        var tijdvak = $"t-{Guid.NewGuid():N}";
        var zaken = Enumerable.Range(0, 7).Select(_ => Voorbeeldzaak.Nieuw(tijdvak: tijdvak)).ToList();
        foreach (var zaak in zaken)
        {
            await huis.Hoor(Guid.NewGuid(), zaak.Ingediend);
        }
        var gezien = new List<string>();
        string? na = null;
        do
        {
            var (status, lijst) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken?tijdvak={tijdvak}&aantal=3{(na is null ? "" : $"&na={na}")}");
            Assert.Equal(200, status);
            gezien.AddRange(Nummers(lijst));
            na = lijst.TryGetProperty("volgende", out var volgende) ? volgende.GetString() : null;
            var nieuw = Voorbeeldzaak.Nieuw(tijdvak: tijdvak);
            await huis.Hoor(Guid.NewGuid(), nieuw.Ingediend with { Op = Voorbeeldzaak.Op(100) });
        } while (na is not null);
        Assert.Equal(zaken.Select(z => z.Nummer).OrderDescending(StringComparer.Ordinal), gezien);
    }

    [Fact]
    public async Task Employees_search_by_number_enterprise_and_status()
    {
        var kvk = Random.Shared.Next(10_000_000, 99_999_999).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (ingediend, verleend, anders) = (Voorbeeldzaak.Nieuw(kvk), Voorbeeldzaak.Nieuw(kvk), Voorbeeldzaak.Nieuw());
        foreach (var bericht in (object[])[ingediend.Ingediend, verleend.Ingediend, verleend.Verleend, anders.Ingediend])
        {
            await huis.Hoor(Guid.NewGuid(), bericht);
        }

        Assert.Equal([verleend.Nummer], await Gevonden($"kvkNummer={kvk}&status=verleend"));
        Assert.Equal(2, (await Gevonden($"kvkNummer={kvk}")).Count);
        Assert.Equal([anders.Nummer], await Gevonden($"zaaknummer={anders.Nummer[..14].ToLowerInvariant()}"));
    }

    [Fact]
    public async Task A_settled_case_is_found_as_settled_until_all_of_it_is_paid()
    {
        var tijdvak = $"t-{Guid.NewGuid():N}";
        var (vastgesteld, afgerond) = (Voorbeeldzaak.Nieuw(tijdvak: tijdvak), Voorbeeldzaak.Nieuw(tijdvak: tijdvak));
        object[] berichten = [vastgesteld.Ingediend, vastgesteld.Verleend, vastgesteld.Vastgesteld, .. afgerond.Geheel];
        foreach (var bericht in berichten)
        {
            await huis.Hoor(Guid.NewGuid(), bericht);
        }

        Assert.Equal([vastgesteld.Nummer], await Gevonden($"tijdvak={tijdvak}&status=vastgesteld"));
        Assert.Equal([afgerond.Nummer], await Gevonden($"tijdvak={tijdvak}&status=afgerond"));
        Assert.Equal(2, (await Gevonden($"tijdvak={tijdvak}&zaaknummer=slim-")).Count);
    }

    [Fact]
    public async Task An_applicant_finds_the_own_cases_only_whatever_is_asked()
    {
        var (vanAnna, vanBram) = (Voorbeeldzaak.Nieuw(), Voorbeeldzaak.Nieuw("22222222"));
        await huis.Hoor(Guid.NewGuid(), vanAnna.Ingediend);
        await huis.Hoor(Guid.NewGuid(), vanBram.Ingediend);

        var (_, lijst) = await huis.Haal(Zakenhuis.Bram, "/v1/zaken?aantal=100");
        Assert.All(
            lijst.GetProperty("zaken").EnumerateArray(),
            zaak => Assert.Equal("22222222", zaak.GetProperty("kvkNummer").GetString())
        );
        Assert.Contains(vanBram.Nummer, Nummers(lijst));
        Assert.Empty(Nummers((await huis.Haal(Zakenhuis.Bram, "/v1/zaken?kvkNummer=11111111")).Inhoud));
    }

    [Theory]
    [InlineData("zaaknummer=%25", "zaaknummer")]
    [InlineData("kvkNummer=123", "kvkNummer")]
    [InlineData("status=klaar", "status")]
    [InlineData("na=SLIM-0000000001", "na")]
    [InlineData("aantal=0", "aantal")]
    [InlineData("aantal=101", "aantal")]
    public async Task A_question_that_cannot_be_answered_names_its_field(string vraag, string veld)
    {
        var (status, probleem) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken?{vraag}");
        Assert.Equal(422, status);
        Assert.Equal(veld, Assert.Single(probleem.GetProperty("fouten").EnumerateArray()).GetProperty("veld").GetString());
    }

    private async Task<List<string>> Gevonden(string vraag) => [.. Nummers((await huis.Haal(Zakenhuis.Bea, $"/v1/zaken?{vraag}")).Inhoud)];

    private static IEnumerable<string> Nummers(JsonElement lijst) =>
        lijst.GetProperty("zaken").EnumerateArray().Select(z => z.GetProperty("zaaknummer").GetString()!);
}
