using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace SlimRegeling.Web.Tests;

/// <summary>The page on which one signs and submits: the moment of the click counts, and what was shown is what is submitted.</summary>
public sealed class IndieningTests(Stilhuis stil) : IClassFixture<Stilhuis>
{
    private static readonly Duration Microseconde = Duration.FromTicks(10);
    private static readonly JsonElement Anders = JsonSerializer.Deserialize<JsonElement>(
        Portaalhuis.Volledig.Replace("\"uren\":80", "\"uren\":90", StringComparison.Ordinal)
    );

    private readonly Portaalhuis _huis = stil.Portaal;

    [Fact]
    public async Task Who_clicked_before_the_closing_is_in_time_however_slow_the_site_is()
    {
        var (zaak, sluit) = await stil.Concept("2026-klik-mkb");
        using var iemand = await stil.Aangemeld();
        var html = await Stilhuis.Lees(iemand, Stilhuis.Pagina(zaak));
        var klik = sluit - Microseconde;
        stil.Nu = klik;

        using var antwoord = await stil.Klik(iemand, zaak, html, _ => Verzet(sluit + Duration.FromSeconds(20)));

        Stilhuis.IsIngediend(antwoord, zaak);
        Assert.Equal(klik, await OntvangenOp(zaak));
    }

    [Fact]
    public async Task At_the_closing_itself_a_click_is_late_and_the_draft_stays()
    {
        var (zaak, sluit) = await stil.Concept("2026-klok-mkb");
        using var iemand = await stil.Aangemeld();
        var html = await Stilhuis.Lees(iemand, Stilhuis.Pagina(zaak));
        stil.Nu = sluit;

        using var antwoord = await stil.Klik(iemand, zaak, html);

        Assert.Contains("is gesloten sinds", await Stilhuis.Html(antwoord), StringComparison.Ordinal);
        Assert.Equal("concept", await Stand(zaak));
    }

    [Fact]
    public async Task The_horizon_goes_before_the_click()
    {
        var (zaak, sluit) = await stil.Concept("2026-horizon-mkb");
        using var iemand = await stil.Aangemeld();
        var html = await Stilhuis.Lees(iemand, Stilhuis.Pagina(zaak));
        var klik = sluit - Duration.FromMinutes(10);
        stil.Nu = klik;

        // The horizon stays half a minute behind the clock.
        using var antwoord = await stil.Klik(iemand, zaak, html, v => Horizon(v, "2026-horizon-mkb", klik + Duration.FromMinutes(1)));

        Stilhuis.IsIngediend(antwoord, zaak);
        Assert.Equal(klik + Duration.FromSeconds(30) + Microseconde, await OntvangenOp(zaak));
    }

    [Fact]
    public async Task Once_all_receipt_of_the_window_was_told_a_click_in_time_is_late_too()
    {
        var (zaak, sluit) = await stil.Concept("2026-verteld-mkb");
        using var iemand = await stil.Aangemeld();
        var html = await Stilhuis.Lees(iemand, Stilhuis.Pagina(zaak));
        stil.Nu = sluit - Duration.FromSeconds(1);

        using var antwoord = await stil.Klik(iemand, zaak, html, v => Horizon(v, "2026-verteld-mkb", sluit + Duration.FromMinutes(1)));

        Assert.Contains("is gesloten sinds", await Stilhuis.Html(antwoord), StringComparison.Ordinal);
        Assert.Equal("concept", await Stand(zaak));
    }

