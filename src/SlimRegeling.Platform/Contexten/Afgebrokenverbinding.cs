using System.Net.Sockets;

namespace SlimRegeling.Platform.Contexten;

/// <summary>
/// A connection that breaks while .NET looks at it gives a bare <see cref="SocketException"/>, whose callers wait for what
/// <see cref="HttpClient"/> promises: <see cref="HttpRequestException"/>.
/// </summary>
public sealed class Afgebrokenverbinding : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (SocketException e)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The connection broke off.", e);
        }
    }
}
