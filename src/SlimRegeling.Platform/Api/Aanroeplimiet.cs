using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Api;

/// <summary>Marks an endpoint that one end user may call so many times in any sixty seconds.</summary>
public sealed record Aanroeplimiet(int PerMinuut);

/// <summary>Refuses a call above the limit of its endpoint, before its body is read. Each process counts for itself, in memory.</summary>
internal sealed class Limietbewaking(RequestDelegate volgende, TimeProvider klok, Persoonlezer lezer)
{
    private readonly Aanroepteller _teller = new(klok);

    public Task InvokeAsync(HttpContext http)
    {
        if (
            http.GetEndpoint() is not { } eindpunt
            || eindpunt.Metadata.GetMetadata<Aanroeplimiet>() is not { } limiet
            || _teller.Tel(eindpunt, Netwerk(Eindgebruiker.Adres(http, lezer)), limiet.PerMinuut) is not { } wachttijd
        )
        {
            return volgende(http);
        }
        var seconden = Math.Max(1, (int)Math.Ceiling(wachttijd.TotalSeconds));
        http.Response.Headers.RetryAfter = seconden.ToString(CultureInfo.InvariantCulture);
        return Probleem.Schrijf(
            http,
            new Weigering
            {
                Code = "te-veel-verzoeken",
                Status = StatusCodes.Status429TooManyRequests,
                Uitleg =
                    $"Vanaf uw adres kwamen in één minuut {limiet.PerMinuut} verzoeken; meer kan niet. Probeer het over {seconden} seconden opnieuw.",
            }
        );
    }

    /// <summary>Who has one IPv6 address has the 2^64 of its network.</summary>
    private static IPAddress Netwerk(IPAddress adres)
    {
        if (adres.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return adres;
        }
        var bytes = adres.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}

/// <summary>Counts calls to a thing by address, over the last sixty seconds.</summary>
internal sealed class Aanroepteller(TimeProvider klok)
{
    private static readonly TimeSpan Venster = TimeSpan.FromMinutes(1);

    private readonly Lock _slot = new();
    private readonly Dictionary<(object Wat, IPAddress Wie), Queue<long>> _aanroepen = [];
    private long _opgeruimd = klok.GetTimestamp();

    /// <summary>How many addresses are remembered: those that called in the last one or two minutes.</summary>
    public int Onthouden => _aanroepen.Count;

    /// <returns>Null when this call may go on, and then it counts; else after how long the next one may.</returns>
    public TimeSpan? Tel(object wat, IPAddress wie, int hoogstens)
    {
        lock (_slot)
        {
            var nu = klok.GetTimestamp();
            RuimOp(nu);
            if (!_aanroepen.TryGetValue((wat, wie), out var momenten))
            {
                _aanroepen.Add((wat, wie), momenten = new Queue<long>());
            }
            Vergeet(momenten, nu);
            if (momenten.Count >= hoogstens)
            {
                return Venster - klok.GetElapsedTime(momenten.Peek(), nu);
            }
            momenten.Enqueue(nu);
            return null;
        }
    }

    private void RuimOp(long nu)
    {
        if (klok.GetElapsedTime(_opgeruimd, nu) < Venster)
        {
            return;
        }
        _opgeruimd = nu;
        foreach (var (sleutel, momenten) in _aanroepen)
        {
            Vergeet(momenten, nu);
            if (momenten.Count == 0)
            {
                _aanroepen.Remove(sleutel);
            }
        }
    }

    private void Vergeet(Queue<long> momenten, long nu)
    {
        while (momenten.TryPeek(out var oudste) && klok.GetElapsedTime(oudste, nu) >= Venster)
        {
            momenten.Dequeue();
        }
    }
}
