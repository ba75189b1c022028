using System.Text.Json;
using NodaTime;

namespace SlimRegeling.Api.Tests;

/// <summary>A case is settled without a request after a drawn list held it, or for a reason that is written down (2.24, first paragraph).</summary>
public sealed class SteekproefEerstTests(Apihuis huis)
{
    private const string ZonderReden = """
        {"activiteiten":[{"soort":"A","uitgevoerd":true,"argument":"gezien"},{"soort":"C","uitgevoerd":true,"argument":"gezien"}]}
        """;

    private const string MetReden = """
        {"activiteiten":[{"soort":"A","uitgevoerd":true,"argument":"gezien"},{"soort":"C","uitgevoerd":true,"argument":"gezien"}],"zonderSteekproef":"Spoed."}
        """;

    private const string Zaad = """{"zaad":"4 8 15","bron":"trekking van 1 juli"}""";

    private const string Argument = """{"argument":"Niets wijst op iets anders."}""";

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task Nothing_is_settled_before_the_draw_without_a_reason_and_after_it_no_reason_is_needed()
    {
        var (eva, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(eva, kvkNummer);
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, eva);
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        await _loop.Verleend(zaak);
        huis.Klok.Vooruit(Duration.FromDays(400));
        var pad = $"/v1/verantwoordingen/{zaak}";

        (await huis.Post(Mensen.Dubbel, $"{pad}/beoordeling", ZonderReden))
            .IsProbleem(409, "steekproef-eerst")
            .NoemtArtikel("2.24, eerste lid");
        var venster = JsonSerializer.Serialize(
            new
            {
                tijdvak = await huis.Lees(
                    $"select data -> 'opening' ->> 'tijdvak' from vaststelling.mt_doc_verantwoording where id = '{zaak}'"
                ),
            }
        );
        var nummer = (await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, "/v1/steekproeven", venster))).Veld("nummer");
        var samen = $"/v1/steekproeven/{nummer}/voorstellen";
        (await huis.Post(Mensen.Beoordelaar, samen, Argument)).IsProbleem(409, "nog-niet-getrokken");
        // A list of which is not drawn yet is no sample.
        (await huis.Post(Mensen.Dubbel, $"{pad}/beoordeling", ZonderReden)).IsProbleem(409, "steekproef-eerst");

        await Zaakloop.Gelukt(huis.Post(Mensen.Dubbel, $"{pad}/beoordeling", MetReden));
        Assert.Equal("Spoed.", (await Voorstel(pad)).GetProperty("zonderSteekproef").GetString());

        // It was proposed before it could be asked for proof, so that it falls out of the draw.
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/steekproeven/{nummer}/trekking", Zaad));
        await Zaakloop.Gelukt(huis.Post(Mensen.TweedeRegelbeheerder, $"/v1/steekproeven/{nummer}/trekking/bevestiging", Zaad));
        await Zaakloop.Gelukt(huis.Post(Mensen.Dubbel, $"{pad}/beoordeling", ZonderReden));
        // What was drawn is not proposed with others.
        (await huis.Post(Mensen.Beoordelaar, samen, Argument)).IsProbleem(409, "niets-voor-te-leggen");
        Assert.False((await Voorstel(pad)).TryGetProperty("zonderSteekproef", out _));
    }

    private async Task<JsonElement> Voorstel(string pad) =>
        (await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, pad))).Inhoud.GetProperty("voorstel");
}
