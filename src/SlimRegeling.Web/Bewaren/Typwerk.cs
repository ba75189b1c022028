using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web.Bewaren;

/// <summary>Why what someone sent did not get where it had to be.</summary>
public enum Bewaarreden
{
    /// <summary>Nobody was signed in any more.</summary>
    Afgemeld,

    /// <summary>The API was away or busy.</summary>
    Storing,
}

/// <summary>What was sent from a form and did not arrive.</summary>
/// <param name="Pad">The page for which it was meant.</param>
/// <param name="Wie">Who typed it (pseudonym), and for which enterprise; empty for who had not signed in yet.</param>
/// <param name="Gekomen">As the form sent it: several boxes that were ticked have one name.</param>
public sealed record Getypt(
    string Pad,
    string Wie,
    IReadOnlyDictionary<string, StringValues> Gekomen,
    DateTimeOffset Tot,
    Bewaarreden Reden = Bewaarreden.Afgemeld
)
{
    /// <summary>A choice has a hidden field before it, so that taking it away is sent too: the last one counts.</summary>
    public IReadOnlyDictionary<string, string> Velden { get; } = Gekomen.ToDictionary(v => v.Key, v => v.Value.LastOrDefault() ?? "");

    public int Tekens { get; } = Gekomen.Sum(v => v.Key.Length + v.Value.Sum(w => w?.Length ?? 0));

    /// <summary>All that was ticked under one name.</summary>
    public IReadOnlyList<string> Alle(string veld) => [.. Gekomen.GetValueOrDefault(veld).OfType<string>()];
}

/// <summary>Goes with a request of which the page cannot be shown: whether what was typed is kept, for the page that says why.</summary>
internal sealed record Bewaarstand(bool Bewaard, Bewaarreden Reden, string Pad);

/// <summary>
/// Keeps what someone typed while they sign in or while the API is away, so that nothing is lost: in memory, for an hour, behind a random number
/// in a cookie and for the same person only; never in an address. The site is one process, so its memory is enough; a restart in between loses it.
/// </summary>
public sealed class Typwerk(IDataProtectionProvider sleutels, Koekjes koekjes, TimeProvider klok)
{
    /// <summary>The hidden field that tells which person a form was made for.</summary>
    public const string Zegelveld = "_zegel";

    private const string Koekje = "slim-typwerk";

    // The only page that takes what someone typed before they signed in. Elsewhere it could be what another planted.
    private const string Beginpad = "/aanvragen/beginnen";

    private const int MeesteTekens = 500_000;
    private const int Meeste = 2_000;
    private const int MeesteSamen = 50_000_000;

    // Anyone can send without an account: that takes no room from who has one.
    private const int MeesteNaamloos = 200;
    private const int MeesteNaamloosSamen = 5_000_000;

    private static readonly TimeSpan Houdbaar = TimeSpan.FromHours(1);

    private readonly IDataProtector _zegel = sleutels.CreateProtector("slimregeling.typwerk");
    private readonly Dictionary<string, Getypt> _bewaard = [];
    private readonly Lock _slot = new();

    public string Zegel(Persoon? persoon) => _zegel.Protect(Wie(persoon));

    /// <summary>Who types, and for which enterprise: what was typed for one comes back for no other. Empty for who did not sign in.</summary>
    public static string Wie(Persoon? persoon) => persoon is null ? "" : $"{persoon.Onderwerp} {persoon.KvkNummer}";

    /// <summary>Whether this page takes what someone typed before they signed in.</summary>
    public static bool MagNaamloos(HttpContext http) => http.Request.Path.Equals(Beginpad, StringComparison.OrdinalIgnoreCase);

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

    /// <summary>Takes the place of what this browser left before.</summary>
    /// <returns>Whether it is kept; too much is not.</returns>
    public bool Bewaar(HttpContext http, string wie, IFormCollection formulier, Bewaarreden reden)
    {
        var velden = formulier.Where(v => v.Key is not (Zegelveld or "__RequestVerificationToken")).ToDictionary(v => v.Key, v => v.Value);
        var getypt = new Getypt(http.Request.Path.Value ?? "/", wie, velden, klok.GetUtcNow() + Houdbaar, reden);
        if (getypt.Tekens > MeesteTekens || (wie.Length == 0 && !MagNaamloos(http)))
        {
            return false;
        }
        var nummer = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        lock (_slot)
        {
            Ruim();
            if (http.Request.Cookies[koekjes.Naam(Koekje)] is { } vorige)
            {
                _bewaard.Remove(vorige);
            }
            if (!Past(getypt))
            {
                return false;
            }
            _bewaard[nummer] = getypt;
        }
        http.Response.Cookies.Append(koekjes.Naam(Koekje), nummer, koekjes.Opties(http, Houdbaar));
        return true;
    }

    /// <summary>What this person typed for this page. It stays kept: whoever shows it takes it, once nothing can go wrong any more.</summary>
    public Getypt? Zie(HttpContext http, Persoon? persoon)
    {
        if (http.Request.Cookies[koekjes.Naam(Koekje)] is not { } nummer)
        {
            return null;
        }
        lock (_slot)
        {
            return
                _bewaard.TryGetValue(nummer, out var getypt)
                && getypt.Pad == http.Request.Path.Value
                && getypt.Tot >= klok.GetUtcNow()
                && (getypt.Wie.Length == 0 || getypt.Wie == Wie(persoon))
                ? getypt
                : null;
        }
    }

    /// <summary>What this person typed for this page; it is given once.</summary>
    public Getypt? Neem(HttpContext http, Persoon? persoon)
    {
        lock (_slot)
        {
            if (Zie(http, persoon) is not { } getypt)
            {
                return null;
            }
            _bewaard.Remove(http.Request.Cookies[koekjes.Naam(Koekje)]!);
            http.Response.Cookies.Delete(koekjes.Naam(Koekje), koekjes.Opties(http, Houdbaar));
            return getypt;
        }
    }

    private bool Past(Getypt getypt)
    {
        var naamloos = getypt.Wie.Length == 0;
        var soort = _bewaard.Values.Where(b => (b.Wie.Length == 0) == naamloos).ToList();
        return soort.Count < (naamloos ? MeesteNaamloos : Meeste)
            && soort.Sum(b => b.Tekens) + getypt.Tekens <= (naamloos ? MeesteNaamloosSamen : MeesteSamen);
    }

    private void Ruim()
    {
        var nu = klok.GetUtcNow();
        foreach (var nummer in _bewaard.Where(b => b.Value.Tot < nu).Select(b => b.Key).ToList())
        {
            _bewaard.Remove(nummer);
        }
    }
}
