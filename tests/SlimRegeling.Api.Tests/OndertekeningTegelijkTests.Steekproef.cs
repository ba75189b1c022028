using NodaTime;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

public sealed partial class OndertekeningTegelijkTests
{
    [Fact]
    public async Task A_draw_for_the_sample_which_is_signed_by_typing_the_seed()
    {
        var zaak = await Voorgelegd(Mensen.Beoordelaar);
        await _loop.Verleend(zaak);
        huis.Klok.Vooruit(Duration.FromDays(400));
        var tijdvak = await huis.Lees(
            $"select data -> 'opening' ->> 'tijdvak' from vaststelling.mt_doc_verantwoording where id = '{zaak}'"
        );
        var venster = $$"""{"tijdvak":"{{tijdvak}}"}""";
        // Who has an interest in a case fixes no list with it, and types no seed for it.
        var metBelang = await MetBelang(zaak, Rol.Beoordelaar);
        (await huis.Post(metBelang, "/v1/steekproeven", venster)).IsProbleem(403, "eigen-belang");
        // Two who begin at once do not put a case on two lists.
        var begonnen = await Task.WhenAll(
            ((string[])[Mensen.Regelbeheerder, Mensen.TweedeRegelbeheerder]).Select(wie => huis.Post(wie, "/v1/steekproeven", venster))
        );
        var lijst = Assert.Single(begonnen, b => b.Status == 201);
        Assert.Single(begonnen, b => b.Status == 409).IsProbleem(409, "geen-zaken");
        var nummer = lijst.Veld("nummer");
        var pad = $"/v1/steekproeven/{nummer}/trekking";
        const string Zaad = """{"zaad":"4 8 15","bron":"trekking van 1 juli"}""";
        (await huis.Post(metBelang, pad, Zaad)).IsProbleem(403, "eigen-belang");
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, pad, Zaad));
        var klaar = await Zaakloop.Gelukt(huis.Haal(Mensen.TweedeRegelbeheerder, $"/v1/steekproeven/{nummer}"));
        Assert.DoesNotContain("4 8 15", klaar.Tekst, StringComparison.Ordinal);
        Assert.Equal(lijst.Veld("lijsthash"), klaar.Veld("lijsthash"));
        (await huis.Post(metBelang, $"{pad}/bevestiging", Zaad)).IsProbleem(403, "eigen-belang");

        var tekende = await TekenVoorstel(
            $"{pad}/bevestiging",
            Zaad,
            "al-getrokken",
            "zelf-voorbereid",
            """{"zaad":"4 8 16","bron":"trekking van 1 juli"}""",
            "zaad-verschilt"
        );

        await Eenmaal("vaststelling", nummer, "steekproef-getrokken");
        Assert.Equal([Mensen.Regelbeheerder, tekende], await Ondertekenaars("vaststelling", nummer, "steekproef-getrokken"));
        await Eenmaal("vaststelling", zaak, "in-steekproef");
        Assert.Equal(
            nummer,
            await huis.Lees($"select data -> 'steekproef' ->> 'steekproef' from vaststelling.mt_doc_verantwoording where id = '{zaak}'")
        );
        Assert.Contains(zaak, (await Zaakloop.Gelukt(huis.Haal(tekende, $"/v1/steekproeven/{nummer}"))).Tekst, StringComparison.Ordinal);
        // Who has an interest sees how many, and not which.
        Assert.DoesNotContain(
            zaak,
            (await Zaakloop.Gelukt(huis.Haal(metBelang, $"/v1/steekproeven/{nummer}"))).Tekst,
            StringComparison.Ordinal
        );
        (await huis.Haal(metBelang, $"/v1/steekproeven/{nummer}/lijst.csv")).IsProbleem(403, "eigen-belang");
    }
}
