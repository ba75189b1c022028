using Microsoft.AspNetCore.Http;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>
/// How every cookie of the pages is set: for this site alone, out of reach of scripts, and not sent along from elsewhere except by following a
/// link. In production over https only, under a name that no other host of the domain can set (<c>__Host-</c>).
/// </summary>
/// <param name="veilig">Production (<see cref="Productie"/>); elsewhere the site may be on plain http.</param>
public sealed class Koekjes(bool veilig)
{
    /// <summary>Remembers the language that one chose: nl or en.</summary>
    public const string Taal = "slim-taal";

    public string Naam(string naam) => veilig ? $"__Host-{naam}" : naam;

    public void Richt(CookieBuilder koekje, string naam)
    {
        koekje.Name = Naam(naam);
        koekje.Path = "/";
        koekje.Domain = null;
        koekje.HttpOnly = true;
        koekje.IsEssential = true;
        koekje.SameSite = SameSiteMode.Lax;
        koekje.SecurePolicy = veilig ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    public CookieOptions Opties(HttpContext http, TimeSpan levensduur) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = veilig || http.Request.IsHttps,
            MaxAge = levensduur,
        };
}
