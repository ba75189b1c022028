using System.Text.Json;
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
        create table if not exists {schema}.bankmutatie_afschrift (
          afschrift text primary key,
          rekening text not null,
          leesbaar boolean not null
        );
        create or replace function {schema}.bankmutatie_vast() returns trigger language plpgsql as $$
          begin raise exception 'This movement of the bank was read meanwhile.' using errcode = 'serialization_failure'; end $$;
        create or replace trigger bankmutatie_vast before update on {schema}.bankmutatie
          for each row execute function {schema}.bankmutatie_vast();
        create or replace function {schema}.bankmutatie_blijft() returns trigger language plpgsql as $$
          begin raise exception 'A movement that the bank told stays known.'; end $$;
        create or replace trigger bankmutatie_blijft before delete or truncate on {schema}.bankmutatie
          for each statement execute function {schema}.bankmutatie_blijft()
        """;

    /// <param name="Id">Of the account and the bank's reference of it (<see cref="Afschrift.Nummer"/>).</param>
    /// <param name="Bedrag">As the account feels it: negative is paid; in euro.</param>
    internal sealed record Rij(string Id, decimal Bedrag, LocalDate Boekdatum);

    /// <summary>A statement of which the movements have their rows; not <paramref name="Leesbaar"/> where its lines are not those of its event.</summary>
    internal sealed record Gevuld(string Afschrift, bool Leesbaar = true);

    /// <summary>What was told before, by id: of these, and of the statements of which the movements had no rows yet.</summary>
    /// <param name="iban">The account of which statements are read.</param>
    internal static async Task<IReadOnlyDictionary<string, Rij>> Bekend(
        Werkeenheid<BetalingenContext> eenheid,
        NpgsqlDataSource bron,
        string iban,
        IEnumerable<string> ids,
        CancellationToken ct
    )
    {
        var eerder = await VanEerder(eenheid, bron, iban, ct);
        var bekend = await Lees(bron, [.. ids, .. eerder.Keys], ct);
        Schrijf(eenheid.Sessie, [.. eerder.Values.Where(m => !bekend.ContainsKey(m.Id))]);
        foreach (var mutatie in eerder.Values)
        {
            bekend.TryAdd(mutatie.Id, mutatie);
        }
        return bekend;
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

    /// <param name="iban">The account that they are of.</param>
    internal static void Merk(IDocumentSession sessie, string iban, IReadOnlyList<Gevuld> afschriften)
    {
        if (afschriften.Count > 0)
        {
            sessie.QueueSqlCommand(
                """
                insert into betalingen.bankmutatie_afschrift (afschrift, rekening, leesbaar)
                select u.afschrift, ?, u.leesbaar from unnest(?, ?) u (afschrift, leesbaar) order by u.afschrift
                on conflict (afschrift) do update set leesbaar = excluded.leesbaar
                """,
                iban,
                afschriften.Select(a => a.Afschrift).ToArray(),
                afschriften.Select(a => a.Leesbaar).ToArray()
            );
        }
    }

    private static async Task<Dictionary<string, Rij>> Lees(NpgsqlDataSource bron, string[] ids, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand("select id, bedrag, boekdatum from betalingen.bankmutatie where id = any($1)");
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = ids });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var mutaties = new Dictionary<string, Rij>(StringComparer.Ordinal);
        while (await rij.ReadAsync(ct))
        {
            var id = rij.GetString(0);
            mutaties[id] = new(id, rij.GetDecimal(1), rij.GetFieldValue<LocalDate>(2));
        }
        return mutaties;
    }

    /// <summary>
    /// By id, of all statements of this account of which the movements have no rows, as those that were read before there were any; as far as their lines were
    /// not destroyed. One that cannot be read stops no other: it is told at the reconciliation, and tried again.
    /// </summary>
    private static async Task<Dictionary<string, Rij>> VanEerder(
        Werkeenheid<BetalingenContext> eenheid,
        NpgsqlDataSource bron,
        string iban,
        CancellationToken ct
    )
    {
        var mutaties = new Dictionary<string, Rij>(StringComparer.Ordinal);
        var gevuld = new List<Gevuld>();
        var afschriften = await eenheid.Sessie.LoadManyAsync<Afschrift>(ct, await ZonderRijen(bron, ct));
        foreach (var afschrift in afschriften.Where(a => Afschrift.Nummer(iban, a.Gelezen.Kenmerk) == a.Id))
        {
            try
            {
                foreach (var regel in (await eenheid.LeesAlsStroom<Afschriftinhoud>(afschrift.Gelezen.Inhoud, ct))?.Regels ?? [])
                {
                    var id = Afschrift.Nummer(iban, regel.Mutatie);
                    mutaties.TryAdd(id, new(id, regel.Bedrag, regel.Boekdatum));
                }
                gevuld.Add(new(afschrift.Id));
            }
            catch (Exception e) when (e is InvalidDataException or JsonException)
            {
                gevuld.Add(new(afschrift.Id, Leesbaar: false));
            }
        }
        Merk(eenheid.Sessie, iban, gevuld);
        return mutaties;
    }

    private static async Task<List<string>> ZonderRijen(NpgsqlDataSource bron, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            """
            select a.id from betalingen.mt_doc_afschrift a
            where not exists (select from betalingen.bankmutatie_afschrift m where m.afschrift = a.id and m.leesbaar) order by a.id
            """
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var ids = new List<string>();
        while (await rij.ReadAsync(ct))
        {
            ids.Add(rij.GetString(0));
        }
        return ids;
    }
}
