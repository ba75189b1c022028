using System.Globalization;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;
using SlimRegeling.Platform;

namespace SlimRegeling.Dossiers.Emails;

/// <summary>How e-mail leaves the house: by a server, or without one as files in the data folder, or not at all.</summary>
public sealed class Emailinstellingen
{
    public const string Sectie = "SlimRegeling:Email";

    /// <summary>What is said at <c>Server</c> by who wants no e-mail to be sent.</summary>
    public const string Geen = "geen";

    private const string Proefafzender = "slimregeling@voorbeeld.invalid";
    private static readonly Uri Proefadres = new("http://127.0.0.1:5080/");

    /// <summary>Null: e-mail is written to <see cref="Map"/>.</summary>
    public string? Server { get; private init; }

    /// <summary>Nobody gets e-mail, because somebody chose that.</summary>
    public bool Uit { get; private init; }

    public int Poort { get; private init; }

    public SecureSocketOptions Beveiliging { get; private init; }

    public string? Gebruiker { get; private init; }

    /// <summary>Never logged and in no message.</summary>
    public string? Wachtwoord { get; private init; }

    public required MailboxAddress Afzender { get; init; }

    /// <summary>Where people find the site; it ends with a slash.</summary>
    public required Uri Siteadres { get; init; }

    /// <summary>Whether sender and address of the site were given, as production asks.</summary>
    public bool Volledig { get; private init; }

    /// <summary>Of who keeps watch; null when nobody is mailed about alarms.</summary>
    public MailboxAddress? Alarmadres { get; private init; }

    /// <summary>How many a minute, in each process: a server that gets more puts us off.</summary>
    public int PerMinuut { get; private init; }

    /// <summary>For e-mail that no server sends.</summary>
    public required string Map { get; init; }

    /// <exception cref="Opstartfout">What is configured cannot be used.</exception>
    public static Emailinstellingen Lees(IConfiguration configuratie)
    {
        var sectie = configuratie.GetSection(Sectie);
        var server = Tekst(sectie, "Server");
        var uit = server is Geen;
        var (beveiliging, poort) = Tekst(sectie, "Beveiliging") switch
        {
            null or "starttls" => (SecureSocketOptions.StartTls, 587),
            "tls" => (SecureSocketOptions.SslOnConnect, 465),
            "geen" => (SecureSocketOptions.None, 25),
            var anders => throw new Opstartfout($"{Sectie}:Beveiliging is '{anders}'. Kies starttls, tls of geen."),
        };
        var gebruiker = Tekst(sectie, "Gebruiker");
        var wachtwoord = Tekst(sectie, "Wachtwoord");
        if (gebruiker is null != wachtwoord is null)
        {
            throw new Opstartfout($"Geef bij {Sectie} zowel Gebruiker als Wachtwoord, of geen van beide.");
        }
        var afzender = Tekst(sectie, "Afzender");
        var site = Tekst(sectie, "Siteadres");
        return new()
        {
            Server = uit ? null : server,
            Uit = uit,
            Beveiliging = beveiliging,
            Poort = Getal(sectie, "Poort", poort, 65535),
            Gebruiker = gebruiker,
            Wachtwoord = wachtwoord,
            Afzender = Adres(afzender ?? Proefafzender, "Afzender"),
            Siteadres = Site(site),
            Alarmadres = Tekst(sectie, "Alarmadres") is { } alarm ? Adres(alarm, "Alarmadres") : null,
            Volledig = afzender is not null && site is not null,
            PerMinuut = Getal(sectie, "PerMinuut", 300, 100_000),
            Map = Path.Combine(configuratie["SlimRegeling:Gegevensmap"] ?? IngebouwdePostgres.StandaardGegevensmap, "email"),
        };
    }

    private static MailboxAddress Adres(string tekst, string naam) =>
        MailboxAddress.TryParse(tekst, out var adres) && adres.Address.Contains('@', StringComparison.Ordinal)
            ? adres
            : throw new Opstartfout(
                $"{Sectie}:{naam} is '{tekst}'. Geef een e-mailadres, zoals slim@voorbeeld.nl of SLIM-regeling <slim@voorbeeld.nl>."
            );

    private static Uri Site(string? site) =>
        site is null ? Proefadres
        : Uri.TryCreate(site.EndsWith('/') ? site : site + "/", UriKind.Absolute, out var adres) && adres.Scheme is "https" or "http"
            ? adres
        : throw new Opstartfout($"{Sectie}:Siteadres is '{site}'. Geef het volledige adres van de site, dat begint met https://.");

    private static string? Tekst(IConfigurationSection sectie, string naam) =>
        sectie[naam] is { } tekst && !string.IsNullOrWhiteSpace(tekst) ? tekst.Trim() : null;

    private static int Getal(IConfigurationSection sectie, string naam, int standaard, int hoogste) =>
        Tekst(sectie, naam) is not { } tekst ? standaard
        : int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var getal) && getal > 0 && getal <= hoogste ? getal
        : throw new Opstartfout($"{Sectie}:{naam} is '{tekst}'. Geef een heel getal van 1 tot en met {hoogste}.");
}
