using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>One adviser, many enterprises: who acts for whom, by a machtiging that the enterprise gives and ends in the portal (2:1 Awb).</summary>
public sealed class MachtigingTests(Apihuis huis)
{
    private const string Artikel = "artikel 2:1 Awb";

    private readonly Zaakloop _loop = new(huis);
    private readonly Machtigingloop _machtiging = new(huis);

    private LocalDate Vandaag => Moment.Dag(huis.Klok.GetCurrentInstant());

    [Fact]
    public async Task An_adviser_makes_and_submits_an_application_and_every_event_says_for_whom()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        var tijdvak = await _loop.Tijdvak();
        await _machtiging.Geef(gever, eigenKvk);

        var zaak = (await Zaakloop.Gelukt(_machtiging.Begin(adviseur, tijdvak, kvkNummer))).Veld("zaaknummer");
        await Zaakloop.Gelukt(huis.Put(adviseur, $"/v1/aanvragen/{zaak}/concept", Zaakloop.Formulier, namens: kvkNummer));
        await Zaakloop.Gelukt(huis.Post(adviseur, $"/v1/aanvragen/{zaak}/indiening", namens: kvkNummer));
        await huis.Stil();

        Assert.Equal(
            $"{adviseur} voor {kvkNummer} van {eigenKvk}",
            await huis.Lees(
                $"select format('%s voor %s van %s', headers ->> 'wie', headers ->> 'namens', headers ->> 'gemachtigde') from aanvragen.mt_events where stream_id = '{zaak}' order by version limit 1"
            )
        );
        // Read afterwards: which adviser, and no person.
        foreach (var kijker in (string[])[gever, Mensen.Beoordelaar])
        {
            var door = await huis.Haal(kijker, $"/v1/aanvragen/{zaak}/gemachtigden");
            Assert.Contains($"\"kvkNummer\":\"{eigenKvk}\"", door.Tekst, StringComparison.Ordinal);
            Assert.DoesNotContain(adviseur, door.Tekst, StringComparison.Ordinal);
        }
        (await huis.Haal(adviseur, $"/v1/aanvragen/{zaak}/gemachtigden")).IsProbleem(404, "niet-gevonden");
        Assert.Equal(
            eigenKvk,
            (await huis.Haal(gever, $"/v1/aanvragen/{zaak}")).Inhoud.GetProperty("bijOntvangst").GetProperty("gemachtigde").GetString()
        );
        // It is the enterprise's, and not the adviser's.
        Assert.Equal(200, (await huis.Haal(gever, $"/v1/aanvragen/{zaak}")).Status);
        Assert.Contains(zaak, (await huis.Haal(gever, "/v1/zaken")).Tekst, StringComparison.Ordinal);
        Assert.Contains(zaak, (await huis.Haal(adviseur, "/v1/zaken", kvkNummer)).Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain(zaak, (await huis.Haal(adviseur, "/v1/zaken")).Tekst, StringComparison.Ordinal);
        (await huis.Haal(adviseur, $"/v1/aanvragen/{zaak}")).IsProbleem(404, "niet-gevonden");
    }

    [Fact]
    public async Task Ending_it_is_felt_at_the_next_call_and_a_new_one_brings_it_back()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        var machtiging = await _machtiging.Geef(gever, eigenKvk);
        var zaak = (await Zaakloop.Gelukt(_machtiging.Begin(adviseur, await _loop.Tijdvak(), kvkNummer))).Veld("zaaknummer");

        await Zaakloop.Gelukt(huis.Post(gever, $"/v1/machtigingen/{machtiging}/beeindiging"));

        await huis.Weigert(
            () => huis.Put(adviseur, $"/v1/aanvragen/{zaak}/concept", Zaakloop.Formulier, namens: kvkNummer),
            a => a.IsProbleem(403, "geen-machtiging").NoemtArtikel(Artikel).Noemt(kvkNummer)
        );
        await huis.Weigert(
            () => huis.Post(adviseur, $"/v1/aanvragen/{zaak}/indiening", namens: kvkNummer),
            a => a.IsProbleem(403, "geen-machtiging")
        );
        (await huis.Haal(adviseur, "/v1/zaken", kvkNummer)).IsProbleem(403, "geen-machtiging");
        // Twice is once.
        await Zaakloop.Gelukt(huis.Post(gever, $"/v1/machtigingen/{machtiging}/beeindiging"));

