using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers.Postvak;

/// <summary>
/// The letters that were sent to an enterprise, over all its cases, and which of them a person opened. The latter is of that person alone: a row by
/// pseudonym, in no event, which no employee reads. It is written at once, as who only reads commits nothing, and destroyed with the dossier.
/// </summary>
public sealed class Postvaktabel(Contextregister contexten, Moment moment)
{
    internal const string Ddl = """
        create table if not exists {schema}.brieflezing (
          wie text not null,
          brief text not null,
          zaaknummer text not null,
          op timestamptz not null,
          primary key (wie, brief)
        );
        create index if not exists brieflezing_zaaknummer on {schema}.brieflezing (zaaknummer)
        """;

    private const string Eigen = """
        select b.id, (b.data -> 'verzonden' ->> 'op')::timestamptz as op
        from dossiers.mt_doc_zaak z join dossiers.mt_doc_brief b on b.data ->> 'zaaknummer' = z.id
        where z.data ->> 'kvkNummer' = $1 and b.data -> 'verzonden' ->> 'op' is not null and b.data -> 'opdracht' ->> 'ontvanger' is null
        """;

    /// <param name="Brief">Its id.</param>
    public sealed record Regel(string Brief, bool Gelezen);

    /// <summary>The last that was sent first. A letter keeps its place, so that one that is sent meanwhile moves no page.</summary>
    /// <param name="wie">Pseudonym of who reads.</param>
    /// <param name="na">The id of the last letter of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<Regel>> Lees(string kvkNummer, string wie, string? na, int aantal, CancellationToken ct)
    {
        await using var opdracht = Opdracht(
            $"""
            with eigen as ({Eigen})
            select e.id, l.brief is not null
            from eigen e left join dossiers.brieflezing l on l.wie = $2 and l.brief = e.id
            where $3::text is null or (e.op, e.id) < (select op, id from eigen where id = $3)
            order by e.op desc, e.id desc limit $4
            """,
            Tekst(kvkNummer),
            Tekst(wie),
            new NpgsqlParameter<string?> { TypedValue = na },
            new NpgsqlParameter<int> { TypedValue = aantal }
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var regels = new List<Regel>();
        while (await rij.ReadAsync(ct))
        {
            regels.Add(new(rij.GetString(0), rij.GetBoolean(1)));
        }
        return regels;
    }

    /// <summary>How many this person did not open.</summary>
    public async Task<int> Ongelezen(string kvkNummer, string wie, CancellationToken ct)
    {
        await using var opdracht = Opdracht(
            $"""
            select count(*)::int from ({Eigen}) e
            where not exists (select from dossiers.brieflezing l where l.wie = $2 and l.brief = e.id)
            """,
            Tekst(kvkNummer),
            Tekst(wie)
        );
        return (int)(await opdracht.ExecuteScalarAsync(ct))!;
    }

    /// <summary>This person opened the letter; that of an employee is a row of the view log.</summary>
    public async Task Gelezen(Brief brief, Persoon persoon, CancellationToken ct)
    {
        if (persoon.KvkNummer is null)
        {
            return;
        }
        await using var opdracht = Opdracht(
            "insert into dossiers.brieflezing (wie, brief, zaaknummer, op) values ($1, $2, $3, $4) on conflict do nothing",
            Tekst(persoon.Onderwerp),
            Tekst(brief.Id),
            Tekst(brief.Zaaknummer),
            new NpgsqlParameter<Instant> { TypedValue = moment.Nu }
        );
        await opdracht.ExecuteNonQueryAsync(ct);
    }

    private NpgsqlCommand Opdracht(string sql, params NpgsqlParameter[] parameters)
    {
        var opdracht = contexten.Van(typeof(DossiersContext)).Bron.CreateCommand(sql);
        opdracht.Parameters.AddRange(parameters);
        return opdracht;
    }

    private static NpgsqlParameter<string> Tekst(string waarde) => new NpgsqlParameter<string> { TypedValue = waarde };
}
