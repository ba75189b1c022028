using System.Net;

namespace SlimRegeling.Web.Tests;

/// <summary>Signing in begins a session that nobody could know before, and signing out ends it.</summary>
public sealed class SessieTests(Paginahuis huis)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_that_was_planted_before_signing_in_is_worth_nothing()
    {
        using var aanvaller = new Bezoeker(huis.Adres);
        using var zijn = await aanvaller.MeldAan("buurvrouw");
        var vanAanvaller = aanvaller.Sessie;

        using var slachtoffer = new Bezoeker(huis.Adres);
        foreach (var (naam, waarde) in aanvaller.Koekjes)
        {
            slachtoffer.Koekjes[naam] = waarde;
        }
        using var aangemeld = await slachtoffer.MeldAan("ondernemer");
        Assert.NotEqual(vanAanvaller, slachtoffer.Sessie);
        using var aanvallerNa = await aanvaller.Haal("/zaken");
        Assert.DoesNotContain(huis.Zaak, await aanvallerNa.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var slachtofferNa = await slachtoffer.Haal("/zaken");
        Assert.Contains(huis.Zaak, await slachtofferNa.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_sign_in_is_a_new_session_and_signing_out_ends_it_also_for_who_kept_a_copy()
    {
        using var iemand = new Bezoeker(huis.Adres);
        using var eerste = await iemand.MeldAan("ondernemer");
        var koekjes = iemand.Koekjes.ToDictionary();
        var sessie = iemand.Sessie;
        using var tweede = new Bezoeker(huis.Adres);
        using var nogeens = await tweede.MeldAan("ondernemer", "/zaken");
        Assert.NotEqual(sessie, tweede.Sessie);

        var html = await eerste.Content.ReadAsStringAsync(Ct);
        var teken = Bezoeker.Formulieren(html, "/").Single(f => f.Naar == "/afmelden").Teken!;
        using var afgemeld = await iemand.Stuur(HttpMethod.Post, "/afmelden", [new("__RequestVerificationToken", teken)]);
        Assert.Equal(HttpStatusCode.Redirect, afgemeld.StatusCode);
        Assert.Empty(iemand.Sessie);

        using var kopie = new Bezoeker(huis.Adres);
        foreach (var (naam, waarde) in koekjes)
        {
            kopie.Koekjes[naam] = waarde;
        }
        Assert.NotEmpty(kopie.Sessie);
        using var geweigerd = await kopie.Haal("/zaken");
        Assert.Contains("/aanmelden?terug=", geweigerd.Headers.Location?.ToString(), StringComparison.Ordinal);
        // Another session of the same person goes on.
        using var ander = await tweede.Haal("/zaken");
        Assert.Equal(HttpStatusCode.OK, ander.StatusCode);
    }

    [Fact]
    public async Task What_was_ended_stays_so_over_a_restart_and_what_was_not_goes_on()
    {
        using var iemand = new Bezoeker(huis.Adres);
        using var eerste = await iemand.MeldAan("ondernemer");
        var geeindigd = iemand.Koekjes.ToDictionary();
        var teken = Bezoeker.Formulieren(await eerste.Content.ReadAsStringAsync(Ct), "/").Single(f => f.Naar == "/afmelden").Teken!;
        using var afgemeld = await iemand.Stuur(HttpMethod.Post, "/afmelden", [new("__RequestVerificationToken", teken)]);
        using var ander = new Bezoeker(huis.Adres);
        using var ookAangemeld = await ander.MeldAan("ondernemer");

        await using var herstart = await huis.Herstart();
        await herstart.App.StartAsync(Ct);
        foreach (var (koekjes, status) in new[] { (geeindigd, HttpStatusCode.Redirect), (ander.Koekjes, HttpStatusCode.OK) })
        {
            using var terug = new Bezoeker(new Uri(herstart.App.Urls.First()));
            foreach (var (naam, waarde) in koekjes)
            {
                terug.Koekjes[naam] = waarde;
            }
            using var antwoord = await terug.Haal("/zaken");
            Assert.Equal(status, antwoord.StatusCode);
        }
        await herstart.App.StopAsync(Ct);
    }

    [Fact]
    public async Task In_production_every_cookie_is_for_https_and_this_host_alone_and_https_is_said_to_stay()
    {
        await using var productie = await huis.Productie();
        await productie.App.StartAsync(Ct);
        using var iemand = new Bezoeker(new Uri(productie.App.Urls.First()), viaProxy: true);
        using var pagina = await iemand.MeldAan("beoordelaar", "/zaken");
        Assert.Equal(HttpStatusCode.OK, pagina.StatusCode);
        Assert.StartsWith(
            "max-age=63072000",
            Assert.Single(pagina.Headers.GetValues("Strict-Transport-Security")),
            StringComparison.Ordinal
        );
        Assert.NotEmpty(iemand.Sessie);
        Assert.Contains(iemand.Gezet, k => k.StartsWith("__Host-slim-formulier=", StringComparison.Ordinal));
        foreach (var koekje in iemand.Gezet)
        {
            Assert.StartsWith("__Host-", koekje, StringComparison.Ordinal);
            var delen = koekje.Split(';', StringSplitOptions.TrimEntries).Skip(1).Select(d => d.ToLowerInvariant()).ToList();
            Assert.Contains("path=/", delen);
            Assert.Contains("secure", delen);
            Assert.Contains("httponly", delen);
            Assert.Contains(delen, d => d is "samesite=lax" or "samesite=strict");
            Assert.DoesNotContain(delen, d => d.StartsWith("domain", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Outside_production_no_cookie_can_be_read_by_a_script_or_comes_with_a_form_of_another_site()
    {
        using var iemand = new Bezoeker(huis.Adres);
        using var pagina = await iemand.MeldAan("ondernemer", "/zaken");
        Assert.NotEmpty(iemand.Gezet);
        foreach (var koekje in iemand.Gezet)
        {
            Assert.Contains("httponly", koekje, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i)samesite=(lax|strict)", koekje);
        }
        Assert.False(pagina.Headers.Contains("Strict-Transport-Security"));
    }
}
