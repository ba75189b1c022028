using System.Net;
using System.Text;
using System.Text.Json;
using SlimRegeling.Platform.Api;

namespace SlimRegeling.Api.Tests;

/// <summary>POST /v1/proefberekeningen on the whole program: for everyone, storing nothing, and not without end.</summary>
public sealed class ProefberekeningTests(Apihuis huis)
{
    private const string Pad = "/v1/proefberekeningen";

    private static int _eindgebruiker;

    private readonly Zaakloop _loop = new(huis);

    /// <summary>The plan of <see cref="Zaakloop.Formulier"/>.</summary>
    internal static string Verzoek(string tijdvak) =>
        $$"""
            {"tijdvak":"{{tijdvak}}",
             "aanvrager":{"type":"mkb-onderneming","werkzamePersonen":12.0,"jaaromzet":"1500000.00","balanstotaal":"800000.00","sbiCodes":["4321"]},
             "activiteiten":[
               {"soort":"A","externeUren":[{"uren":40,"uurtarief":"150.00"}],"overigeExterneKosten":"899.20"},
               {"soort":"C","eigenUren":[{"uren":60,"brutojaarloon":"41280.00"}],"externeUren":[{"uren":65,"uurtarief":"120.00"}]}]}
            """;

    [Fact]
    public async Task Anyone_learns_what_a_plan_yields_and_nothing_is_stored()
    {
        var tijdvak = await _loop.Tijdvak();
        var voor = await huis.Opgeslagen();
        var antwoord = await Reken(Verzoek(tijdvak));

        Assert.Equal((200, "application/json"), (antwoord.Status, antwoord.Soort));
        Assert.Equal(
            ("11040.00", "5520.00", "60.00"),
            (antwoord.Veld("subsidiebedrag"), antwoord.Veld("voorschot"), antwoord.Veld("percentage"))
        );
        Assert.Equal(
            (tijdvak, "slim-2026", "klein"),
            (antwoord.Veld("tijdvak"), antwoord.Veld("regelversie"), antwoord.Veld("grootteklasse"))
        );
        Assert.Equal(voor, await huis.Opgeslagen());
    }

    [Fact]
    public async Task A_plan_yields_beforehand_what_an_application_is_told()
    {
        var tijdvak = await _loop.Tijdvak();
        var (wie, _) = huis.Ondernemer();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        var aanvraag = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/aanvragen/{zaak}"))).Inhoud;
        var vooraf = (await Reken(Verzoek(tijdvak))).Inhoud;

        Assert.Equal(aanvraag.GetProperty("gevraagd").GetString(), vooraf.GetProperty("subsidiebedrag").GetString());
        Assert.Equal(aanvraag.GetProperty("berekening").GetRawText(), vooraf.GetProperty("berekening").GetRawText());
    }

