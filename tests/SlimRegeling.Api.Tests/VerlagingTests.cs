using System.Text.Json;
using NodaTime;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>All was done and something goes off all the same (4:46, second paragraph, under b, Awb), from the proposal to the letter.</summary>
public sealed class VerlagingTests(Apihuis huis)
{
    private const string Reden = "U gaf geen inzage in uw administratie.";

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task What_is_taken_off_is_refused_without_proof_asked_signed_and_told_in_the_letter()
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
        (await huis.Post(Mensen.Dubbel, $"{pad}/beoordeling", Oordeel("verplichtingen-niet-nageleefd", "1040.00")))
            .IsProbleem(409, "vraag-eerst-bewijs")
            .NoemtArtikel("2.24, eerste lid");
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"{pad}/steekproef", """{"zaad":"z"}"""));
        // The letter that asks for proof is sent: its term runs.
        await huis.Stil();
        huis.Klok.Vooruit(Duration.FromDays(60));
        (await huis.Post(Mensen.Dubbel, $"{pad}/beoordeling", Oordeel("geen-zin", "1040.00")))
            .IsProbleem(422, "onjuiste-invoer")
            .NoemtVeld("verlaging.grond");
        (await huis.Post(Mensen.Dubbel, $"{pad}/beoordeling", Oordeel("verplichtingen-niet-nageleefd", "11040.01")))
            .IsProbleem(422, "onjuiste-invoer")
            .NoemtVeld("verlaging.bedrag");

        await Zaakloop.Gelukt(huis.Post(Mensen.Dubbel, $"{pad}/beoordeling", Oordeel("verplichtingen-niet-nageleefd", "1040.00")));

        var voorstel = (await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, pad))).Inhoud.GetProperty("voorstel");
        var verlaging = voorstel.GetProperty("verlaging");
        Assert.Equal(
            ("10000.00", "1040.00", "4:46, tweede lid, onderdeel b, Awb", Reden),
            (
                voorstel.GetProperty("vastgesteld").GetString(),
                verlaging.GetProperty("bedrag").GetString(),
                verlaging.GetProperty("artikel").GetString(),
                verlaging.GetProperty("reden").GetString()
            )
        );
        Assert.False((await Zaakloop.Gelukt(huis.Haal(eva, pad))).Inhoud.TryGetProperty("voorstel", out _));
        var hash = $$"""{"hash":"{{voorstel.GetProperty("hash").GetString()}}"}""";
        foreach (var wie in (string[])[Mensen.Medeondertekenaar, huis.Medewerker(Rol.Medeondertekenaar)])
        {
            await Zaakloop.Gelukt(huis.Post(wie, $"{pad}/ondertekening", hash));
        }
        await huis.Stil();

        var brief = (await Zaakloop.Gelukt(huis.Haal(eva, $"/v1/brieven/{zaak}-vaststelling/pagina"))).Tekst;
        string[] zinnen =
        [
            "omdat u niet hebt voldaan aan de verplichtingen bij de subsidie (artikel 4:46, tweede lid, onderdeel b, Awb)",
            "lager vast",
            Reden,
            "De verleende subsidie: alles is uitgevoerd",
        ];
        Assert.All(zinnen, zin => Assert.Contains(zin, brief, StringComparison.Ordinal));
        Assert.DoesNotContain("niet alle activiteiten helemaal", brief, StringComparison.Ordinal);
    }

    private static string Oordeel(string grond, string bedrag) =>
        JsonSerializer.Serialize(
            new
            {
                activiteiten = (object[])
                    [
                        new
                        {
                            soort = "A",
                            uitgevoerd = true,
                            argument = "gezien",
                        },
                        new
                        {
                            soort = "C",
                            uitgevoerd = true,
                            argument = "gezien",
                        },
                    ],
                verlaging = new
                {
                    grond,
                    bedrag,
                    reden = Reden,
                },
            }
        );
}
