using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web.Bewaren;

/// <summary>What was sent from a form while nobody was signed in any more.</summary>
/// <param name="Pad">The page for which it was meant.</param>
/// <param name="Wie">Who typed it (pseudonym); empty for who had not signed in yet.</param>
public sealed record Getypt(string Pad, string Wie, IReadOnlyDictionary<string, string> Velden, DateTimeOffset Tot);

/// <summary>
/// Keeps what someone typed while they sign in, so that nothing is lost: in memory, for an hour, behind a random number in a cookie and for the
/// same person only; never in an address. The site is one process, so its memory is enough; a restart in between loses it.
/// </summary>
public sealed class Typwerk(IDataProtectionProvider sleutels, TimeProvider klok)
{
    /// <summary>The hidden field that tells which person a form was made for.</summary>
    public const string Zegelveld = "_zegel";

    private const string Koekje = "slim-typwerk";
    private const int MeesteTekens = 500_000;
    private const int Meeste = 2_000;

    private static readonly TimeSpan Houdbaar = TimeSpan.FromHours(1);

    private readonly IDataProtector _zegel = sleutels.CreateProtector("slimregeling.typwerk");
    private readonly ConcurrentDictionary<string, Getypt> _bewaard = new();

    public string Zegel(Persoon? persoon) => _zegel.Protect(persoon?.Onderwerp ?? "");

    /// <summary>For whom a form was made; null when that is not ours.</summary>
    public string? Maker(IFormCollection formulier)
    {
        try
        {
            return formulier[Zegelveld].ToString() is { Length: > 0 } zegel ? _zegel.Unprotect(zegel) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <returns>Whether it is kept; too much is not.</returns>
    public bool Bewaar(HttpContext http, string wie, IFormCollection formulier)
    {
        var velden = formulier
            .Where(v => v.Key is not (Zegelveld or "__RequestVerificationToken"))
            .ToDictionary(v => v.Key, v => v.Value.LastOrDefault() ?? "");
        Ruim();
        if (_bewaard.Count >= Meeste || velden.Sum(v => v.Key.Length + v.Value.Length) > MeesteTekens)
        {
            return false;
        }
        var nummer = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        _bewaard[nummer] = new(http.Request.Path.Value ?? "/", wie, velden, klok.GetUtcNow() + Houdbaar);
        http.Response.Cookies.Append(Koekje, nummer, Opties(http));
        return true;
    }

    /// <summary>What this person typed for this page; it is given once.</summary>
    public Getypt? Neem(HttpContext http, Persoon? persoon)
    {
        if (
            http.Request.Cookies[Koekje] is not { } nummer
            || !_bewaard.TryGetValue(nummer, out var getypt)
            || getypt.Pad != http.Request.Path.Value
            || getypt.Tot < klok.GetUtcNow()
            || (getypt.Wie.Length > 0 && getypt.Wie != persoon?.Onderwerp)
        )
        {
            return null;
        }
        _bewaard.TryRemove(nummer, out _);
        http.Response.Cookies.Delete(Koekje, Opties(http));
        return getypt;
    }

    private void Ruim()
    {
        var nu = klok.GetUtcNow();
        foreach (var (nummer, _) in _bewaard.Where(b => b.Value.Tot < nu))
        {
            _bewaard.TryRemove(nummer, out _);
        }
    }

    private static CookieOptions Opties(HttpContext http) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = Houdbaar,
        };
}
