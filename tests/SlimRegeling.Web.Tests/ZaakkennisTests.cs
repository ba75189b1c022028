using System.Net;
using SlimRegeling.Platform;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Scanwerk;

namespace SlimRegeling.Web.Tests;

/// <summary>A case that nobody knows is a mistake; one that who looks may not ask about is for the case to decide.</summary>
public sealed class ZaakkennisTests
{
    [Theory]
    [InlineData(404, 404, 404, false)]
    [InlineData(403, 404, 404, false)]
    [InlineData(403, 403, 403, true)]
    [InlineData(404, 200, 404, true)]
    public async Task A_case_is_unknown_only_to_who_may_ask(int ingediend, int concept, int uitgenodigd, bool kent)
    {
        using var client = new HttpClient(new Zaakantwoorden([ingediend, concept, uitgenodigd]))
        {
            BaseAddress = new("http://nergens/v1/"),
        };

        string zaak = Zaaknummer.Trek();
        Assert.Equal(kent, await new AanvragenApi(client).KentZaak(zaak, TestContext.Current.CancellationToken));
    }

    private sealed class Zaakantwoorden(IEnumerable<int> stand) : HttpMessageHandler
    {
        private readonly Queue<int> _stand = new(stand);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage((HttpStatusCode)_stand.Dequeue()) { Content = new StringContent("") });
    }
}
