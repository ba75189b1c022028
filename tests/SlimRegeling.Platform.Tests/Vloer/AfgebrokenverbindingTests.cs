using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Platform.Contexten;
using Xunit;

namespace SlimRegeling.Platform.Tests.Vloer;

public class AfgebrokenverbindingTests
{
    [Fact]
    public async Task A_connection_that_breaks_off_is_the_failure_that_callers_wait_for()
    {
        var diensten = new ServiceCollection();
        diensten.VoegContextklantenToe([]);
        diensten.AddHttpClient("buur").ConfigurePrimaryHttpMessageHandler(() => new Brekend());
        await using var gebouwd = diensten.BuildServiceProvider();
        using var client = gebouwd.GetRequiredService<IHttpClientFactory>().CreateClient("buur");

        var fout = await Assert.ThrowsAsync<HttpRequestException>(() =>
            client.GetAsync(new Uri("http://buur.test/"), TestContext.Current.CancellationToken)
        );

        Assert.IsType<SocketException>(fout.InnerException);
    }

    private sealed class Brekend : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new SocketException((int)SocketError.NotConnected);
    }
}
