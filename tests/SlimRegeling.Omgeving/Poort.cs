using System.Net;
using System.Net.Sockets;

namespace SlimRegeling.Omgeving;

public static class Poort
{
    /// <summary>A port of 127.0.0.1 that was free a moment ago; bind it soon.</summary>
    public static int Vrij()
    {
        using var luisteraar = new TcpListener(IPAddress.Loopback, 0);
        luisteraar.Start();
        return ((IPEndPoint)luisteraar.LocalEndpoint).Port;
    }
}
