using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>A program that is killed at a step of a payment and started again: what it is asked, and the cases about which.</summary>
public abstract class GedoodBijBetalen : IAsyncLifetime
{
    private protected const string Ondernemer = "ondernemer";
    private protected const string Beoordelaar = "beoordelaar";
    private protected const string Medeondertekenaar = "medeondertekenaar";
    private protected const string Fenna = "financieel-medewerker";
    private protected const string Floris = "financieel-medewerker-2";
    private protected const string Coen = "financieel-controleur";

    /// <summary>From which is paid in the examples.</summary>
    private protected const string Rekening = "NL91ABNA0417164300";

    private protected GedoodBijBetalen() => Beller = new(Programma);

    private protected Losprogramma Programma { get; } = new("health/ready", []);

    private protected Losbeller Beller { get; }

    private protected static Instant Nu => SystemClock.Instance.GetCurrentInstant();

    /// <summary>For whom the example entrepreneur acts.</summary>
    private protected static string Kvk => Host.Voorbeeldaccounts.Alle.Single(p => p.Id == Ondernemer).KvkNummer!;

    public async ValueTask InitializeAsync()
    {
        await Beller.Post(Ondernemer, $"/v1/ondernemingen/{Kvk}", JsonSerializer.Deserialize<JsonElement>(Zaakloop.Inschrijving));
    }

