using Microsoft.AspNetCore.Http;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Platform.Inzagen;

/// <summary>
/// Marks a GET, or a computation, that shows cases or what belongs to them. Each time that someone of the executor sees it, the view log of
/// its context gets a row, committed before the answer leaves; when that fails there is no answer. Someone who acts for an enterprise sees
/// what is their own.
/// A list is a view of each case that its outcome names (<see cref="Uitkomst.Zaken"/>), or else of the one case (<c>?zaaknummer=</c>) or
/// enterprise (<c>?kvkNummer=</c>) that it is asked of.
/// </summary>
/// <param name="Wat">What is seen, in the words of the log: aanvraag, brief, document.</param>
/// <param name="Bladerend">It is leafed through: who looks on within the hour has seen it once.</param>
public sealed record Inzage(string Wat, bool Bladerend = false)
{
    private static readonly Duration Bijeen = Duration.FromHours(1);

    private const string Nummer = "zaaknummer";
    private const string Onderneming = "kvkNummer";

    /// <summary>The views that this answer is: one of each case, or of what is of no case.</summary>
    /// <param name="op">When the call came to the door.</param>
    internal IReadOnlyList<Vastgelegd> Van(HttpContext http, Persoon? persoon, Uitkomst uitkomst, Instant op)
    {
        if (uitkomst.Weigering is not null || persoon is not { KvkNummer: null })
        {
            return [];
        }
        string[] rollen =
        [
            .. persoon.Rollen.Where(Rollen.VanUitvoerder.Contains).Select(r => r.Claimwaarde()).Order(StringComparer.Ordinal),
        ];
        var route = http.Request.RouteValues;
        var zaak = uitkomst.Zaak ?? Zaaknummers(route[Nummer] as string ?? http.Request.Query[Nummer]);
        var kenmerk = route.FirstOrDefault(w => w.Key != Nummer).Value as string ?? OfNiets(http.Request.Query[Onderneming]);
        if (rollen.Length == 0)
        {
            return [];
        }
        string?[] zaken =
            uitkomst.Zaken.Count > 0 ? [.. uitkomst.Zaken.Distinct()]
            : zaak is null && kenmerk is null ? []
            : [zaak];
        return
        [
            .. zaken.Select(z => new Vastgelegd(Guid.CreateVersion7(), op, persoon.Onderwerp, rollen, z, Wat, kenmerk, uitkomst.Reden)),
        ];
    }

    /// <summary>Since when a view of the same thing by the same person stands for this one; null when each is one of its own.</summary>
    internal Instant? EenSinds(Instant op) => Bladerend ? op - Bijeen : null;

    private static string? OfNiets(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();

    private static string? Zaaknummers(string? tekst) => Zaaknummer.TryParse(tekst, null, out var nummer) ? nummer.ToString() : null;
}

/// <summary>A row of the view log.</summary>
/// <param name="Wie">The subject of the token, a pseudonym.</param>
/// <param name="Rollen">The roles of the executor that this person had then.</param>
/// <param name="Zaaknummer">Null where what was seen belongs to an enterprise.</param>
/// <param name="Kenmerk">The number of the thing itself, where it has one beside the case.</param>
/// <param name="Reden">Why, a code, where one must say it; never in one's own words.</param>
internal sealed record Vastgelegd(
    Guid Id,
    Instant Op,
    string Wie,
    string[] Rollen,
    string? Zaaknummer,
    string Wat,
    string? Kenmerk,
    string? Reden = null
)
{
    public static string Ddl(string schema) =>
        $"""
            create table if not exists {schema}.inzage (
              id uuid primary key,
              op timestamptz not null,
              wie text not null,
              rollen text[] not null,
              zaaknummer text,
              wat text not null,
              kenmerk text
            );
            alter table {schema}.inzage add column if not exists reden text;
            create index if not exists inzage_op on {schema}.inzage (op, id);
            create index if not exists inzage_zaaknummer on {schema}.inzage (zaaknummer, op, id);
            create index if not exists inzage_wie on {schema}.inzage (wie, op, id);
            """;

    /// <summary>All or none, in one statement: a list can name a hundred thousand cases.</summary>
    /// <param name="inzagen">Of one answer: they differ by their case.</param>
    /// <param name="eenSinds">What the same person saw since then is not written again; null when everything is.</param>
    public static async Task Schrijf(IReadOnlyList<Vastgelegd> inzagen, Instant? eenSinds, Contextopslag opslag, CancellationToken ct)
    {
        var inzage = inzagen[0];
        await using var opdracht = opslag.Bron.CreateCommand(
            $"""
            insert into {opslag.Context.Naam}.inzage (id, op, wie, rollen, zaaknummer, wat, kenmerk, reden)
            select n.id, $3, $4, $5, n.zaaknummer, $6, $7::text, $8::text
            from unnest($1::uuid[], $2::text[]) n (id, zaaknummer)
            where $9::timestamptz is null or not exists (
              select 1 from {opslag.Context.Naam}.inzage i
              where i.wie = $4 and i.op >= $9::timestamptz and i.wat = $6
                and i.zaaknummer is not distinct from n.zaaknummer and i.kenmerk is not distinct from $7::text
            )
            """
        );
        Guid[] ids = [.. inzagen.Select(i => i.Id)];
        string?[] zaken = [.. inzagen.Select(i => i.Zaaknummer)];
        foreach (
            var waarde in (object?[])[ids, zaken, inzage.Op, inzage.Wie, inzage.Rollen, inzage.Wat, inzage.Kenmerk, inzage.Reden, eenSinds]
        )
        {
            opdracht.Parameters.Add(new NpgsqlParameter { Value = waarde ?? DBNull.Value });
        }
        await opdracht.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Forgets what is older; a second run changes nothing.</summary>
    public static async Task Vergeet(Contextopslag opslag, Instant ouderDan, CancellationToken ct)
    {
        await using var opdracht = opslag.Bron.CreateCommand($"delete from {opslag.Context.Naam}.inzage where op < $1");
        opdracht.Parameters.Add(new NpgsqlParameter<Instant> { TypedValue = ouderDan });
        await opdracht.ExecuteNonQueryAsync(ct);
    }
}
