using System.Text.Json;

namespace SlimRegeling.Api.Tests;

/// <summary>A window and what happens to it takes two scheme managers; everyone can read what was decided.</summary>
public sealed class TijdvakbeheerTests(Apihuis huis)
{
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

    private static string Tekst(JsonElement element, string naam) => element.GetProperty(naam).GetString()!;
}
