using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using SlimRegeling.Platform.Api;
using SlimRegeling.Web.Dossier;

namespace SlimRegeling.Web;

/// <summary>
/// What a page may load: everything from this site and nothing written in the page itself. Forms go to this site or to where people sign in, and no other
/// site shows a page in a frame, but for what is <see cref="Inbedbaar"/>.
/// </summary>
internal sealed class Beveiligingsbeleid
{
    private readonly string _laden;

    private Beveiligingsbeleid(string provider) =>
        _laden =
            $"default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'{provider}; base-uri 'none'";

    public static Beveiligingsbeleid Uit(IConfiguration configuratie) =>
        new(
            Uri.TryCreate(configuratie["SlimRegeling:Aanmelding:Provider"], UriKind.Absolute, out var adres)
                ? $" {adres.GetLeftPart(UriPartial.Authority)}"
                : ""
        );

    /// <summary>Of this answer.</summary>
    public string Van(HttpContext http) =>
        http.Features.Get<Download>() is not null ? Download.Beleid
        : http.Features.Get<Inbedbaar>() is not null ? $"{_laden}; frame-ancestors *"
        : $"{_laden}; frame-ancestors 'none'";
}
