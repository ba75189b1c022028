using System.Text.Json;
using NodaTime;

namespace SlimRegeling.Api.Tests;

/// <summary>A window and what happens to it takes two scheme managers; everyone can read what was decided.</summary>
public sealed class TijdvakbeheerTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    private const string Tijdvak = """
        {"id":"ID","aanvragertype":"mkb-onderneming","opent":"2090-04-07T09:00:00","sluit":"2090-05-04T17:00:00",
         "plafond":"1.00","volgorde":"binnenkomst","regelversie":"slim-2026","bron":"Stcrt. 2090, 1"}
        """;

    [Fact]
    public async Task A_window_does_not_exist_before_the_second_signature_and_is_published_once()
    {
        const string Pad = "/v1/tijdvakken/beheer-1";
        var verzoek = Tijdvak.Replace("ID", "beheer-1", StringComparison.Ordinal);
        var voorgesteld = await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, "/v1/tijdvakken", verzoek));
        var hash = $$"""{"hash":"{{voorgesteld.Veld("hash")}}"}""";

        (await huis.Haal(null, Pad)).IsProbleem(404, "niet-gevonden");
        (await huis.Post(Mensen.TweedeRegelbeheerder, "/v1/tijdvakken", verzoek)).IsProbleem(409, "al-voorgesteld");
        (await huis.Post(Mensen.Regelbeheerder, $"{Pad}/voorstellen/1/ondertekening", hash)).IsProbleem(403, "zelf-voorgesteld");
        var getekend = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => huis.Post(Mensen.TweedeRegelbeheerder, $"{Pad}/voorstellen/1/ondertekening", hash))
        );
        Assert.Single(getekend, a => a.Status == 200);
        Assert.All(getekend.Where(a => a.Status != 200), a => a.IsProbleem(409, "al-ondertekend"));
        await huis.Stil();

        var tijdvak = (await Zaakloop.Gelukt(huis.Haal(null, Pad))).Inhoud;
        Assert.Equal(
            ("komt", "stoppen", "2090-03-24T08:00:00Z"),
            (Tekst(tijdvak, "status"), Tekst(tijdvak, "overschrijding"), Tekst(tijdvak, "registratieVanaf"))
        );
        (await huis.Post(Mensen.Regelbeheerder, "/v1/tijdvakken", verzoek)).IsProbleem(409, "tijdvak-bestaat");
        var voorstel = (await Zaakloop.Gelukt(huis.Haal(Mensen.Regelbeheerder, $"{Pad}/voorstellen/1"))).Inhoud;
        Assert.Equal(
            ("ondertekend", Mensen.Regelbeheerder, Mensen.TweedeRegelbeheerder, "Stcrt. 2090, 1"),
            (Tekst(voorstel, "status"), Tekst(voorstel, "door"), Tekst(voorstel, "ondertekenaar"), Tekst(voorstel, "bron"))
        );
    }

    [Fact]
    public async Task What_goes_back_says_why_and_can_be_proposed_again()
    {
        const string Pad = "/v1/tijdvakken/beheer-2/voorstellen";
        var verzoek = Tijdvak.Replace("ID", "beheer-2", StringComparison.Ordinal);
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, "/v1/tijdvakken", verzoek));
        await Zaakloop.Gelukt(huis.Post(Mensen.TweedeRegelbeheerder, $"{Pad}/1/terugzending", """{"reden":"Het plafond klopt niet."}"""));
        await Zaakloop.Gelukt(huis.Post(Mensen.TweedeRegelbeheerder, "/v1/tijdvakken", verzoek));

        var voorstellen = (await Zaakloop.Gelukt(huis.Haal(Mensen.Regelbeheerder, Pad))).Inhoud;
        Assert.Equal(["teruggezonden", "voorgelegd"], voorstellen.EnumerateArray().Select(v => Tekst(v, "status")));
        Assert.Equal("Het plafond klopt niet.", Tekst(voorstellen[0], "reden"));
        (await huis.Haal(Mensen.Regelbeheerder, "/v1/tijdvakken/onbekend/voorstellen")).IsProbleem(404, "niet-gevonden");
    }

    [Fact]
    public async Task Another_closing_holds_for_everyone_to_the_microsecond()
    {
        var id = await _loop.Tijdvak();
        var sluit = huis.Klok.GetCurrentInstant() + Zaakloop.Openstelling;
        var wordt = Instant.FromUnixTimeSeconds((sluit + Duration.FromHours(3)).ToUnixTimeSeconds());
        var concepten = new[] { await _loop.Concept(id, Mensen.Anna), await _loop.Concept(id, Mensen.Bram) };
        huis.Klok.Vooruit(Duration.FromSeconds(1));
        await _loop.Tijdvakbesluit(
            $"/v1/tijdvakken/{id}/wijzigingen",
            $$"""{"sluit":"{{Zaakloop.Wandklok(wordt)}}","bron":"Stcrt. 2026, 9"}"""
        );
        await Task.Delay(TimeSpan.FromSeconds(1.1), TestContext.Current.CancellationToken);

        huis.Klok.Vooruit(wordt - Duration.FromTicks(10) - huis.Klok.GetCurrentInstant());
        await Zaakloop.Gelukt(huis.Post(Mensen.Anna, $"/v1/aanvragen/{concepten[0]}/indiening"));
        huis.Klok.Vooruit(Duration.FromTicks(10));
        (await huis.Post(Mensen.Bram, $"/v1/aanvragen/{concepten[1]}/indiening")).IsProbleem(409, "tijdvak-gesloten");
        await huis.Stil();
        (
            await huis.Post(
                Mensen.Regelbeheerder,
                $"/v1/tijdvakken/{id}/wijzigingen",
                $$"""{"sluit":"{{Zaakloop.Wandklok(wordt + Duration.FromDays(1))}}","bron":"te laat"}"""
            )
        ).IsProbleem(409, "tijdvak-gesloten");

        var geschiedenis = (await Zaakloop.Gelukt(huis.Haal(null, $"/v1/tijdvakken/{id}/geschiedenis"))).Inhoud;
        Assert.Equal(["vastgesteld", "gewijzigd"], geschiedenis.EnumerateArray().Select(b => Tekst(b, "besluit")));
        Assert.Equal("Stcrt. 2026, 9", Tekst(geschiedenis[1], "bron"));
        Assert.DoesNotContain(Mensen.Regelbeheerder, geschiedenis.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_moves_to_another_window_and_the_front_page_shows_it()
    {
        var van = await _loop.Tijdvak(plafond: "1000.00");
        var naar = await _loop.Tijdvak(plafond: "500.00", over: Zaakloop.Openstelling);
        var verzoek = $$"""{"van":"{{van}}","bedrag":"400.00","bron":"uitvoeringvanbeleidszw.nl"}""";
        (await huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{naar}/budgetverplaatsingen", verzoek)).IsProbleem(409, "tijdvak-open");
        huis.Klok.Vooruit(Zaakloop.Openstelling);
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/ontvangsten/{van}"));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/tijdvakken/{van}/lijst"));
        await huis.Stil();
        await _loop.Tijdvakbesluit($"/v1/tijdvakken/{naar}/budgetverplaatsingen", verzoek);

        Assert.Equal(
            ("600.00", "900.00"),
            (
                Tekst((await Zaakloop.Gelukt(huis.Haal(null, $"/v1/tijdvakken/{van}"))).Inhoud, "plafond"),
                Tekst((await Zaakloop.Gelukt(huis.Haal(null, $"/v1/tijdvakken/{naar}"))).Inhoud, "plafond")
            )
        );
        foreach (var id in new[] { van, naar })
        {
            var laatste = (await Zaakloop.Gelukt(huis.Haal(null, $"/v1/tijdvakken/{id}/geschiedenis"))).Inhoud.EnumerateArray().Last();
            Assert.Equal(
                ("budget-verplaatst", van, naar, "400.00"),
                (Tekst(laatste, "besluit"), Tekst(laatste, "van"), Tekst(laatste, "naar"), Tekst(laatste, "bedrag"))
            );
        }
        (await huis.Haal(null, "/v1/tijdvakken/onbekend/geschiedenis")).IsProbleem(404, "niet-gevonden");
    }

    private static string Tekst(JsonElement element, string naam) => element.GetProperty(naam).GetString()!;
}
