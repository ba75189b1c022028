using System.Net;
using System.Net.Sockets;

namespace SlimRegeling.Omgeving;

public static class Poort
{
    // Below the ports that systems give to outgoing connections: one of those could take ours while its server is down for a moment.
    private const int Eerste = 15_000;
    private const int Laatste = 30_000;

    /// <summary>A port of 127.0.0.1 that was free a moment ago; bind it soon.</summary>
    public static int Vrij()
    {
        while (true)
        {
            var poort = Random.Shared.Next(Eerste, Laatste);
            using var luisteraar = new TcpListener(IPAddress.Loopback, poort);
            try
            {
                luisteraar.Start();
                return poort;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Someone else's: another one.
            }
        }
    }
}
