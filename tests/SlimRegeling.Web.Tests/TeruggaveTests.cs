using System.Net;
using System.Text.Json;

namespace SlimRegeling.Web.Tests;

/// <summary>What one gave on the pages to submit, withdraw and begin is given back when it did not get where it had to be.</summary>
public sealed class TeruggaveTests(Stilhuis stil) : IClassFixture<Stilhuis>
{
    private readonly Portaalhuis _huis = stil.Portaal;

    [Fact]
    public async Task A_signature_stays_when_something_else_is_in_the_way()
    {
        var (zaak, _) = await stil.Concept("2026-ander-mkb");
        var tweede = await _huis.Concept("2026-ander-mkb", Portaalhuis.Volledig);
        using var iemand = await stil.Aangemeld();
        using var eerst = await stil.DienIn(iemand, zaak);
        Stilhuis.IsIngediend(eerst, zaak);

        using var antwoord = await stil.DienIn(iemand, tweede);

        var html = await Stilhuis.Html(antwoord);
        Assert.Contains("al een aanvraag ingediend", html, StringComparison.Ordinal);
        Assert.True(Stilhuis.IsAangevinkt(html));
    }

    [Fact]
    public async Task Who_could_not_submit_by_a_failure_of_ours_or_was_signed_out_is_told_so_and_need_not_sign_anew()
    {
        var (zaak, _) = await stil.Concept("2026-uitval-mkb");
        using var iemand = await stil.Aangemeld();
        var html = await Stilhuis.Lees(iemand, Stilhuis.Pagina(zaak));
        using (var weg = await stil.Klik(iemand, zaak, html, Stilhuis.Eerst("/indiening", Stilhuis.Weg)))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, weg.StatusCode);
        }
        html = await Stilhuis.Lees(iemand, Stilhuis.Pagina(zaak));
        Assert.Contains("Indienen lukte niet door een storing bij ons. Uw aanvraag is nog niet ingediend.", html, StringComparison.Ordinal);
        Assert.True(Stilhuis.IsAangevinkt(html));
        // It is given once.
        Assert.False(Stilhuis.IsAangevinkt(await Stilhuis.Lees(iemand, Stilhuis.Pagina(zaak))));

        Meldaf(iemand);
        using (var afgemeld = await stil.Klik(iemand, zaak, html))
        {
            Assert.Contains("/aanmelden", afgemeld.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
        using var terug = await iemand.MeldAan("ondernemer", Stilhuis.Pagina(zaak));
        html = await Stilhuis.Html(terug);
        Assert.Contains("U was afgemeld. Uw aanvraag is nog niet ingediend.", html, StringComparison.Ordinal);
        Assert.True(Stilhuis.IsAangevinkt(html));

        // Not what a colleague made of it meanwhile.
        Meldaf(iemand);
        using (await stil.Klik(iemand, zaak, html))
        {
            await _huis.Gelukt(
                "ondernemer",
                HttpMethod.Put,
                $"/v1/aanvragen/{zaak}/concept",
                JsonSerializer.Deserialize<JsonElement>(
                    Portaalhuis.Volledig.Replace("\"uren\":80", "\"uren\":90", StringComparison.Ordinal)
                )
            );
        }
        using var anders = await iemand.MeldAan("ondernemer", Stilhuis.Pagina(zaak));
        Assert.False(Stilhuis.IsAangevinkt(await Stilhuis.Html(anders)));
    }

    [Fact]
    public async Task The_reason_of_a_withdrawal_is_kept_when_the_api_is_away()
    {
        var (zaak, _) = await stil.Concept("2026-reden-mkb");
        using var iemand = await stil.Aangemeld();
        using var ingediend = await stil.DienIn(iemand, zaak);
        Stilhuis.IsIngediend(ingediend, zaak);
        var pad = $"/aanvragen/{zaak}/intrekken";
        var velden = Bezoeker.Velden(await Stilhuis.Lees(iemand, pad)).Append(new("reden", "Onze plannen zijn anders."));

        using var weg = await stil.Stuur(iemand, pad, velden, Stilhuis.Eerst("/intrekking", Stilhuis.Weg));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, weg.StatusCode);

        var html = await Stilhuis.Lees(iemand, pad);
        Assert.Contains("Onze plannen zijn anders.</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("Uw aanvraag is nog niet ingetrokken.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_in_the_check_stays_kept_while_the_api_is_away()
    {
        await _huis.Tijdvak("2026-check-mkb", dagen: 1);
        using var iemand = await stil.Aangemeld();
        const string Pad = "/aanvragen/beginnen";
        var velden = Bezoeker
            .Velden(await Stilhuis.Lees(iemand, $"{Pad}?tijdvak=2026-check-mkb"))
            .Where(v => v.Key != "meegenomen")
            .Append(new("meegenomen", """{"onderneming":{"werkzamePersonen":12}}"""));

        using var weg = await stil.Stuur(iemand, Pad, velden, _ => Stilhuis.Weg());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, weg.StatusCode);
        _huis.Onderweg = _ => Stilhuis.Weg();
        using var nog = await iemand.Haal(Pad);
        _huis.Onderweg = _ => Task.CompletedTask;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, nog.StatusCode);

        Assert.Contains("Wat u in de check typte", await Stilhuis.Lees(iemand, Pad), StringComparison.Ordinal);
    }

    private static void Meldaf(Bezoeker iemand)
    {
        foreach (var koekje in iemand.Koekjes.Keys.Where(k => k.StartsWith("slimregeling", StringComparison.Ordinal)).ToList())
        {
            iemand.Koekjes.Remove(koekje);
        }
    }
}
