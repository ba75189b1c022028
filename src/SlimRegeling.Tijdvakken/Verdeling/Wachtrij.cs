using Marten;
using NodaTime;
using Npgsql;

namespace SlimRegeling.Tijdvakken.Verdeling;

/// <summary>
/// The order of a window as rows: who has which rank, who waits, who has what. <c>staat</c> is null for who has no place; else <c>wacht</c> (for all
/// or for the rest), <c>gereserveerd</c>, <c>vastgelegd</c> (awarded), <c>ontoereikend</c> (no room) or <c>uitgesloten</c> (a double). A rank is never
/// given out twice: who leaves keeps the number, who comes again gets a new one.
/// </summary>
internal static class Wachtrij
{
    private const string Gegadigden = """
        select zaaknummer, doel, gereserveerd, plaats_op, aangevuld_op is not null as aangevuld,
          coalesce(case when aangevuld_op is null then ingediend_binnen else aangevuld_binnen end, plaats_op) as plaats_binnen
        from tijdvakken.inschrijving
        """;

    /// <param name="past">Only those that fit in what is left; null for all.</param>
    public static Task<IReadOnlyList<Gegadigde>> Wachtend(
        IDocumentSession sessie,
        string tijdvak,
        decimal? past,
        int aantal,
        CancellationToken ct
    ) =>
        Lees(
            sessie,
            $"""
            {Gegadigden} where tijdvak = $1 and staat = 'wacht' and ($2::numeric is null or doel - gereserveerd <= $2)
            order by rang limit $3
            """,
            ct,
            tijdvak,
            past,
            aantal
        );

    /// <summary>Those without a place whose moment is certain; those of one and the same moment, at the door too, together.</summary>
    /// <param name="achter">
    /// Only what was completed, or found complete although it was received incomplete: these go behind the drawn list (2.10, third paragraph).
    /// </param>
    public static Task<IReadOnlyList<Gegadigde>> Nieuw(
        IDocumentSession sessie,
        string tijdvak,
        bool achter,
        Instant grens,
        int aantal,
        CancellationToken ct
    ) =>
        Lees(
            sessie,
            $"""
            select zaaknummer, doel, gereserveerd, plaats_op, aangevuld, plaats_binnen from (
              {Gegadigden} where tijdvak = $1 and staat is null and plaats_op <= $2
                and (aangevuld_op is not null or (onvolledig and volledig_op <= $2) or not (onvolledig or $3))
              order by plaats_op, plaats_binnen fetch first $4 rows with ties
            ) n order by plaats_op, plaats_binnen, zaaknummer
            """,
            ct,
            tijdvak,
            grens,
            achter,
            aantal
        );

    /// <summary>All of a window that are on its list, or came behind it; whatever became of them.</summary>
    public static async Task<Dictionary<string, Lijstrij>> Lijst(IDocumentSession sessie, string tijdvak, CancellationToken ct)
    {
        await using var opdracht = Opdracht(
            """
            select zaaknummer, doel, gereserveerd, staat, rang, plaats_op is not null and aanvulling_op is null and aangevuld_op is null
            from tijdvakken.inschrijving where tijdvak = $1 and ingediend_op is not null
            """,
            tijdvak
        );
        await using var rij = await sessie.ExecuteReaderAsync(opdracht, ct);
        var rijen = new Dictionary<string, Lijstrij>();
        while (await rij.ReadAsync(ct))
        {
            rijen.Add(
                rij.GetString(0),
                new Lijstrij(
                    rij.GetDecimal(1),
                    rij.GetDecimal(2),
                    await rij.IsDBNullAsync(3, ct) ? null : rij.GetString(3),
                    await rij.IsDBNullAsync(4, ct) ? null : rij.GetInt32(4),
                    rij.GetBoolean(5)
                )
            );
        }
        return rijen;
    }

    /// <summary>What is told of an application when there is no room for it.</summary>
    public static async Task<Dictionary<string, Aanvraaggegevens>> Gegevens(
        IDocumentSession sessie,
        string[] zaaknummers,
        CancellationToken ct
    )
    {
        await using var opdracht = Opdracht(
            """
            select zaaknummer, kvk_nummer, aanvragertype, regelversie, coalesce(aangevuld_gevraagd, gevraagd), coalesce(aangevuld_op, ingediend_op)
            from tijdvakken.inschrijving where zaaknummer = any($1)
            """,
            (object)zaaknummers
        );
        await using var rij = await sessie.ExecuteReaderAsync(opdracht, ct);
        var gegevens = new Dictionary<string, Aanvraaggegevens>();
        while (await rij.ReadAsync(ct))
        {
            gegevens.Add(
                rij.GetString(0),
                new Aanvraaggegevens(
                    rij.GetString(1),
                    await rij.IsDBNullAsync(2, ct) ? null : rij.GetString(2),
                    rij.GetString(3),
                    rij.GetDecimal(4),
                    await rij.GetFieldValueAsync<Instant>(5, ct)
                )
            );
        }
        return gegevens;
    }

    public static async Task<int> LaatsteRang(IDocumentSession sessie, string tijdvak, CancellationToken ct)
    {
        await using var opdracht = Opdracht("select coalesce(max(rang), 0) from tijdvakken.inschrijving where tijdvak = $1", tijdvak);
        await using var rij = await sessie.ExecuteReaderAsync(opdracht, ct);
        await rij.ReadAsync(ct);
        return rij.GetInt32(0);
    }

