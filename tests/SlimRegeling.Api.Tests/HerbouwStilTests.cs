using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Host;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Herbouw;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// A rebuild of everything, with a bus, a mail server and the outboxes themselves listened to: what it makes is what the messages made, row by row,
/// and nothing is said, booked or mailed. Every table of every context is looked at, so that a new one is too.
/// </summary>
public sealed class HerbouwStilTests : IAsyncLifetime
{
    /// <summary>The tables that may differ: a job seals each hour what was stored, also while this runs.</summary>
    private const string Uitgezonderd = "zegel";

    private static readonly IReadOnlyList<string> Schemas = [.. Contexten.Alle().Select(c => c.Naam)];

    private readonly Mailserver _mail = new();
    private Afstemhuis _huis = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _mail.Start();
        _huis = new Afstemhuis(
            new Apihuis
            {
                Instellingen = new Dictionary<string, string?>
                {
                    ["SlimRegeling:Email:Server"] = "127.0.0.1",
                    ["SlimRegeling:Email:Poort"] = $"{_mail.Poort}",
                    ["SlimRegeling:Email:Beveiliging"] = "geen",
                    ["SlimRegeling:Email:Afzender"] = "slim@uitvoering.voorbeeld",
                    ["SlimRegeling:Email:Siteadres"] = "https://slim.voorbeeld/",
                    ["SlimRegeling:Email:PerMinuut"] = "6000",
                },
            }
        );
        await _huis.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _huis.DisposeAsync();
        await _mail.DisposeAsync();
    }

    [Fact]
    public async Task What_is_made_again_is_the_same_and_nobody_hears_of_it()
    {
        var huis = _huis.Huis;
        for (var i = 0; i < 3; i++)
        {
            var (zaak, _, wie) = await _huis.Betaald();
            await Bereikbaar(wie, wie.Split('-')[1], zaak);
        }
        await Omstreden();
        Assert.NotEmpty(_mail.Post);
        await Bijgewerkt();
        var (voor, post, verbindingen) = (await Beeld(), _mail.Post.Count, _mail.Verbindingen);
        await Luister();
        await using var diensten = huis.Diensten();
        var gehoor = new Busgehoor();
        diensten.ServiceProvider.GetRequiredService<IBus>().ConnectPublishObserver(gehoor);
        await huis.Voer(
            """
            truncate zaken.zaak, zaken.stap, zaken.tijdvak, zaken.regelwijziging, zaken.medewerkercorrectie, zaken.belang,
              zaken.zoektekst, zaken.zoekzaak, zaken.zoekwoord, zaken.werk;
            delete from verlening.mt_doc_verlening;
            delete from verlening.mt_doc_bezwaar;
            delete from dossiers.mt_doc_brief;
            update betalingen.mt_doc_betaalopdracht set data = data - 'status', mt_version = 1
            """
        );
        Assert.NotEqual(voor, await Beeld());

        var herbouwd = await Herbouw();

        var zaken = herbouwd.Single(c => c.Context == "zaken");
        Assert.True(zaken.Berichten > 80, $"Zaken heard {zaken.Berichten} messages.");
        Assert.All(
            zaken.Modellen.Where(m => m.Model is not ("zaken.regelwijziging" or "zaken.medewerkercorrectie")),
            m => Assert.Equal((true, m.Rijen), (m.Rijen > 0, m.Ontbrak))
        );
        Assert.True(herbouwd.SelectMany(c => c.Modellen).Sum(m => m.Verschillen) > 80);
        // What is asked of owners and worked out by the clock follows in rounds of the program.
        await Bijgewerkt();
        var na = await Beeld();
        Assert.Equal(voor.Keys, na.Keys);
        Assert.All(voor, tabel => Assert.Equal((tabel.Key, tabel.Value), (tabel.Key, na[tabel.Key])));
        // Long enough for a relay and a round of e-mail to have come by.
        await Task.Delay(TimeSpan.FromSeconds(3), Ct);
        Assert.Equal(0, await huis.Tel("select count(*) from public.geluisterd"));
        Assert.Empty(gehoor.Gezegd);
        Assert.Equal((post, verbindingen), (_mail.Post.Count, _mail.Verbindingen));
        Assert.Equal(voor, await Beeld());
    }

    /// <summary>
    /// Beside the cases that were paid: one with every step of an objection, whose decision is corrected twice; one whose objection was withdrawn; a
    /// case that an employee has an interest in, and one in which they no longer have.
    /// </summary>
    private async Task Omstreden()
    {
        var (huis, bezwaren) = (_huis.Huis, new Bezwaarloop(_huis.Huis));
        var (bo, mo) = (huis.Medewerker(Rol.Beoordelaar), huis.Medewerker(Rol.Medeondertekenaar));
        var metBelang = huis.Medewerker(Rol.Beoordelaar);
        var (wie, kvkNummer) = huis.Ondernemer();
        var zaak = await bezwaren.Afgewezen(wie, kvkNummer);
        var bezwaar = await bezwaren.Doorlopen(wie, zaak, bo, mo, metBelang);
        foreach (
            var stap in (string[])
                ["bezwaar-ingediend", "bezwaar-herstel-gevraagd", "bezwaar-beslistermijn", "bezwaar-beslist", "verlening-gewijzigd"]
        )
        {
            Assert.NotEqual(0, await huis.Tel($"select count(*) from zaken.stap where zaaknummer = '{zaak}' and stap = '{stap}'"));
        }
        Assert.Equal(
            3,
            await huis.Tel($"select count(*) from verlening.mt_events where stream_id = '{bezwaar}' and type = 'bezwaar-beslist'")
        );

        var (ander, anderKvk) = huis.Ondernemer();
        var ingetrokken = await bezwaren.Afgewezen(ander, anderKvk);
        await bezwaren.Doe(ander, await bezwaren.Ingediend(ander, ingetrokken), "intrekking");
        await Bereikbaar(wie, kvkNummer, zaak);
        await Bereikbaar(ander, anderKvk, ingetrokken);
        foreach (var van in (string[])[zaak, ingetrokken])
        {
            await Zaakloop.Gelukt(huis.Post(metBelang, $"/v1/aanvragen/{van}/belang"));
        }
        await Zaakloop.Gelukt(
            huis.Post(
                Mensen.Medeondertekenaar,
                $"/v1/aanvragen/{ingetrokken}/belang/opheffing",
                $$"""{"medewerker":"{{metBelang}}","reden":"De zus werkt er niet meer."}"""
            )
        );
        await huis.Stil();
    }

    /// <summary>Says where the e-mail goes; what there was to tell goes there.</summary>
    private async Task Bereikbaar(string wie, string kvkNummer, string zaak)
    {
        var contact = $$"""{"email":"post@{{zaak.ToLowerInvariant()}}.voorbeeld"}""";
        await Zaakloop.Gelukt(_huis.Huis.Post(wie, $"/v1/ondernemingen/{kvkNummer}/contact", contact));
        await Gemaild();
    }

    /// <summary>Until Zaken has asked all owners and worked out all terms.</summary>
    private async Task Bijgewerkt()
    {
        const string Wachtend = "select (select count(*) from zaken.zoekwerk) + (select count(*) from zaken.termijnwerk)";
        for (var i = 0; i < 300 && await _huis.Huis.Tel(Wachtend) > 0; i++)
        {
            await Task.Delay(100, Ct);
        }
        Assert.Equal(0, await _huis.Huis.Tel(Wachtend));
    }

    /// <summary>Whoever puts something in an outbox, or asks for an e-mail, is written down.</summary>
    private async Task Luister()
    {
        await _huis.Huis.Voer(
            """
            create table public.geluisterd (tabel text, op timestamptz default clock_timestamp());
            create function public.luister() returns trigger language plpgsql as $$
              begin insert into public.geluisterd (tabel) values (tg_table_schema || '.' || tg_table_name); return null; end $$
            """
        );
        foreach (var tabel in Contexten.Alle().Select(c => $"{c.Naam}.outbox").Append("dossiers.email"))
        {
            await _huis.Huis.Voer(
                $"create trigger luister after insert or update on {tabel} for each row execute function public.luister()"
            );
        }
    }

    private async Task<IReadOnlyList<Contextherbouw>> Herbouw()
    {
        var alle = Contexten.Alle();
        await using var bron = Vloer.Herbouwbron(_huis.Huis.Verbinding);
        var opslagen = alle.Select(c => Contextopslag.OmTeLezen(c, bron)).ToList();
        var herbouwd = new List<Contextherbouw>();
        await foreach (var context in new Herbouwer(alle, opslagen).Voer(Ct))
        {
            herbouwd.Add(context);
        }
        opslagen.ForEach(o => o.Dispose());
        return herbouwd;
    }

    /// <summary>The rows of each table of each context in one word, without when they were written.</summary>
    private async Task<IReadOnlyDictionary<string, string>> Beeld()
    {
        var huis = _huis.Huis;
        var namen = await huis.Lees(
            $"""
            select string_agg(table_schema || '.' || table_name, ',' order by table_schema, table_name) from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema in ('{string.Join("','", Schemas)}') and table_name <> '{Uitgezonderd}'
            """
        );
        var beelden = new Dictionary<string, string>();
        foreach (var naam in namen.Split(','))
        {
            beelden[naam] = await huis.Lees(
                $"select count(*) || ' ' || coalesce(md5(string_agg(r, '' order by r)), '') from (select (to_jsonb(t) - 'mt_last_modified')::text as r from {naam} t) rijen"
            );
        }
        return beelden;
    }

    private async Task Gemaild()
    {
        for (
            var i = 0;
            i < 300 && await _huis.Huis.Tel("select count(*) from dossiers.email where stand in ('Wacht', 'Onderweg', 'ZonderAdres')") > 0;
            i++
        )
        {
            await Task.Delay(100, Ct);
        }
    }
}
