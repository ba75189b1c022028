using System.Text.Json;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Afstemming;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Herbouw;
using SlimRegeling.Platform.Stromen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>Books of which a test says itself what happened, on which day and when it became known.</summary>
internal static class Boekhoudhuis
{
    private static int _teller;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Opdracht Opdracht(string tijdvak, decimal bedrag, string? zaaknummer = null)
    {
        var zaak = zaaknummer ?? SlimRegeling.Platform.Zaaknummer.Trek();
        var nummer = Interlocked.Increment(ref _teller);
        return new($"{zaak}-B{nummer}", zaak, tijdvak, "12345678", $"{zaak}-V1", Betaalsoort.Voorschot, bedrag, ["bea", "mees"]);
    }

    /// <summary>Writes these as the beginning of a stream, with what follows from them.</summary>
    public static async Task Gebeurde(this Betaalhuis huis, string stroom, params Gebeurtenis[] gebeurtenissen)
    {
        await using var bron = Vloer.Herbouwbron(huis.Verbinding);
        using var opslag = Contextopslag.OmTeLezen(Context.Van<BetalingenContext>(), bron);
        await using var sessie = opslag.Store.LightweightSession();
        sessie.Events.StartStream<Betaalopdracht>(stroom, gebeurtenissen.Cast<object>().ToArray());
        await sessie.SaveChangesAsync(Ct);
    }

    /// <summary>Ordered and paid on this day, known at this moment.</summary>
    public static Task Betaald(this Betaalhuis huis, Opdracht opdracht, LocalDate dag, Instant op) =>
        huis.Gebeurde(
            opdracht.Id,
            new BetalingOpgedragen(opdracht, op),
            new BetalingUitgevoerd(opdracht, $"mutatie-{opdracht.Id}", dag, op)
        );

    /// <summary>Confirms the month at this address as it is closed now; with a hash of nothing when it is not.</summary>
    public static async Task<Gekregen> BevestigMaand(this Betaalhuis huis, string wie, string pad)
    {
        var maanden = (await huis.Haal("cor", "/v1/boekmaanden")).Inhoud.EnumerateArray();
        var hash = Gezien(maanden.Where(m => pad.EndsWith(m.Veld("maand"), StringComparison.Ordinal)));
        return await huis.Post(wie, $"{pad}/bevestiging", hash);
    }

    /// <summary>Signs the counter-entry of this booking as it is proposed now; with a hash of nothing when it is not.</summary>
    public static async Task<Gekregen> OndertekenTegenboeking(this Betaalhuis huis, string wie, string boeking)
    {
        var voorstellen = (await huis.Haal("cor", "/v1/grootboek/tegenboekingen")).Inhoud.EnumerateArray();
        var hash = Gezien(voorstellen.Where(v => v.Veld("boeking") == boeking));
        return await huis.Post(wie, $"/v1/grootboek/boekingen/{boeking}/tegenboeking/ondertekening", hash);
    }

    /// <summary>Every table that follows from events beside what follows from them.</summary>
    public static async Task<IReadOnlyDictionary<string, Herbouwd>> Herbouw(this Betaalhuis huis)
    {
        await using var bron = Vloer.Herbouwbron(huis.Verbinding);
        var context = Context.Van<BetalingenContext>();
        using var opslag = Contextopslag.OmTeLezen(context, bron);
        var modellen = new List<Herbouwd>();
        await foreach (var herbouwd in new Herbouwer([context], [opslag]).Voer(Ct))
        {
            modellen.AddRange(herbouwd.Modellen);
        }
        return modellen.ToDictionary(m => m.Model);
    }

    /// <summary>What the reconciliation says does not add up in Betalingen.</summary>
    public static async Task<IReadOnlyList<string>> Verschillen(this Betaalhuis huis)
    {
        var afstemmer = new Afstemmer([Context.Van<BetalingenContext>(), Context.Van<Buitenwereld>()], _ => huis.Verbinding);
        var uitslag = await afstemmer.Voer(Ct);
        return
        [
            .. uitslag
                .Verschillen.Where(v => v.Context == BetalingenContext.Naam)
                .Select(v => $"{v.Regel}: {v.Onderwerp}: {v.Verwacht}, {v.Gevonden}"),
        ];
    }

    public static JsonElement Rekening(this Gekregen proefbalans, string rekening) =>
        proefbalans.Inhoud.GetProperty("rekeningen").EnumerateArray().Single(r => r.GetProperty("rekening").GetString() == rekening);

    public static string Veld(this JsonElement element, string naam) => element.GetProperty(naam).GetString()!;

    private static string Gezien(IEnumerable<JsonElement> beelden) =>
        JsonSerializer.Serialize(new { hash = beelden.Select(b => b.Veld("hash")).FirstOrDefault("") });
}
