using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>Claiming back through all contexts: settled at nothing after an advance, decided, told by letter, reminded and repaid; then all is reconciled.</summary>
public sealed class TerugvorderenTests(Afstemhuis huis) : IClassFixture<Afstemhuis>
{
    private Apihuis Api => huis.Huis;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_advanced_too_much_is_claimed_back_reminded_of_and_repaid_and_the_books_close()
    {
        var (zaak, tijdvak, wie) = await huis.Betaald();
        var vordering = $"{zaak}-TV1";
        await Terugvordering.Vastgesteld(Api, zaak);

        var pad = $"/v1/vorderingen/{vordering}";
        await Zaakloop.Gelukt(Api.Post(Mensen.FinancieelMedewerker, $"{pad}/terugvordering", """{"argument":"Er is niets uitgevoerd."}"""));
        await Terugvordering.Teken(Api, pad);

        var eigen = (await Zaakloop.Gelukt(Api.Haal(wie, $"/v1/betaalzaken/{zaak}/vorderingen"))).Inhoud.GetProperty("vorderingen")[0];
        Assert.Equal(("5520.00", "loopt"), (eigen.GetProperty("openstaand").GetString(), eigen.GetProperty("stand").GetString()));
        var brief = await Zaakloop.Gelukt(Api.Haal(wie, $"/v1/brieven/{vordering}-terugvordering/pagina"));
        foreach (var stuk in (string[])["5.520,00", "Er is niets uitgevoerd.", vordering, eigen.GetProperty("iban").GetString()!])
        {
            Assert.Contains(stuk, brief.Tekst, StringComparison.Ordinal);
        }
        var besluiten = (await Zaakloop.Gelukt(Api.Haal(wie, $"/v1/verleningen/{zaak}/bezwaren"))).Inhoud.GetProperty("besluiten");
        var bestreden = besluiten.EnumerateArray().Single(b => b.GetProperty("soort").GetString() == "terugvordering");
        Assert.Equal(vordering, bestreden.GetProperty("besluit").GetString());
        Assert.True(bestreden.TryGetProperty("bezwaarTot", out _));

        Api.Klok.Vooruit(Duration.FromDays(35));
        await Taak<Herinneren>();
        var herinnering = await Zaakloop.Gelukt(Api.Haal(wie, $"/v1/brieven/{vordering}-betaalherinnering/pagina"));
        Assert.Contains("5.520,00", herinnering.Tekst, StringComparison.Ordinal);
        Assert.Equal("loopt", (await Zaakloop.Gelukt(Api.Haal(Mensen.Controleur, pad))).Veld("stand"));

        // The last day went by and its statement was not read: one waits for that, and not for ever.
        Api.Klok.Vooruit(Duration.FromDays(11));
        await Taak<Aanmanen>();
        Assert.NotEqual("aangemaand", (await Zaakloop.Gelukt(Api.Haal(Mensen.Controleur, pad))).Veld("stand"));
        Api.Klok.Vooruit(Duration.FromDays(14));
        await Taak<Aanmanen>();
        Assert.Equal("aangemaand", (await Zaakloop.Gelukt(Api.Haal(Mensen.Controleur, pad))).Veld("stand"));
        var aanmaning = await Zaakloop.Gelukt(Api.Haal(wie, $"/v1/brieven/{vordering}-aanmaning/pagina"));
        Assert.Contains("5.539,00", aanmaning.Tekst, StringComparison.Ordinal);
        await Taak<Aanmanen>();

        await Ontvangen(vordering, 5_539.00m);
        Assert.Equal("voldaan", (await Zaakloop.Gelukt(Api.Haal(Mensen.Controleur, pad))).Veld("stand"));
        var stappen = (await Zaakloop.Gelukt(Api.Haal(wie, $"/v1/zaken/{zaak}"))).Inhoud.GetProperty("stappen").EnumerateArray();
        string[] verwacht = ["terugvordering-besloten", "vordering-aangemaand", "vordering-herinnerd", "vordering-voldaan"];
        Assert.Equal(
            verwacht,
            stappen.Select(s => s.GetProperty("stap").GetString()!).Where(s => verwacht.Contains(s)).Order(StringComparer.Ordinal)
        );

        await huis.Verouder();
        Assert.DoesNotContain(await huis.Alarmen(), a => a.GetRawText().Contains(zaak, StringComparison.Ordinal) || Over(a, tijdvak));
    }

    private static bool Over(JsonElement alarm, string tijdvak) => alarm.GetProperty("onderwerp").GetString() == tijdvak;

    private async Task Taak<T>()
        where T : ITaak
    {
        await using (var diensten = Api.Diensten())
        {
            await diensten.ServiceProvider.GetRequiredService<Taakuitvoering>().Voer(typeof(T).AssemblyQualifiedName!, Ct);
        }
        await Api.Stil();
    }

    private async Task Ontvangen(string vordering, decimal bedrag)
    {
        using var afschrift = new ByteArrayContent(
            Voorbeeldbank.Schrijf(
                vordering,
                "NL91ABNA0417164300",
                1_000_000m,
                Moment.Dag(Api.Klok.GetCurrentInstant()),
                Api.Klok.GetCurrentInstant(),
                [new Bankmutatie(bedrag, Af: false, "NOTPROVIDED", $"terug {vordering}")]
            )
        );
        afschrift.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        var gelezen = await Zaakloop.Gelukt(Api.Zend(Mensen.FinancieelMedewerker, HttpMethod.Post, "/v1/afschriften", afschrift));
        Assert.Equal(1, gelezen.Inhoud.GetProperty("geboekt").GetArrayLength());
        await Api.Stil();
    }
}
