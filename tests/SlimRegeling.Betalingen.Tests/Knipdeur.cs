using System.Net;
using System.Text.Json;
using Npgsql;
using SlimRegeling.Platform.Contexten;
using Xunit;
using static SlimRegeling.Platform.Stromen.Json;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>
/// The door of Betalingen, while the database ends all its connections now and then: whoever got no answer asks the same again with the same key, and gets the
/// answer to what was done once.
/// </summary>
/// <param name="toezicht">Connections that stay.</param>
internal sealed class Knipdeur(Betaalhuis huis, NpgsqlDataSource toezicht)
{
    /// <summary>The name of the connections that stay.</summary>
    public const string Toezicht = "Toezicht";

    private const int Pogingen = 200;

    private (int Milliseconden, int Over)? _knip;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>With which the statements of the bank ended, in euro.</summary>
    public decimal Saldo { get; set; } = 1_000_000m;

    public long Geknipt { get; private set; }

    /// <summary>How many got no answer when they asked first.</summary>
    public int Onbeantwoord { get; private set; }

    /// <summary>So long after something is asked that changes something, in milliseconds; null never.</summary>
    /// <param name="welke">How many of those go before it undisturbed.</param>
    public void KnipNa(int? milliseconden, int welke = 0) => _knip = milliseconden is { } na ? (na, welke) : null;

    public Task<Gekregen> Haal(string wie, string pad) => Antwoord(() => huis.Haal(wie, pad));

    public async Task<Gekregen> Post(string? wie, string pad, string inhoud, string soort = "application/json")
    {
        var sleutel = Guid.NewGuid().ToString();
        if (_knip is not { } knip || knip.Over > 0)
        {
            _knip = _knip is { } later ? (later.Milliseconden, later.Over - 1) : null;
            return await Antwoord(Vraag);
        }
        _knip = null;
        var bezig = Vraag();
        await Task.Delay(knip.Milliseconden, Ct);
        await Knip();
        var eerste = await bezig;
        Onbeantwoord += eerste.Status == 503 ? 1 : 0;
        var antwoord = eerste.Status == 503 ? await Antwoord(Vraag) : eerste;
        Assert.True(antwoord.Status < 500, antwoord.Inhoud.ToString());
        if (antwoord.Status < 300)
        {
            Assert.Equal(antwoord.Inhoud.ToString(), (await Antwoord(Vraag)).Inhoud.ToString());
        }
        return antwoord;

        Task<Gekregen> Vraag() => huis.Post(wie, pad, inhoud, soort, sleutel);
    }

    public async Task<byte[]> Bestand(string wie, string pad)
    {
        for (var poging = 0; ; poging++)
        {
            try
            {
                return await huis.Bestand(wie, pad);
            }
            catch (HttpRequestException e) when (Geknipt > 0 && poging < Pogingen && e.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                await Task.Delay(20, Ct);
            }
        }
    }

    /// <summary>Lets these be said, and waits until all is heard.</summary>
    public async Task Zeg(params object[] berichten)
    {
        var verzoek = new Buitenwereld.Verzoek([.. berichten.Select(Buitenwereld.Zeg)]);
        Assert.Equal(200, (await Post(null, "/v1/gesprekken", JsonSerializer.Serialize(verzoek, Opties))).Status);
        await Rust();
    }

    public Task Rust() => Herhaal(huis.Stil);

    /// <summary>The one line of text that this gives.</summary>
    public async Task<string> Lees(string sql)
    {
        await using var opdracht = toezicht.CreateCommand(sql);
        return (string)(await opdracht.ExecuteScalarAsync(Ct))!;
    }

    /// <summary>Does what is asked of the database past the door: a connection that was ended while it lay ready is found out when it is used.</summary>
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
                await Task.Delay(20, Ct);
            }
        }
    }

    private async Task<Gekregen> Antwoord(Func<Task<Gekregen>> vraag)
    {
        var antwoord = await vraag();
        for (var poging = 0; antwoord.Status == 503 && Geknipt > 0 && poging < Pogingen; poging++)
        {
            await Task.Delay(20, Ct);
            antwoord = await vraag();
        }
        Assert.True(antwoord.Status < 500, antwoord.Inhoud.ToString());
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
        Geknipt += (long)(await opdracht.ExecuteScalarAsync(Ct))!;
    }
}
