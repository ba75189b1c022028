using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>
/// Which sessions were ended. The cookie holds the whole session, so a copy of it would outlive signing out: each sign-in gives it a number of
/// its own, and who signs out has that number refused until the cookie would have ended by itself. Asked in memory at each page; a restart reads
/// it back from where the site keeps it.
/// </summary>
internal sealed class Sessies(Sessieopslag? opslag = null)
{
    private const string Nummer = "sessie";

    private readonly ConcurrentDictionary<string, DateTimeOffset> _geeindigd = new(StringComparer.Ordinal);

    /// <summary>A session that goes on with something else in it keeps its number.</summary>
    public static void Begin(AuthenticationProperties sessie) =>
        sessie.Items.TryAdd(Nummer, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    public async Task Eindig(AuthenticationProperties sessie, CancellationToken ct)
    {
        var nu = TimeProvider.System.GetUtcNow();
        foreach (var (nummer, tot) in _geeindigd)
        {
            if (tot < nu)
            {
                _geeindigd.TryRemove(nummer, out _);
            }
        }
        if (sessie.Items.TryGetValue(Nummer, out var dit) && dit is not null)
        {
            var tot = sessie.ExpiresUtc ?? nu.AddDays(1);
            // First here: should it not be kept, this process refuses it all the same.
            _geeindigd[dit] = tot;
            if (opslag is not null)
            {
                await opslag.Bewaar(dit, tot, ct);
            }
        }
    }

    /// <summary>What was ended before this process began.</summary>
    public void Onthoud(string nummer, DateTimeOffset tot) => _geeindigd[nummer] = tot;

    /// <summary>False for a session that was ended, and for a cookie of before sessions had a number.</summary>
    public bool Loopt(AuthenticationProperties sessie) =>
        sessie.Items.TryGetValue(Nummer, out var nummer) && nummer is not null && !_geeindigd.ContainsKey(nummer);
}