        Assert.Equal(machtiging, await _machtiging.Geef(gever, eigenKvk));
        await Zaakloop.Gelukt(huis.Put(adviseur, $"/v1/aanvragen/{zaak}/concept", Zaakloop.Formulier, namens: kvkNummer));
        await huis.Weigert(
            () => huis.Post(gever, "/v1/machtigingen", Machtigingloop.Inhoud(eigenKvk)),
            a => a.IsProbleem(409, "al-gemachtigd").NoemtArtikel(Artikel)
        );
    }

    [Fact]
    public async Task Before_its_first_day_and_after_its_last_there_is_none()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        var (eerste, laatste) = (Vandaag.PlusDays(1), Vandaag.PlusDays(2));
        await _machtiging.Geef(gever, eigenKvk, $",\"vanaf\":\"{Dag(eerste)}\",\"totEnMet\":\"{Dag(laatste)}\"");

        (await Zaken()).IsProbleem(403, "geen-machtiging");
        huis.Klok.Vooruit(Moment.Op(eerste.AtMidnight()) - huis.Klok.GetCurrentInstant());
        Assert.Equal(200, (await Zaken()).Status);
        huis.Klok.Vooruit(Moment.Op(laatste.At(new LocalTime(23, 59))) - huis.Klok.GetCurrentInstant());
        Assert.Equal(200, (await Zaken()).Status);
        huis.Klok.Vooruit(Duration.FromMinutes(1));
        (await Zaken()).IsProbleem(403, "geen-machtiging");

        Task<Gekregen> Zaken() => huis.Haal(adviseur, "/v1/zaken", kvkNummer);
    }

    [Fact]
    public async Task An_adviser_cannot_pass_it_on_nor_end_it()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, adviseurKvk) = huis.Ondernemer();
        var (derde, derdeKvk) = huis.Ondernemer();
        var machtiging = await _machtiging.Geef(gever, adviseurKvk);
        await _machtiging.Geef(adviseur, derdeKvk);

        // The third acts for the adviser's enterprise, and for that one only.
        Assert.Equal(200, (await huis.Haal(derde, "/v1/zaken", adviseurKvk)).Status);
        (await huis.Haal(derde, "/v1/zaken", kvkNummer)).IsProbleem(403, "geen-machtiging");
        await huis.Weigert(
            () => huis.Post(adviseur, "/v1/machtigingen", Machtigingloop.Inhoud(derdeKvk), namens: kvkNummer),
            a => a.IsProbleem(403, "machtiging-omvat-dit-niet")
        );
        await huis.Weigert(
            () => huis.Post(adviseur, $"/v1/machtigingen/{machtiging}/beeindiging", namens: kvkNummer),
            a => a.IsProbleem(403, "machtiging-omvat-dit-niet")
        );
        await huis.Weigert(
            () => huis.Post(adviseur, $"/v1/machtigingen/{machtiging}/beeindiging"),
            a => a.IsProbleem(404, "niet-gevonden")
        );
        // Who is here for an enterprise by a machtiging of the broker is not here for their own.
        var viaEherkenning = huis.Gemachtigde(derdeKvk);
        (await huis.Haal(viaEherkenning, "/v1/zaken", adviseurKvk)).IsProbleem(403, "niet-voor-eigen-onderneming");
        (await huis.Haal(viaEherkenning, "/v1/machtigingen")).IsProbleem(403, "niet-bevoegd");
        // Whatever role the token names.
        var alsAanvrager = huis.Aanvrager(adviseurKvk, via: derdeKvk);
        await huis.Weigert(
            () => huis.Post(alsAanvrager, "/v1/machtigingen", Machtigingloop.Inhoud(Mensen.BramKvk)),
            a => a.IsProbleem(403, "niet-met-een-machtiging").NoemtArtikel(Artikel)
        );
        await huis.Weigert(
            () => huis.Post(alsAanvrager, $"/v1/machtigingen/{adviseurKvk}-{derdeKvk}/beeindiging"),
            a => a.IsProbleem(403, "niet-met-een-machtiging")
        );
    }

    [Fact]
    public async Task Both_see_what_was_given_and_a_neighbour_sees_nothing_of_it()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        var machtiging = await _machtiging.Geef(gever, eigenKvk);

        var gegeven = Assert.Single((await huis.Haal(gever, "/v1/machtigingen")).Inhoud.GetProperty("gegeven").EnumerateArray());
        Assert.Equal(
            (machtiging, eigenKvk, "Adviesbureau", "geldig"),
            (
                gegeven.GetProperty("id").GetString(),
                gegeven.GetProperty("kvkNummer").GetString(),
                gegeven.GetProperty("naam").GetString(),
                gegeven.GetProperty("stand").GetString()
            )
        );
        var lijst = (await huis.Haal(adviseur, "/v1/machtigingen")).Inhoud;
        var ontvangen = Assert.Single(lijst.GetProperty("ontvangen").EnumerateArray());
        Assert.Equal((kvkNummer, "De gever"), (ontvangen.GetProperty("kvkNummer").GetString(), ontvangen.GetProperty("naam").GetString()));
        Assert.Equal(adviseur, lijst.GetProperty("persoon").GetString());
        Assert.DoesNotContain(kvkNummer, (await huis.Haal(Mensen.Bram, "/v1/machtigingen")).Tekst, StringComparison.Ordinal);

        await Zaakloop.Gelukt(huis.Post(gever, $"/v1/machtigingen/{machtiging}/beeindiging"));
        Assert.Contains("\"beeindigd\"", (await huis.Haal(gever, "/v1/machtigingen")).Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain(kvkNummer, (await huis.Haal(adviseur, "/v1/machtigingen")).Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_it_cannot_be_asked_the_answer_is_no_and_for_who_needs_none_all_goes_on()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        await _machtiging.Geef(gever, eigenKvk);
        await huis.Voer("alter table relaties.mt_doc_machtiging rename to weg");
        try
        {
            (await huis.Haal(adviseur, "/v1/zaken", kvkNummer)).IsProbleem(503, "machtiging-niet-te-controleren");
            Assert.Equal(200, (await huis.Haal(gever, "/v1/zaken")).Status);
            Assert.Equal(200, (await huis.Haal(huis.Gemachtigde(kvkNummer), "/v1/zaken")).Status);
        }
        finally
        {
            await huis.Voer("alter table relaties.weg rename to mt_doc_machtiging");
        }
        Assert.Equal(200, (await huis.Haal(adviseur, "/v1/zaken", kvkNummer)).Status);
    }

    private static string Dag(LocalDate dag) => LocalDatePattern.Iso.Format(dag);
}
