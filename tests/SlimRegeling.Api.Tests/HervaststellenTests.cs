using System.Globalization;
using System.Text.Json;
using NodaTime;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>A well-founded objection against a settlement, through all contexts: settled anew by others, with only what that gives more.</summary>
public sealed class HervaststellenTests(Apihuis huis)
{
    private const string Alles = """
        {"activiteiten":[{"soort":"A","uitgevoerd":true,"argument":"gezien"},{"soort":"C","uitgevoerd":true,"argument":"gezien"}]}
        """;

    private const string AlleenC = """
        {"activiteiten":[{"soort":"A","uitgevoerd":false,"argument":"geen plan"},{"soort":"C","uitgevoerd":true,"argument":"gezien"}]}
        """;

    private readonly Zaakloop _loop = new(huis);
    private readonly Bezwaarloop _bezwaren = new(huis);
    private readonly string _bo = huis.Medewerker(Rol.Beoordelaar);
    private readonly string _mo = huis.Medewerker(Rol.Medeondertekenaar);
    private readonly string _derde = huis.Medewerker(Rol.Medeondertekenaar);

    [Fact]
    public async Task A_settlement_that_was_too_low_gives_way_to_another_and_only_the_difference_is_paid()
    {
        var (eva, zaak) = await Vastgesteld();
        var verantwoording = $"/v1/verantwoordingen/{zaak}";
        var eerst = (await Zaakloop.Gelukt(huis.Haal(eva, verantwoording))).Inhoud.GetProperty("besluit");
        var was = Bedrag(eerst, "vastgesteld");
        Assert.InRange(was, 5_520.01m, 11_039.99m);
        // Why it is less stands with the decision, and in its letter.
        var oordeel = eerst.GetProperty("oordelen")[0];
        Assert.Equal(("A", "geen plan"), (oordeel.GetProperty("soort").GetString(), oordeel.GetProperty("argument").GetString()));
        Assert.False(oordeel.GetProperty("uitgevoerd").GetBoolean());
        var eerste = await Zaakloop.Gelukt(huis.Haal(eva, $"/v1/brieven/{zaak}-vaststelling/pagina"));
        Assert.Contains("niet laten zien. geen plan", eerste.Tekst, StringComparison.Ordinal);
        Assert.Contains("Activiteit A: deel van de verleende subsidie", eerste.Tekst, StringComparison.Ordinal);
        Assert.Equal(was, await Opgedragen(zaak));

        var bezwaar = await Gegrond(eva, zaak);

        var beeld = (await Zaakloop.Gelukt(huis.Haal(eva, $"/v1/zaken/{zaak}"))).Inhoud;
        Assert.Equal("heropend", beeld.GetProperty("status").GetString());
        Assert.Equal(was, Bedrag(beeld.GetProperty("bedragen"), "vastgesteld"));
        var heropening = (await Zaakloop.Gelukt(huis.Haal(_bo, verantwoording))).Inhoud.GetProperty("heropening");
        Assert.Equal(
            ($"{zaak}-S1", $"{bezwaar}-1", was),
            (
                heropening.GetProperty("vervangt").GetString(),
                heropening.GetProperty("bezwaarbesluit").GetString(),
                Bedrag(heropening, "nietMinderDan")
            )
        );
        // Nothing is paid or asked back before there is another.
        Assert.Equal(was, await Opgedragen(zaak));

        // Who took the first has no hand in it.
        (await huis.Post(Mensen.Dubbel, $"{verantwoording}/beoordeling", Alles)).IsProbleem(403, "nam-bestreden-besluit");
        await Zaakloop.Gelukt(huis.Post(_bo, $"{verantwoording}/beoordeling", Alles));
        (await huis.Post(Mensen.Medeondertekenaar, $"{verantwoording}/ondertekening", await Voorstel(zaak))).IsProbleem(
            403,
            "nam-bestreden-besluit"
        );
        await Ondertekend(zaak, _mo, _derde);

        beeld = (await Zaakloop.Gelukt(huis.Haal(eva, $"/v1/zaken/{zaak}"))).Inhoud;
        Assert.Equal("vastgesteld", beeld.GetProperty("status").GetString());
        Assert.Equal(11_040.00m, Bedrag(beeld.GetProperty("bedragen"), "vastgesteld"));
        var opdrachten = (await Opdrachten(zaak)).ToDictionary(o => o.GetProperty("id").GetString()!, o => Bedrag(o, "bedrag"));
        Assert.Equal(
            new Dictionary<string, decimal>
            {
                [$"{zaak}-B1"] = 5_520.00m,
                [$"{zaak}-B2"] = was - 5_520.00m,
                [$"{zaak}-B2-2"] = 11_040.00m - was,
            },
            opdrachten
        );
        Assert.Equal("0.00 0.00 11040.00", await Saldi(zaak));

        // It can be objected to in its turn, as its letter says.
        var besluiten = (await Zaakloop.Gelukt(huis.Haal(eva, $"/v1/verleningen/{zaak}/bezwaren"))).Inhoud.GetProperty("besluiten");
        var tweede = besluiten.EnumerateArray().Single(b => b.GetProperty("soort").GetString() == "vaststelling");
        Assert.Equal($"{zaak}-S2", tweede.GetProperty("besluit").GetString());
        Assert.True(tweede.TryGetProperty("bezwaarTot", out _));
        var brief = await Zaakloop.Gelukt(huis.Haal(eva, $"/v1/brieven/{zaak}-S2-vaststelling/pagina"));
        Assert.Contains($"in de plaats van ons besluit {zaak}-S1", brief.Tekst, StringComparison.Ordinal);
        Assert.Contains($"{bezwaar}-1", brief.Tekst, StringComparison.Ordinal);
        Assert.Equal("vastgesteld", (await Zaakloop.Gelukt(huis.Haal(eva, $"/v1/aanvragen/{zaak}"))).Veld("status"));
        var afstemming = await Zaakloop.Gelukt(huis.Haal("bert", "/v1/afstemming"));
        Assert.DoesNotContain(zaak, afstemming.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settled_anew_it_is_never_less_however_it_is_judged()
    {
        var (eva, zaak) = await Vastgesteld();
        var verantwoording = $"/v1/verantwoordingen/{zaak}";
        var was = Bedrag((await Zaakloop.Gelukt(huis.Haal(eva, verantwoording))).Inhoud.GetProperty("besluit"), "vastgesteld");
        await Gegrond(eva, zaak);

        var niets = AlleenC.Replace("true", "false", StringComparison.Ordinal);
        await Zaakloop.Gelukt(huis.Post(_bo, $"{verantwoording}/beoordeling", niets));
        await Ondertekend(zaak, _mo, _derde);

        var besluit = (await Zaakloop.Gelukt(huis.Haal(eva, verantwoording))).Inhoud.GetProperty("besluit");
        Assert.Equal(
            ($"{zaak}-S2", was, 0m),
            (besluit.GetProperty("nummer").GetString(), Bedrag(besluit, "vastgesteld"), Bedrag(besluit, "nogTeBetalen"))
        );
        Assert.Equal(was, await Opgedragen(zaak));
    }

    /// <summary>Awarded, drawn in the sample, and settled on C alone as no proof came.</summary>
    private async Task<(string Wie, string Zaak)> Vastgesteld()
    {
        var (eva, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(eva, kvkNummer);
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, eva);
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        await _loop.Verleend(zaak);
        huis.Klok.Vooruit(Duration.FromDays(400));
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/verantwoordingen/{zaak}/steekproef", """{"zaad":"z"}"""));
        // The letter that asks for proof is sent: its term runs.
        await huis.Stil();
        huis.Klok.Vooruit(Duration.FromDays(60));
        await Zaakloop.Gelukt(huis.Post(Mensen.Dubbel, $"/v1/verantwoordingen/{zaak}/beoordeling", AlleenC));
        await Ondertekend(zaak, Mensen.Medeondertekenaar, huis.Medewerker(Rol.Medeondertekenaar));
        // So that what follows is of a later moment.
        huis.Klok.Vooruit(Duration.FromDays(1));
        return (eva, zaak);
    }

    /// <summary>The applicant objects to the settlement and is found right.</summary>
    private async Task<string> Gegrond(string eva, string zaak)
    {
        var verzoek = $$"""{"besluit":"{{zaak}}-S1","naam":"Eva","gronden":"Alles is uitgevoerd.","wilHoren":false}""";
        var bezwaar = (await Zaakloop.Gelukt(huis.Post(eva, $"/v1/verleningen/{zaak}/bezwaren", verzoek))).Veld("bezwaar");
        await huis.Stil();
        await _bezwaren.Doe(_bo, bezwaar, "ontvankelijkheid", """{"grond":"op-tijd","argument":"Binnen zes weken."}""");
        await _bezwaren.Doe(_bo, bezwaar, "hoorafzien", """{"grond":"wil-niet-gehoord","argument":"Zelf gezegd."}""");
        await _bezwaren.Doe(_bo, bezwaar, "voorstel", """{"uitkomst":"gegrond","motivering":"Het plan is er wel."}""");
        await _bezwaren.Doe(_mo, bezwaar, "ondertekening", await _bezwaren.Voorstel(bezwaar, _mo));
        return bezwaar;
    }

    private async Task Ondertekend(string zaak, params string[] mensen)
    {
        foreach (var wie in mensen)
        {
            await Zaakloop.Gelukt(huis.Post(wie, $"/v1/verantwoordingen/{zaak}/ondertekening", await Voorstel(zaak)));
        }
        await huis.Stil();
    }

    /// <summary>The body that signs the proposal as it lies there.</summary>
    private async Task<string> Voorstel(string zaak)
    {
        var beeld = (await Zaakloop.Gelukt(huis.Haal(_mo, $"/v1/verantwoordingen/{zaak}"))).Inhoud;
        return $$"""{"hash":"{{beeld.GetProperty("voorstel").GetProperty("hash").GetString()}}"}""";
    }

    private async Task<IReadOnlyList<JsonElement>> Opdrachten(string zaak) =>
        [
            .. (
                await Zaakloop.Gelukt(huis.Haal(Mensen.FinancieelMedewerker, $"/v1/betaalopdrachten?zaaknummer={zaak}"))
            )
                .Inhoud.GetProperty("opdrachten")
                .EnumerateArray(),
        ];

    private async Task<decimal> Opgedragen(string zaak) => (await Opdrachten(zaak)).Sum(o => Bedrag(o, "bedrag"));

    /// <summary>Of the obligation, of what is to be claimed back, and of the costs.</summary>
    private async Task<string> Saldi(string zaak)
    {
        var saldi = (
            await Zaakloop.Gelukt(huis.Haal(Mensen.FinancieelMedewerker, $"/v1/grootboek/saldi?zaaknummer={zaak}"))
        ).Inhoud.EnumerateArray();
        var bedragen = saldi.ToDictionary(s => s.GetProperty("rekening").GetString()!, s => s.GetProperty("bedrag").GetString());
        return $"{bedragen["verplichtingen"]} {bedragen["te-vorderen"]} {bedragen["kosten"]}";
    }

    private static decimal Bedrag(JsonElement van, string naam) =>
        decimal.Parse(van.GetProperty(naam).GetString()!, CultureInfo.InvariantCulture);
}
