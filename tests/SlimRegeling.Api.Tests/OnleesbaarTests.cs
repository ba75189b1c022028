using System.Net.Http.Headers;
using System.Text;
using SlimRegeling.Platform;

namespace SlimRegeling.Api.Tests;

/// <summary>Calls that cannot be read, on the real endpoints: told in plain Dutch, and nothing stored.</summary>
public sealed class OnleesbaarTests(Apihuis huis)
{
    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"tijdvak\"")]
    [InlineData("{\"tijdvak\":\"x\"} {}")]
    [InlineData("{\"tijdvak\":\"\\ud800\"}")]
    [InlineData("{\"tijdvak\":{\"tijdvak\":1}}")]
    public Task Malformed_json_is_told(string json) =>
        huis.Weigert(() => huis.Post(Mensen.Anna, "/v1/aanvragen", json), a => a.IsProbleem(400, "onleesbaar"));

    [Theory]
    [InlineData("""{"tijdvak":"x","extra":true}""", "extra")]
    [InlineData("""{"tijdvak":"x","tijdvak":"y"}""", "tijdvak")]
    [InlineData("""{"tijdvak":"x","Tijdvak":"y"}""", "tijdvak")]
    [InlineData("""{}""", "tijdvak")]
    [InlineData("""{"tijdvak":null}""", "tijdvak")]
    [InlineData("""{"tijdvak":1}""", "tijdvak")]
    [InlineData("""{"tijdvak":"x\u0000"}""", "tijdvak")]
    [InlineData("""{"tijdvak":"x\u001b[2J"}""", "tijdvak")]
    [InlineData("""{"tijdvak":"x\u0085"}""", "tijdvak")]
    public Task A_wrong_field_is_named(string json, string veld) =>
        huis.Weigert(() => huis.Post(Mensen.Anna, "/v1/aanvragen", json), a => a.IsProbleem(400, "onleesbaar").NoemtVeld(veld));

    [Fact]
    public async Task A_body_above_the_limit_is_refused()
    {
        var groot = new string(' ', 300 * 1024);
        await huis.Weigert(() => huis.Post(Mensen.Anna, "/v1/aanvragen", groot), a => a.IsProbleem(413, "te-groot").Noemt("256 kB"));
        await huis.Weigert(
            () => huis.Zend(Mensen.Anna, HttpMethod.Post, "/v1/aanvragen", Stukjes(groot)),
            a => a.IsProbleem(413, "te-groot").Noemt("256 kB")
        );
        await huis.Weigert(
            () =>
                huis.Zend(
                    Mensen.Anna,
                    HttpMethod.Post,
                    $"/v1/documenten?zaaknummer={Zaaknummer.Trek()}&soort=plan",
                    new ByteArrayContent(new byte[(20 * 1024 * 1024) + 1])
                    {
                        Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") },
                    }
                ),
            a => a.IsProbleem(413, "te-groot").Noemt("20 MB").NoemtVeld("bestand")
        );

        // Without a length beforehand.
        static StreamContent Stukjes(string tekst) =>
            new(new OnbekendeLengte(Encoding.UTF8.GetBytes(tekst)))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            };
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencoded")]
    public Task Another_kind_of_content_is_refused(string soort)
    {
        var inhoud = new StringContent("""{"tijdvak":"x"}""");
        inhoud.Headers.ContentType = MediaTypeHeaderValue.Parse(soort);
        return huis.Weigert(
            () => huis.Zend(Mensen.Anna, HttpMethod.Post, "/v1/aanvragen", inhoud),
            a => a.IsProbleem(415, "onbekende-inhoud").Noemt("application/json")
        );
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_take_is_told()
    {
        (await huis.Zend(Mensen.Anna, HttpMethod.Delete, "/v1/aanvragen")).IsProbleem(405, "onbekend-adres");
        (await huis.Zend(null, HttpMethod.Delete, "/v1/aanvragen")).IsProbleem(405, "onbekend-adres");
        (await huis.Haal(Mensen.Anna, "/v1/bestaat-niet")).IsProbleem(404, "onbekend-adres");
    }

    [Theory]
    [InlineData("/v1/brieven", "zaaknummer", Mensen.Anna)]
    [InlineData("/v1/zaken?aantal=veel", "aantal", Mensen.Anna)]
    [InlineData("/v1/zaken?aantal=99999999999", "aantal", Mensen.Anna)]
    [InlineData("/v1/ondernemingen/11111111/rekening", "volgnummer", Mensen.Dienst)]
    public Task A_wrong_or_missing_parameter_is_named(string pad, string veld, string wie) =>
        huis.Weigert(() => huis.Haal(wie, pad), a => a.IsProbleem(400, "onleesbaar").NoemtVeld(veld));

    private sealed class OnbekendeLengte(byte[] inhoud) : MemoryStream(inhoud)
    {
        public override bool CanSeek => false;
    }
}
