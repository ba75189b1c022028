using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Npgsql;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Dossiers.Emails;
using SlimRegeling.Relaties;
using SmtpServer.Protocol;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests.Emails;

/// <summary>E-mail that says that there is something: once to each, whatever happens on the way. With a real mail server.</summary>
public sealed class EmailsTests(Emailhuis huis) : IClassFixture<Emailhuis>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Een_ontvangst_gaat_een_keer_naar_het_goede_adres_ook_als_zij_twee_keer_wordt_gezegd()
    {
        var adres = await huis.Adres();
        var zaak = await huis.Ingediend();
        await huis.Ingediend(zaak);

        var (aan, bericht) = await huis.Eerste(zaak);
        await huis.Wordt(zaak, "Verzonden");
        await huis.Ingediend(zaak);

        Assert.Equal(adres, aan);
        Assert.Single(huis.Post(zaak));
        Assert.Equal(1L, await huis.Lees<long>($"select count(*) from dossiers.email where zaaknummer = '{zaak}'"));
        Assert.Equal(adres, bericht.To.Mailboxes.Single().Address);
        Assert.Equal("slim@uitvoering.voorbeeld", bericht.From.Mailboxes.Single().Address);
        Assert.EndsWith("@uitvoering.voorbeeld", bericht.MessageId, StringComparison.Ordinal);
        Assert.DoesNotContain(zaak, bericht.MessageId, StringComparison.Ordinal);
        Assert.Equal("auto-generated", bericht.Headers["Auto-Submitted"]);
        var tekst = Assert.IsType<TextPart>(bericht.Body).Text;
        Assert.Contains($"https://slim.voorbeeld/portaal/zaken/{zaak}", tekst, StringComparison.Ordinal);
        Assert.Contains("In English", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain(Kvk, bericht.ToString(), StringComparison.Ordinal);
        Assert.Empty(bericht.Attachments);
        var regel = Assert.Single((await huis.Beeld(zaak)).EnumerateArray());
        Assert.Equal(("verzonden", 1), (regel.GetProperty("stand").GetString(), regel.GetProperty("pogingen").GetInt32()));
        Assert.DoesNotContain('@', (await huis.Beeld(zaak)).ToString());
    }

    [Fact]
    public async Task Zonder_adres_wacht_zij_en_met_een_adres_gaat_zij()
    {
        Assert.Equal(HttpStatusCode.OK, (await huis.Zet("olivia", null)).Status);
        await huis.Huis.Stil();
        var zaak = await huis.Ingediend();
        await huis.Wordt(zaak, "ZonderAdres");
        Assert.Contains("portaal", (await huis.Beeld(zaak))[0].GetProperty("uitleg").GetString(), StringComparison.Ordinal);

        var adres = await huis.Adres();

        Assert.Equal(adres, (await huis.Eerste(zaak)).Aan);
    }

    [Fact]
    public async Task Een_slecht_adres_is_de_zorg_van_een_en_een_beter_krijgt_wat_wachtte()
    {
        var slecht = await huis.Adres();
        var buren = await huis.Adres("bram");
        huis.Server.BijOntvanger[slecht] = new SmtpResponse(SmtpReplyCode.MailboxUnavailable, $"5.1.1 no such user {slecht}");

        var zaak = await huis.Ingediend();
        await huis.Wordt(zaak, "Geweigerd");
        var tweede = await huis.Ingediend();
        var vanBuren = await huis.Ingediend(kvkNummer: Emailhuis.Buurkvk);

        Assert.Equal(buren, (await huis.Eerste(vanBuren)).Aan);
        await huis.Wordt(tweede, "ZonderAdres");
        var beeld = (await huis.Beeld(zaak))[0];
        Assert.Equal("geweigerd", beeld.GetProperty("stand").GetString());
        Assert.Contains("550 5.1.1", beeld.GetProperty("uitleg").GetString(), StringComparison.Ordinal);
        var eigen = (await huis.Beeld(zaak, "olivia"))[0];
        Assert.Equal(
            ("geweigerd", "De e-mail kon niet worden bezorgd. Kijk of het e-mailadres klopt."),
            (eigen.GetProperty("stand").GetString(), eigen.GetProperty("uitleg").GetString())
        );
        Assert.DoesNotContain('@', beeld.ToString());
        Assert.True((await Bereik("olivia", Kvk)).TryGetProperty("onbestelbaarOp", out _));
        Assert.False((await Bereik("bram", Emailhuis.Buurkvk)).TryGetProperty("onbestelbaarOp", out _));
        using (var beheer = await huis.Huis.Haal("ben", "/v1/beheer/emails"))
        {
            var overzicht = await beheer.Content.ReadFromJsonAsync<JsonElement>(Ct);
            Assert.Equal("bereikbaar", overzicht.GetProperty("stand").GetString());
            Assert.Equal(1, overzicht.GetProperty("slechteAdressen").GetInt32());
            Assert.Contains(overzicht.GetProperty("aandachtNodig").EnumerateArray(), e => e.GetProperty("zaaknummer").GetString() == zaak);
            Assert.Equal(1L, await huis.Lees<long>($"select count(*) from dossiers.inzage where wie = 'ben' and zaaknummer = '{zaak}'"));
        }

        var beter = await huis.Adres();

        Assert.Equal(beter, (await huis.Eerste(zaak)).Aan);
        Assert.Equal(beter, (await huis.Eerste(tweede)).Aan);
        Assert.False((await Bereik("olivia", Kvk)).TryGetProperty("onbestelbaarOp", out _));
    }

    [Fact]
    public async Task Wat_nu_niet_kan_gaat_later_met_hetzelfde_kenmerk()
    {
        var adres = await huis.Adres();
        huis.Server.BijOntvanger[adres] = new SmtpResponse(SmtpReplyCode.Aborted, "4.3.0 try later");
        var zaak = await huis.Ingediend();
        await Emailhuis.Tot(async () => await huis.Lees<int>($"select pogingen from dossiers.email where zaaknummer = '{zaak}'") == 1);
        await huis.Wordt(zaak, "Wacht");
        Assert.Contains("opnieuw", (await huis.Beeld(zaak))[0].GetProperty("uitleg").GetString(), StringComparison.Ordinal);
        huis.Server.BijOntvanger.Clear();
        huis.Server.BijInhoud[adres] = new SmtpResponse(SmtpReplyCode.InsufficientStorage, "4.3.1 full");
        await huis.NaDePauze(zaak);
        await Emailhuis.Tot(async () => await huis.Lees<int>($"select pogingen from dossiers.email where zaaknummer = '{zaak}'") == 2);
        await huis.Wordt(zaak, "Wacht");
        huis.Server.BijInhoud.Clear();

        await huis.NaDePauze(zaak);

        Assert.Equal(adres, (await huis.Eerste(zaak)).Aan);
        await huis.Wordt(zaak, "Verzonden");
        Assert.Single(huis.Post(zaak));
    }

    [Fact]
    public async Task Zolang_de_server_weg_is_wacht_alles_en_er_gaat_niets_verloren()
    {
        await huis.Adres();
        await huis.Server.Stop();
        string[] zaken;
        try
        {
            zaken = [await huis.Ingediend(), await huis.Ingediend(), await huis.Ingediend()];
            await Emailhuis.Tot(async () => (await Gezondheid()).Contains("email: Degraded", StringComparison.Ordinal));
            Assert.Equal("wacht", (await huis.Beeld(zaken[0]))[0].GetProperty("stand").GetString());
            Assert.Equal(0, (await huis.Beeld(zaken[0]))[0].GetProperty("pogingen").GetInt32());
        }
        finally
        {
            huis.Server.Start();
        }
        var verbindingen = huis.Server.Verbindingen;

        foreach (var zaak in zaken)
        {
            await huis.Eerste(zaak);
            Assert.Single(huis.Post(zaak));
        }
        // Many over one.
        Assert.Equal(1, huis.Server.Verbindingen - verbindingen);
    }

    [Fact]
    public async Task Wie_wegvalt_na_de_inhoud_laat_een_onzekere_email_achter_die_alleen_een_mens_opnieuw_stuurt()
    {
        var adres = await huis.Adres();
        huis.Server.BijInhoud[adres] = null;
        var zaak = await huis.Ingediend();
        await huis.Wordt(zaak, "Onzeker");
        huis.Server.BijInhoud.Clear();
        await huis.NaDePauze(zaak);
        await huis.Ingediend(zaak);
        var na = await huis.Ingediend();
        await huis.Eerste(na);

        Assert.Empty(huis.Post(zaak));
        var id = (await huis.Beeld(zaak))[0].GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.Forbidden, await huis.Opnieuw(id, "bea"));
        Assert.Equal(HttpStatusCode.OK, await huis.Opnieuw(id));
        await huis.Eerste(zaak);
        await huis.Wordt(zaak, "Verzonden");
        Assert.Equal(HttpStatusCode.Conflict, await huis.Opnieuw(id));
        Assert.Equal(HttpStatusCode.NotFound, await huis.Opnieuw("nergens"));
    }

    [Fact]
    public async Task Wat_onderweg_was_toen_het_programma_eindigde_is_onzeker_en_wat_nog_onderweg_is_niet()
    {
        await huis.Zet("olivia", null);
        await huis.Huis.Stil();
        var zaak = await huis.Ingediend();
        await huis.Lees<int>($"update dossiers.email set stand = 'Onderweg' where zaaknummer = '{zaak}' returning 1");
        var tabel = huis.Huis.Diensten.GetRequiredService<Emailtabel>();
        await using (var ander = new NpgsqlConnection(huis.Huis.Verbinding))
        {
            await ander.OpenAsync(Ct);
            await using var bezig = await ander.BeginTransactionAsync(Ct);
            await using var slot = new NpgsqlCommand(
                $"select pg_advisory_xact_lock({Emailtabel.Slot}) from dossiers.email where zaaknummer = '{zaak}'",
                ander,
                bezig
            );
            await slot.ExecuteNonQueryAsync(Ct);
            await tabel.Veeg(Straks(0), Ct);
            await huis.Wordt(zaak, "Onderweg");
        }

        await tabel.Veeg(Straks(0), Ct);

        await huis.Wordt(zaak, "Onzeker");
        await huis.Adres();
        Assert.Equal("onzeker", (await huis.Beeld(zaak))[0].GetProperty("stand").GetString());
    }

    [Fact]
    public async Task Een_herinnering_gaat_een_keer_en_niet_als_er_is_ingediend_of_het_te_laat_is()
    {
        var adres = await huis.Adres();
        var (zaak, ingediend, gesloten) = (Emailhuis.Nummer(), await huis.Ingediend(), Emailhuis.Nummer());
        await huis.Zeg(Herinnering(zaak, Straks(47)));
        await huis.Zeg(Herinnering(zaak, Straks(47)));
        await huis.Zeg(Herinnering(ingediend, Straks(47)));
        await huis.Zeg(Herinnering(gesloten, Straks(-1)));

        var (aan, bericht) = await huis.Eerste(zaak);
        await huis.Wordt(ingediend, "Vervallen", "Herinnering");
        await huis.Wordt(gesloten, "Vervallen", "Herinnering");

        Assert.Equal(adres, aan);
        Assert.Contains($"/aanvragen/{zaak}", ((TextPart)bericht.Body!).Text, StringComparison.Ordinal);
        Assert.Contains("nog niet is ingediend", ((TextPart)bericht.Body!).Text, StringComparison.Ordinal);
        Assert.Single(huis.Post(zaak));
        Assert.Empty(huis.Post(gesloten));
        Assert.DoesNotContain(huis.Post(ingediend), p => p.Bericht.Subject!.Contains("niet ingediend", StringComparison.Ordinal));
        // A draft is nobody's business, and what was told of it is not either.
        using var alsConcept = await huis.Huis.Haal("bea", $"/v1/emails?zaaknummer={zaak}");
        Assert.Equal(HttpStatusCode.NotFound, alsConcept.StatusCode);
        Assert.Single((await huis.Beeld(ingediend)).EnumerateArray());
    }

    [Fact]
    public async Task De_gemachtigde_die_indiende_hoort_de_ontvangst_en_de_brief()
    {
        var eigen = await huis.Adres();
        var adviseur = await huis.Adres("bram");
        var zaak = Emailhuis.Nummer();
        await huis.Zeg(new IetsBesloten(Aandacht: new(zaak, Emailhuis.Buurkvk, "gemachtigde", "", Straks(0), Kvk)));
        await huis.Ingediend(zaak);
        using var inschrijving = await huis.Huis.Post(
            "olivia",
            $"/v1/ondernemingen/{Kvk}",
            new Inschrijven.Verzoek("De Troffel", "Dorpsstraat 12", "3511AB", "Utrecht", ["41.20"], "NL91ABNA0417164300", "De Troffel")
        );
        await huis.Zeg(new IetsBesloten(Verlening: Verleend with { Zaaknummer = zaak }));

        await Emailhuis.Tot(() => Task.FromResult(huis.Post(zaak).Count == 4));

        Assert.Equal(2, (await huis.Beeld(zaak, "olivia")).EnumerateArray().Count(e => e.GetProperty("kvkNummer").GetString() == Kvk));
        Assert.Equal(2, (await huis.Beeld(zaak, "olivia")).GetArrayLength());
        Assert.Equal(4, (await huis.Beeld(zaak)).GetArrayLength());
        Assert.Equal(
            new[] { (eigen, "brief"), (adviseur, "brief"), (eigen, "ontvangen"), (adviseur, "ontvangen") }.Order(),
            huis.Post(zaak)
                .Select(p => (p.Aan, p.Bericht.Subject!.Contains("brief", StringComparison.Ordinal) ? "brief" : "ontvangen"))
                .Order()
        );
    }

    private static NodaTime.Instant Straks(int uren) =>
        NodaTime.SystemClock.Instance.GetCurrentInstant() + NodaTime.Duration.FromHours(uren);

    private static IetsBesloten Herinnering(string zaak, NodaTime.Instant sluit) =>
        new(
            Aandacht: new AandachtGevraagdBericht(
                zaak,
                Kvk,
                "herinnering",
                "20260630T150000",
                Straks(0),
                Sluit: NodaTime.Instant.FromUnixTimeSeconds(sluit.ToUnixTimeSeconds() / 60 * 60)
            )
        );

    private async Task<JsonElement> Bereik(string wie, string kvkNummer)
    {
        using var antwoord = await huis.Huis.Haal(wie, $"/v1/ondernemingen/{kvkNummer}/emailbereik");
        return await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }

    private async Task<string> Gezondheid()
    {
        using var client = new HttpClient { BaseAddress = huis.Huis.Adres };
        using var antwoord = await client.GetAsync("/health/ready", Ct);
        return await antwoord.Content.ReadAsStringAsync(Ct);
    }
}
