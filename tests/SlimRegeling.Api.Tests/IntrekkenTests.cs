using System.Text.Json;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform;

namespace SlimRegeling.Api.Tests;

/// <summary>An applicant can withdraw until the decision is signed; what it leaves goes to the next in line.</summary>
public sealed class IntrekkenTests(Apihuis huis)
{
    /// <summary>Room for one application of € 11,040.00.</summary>
    private const string VoorEen = "12000.00";

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task What_was_assessed_is_withdrawn_where_the_refusal_of_a_second_application_says_and_frees_the_money()
    {
        var tijdvak = await _loop.Tijdvak(volgorde: "binnenkomst", plafond: VoorEen);
        var (een, ander) = (huis.Ondernemer(), huis.Ondernemer());
        await _loop.Ingeschreven(een.Wie, een.KvkNummer);
        var eerste = await _loop.Ingediend(tijdvak, een.Wie);
        huis.Klok.Vooruit(Duration.FromSeconds(1));
        var volgende = await _loop.Ingediend(tijdvak, ander.Wie);
        await Voorgelegd(tijdvak, eerste, een.Wie);
        var voorstel = await _loop.Voorstel(eerste);
        Assert.False((await Aanvraag(volgende)).TryGetProperty("gereserveerd", out _));
        await IsVanNiemandAnders(eerste, een.Wie);

        var tweede = await _loop.Concept(tijdvak, een.Wie);
        (await huis.Post(een.Wie, $"/v1/aanvragen/{eerste}/intrekking")).IsProbleem(409, "al-beoordeeld");
        var eerdere = (await huis.Post(een.Wie, $"/v1/aanvragen/{tweede}/indiening"))
            .IsProbleem(409, "al-aangevraagd")
            .Noemt(eerste)
            .Inhoud.GetProperty("eerdere");
        Assert.Equal($"/v1/verleningen/{eerste}/intrekking", eerdere.GetProperty("intrekking").GetString());
        const string Reden = """{"reden":"Wij doen het anders."}""";
        await Zaakloop.Gelukt(huis.Post(een.Wie, eerdere.GetProperty("intrekking").GetString()!, Reden));

        (await huis.Post(Mensen.Medeondertekenaar, $"/v1/verleningen/{eerste}/ondertekening", voorstel))
            .IsProbleem(409, "vervallen")
            .Noemt("ingetrokken");
        await huis.Stil();
        Assert.Equal("ingetrokken", (await Aanvraag(eerste)).GetProperty("status").GetString());
        Assert.Equal("11040.00", (await Aanvraag(volgende)).GetProperty("gereserveerd").GetString());
        var zaak = (await Zaakloop.Gelukt(huis.Haal(een.Wie, $"/v1/zaken/{eerste}"))).Inhoud;
        Assert.Equal("vervallen", zaak.GetProperty("status").GetString());
        var stap = Assert.Single(
            zaak.GetProperty("stappen").EnumerateArray(),
            s => s.GetProperty("stap").GetString() == "aanvraag-ingetrokken"
        );
        Assert.Equal(een.Wie, stap.GetProperty("wie").GetString());
        Assert.Equal("[]", (await huis.Haal(een.Wie, $"/v1/brieven?zaaknummer={eerste}")).Tekst);
        // Withdrawing again changes nothing, and whom it bound may apply again.
        await Zaakloop.Gelukt(huis.Post(een.Wie, $"/v1/verleningen/{eerste}/intrekking"));
        await Zaakloop.Gelukt(huis.Post(een.Wie, $"/v1/aanvragen/{tweede}/indiening"));
        await HorizonKlopt(tijdvak);
    }

