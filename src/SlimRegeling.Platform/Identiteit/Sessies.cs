using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>
/// Which sessions were ended. The cookie holds the whole session, so a copy of it would outlive signing out: each sign-in gives it a number of
/// its own, and who signs out has that number refused until the cookie would have ended by itself. Kept in this process: a restart forgets it.
/// </summary>
internal sealed class Sessies
{
    private const string Nummer = "sessie";

    private readonly ConcurrentDictionary<string, DateTimeOffset> _geeindigd = new(StringComparer.Ordinal);

    public static void Begin(AuthenticationProperties sessie) =>
        sessie.Items[Nummer] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public void Eindig(AuthenticationProperties sessie)
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
            _geeindigd[dit] = sessie.ExpiresUtc ?? nu.AddDays(1);
        }
    }

    /// <summary>False for a session that was ended, and for a cookie of before sessions had a number.</summary>
    public bool Loopt(AuthenticationProperties sessie) =>
        sessie.Items.TryGetValue(Nummer, out var nummer) && nummer is not null && !_geeindigd.ContainsKey(nummer);
}
