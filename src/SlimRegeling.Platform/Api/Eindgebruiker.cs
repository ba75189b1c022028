using System.Net;
using Microsoft.AspNetCore.Http;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Platform.Api;

/// <summary>The address of the person at the other end of a call.</summary>
public static class Eindgebruiker
{
    /// <summary>Who calls for someone else passes their address on in this header. Of several, the last is what the nearest caller saw.</summary>
    public const string Kopregel = "X-Forwarded-For";

    /// <summary>
    /// The address of the connection, or the one that it passes on when the caller may speak for others: a service of ours, or what runs on
    /// this machine (the portal in this process, a proxy before it). Nobody else can pass for another by writing a header.
    /// </summary>
    public static IPAddress Adres(HttpContext http, Persoonlezer lezer)
    {
        // No address: a socket of this machine.
        var verbinding = Gewoon(http.Connection.RemoteIpAddress ?? IPAddress.Loopback);
        var vertrouwd = IPAddress.IsLoopback(verbinding) || lezer.Lees(http)?.Heeft(Rol.Dienst) == true;
        return vertrouwd && Doorgegeven(http.Request.Headers[Kopregel].ToString()) is { } adres ? adres : verbinding;
    }

    private static IPAddress? Doorgegeven(string kopregel) =>
        IPEndPoint.TryParse(kopregel[(kopregel.LastIndexOf(',') + 1)..].Trim(), out var adres) ? Gewoon(adres.Address) : null;

    private static IPAddress Gewoon(IPAddress adres) => adres.IsIPv4MappedToIPv6 ? adres.MapToIPv4() : adres;
}

/// <summary>Lets the pages tell the API for whom they call.</summary>
public sealed class Eindgebruikersadres(IHttpContextAccessor verzoek, Persoonlezer lezer) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (verzoek.HttpContext is { } http)
        {
            request.Headers.Add(Eindgebruiker.Kopregel, Eindgebruiker.Adres(http, lezer).ToString());
        }
        return base.SendAsync(request, cancellationToken);
    }
}
