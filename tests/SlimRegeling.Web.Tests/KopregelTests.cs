using System.Net;
using System.Text.RegularExpressions;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web.Tests;

/// <summary>What every page and answer tells the browser, and that a page keeps to it.</summary>
public sealed partial class KopregelTests(Paginahuis huis)
{
    private const string Beleid =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // A file that the API gives, passed on for everyone.
    private const string Doorgegeven = "/leercultuur/gegevens/{bestand}";
    private const string Bestandsbeleid = "sandbox; default-src 'none'";

    private static readonly (string Naam, string Waarde)[] Overal =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_says_what_it_may_load_and_has_nothing_else()
    {
        string[] daarnaast = ["/bestaat-niet", "/aanmelden/terug", "/zaken/onzin"];
        var bladen = huis.Bladen.Where(b => b.Route != "/afmelden").ToList();
        foreach (var rol in Enum.GetValues<Rol>().Where(r => r != Rol.Dienst).Cast<Rol?>().Append(null))
        {
            using var iemand = new Bezoeker(huis.Adres);
            if (rol is { } r)
            {
                using var aangemeld = await iemand.MeldAan(Paginahuis.In(r));
            }
            foreach (var pad in bladen.Select(b => b.Pad).Concat(daarnaast))
            {
                using var antwoord = await iemand.Haal(pad);
                var blad = bladen.FirstOrDefault(b => b.Pad == pad);
                Assert.Equal(blad?.Route == Doorgegeven ? Bestandsbeleid : Beleid, Kop(antwoord, "Content-Security-Policy"));
                Controleer(antwoord);
                if (rol is not null || blad?.Toegang.Openbaar != true || antwoord.StatusCode >= HttpStatusCode.BadRequest)
                {
                    Assert.True(Kop(antwoord, "Cache-Control") == "no-store", $"{pad} as {rol}: {Kop(antwoord, "Cache-Control")}");
                }
                if (antwoord.Content.Headers.ContentType?.MediaType == "text/html" && blad?.IsVanBibliotheek != true)
                {
                    Assert.DoesNotMatch(InDeBladzijde(), await antwoord.Content.ReadAsStringAsync(Ct));
                }
            }
        }
    }

    [Theory]
    [InlineData("/quickscan?ingebed=ja")]
    [InlineData("/quickscan/beeld?ingebed=ja&taal=en&" + Paginahuis.Ingevuld)]
    public async Task Only_a_QuickScan_that_says_so_may_stand_in_another_site_and_it_sets_no_cookie(string pad)
    {
        using var iemand = new Bezoeker(huis.Adres);
        using var antwoord = await iemand.Haal(pad);
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        Assert.Equal(
            Beleid.Replace("frame-ancestors 'none'", "frame-ancestors *", StringComparison.Ordinal),
            Kop(antwoord, "Content-Security-Policy")
        );
        Assert.Null(Kop(antwoord, "X-Frame-Options"));
        Assert.Equal("cross-origin", Kop(antwoord, "Cross-Origin-Resource-Policy"));
        Assert.Equal("no-referrer", Kop(antwoord, "Referrer-Policy"));
        Assert.Empty(iemand.Gezet);
        Assert.DoesNotMatch(InDeBladzijde(), await antwoord.Content.ReadAsStringAsync(Ct));
        // What does not say so, and every other page that does.
        foreach (
            var ander in (string[])
                [pad.Replace("ingebed=ja", "ingebed=nee", StringComparison.Ordinal), "/?ingebed=ja", "/proefberekening?ingebed=ja"]
        )
        {
            using var dicht = await iemand.Haal(ander);
            Assert.Equal((ander, Beleid), (ander, Kop(dicht, "Content-Security-Policy")));
            Controleer(dicht);
        }
    }

