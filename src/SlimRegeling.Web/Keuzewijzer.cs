using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web;

/// <summary>
/// An adviser who signs in again is oneself, and the page of a client's case is not there. Who acted for another in this browser a short while ago
/// is led to the choice, and after it back to the page.
/// </summary>
public sealed class Keuzewijzer(IDataProtectionProvider sleutels, Koekjes koekjes, Persoonlezer lezer) : IAlwaysRunResultFilter
{
    private const string Koekje = "slim-koos";

    // A working day; the choice itself ends with the session.
    private static readonly TimeSpan Houdbaar = TimeSpan.FromHours(10);

    private readonly IDataProtector _zegel = sleutels.CreateProtector("slimregeling.koos");

    /// <summary>Whether an address is that of one case.</summary>
    public static bool IsVanZaak(string? pad) => pad?.Contains("/SLIM-", StringComparison.OrdinalIgnoreCase) == true;

    public static string Keuze(string terug) => $"/machtigingen?terug={Uri.EscapeDataString(terug)}";

    /// <summary>Remembers that this person acts for another; for whom is not kept.</summary>
    public void Onthoud(HttpContext http) =>
        http.Response.Cookies.Append(
            koekjes.Naam(Koekje),
            _zegel.Protect(lezer.Lees(http)?.Onderwerp ?? ""),
            koekjes.Opties(http, Houdbaar)
        );

    public void Vergeet(HttpContext http) => http.Response.Cookies.Delete(koekjes.Naam(Koekje), koekjes.Opties(http, Houdbaar));

    public void OnResultExecuting(ResultExecutingContext context)
    {
        var http = context.HttpContext;
        if (
            context.Result is IStatusCodeActionResult { StatusCode: StatusCodes.Status404NotFound }
            && HttpMethods.IsGet(http.Request.Method)
            && IsVanZaak(http.Request.Path.Value)
            && http.Features.Get<Vertegenwoordigde>() is null
            && lezer.Lees(http) is { MagKiezen: true } persoon
            && Onthouden(http) == persoon.Onderwerp
        )
        {
            context.Result = new LocalRedirectResult(Keuze(http.Request.Path + http.Request.QueryString));
        }
    }

    public void OnResultExecuted(ResultExecutedContext context) { }

    private string? Onthouden(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[koekjes.Naam(Koekje)] is { Length: > 0 } zegel ? _zegel.Unprotect(zegel) : null;
        }
        catch (CryptographicException)
        {
            // Not ours, or of keys that are gone: nothing is remembered.
            return null;
        }
    }
}
