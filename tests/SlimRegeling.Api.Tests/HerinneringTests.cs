using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlimRegeling.Aanvragen;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Taken;

namespace SlimRegeling.Api.Tests;

/// <summary>Who has a draft that was not submitted hears it 48 hours before its window closes, and the adviser with them.</summary>
public sealed class HerinneringTests(Apihuis huis)
{
    private const string Adviseur = "44444444";

    private readonly Zaakloop _loop = new(huis);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Een_keer_en_weer_als_de_sluiting_verschuift_en_niet_meer_als_het_te_laat_is()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var tijdvak = await _loop.Tijdvak(over: Duration.FromDays(5));
        var zaak = await _loop.Concept(tijdvak, wie);
        huis.Klok.Vooruit(Duration.FromDays(5) - Duration.FromMinutes(5));
        Assert.Empty(await Herinnerd(zaak));

        huis.Klok.Vooruit(Duration.FromMinutes(6));
        Assert.Equal([kvkNummer], await Herinnerd(zaak));
        Assert.Equal([kvkNummer], await Herinnerd(zaak));

        await Verschuif(tijdvak, "20 hours");
        Assert.Single(await Herinnerd(zaak));
        await Verschuif(tijdvak, "3 days");
        Assert.Single(await Herinnerd(zaak));
        huis.Klok.Vooruit(Duration.FromDays(3) + Duration.FromHours(21));
        Assert.Equal([kvkNummer, kvkNummer], await Herinnerd(zaak));

        await Verschuif(tijdvak, "-48 hours");
        await huis.Voer($"delete from aanvragen.herinnerd where zaaknummer = '{zaak}'");
        Assert.Equal(2, (await Herinnerd(zaak)).Count);
    }

    [Fact]
    public async Task Wie_heeft_ingediend_wordt_niet_herinnerd_en_zijn_gemachtigde_hoort_mee()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var adviseur = huis.Gemachtigde(kvkNummer);
        var tijdvak = await _loop.Tijdvak();
        await Verschuif(tijdvak, "10 days");
        var zaak = await _loop.Ingediend(tijdvak, wie);
        var concept = await _loop.Concept(tijdvak, adviseur);

        await Verschuif(tijdvak, "-10 days");

        Assert.Empty(await Herinnerd(zaak));
        Assert.Equal(new[] { Adviseur, kvkNummer }.Order(), await Herinnerd(concept));
        var ander = huis.Ondernemer();
        var vanAdviseur = await _loop.Ingediend(tijdvak, huis.Gemachtigde(ander.KvkNummer));
        Assert.Equal(new[] { Adviseur, ander.KvkNummer }.Order(), await Ontvangers(vanAdviseur, "Ontvangst"));
        Assert.Equal([kvkNummer], await Ontvangers(zaak, "Ontvangst"));
        // The executor sees what was mailed of a case, and nothing of a draft.
        (await huis.Haal(Mensen.Beoordelaar, $"/v1/emails?zaaknummer={concept}")).IsProbleem(404, "niet-gevonden");
        Assert.Single((await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/emails?zaaknummer={zaak}"))).Inhoud.EnumerateArray());
    }

    [Fact]
    public async Task Een_uitgenodigde_partij_hoort_het_een_keer_per_dag()
    {
        var (hoofd, hoofdKvk) = huis.Ondernemer();
        var (partij, partijKvk) = huis.Ondernemer();
        var tijdvak = await _loop.Tijdvak(volgorde: "binnenkomst", type: "samenwerkingsverband");
        var zaak = (await Zaakloop.Gelukt(huis.Post(hoofd, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}"""))).Veld("zaaknummer");
        await Zaakloop.Gelukt(
            huis.Put(
                hoofd,
                $"/v1/aanvragen/{zaak}/concept",
                Partnerschap.Formulier(Partnerschap.Mkb(hoofdKvk), Partnerschap.Mkb(partijKvk))
            )
        );
        await Nodig();
        await Nodig();
        Assert.Equal([partijKvk], await Ontvangers(zaak, "Uitnodiging"));

        await Zaakloop.Gelukt(huis.Post(partij, $"/v1/uitnodigingen/{zaak}/weigering"));
        await Nodig();

        Assert.Equal([partijKvk], await Ontvangers(zaak, "Uitnodiging"));

        Task Nodig() => Zaakloop.Gelukt(huis.Post(hoofd, $"/v1/aanvragen/{zaak}/uitnodigingen", $$"""{"kvkNummer":"{{partijKvk}}"}"""));
    }

    [Fact]
    public async Task Zonder_mailserver_staat_de_email_in_de_gegevensmap()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/ondernemingen/{kvkNummer}/contact", """{"email":"info@voorbeeld.nl"}"""));
        var zaak = await _loop.Ingediend(await _loop.Tijdvak(), wie);

        for (var i = 0; i < 1_200 && await Stand(zaak) != "Verzonden"; i++)
        {
            await Task.Delay(100, Ct);
        }

        Assert.Equal("Verzonden", await Stand(zaak));
        var email = Assert.Single(
            huis.Emailmap.EnumerateFiles("*.eml"),
            f => File.ReadAllText(f.FullName).Contains(zaak, StringComparison.Ordinal)
        );
        Assert.Contains("To: info@voorbeeld.nl", await File.ReadAllTextAsync(email.FullName, Ct), StringComparison.Ordinal);
    }

    private Task<string> Stand(string zaak) => huis.Lees($"select stand from dossiers.email where zaaknummer = '{zaak}'");

    // As the job does it by the clock, which may come at any moment too.
    private async Task<IReadOnlyList<string>> Herinnerd(string zaak)
    {
        await using (var diensten = huis.Diensten())
        {
            var uitvoering = diensten.ServiceProvider.GetRequiredService<Taakuitvoering>();
            await uitvoering.Voer(typeof(Herinneren).AssemblyQualifiedName!, Ct);
        }
        return await Ontvangers(zaak, "Herinnering");
    }

    private async Task<IReadOnlyList<string>> Ontvangers(string zaak, string soort)
    {
        await huis.Stil();
        var lijst = await huis.Lees(
            $"select coalesce(string_agg(kvk_nummer, ',' order by kvk_nummer), '') from dossiers.email where zaaknummer = '{zaak}' and soort = '{soort}'"
        );
        return lijst.Split(',', StringSplitOptions.RemoveEmptyEntries);
    }

    private Task Verschuif(string tijdvak, string hoeveel) =>
        huis.Voer($"update aanvragen.tijdvak set sluit = sluit + interval '{hoeveel}' where tijdvak = '{tijdvak}'");
}
