using System.Text.Json;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>Who declared an interest of their own in a case comes to nothing of it, in any role and at any context (2:4 Awb).</summary>
public sealed partial class EigenBelangTests(Apihuis huis)
{
    private const string Gesloten = "eigen-belang";

    private static readonly Rol[] Rollen =
    [
        Rol.Beoordelaar,
        Rol.Medeondertekenaar,
        Rol.FinancieelMedewerker,
        Rol.FinancieelControleur,
        Rol.Regelbeheerder,
        Rol.Beheerder,
    ];

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task What_names_the_case_in_its_body_is_closed_too_and_what_names_many_does_the_others()
    {
        var iemand = huis.Medewerker(Rollen);
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, huis.Ondernemer().Wie);
        var ander = await _loop.Ingediend(tijdvak, huis.Ondernemer().Wie);
        await Zaakloop.Gelukt(Meld(iemand, zaak));
        await huis.Stil();

        var brief = $$"""{"zaaknummer":"{{zaak}}","besluit":"b","indiener":"derde","ontvangenOp":"2026-01-01","ondertekend":true}""";
        (await huis.Post(iemand, "/v1/bezwaren", brief)).IsProbleem(403, Gesloten);
        (await huis.Post(Mensen.Beoordelaar, "/v1/bezwaren", brief)).IsProbleem(422, "onjuiste-invoer");
        var zaken = JsonSerializer.Serialize(new[] { zaak, ander }.Select(zaaknummer => new { zaaknummer }));
        var nummers = JsonSerializer.Serialize(new[] { zaak, ander });
        var hashes = JsonSerializer.Serialize(new Dictionary<string, string> { [zaak] = "h", [ander] = "h" });
        (string Pad, string Verzoek)[] acties =
        [
            ("toewijzingen", $"{{\"zaken\":{zaken}}}"),
            ("volledigverklaringen", $"{{\"zaaknummers\":{nummers}}}"),
            ("buitenbehandelingstellingen", $"{{\"zaaknummers\":{nummers},\"hashes\":{hashes}}}"),
            ("teruggaven", $"{{\"zaaknummers\":{nummers}}}"),
        ];
        foreach (var (pad, verzoek) in acties)
        {
            var regels = await Zaakloop.Gelukt(huis.Post(iemand, $"/v1/{pad}", verzoek));
            Assert.Equal(Gesloten, regels.Inhoud[0].GetProperty("code").GetString());
            Assert.DoesNotContain(Gesloten, regels.Inhoud[1].GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_list_shows_the_case_to_who_declared_it_and_nobody_gives_it_to_them()
    {
        var iemand = huis.Medewerker(Rol.Beoordelaar);
        await Zaakloop.Gelukt(huis.Post(iemand, "/v1/medewerkers/aanmelding"));
        var ondernemer = huis.Ondernemer();
        var zaak = await _loop.Ingediend(await _loop.Tijdvak(), ondernemer.Wie);
        await Zaakloop.Gelukt(huis.Post(iemand, $"/v1/aanvragen/{zaak}/toewijzing"));
        await huis.Stil();
        await huis.Bijgewerkt();
        string[] lijsten =
        [
            $"/v1/zaken?zaaknummer={zaak}",
            $"/v1/zaken?tekst={zaak}",
            $"/v1/zaken?kvkNummer={ondernemer.KvkNummer}",
            $"/v1/werk?wie={iemand}",
        ];
        foreach (var lijst in lijsten)
        {
            Assert.Contains(zaak, await Zaken(iemand, lijst));
        }

        await Zaakloop.Gelukt(Meld(iemand, zaak));
        await huis.Stil();

        foreach (var lijst in lijsten[..^1])
        {
            Assert.DoesNotContain(zaak, await Zaken(iemand, lijst));
            Assert.Contains(zaak, await Zaken(Mensen.Beoordelaar, lijst));
        }
        Assert.DoesNotContain(zaak, await Zaken(Mensen.Beoordelaar, lijsten[^1]));
        Assert.DoesNotContain(zaak, await Zaken(iemand, $"/v1/werk?wie=niemand&tijdvak={await Tijdvak(zaak)}"));
        Assert.Contains(zaak, await Zaken(Mensen.Beoordelaar, $"/v1/werk?wie=niemand&tijdvak={await Tijdvak(zaak)}"));
        (
            await huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/overdracht", JsonSerializer.Serialize(new { aan = iemand }))
        ).IsProbleem(409, "belang-van-beoordelaar");

        async Task<string[]> Zaken(string kijker, string lijst) =>
            [
                .. (await Zaakloop.Gelukt(huis.Haal(kijker, lijst)))
                    .Inhoud.GetProperty("zaken")
                    .EnumerateArray()
                    .Select(z => z.GetProperty("zaaknummer").GetString()!),
            ];

        async Task<string> Tijdvak(string van) =>
            (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/zaken/{van}"))).Veld("tijdvak");
    }

    [Fact]
    public async Task What_has_a_number_of_its_own_tells_of_which_case_it_is_and_is_closed_too()
    {
        var iemand = huis.Medewerker(Rol.Beoordelaar);
        var wie = huis.Ondernemer().Wie;
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Concept(tijdvak, wie);
        var document = await Zaakloop.Gelukt(huis.Zend(wie, HttpMethod.Post, $"/v1/documenten?zaaknummer={zaak}&soort=plan", Zaakloop.Pdf));
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening"));
        await huis.Stil();
        var pad = $"/v1/documenten/{document.Veld("document")}/stand";
        Assert.Equal(200, (await huis.Haal(iemand, pad)).Status);

        await Zaakloop.Gelukt(Meld(iemand, zaak));

        (await huis.Haal(iemand, pad)).IsProbleem(403, Gesloten);
        Assert.Equal(200, (await huis.Haal(Mensen.Beoordelaar, pad)).Status);
    }

    [Fact]
    public async Task Only_another_opens_it_again_and_says_why()
    {
        var iemand = huis.Medewerker(Rol.Beoordelaar, Rol.Medeondertekenaar);
        var zaak = await _loop.Ingediend(await _loop.Tijdvak(), huis.Ondernemer().Wie);
        await Zaakloop.Gelukt(Meld(iemand, zaak));
        await Zaakloop.Gelukt(Meld(iemand, zaak, "nog een keer"));
        Assert.Equal(1, await Gebeurd(zaak, "belang-gemeld"));

        (await Hef(iemand, zaak, iemand, "Het valt wel mee.")).IsProbleem(403, Gesloten);
        (await Hef(Mensen.Medeondertekenaar, zaak, iemand, " ")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("reden");
        (await Hef(Mensen.Medeondertekenaar, zaak, "een-ander", "reden")).IsProbleem(409, "geen-belang");
        (await Hef(Mensen.Beoordelaar, zaak, iemand, "reden")).IsProbleem(403, "niet-bevoegd");
        await Zaakloop.Gelukt(Hef(Mensen.Medeondertekenaar, zaak, iemand, "De zus werkt er niet meer."));

        Assert.Equal(200, (await huis.Haal(iemand, $"/v1/aanvragen/{zaak}")).Status);
        await Zaakloop.Gelukt(huis.Post(iemand, $"/v1/aanvragen/{zaak}/toewijzing"));
    }

    [Fact]
    public async Task What_the_interest_is_stays_out_of_events_messages_and_lists_of_others()
    {
        var iemand = huis.Medewerker(Rol.Beoordelaar);
        var zaak = await _loop.Ingediend(await _loop.Tijdvak(), huis.Ondernemer().Wie);
        await Zaakloop.Gelukt(Meld(iemand, zaak, "Mijn zwager Pjotr is er directeur."));
        await huis.Stil();

        Assert.Equal(0, await huis.Tel("select count(*) from aanvragen.mt_events where data::text like '%Pjotr%'"));
        var voorOndertekenaar = await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, $"/v1/aanvragen/{zaak}/belangen"));
        var voorBeoordelaar = await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/belangen"));
        Assert.Contains("Pjotr", voorOndertekenaar.Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("Pjotr", voorBeoordelaar.Tekst, StringComparison.Ordinal);
        Assert.Contains(iemand, voorBeoordelaar.Tekst, StringComparison.Ordinal);
    }

    private Task<Gekregen> Meld(string wie, string zaak, string? toelichting = null) =>
        huis.Post(wie, $"/v1/aanvragen/{zaak}/belang", JsonSerializer.Serialize(new { toelichting }));

    private Task<Gekregen> Hef(string wie, string zaak, string medewerker, string reden) =>
        huis.Post(wie, $"/v1/aanvragen/{zaak}/belang/opheffing", JsonSerializer.Serialize(new { medewerker, reden }));

    /// <summary>What happened in a case, at all who decide something in it.</summary>
    private Task<long> Gebeurd(string zaak, string soort = "%") =>
        huis.Tel(
            string.Join(
                " + ",
                ((string[])["aanvragen", "betalingen", "dossiers", "vaststelling", "verlening"]).Select(context =>
                    $"(select count(*) from {context}.mt_events where stream_id like '{zaak}%' and type like '{soort}')"
                )
            )
        );
}