    [Fact]
    public async Task The_page_of_the_example_provider_keeps_to_it_too()
    {
        using var iemand = new Bezoeker(huis.Adres);
        using var naar = await iemand.Haal("/aanmelden");
        Assert.Equal("no-store", Kop(naar, "Cache-Control"));
        using var keuze = await iemand.Haal(naar.Headers.Location!.ToString());
        Assert.Equal(Beleid, Kop(keuze, "Content-Security-Policy"));
        Assert.Equal("no-store", Kop(keuze, "Cache-Control"));
        Controleer(keuze);
        Assert.DoesNotMatch(InDeBladzijde(), await keuze.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task An_answer_of_the_api_loads_nothing_and_what_is_of_someone_is_kept_nowhere()
    {
        foreach (
            var (wie, pad, bewaard) in ((string?, string, bool)[])
                [
                    ("ondernemer", $"/v1/zaken/{huis.Zaak}", false),
                    ("beoordelaar", $"/v1/aanvragen/{huis.Zaak}", false),
                    ("beoordelaar", $"/v1/brieven?zaaknummer={huis.Zaak}", false),
                    ("beheerder", "/v1/beheer/berichten", false),
                    ("functionaris-gegevensbescherming", "/v1/inzagen", false),
                    ("onderzoeker", $"/v1/zaken/{huis.Zaak}", false),
                    (null, $"/v1/zaken/{huis.Zaak}", false),
                    (null, "/v1/bestaat-niet", false),
                    (null, "/v1/tijdvakken", true),
                ]
        )
        {
            using var antwoord = await huis.Roep(wie, HttpMethod.Get, pad);
            Controleer(antwoord);
            Assert.Equal($"{pad} default-src 'none'; frame-ancestors 'none'", $"{pad} {Kop(antwoord, "Content-Security-Policy")}");
            Assert.True(bewaard ? Kop(antwoord, "Cache-Control") is null : Kop(antwoord, "Cache-Control") == "no-store", $"{pad} as {wie}");
        }
    }

    [Fact]
    public async Task What_went_wrong_with_an_answer_in_an_address_takes_that_address_nowhere_either()
    {
        using var iemand = new Bezoeker(huis.Adres);
        using var nergens = await iemand.Haal("/quickscan/bestaat-niet?D1-1=4");
        Assert.Equal(HttpStatusCode.NotFound, nergens.StatusCode);
        Assert.Equal("no-referrer", Kop(nergens, "Referrer-Policy"));
    }

    [Fact]
    public async Task The_look_of_the_site_may_be_kept()
    {
        using var antwoord = await huis.Roep(null, HttpMethod.Get, "/slim.css");
        Controleer(antwoord);
        Assert.DoesNotContain("no-store", Kop(antwoord, "Cache-Control") ?? "", StringComparison.Ordinal);
    }

    private static void Controleer(HttpResponseMessage antwoord)
    {
        foreach (var (naam, waarde) in Overal)
        {
            var adres = antwoord.RequestMessage!.RequestUri!;
            var verwacht = naam == "Referrer-Policy" && IsSpoorloos(adres.AbsolutePath) ? "no-referrer" : waarde;
            Assert.True(Kop(antwoord, naam) == verwacht, $"{adres}: {naam} is {Kop(antwoord, naam)}");
        }
        Assert.Contains("camera=()", Kop(antwoord, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Null(Kop(antwoord, "Server"));
    }

    /// <summary>Its address has answers in it, or names a scan: it goes along to no other page.</summary>
    private static bool IsSpoorloos(string pad) =>
        pad == "/scan" || pad.StartsWith("/scan/", StringComparison.Ordinal) || pad.StartsWith("/quickscan", StringComparison.Ordinal);

    private static string? Kop(HttpResponseMessage antwoord, string naam) =>
        antwoord.Headers.TryGetValues(naam, out var waarden) ? string.Join(", ", waarden) : null;

    // Style, script and handlers that stand in the page itself: the policy would stop them.
    [GeneratedRegex("""\sstyle\s*=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+\s*=\s*["']|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex InDeBladzijde();
}
