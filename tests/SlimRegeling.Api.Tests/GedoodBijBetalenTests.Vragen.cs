using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

// What the program is asked, and the cases about which.
public sealed partial class GedoodBijBetalenTests
{
    private Task<string?> Boekingen(string zaak) =>
        _programma.Lees(
            $"""
            select string_agg(wat, ', ' order by wat collate "C") from (
              select soort || ' ' || count(distinct boeking) as wat from betalingen.grootboek where zaaknummer = '{zaak}' group by soort
            ) geboekt
            """
        );

    private Task<string?> Saldi(string zaak) =>
        _programma.Lees(
            $"""
            select string_agg(rekening || ' ' || saldo, ', ' order by rekening collate "C") from (
              select rekening, sum(debet - credit) as saldo from betalingen.grootboek
              where zaaknummer = '{zaak}' and rekening in ('bank', 'te-betalen', 'te-vorderen', 'voorschotten') group by rekening
            ) saldi
            """
        );

    private Task Dood(string context, string gebeurtenis, bool inCommit, Func<Task>? vraag = null) =>
        _beller.Dood(verbinding => Greep.Schrijven(verbinding, $"{context}.mt_events", $"new.type = '{gebeurtenis}'", inCommit), vraag);

    /// <summary>Killed before what is asked is kept; and, asked again, in the commit of it, when nobody heard that it was done.</summary>
    private Task DoodErvoorEnErin(string gebeurtenis, Func<Task<Gekregen>> vraag, string context = "betalingen") =>
        DoodErvoorEnErin(context, gebeurtenis, vraag, vraag);

    /// <summary>As that, of what follows by itself from what was said.</summary>
    /// <param name="zeg">Says it; null when it was.</param>
    private Task DoodBijHoren(string gebeurtenis, Func<Task>? zeg = null) => DoodErvoorEnErin("betalingen", gebeurtenis, zeg, null);

    private async Task DoodErvoorEnErin(string context, string gebeurtenis, Func<Task>? eerst, Func<Task>? dan)
    {
        var keren = await Keren(context, gebeurtenis);
        await Dood(context, gebeurtenis, inCommit: false, eerst);
        Assert.Equal(keren, await Keren(context, gebeurtenis));
        await Dood(context, gebeurtenis, inCommit: true, dan);
        Assert.Equal(keren + 1, await Keren(context, gebeurtenis));
    }

    /// <summary>How often this happened in all.</summary>
    private async Task<int> Keren(string context, string gebeurtenis) =>
        int.Parse(
            (await _programma.Lees($"select count(*)::text from {context}.mt_events where type = '{gebeurtenis}'"))!,
            CultureInfo.InvariantCulture
        );

    private async Task<int> Gebeurd(string context, string stroom, string soort) =>
        int.Parse(
            (await _programma.Lees($"select count(*)::text from {context}.mt_events where stream_id = '{stroom}' and type = '{soort}'"))!,
            CultureInfo.InvariantCulture
        );

    /// <summary>To be paid tomorrow: today can be over before both approved.</summary>
    private Func<Task<Gekregen>> Voorstel(string opdracht) =>
        _beller.Vraag(
            Fenna,
            "/v1/betaalrondes",
            new { uitvoerdatum = LocalDatePattern.Iso.Format(Moment.Dag(Nu).PlusDays(1)), opdrachten = (string[])[opdracht] }
        );

    private Func<Task<Gekregen>> Akkoord(string wie, JsonElement ronde) =>
        _beller.Vraag(wie, $"/v1/betaalrondes/{Naam(ronde)}/akkoord", new { hash = ronde.GetProperty("hash").GetString() });

    private async Task<byte[]> Bestand(string opdracht)
    {
        var ronde = await Losbeller.Nogmaals(Voorstel(opdracht));
        foreach (var wie in (string[])[Floris, Coen])
        {
            await Losbeller.Nogmaals(Akkoord(wie, ronde));
        }
        return await _beller.Bytes(Fenna, $"/v1/betaalbestanden/{Naam(ronde)}");
    }

    private static string Naam(JsonElement ronde) => ronde.GetProperty("ronde").GetString()!;

    private static byte[] Afschrift(byte[] bestand) => Voorbeeldbank.Voer(bestand, 1_000_000m, Nu);

    private static byte[] Afschrift(Bankmutatie mutatie) =>
        Voorbeeldbank.Schrijf(Guid.NewGuid().ToString("N"), Rekening, 1_000_000m, Moment.Dag(Nu), Nu, [mutatie]);

    private async Task<Func<Task<Gekregen>>> Handtekening(string zaak) =>
        _beller.Vraag(Medeondertekenaar, $"/v1/verleningen/{zaak}/ondertekening", await Hash(Medeondertekenaar, $"/v1/verleningen/{zaak}"));

    /// <summary>What is proposed there, to sign it.</summary>
    private async Task<object> Hash(string wie, string pad) =>
        new { hash = (await _beller.Haal(wie, pad)).GetProperty("voorstel").GetProperty("hash").GetString() };

    /// <summary>A case with its budget, assessed and ready to be signed, in a window of its own.</summary>
    private async Task<string> Voorgelegd(string tijdvak)
    {
        await Opengesteld(tijdvak);
        var zaak = (await _beller.Post(Ondernemer, "/v1/aanvragen", new { tijdvak })).GetProperty("zaaknummer").GetString()!;
        await _beller.Put(Ondernemer, $"/v1/aanvragen/{zaak}/concept", JsonSerializer.Deserialize<JsonElement>(Zaakloop.Formulier));
        await _beller.Post(Ondernemer, $"/v1/aanvragen/{zaak}/indiening", new { });
        await _beller.Rust();
        await _beller.Post(Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", new { volledig = true });
        await _beller.Post(Beoordelaar, $"/v1/aanvragen/{zaak}/toewijzing", new { });
        await Gereserveerd(tijdvak, zaak);
        var gronden = (await _beller.Haal(Beoordelaar, $"/v1/aanvragen/{zaak}"))
            .GetProperty("teOordelen")
            .EnumerateArray()
            .Select(c => new
            {
                code = c.GetString(),
                uitkomst = "voldaan",
                argument = "Gezien.",
            })
            .ToList();
        await _beller.Post(Beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling", new { gronden });
        await _beller.Rust();
        return zaak;
    }

    private async Task Opengesteld(string tijdvak)
    {
        var voorgesteld = await _beller.Post(
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
        await _beller.Post("regelbeheerder-2", $"/v1/{pad}", inhoud);
        await _beller.Rust();
    }

    private static string Heeluur(Instant moment) =>
        LocalDateTimePattern.ExtendedIso.Format(moment.InZone(Moment.Amsterdam).LocalDateTime.With(TimeAdjusters.TruncateToHour));

    /// <summary>As after the order of its window was made: that waits for the window to close.</summary>
    private async Task Gereserveerd(string tijdvak, string zaak)
    {
        await Zeg("tijdvakken", "budget-gereserveerd", zaak, new BudgetGereserveerdBericht(zaak, tijdvak, 11_040.00m, Nu));
        await _beller.Rust();
    }

    /// <summary>As if that context said it, of what waits for a clock.</summary>
    private Task Zeg(string context, string soort, string zaak, object bericht) =>
        _programma.Voer(
            $"""
            insert into {context}.outbox (id, soort, sleutel, inhoud, wie)
            values ('{Guid.CreateVersion7()}', '{soort}', '{zaak}', '{JsonSerializer.Serialize(
                bericht,
                Platform.Stromen.Json.Opties
            )}', 'systeem')
            """
        );
}
