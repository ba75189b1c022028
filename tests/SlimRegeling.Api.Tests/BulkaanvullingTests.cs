using System.Text.Json;
using NodaTime;

namespace SlimRegeling.Api.Tests;

/// <summary>Sixty cases asked to complete as one act: an answer for each, and a letter to each that was asked.</summary>
public sealed class BulkaanvullingTests(Apihuis huis)
{
    private const string Pad = "/v1/aanvullingsverzoeken";

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task Each_case_has_its_answer_and_each_that_was_asked_one_letter()
    {
        var (hier, elders, vol) = (await _loop.Tijdvak(), await _loop.Tijdvak(), await Vol());
        var gevraagd = await Ingediend(hier, 30);
        var anderTijdvak = await Ingediend(elders, 8);
        var alGevraagd = await Ingediend(hier, 6);
        var volledig = await Ingediend(hier, 4);
        var ingetrokken = await Ingediend(elders, 2);
        var besloten = await Ingediend(vol, 2);
        var verkeerd = await Ingediend(elders, 2);
        var concepten = await Zaken(hier, 3);
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, Pad, Verzoek(alGevraagd)));
        await Samen(volledig, z => huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{z.Zaak}/volledigheid", """{"volledig":true}"""));
        await Samen(ingetrokken, z => huis.Post(z.Wie, $"/v1/aanvragen/{z.Zaak}/intrekking", """{"reden":"toch niet"}"""));
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/ontvangsten/{vol}"));
        await huis.Stil();
        (string Zaak, string Wie)[] onbekend = [("SLIM-0000000000", ""), ("onbekend", ""), ("SLIM-", "")];
        var soorten = new (IReadOnlyList<(string Zaak, string Wie)> Zaken, string? Code)[]
        {
            (gevraagd, null),
            (alGevraagd, "wacht-op-aanvulling"),
            (anderTijdvak, null),
            (volledig, "al-volledig"),
            (besloten, "al-besloten"),
            (ingetrokken, "niet-ingediend"),
            (verkeerd, "onjuiste-invoer"),
            (concepten, "niet-gevonden"),
            (onbekend, "niet-gevonden"),
        };
        // One of each kind in turn, so that no answer follows from the one before it.
        var regels = soorten
            .SelectMany(s => s.Zaken.Select((z, i) => (Rij: i, z.Zaak, s.Code)))
            .OrderBy(r => r.Rij)
            .Select(r => (r.Zaak, r.Code))
            .ToList();
        Assert.Equal(60, regels.Count);
        var fout = verkeerd.Select(z => z.Zaak).ToHashSet();
        var verzoek = JsonSerializer.Serialize(
            new
            {
                zaken = regels.Select(r => new
                {
                    zaaknummer = r.Zaak,
                    ontbreekt = new[] { fout.Contains(r.Zaak) ? "paspoort" : "begroting" },
                }),
            }
        );
        var sleutel = Guid.NewGuid().ToString();

        var antwoord = await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, Pad, verzoek, sleutel));

        Assert.Equal(
            regels.Select(r => (r.Zaak, r.Code is null, r.Code, r.Code is null)),
            antwoord
                .Inhoud.EnumerateArray()
                .Select(r =>
                    (Tekst(r, "zaaknummer")!, r.GetProperty("gelukt").GetBoolean(), Tekst(r, "code"), Tekst(r, "uiterlijk") is not null)
                )
        );
        Assert.All(antwoord.Inhoud.EnumerateArray(), r => Assert.Equal(Tekst(r, "code") is null, Tekst(r, "uitleg") is null));
        Assert.Equal(antwoord.Tekst, (await huis.Post(Mensen.Beoordelaar, Pad, verzoek, sleutel)).Tekst);
        await huis.Stil();
        var metBrief = gevraagd.Concat(anderTijdvak).Concat(alGevraagd).Select(z => z.Zaak).ToList();
        Assert.Equal((44, 44), (await Brieven("count(*)", metBrief), await Brieven("count(distinct stream_id)", metBrief)));
        Assert.Equal(0, await Brieven("count(*)", [.. regels.Select(r => r.Zaak).Except(metBrief)]));
        Assert.Equal(
            44,
            await huis.Tel(
                $"select count(*) from aanvragen.mt_events where type = 'hersteltermijn-gestart' and stream_id in ({Lijst(metBrief)})"
            )
        );
        await huis.Stil();
    }

    [Fact]
    public async Task A_case_that_is_named_twice_is_asked_once_and_the_rest_goes_on()
    {
        var zaken = await Ingediend(await _loop.Tijdvak(), 2);
        (string? Zaak, bool Gelukt, string? Code)[] eens = [(zaken[0].Zaak, true, null), (zaken[1].Zaak, true, null)];

        var gevraagd = await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, Pad, Verzoek([zaken[0], zaken[0], .. zaken])));

        (string? Zaak, bool Gelukt, string? Code) dubbel = (zaken[0].Zaak, false, "dubbel-genoemd");
        Assert.Equal([eens[0], dubbel, dubbel, eens[1]], Regels(gevraagd));
        await huis.Stil();
        Assert.Equal(2, await Brieven("count(*)", [.. zaken.Select(z => z.Zaak)]));

        var gesteld = await Zaakloop.Gelukt(
            huis.Post(
                Mensen.Medeondertekenaar,
                "/v1/buitenbehandelingstellingen",
                JsonSerializer.Serialize(
                    new
                    {
                        zaaknummers = new[] { zaken[0].Zaak, zaken[1].Zaak, zaken[0].Zaak },
                        hashes = zaken.ToDictionary(z => z.Zaak, _ => "nog niets"),
                    }
                )
            )
        );
        Assert.Equal(["wacht-op-aanvulling", "wacht-op-aanvulling", "dubbel-genoemd"], Regels(gesteld).Select(r => r.Code));

        static IEnumerable<(string?, bool, string? Code)> Regels(Gekregen antwoord) =>
            antwoord.Inhoud.EnumerateArray().Select(r => (Tekst(r, "zaaknummer"), r.GetProperty("gelukt").GetBoolean(), Tekst(r, "code")));
    }

    [Fact]
    public async Task No_case_at_all_asks_nobody()
    {
        await huis.Weigert(
            () => huis.Post(Mensen.Beoordelaar, Pad, """{"zaken":[]}"""),
            a => a.IsProbleem(422, "onjuiste-invoer").NoemtVeld("zaken")
        );
    }

    /// <summary>A window by arrival in which nobody fits: who applies there is refused at once.</summary>
    private async Task<string> Vol()
    {
        var id = $"bulk-{Guid.NewGuid():N}"[..20];
        var nu = huis.Klok.GetCurrentInstant();
        await _loop.Tijdvakbesluit(
            "/v1/tijdvakken",
            $$"""
            {"id":"{{id}}","aanvragertype":"mkb-onderneming","opent":"{{Zaakloop.Wandklok(nu)}}",
             "sluit":"{{Zaakloop.Wandklok(nu + Zaakloop.Openstelling)}}","plafond":"1.00","volgorde":"binnenkomst",
             "regelversie":"slim-2026","overschrijding":"overslaan"}
            """
        );
        return id;
    }

    private async Task<IReadOnlyList<(string Zaak, string Wie)>> Ingediend(string tijdvak, int aantal)
    {
        var zaken = await Zaken(tijdvak, aantal);
        await Samen(zaken, z => huis.Post(z.Wie, $"/v1/aanvragen/{z.Zaak}/indiening"));
        await huis.Stil();
        return zaken;
    }

    /// <summary>Drafts of so many enterprises that can be written to.</summary>
    private async Task<IReadOnlyList<(string Zaak, string Wie)>> Zaken(string tijdvak, int aantal)
    {
        var mensen = Enumerable.Range(0, aantal).Select(_ => huis.Ondernemer()).ToList();
        foreach (var (wie, _) in mensen)
        {
            await huis.Token(wie);
        }
        return await Task.WhenAll(
            mensen.Select(async m =>
            {
                await _loop.Ingeschreven(m.Wie, m.KvkNummer);
                return (await _loop.Concept(tijdvak, m.Wie), m.Wie);
            })
        );
    }

    private static Task<Gekregen[]> Samen(
        IEnumerable<(string Zaak, string Wie)> zaken,
        Func<(string Zaak, string Wie), Task<Gekregen>> doe
    ) => Task.WhenAll(zaken.Select(z => Zaakloop.Gelukt(doe(z))));

    private static readonly string[] Ontbreekt = ["begroting"];

    private static string Verzoek(IEnumerable<(string Zaak, string Wie)> zaken) =>
        JsonSerializer.Serialize(new { zaken = zaken.Select(z => new { zaaknummer = z.Zaak, ontbreekt = Ontbreekt }) });

    private Task<long> Brieven(string wat, IReadOnlyList<string> zaken) =>
        huis.Tel(
            $"select {wat} from dossiers.mt_events where type = 'brief-verzonden' and stream_id in ({Lijst([.. zaken.Select(z => $"{z}-aanvulling")])})"
        );

    private static string Lijst(IEnumerable<string> zaken) => string.Join(", ", zaken.Select(z => $"'{z}'"));

    private static string? Tekst(JsonElement regel, string veld) =>
        regel.TryGetProperty(veld, out var waarde) && waarde.ValueKind != JsonValueKind.Null ? waarde.GetString() : null;
}
