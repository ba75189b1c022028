using System.Net.Mail;
using Microsoft.Extensions.Configuration;
using SlimRegeling.Platform;

namespace SlimRegeling.Web;

/// <summary>Where people report what they cannot use: an e-mail address or a page; without one the site says it in general words.</summary>
/// <param name="Tekst">As people read it.</param>
/// <param name="Adres">Where a link leads.</param>
public sealed record Meldadres(string? Tekst, string? Adres)
{
    public const string Sleutel = "SlimRegeling:Toegankelijkheid:Meldadres";

    /// <exception cref="Opstartfout">It is neither.</exception>
    public static Meldadres Uit(IConfiguration configuratie)
    {
        if (configuratie[Sleutel]?.Trim() is not { Length: > 0 } tekst)
        {
            return new(null, null);
        }
        if (Uri.TryCreate(tekst, UriKind.Absolute, out var pagina) && pagina.Scheme is "https" or "http")
        {
            return new(tekst, pagina.AbsoluteUri);
        }
        return MailAddress.TryCreate(tekst, out var email) && email.Address == tekst
            ? new(tekst, $"mailto:{tekst}")
            : throw new Opstartfout($"{Sleutel} is '{tekst}'. Geef een e-mailadres, of het adres van een pagina dat begint met https://.");
    }
}