    public async ValueTask DisposeAsync()
    {
        Beller.Dispose();
        await Programma.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Proposed, approved by one and by another, and asked for by who brings it to the bank.</summary>
    private protected async Task<byte[]> InBestand(string opdracht)
    {
        var stelVoor = Voorstel(opdracht);
        await DoodErvoorEnErin("betaalronde-voorgesteld", stelVoor);
        var ronde = await Losbeller.Nogmaals(stelVoor);
        Assert.Equal(1, await Gebeurd("betalingen", Naam(ronde), "betaalronde-voorgesteld"));
        Assert.Equal(1, await Gebeurd("betalingen", opdracht, "betaling-in-ronde"));

        var eerste = Akkoord(Floris, ronde);
        await DoodErvoorEnErin("betaalronde-geaccordeerd", eerste);
        await Losbeller.Nogmaals(eerste);
        var tweede = Akkoord(Coen, ronde);
        await DoodErvoorEnErin("betaalbestand-gemaakt", tweede);
        await Losbeller.Nogmaals(tweede);
        Assert.Equal(2, await Gebeurd("betalingen", Naam(ronde), "betaalronde-geaccordeerd"));
        Assert.Equal(1, await Gebeurd("betalingen", opdracht, "betaling-in-bestand"));

        var pad = $"/v1/betaalbestanden/{Naam(ronde)}";
        await Beller.Dood(verbinding => Greep.Lezen(verbinding, "betalingen.mt_doc_inhoud"), () => Beller.Bytes(Fenna, pad));
        var bestand = await Beller.Bytes(Fenna, pad);
        Assert.Equal(ronde.GetProperty("hash").GetString(), Convert.ToHexStringLower(SHA256.HashData(bestand)));
        return bestand;
    }

    /// <summary>The bank says that the one payment in this file was carried out; read again it is nothing new.</summary>
    /// <param name="daarna">When it was booked and nobody heard so.</param>
    private protected async Task Gelezen(byte[] bestand, Func<Task>? daarna = null)
    {
        var afschrift = Afschrift(bestand);
        var lees = Beller.Vraag(Fenna, "/v1/afschriften", afschrift);
        var afschriften = await Keren("betalingen", "afschrift-gelezen");
        await DoodErvoorEnErin("betaling-uitgevoerd", lees);
        Assert.Equal(afschriften + 1, await Keren("betalingen", "afschrift-gelezen"));
        await (daarna?.Invoke() ?? Task.CompletedTask);
        Assert.Single((await Losbeller.Nogmaals(lees)).GetProperty("geboekt").EnumerateArray());
        var nogEens = await Beller.Post(Fenna, "/v1/afschriften", afschrift);
        Assert.Empty(nogEens.GetProperty("geboekt").EnumerateArray());
        Assert.Single(nogEens.GetProperty("eerderGeboekt").EnumerateArray());
    }

    /// <summary>What happened in this stream, and how often.</summary>
    private protected Task<string?> Verloop(string stroom) =>
        Programma.Lees(
            $"""
            select string_agg(wat, ', ' order by wat collate "C") from (
              select type || ' ' || count(*) as wat from betalingen.mt_events where stream_id = '{stroom}' group by type
            ) gebeurd
            """
        );

    /// <summary>On how many lines this order is in all files that a bank can be given.</summary>
    private protected async Task<int> Bestandsregels(string opdracht)
    {
        var regels = 0;
        foreach (var bestand in (await Beller.Haal(Fenna, "/v1/betaalbestanden")).GetProperty("bestanden").EnumerateArray())
        {
            using var bron = new MemoryStream(
                await Beller.Bytes(Fenna, $"/v1/betaalbestanden/{bestand.GetProperty("bestand").GetString()}")
            );
            regels += XDocument.Load(bron).Descendants().Count(e => e.Name.LocalName == "EndToEndId" && e.Value == opdracht);
        }
        return regels;
    }

    private protected Task<string?> Boekingen(string zaak) =>
        Programma.Lees(
            $"""
            select string_agg(wat, ', ' order by wat collate "C") from (
              select soort || ' ' || count(distinct boeking) as wat from betalingen.grootboek where zaaknummer = '{zaak}' group by soort
            ) geboekt
            """
        );

    private protected Task<string?> Saldi(string zaak) =>
        Programma.Lees(
            $"""
            select string_agg(rekening || ' ' || saldo, ', ' order by rekening collate "C") from (
              select rekening, sum(debet - credit) as saldo from betalingen.grootboek
              where zaaknummer = '{zaak}' and rekening in ('bank', 'te-betalen', 'te-vorderen', 'voorschotten') group by rekening
            ) saldi
            """
        );

    /// <summary>Why messages were set apart, in all contexts; empty when none was.</summary>
    private protected async Task<string?> Geparkeerd()
    {
        var apart = await Programma.Lees(
            """
            select string_agg(format('select fout from %I.geparkeerd', table_schema), ' union all ')
            from information_schema.tables where table_name = 'geparkeerd'
            """
        );
        return await Programma.Lees($"select coalesce(string_agg(fout, '; '), '') from ({apart}) apart");
    }

    private Task Dood(string context, string gebeurtenis, bool inCommit, Func<Task>? vraag = null) =>
        Beller.Dood(verbinding => Greep.Schrijven(verbinding, $"{context}.mt_events", $"new.type = '{gebeurtenis}'", inCommit), vraag);

    /// <summary>Killed before what is asked is kept; and, asked again, in the commit of it, when nobody heard that it was done.</summary>
    private protected Task DoodErvoorEnErin(string gebeurtenis, Func<Task<Gekregen>> vraag, string context = "betalingen") =>
        DoodErvoorEnErin(context, gebeurtenis, vraag, vraag);

    /// <summary>As that, of what follows by itself from what was said.</summary>
    /// <param name="zeg">Says it; null when it was.</param>
    private protected Task DoodBijHoren(string gebeurtenis, Func<Task>? zeg = null) =>
        DoodErvoorEnErin("betalingen", gebeurtenis, zeg, null);

    private protected async Task DoodErvoorEnErin(string context, string gebeurtenis, Func<Task>? eerst, Func<Task>? dan)
    {
        var keren = await Keren(context, gebeurtenis);
        await Dood(context, gebeurtenis, inCommit: false, eerst);
        Assert.Equal(keren, await Keren(context, gebeurtenis));
        await Dood(context, gebeurtenis, inCommit: true, dan);
        Assert.Equal(keren + 1, await Keren(context, gebeurtenis));
    }

    /// <summary>How often this happened in all.</summary>
    private protected async Task<int> Keren(string context, string gebeurtenis) =>
        int.Parse(
            (await Programma.Lees($"select count(*)::text from {context}.mt_events where type = '{gebeurtenis}'"))!,
            CultureInfo.InvariantCulture
        );

    private protected async Task<int> Gebeurd(string context, string stroom, string soort) =>
        int.Parse(
            (await Programma.Lees($"select count(*)::text from {context}.mt_events where stream_id = '{stroom}' and type = '{soort}'"))!,
            CultureInfo.InvariantCulture
        );

    /// <summary>To be paid tomorrow: today can be over before both approved.</summary>
    private protected Func<Task<Gekregen>> Voorstel(string opdracht) =>
        Beller.Vraag(
            Fenna,
            "/v1/betaalrondes",
            new { uitvoerdatum = LocalDatePattern.Iso.Format(Moment.Dag(Nu).PlusDays(1)), opdrachten = (string[])[opdracht] }
        );

    private protected Func<Task<Gekregen>> Akkoord(string wie, JsonElement ronde) =>
        Beller.Vraag(wie, $"/v1/betaalrondes/{Naam(ronde)}/akkoord", new { hash = ronde.GetProperty("hash").GetString() });

    private protected async Task<byte[]> Bestand(string opdracht)
    {
        var ronde = await Losbeller.Nogmaals(Voorstel(opdracht));
        foreach (var wie in (string[])[Floris, Coen])
        {
            await Losbeller.Nogmaals(Akkoord(wie, ronde));
        }
        return await Beller.Bytes(Fenna, $"/v1/betaalbestanden/{Naam(ronde)}");
    }

    private protected static string Naam(JsonElement ronde) => ronde.GetProperty("ronde").GetString()!;

    private protected static byte[] Afschrift(byte[] bestand) => Voorbeeldbank.Voer(bestand, 1_000_000m, Nu);

    private protected static byte[] Afschrift(Bankmutatie mutatie) =>
        Voorbeeldbank.Schrijf(Guid.NewGuid().ToString("N"), Rekening, 1_000_000m, Moment.Dag(Nu), Nu, [mutatie]);

    private protected async Task<Func<Task<Gekregen>>> Handtekening(string zaak) =>
        Beller.Vraag(Medeondertekenaar, $"/v1/verleningen/{zaak}/ondertekening", await Hash(Medeondertekenaar, $"/v1/verleningen/{zaak}"));

    /// <summary>What is proposed there, to sign it.</summary>
    private protected async Task<object> Hash(string wie, string pad) =>
        new { hash = (await Beller.Haal(wie, pad)).GetProperty("voorstel").GetProperty("hash").GetString() };

    /// <summary>Two cases that were signed, with the orders of their advances. Both were assessed before: a project that runs refuses the next one.</summary>
    private protected async Task<(string, string)> Opgedragen(string tijdvak, string ander)
    {
        var (een, twee) = (await Voorgelegd(tijdvak), await Voorgelegd(ander));
        foreach (var zaak in (string[])[een, twee])
        {
            await Losbeller.Nogmaals(await Handtekening(zaak));
            // What was said can have left, and not be heard yet.
            await Programma.Proces.WachtTot(
                "the order of the advance",
                async _ => await Gebeurd("betalingen", $"{zaak}-B1", "betaling-opgedragen") == 1,
                Losprogramma.Geduld,
                TestContext.Current.CancellationToken
            );
        }
        return (een, twee);
    }

    /// <summary>A case with its budget, assessed and ready to be signed, in a window of its own.</summary>
    private protected async Task<string> Voorgelegd(string tijdvak)
    {
        await Opengesteld(tijdvak);
        var zaak = (await Beller.Post(Ondernemer, "/v1/aanvragen", new { tijdvak })).GetProperty("zaaknummer").GetString()!;
        await Beller.Put(Ondernemer, $"/v1/aanvragen/{zaak}/concept", JsonSerializer.Deserialize<JsonElement>(Zaakloop.Formulier));
        await Beller.Post(Ondernemer, $"/v1/aanvragen/{zaak}/indiening", new { });
        await Beller.Rust();
        await Beller.Post(Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", new { volledig = true });
        await Beller.Post(Beoordelaar, $"/v1/aanvragen/{zaak}/toewijzing", new { });
        await Gereserveerd(tijdvak, zaak);
        var gronden = (await Beller.Haal(Beoordelaar, $"/v1/aanvragen/{zaak}"))
            .GetProperty("teOordelen")
            .EnumerateArray()
            .Select(c => new
            {
                code = c.GetString(),
                uitkomst = "voldaan",
                argument = "Gezien.",
            })
            .ToList();
        await Beller.Post(Beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling", new { gronden });
        await Beller.Rust();
        return zaak;
    }

    private async Task Opengesteld(string tijdvak)
    {
        var voorgesteld = await Beller.Post(
            "regelbeheerder",
            "/v1/tijdvakken",
            new
            {
                id = tijdvak,
                aanvragertype = "mkb-onderneming",
                opent = Heeluur(Nu - Duration.FromDays(3)),
                sluit = Heeluur(Nu + Duration.FromDays(20)),
                plafond = "100000.00",
                volgorde = "loting",
                regelversie = "slim-2026",
            }
        );
        var (pad, inhoud) = Tijdvakbesluit.Ondertekening(voorgesteld);
        await Beller.Post("regelbeheerder-2", $"/v1/{pad}", inhoud);
        await Beller.Rust();
    }

    private static string Heeluur(Instant moment) =>
        LocalDateTimePattern.ExtendedIso.Format(moment.InZone(Moment.Amsterdam).LocalDateTime.With(TimeAdjusters.TruncateToHour));

    /// <summary>As after the order of its window was made: that waits for the window to close.</summary>
    private async Task Gereserveerd(string tijdvak, string zaak)
    {
        await Zeg("tijdvakken", "budget-gereserveerd", zaak, new BudgetGereserveerdBericht(zaak, tijdvak, 11_040.00m, Nu));
        await Beller.Rust();
    }

    /// <summary>As if that context said it, of what waits for a clock.</summary>
    private protected Task Zeg(string context, string soort, string zaak, object bericht) =>
        Programma.Voer(
            $"""
            insert into {context}.outbox (id, soort, sleutel, inhoud, wie)
            values ('{Guid.CreateVersion7()}', '{soort}', '{zaak}', '{JsonSerializer.Serialize(
                bericht,
                Platform.Stromen.Json.Opties
            )}', 'systeem')
            """
        );
}
