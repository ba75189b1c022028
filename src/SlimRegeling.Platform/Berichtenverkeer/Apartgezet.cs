using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>
/// A message that its hearer could not handle, until it is offered again and has its effect. Offering again is a wish that is stored:
/// <see cref="Heraanbieding"/> carries it out, in whatever process, and the inbox keeps the effect to one.
/// </summary>
/// <param name="Fout">What the last attempt gave.</param>
/// <param name="Op">When it was set apart, or set apart again.</param>
/// <param name="AangebodenOp">When someone had it sent again; null when nobody did since it last failed.</param>
/// <param name="AangebodenDoor">Who last did (pseudonym).</param>
internal sealed record Apartgezet(Envelop Bericht, string Fout, Instant Op, Instant? AangebodenOp, string? AangebodenDoor)
{
    private const string Velden =
        "g.id, g.soort, g.sleutel, g.inhoud, g.wie, g.namens, g.spoor, g.fout, g.op, g.aangeboden_op, g.aangeboden_door";

    private static string Onverwerkt(string schema) =>
        $"{schema}.geparkeerd g where not exists (select from {schema}.inbox i where i.id = g.id)";

    public static async Task<long> Tel(Contextopslag opslag, CancellationToken ct)
    {
        await using var opdracht = opslag.Bron.CreateCommand($"select count(*) from {Onverwerkt(opslag.Context.Naam)}");
        return (long)(await opdracht.ExecuteScalarAsync(ct))!;
    }

    /// <summary>The oldest ones.</summary>
    public static Task<List<Apartgezet>> Oudste(Contextopslag opslag, int hoogstens, CancellationToken ct) =>
        Lees(opslag.Bron.CreateCommand($"select {Velden} from {Onverwerkt(opslag.Context.Naam)} order by g.id limit {hoogstens}"), ct);

    /// <summary>Those that someone had sent again and that have not had their effect.</summary>
    public static Task<List<Apartgezet>> Aangeboden(Contextopslag opslag, int hoogstens, CancellationToken ct) =>
        Lees(
            opslag.Bron.CreateCommand(
                $"select {Velden} from {Onverwerkt(opslag.Context.Naam)} and g.aangeboden_op is not null order by g.id limit {hoogstens}"
            ),
            ct
        );

    /// <summary>Null when it was never set apart here, or has had its effect since.</summary>
    public static async Task<Apartgezet?> Zoek(Contextopslag opslag, Guid id, CancellationToken ct)
    {
        var opdracht = opslag.Bron.CreateCommand($"select {Velden} from {Onverwerkt(opslag.Context.Naam)} and g.id = $1");
        opdracht.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return (await Lees(opdracht, ct)).SingleOrDefault();
    }

    public static void BiedAan(IDocumentSession sessie, string schema, Guid id, string door) =>
        sessie.QueueSqlCommand(
            $"update {schema}.geparkeerd set aangeboden_op = now(), aangeboden_door = ? where id = ? and aangeboden_op is null",
            door,
            id
        );

    private static async Task<List<Apartgezet>> Lees(NpgsqlCommand vraag, CancellationToken ct)
    {
        await using var opdracht = vraag;
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var lijst = new List<Apartgezet>();
        while (await rij.ReadAsync(ct))
        {
            lijst.Add(
                new Apartgezet(
                    Envelop.Lees(rij),
                    rij.GetString(7),
                    rij.GetFieldValue<Instant>(8),
                    rij.IsDBNull(9) ? null : rij.GetFieldValue<Instant>(9),
                    rij.IsDBNull(10) ? null : rij.GetString(10)
                )
            );
        }
        return lijst;
    }
}
