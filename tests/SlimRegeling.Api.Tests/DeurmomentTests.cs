using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Api;

namespace SlimRegeling.Api.Tests;

/// <summary>Of what our own site passes on the moment at its door counts; nobody else can give one (2.6).</summary>
public sealed class DeurmomentTests(Apihuis huis) : IAsyncLifetime
{
    private static readonly Duration Microseconde = Duration.FromTicks(10);

    // Less than the distance of the horizon, so that nothing but the seal decides.
    private static readonly Duration Onderweg = Duration.FromSeconds(20);

    private readonly Zaakloop _loop = new(huis);
    private readonly AsyncServiceScope _diensten = huis.Diensten();

    private Deurzegel Zegel => _diensten.ServiceProvider.GetRequiredService<Deurzegel>();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _diensten.DisposeAsync();

    [Fact]
    public async Task What_came_to_the_door_of_the_site_before_the_closing_is_in_time_and_at_the_closing_it_is_not()
    {
        var (tijdvak, sluit) = await Tijdvak();
        var (wie, ander) = (huis.Ondernemer().Wie, huis.Ondernemer().Wie);
        var (eerste, tweede) = (
            await Oproep.Van(huis, wie, await _loop.Concept(tijdvak, wie)),
            await Oproep.Van(huis, ander, await _loop.Concept(tijdvak, ander))
        );

        Zet(sluit + Onderweg);
        var bewijs = await Zaakloop.Gelukt(Stuur(eerste, Kopregel(eerste, sluit - Microseconde)));
        Assert.Equal(sluit - Microseconde, InstantPattern.ExtendedIso.Parse(bewijs.Veld("ontvangenOp")).Value);

        await huis.Weigert(
            () => Stuur(tweede, Kopregel(tweede, sluit)),
            a => a.IsProbleem(409, "tijdvak-gesloten").NoemtArtikel("artikel 2.6")
        );
    }

    [Fact]
    public async Task A_moment_that_is_made_up_copied_changed_old_or_of_someone_else_is_none()
    {
        var (tijdvak, sluit) = await Tijdvak();
        var (wie, kvkNummer) = huis.Ondernemer();
        var adviseur = huis.Gemachtigde(kvkNummer);
        var (zaak, andere) = (await _loop.Concept(tijdvak, wie), await _loop.Concept(tijdvak, wie));
        var mijn = await Oproep.Van(huis, wie, zaak);
        var vanAnder = await Oproep.Van(huis, adviseur, zaak) with { Sleutel = mijn.Sleutel };
        var binnen = sluit - Duration.FromSeconds(1);
        Zet(sluit + Onderweg);
        var echt = Kopregel(mijn, binnen);
        var laat = Kopregel(mijn, sluit + Microseconde);

        foreach (
            var kopregel in (string[])
                [
                    Tijd(echt),
                    $"{Tijd(echt)}.",
                    $"{Tijd(echt)}.{new string('A', 43)}",
                    $"{Tijd(echt)}.{laat.Split('.')[1]}",
                    $"-1.{echt.Split('.')[1]}",
                    $"{echt}, {echt}",
                    "99999999999999999999999.x",
                    // Of another case, of someone else who may submit this one, of another call.
                    Kopregel(mijn with { Zaak = andere }, binnen),
                    Kopregel(vanAnder, binnen),
                    Kopregel(mijn with { Sleutel = Guid.NewGuid().ToString() }, binnen),
                    // Longer under way than anything is.
                    Kopregel(mijn, sluit + Onderweg - Deurzegel.Houdbaar - Microseconde),
                ]
        )
        {
            await huis.Weigert(() => Stuur(mijn, kopregel), a => a.IsProbleem(409, "tijdvak-gesloten"));
        }
        await huis.Weigert(() => Stuur(vanAnder, echt), a => a.IsProbleem(409, "tijdvak-gesloten"));
        await huis.Weigert(() => Stuur(mijn with { Zaak = andere }, echt), a => a.IsProbleem(409, "tijdvak-gesloten"));

        var bewijs = await Zaakloop.Gelukt(Stuur(mijn, echt));
        // Used once more it is the same call, and gets the first answer.
        Assert.Equal(bewijs.Tekst, (await Zaakloop.Gelukt(Stuur(mijn, echt))).Tekst);
    }

