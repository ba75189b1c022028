using System.Net;
using Microsoft.Extensions.Logging;
using Npgsql;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Taken;

namespace SlimRegeling.Zaken;

/// <summary>
/// Fetches anew what cases are found by, of those of which a message told that it may be something else. Whatever order messages come in, what
/// the owners have now counts; what they no longer have goes here too. One process at a time does it.
/// </summary>
public sealed class Zoekronde(Contextregister contexten, Zoekbronnen bronnen, ILogger<Zoekronde> log) : IRonde
{
    private const int Tegelijk = 50;
    private const double Pauzeseconden = 30;

    private const string Slot = "select pg_try_advisory_xact_lock(hashtextextended('zaken zoekronde', 0))";

    private const string Wachtend = """
        select w.zaaknummer, w.keer, z.kvk_nummer from zaken.zoekwerk w
        left join zaken.zaak z on z.zaaknummer = w.zaaknummer and z.ingediend_op is not null
        where w.volgende_op <= now() order by w.volgende_op, w.zaaknummer limit $1
        """;

    /// <param name="Keer">How often it was asked for.</param>
    /// <param name="KvkNummer">Null when it was not heard yet that it was submitted; that asks again.</param>
    private sealed record Werk(string Zaaknummer, int Keer, string? KvkNummer);

    public async Task<bool> Voer(CancellationToken ct)
    {
        await using var verbinding = await contexten.Van(typeof(ZakenContext)).Bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTransactionAsync(ct);
        await using var slot = new NpgsqlCommand(Slot, verbinding);
        if (await slot.ExecuteScalarAsync(ct) is not true || await Neem(verbinding, ct) is not { Count: > 0 } werk)
        {
            return false;
        }
        var gelukt = await Probeer(verbinding, werk, ct);
        await transactie.CommitAsync(ct);
        return gelukt;
    }

    /// <returns>Whether the owners answered.</returns>
    private async Task<bool> Probeer(NpgsqlConnection verbinding, List<Werk> werk, CancellationToken ct)
    {
        try
        {
            await Ververs(verbinding, werk, ct);
            return true;
        }
        catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.InternalServerError && werk.Count > 1)
        {
            // One of them cannot be given; the others can.
            foreach (var een in werk)
            {
                await Probeer(verbinding, [een], ct);
            }
            return true;
        }
        catch (HttpRequestException e)
        {
            log.LogWarning(
                e,
                "What {Zaken} cases are found by cannot be asked now, among them {Zaaknummer}",
                werk.Count,
                werk[0].Zaaknummer
            );
            await Doe(
                verbinding,
                "update zaken.zoekwerk set volgende_op = now() + make_interval(secs => $2) where zaaknummer = any($1)",
                Zaken(werk),
                Pauzeseconden,
                ct
            );
            return false;
        }
    }

    private async Task Ververs(NpgsqlConnection verbinding, List<Werk> werk, CancellationToken ct)
    {
        var ingediend = werk.Where(w => w.KvkNummer is not null).ToDictionary(w => w.Zaaknummer, w => w.KvkNummer!);
        if (ingediend.Count > 0)
        {
            await Zoekteksten.Vervang(verbinding, [.. ingediend.Keys], await bronnen.Haal(ingediend, ct), ct);
        }
        // What was asked for again meanwhile stays.
        await Doe(
            verbinding,
            "delete from zaken.zoekwerk w using unnest($1::text[], $2::int[]) g (zaaknummer, keer) where w.zaaknummer = g.zaaknummer and w.keer = g.keer",
            Zaken(werk),
            werk.Select(w => w.Keer).ToArray(),
            ct
        );
    }

    private static async Task<List<Werk>> Neem(NpgsqlConnection verbinding, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(Wachtend, verbinding);
        opdracht.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Tegelijk });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var werk = new List<Werk>();
        while (await rij.ReadAsync(ct))
        {
            werk.Add(new(rij.GetString(0), rij.GetInt32(1), rij.Tekst("kvk_nummer")));
        }
        return werk;
    }

    private static async Task Doe(NpgsqlConnection verbinding, string sql, string[] zaken, object waarde, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = zaken });
        opdracht.Parameters.Add(new NpgsqlParameter { Value = waarde });
        await opdracht.ExecuteNonQueryAsync(ct);
    }

    private static string[] Zaken(List<Werk> werk) => [.. werk.Select(w => w.Zaaknummer)];
}
