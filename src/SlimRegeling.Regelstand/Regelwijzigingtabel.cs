using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Regels;

namespace SlimRegeling.Regelstand;

/// <summary>What a context has heard of changes to the rules: a row for each, so that neither order nor doubles matter.</summary>
internal static class Regelwijzigingtabel
{
    public const string Ddl = """
        create table if not exists {schema}.regelwijziging (
          regelversie text not null,
          volgnummer int not null,
          sectie text not null,
          code text not null,
          waarde text,
          bron text not null,
          toelichting text,
          geldt_vanaf timestamptz not null,
          primary key (regelversie, volgnummer)
        )
        """;

    public static void Voeg(IDocumentSession sessie, string schema, ParameterGewijzigdBericht bericht) =>
        sessie.QueueSqlCommand(
            $"""
            insert into {schema}.regelwijziging (regelversie, volgnummer, sectie, code, waarde, bron, toelichting, geldt_vanaf)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (regelversie, volgnummer) do nothing
            """,
            bericht.Regelversie,
            bericht.Volgnummer,
            bericht.Sectie,
            bericht.Code,
            OfNiets(bericht.Waarde),
            bericht.Bron,
            OfNiets(bericht.Toelichting),
            bericht.GeldtVanaf
        );

    public static async Task<IReadOnlyList<Regelstap>> Lees(NpgsqlDataSource bron, string schema, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            $"""
            select regelversie, volgnummer, geldt_vanaf, sectie, code, waarde, bron, toelichting from {schema}.regelwijziging
            order by regelversie, volgnummer
            """
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var stappen = new List<Regelstap>();
        while (await rij.ReadAsync(ct))
        {
            stappen.Add(
                new Regelstap(
                    rij.GetString(0),
                    rij.GetInt32(1),
                    rij.GetFieldValue<Instant>(2),
                    new Regelwijziging(
                        rij.GetString(3),
                        rij.GetString(4),
                        await rij.IsDBNullAsync(5, ct) ? null : rij.GetString(5),
                        rij.GetString(6),
                        await rij.IsDBNullAsync(7, ct) ? null : rij.GetString(7)
                    )
                )
            );
        }
        return stappen;
    }

    private static object OfNiets(string? waarde) => waarde is null ? DBNull.Value : waarde;
}
