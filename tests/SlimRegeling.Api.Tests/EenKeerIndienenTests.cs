using System.Net.Http.Headers;
using System.Text;

namespace SlimRegeling.Api.Tests;

/// <summary>Submitting is exactly once: whatever meets at the door, one application, one number, one receipt (2.8, fourth paragraph).</summary>
public sealed class EenKeerIndienenTests(Apihuis huis)
{
    private const int Tegelijk = 8;

    private readonly Zaakloop _loop = new(huis);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_and_a_retry_get_the_receipt_of_the_one_application(bool zelfdeSleutel)
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var zaak = await _loop.Concept(await _loop.Tijdvak(), wie);
        var sleutel = Guid.NewGuid().ToString();

        var antwoorden = await Task.WhenAll(Enumerable.Range(0, Tegelijk).Select(_ => DienIn(wie, zaak, zelfdeSleutel ? sleutel : null)));

        Assert.All(antwoorden, a => Assert.True(a.Status == 200, a.Tekst));
        Assert.Single(antwoorden.Select(Bewijs).Distinct());
        Assert.Equal(Bewijs(antwoorden[0]), Bewijs(await DienIn(wie, zaak)));
        await IsEenKeer(zaak, kvkNummer);
    }

    [Fact]
    public async Task Of_two_tabs_with_a_draft_each_one_counts_and_the_other_may_choose()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var tijdvak = await _loop.Tijdvak();
        string[] zaken = [await _loop.Concept(tijdvak, wie), await _loop.Concept(tijdvak, wie)];

        var antwoorden = await Task.WhenAll(zaken.Select(zaak => DienIn(wie, zaak)));

        var gelukt = Array.FindIndex(antwoorden, a => a.Status == 200);
        var (eerste, tweede) = (zaken[gelukt], zaken[1 - gelukt]);
        var geweigerd = antwoorden[1 - gelukt]
            .IsProbleem(409, "al-aangevraagd")
            .NoemtArtikel("artikel 2.8, vierde lid")
            .Noemt(eerste)
            .Inhoud.GetProperty("eerdere");
        Assert.Equal(eerste, geweigerd.GetProperty("zaaknummer").GetString());
        await IsEenKeer(eerste, kvkNummer);
        Assert.Equal(200, (await huis.Haal(wie, $"/v1/aanvragen/{tweede}/concept")).Status);

        await Zaakloop.Gelukt(huis.Post(wie, geweigerd.GetProperty("intrekking").GetString()!));
        await Zaakloop.Gelukt(DienIn(wie, tweede));
        await IsEenKeer(tweede, kvkNummer);
    }

    [Fact]
    public async Task Two_advisers_at_once_submit_one_application_of_one_draft_or_of_two()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var adviseur = huis.Gemachtigde(kvkNummer);
        var zaak = await _loop.Concept(await _loop.Tijdvak(), wie);

        var samen = await Beide(() => DienIn(wie, zaak), () => DienIn(adviseur, zaak));

        Assert.All(samen, a => Assert.True(a.Status == 200, a.Tekst));
        Assert.Equal(Bewijs(samen[0]), Bewijs(samen[1]));
        await IsEenKeer(zaak, kvkNummer);

        var tijdvak = await _loop.Tijdvak();
        string[] eigen = [await _loop.Concept(tijdvak, wie), await _loop.Concept(tijdvak, adviseur)];
        var apart = await Beide(() => DienIn(wie, eigen[0]), () => DienIn(adviseur, eigen[1]));
        Assert.Equal([200, 409], apart.Select(a => a.Status).Order());
        apart.Single(a => a.Status == 409).IsProbleem(409, "al-aangevraagd").Noemt(eigen[Array.FindIndex(apart, a => a.Status == 200)]);
    }

    [Fact]
    public async Task A_lost_answer_is_given_again_and_counts_once()
    {
        var tijdvak = await _loop.Tijdvak();
        foreach (var wacht in Enumerable.Range(0, Tegelijk))
        {
            var (wie, kvkNummer) = huis.Ondernemer();
            var zaak = await _loop.Concept(tijdvak, wie);
            var sleutel = Guid.NewGuid().ToString();
            await Verlies(wie, zaak, sleutel, TimeSpan.FromMilliseconds(wacht * 3));

            var weer = await Zaakloop.Gelukt(DienIn(wie, zaak, sleutel));

            Assert.Equal(Bewijs(weer), Bewijs(await Zaakloop.Gelukt(DienIn(wie, zaak))));
            await IsEenKeer(zaak, kvkNummer);
        }
    }

    [Fact]
    public async Task Of_two_partnerships_that_share_a_firm_one_counts_until_it_is_withdrawn()
    {
        var tijdvak = await Samenwerkingen();
        for (var ronde = 0; ronde < 4; ronde++)
        {
            var (een, ander) = (huis.Ondernemer(), huis.Ondernemer());
            var (gedeeld, ook) = (Partnerschap.Mkb(huis.Ondernemer().KvkNummer), Partnerschap.Mkb(huis.Ondernemer().KvkNummer));
            string[] zaken =
            [
                await Concept(tijdvak, een.Wie, Partnerschap.Mkb(een.KvkNummer), gedeeld, ook),
                await Concept(tijdvak, ander.Wie, Partnerschap.Mkb(ander.KvkNummer), ook, gedeeld),
            ];
            string[] wie = [een.Wie, ander.Wie];

            var antwoorden = await Beide(() => DienIn(wie[0], zaken[0]), () => DienIn(wie[1], zaken[1]));

            Assert.Equal([200, 409], antwoorden.Select(a => a.Status).Order());
            var gelukt = Array.FindIndex(antwoorden, a => a.Status == 200);
            var geweigerd = antwoorden[1 - gelukt].IsProbleem(409, "al-aangevraagd").Noemt(gedeeld.Item1);
            // Whose application it is, is nobody else's business.
            Assert.DoesNotContain(zaken[gelukt], geweigerd.Tekst, StringComparison.Ordinal);
            Assert.False(geweigerd.Inhoud.TryGetProperty("eerdere", out _));
            Assert.Equal(3, await Deelnemers(zaken[gelukt]));
            Assert.Equal(0, await Deelnemers(zaken[1 - gelukt]));

            await Zaakloop.Gelukt(huis.Post(wie[gelukt], $"/v1/aanvragen/{zaken[gelukt]}/intrekking"));
            await Zaakloop.Gelukt(DienIn(wie[1 - gelukt], zaken[1 - gelukt]));
        }
    }

    /// <summary>Those whom the second sentence of 2.8(4) lets take part in several partnerships.</summary>
    public static TheoryData<string> Uitgezonderd =>
        ["brancheorganisatie", Partnerschap.School, "oeno-fonds", "werkgeversvereniging", "werknemersvereniging"];

    [Theory]
    [MemberData(nameof(Uitgezonderd))]
    public async Task Who_is_excepted_may_take_part_in_several_and_a_firm_that_takes_part_cannot_apply_beside_it(string soort)
    {
        var tijdvak = await Samenwerkingen();
        var (een, ander, partij) = (huis.Ondernemer(), huis.Ondernemer(), huis.Ondernemer());
        var school = (huis.Ondernemer().KvkNummer, soort);
        var eerste = await Concept(tijdvak, een.Wie, Partnerschap.Mkb(een.KvkNummer), Partnerschap.Mkb(partij.KvkNummer), school, Nog());
        await Zaakloop.Gelukt(DienIn(een.Wie, eerste));
        var tweede = await Concept(
            tijdvak,
            ander.Wie,
            Partnerschap.Mkb(ander.KvkNummer),
            Partnerschap.Mkb(huis.Ondernemer().KvkNummer),
            school,
            Nog()
        );
        var bewijs = await Zaakloop.Gelukt(DienIn(ander.Wie, tweede));
        Assert.Equal("141000.00", bewijs.Veld("gevraagd"));

        var zelf = await Concept(
            tijdvak,
            partij.Wie,
            Partnerschap.Mkb(partij.KvkNummer),
            Partnerschap.Mkb(huis.Ondernemer().KvkNummer),
            school,
            Nog()
        );
        await huis.Weigert(() => DienIn(partij.Wie, zelf), a => a.IsProbleem(409, "al-aangevraagd").Noemt(partij.KvkNummer));

        (string, string) Nog() => (huis.Ondernemer().KvkNummer, Partnerschap.School);
    }

    [Theory]
    [MemberData(nameof(Uitgezonderd))]
    public async Task Who_is_excepted_may_ask_for_several_partnerships_also_as_hoofdaanvrager(string soort)
    {
        var tijdvak = await Samenwerkingen();
        var (wie, kvkNummer) = huis.Ondernemer();
        var bedrijven = Enumerable.Range(0, 3).Select(_ => Partnerschap.Mkb(huis.Ondernemer().KvkNummer)).ToList();
        var eerste = await Concept(tijdvak, wie, (kvkNummer, soort), bedrijven[0], bedrijven[1]);
        await Zaakloop.Gelukt(DienIn(wie, eerste));
        var tweede = await Concept(tijdvak, wie, (kvkNummer, soort), bedrijven[2], Partnerschap.Mkb(huis.Ondernemer().KvkNummer));
        await Zaakloop.Gelukt(DienIn(wie, tweede));
        Assert.Equal(0, await huis.Tel($"select count(*) from aanvragen.deelname where kvk_nummer = '{kvkNummer}'"));

        // Its firms are bound: the same ones again are stopped, with the choice to withdraw the own earlier case.
        var derde = await Concept(tijdvak, wie, (kvkNummer, soort), bedrijven[0], Partnerschap.Mkb(huis.Ondernemer().KvkNummer));
        await huis.Weigert(() => DienIn(wie, derde), a => a.IsProbleem(409, "al-aangevraagd").Noemt(eerste));
    }

    private Task<string> Samenwerkingen() => _loop.Tijdvak(volgorde: "binnenkomst", plafond: "10000000.00", type: "samenwerkingsverband");

    private async Task<string> Concept(string tijdvak, string wie, params (string, string)[] partijen)
    {
        var zaak = (await Zaakloop.Gelukt(huis.Post(wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}"""))).Veld("zaaknummer");
        await Zaakloop.Gelukt(huis.Put(wie, $"/v1/aanvragen/{zaak}/concept", Partnerschap.Formulier(partijen)));
        return zaak;
    }

    private Task<Gekregen> DienIn(string wie, string zaak, string? sleutel = null) =>
        huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening", sleutel: sleutel);

    private static Task<Gekregen[]> Beide(Func<Task<Gekregen>> een, Func<Task<Gekregen>> ander) =>
        Task.WhenAll(Task.Run(een), Task.Run(ander));

    /// <summary>Sends a submission and hangs up before the answer, or just after it.</summary>
    private async Task Verlies(string wie, string zaak, string sleutel, TimeSpan na)
    {
        using var client = new HttpClient { BaseAddress = huis.Adres };
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening")
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
        };
        verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await huis.Token(wie));
        verzoek.Headers.Add("Idempotency-Key", sleutel);
        using var opgehangen = new CancellationTokenSource(na);
        try
        {
            using var antwoord = await client.SendAsync(verzoek, opgehangen.Token);
        }
        catch (OperationCanceledException)
        {
            // Whether it was received is what nobody knows now.
            Assert.True(opgehangen.IsCancellationRequested);
        }
    }

    private async Task IsEenKeer(string zaak, string kvkNummer)
    {
        Assert.Equal(
            1,
            await huis.Tel($"select count(*) from aanvragen.mt_events where stream_id = '{zaak}' and type = 'aanvraag-ingediend'")
        );
        Assert.Equal(1, await huis.Tel($"select count(*) from aanvragen.gezegd where zaaknummer = '{zaak}' and soort = 'ingediend'"));
        Assert.Equal(
            1,
            await huis.Tel($"select count(*) from aanvragen.deelname where zaaknummer = '{zaak}' and kvk_nummer = '{kvkNummer}'")
        );
    }

    private Task<long> Deelnemers(string zaak) => huis.Tel($"select count(*) from aanvragen.deelname where zaaknummer = '{zaak}'");

    private static string Bewijs(Gekregen antwoord) => $"{antwoord.Veld("zaaknummer")} {antwoord.Veld("ontvangenOp")}";
}
