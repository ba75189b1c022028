using System.Net;
using NodaTime;

namespace SlimRegeling.Web.Tests;

/// <summary>Who is late keeps the draft, reads what to do, and goes on in the next window.</summary>
public sealed class GeslotenTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_the_closing_a_draft_says_so_and_goes_along_to_the_next_window()
    {
        var klok = new Verzetklok();
        await using var huis = new Portaalhuis { Klok = klok };
        await huis.InitializeAsync();
        var gesloten = await huis.Tijdvak("2026-laat-mkb");
        var volgende = await huis.Tijdvak("2026-later-mkb", open: false, dagen: 40);
        var zaak = await huis.Concept(gesloten, Portaalhuis.Volledig);
        using var iemand = new Bezoeker(huis.Adres);
        using var aangemeld = await iemand.MeldAan("ondernemer");

        klok.Verzet = Duration.FromDays(21);
        var verder = $"/aanvragen/beginnen?tijdvak={volgende}&amp;uit={zaak}";
        foreach (var pad in (string[])[$"/aanvragen/{zaak}", $"/aanvragen/{zaak}/indienen"])
        {
            var html = await Lees(iemand, pad);
            Assert.Contains("is gesloten sinds", html, StringComparison.Ordinal);
            Assert.Contains("Wat u schreef, blijft bewaard.", html, StringComparison.Ordinal);
            Assert.Contains(verder, html, StringComparison.Ordinal);
            Assert.DoesNotContain("Indienen kan vanaf", html, StringComparison.Ordinal);
        }

        var begin = await Lees(iemand, verder.Replace("&amp;", "&", StringComparison.Ordinal));
        Assert.Contains($"Wat u schreef in {zaak}, nemen wij mee.", begin, StringComparison.Ordinal);
        using var begonnen = await iemand.Stuur(HttpMethod.Post, "/aanvragen/beginnen", Bezoeker.Velden(begin));
        Assert.Equal(HttpStatusCode.Redirect, begonnen.StatusCode);
        var nieuw = begonnen.Headers.Location!.ToString();
        Assert.Contains($"Wat u in {zaak} schreef, is overgenomen.", await Lees(iemand, nieuw), StringComparison.Ordinal);
        Assert.Equal(
            "Bouwbedrijf De Troffel B.V.",
            (await huis.Lees($"/v1{nieuw}/concept")).GetProperty("onderneming").GetProperty("naam").GetString()
        );
    }

    private static async Task<string> Lees(Bezoeker iemand, string pad)
    {
        using var antwoord = await iemand.Haal(pad);
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        return await antwoord.Content.ReadAsStringAsync(Ct);
    }
}
