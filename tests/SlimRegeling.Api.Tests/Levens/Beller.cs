using System.Text.Json;
using Npgsql;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Api.Tests.Levens;

/// <summary>
/// Calls the program as people do, also while the database ends all its connections: whoever got no answer sends the same again with the same key, and
/// what they asked was done once.
/// </summary>
/// <param name="toezicht">Connections that stay.</param>
internal sealed class Beller(Apihuis huis, NpgsqlDataSource toezicht)
{
    public const string Toezicht = "Toezicht";

    private const int Pogingen = 200;

    private static readonly string[] Contexten = ["aanvragen", "betalingen", "vaststelling", "verlening"];

    private (int Milliseconden, int Over)? _knip;

    public Apihuis Huis => huis;

    /// <summary>With which the statements of the bank ended, in euro.</summary>
    public decimal Saldo { get; set; } = 1_000_000m;

    /// <summary>How many connections were ended.</summary>
    public long Geknipt { get; private set; }

    /// <summary>How many calls got no answer the first time.</summary>
    public int Onbeantwoord { get; private set; }

    /// <summary>The connections are ended during a call that changes something.</summary>
    /// <param name="welke">How many of those go before it undisturbed.</param>
    public void KnipNa(int? milliseconden, int welke = 0) => _knip = milliseconden is { } na ? (na, welke) : null;

    public Task<Gekregen> Haal(string wie, string pad) => Antwoord(() => huis.Haal(wie, pad));

    public Task<Gekregen> Post(string wie, string pad, string inhoud = "{}") => Zend(wie, sleutel => huis.Post(wie, pad, inhoud, sleutel));

    public Task<Gekregen> Put(string wie, string pad, string inhoud) => Zend(wie, sleutel => huis.Put(wie, pad, inhoud, sleutel));

    /// <param name="inhoud">Made anew for each time that it is sent.</param>
    public Task<Gekregen> Stuur(string wie, string pad, Func<HttpContent> inhoud) =>
        Zend(wie, sleutel => huis.Zend(wie, HttpMethod.Post, pad, inhoud(), sleutel));

    /// <summary>Until every context has heard all that was said.</summary>
    public Task Rust() => Herhaal(huis.Stil);

    /// <summary>Does what the tests themselves ask of the database, past the API.</summary>
    public async Task Herhaal(Func<Task> doe)
    {
        for (var poging = 0; ; poging++)
        {
            try
            {
                await doe();
                return;
            }
            catch (Exception e) when (Geknipt > 0 && poging < Pogingen && Databasestoring.Is(e))
            {
                // A connection that was ended while it lay ready is found out when it is used.
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }

    private async Task<Gekregen> Zend(string wie, Func<string, Task<Gekregen>> zend)
    {
        // Signing in is no part of it.
        await huis.Token(wie);
        var sleutel = Guid.NewGuid().ToString();
        if (_knip is not { } knip || knip.Over > 0)
        {
            _knip = _knip is { } later ? (later.Milliseconden, later.Over - 1) : null;
            return await Antwoord(() => zend(sleutel));
        }
        _knip = null;
        var voor = await Gebeurd(wie);
        var bezig = zend(sleutel);
        await Task.Delay(knip.Milliseconden, TestContext.Current.CancellationToken);
        await Knip();
        var eerste = await bezig;
        Onbeantwoord += eerste.Status == 503 ? 1 : 0;
        var antwoord = eerste.Status == 503 ? await Antwoord(() => zend(sleutel)) : eerste;
        Assert.True(antwoord.Status < 500, $"{antwoord.Status}: {antwoord.Tekst}");
        var nogEens = await Antwoord(() => zend(sleutel));
        Assert.Equal((antwoord.Status, antwoord.Weigering()), (nogEens.Status, nogEens.Weigering()));
        Assert.True(!antwoord.IsGelukt() || antwoord.Tekst == nogEens.Tekst, $"{antwoord.Tekst} and then {nogEens.Tekst}");
        foreach (var (wat, keren) in await Gebeurd(wie))
        {
            var erbij = keren - voor.GetValueOrDefault(wat);
            Assert.True(erbij <= (antwoord.IsGelukt() ? 1 : 0), $"{wat} happened {erbij} times; the answer was {antwoord.Status}.");
        }
        return antwoord;
    }

    /// <summary>Asks again as long as the database was away, which it is only when connections were ended.</summary>
    private async Task<Gekregen> Antwoord(Func<Task<Gekregen>> vraag)
    {
        var antwoord = await vraag();
        for (var poging = 0; antwoord.Status == 503 && Geknipt > 0 && poging < Pogingen; poging++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            antwoord = await vraag();
        }
        Assert.True(antwoord.Status < 500, $"{antwoord.Status}: {antwoord.Tekst}");
        return antwoord;
    }

    private async Task Knip()
    {
        await using var opdracht = toezicht.CreateCommand(
            $"""
            select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and backend_type = 'client backend' and application_name <> '{Toezicht}'
            """
        );
        Geknipt += (long)(await opdracht.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>How often each thing was done by this person, by stream and kind.</summary>
    private async Task<Dictionary<string, long>> Gebeurd(string wie)
    {
        var gebeurtenissen = string.Join(" union all ", Contexten.Select(c => $"select stream_id, type, headers from {c}.mt_events"));
        await using var opdracht = toezicht.CreateCommand(
            $"""
            select coalesce(json_object_agg(wat, keren), json_build_object())::text from (
              select stream_id || ' ' || type as wat, count(*) as keren from ({gebeurtenissen}) e where headers ->> 'wie' = $1 group by 1
            ) geteld
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = wie });
        var tekst = (string)(await opdracht.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        return JsonSerializer.Deserialize<Dictionary<string, long>>(tekst)!;
    }
}
