using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Dossiers.Tests.Emails;

/// <summary>Who keeps watch is mailed about an alarm once, with no word of what it is about.</summary>
public sealed class AlarmmailTests(Emailhuis huis) : IClassFixture<Emailhuis>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Een_alarm_gaat_een_keer_naar_wie_de_wacht_houdt_en_zegt_alleen_dat_er_iets_is()
    {
        foreach (var kenmerk in (string[])["eerste", "eerste", "tweede"])
        {
            using var antwoord = await Meld(kenmerk);
            Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
            Assert.Contains("true", await antwoord.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
        for (var i = 0; i < 300 && huis.Server.Post.Count(p => p.Aan == Emailhuis.Wachtadres) < 2; i++)
        {
            await Task.Delay(100, Ct);
        }

        var post = huis.Server.Post.Where(p => p.Aan == Emailhuis.Wachtadres).Select(p => p.Bericht).ToList();
        Assert.Equal(2, post.Count);
        Assert.Equal(2, post.Select(p => p.MessageId).Distinct().Count());
        Assert.Equal("Alarm van de afstemming", post[0].Subject);
        var tekst = Assert.IsType<TextPart>(post[0].Body).Text;
        Assert.Contains("https://slim.voorbeeld/portaal/beheer/afstemming", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("SLIM-", tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Geen_mens_vraagt_erom_en_zonder_kenmerk_gaat_er_niets()
    {
        using var mens = await huis.Huis.Post("ben", "/v1/emails/alarm", new { kenmerk = "x" });
        Assert.Equal(HttpStatusCode.Forbidden, mens.StatusCode);
        using var leeg = await Meld("");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, leeg.StatusCode);
    }

    private async Task<HttpResponseMessage> Meld(string kenmerk)
    {
        using var client = new HttpClient { BaseAddress = huis.Huis.Adres };
        var token = await huis.Huis.Diensten.GetRequiredService<Dienstaanmelding>().Token(Ct);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await client.PostAsJsonAsync("/v1/emails/alarm", new { kenmerk }, Ct);
    }
}
