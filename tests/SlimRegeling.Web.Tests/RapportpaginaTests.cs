using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Talen;
using RapportModel = SlimRegeling.Web.Pages.Rapporten.IndexModel;

namespace SlimRegeling.Web.Tests;

/// <summary>What is refused beside a report hides no report, and a file that is not there yet leads to the page that says why.</summary>
public sealed class RapportpaginaTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_there_when_the_benchmark_beside_it_is_refused()
    {
        var (model, client) = Model(Rapport("", (409, """{"type":"urn:x:niet-nu","detail":"Nu niet."}""")));
        using (client)
        {
            await model.OnGet(Ct);
        }
        Assert.Null(model.NogNiet);
        Assert.Equal(6, model.Rapport.Gevraagd);
        Assert.Null(model.Anderen.Kern);
    }

    /// <summary>Its PDF says so too.</summary>
    [Theory]
    [InlineData("", 15)]
    [InlineData(",\"namen\":{}", null)]
    [InlineData(",\"namen\":{},\"anderen\":{\"kring\":\"alle\",\"bedrijven\":10,\"dimensies\":[]}", 10)]
    public async Task Beside_a_report_stand_the_firms_of_the_day_on_which_it_was_fixed(string vast, int? bedrijven)
    {
        const string Nu = """{"kern":{"kring":"alle","bedrijven":15,"dimensies":[]}}""";
        var (model, client) = Model(Rapport(vast, (200, Nu)));
        using (client)
        {
            await model.OnGet(Ct);
        }
        Assert.Equal(bedrijven, model.Anderen.Kern?.Bedrijven);
    }

    [Fact]
    public async Task A_report_that_is_not_there_yet_and_its_file_say_why()
    {
        const string Open = """{"type":"urn:x:scan-open","detail":"De scan is nog open."}""";
        var (model, client) = Model(_ => (409, Open));
        using (client)
        {
            await model.OnGet(Ct);
            Assert.Equal("De scan is nog open.", model.NogNiet?.Uitleg);
            var naar = Assert.IsType<RedirectResult>(await model.OnGetRapportbestand("medewerkers", Ct));
            Assert.Equal("/scans/scan-1/rapport", naar.Url);
        }
    }

    /// <param name="vast">What it was fixed with besides.</param>
    private static Func<string, (int Status, string Inhoud)> Rapport(string vast, (int Status, string Inhoud) benchmark) =>
        pad =>
            pad.EndsWith("/benchmark", StringComparison.Ordinal) ? benchmark
            : pad.EndsWith("/rapport", StringComparison.Ordinal)
                ? (
                    200,
                    $$$$"""{"scan":"scan-1","hash":"x","rapport":{"instrument":"kernvragen-1","gevraagd":6,"antwoorden":6,"beeld":"beeld","dimensies":[],"prioriteiten":[]{{{{vast}}}}},"handvatten":[],"toon":{"inleiding":{"nl":"a","en":"a"},"eersteStap":{"nl":"b","en":"b"}}}"""
                )
            : pad.EndsWith("/dimensies", StringComparison.Ordinal) ? (200, "[]")
            : pad.EndsWith("/scankeuzes", StringComparison.Ordinal)
                ? (200, """{"kenmerken":[],"fasen":[],"belemmeringen":[],"drijfveren":[],"groottes":[],"sectoren":[]}""")
            : (404, "{}");

    private static (RapportModel Model, HttpClient Client) Model(Func<string, (int Status, string Inhoud)> antwoord)
    {
        var client = new HttpClient(new Nagespeeld(antwoord)) { BaseAddress = new("http://nergens/v1/") };
        var model = new RapportModel(new LeercultuurscansApi(client), new Teksten(new HttpContextAccessor(), new Koekjes(false)))
        {
            Scan = "scan-1",
        };
        return (model, client);
    }

    private sealed class Nagespeeld(Func<string, (int Status, string Inhoud)> antwoord) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var (status, inhoud) = antwoord(request.RequestUri!.AbsolutePath);
            var json = new StringContent(inhoud);
            json.Headers.ContentType = new MediaTypeHeaderValue(status == 200 ? "application/json" : "application/problem+json");
            return Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = json });
        }
    }
}