    [Fact]
    public async Task A_window_that_was_never_held_here_computes_too()
    {
        var antwoord = await Reken(Verzoek("2025-03-mkb"));
        Assert.Equal((200, "slim-2025"), (antwoord.Status, antwoord.Veld("regelversie")));
        (await Reken(Verzoek("2019-03-mkb"))).IsProbleem(422, "onjuiste-invoer").NoemtVeld("tijdvak");
        (await Reken(Verzoek("\\u0000"))).IsProbleem(422, "onjuiste-invoer").NoemtVeld("tijdvak");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{} {}")]
    [InlineData("""{"tijdvak":"\ud800"}""")]
    [InlineData("""{"\ud800":"x"}""")]
    public async Task What_is_no_message_is_told(string json) => (await Reken(json)).IsProbleem(400, "onleesbaar");

    [Theory]
    [InlineData("\"uren\":60", "\"uren\":NaN", "activiteiten[1].eigenUren[0].uren")]
    [InlineData("\"uren\":60", "\"uren\":1,5", "activiteiten[1].eigenUren[0]")]
    [InlineData("\"899.20\"", "899.", "activiteiten[0].overigeExterneKosten")]
    [InlineData("\"werkzamePersonen\":12.0", "\"werkzamePersonen\":", "aanvrager.werkzamePersonen")]
    public async Task Where_a_text_stops_being_JSON_the_field_is_named(string goed, string fout, string veld)
    {
        var antwoord = await Reken(Verzoek("2026-04-mkb").Replace(goed, fout, StringComparison.Ordinal));
        antwoord.IsProbleem(400, "onleesbaar").NoemtVeld(veld);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_told()
    {
        byte[] bytes = [.. "{\"tijdvak\":\""u8, 0xff, 0xfe, .. "\"}"u8];
        (await Reken(new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") } })).IsProbleem(400, "onleesbaar");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData(null)]
    public async Task Another_kind_of_content_is_refused(string? soort)
    {
        var inhoud = new StringContent(Verzoek("2026-04-mkb"));
        inhoud.Headers.ContentType = soort is null ? null : new(soort);
        (await Reken(inhoud)).IsProbleem(415, "onbekende-inhoud");
    }

    [Fact]
    public async Task What_is_wrong_is_told_all_at_once()
    {
        var fout = Verzoek("2026-04-mkb")
            .Replace("\"899.20\"", "\"899.205\"", StringComparison.Ordinal)
            .Replace("\"uren\":60", "\"uren\":-1", StringComparison.Ordinal)
            .Replace("\"soort\":\"A\"", "\"soort\":\"Z\"", StringComparison.Ordinal);
        (await Reken(fout))
            .IsProbleem(400, "onleesbaar")
            .NoemtVeld("activiteiten[0].overigeExterneKosten")
            .NoemtVeld("activiteiten[1].eigenUren[0].uren")
            .NoemtVeld("activiteiten[0].soort");
    }

    [Fact]
    public async Task Who_asks_too_often_waits_and_nobody_else_does()
    {
        var (veelvrager, ander) = (Eindgebruikernummer(), Eindgebruikernummer());
        for (var i = 0; i < 120; i++)
        {
            // What is refused counts too.
            Assert.Equal(400, (await Reken("{", veelvrager)).Status);
        }
        var wachttijd = 0;
        (await Reken(Tekst(Verzoek("2026-04-mkb")), veelvrager, a => wachttijd = (int)a.Headers.RetryAfter!.Delta!.Value.TotalSeconds))
            .IsProbleem(429, "te-veel-verzoeken")
            .Noemt("120");
        Assert.InRange(wachttijd, 1, 60);
        Assert.Equal(200, (await Reken(Verzoek("2026-04-mkb"), ander)).Status);
        Assert.Equal(200, (await huis.Haal(null, "/v1/tijdvakken")).Status);
    }

    [Fact]
    public async Task The_API_document_tells_of_the_limit_and_every_field()
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };
        var document = await client.GetStringAsync("/openapi/aanvragen.json", TestContext.Current.CancellationToken);
        var bewerking = JsonSerializer
            .Deserialize<JsonElement>(document)
            .GetProperty("paths")
            .GetProperty("/proefberekeningen")
            .GetProperty("post");
        Assert.True(bewerking.GetProperty("responses").GetProperty("429").GetProperty("headers").TryGetProperty("Retry-After", out _));
        Assert.False(bewerking.TryGetProperty("parameters", out _));
        var verzoek = JsonSerializer
            .Deserialize<JsonElement>(document)
            .GetProperty("components")
            .GetProperty("schemas")
            .GetProperty("Proefverzoek")
            .GetProperty("example");
        Assert.Equal(200, (await Reken(verzoek.GetRawText())).Status);
    }

    // Each call as of another end user, or as of one: this machine may pass them on.
    private static IPAddress Eindgebruikernummer()
    {
        var nummer = Interlocked.Increment(ref _eindgebruiker);
        return new IPAddress([198, 18, (byte)(nummer >> 8), (byte)nummer]);
    }

    private Task<Gekregen> Reken(string json, IPAddress? eindgebruiker = null) => Reken(Tekst(json), eindgebruiker);

    private async Task<Gekregen> Reken(HttpContent inhoud, IPAddress? eindgebruiker = null, Action<HttpResponseMessage>? kijk = null)
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, Pad) { Content = inhoud };
        verzoek.Headers.Add(Eindgebruiker.Kopregel, (eindgebruiker ?? Eindgebruikernummer()).ToString());
        using var antwoord = await client.SendAsync(verzoek);
        kijk?.Invoke(antwoord);
        return await Gekregen.Van(antwoord);
    }

    private static StringContent Tekst(string json) => new(json, Encoding.UTF8, "application/json");
}