    [Fact]
    public async Task A_moment_that_is_still_to_come_does_not_wait_for_it()
    {
        var (tijdvak, sluit) = await Tijdvak();
        var wie = huis.Ondernemer().Wie;
        var oproep = await Oproep.Van(huis, wie, await _loop.Concept(tijdvak, wie));
        var nu = sluit - Duration.FromHours(1);
        Zet(nu);

        var bewijs = await Zaakloop.Gelukt(Stuur(oproep, Kopregel(oproep, nu + Microseconde)));

        Assert.Equal(nu, InstantPattern.ExtendedIso.Parse(bewijs.Veld("ontvangenOp")).Value);
    }

    [Fact]
    public async Task The_horizon_goes_before_the_moment_at_the_door_of_the_site()
    {
        var (tijdvak, sluit) = await Tijdvak();
        var (wie, laat) = (huis.Ondernemer().Wie, huis.Ondernemer().Wie);
        var (eerste, tweede) = (
            await Oproep.Van(huis, wie, await _loop.Concept(tijdvak, wie)),
            await Oproep.Van(huis, laat, await _loop.Concept(tijdvak, laat))
        );
        var horizon = sluit - Duration.FromMinutes(1);
        Zet(horizon);
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/ontvangsten/{tijdvak}"));

        var bewijs = await Zaakloop.Gelukt(Stuur(eerste, Kopregel(eerste, horizon - Onderweg)));
        Assert.Equal(horizon + Microseconde, InstantPattern.ExtendedIso.Parse(bewijs.Veld("ontvangenOp")).Value);

        Zet(sluit);
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/ontvangsten/{tijdvak}"));
        await huis.Weigert(() => Stuur(tweede, Kopregel(tweede, sluit - Microseconde)), a => a.IsProbleem(409, "tijdvak-gesloten"));
    }

    /// <summary>A submission as the site would send it.</summary>
    private sealed record Oproep(string Token, string Zaak, string Sleutel)
    {
        public static async Task<Oproep> Van(Apihuis huis, string wie, string zaak) =>
            new(await huis.Token(wie), zaak, Guid.NewGuid().ToString());
    }

    private string Kopregel(Oproep oproep, Instant op)
    {
        using var verzoek = Verzoek(oproep);
        Zegel.Verzegel(verzoek, op);
        return Assert.Single(verzoek.Headers.GetValues(Deurzegel.Kopregel));
    }

    private async Task<Gekregen> Stuur(Oproep oproep, string kopregel)
    {
        using var client = new HttpClient();
        using var verzoek = Verzoek(oproep);
        verzoek.Headers.TryAddWithoutValidation(Deurzegel.Kopregel, kopregel);
        using var antwoord = await client.SendAsync(verzoek, TestContext.Current.CancellationToken);
        return await Gekregen.Van(antwoord);
    }

    private HttpRequestMessage Verzoek(Oproep oproep)
    {
        var verzoek = new HttpRequestMessage(HttpMethod.Post, new Uri(huis.Adres, $"/v1/aanvragen/{oproep.Zaak}/indiening"))
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
        };
        verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", oproep.Token);
        verzoek.Headers.Add("Idempotency-Key", oproep.Sleutel);
        return verzoek;
    }

    private static string Tijd(string kopregel) => kopregel.Split('.')[0];

    private async Task<(string Id, Instant Sluit)> Tijdvak()
    {
        // A window is published in whole seconds.
        Zet(Instant.FromUnixTimeSeconds(huis.Klok.GetCurrentInstant().ToUnixTimeSeconds() + 1));
        var id = await _loop.Tijdvak();
        return (id, huis.Klok.GetCurrentInstant() + Zaakloop.Openstelling);
    }

    private void Zet(Instant moment) => huis.Klok.Vooruit(moment - huis.Klok.GetCurrentInstant());
}