    /// <summary>Gives ranks from <paramref name="vanaf"/> on; with a place for those who wait.</summary>
    public static void Plaats(IDocumentSession sessie, int vanaf, IReadOnlyList<string> zaaknummers, IReadOnlyList<string> wachtend)
    {
        sessie.QueueSqlCommand(
            """
            update tijdvakken.inschrijving i set rang = u.rang + ?, staat = case when i.zaaknummer = any(?) then 'wacht' else i.staat end
            from unnest(?) with ordinality u (zaaknummer, rang) where i.zaaknummer = u.zaaknummer
            """,
            vanaf - 1,
            wachtend.ToArray(),
            zaaknummers.ToArray()
        );
    }

    /// <summary>Other ranks for a list that was drawn before. Who joined again behind it stays there: completion costs the drawn place.</summary>
    public static void PlaatsOpnieuw(IDocumentSession sessie, IReadOnlyList<string> zaaknummers) =>
        sessie.QueueSqlCommand(
            """
            update tijdvakken.inschrijving i set rang = u.rang
            from unnest(?) with ordinality u (zaaknummer, rang) where i.zaaknummer = u.zaaknummer and i.rang <= ?
            """,
            zaaknummers.ToArray(),
            zaaknummers.Count
        );

    public static void Zet(IDocumentSession sessie, string staat, IReadOnlyList<string> zaaknummers) =>
        sessie.QueueSqlCommand("update tijdvakken.inschrijving set staat = ? where zaaknummer = any(?)", staat, zaaknummers.ToArray());

    public static void DeelToe(IDocumentSession sessie, IReadOnlyList<Toedeling> toedelingen) =>
        sessie.QueueSqlCommand(
            """
            update tijdvakken.inschrijving i set gereserveerd = u.bedrag, staat = case when u.gedeeltelijk then 'wacht' else 'gereserveerd' end
            from unnest(?, ?, ?) u (zaaknummer, bedrag, gedeeltelijk) where i.zaaknummer = u.zaaknummer
            """,
            toedelingen.Select(t => t.Zaaknummer).ToArray(),
            toedelingen.Select(t => t.Bedrag).ToArray(),
            toedelingen.Select(t => t.Gedeeltelijk).ToArray()
        );

    /// <summary>The place is lost, with what was reserved for it.</summary>
    public static void Verlaat(IDocumentSession sessie, string zaaknummer) =>
        sessie.QueueSqlCommand(
            "update tijdvakken.inschrijving set staat = null, gereserveerd = 0 where zaaknummer = ? and staat in ('wacht', 'gereserveerd')",
            zaaknummer
        );

    /// <summary>A reservation was lowered, or what it should be changed: who has less than it needs waits for the rest, in its place.</summary>
    public static void Herzie(IDocumentSession sessie, string zaaknummer, decimal gereserveerd, bool wachtlijstGesloten) =>
        sessie.QueueSqlCommand(
            """
            update tijdvakken.inschrijving set gereserveerd = ?,
              staat = case when ? then staat when ? < doel then 'wacht' else 'gereserveerd' end
            where zaaknummer = ? and staat in ('wacht', 'gereserveerd')
            """,
            gereserveerd,
            wachtlijstGesloten,
            gereserveerd,
            zaaknummer
        );

    /// <summary>They wait, with nothing reserved.</summary>
    public static void Wacht(IDocumentSession sessie, IReadOnlyList<string> zaaknummers) =>
        sessie.QueueSqlCommand(
            "update tijdvakken.inschrijving set staat = 'wacht', gereserveerd = 0 where zaaknummer = any(?)",
            (object)zaaknummers.ToArray()
        );

    /// <summary>Nobody waits any longer: who has a part keeps it.</summary>
    public static void Sluit(IDocumentSession sessie, string tijdvak) =>
        sessie.QueueSqlCommand(
            "update tijdvakken.inschrijving set staat = 'gereserveerd' where tijdvak = ? and staat = 'wacht' and gereserveerd > 0",
            tijdvak
        );

    public static void LegVast(IDocumentSession sessie, string zaaknummer, decimal bedrag) =>
        sessie.QueueSqlCommand(
            "update tijdvakken.inschrijving set staat = 'vastgelegd', gereserveerd = ? where zaaknummer = ?",
            bedrag,
            zaaknummer
        );

    private static async Task<IReadOnlyList<Gegadigde>> Lees(
        IDocumentSession sessie,
        string sql,
        CancellationToken ct,
        params object?[] waarden
    )
    {
        await using var opdracht = Opdracht(sql, waarden);
        await using var rij = await sessie.ExecuteReaderAsync(opdracht, ct);
        var gegadigden = new List<Gegadigde>();
        while (await rij.ReadAsync(ct))
        {
            gegadigden.Add(
                new Gegadigde(
                    rij.GetString(0),
                    rij.GetDecimal(1),
                    rij.GetDecimal(2),
                    (await rij.GetFieldValueAsync<Instant>(3, ct), await rij.GetFieldValueAsync<Instant>(5, ct)),
                    rij.GetBoolean(4)
                )
            );
        }
        return gegadigden;
    }

    private static NpgsqlCommand Opdracht(string sql, params object?[] waarden)
    {
        var opdracht = new NpgsqlCommand(sql);
        foreach (var waarde in waarden)
        {
            opdracht.Parameters.Add(new NpgsqlParameter { Value = waarde ?? DBNull.Value });
        }
        return opdracht;
    }
}

/// <param name="OpPlaats">It still has the place with which it came on the list.</param>
internal sealed record Lijstrij(decimal Doel, decimal Gereserveerd, string? Staat, int? Rang, bool OpPlaats);

internal sealed record Aanvraaggegevens(string KvkNummer, string? Aanvragertype, string Regelversie, decimal Gevraagd, Instant Ontvangen);
