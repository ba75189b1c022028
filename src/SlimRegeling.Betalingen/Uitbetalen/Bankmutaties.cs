using Marten;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// Every movement that the bank ever told, once: what was booked at once is known to its order or its claim alone, so that told again with another reference
/// it would be found nowhere and be booked a second time. Nothing in it is about people, so that it outlives the lines of its statement.
/// </summary>
internal static class Bankmutaties
{
    /// <summary>A row never changes; two who read the same movement at once meet at it, and the later one is decided again.</summary>
    internal const string Ddl = """
        create table if not exists {schema}.bankmutatie (
          id text primary key,
          bedrag numeric(18,2) not null,
          boekdatum date not null
        );
        create or replace function {schema}.bankmutatie_vast() returns trigger language plpgsql as $$
          begin raise exception 'This movement of the bank was read meanwhile.' using errcode = 'serialization_failure'; end $$;
        create or replace trigger bankmutatie_vast before update on {schema}.bankmutatie
          for each row execute function {schema}.bankmutatie_vast()
        """;

    /// <param name="Id">Of the account and the bank's reference of it (<see cref="Afschrift.Nummer"/>).</param>
    /// <param name="Bedrag">As the account feels it: negative is paid; in euro.</param>
    internal sealed record Rij(string Id, decimal Bedrag, LocalDate Boekdatum);

    /// <summary>Those of these that were told before, by id.</summary>
    /// <param name="iban">The account of which statements are read.</param>
    internal static async Task<IReadOnlyDictionary<string, Rij>> Bekend(
        Werkeenheid<BetalingenContext> eenheid,
        NpgsqlDataSource bron,
        string iban,
        IEnumerable<string> ids,
        CancellationToken ct
    )
    {
        var bekend = await Lees(bron, [.. ids], ct);
        if (bekend.Count == 0 && await IsLeeg(bron, ct))
        {
            bekend = await VanEerder(eenheid, iban, ct);
            Schrijf(eenheid.Sessie, bekend);
        }
        return bekend.ToDictionary(m => m.Id, StringComparer.Ordinal);
    }

    /// <param name="mutaties">That are not there yet, each once.</param>
    internal static void Schrijf(IDocumentSession sessie, IReadOnlyList<Rij> mutaties)
    {
        if (mutaties.Count > 0)
        {
            sessie.QueueSqlCommand(
                """
                insert into betalingen.bankmutatie (id, bedrag, boekdatum)
                select u.id, u.bedrag, u.boekdatum::date from unnest(?, ?, ?) u (id, bedrag, boekdatum) order by u.id
                on conflict (id) do update set bedrag = excluded.bedrag
                """,
                mutaties.Select(m => m.Id).ToArray(),
                mutaties.Select(m => m.Bedrag).ToArray(),
                mutaties.Select(m => LocalDatePattern.Iso.Format(m.Boekdatum)).ToArray()
            );
        }
    }

    private static async Task<IReadOnlyList<Rij>> Lees(NpgsqlDataSource bron, string[] ids, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand("select id, bedrag, boekdatum from betalingen.bankmutatie where id = any($1)");
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = ids });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var mutaties = new List<Rij>();
        while (await rij.ReadAsync(ct))
        {
            mutaties.Add(new(rij.GetString(0), rij.GetDecimal(1), rij.GetFieldValue<LocalDate>(2)));
        }
        return mutaties;
    }

    private static async Task<bool> IsLeeg(NpgsqlDataSource bron, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand("select not exists (select from betalingen.bankmutatie)");
        return (bool)(await opdracht.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Of all statements of this account that were kept before movements had rows, as far as their lines were not destroyed.</summary>
    private static async Task<IReadOnlyList<Rij>> VanEerder(Werkeenheid<BetalingenContext> eenheid, string iban, CancellationToken ct)
    {
        var mutaties = new Dictionary<string, Rij>(StringComparer.Ordinal);
        foreach (var afschrift in await eenheid.Sessie.QueryAsync<Afschrift>("order by id", ct))
        {
            if (
                Afschrift.Nummer(iban, afschrift.Gelezen.Kenmerk) == afschrift.Id
                && await eenheid.Lees<Afschriftinhoud>(afschrift.Gelezen.Inhoud, ct) is { } inhoud
            )
            {
                foreach (var regel in inhoud.Regels)
                {
                    var id = Afschrift.Nummer(iban, regel.Mutatie);
                    mutaties.TryAdd(id, new(id, regel.Bedrag, regel.Boekdatum));
                }
            }
        }
        return [.. mutaties.Values];
    }
}
