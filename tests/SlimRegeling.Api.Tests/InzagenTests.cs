using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Inzagen;
using SlimRegeling.Platform.Taken;

namespace SlimRegeling.Api.Tests;

/// <summary>Each view of a case by the executor is in a log that the privacy officer reads.</summary>
public sealed class InzagenTests(Apihuis huis)
{
    private static readonly string[] Schemas =
    [
        "tijdvakken",
        "aanvragen",
        "leercultuurscans",
        "verlening",
        "vaststelling",
        "betalingen",
        "dossiers",
        "relaties",
        "zaken",
    ];

    private readonly Bereik _bereik = new(huis);

    [Fact]
    public async Task Who_of_the_executor_sees_a_case_is_in_the_log_and_who_sees_their_own_is_not()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var dingen = await _bereik.Maak(wie, kvkNummer);
        var toegang = huis.Eindpunten.ToDictionary(e => e.Naam());
        var gezien = new HashSet<(string, string?, string)>();
        foreach (var verzoek in Bereik.Verzoeken(dingen).Where(v => v.Methode == HttpMethod.Get))
        {
            var eindpunt = toegang[verzoek.Eindpunt];
            var inzage = eindpunt.Metadata.GetMetadata<Inzage>();
            foreach (var rol in eindpunt.Metadata.GetMetadata<Toegang>()!.Rollen)
            {
                var medewerker = Rollen.VanUitvoerder.Contains(rol);
                var iemand =
                    medewerker ? Mensen.In(rol)
                    : rol == Rol.Aanvrager ? wie
                    : huis.Namens(rol, kvkNummer);
                var voor = await Aantal();
                await Zaakloop.Gelukt(_bereik.Doe(iemand, verzoek));
                // Who leafs through what they saw just now does not see it again.
                var verder = !gezien.Add((iemand, inzage?.Wat, verzoek.Ding)) && inzage is { Bladerend: true };
                Assert.Equal(voor + (medewerker && !verder ? 1 : 0), await Aantal());
                if (medewerker && !verder)
                {
                    var regel = (await Vraag("?aantal=1"))[0];
                    Assert.Equal(iemand, regel.GetProperty("wie").GetString());
                    Assert.Equal([rol.Claimwaarde()], regel.GetProperty("rollen").EnumerateArray().Select(r => r.GetString()));
                    Assert.Equal(inzage!.Wat, regel.GetProperty("wat").GetString());
                    var ding = verzoek.Ding == kvkNummer ? regel.GetProperty("kenmerk") : regel.GetProperty("zaaknummer");
                    Assert.Equal(verzoek.Ding == kvkNummer ? kvkNummer : dingen.Zaaknummer, ding.GetString());
                }
            }
        }
    }

    [Fact]
    public async Task Payments_of_a_case_and_a_search_for_it_are_a_view_and_a_list_to_find_one_in_is_none()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var zaak = (await _bereik.Maak(wie, kvkNummer)).Zaaknummer;
        var voor = await Aantal();
        await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, "/v1/zaken?zaaknummer=SLIM-&status=verleend"));
        await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/zaken?zaaknummer={zaak}"));
        Assert.Equal(voor, await Aantal());
        huis.Klok.Vooruit(Duration.FromSeconds(1));
        await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/zaken?zaaknummer={zaak}"));
        huis.Klok.Vooruit(Duration.FromSeconds(1));
        var zoek = (await Vraag($"?zaaknummer={zaak}&aantal=1"))[0];
        Assert.Equal("zoeken", zoek.GetProperty("wat").GetString());
        Assert.Equal(Mensen.Beoordelaar, zoek.GetProperty("wie").GetString());
        var opdrachten = await Zaakloop.Gelukt(huis.Haal(Mensen.FinancieelMedewerker, $"/v1/betaalopdrachten?zaaknummer={zaak}"));
        var opdracht = opdrachten.Inhoud.GetProperty("opdrachten")[0].GetProperty("id").GetString();
        // Looks at one moment of the clock have no order.
        huis.Klok.Vooruit(Duration.FromSeconds(1));
        await Zaakloop.Gelukt(huis.Haal(Mensen.FinancieelMedewerker, $"/v1/betaalopdrachten/{opdracht}"));
        huis.Klok.Vooruit(Duration.FromSeconds(1));
        await Zaakloop.Gelukt(huis.Haal(Mensen.Controleur, $"/v1/grootboek?zaaknummer={zaak}"));
        var gezien = await Vraag($"?zaaknummer={zaak}&aantal=3&volgorde=nieuwste");
        Assert.Equal(["grootboek", "betaalopdracht", "betaalopdrachten"], gezien.Select(r => r.GetProperty("wat").GetString()));
        Assert.Equal(opdracht, gezien[1].GetProperty("kenmerk").GetString());
        Assert.Equal(zaak, gezien[1].GetProperty("zaaknummer").GetString());
    }

    [Fact]
    public async Task Who_looks_for_an_enterprise_has_seen_each_case_that_was_found()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var zaak = (await _bereik.Maak(wie, kvkNummer)).Zaaknummer;
        var voor = await Aantal();
        huis.Klok.Vooruit(Duration.FromSeconds(1));
        await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, $"/v1/zaken?kvkNummer={kvkNummer}"));
        huis.Klok.Vooruit(Duration.FromSeconds(1));
        await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, "/v1/zaken?kvkNummer=99999998"));
        Assert.Equal(voor + 2, await Aantal());
        var gezien = await Vraag("?aantal=2");
        Assert.Equal(["99999998", kvkNummer], gezien.Select(r => r.GetProperty("kenmerk").GetString()));
        Assert.False(gezien[0].TryGetProperty("zaaknummer", out _));
        Assert.Equal(zaak, gezien[1].GetProperty("zaaknummer").GetString());
    }

    [Fact]
    public async Task Who_reads_all_payment_orders_has_seen_each_case_on_the_list_once()
    {
        var een = huis.Ondernemer();
        var zaak = (await _bereik.Maak(een.Wie, een.KvkNummer)).Zaaknummer;
        huis.Klok.Vooruit(Duration.FromSeconds(1));
        var voor = await Aantal();
        var opdrachten = await Zaakloop.Gelukt(huis.Haal(Mensen.Controleur, "/v1/betaalopdrachten?aantal=500"));
        string[] zaken = [.. opdrachten.Inhoud.GetProperty("opdrachten").EnumerateArray().Select(o => o.GetProperty("zaaknummer").GetString()!).Distinct()];
        Assert.Contains(zaak, zaken);
        Assert.Equal(voor + zaken.Length, await Aantal());
        var regel = Assert.Single(await Vraag($"?zaaknummer={zaak}&onderwerp={Mensen.Controleur}"));
        Assert.Equal("betaalopdrachten", regel.GetProperty("wat").GetString());
    }

    [Fact]
    public async Task Who_reads_a_payment_file_has_seen_each_case_that_is_paid_and_the_lists_of_them_show_none()
    {
        var zaken = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            var (wie, kvkNummer) = huis.Ondernemer();
            zaken.Add((await _bereik.Maak(wie, kvkNummer)).Zaaknummer);
        }
        string[] opdrachten = [.. zaken.Select(z => $"{z}-B1")];
        var bestand = await new Betaalloop(huis).Bestand(opdrachten);

        huis.Klok.Vooruit(Duration.FromSeconds(1));
        var voor = await Aantal();
        await Zaakloop.Gelukt(huis.Haal(Mensen.FinancieelMedewerker, $"/v1/betaalbestanden/{bestand}"));
        Assert.Equal(voor + 2, await Aantal());
        var gelezen = await Vraag("?aantal=2");
        Assert.Equal(zaken.Order(), gelezen.Select(r => r.GetProperty("zaaknummer").GetString()!).Order());
        Assert.All(gelezen, r => Assert.Equal("betaalbestand", r.GetProperty("wat").GetString()));
        Assert.All(gelezen, r => Assert.Equal(bestand, r.GetProperty("kenmerk").GetString()));

        foreach (var (pad, naam, kenmerk) in ((string, string, string)[])
            [("betaalbestanden", "bestanden", "bestand"), ("betaalrondes", "rondes", "ronde")])
        {
            var lijst = await Zaakloop.Gelukt(huis.Haal(Mensen.Controleur, $"/v1/{pad}?aantal=100"));
            var regel = Assert.Single(
                lijst.Inhoud.GetProperty(naam).EnumerateArray(),
                r => r.GetProperty(kenmerk).GetString() == bestand
            );
            Assert.Equal(2, regel.GetProperty("aantal").GetInt32());
            Assert.All(zaken, z => Assert.DoesNotContain(z, lijst.Tekst, StringComparison.Ordinal));
        }
        Assert.Equal(voor + 2, await Aantal());
    }

    [Fact]
    public async Task What_was_refused_was_not_seen()
    {
        var voor = await Aantal();
        Assert.Equal(404, (await huis.Haal(Mensen.Beoordelaar, $"/v1/zaken/{Platform.Zaaknummer.Trek()}")).Status);
        Assert.Equal(403, (await huis.Haal(Mensen.In(Rol.Onderzoeker), $"/v1/zaken/{Platform.Zaaknummer.Trek()}")).Status);
        Assert.Equal(401, (await huis.Haal(null, $"/v1/zaken/{Platform.Zaaknummer.Trek()}")).Status);
        Assert.Equal(voor, await Aantal());
    }

    [Fact]
    public async Task What_cannot_be_logged_is_not_shown()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var zaak = (await _bereik.Maak(wie, kvkNummer)).Zaaknummer;
        await huis.Voer("alter table zaken.inzage rename to inzage_weg");
        try
        {
            var antwoord = (await huis.Haal(Mensen.Beoordelaar, $"/v1/zaken/{zaak}")).IsProbleem(500, "storing");
            Assert.DoesNotContain(kvkNummer, antwoord.Tekst, StringComparison.Ordinal);
            Assert.Equal(200, (await huis.Haal(wie, $"/v1/zaken/{zaak}")).Status);
        }
        finally
        {
            await huis.Voer("alter table zaken.inzage_weg rename to inzage");
        }
        Assert.Equal(200, (await huis.Haal(Mensen.Beoordelaar, $"/v1/zaken/{zaak}")).Status);
    }

    [Fact]
    public async Task The_log_is_read_by_case_by_person_by_day_and_page_by_page()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var zaak = (await _bereik.Maak(wie, kvkNummer)).Zaaknummer;
        string[] paden = [$"/v1/zaken/{zaak}", $"/v1/aanvragen/{zaak}", $"/v1/verleningen/{zaak}", $"/v1/brieven?zaaknummer={zaak}"];
        // Those of the way to the award are there already.
        var eerder = (await Vraag($"?zaaknummer={zaak}&aantal=200")).Count;
        foreach (var pad in paden)
        {
            huis.Klok.Vooruit(Duration.FromSeconds(1));
            await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, pad));
        }
        string[] verwacht = ["brieven", "verlening", "aanvraag", "zaak"];

        var bladen = new List<string>();
        var na = "";
        for (var blad = 0; blad < paden.Length; blad++)
        {
            var lijst = await Lijst($"?zaaknummer={zaak}&onderwerp={Mensen.Medeondertekenaar}&aantal=1{na}");
            bladen.Add(lijst.GetProperty("inzagen")[0].GetProperty("wat").GetString()!);
            na = $"&na={lijst.GetProperty("volgende").GetString()}";
        }
        Assert.Equal(verwacht, bladen);

        var oudste = await Vraag($"?zaaknummer={zaak}&volgorde=oudste&aantal=200");
        Assert.Equal(eerder + paden.Length, oudste.Count);
        Assert.Equal(verwacht.Reverse(), oudste.TakeLast(paden.Length).Select(r => r.GetProperty("wat").GetString()));

        var dag = huis.Klok.GetCurrentInstant().InZone(Platform.Tijd.Moment.Amsterdam).Date;
        Assert.NotEmpty(await Vraag($"?zaaknummer={zaak}&vanaf={Dag(dag)}&tot={Dag(dag)}"));
        Assert.Empty(await Vraag($"?zaaknummer={zaak}&vanaf={Dag(dag.PlusDays(1))}"));
        Assert.Empty(await Vraag($"?zaaknummer={zaak}&tot={Dag(dag.PlusDays(-300))}"));
        Assert.Empty(await Vraag($"?zaaknummer={zaak}&onderwerp=niemand"));

        var fout = (
            await huis.Haal(Mensen.Functionaris, "/v1/inzagen?zaaknummer=SLIM-1&vanaf=gisteren&volgorde=zomaar&na=x&aantal=0")
        ).IsProbleem(422, "onjuiste-invoer");
        foreach (var veld in (string[])["zaaknummer", "vanaf", "volgorde", "na", "aantal"])
        {
            fout.NoemtVeld(veld);
        }
    }

    [Fact]
    public async Task The_log_is_forgotten_after_its_term_and_not_before()
    {
        await using var diensten = huis.Diensten();
        var grens = new Inzageinstellingen().Grens(diensten.ServiceProvider.GetRequiredService<Platform.Tijd.Moment>());
        var (oud, nieuw) = (Guid.NewGuid(), Guid.NewGuid());
        await Voeg(oud, grens - Duration.FromSeconds(1));
        await Voeg(nieuw, grens);
        for (var keer = 0; keer < 2; keer++)
        {
            await diensten.ServiceProvider.GetRequiredService<Opruimen>().Voer("zaken", TestContext.Current.CancellationToken);
            Assert.Equal(0, await huis.Tel($"select count(*) from zaken.inzage where id = '{oud}'"));
            Assert.Equal(1, await huis.Tel($"select count(*) from zaken.inzage where id = '{nieuw}'"));
        }
        await huis.Voer($"delete from zaken.inzage where id = '{nieuw}'");
    }

    private Task Voeg(Guid id, Instant op) =>
        huis.Voer(
            $"insert into zaken.inzage (id, op, wie, rollen, wat, kenmerk) values ('{id}', '{op}', 'bea', '{{beoordelaar}}', 'zaak', 'x')"
        );

    private Task<long> Aantal() => huis.Tel($"select {string.Join(" + ", Schemas.Select(s => $"(select count(*) from {s}.inzage)"))}");

    private async Task<IReadOnlyList<JsonElement>> Vraag(string vraag) => [.. (await Lijst(vraag)).GetProperty("inzagen").EnumerateArray()];

    private async Task<JsonElement> Lijst(string vraag) =>
        (await Zaakloop.Gelukt(huis.Haal(Mensen.Functionaris, $"/v1/inzagen{vraag}"))).Inhoud;

    private static string Dag(LocalDate dag) => dag.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