    [Fact]
    public async Task What_a_colleague_saves_between_the_signature_and_the_submission_is_shown_and_signed_first()
    {
        var (zaak, _) = await stil.Concept("2026-tussen-mkb");
        using var iemand = await stil.Aangemeld();
        var html = await Stilhuis.Lees(iemand, Stilhuis.Pagina(zaak));

        using var antwoord = await stil.Klik(iemand, zaak, html, Stilhuis.Eerst("/indiening", () => Schrijf(zaak, Anders)));

        html = await Stilhuis.Html(antwoord);
        Assert.Contains("Uw aanvraag is gewijzigd sinds u deze pagina opende.", html, StringComparison.Ordinal);
        var activiteiten = html[html.IndexOf("id=\"taak-activiteiten\"", StringComparison.Ordinal)..];
        Assert.Contains("90", activiteiten[..activiteiten.IndexOf("</section>", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.False(Stilhuis.IsAangevinkt(html));
        Assert.Equal("concept", await Stand(zaak));
        using var weer = await stil.Klik(iemand, zaak, html);
        Stilhuis.IsIngediend(weer, zaak);
    }

    [Fact]
    public async Task Who_applied_in_this_window_already_can_withdraw_that_one_and_submit_then()
    {
        const string tijdvak = "2026-eerdere-mkb";
        var (eerste, _) = await stil.Concept(tijdvak);
        using var iemand = await stil.Aangemeld();
        using (var ingediend = await stil.DienIn(iemand, eerste))
        {
            Stilhuis.IsIngediend(ingediend, eerste);
        }
        var tweede = await _huis.Concept(tijdvak, Portaalhuis.Volledig);

        using var geweigerd = await stil.DienIn(iemand, tweede);

        var html = await Stilhuis.Html(geweigerd);
        Assert.Contains("artikel 2.8, vierde lid", html, StringComparison.Ordinal);
        var intrekken = $"/aanvragen/{eerste}/intrekken";
        Assert.Contains($"href=\"{intrekken}\">Trek aanvraag {eerste} in</a>", html, StringComparison.Ordinal);
        Assert.Equal("concept", await Stand(tweede));
        using (var ingetrokken = await stil.Stuur(iemand, intrekken, Bezoeker.Velden(await Stilhuis.Lees(iemand, intrekken))))
        {
            Assert.Equal(System.Net.HttpStatusCode.Redirect, ingetrokken.StatusCode);
        }
        using var alsnog = await stil.DienIn(iemand, tweede);
        Stilhuis.IsIngediend(alsnog, tweede);
    }

    [Fact]
    public async Task A_colleague_who_saves_the_same_again_stops_nobody()
    {
        var (zaak, _) = await stil.Concept("2026-zelfde-mkb");
        using var iemand = await stil.Aangemeld();
        var html = await Stilhuis.Lees(iemand, Stilhuis.Pagina(zaak));

        using var antwoord = await stil.Klik(
            iemand,
            zaak,
            html,
            Stilhuis.Eerst("/indiening", async () => await Schrijf(zaak, await _huis.Lees($"/v1/aanvragen/{zaak}/concept")))
        );

        Stilhuis.IsIngediend(antwoord, zaak);
    }

    private Task Verzet(Instant naar)
    {
        stil.Nu = naar;
        return Task.CompletedTask;
    }

    private async Task Horizon(HttpRequestMessage verzoek, string tijdvak, Instant nu)
    {
        if (verzoek.Method == HttpMethod.Post)
        {
            stil.Nu = nu;
            await _huis.Gelukt("regelbeheerder", HttpMethod.Post, $"/v1/ontvangsten/{tijdvak}", new { });
        }
    }

    private Task<JsonElement> Schrijf(string zaak, JsonElement formulier) =>
        _huis.Gelukt("ondernemer", HttpMethod.Put, $"/v1/aanvragen/{zaak}/concept", formulier);

    private async Task<string> Stand(string zaak) =>
        (await _huis.Lees("/v1/aanvragen"))
            .EnumerateArray()
            .Single(z => z.GetProperty("zaaknummer").GetString() == zaak)
            .GetProperty("status")
            .GetString()!;

    /// <summary>As the receipt says it: submitting again gives the same one.</summary>
    private async Task<Instant> OntvangenOp(string zaak)
    {
        var bewijs = await _huis.Gelukt("ondernemer", HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        return InstantPattern.ExtendedIso.Parse(bewijs.GetProperty("ontvangenOp").GetString()!).Value;
    }
}