    [Fact]
    public async Task While_the_assessment_is_on_its_way_the_applicant_is_told_so_and_nobody_else()
    {
        var tijdvak = await _loop.Tijdvak(volgorde: "binnenkomst", plafond: VoorEen);
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await Gereserveerd(tijdvak, zaak, wie);
        var pad = $"/v1/verleningen/{zaak}/intrekking";
        await huis.Weigert(
            () => huis.Post(wie, pad),
            a => a.IsProbleem(409, "nog-niet-beoordeeld").Noemt($"/v1/aanvragen/{zaak}/intrekking")
        );
        var oordelen = await _loop.Oordelen(zaak);

        await using (var verbinding = new NpgsqlConnection(huis.Verbinding))
        {
            // Verlening can hear nothing for a moment.
            await verbinding.OpenAsync(TestContext.Current.CancellationToken);
            await using var transactie = await verbinding.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using var slot = new NpgsqlCommand("lock table verlening.inbox in share row exclusive mode", verbinding, transactie);
            await slot.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling", oordelen));

            (await huis.Post(wie, $"/v1/aanvragen/{zaak}/intrekking")).IsProbleem(409, "al-beoordeeld");
            (await huis.Post(wie, pad)).IsProbleem(503, "beoordeling-onderweg").Noemt("nog niet ingetrokken").Noemt("over een minuut");
            (await huis.Post(Mensen.Bram, pad)).IsProbleem(404, "niet-gevonden");
        }
        await huis.Stil();

        await Zaakloop.Gelukt(huis.Post(wie, pad));
        await huis.Stil();
        Assert.Equal("ingetrokken", (await Aanvraag(zaak)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Of_a_withdrawal_and_a_signature_at_the_same_moment_one_counts_everywhere()
    {
        for (var ronde = 0; ronde < 4; ronde++)
        {
            var (wie, kvkNummer) = huis.Ondernemer();
            await _loop.Ingeschreven(wie, kvkNummer);
            var tijdvak = await _loop.Tijdvak(volgorde: "binnenkomst", plafond: VoorEen);
            var zaak = await _loop.Ingediend(tijdvak, wie);
            await Voorgelegd(tijdvak, zaak, wie);
            var voorstel = await _loop.Voorstel(zaak);

            var samen = await Task.WhenAll(
                Task.Run(() => huis.Post(Mensen.Medeondertekenaar, $"/v1/verleningen/{zaak}/ondertekening", voorstel)),
                Task.Run(() => huis.Post(wie, $"/v1/verleningen/{zaak}/intrekking"))
            );

            Assert.Equal([200, 409], samen.Select(a => a.Status).Order());
            var verleend = samen[0].Status == 200;
            _ = verleend ? samen[1].IsProbleem(409, "al-verleend") : samen[0].IsProbleem(409, "vervallen").Noemt("ingetrokken");
            await huis.Stil();
            Assert.Equal(verleend ? "verleend" : "ingetrokken", (await Aanvraag(zaak)).GetProperty("status").GetString());
            Assert.Equal(
                verleend ? 1 : 0,
                await huis.Tel($"select count(*) from tijdvakken.plafondstand where tijdvak = '{tijdvak}' and gereserveerd = 11040.00")
            );
            var brieven = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/brieven?zaaknummer={zaak}"))).Inhoud;
            Assert.Equal(verleend ? 1 : 0, brieven.GetArrayLength());
        }
    }

    [Fact]
    public async Task After_the_award_a_second_application_is_offered_no_withdrawal_but_told_whom_to_write_to()
    {
        var tijdvak = await _loop.Tijdvak(volgorde: "binnenkomst", plafond: VoorEen);
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var eerste = await _loop.Ingediend(tijdvak, wie);
        await Voorgelegd(tijdvak, eerste, wie);
        await _loop.Verleend(eerste);
        var tweede = await _loop.Concept(tijdvak, wie);

        await huis.Weigert(
            () => huis.Post(wie, $"/v1/aanvragen/{tweede}/indiening"),
            a =>
            {
                var eerdere = a.IsProbleem(409, "al-aangevraagd")
                    .Noemt("Postbus 90801")
                    .Noemt($"{eerste}-V1")
                    .Inhoud.GetProperty("eerdere");
                Assert.Equal(eerste, eerdere.GetProperty("zaaknummer").GetString());
                Assert.False(eerdere.TryGetProperty("intrekking", out _));
            }
        );
        await huis.Weigert(
            () => huis.Post(wie, $"/v1/verleningen/{eerste}/intrekking"),
            a => a.IsProbleem(409, "al-verleend").Noemt("Postbus 90801")
        );
        await huis.Weigert(
            () => huis.Post(wie, $"/v1/aanvragen/{eerste}/intrekking"),
            a => a.IsProbleem(409, "al-besloten").Noemt("Postbus 90801")
        );
    }

    /// <summary>A proposal lies ready, while the window is open.</summary>
    private async Task Voorgelegd(string tijdvak, string zaak, string wie)
    {
        await Gereserveerd(tijdvak, zaak, wie);
        await _loop.Beoordeeld(zaak);
    }

    /// <summary>It can be assessed.</summary>
    private async Task Gereserveerd(string tijdvak, string zaak, string wie)
    {
        await _loop.GeslotenScan(zaak, wie);
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", """{"volledig":true}"""));
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/toewijzing"));
        await Horizon(tijdvak);
    }

    /// <summary>A proposal is nobody's to read outside, and nobody's but the applicant's to withdraw.</summary>
    private async Task IsVanNiemandAnders(string zaak, string wie)
    {
        var nergens = Zaaknummer.Trek();
        var leeg = await huis.Post(Mensen.Bram, $"/v1/verleningen/{nergens}/intrekking");
        await huis.Weigert(
            () => huis.Post(Mensen.Bram, $"/v1/verleningen/{zaak}/intrekking"),
            a =>
                Assert.Equal(
                    leeg.IsProbleem(404, "niet-gevonden").Tekst.Replace(nergens, "…", StringComparison.Ordinal),
                    a.Tekst.Replace(zaak, "…", StringComparison.Ordinal)
                )
        );
        (await huis.Haal(wie, $"/v1/verleningen/{zaak}")).IsProbleem(404, "niet-gevonden");
        (await huis.Haal(Mensen.Bram, $"/v1/verleningen/{zaak}")).IsProbleem(404, "niet-gevonden");
        Assert.Equal(403, (await huis.Post(Mensen.Beoordelaar, $"/v1/verleningen/{zaak}/intrekking")).Status);
    }

    private async Task<JsonElement> Aanvraag(string zaak) =>
        (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}"))).Inhoud;

    private async Task Horizon(string tijdvak)
    {
        huis.Klok.Vooruit(Duration.FromSeconds(1));
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/ontvangsten/{tijdvak}"));
        await huis.Stil();
    }

    private async Task HorizonKlopt(string tijdvak)
    {
        await Horizon(tijdvak);
        Assert.Equal(
            await huis.Tel($"select aantal from aanvragen.ontvangststand where tijdvak = '{tijdvak}'"),
            await huis.Tel($"select count(*) from tijdvakken.gehoord where tijdvak = '{tijdvak}'")
        );
    }
}
